// SPDX-License-Identifier: Apache-2.0
#include "demo/nocobaseside.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace demo {

namespace {

QString bearer(const Call &call)
{
    const QByteArray header = call.header("authorization");
    return header.startsWith("Bearer ") ? QString::fromUtf8(header.mid(7)).trimmed() : call.param(u"token"_s);
}

} // namespace

Answer nocobaseError(int status, const QString &message, const QString &code)
{
    QJsonObject error{{u"message"_s, message}};
    if (!code.isEmpty())
        error.insert(u"code"_s, code);
    return Answer::json(QJsonObject{{u"errors"_s, QJsonArray{error}}}, status);
}

Answer nocobaseData(const QJsonValue &data)
{
    return Answer::json(QJsonObject{{u"data"_s, data}});
}

const QHash<QString, NocobaseSide::Action> &NocobaseSide::actions()
{
    using For = Action::For;
    using N = NocobaseSide;
    static const QHash<QString, Action> table = {
        {u"app:getInfo"_s, {&N::getInfo, For::Everybody}},
        {u"systemSettings:get"_s, {&N::systemSettings, For::Everybody}},
        {u"auth:signIn"_s, {&N::signIn, For::Everybody}},
        {u"auth:signOut"_s, {&N::signOut, For::SignedIn}},
        {u"auth:check"_s, {&N::authCheck, For::SignedIn}},
        {u"roles:check"_s, {&N::rolesCheck, For::SignedIn}},
        {u"authenticators:publicList"_s, {&N::publicList, For::Everybody}},
        {u"authenticators:list"_s, {&N::listAuthenticators, For::Administrators}},
        {u"authenticators:get"_s, {&N::getAuthenticator, For::Administrators}},
        {u"authenticators:listTypes"_s, {&N::listTypes, For::Administrators}},
        {u"authenticators:create"_s, {&N::createAuthenticator, For::Administrators}},
        {u"authenticators:update"_s, {&N::updateAuthenticator, For::Administrators}},
        {u"authenticators:destroy"_s, {&N::destroyAuthenticator, For::Administrators}},
        {u"users:list"_s, {&N::listUsers, For::Administrators}},
        {u"users:get"_s, {&N::getUser, For::Administrators}},
        {u"users:update"_s, {&N::updateUser, For::Administrators}},
        {u"users:destroy"_s, {&N::destroyUser, For::Administrators}},
        {u"pm:list"_s, {&N::listPlugins, For::Administrators}},
        {u"pm:listEnabled"_s, {&N::listEnabledPlugins, For::Everybody}},
        {u"pm:listEnabledV2"_s, {&N::listEnabledPlugins, For::Everybody}},
        {u"pm:enable"_s, {&N::enablePlugin, For::Administrators, true}},
        {u"customRequests:list"_s, {&N::listRequests, For::Administrators}},
        {u"customRequests:create"_s, {&N::createRequest, For::Administrators}},
        {u"customRequests:send"_s, {&N::sendRequest, For::SignedIn, true}},
        {u"customRequests:destroy"_s, {&N::destroyRequest, For::Administrators}},
        {u"wecom:getAuthUrl"_s, {&N::authUrl, For::Everybody}},
        {u"wecom:redirect"_s, {&N::callback, For::Everybody, true}},
    };
    return table;
}

