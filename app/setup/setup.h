// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"
#include "setup/stepid.h"
#include "vault/secret.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QUrl>

#include <optional>

namespace setup {

struct NocobaseTarget
{
    QUrl url;
    QString application = QStringLiteral("main");
    QString account;
    bool allowPlainHttp = false;
    bool operator==(const NocobaseTarget &) const = default;
};

struct WecomHosts
{
    QUrl api = QUrl(QStringLiteral("https://qyapi.weixin.qq.com"));
    QUrl login = QUrl(QStringLiteral("https://login.work.weixin.qq.com"));
    QUrl oauth = QUrl(QStringLiteral("https://open.weixin.qq.com"));
    bool operator==(const WecomHosts &) const = default;
};

struct AuthenticatorWish
{
    std::optional<QString> name; // nothing: adopt the WeCom authenticator that is there, else create one
    QString title = QStringLiteral("WeCom");
    QString tooltip;
    bool autoSignup = false;
    QString origin; // scheme+host[:port], no path; punycode
    QString redirectLink;
    bool automaticLogin = false;
    bool enabled = true;
    bool operator==(const AuthenticatorWish &) const = default;
};

struct Homepage
{
    QString desktop, mobile; // mobile empty: the same link for both
    bool operator==(const Homepage &) const = default;
};

// The file by which WeCom verifies that the domain is the company's (document path 90228 speaks of it; its
// name from the console). It is public, so it is no secret; content is empty where only its name is known.
struct DomainFile
{
    QString name, content;
    bool operator==(const DomainFile &) const = default;
};

// What the person wants; saved as <config dir>/wecom-setup/setups/<id>.json (schema
// resources/schema/setup.json), never with a secret in it. Members we do not know are kept when it is saved.
struct Setup
{
    QString id, name;
    NocobaseTarget nocobase;
    WecomHosts wecom;
    AuthenticatorWish authenticator;
    Homepage homepage;
    DomainFile domainFile;
    QMap<QString, QDateTime> confirmed; // step name -> when the person said "I did this"
    QJsonObject unknown;                // the object as it was read

    bool isRehearsal() const; // all addresses are loopback
    bool operator==(const Setup &) const = default;
};

QJsonObject toJson(const Setup &setup);
// Checked against the schema; BadInput with params field (JSON pointer) and the schema's own sentence in
// `said`.
net::Result<Setup> fromJson(const QJsonObject &json);

// The setup as a colleague may get it: without the account, and without homepage links that carry Company ID
// and AgentId.
Setup forHandOver(Setup setup);

// What must not be seen, and the ids that may be shown. Lives in memory and in the keychain only.
struct Credentials
{
    QString companyId, agentId;
    vault::Secret secret;
    vault::Secret password; // never stored
    vault::Secret token;    // NocoBase API key; stored only if the person asks
    // Without what cannot be a value by its form (wecom::isRefused), which is neither sent nor stored.
    Credentials usable() const;
    bool operator==(const Credentials &) const = default;
};

// Accepts what people type ("crm.example.com", "https://crm.example.com/admin/"): scheme added, query and
// page paths of NocoBase (/admin, /signin, /m, /v/…) cut off, sub-path kept. BadInput when it is no web
// address.
net::Result<QUrl> nocobaseUrlFromTyped(const QString &typed);
// The Origin that belongs to a NocoBase address: scheme, host and port.
QString originFor(const QUrl &nocobaseUrl);

} // namespace setup
