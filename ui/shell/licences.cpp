// SPDX-License-Identifier: Apache-2.0
#include "shell/licences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString licenceText(const QString &name)
{
    return contentOf(u":/licences/%1.txt"_s.arg(name));
}

// What libraries lie beside the program, as licences.json calls it; empty where they are the system's.
QString kindOfPackage()
{
    if (!QDir(Licences::bundleFolder()).exists())
        return {};
#if defined(Q_CC_MSVC)
    return u"msvc"_s;
#elif defined(Q_OS_WIN)
    return u"mingw"_s;
#else
    return u"appimage"_s;
#endif
}

} // namespace

QList<Component> Licences::ofProgram()
{
    QList<Component> found{{u"WeCom Setup for NocoBase"_s,
                            u"Apache-2.0"_s,
                            u"2026 The authors of WeCom Setup for NocoBase"_s,
                            {},
                            licenceText(u"Apache-2.0"_s)}};
    const QString packed = kindOfPackage();
    const auto rows =
        QJsonDocument::fromJson(contentOf(u":/licences.json"_s).toUtf8())[u"components"].toArray();
    for (const auto &value : rows) {
        const auto row = value.toObject();
        const QString only = row[u"only"].toString();
        if (!only.isEmpty() && only != packed)
            continue;
        QStringList texts;
        const auto names = row[u"texts"].toArray();
        for (const auto &name : names)
            texts << licenceText(name.toString());
        found.append({row[u"name"].toString(), row[u"licence"].toString(), row[u"copyright"].toString(),
                      row[u"url"].toString(), texts.join(u"\n\n"_s)});
    }
    return found;
}

QString Licences::bundleFolder()
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + u"/licences"_s;
#else
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/doc/wecom-setup/licences"_s);
#endif
}

QList<Component> Licences::ofBundle(const QString &folder)
{
    QList<Component> found;
    const QDir all(folder);
    for (const auto &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString text = contentOf(all.filePath(name + u"/copyright"_s));
        if (!text.isEmpty() && name != u"wecom-setup"_s)
            found.append({name, {}, {}, {}, text});
    }
    return found;
}

} // namespace ui
