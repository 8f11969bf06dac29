// SPDX-License-Identifier: Apache-2.0
#include "wecom/console.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

using namespace Qt::StringLiterals;

namespace wecom {

namespace {

QList<ConsoleLabel> labels(const QJsonValue &list)
{
    QList<ConsoleLabel> all;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &label : entries)
        all.append({label[u"en"_s].toString(), label[u"zh"_s].toString()});
    return all;
}

QMap<QString, ConsolePlace> readPlaces()
{
    QMap<QString, ConsolePlace> places;
    QFile file(u":/console.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return places;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray list = root.value(u"places"_s).toArray();
    for (const QJsonValue &entry : list) {
        ConsolePlace place;
        place.id = entry[u"id"_s].toString();
        place.url = QUrl(entry[u"url"_s].toString(), QUrl::StrictMode);
        place.path = labels(entry[u"path"_s]);
        place.picture = entry[u"picture"_s].toString();
        place.marks = labels(entry[u"marks"_s]);
        places.insert(place.id, place);
    }
    return places;
}

} // namespace

ConsolePlace consolePlace(const QString &id)
{
    static const QMap<QString, ConsolePlace> places = readPlaces();
    return places.value(id);
}

} // namespace wecom
