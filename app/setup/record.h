// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"
#include "nocobase/optionlayout.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace setup {

// What the program remembers beside a setup (<id>.state.json): never a secret, and never part of a hand-over.
struct Record
{
    QJsonArray findings; // of the last check, with dates
    QDateTime checkedAt;
    QString step;        // where the person was last
    QJsonObject applied; // names of options and their plain values as last applied; secrets left out
    QJsonObject
        undo; // what undo needs beside the keychain: row id, name, harmless leaves, pointers of kept leaves
    QString serverAddress;         // the server's exit address as WeCom last named it
    QString serverAddressBefore;   // the one before, until the new one has worked
    QString serverAddressTrusted;  // the one from which WeCom last answered the server
    bool requestsLeftOver = false; // custom requests were made in NocoBase, and nobody saw them removed
    QString serverAddressOf;       // the NocoBase these are of
    std::optional<nocobase::OptionLayout> layout;
    QString layoutOf;                              // server, package and version it was learned from
    QMap<nocobase::Option, QString> layoutAnswers; // asked of the person: places, "" for "kept nowhere"
    QString answersOf;                             // server, package and version they were given for
    QJsonObject testLogin;                         // the last one, masked (login::toJson)
    QJsonObject ways; // how the ways of logging in ended last: id -> {"at", "result"}
    QList<net::Pin> pins;
    QMap<QString, int>
        domainChanges; // "2026-11" -> how many domain settings we made that month (WeCom takes 20)
    QJsonObject unknown;
};

QJsonObject toJson(const Record &record);
Record recordFromJson(const QJsonObject &json); // lenient: what cannot be read is left out

} // namespace setup
