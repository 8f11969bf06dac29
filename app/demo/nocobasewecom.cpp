// SPDX-License-Identifier: Apache-2.0
#include "demo/nocobaseside.h"

#include "wecom/links.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

const QString apiFailed()
{
    return u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s;
}

QString escaped(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString stateOf(const QString &redirect, const QString &authenticator, bool inside)
{
    const QString form = u"redirect=%1&app=main&name=%2&isWeComBrowser=%3"_s.arg(
        escaped(redirect), escaped(authenticator), inside ? u"true"_s : u"false"_s);
    return QString::fromLatin1(form.toUtf8().toBase64());
}

QUrl callbackOf(const QJsonObject &wecom, const World &world)
{
    if (world.fault(u"link.internal-host"_s))
        return QUrl(u"http://10.0.0.5:13000/api/wecom:redirect"_s);
    QString origin = wecom.value(u"origin"_s).toString();
    while (origin.endsWith(u'/'))
        origin.chop(1);
    return QUrl(origin + (world.fault(u"nocobase.base-path"_s) ? u"/nb"_s : QString()) +
                u"/api/wecom:redirect"_s);
}

QString without(const QString &address, const QString &parameter)
{
    static const QString any = u"[^&#]*"_s;
    return QString(address).remove(QRegularExpression(u"&"_s + parameter + u"="_s + any));
}

// The address as a plugin makes it that has a fault of its own.
QString spoilt(QString address, const World &world)
{
    if (world.fault(u"link.wrong-ids"_s))
        address.replace(u"agentid="_s + sample::agentId(), u"agentid=1000002"_s);
    if (world.fault(u"link.agentid-missing"_s))
        address = without(address, u"agentid"_s);
    if (world.fault(u"link.encoding"_s))
        address.replace(u"redirect_uri=http%3A%2F%2F"_s, u"redirect_uri=http%253A%252F%252F"_s);
    if (world.fault(u"link.host"_s))
        address.replace(world.wecomUrl.authority(), world.nocobaseUrl.authority());
    return address;
}

Answer back(const QString &path, const QString &authenticator, const QString &name, const QString &value)
{
    QUrl target(path);
    QUrlQuery query(target);
    query.addQueryItem(u"authenticator"_s, escaped(authenticator));
    query.addQueryItem(name, escaped(value));
    target.setQuery(query);
    return Answer::redirect(target);
}

QJsonObject wecomPart(const QJsonObject &row)
{
    return row.value(u"options"_s)[u"wecom"_s].toObject();
}

} // namespace

QString NocobaseSide::homepageLink(const World &world)
{
    if (world.fault(u"homepage.empty"_s))
        return {};
    if (world.fault(u"homepage.other"_s))
        return u"https://old.example.com/admin"_s;
    for (const QJsonObject &row : world.authenticators) {
        const QJsonObject part = wecomPart(row);
        if (part.value(u"corpId"_s).toString() != sample::companyId())
            continue;
        const QString link = part.value(u"redirectLink"_s).toString();
        if (!world.fault(u"link.scope"_s) && row.value(u"options"_s)[u"public"_s][u"autoLogin"_s].toBool())
            return part.value(u"origin"_s).toString() + (link.isEmpty() ? u"/admin"_s : link);
        const QUrl oauth =
            wecom::oauthUrl(world.wecomUrl, part.value(u"corpId"_s).toString(),
                            part.value(u"agentId"_s).toVariant().toString(), callbackOf(part, world),
                            stateOf(link, row.value(u"name"_s).toString(), true));
        QString address = QString::fromLatin1(oauth.toEncoded());
        if (world.fault(u"link.scope"_s))
            address.replace(u"snsapi_privateinfo"_s, u"snsapi_base"_s);
        return address;
    }
    return world.nocobaseUrl.toString(QUrl::StripTrailingSlash) + u"/admin"_s;
}

Answer NocobaseSide::authUrl(const Call &call)
{
    const QString name = authenticatorOf(call);
    const QString redirect = call.json().value(u"redirect"_s).toString();
    for (const QJsonObject &row : std::as_const(m_world.authenticators)) {
        if (row.value(u"name"_s).toString() != name || row.value(u"authType"_s).toString() != u"wecom"_s)
            continue;
        const QJsonObject part = wecomPart(row);
        const QString company = part.value(u"corpId"_s).toString();
        const QString agent = part.value(u"agentId"_s).toVariant().toString();
        const QString state = stateOf(redirect, name, call.isWecomClient());
        const QString language = QString::fromLatin1(call.header("accept-language").left(2));
        const QUrl url =
            call.isWecomClient() || m_world.fault(u"login.outside-wecom"_s)
                ? wecom::oauthUrl(m_world.wecomUrl, company, agent, callbackOf(part, m_world), state)
                : wecom::webLoginUrl(m_world.wecomUrl, company, agent, callbackOf(part, m_world), state,
                                     language);
        return nocobaseData(spoilt(QString::fromLatin1(url.toEncoded()), m_world));
    }
    return nocobaseError(
        500, u"ctx.auth.getAuthUrl is not a function"_s); // a password authenticator answered instead
}

