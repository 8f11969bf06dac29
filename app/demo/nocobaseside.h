// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demo/world.h"

namespace demo {

// A NocoBase 2.2 with the WeCom plugin on this computer, with the ways of the real one's HTTP API that trip
// clients up (NocoBase 2.2.15, measured) and what is publicly known of the commercial plugin: it reports a
// failed login only in its own sentences, never with WeCom's errcode.
class NocobaseSide
{
public:
    explicit NocobaseSide(World &world) : m_world(world) {}
    Answer answer(const Call &call);

    // What belongs into the app's homepage, as the plugin shows it for copying.
    static QString homepageLink(const World &world);

private:
    using Handler = Answer (NocobaseSide::*)(const Call &);
    struct Action
    {
        Handler handler;
        enum class For { Everybody, SignedIn, Administrators } who;
        bool locksItself = false; // makes HTTP calls or waits, so it takes the mutex only in between
    };
    static const QHash<QString, Action> &actions();

    Answer page(const Call &call) const;
    Answer api(const Call &call);
    std::optional<Answer> gate(const Call &call, const Action &action, const QString &name);
    std::optional<Answer> restarting(const QString &name);
    QString authenticatorOf(const Call &call) const; // with NocoBase's silent fallback
    QString startSession(qint64 user);
    bool typeIsRegistered(const QString &type) const;
    bool mayAdminister() const { return !m_world.fault(QStringLiteral("nocobase.role")); }

    Answer getInfo(const Call &call);
    Answer systemSettings(const Call &call);
    Answer signIn(const Call &call);
    Answer signOut(const Call &call);
    Answer authCheck(const Call &call);
    Answer rolesCheck(const Call &call);

    // nocobaseauthenticators.cpp
    QJsonObject *row(qint64 id);
    Answer listAuthenticators(const Call &call);
    Answer getAuthenticator(const Call &call);
    Answer listTypes(const Call &call);
    Answer publicList(const Call &call);
    Answer createAuthenticator(const Call &call);
    Answer updateAuthenticator(const Call &call);
    Answer destroyAuthenticator(const Call &call);

    // nocobaseusers.cpp
    Answer listUsers(const Call &call);
    Answer getUser(const Call &call);
    Answer updateUser(const Call &call);
    Answer destroyUser(const Call &call);

    // nocobaseplugins.cpp
    QJsonArray plugins() const;
    Answer listPlugins(const Call &call);
    Answer listEnabledPlugins(const Call &call);
    Answer enablePlugin(const Call &call);
    Answer listRequests(const Call &call);
    Answer createRequest(const Call &call);
    Answer sendRequest(const Call &call);
    Answer destroyRequest(const Call &call);

    // nocobasewecom.cpp
    struct Login
    {
        QString authenticator, redirect, code, company, agent, secret;
        bool autoSignup = false;
    };
    Answer authUrl(const Call &call);
    Answer callback(const Call &call);
    std::optional<QJsonObject> askWecom(const QByteArray &method, const QString &path, const QString &query,
                                        const QByteArray &body = {}) const;
    // The user's id, or the sentence to show.
    std::pair<qint64, QString> userOf(const Login &login);
    std::pair<qint64, QString> match(const Login &login, const QString &userId, const QString &name,
                                     QString mobile);

    World &m_world;
};

Answer nocobaseError(int status, const QString &message, const QString &code = {});
Answer nocobaseData(const QJsonValue &data);
QJsonObject shownUser(const User &user);

} // namespace demo
