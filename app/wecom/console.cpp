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
        const QJsonArray path = entry[u"path"_s].toArray();
        for (const QJsonValue &label : path)
            place.path.append({label[u"en"_s].toString(), label[u"zh"_s].toString()});
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
