// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vault/secret.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVersionNumber>

namespace nocobase {

// Where a NocoBase is: its address as people type it (with sub-path), and the application. "main" sends no
// X-App header: on a single-application server an unknown X-App stops the application for everyone
// (measured, 2.2.15).
struct Target
{
    QUrl base;
    QString application = QStringLiteral("main");

    // "<base>/api/<action>", e.g. action "app:getInfo".
    QUrl api(const QString &action) const;
    bool operator==(const Target &) const = default;
};

struct ServerInfo
{
    QVersionNumber version;
    QString versionText;
    QString name;
    QDateTime serverDate; // of the answer, to notice a wrong clock
};

struct Identity
{
    qint64 id = 0;
    QString nickname, username, email, phone;
    QStringList roles;
    QString role;         // the one in force
    QStringList snippets; // what that role may configure
    bool allowAll = false;

    // Authenticators need the snippet pm.auth.authenticators, plugins need pm; "pm.*" covers the first; one
    // that begins with
    // "!" denies, and denying wins (NocoBase 2.2, measured).
    bool mayManageAuthenticators() const;
    bool mayManagePlugins() const;
};

struct PluginInfo
{
    QString name, packageName, version, displayName;
    bool enabled = false;
    bool installed = false;
};

struct AuthType
{
    QString name;
    QString title; // may be a template; never show raw
};

// A row of authenticators:list. Its options hold secrets in clear: no debug operator, never logged.
struct Authenticator
{
    qint64 id = 0;
    QString name, authType, title, description;
    bool enabled = false;
    QJsonObject options;
    QString updatedAt; // compared before a write: NocoBase has no version check of its own
    QJsonObject raw;   // the whole row as it came, for putting it back unchanged

    friend QDebug operator<<(QDebug, const Authenticator &) = delete;
};

// A row of authenticators:publicList: what everybody may read, without signing in.
struct PublicAuthenticator
{
    QString name, authType, authTypeTitle, title;
    QJsonObject options;
};

struct LinkedUser
{
    qint64 id = 0;
    QString nickname, username, uuid; // uuid is WeCom's userid
};

// The WeCom plugin as this server has it.
struct WecomPlugin
{
    bool listed = false; // pm:list shows the package
    bool enabled = false;
    QString name, packageName, version; // name is what pm:enable takes
    QString authType;            // from authenticators:listTypes; empty when the type is not registered
    bool customRequests = false; // the plugin for asking from the server's side is on
};

} // namespace nocobase
