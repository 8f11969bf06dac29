// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"
#include "nocobase/types.h"

#include <QJsonArray>
#include <QJsonObject>

namespace nocobase::wire {

// NocoBase's answers as values, and its refusals as faults. Reading is lenient: an object served from the
// server's cache on SQLite has raw database strings where another one has objects (measured, 2.2.15).

// The body of a success; a Fault for everything else, see Client.
net::Result<QJsonValue> judged(const net::Response &response, const Target &target);
// The member "data" of an answer; BadAnswer when there is none: a filter that does not parse is answered with
// "{}" and 200.
net::Result<QJsonValue> dataOf(const QJsonValue &answer);

ServerInfo serverInfo(const QJsonObject &data);
PluginInfo plugin(const QJsonObject &row);
AuthType authType(const QJsonObject &row);
Authenticator authenticator(const QJsonObject &row);
PublicAuthenticator publicAuthenticator(const QJsonObject &row);
LinkedUser linkedUser(const QJsonObject &row);
// From the answers of auth:check and roles:check.
Identity identity(const QJsonObject &user, const QJsonObject &role);

// What is sent for a row. `id` and `enabled` are in it always: without them the server refuses, or looks at
// other rows.
QJsonObject body(const Authenticator &row);

// The address for Target::base that the page's script names; empty when it names none.
QUrl baseNamedBy(const QByteArray &html, const QUrl &page);

} // namespace nocobase::wire