Answer NocobaseSide::callback(const Call &call)
{
    Login login;
    login.code = call.param(u"code"_s);
    const auto state = wecom::parseState(call.param(u"state"_s));
    login.authenticator = state ? state->authenticator : QString();
    login.redirect = state && !state->redirect.isEmpty() ? state->redirect : u"/admin"_s;
    {
        const std::lock_guard lock(m_world.mutex);
        // The page asks again when it may; the colleague's own client is not held.
        if (!call.isWecomClient() && m_world.gate.isHeld(login::TourHop::Session))
            return Answer::page(u"session.html"_s);
        Call named = call;
        named.headers.insert("x-authenticator", login.authenticator.toUtf8());
        const QString name = authenticatorOf(named);
        for (const QJsonObject &row : std::as_const(m_world.authenticators)) {
            if (row.value(u"name"_s).toString() != name)
                continue;
            const QJsonObject part = wecomPart(row);
            login.company = part.value(u"corpId"_s).toString();
            login.agent = part.value(u"agentId"_s).toVariant().toString();
            login.secret = part.value(u"secret"_s).toString();
            login.autoSignup = row.value(u"options"_s)[u"public"_s][u"autoSignup"_s].toBool();
        }
    }
    const auto [user, sentence] = userOf(login);
    if (user == 0)
        return back(u"/signin?redirect="_s + escaped(login.redirect), login.authenticator, u"error"_s,
                    sentence);
    const std::lock_guard lock(m_world.mutex);
    return back(login.redirect, login.authenticator, u"token"_s, startSession(user));
}

std::optional<QJsonObject> NocobaseSide::askWecom(const QByteArray &method, const QString &path,
                                                  const QString &query, const QByteArray &body) const
{
    QUrl url;
    {
        const std::lock_guard lock(m_world.mutex);
        if (m_world.fault(u"server.cannot-reach-wecom"_s))
            return std::nullopt;
        url = m_world.wecomUrl;
    }
    url.setPath(u"/cgi-bin/"_s + path);
    url.setQuery(query);
    const auto fetched = fetch(method, url, {}, body);
    if (!fetched || fetched->status != 200)
        return std::nullopt;
    const QJsonObject answer = QJsonDocument::fromJson(fetched->body).object();
    return answer.value(u"errcode"_s).toInt() == 0 ? std::optional(answer) : std::nullopt;
}

std::pair<qint64, QString> NocobaseSide::userOf(const Login &login)
{
    if (login.code.isEmpty())
        return {0, u"Authorization code does not exist."_s};
    const auto token =
        askWecom("GET", u"gettoken"_s,
                 u"corpid="_s + escaped(login.company) + u"&corpsecret="_s + escaped(login.secret));
    if (!token)
        return {0, u"Failed to get accessToken"_s};
    const QString access = u"access_token="_s + escaped(token->value(u"access_token"_s).toString());
    const auto identity = askWecom("GET", u"auth/getuserinfo"_s, access + u"&code="_s + escaped(login.code));
    if (!identity)
        return {0, apiFailed()};
    const QString userId = identity->value(u"userid"_s).toString();
    if (userId.isEmpty())
        return {0, u"Failed to get userid"_s};
    const auto member = askWecom("GET", u"user/get"_s, access + u"&userid="_s + escaped(userId));
    if (!member)
        return {0, apiFailed()};
    QString mobile = member->value(u"mobile"_s).toString();
    const QString ticket = identity->value(u"user_ticket"_s).toString();
    if (!ticket.isEmpty()) {
        const QJsonObject body{{u"user_ticket"_s, ticket}};
        const auto detail = askWecom("POST", u"auth/getuserdetail"_s, access,
                                     QJsonDocument(body).toJson(QJsonDocument::Compact));
        if (!detail)
            return {0, apiFailed()};
        mobile = detail->value(u"mobile"_s).toString();
    }
    return match(login, userId, member->value(u"name"_s).toString(), mobile);
}

std::pair<qint64, QString> NocobaseSide::match(const Login &login, const QString &userId, const QString &name,
                                               QString mobile)
{
    const std::lock_guard lock(m_world.mutex);
    const qint64 linked = m_world.links.value(login.authenticator).value(userId);
    if (linked != 0)
        return {linked, {}};
    // A phone number comes only from inside the client; what was learned there once serves the Web login too.
    if (!mobile.isEmpty())
        m_world.knownMobiles.insert(userId, mobile);
    mobile = m_world.knownMobiles.value(userId);
    qint64 found = 0;
    for (const User &user : std::as_const(m_world.users)) {
        if (!mobile.isEmpty() && user.phone == mobile)
            found = user.id;
    }
    if (found == 0 && login.autoSignup) {
        found = m_world.nextId++;
        m_world.users.append(
            {found, userId, name, QString(), mobile, u"member"_s, m_world.now().toString(Qt::ISODateWithMs)});
    }
    if (found == 0)
        return {0, mobile.isEmpty() ? u"Failed to get mobile"_s : u"User not found."_s};
    m_world.links[login.authenticator].insert(userId, found);
    return {found, {}};
}

} // namespace demo
