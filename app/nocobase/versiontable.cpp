// SPDX-License-Identifier: Apache-2.0
#include "nocobase/versiontable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nocobase {

namespace {

const QJsonObject &table()
{
    static const QJsonObject read = [] {
        QFile file(u":/versions.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }();
    return read;
}

QVersionNumber versionOf(const QString &list, Option option, const QString &member)
{
    const QJsonArray rows = table().value(list).toArray();
    for (const QJsonValue &row : rows) {
        if (row[u"option"_s].toString() == optionName(option))
            return QVersionNumber::fromString(row[member].toString());
    }
    return {};
}

} // namespace

QVersionNumber broughtBy(Option option)
{
    return versionOf(u"options"_s, option, u"since"_s);
}

bool knows(const QVersionNumber &version, Option option)
{
    return version.isNull() || version >= broughtBy(option);
}

QVersionNumber mendedBy(const QVersionNumber &version, Option option)
{
    const QVersionNumber mended = versionOf(u"flaws"_s, option, u"mended"_s);
    return version.isNull() || !knows(version, option) || version >= mended ? QVersionNumber() : mended;
}

} // namespace nocobase
