// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <functional>

// The catalogue's files as they are, for tests of their texts.
namespace wordfiles {

using namespace Qt::StringLiterals;

inline QJsonObject resource(const QString &path)
{
    QFile file(u":/"_s + path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QJsonObject words(const QString &language)
{
    return resource(u"catalogue/"_s + language + u".json"_s);
}

inline void walk(const QJsonValue &value, const QString &path,
                 const std::function<void(const QString &, const QString &)> &visit)
{
    if (value.isString())
        visit(path, value.toString());
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        walk(it.value(), path + u'/' + it.key(), visit);
    const QJsonArray array = value.toArray();
    for (int i = 0; i < array.size(); ++i)
        walk(array[i], path + u'/' + QString::number(i), visit);
}

inline QMap<QString, QString> texts(const QString &language)
{
    QMap<QString, QString> all;
    walk(words(language), {}, [&](const QString &path, const QString &text) { all.insert(path, text); });
    return all;
}

} // namespace wordfiles
