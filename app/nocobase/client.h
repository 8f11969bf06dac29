// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"
#include "nocobase/types.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace nocobase {

// How far Client::enablePlugin has come: NocoBase was asked; it is away; it answers again, and it is waited
// until its answers are steady.
enum class EnableStage { Asking, Restarting, Settling };

// Talks to one NocoBase's HTTP API (1.3 to 2.2). Always sends X-Authenticator and no cookies, since a
// left-over cookie or a missing header makes another authenticator answer; X-App only for a sub-application;
// checks that answers are JSON, since a wrong base path answers 200 with the web page. Faults: NotJson (param
// apiBase, as of findApiBase, when the page names another API path), Restarting (503 with "maintaining"),
// NocobaseError (params status, and code such as EXPIRED_TOKEN, where there is one), Missing (no such action:
// its plugin is off or absent), HttpStatus (param location for a redirect, which is not followed), BadAnswer
// and those of net::Http. A renewed token (x-new-token) is taken over silently. Source: NocoBase 2.2,
// measured.
class Client
{
public:
    Client(net::Http *http, Target target, net::CancelPtr cancel);

    const Target &target() const { return m_target; }
    bool isSignedIn() const { return !m_token.isEmpty(); }

    // Public, no token needed.
    QCoro::Task<net::Result<ServerInfo>> info();
    QCoro::Task<net::Result<QList<PublicAuthenticator>>> publicList();

    // POST auth:signIn with X-Authenticator set to the password authenticator ("basic" unless publicList
    // names another). 401 for wrong password and unknown account alike: NocobaseError status 401.
    QCoro::Task<net::Result<void>> signIn(QString account, vault::Secret password, QString authenticator);
    // An API key or a token from an earlier sign-in. A key is never signed out: that would destroy it.
    void useToken(vault::Secret token, bool isApiKey);
    vault::Secret token() const { return m_token; }
    QCoro::Task<net::Result<void>> signOut(); // does nothing for an API key

    QCoro::Task<net::Result<Identity>> whoAmI(); // auth:check and roles:check
    QCoro::Task<net::Result<QList<PluginInfo>>> plugins();
    QCoro::Task<net::Result<QList<AuthType>>> types();
    QCoro::Task<net::Result<QList<Authenticator>>> authenticators();
    QCoro::Task<net::Result<Authenticator>> authenticator(qint64 id); // Missing when there is none
    QCoro::Task<net::Result<QList<LinkedUser>>> linkedUsers(qint64 id);

    // Each re-reads nothing: callers compare updatedAt first and read back afterwards.
    // The new row's id. Nothing else of the answer can be used: it has its templates resolved.
    QCoro::Task<net::Result<qint64>> create(Authenticator row);
    // Sends id and enabled always, and the whole options: NocoBase replaces them.
    QCoro::Task<net::Result<void>> update(Authenticator row);
    QCoro::Task<net::Result<void>> destroy(qint64 id);

    // The same client for what must not be interrupted half-way (applying, tidying up): its requests end by
    // their deadlines alone.
    std::shared_ptr<Client> uninterrupted() const;

    // POST pm:enable, then waits through the restart until the plugin shows as enabled and answers are steady
    // (5 good ones in a row), at most `limit`. NocobaseError with code NOT_ENABLED when it never shows. Never
    // call it for a plugin that pm:list does not show: the server would reload for nothing and may stay
    // broken.
    QCoro::Task<net::Result<void>> enablePlugin(QString name, std::chrono::milliseconds limit,
                                                std::function<void(EnableStage)> progress = {});

    // The login address NocoBase itself produces for this authenticator (POST wecom:getAuthUrl). Missing
    // where the plugin has no such action. Nothing is followed.
    QCoro::Task<net::Result<QUrl>> startLink(QString authenticator);

    // For a wrong base path: the address to use as Target::base instead, from the API path that the web page
    // at this address names. Missing when the page names none, or names the one that is in use.
    QCoro::Task<net::Result<QUrl>> findApiBase();

    // One call of any action, for parts of this folder: GET when body is absent. The whole answer, not only
    // its "data".
    QCoro::Task<net::Result<QJsonValue>> call(QString action, QUrlQuery query,
                                              std::optional<QJsonObject> body, bool writes);

private:
    struct Ask
    {
        QString action;
        QUrlQuery query = {};
        std::optional<QJsonObject> body = {};
        bool writes = false;
        QString authenticator = {}; // another one than the client's
        bool withToken = true;
        std::chrono::milliseconds deadline = std::chrono::seconds(15);
    };
    QCoro::Task<net::Result<net::Response>> exchange(Ask ask);
    QCoro::Task<net::Result<QJsonValue>> answer(Ask ask);
    QCoro::Task<net::Result<QJsonArray>> list(QString action, QUrlQuery query);
    QCoro::Task<bool> isEnabledAndWell(QString plugin);

    net::Http *m_http;
    Target m_target;
    net::CancelPtr m_cancel;
    vault::Secret m_token;
    bool m_isApiKey = false;
    QString m_authenticator = QStringLiteral("basic");
};
using ClientPtr = std::shared_ptr<Client>;

// Which of the listed plugins is the WeCom one (package @nocobase/plugin-auth-wecom or
// @nocobase/plugin-wecom) and which auth type belongs to it.
WecomPlugin findWecomPlugin(const QList<PluginInfo> &plugins, const QList<AuthType> &types);

} // namespace nocobase
