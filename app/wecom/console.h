// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace wecom {

// A place in WeCom's admin console: the way there in its own words, English and Chinese side by side, and the
// page that can be opened directly. Kept as data in resources/console.json.
struct ConsoleLabel
{
    QString english;
    QString chinese;
};
struct ConsolePlace
{
    QString id;
    QList<ConsoleLabel> path;
    QUrl url;
    QString picture;           // name in resources/console; empty where there is none
    QList<ConsoleLabel> marks; // what is written at the marked spots of the picture, in its order
};

// Ids: "apps", "create-app", "app", "agent-id", "company", "secret", "callback-domain", "trusted-domain",
// "ownership-file", "trusted-ip", "homepage", "scope". An empty path means an id that the data does not have.
ConsolePlace consolePlace(const QString &id);

} // namespace wecom