Answer NocobaseSide::answer(const Call &given)
{
    Call call = given;
    bool below = false, ahead = false;
    {
        const std::lock_guard lock(m_world.mutex);
        if (m_world.fault(u"nocobase.unreachable"_s))
            return Answer::nobody();
        below = m_world.fault(u"nocobase.base-path"_s);
        ahead = m_world.fault(u"clock.wrong"_s);
    }
    const bool atRoot = below && call.path.startsWith(u"/api/"_s);
    if (below && call.path.startsWith(u"/nb/"_s))
        call.path.remove(0, 3);
    Answer out = call.path.startsWith(u"/api/"_s) && !atRoot ? api(call) : page(call);
    if (below && !atRoot)
        out.body.replace("fetch('/api/'", "fetch('/nb/api/'");
    if (atRoot)
        out.body.replace("'/api/'", "'/nb/api/'"); // the page names its place
    if (ahead) {
        const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(600);
        out.headers.append(
            {"Date", QLocale::c().toString(later, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()});
    }
    out.headers.append({"X-Request-Id", randomText(8).toLatin1()});
    return out;
}

Answer NocobaseSide::page(const Call &call) const
{
    if (call.path == u"/signin"_s || call.path == u"/v/signin"_s) {
        Answer signIn = Answer::page(u"signin.html"_s);
        const std::lock_guard lock(m_world.mutex);
        if (m_world.fault(u"plugin.no-button"_s))
            signIn.body.replace("row.authType === 'wecom' && row.authTypeTitle) wecomButton",
                                "false) wecomButton");
        if (m_world.fault(u"login.inside-unnoticed"_s))
            signIn.body.replace("/wxwork/i.test(navigator.userAgent)", "false");
        return signIn;
    }
    if (call.path == u"/"_s || call.path == u"/m"_s || call.path == u"/v"_s ||
        call.path.startsWith(u"/m/"_s) || call.path.startsWith(u"/admin"_s) ||
        call.path.startsWith(u"/v/admin"_s))
        return Answer::page(u"admin.html"_s);
    if (const auto shared = sharedAnswer(m_world, call))
        return *shared;
    if (call.path.startsWith(u"/WW_verify_"_s)) {
        const std::lock_guard lock(m_world.mutex);
        if (m_world.fault(u"domain.ownership.missing"_s))
            return Answer::text(u"Not Found"_s, 404);
        const bool placed = m_world.performed.contains(setup::StepId::TrustedDomain);
        if (placed && !m_world.fault(u"domain.ownership.masked"_s)) {
            const bool ours = call.path.mid(1) == sample::ownershipFileName();
            return ours ? Answer{200, "text/plain", sample::ownershipBody(), {}}
                        : Answer::text(u"Not Found"_s, 404);
        }
    }
    // Like every single-page application: any other path is answered with the page and 200.
    return Answer::page(u"index.html"_s);
}

Answer NocobaseSide::api(const Call &call)
{
    QString name = call.path.mid(5);
    if (name == u"__health_check"_s)
        return Answer::text(u"ok"_s);
    name = name.section(u'/', 0, 0);
    const auto action = actions().constFind(name);
    std::unique_lock lock(m_world.mutex);
    if (const auto answer = restarting(name))
        return *answer;
    const bool ofPlugin = name.startsWith(u"wecom:"_s);
    // The plugin's own page knows how it starts a login; others may not know the action's name.
    const bool missing = name == u"wecom:getAuthUrl"_s && !m_world.startAction &&
                         call.header("user-agent").startsWith("wecom-setup");
    if (missing || action == actions().cend() || (ofPlugin && !typeIsRegistered(u"wecom"_s)) ||
        (name == u"wecom:redirect"_s && m_world.fault(u"login.callback-missing"_s)))
        return Answer::text(u"Not Found"_s, 404);
    if (const auto answer = gate(call, *action, name))
        return *answer;
    if (action->locksItself)
        lock.unlock();
    return (this->*action->handler)(call);
}

// 503 while the application reloads, then a few answers that are not to be relied upon.
std::optional<Answer> NocobaseSide::restarting(const QString &name)
{
    if (steady_clock::now() < m_world.maintenanceEnds || m_world.fault(u"nocobase.restarting"_s)) {
        const QJsonObject error{{u"status"_s, 503},
                                {u"message"_s, u"Enabling plugin"_s},
                                {u"maintaining"_s, true},
                                {u"code"_s, u"APP_COMMANDING"_s},
                                {u"command"_s, QJsonObject{{u"name"_s, u"pm.enable"_s}}}};
        return Answer::json(QJsonObject{{u"error"_s, error}}, 503);
    }
    if (m_world.unsteadyAnswers == 0)
        return std::nullopt;
    switch (m_world.unsteadyAnswers--) {
    case 5:
        return Answer::text(u"Not Found"_s, 404);
    case 4:
        return Answer::text(u"Internal Server Error"_s, 500);
    case 3: // good, but the list of types may lack the plugin's
        if (name == u"authenticators:listTypes"_s)
            return nocobaseData(QJsonArray());
        return std::nullopt;
    case 2:
        return nocobaseError(500, u"Cannot read properties of undefined (reading 'get')"_s);
    default:
        return std::nullopt;
    }
}

std::optional<Answer> NocobaseSide::gate(const Call &call, const Action &action, const QString &name)
{
    if (action.who == Action::For::Everybody)
        return std::nullopt;
    const QString token = bearer(call);
    if (token.isEmpty())
        return nocobaseError(401, u"Unauthenticated. Please sign in to continue."_s, u"EMPTY_TOKEN"_s);
    if (m_world.blockedSessions.contains(token))
        return nocobaseError(401, u"Your session has expired. Please sign in again."_s, u"BLOCKED_TOKEN"_s);
    const User *user = m_world.user(m_world.sessions.value(token));
    if (!user)
        return nocobaseError(401, u"Your session has expired. Please sign in again."_s, u"INVALID_TOKEN"_s);
    if (m_world.fault(u"login.no-role"_s) && user->username == u"liwei"_s)
        return nocobaseError(401, u"The user has no roles"_s, u"USER_HAS_NO_ROLES_ERR"_s);
    const bool administrator = user->role == u"root"_s && mayAdminister();
    if (action.who == Action::For::Administrators && !administrator)
        return nocobaseError(403, u"No permissions"_s);
    const QString role = QString::fromUtf8(call.header("x-role"));
    if (!role.isEmpty() && role != user->role && name != u"auth:check"_s)
        return nocobaseError(401, u"The role does not belong to the user"_s, u"ROLE_NOT_FOUND_FOR_USER"_s);
    return std::nullopt;
}

QString NocobaseSide::authenticatorOf(const Call &call) const
{
    const QByteArray header = call.header("x-authenticator");
    const QString asked = header.isEmpty() ? u"basic"_s : QString::fromUtf8(header);
    QString first;
    for (const QJsonObject &row : std::as_const(m_world.authenticators)) {
        if (!row.value(u"enabled"_s).toBool())
            continue;
        if (row.value(u"name"_s).toString() == asked)
            return asked;
        if (first.isEmpty())
            first = row.value(u"name"_s).toString();
    }
    return first; // an unknown or disabled name is no error: the first enabled one takes its place
}

QString NocobaseSide::startSession(qint64 user)
{
    const QString token = u"rehearsal-session-"_s + randomText(32);
    m_world.sessions.insert(token, user);
    return token;
}

bool NocobaseSide::typeIsRegistered(const QString &type) const
{
    if (type == u"wecom"_s)
        return m_world.pluginEnabled && !m_world.fault(u"plugin.absent"_s);
    return type == u"Email/Password"_s;
}

Answer NocobaseSide::getInfo(const Call &)
{
    const bool old = m_world.fault(u"nocobase.too-old"_s);
    return nocobaseData(QJsonObject{{u"database"_s, QJsonObject{{u"dialect"_s, u"sqlite"_s}}},
                                    {u"version"_s, old ? u"1.3.51"_s : u"2.2.15"_s},
                                    {u"lang"_s, u"en-US"_s},
                                    {u"name"_s, u"main"_s},
                                    {u"theme"_s, u"default"_s}});
}

Answer NocobaseSide::systemSettings(const Call &)
{
    return nocobaseData(QJsonObject{{u"id"_s, 1},
                                    {u"title"_s, u"NocoBase"_s},
                                    {u"appLang"_s, u"en-US"_s},
                                    {u"enabledLanguages"_s, QJsonArray{u"en-US"_s, u"zh-CN"_s}}});
}

Answer NocobaseSide::signIn(const Call &call)
{
    const QByteArray own = "http://" + call.header("host");
    const QByteArray origin = call.header("origin"), referer = call.header("referer");
    if ((!origin.isEmpty() && origin != own) || (!referer.isEmpty() && !referer.startsWith(own + '/')))
        return nocobaseError(403, u"Invalid sign-in origin"_s);
    const QString authenticator = authenticatorOf(call);
    if (m_world.fault(u"nocobase.password-off"_s)) // the first enabled one takes its place
        return nocobaseError(401, u"Authorization code does not exist."_s);
    for (const QJsonObject &row : std::as_const(m_world.authenticators)) {
        if (row.value(u"name"_s).toString() == authenticator &&
            row.value(u"authType"_s).toString() == u"wecom"_s)
            return nocobaseError(401, u"Authorization code does not exist."_s);
    }
    const QJsonObject body = call.json();
    QString account = body.value(u"account"_s).toString();
    if (account.isEmpty())
        account = body.value(u"email"_s).toString();
    if (account.isEmpty())
        return nocobaseError(400, u"Please enter your username or email"_s);
    const bool right = (account == sample::account() || account == u"admin@example.com"_s) &&
                       body.value(u"password"_s).toString() == sample::password() &&
                       !m_world.fault(u"nocobase.sign-in"_s);
    if (!right) // the same words for an unknown account
        return nocobaseError(401, u"The username/email or password is incorrect, please re-enter"_s);
    const User *user = m_world.user(1);
    const QString token = startSession(user->id);
    Answer answer = nocobaseData(QJsonObject{{u"user"_s, shownUser(*user)}, {u"token"_s, token}});
    const QByteArray tail = "; path=/; SameSite=Lax; HttpOnly";
    answer.headers.append({"Set-Cookie", "nb_auth_token_main=" + token.toLatin1() + tail});
    answer.headers.append({"Set-Cookie", "nb_authenticator_main=" + authenticator.toUtf8() + tail});
    return answer;
}

Answer NocobaseSide::signOut(const Call &call)
{
    const QString token = bearer(call);
    m_world.blockedSessions.insert(token);
    m_world.sessions.remove(token);
    return Answer::json(QJsonObject());
}

Answer NocobaseSide::authCheck(const Call &call)
{
    const User *user = m_world.user(m_world.sessions.value(bearer(call)));
    QJsonObject out = shownUser(*user);
    const bool root = user->role == u"root"_s;
    const QJsonArray snippets =
        root ? QJsonArray{u"pm"_s, u"pm.*"_s, u"ui.*"_s} : QJsonArray{u"!pm"_s, u"!pm.*"_s, u"!ui.*"_s};
    out.insert(u"roles"_s, QJsonArray{QJsonObject{{u"name"_s, user->role},
                                                  {u"title"_s, root ? u"Root"_s : u"Member"_s},
                                                  {u"snippets"_s, snippets}}});
    return nocobaseData(out);
}

Answer NocobaseSide::rolesCheck(const Call &call)
{
    const User *user = m_world.user(m_world.sessions.value(bearer(call)));
    const bool root = user->role == u"root"_s && mayAdminister();
    const QString role = root ? u"root"_s : u"member"_s;
    const QJsonArray snippets =
        root ? QJsonArray{u"pm"_s, u"pm.*"_s, u"ui.*"_s} : QJsonArray{u"!pm"_s, u"!pm.*"_s, u"!ui.*"_s};
    return nocobaseData(QJsonObject{{u"role"_s, role},
                                    {u"roles"_s, QJsonArray{role}},
                                    {u"snippets"_s, snippets},
                                    {u"allowAll"_s, root},
                                    {u"roleMode"_s, u"default"_s}});
}

} // namespace demo
