// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QUrl>

namespace net {

// Masks everything that could be used to act as somebody: Secret, password, tokens, codes, tickets, state,
// cookies and authorisation headers, by the name they travel under, in URLs (also nested, percent-encoded
// ones and fragments), forms, JSON and headers. Company ID and AgentId stay visible. Used at both doors to
// the outside: Http and the viewer.
namespace redact {

QUrl url(const QUrl &url);
QString
text(const QString &text); // free text: URLs, key=value pairs, "key":"value" pairs and Bearer tokens in it
QJsonValue json(const QJsonValue &value);
QByteArray header(const QByteArray &name, const QByteArray &value);
bool isSecretName(
    const QString &name); // case-insensitive: secret, corpsecret, password, access_token, code, ticket, ...

} // namespace redact

} // namespace net
