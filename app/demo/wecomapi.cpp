// SPDX-License-Identifier: Apache-2.0
#include "demo/wecomside.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int tokenSeconds = 7200, codeSeconds = 300, ticketSeconds = 1800, banSeconds = 3600;
constexpr int wrongSecretsBeforeBan = 5, domainSettingsPerMonth = 20;

QJsonObject success(QJsonObject more = {})
{
    more.insert(u"errcode"_s, 0);
    more.insert(u"errmsg"_s, u"ok"_s);
    return more;
}

// How the API says no: the message is made where the caller's address is known.
QJsonObject no(int errcode, const QString &text)
{
    return {{u"errcode"_s, errcode}, {u"errmsg"_s, text}};
}

bool isKnown(const QString &path)
{
    static const QStringList paths = {u"gettoken"_s,           u"agent/get"_s,        u"agent/list"_s,
                                      u"agent/set"_s,          u"auth/getuserinfo"_s, u"user/getuserinfo"_s,
                                      u"auth/getuserdetail"_s, u"user/get"_s,         u"getcallbackip"_s,
                                      u"get_api_domain_ip"_s};
    return paths.contains(path);
}

// Not measured to be behind the trusted-IP rule.
bool isOpenToAll(const QString &path)
{
    return path == u"getcallbackip"_s || path == u"get_api_domain_ip"_s;
}

} // namespace

QJsonObject refusal(int errcode, const QString &text, const QString &address)
{
    const QString hint =
        errcode == 40014 ? QString() : u", hint: [%1]"_s.arg(QDateTime::currentMSecsSinceEpoch());
    const QString message = text + hint + u", from ip: "_s + address +
                            u", more info at https://open.work.weixin.qq.com/devtool/query?e="_s +
                            QString::number(errcode);
    return {{u"errcode"_s, errcode}, {u"errmsg"_s, message}};
}

Answer WecomSide::api(const Call &call)
{
    const QString path = call.path.mid(QStringLiteral("/cgi-bin/").size());
    if (!isKnown(path))
        return Answer::nothing(404); // a wrong path, never a wrong credential
    const QString address = m_world.address(call);
    m_world.sawBearer = m_world.sawBearer || call.header("authorization").startsWith("Bearer ");

    QJsonObject out;
    if (path == u"gettoken"_s) {
        out = getToken(call);
    } else if (call.param(u"access_token"_s).isEmpty()) {
        out = no(41001, u"access_token missing"_s);
    } else if (m_world.token.isEmpty() || call.param(u"access_token"_s) != m_world.token) {
        out = no(40014, u"invalid access_token"_s);
    } else if (m_world.now() >= m_world.tokenEnds || m_world.fault(u"wecom.token-ended"_s)) {
        out = no(42001, u"access_token expired"_s);
    } else if (!isOpenToAll(path) && !m_world.app.trustedAddresses.contains(address) &&
               !(m_world.trustsThisComputer() && address == sample::thisComputer())) {
        out = no(60020, u"not allow to access from your ip"_s); // before any look at the parameters
    } else if (path.startsWith(u"agent/"_s) && m_world.fault(u"wecom.secret.other-kind"_s)) {
        out = no(48002, u"api forbidden"_s);
    } else if (path == u"agent/get"_s) {
        out = agentGet(call);
    } else if (path == u"agent/list"_s) {
        out = agentList();
        m_world.answeredServer = m_world.answeredServer || address == sample::server();
    } else if (path == u"agent/set"_s) {
        out = agentSet(call);
    } else if (path == u"auth/getuserinfo"_s || path == u"user/getuserinfo"_s) {
        out = userInfo(call, path.startsWith(u"user"_s));
    } else if (path == u"auth/getuserdetail"_s) {
        out = userDetail(call);
    } else if (path == u"user/get"_s) {
        out = member(call);
    } else {
        out = success({{u"ip_list"_s, QJsonArray{u"192.0.2.10"_s, u"192.0.2.*"_s}}});
    }
    const int errcode = out.value(u"errcode"_s).toInt();
    return Answer::json(errcode == 0 ? out : refusal(errcode, out.value(u"errmsg"_s).toString(), address));
}

QJsonObject WecomSide::getToken(const Call &call)
{
    if (call.param(u"corpsecret"_s).isEmpty())
        return no(41004, u"corpsecret missing"_s);
    if (call.param(u"corpid"_s).isEmpty())
        return no(41002, u"corpid missing"_s);
    static const QList<std::pair<QString, int>> always = {{u"wecom.rate-limited"_s, 45009},
                                                          {u"wecom.busy"_s, -1},
                                                          {u"wecom.company.unverified"_s, 43009},
                                                          {u"wecom.company.unusable"_s, 301007},
                                                          {u"wecom.other"_s, 48004}};
    for (const auto &[cause, code] : always) {
        if (m_world.fault(cause))
            return no(code, u"refused"_s);
    }
    const QString address = m_world.address(call);
    if (m_world.now() < m_world.bannedUntil.value(address))
        return no(45009, u"api freq out of limit"_s);
    if (call.param(u"corpid"_s) != m_world.companyIdNow())
        return no(40013, u"invalid corpid"_s);
    if (!m_world.isSampleSecretNow(call.param(u"corpsecret"_s))) {
        if (++m_world.badSecrets[address] >= wrongSecretsBeforeBan) {
            m_world.badSecrets.remove(address);
            m_world.bannedUntil.insert(address, m_world.now().addSecs(banSeconds));
        }
        return no(40001, u"invalid credential"_s);
    }
    if (m_world.token.isEmpty() || m_world.now() >= m_world.tokenEnds) {
        m_world.token = u"rehearsal-token-"_s + randomText(48);
        m_world.tokenEnds = m_world.now().addSecs(tokenSeconds);
    }
    return success(
        {{u"access_token"_s, m_world.token}, {u"expires_in"_s, m_world.now().secsTo(m_world.tokenEnds)}});
}

QJsonObject WecomSide::agentGet(const Call &call) const
{
    const App &app = m_world.app;
    if (call.param(u"agentid"_s).isEmpty())
        return no(41011, u"agentid missing"_s);
    bool isNumber = false;
    const qint64 asked = call.param(u"agentid"_s).toLongLong(&isNumber);
    if (!isNumber || asked <= 0 || asked > 9999999999)
        return no(40056, u"invalid agentid"_s);
    if (asked != m_world.agentIdOfSecret())
        return no(301002, u"not allow operate another agent with this accesstoken"_s);
    QJsonArray users, departments;
    for (const QString &user : app.users)
        users.append(QJsonObject{{u"userid"_s, user}});
    for (const int department : app.departments)
        departments.append(department);
    return success(
        {{u"agentid"_s, asked},
         {u"name"_s, app.name},
         {u"square_logo_url"_s, m_world.wecomUrl.toString(QUrl::StripTrailingSlash) + u"/logo.svg"_s},
         {u"description"_s, u"Rehearsal 演练"_s},
         {u"allow_userinfos"_s, QJsonObject{{u"user"_s, users}}},
         {u"allow_partys"_s, QJsonObject{{u"partyid"_s, departments}}},
         {u"allow_tags"_s, QJsonObject{{u"tagid"_s, QJsonArray()}}},
         {u"close"_s, app.closed ? 1 : 0},
         {u"redirect_domain"_s, app.redirectDomain},
         {u"report_location_flag"_s, 0},
         {u"isreportenter"_s, 0},
         {u"home_url"_s, app.homeUrl}});
}

QJsonObject WecomSide::agentList() const
{
    // A self-built app's token sees that app alone.
    const QJsonObject self{
        {u"agentid"_s, m_world.agentIdOfSecret()},
        {u"name"_s, m_world.app.name},
        {u"square_logo_url"_s, m_world.wecomUrl.toString(QUrl::StripTrailingSlash) + u"/logo.svg"_s}};
    return success({{u"agentlist"_s, QJsonArray{self}}});
}

QJsonObject WecomSide::agentSet(const Call &call)
{
    App &app = m_world.app;
    const QJsonObject body = call.json();
    if (call.method != "POST" || body.isEmpty())
        return no(40058, u"invalid Request Parameter"_s);
    if (!body.contains(u"agentid"_s))
        return no(41011, u"agentid missing"_s);
    if (body.value(u"agentid"_s).toVariant().toLongLong() != m_world.agentIdOfSecret())
        return no(301002, u"not allow operate another agent with this accesstoken"_s);
    const QString home = body.value(u"home_url"_s).toString();
    if (!home.isEmpty() && !home.startsWith(u"http://"_s) && !home.startsWith(u"https://"_s))
        return no(40094, u"invalid url"_s);
    bool notOwned = false;
    if (body.contains(u"redirect_domain"_s)) {
        if (app.domainSettings >= domainSettingsPerMonth || m_world.fault(u"domain.limit"_s))
            return no(85004, u"exceed domain setting limit of this month"_s);
        ++app.domainSettings;
        const QString domain = body.value(u"redirect_domain"_s).toString();
        notOwned = !app.ownershipVerified || domain != domainOf(m_world.nocobaseUrl);
        app.redirectDomain = domain; // kept all the same: OAuth works, the JS-SDK does not
    }
    if (body.contains(u"home_url"_s))
        app.homeUrl = home;
    return notOwned ? no(85005, u"domain ownership not verified"_s) : success();
}

QJsonObject WecomSide::userInfo(const Call &call, bool legacy)
{
    const QString text = call.param(u"code"_s);
    if (text.isEmpty())
        return no(41008, u"missing code"_s);
    const auto code = m_world.codes.find(text);
    if (code == m_world.codes.end() || code->used || m_world.fault(u"login.code-used"_s))
        return no(40029, u"invalid code"_s);
    if (code->made.secsTo(m_world.now()) >= codeSeconds)
        return no(42003, u"code expired"_s);
    if (m_world.app.closed)
        return no(50003, u"app is disabled"_s);
    if (domainOf(code->redirect) != m_world.app.redirectDomain || m_world.fault(u"wecom.secret.other-kind"_s))
        return no(50001, u"redirect_uri unauthorized"_s);
    code->used = true;
    if (code->visitor == Visitor::Outsider)
        return success({{legacy ? u"OpenId"_s : u"openid"_s, u"oOUTSIDER0000000000000000001"_s}});
    QJsonObject out{{legacy ? u"UserId"_s : u"userid"_s, sample::userId()}};
    if (legacy)
        out.insert(u"DeviceId"_s, u""_s);
    if (code->privateInfo && code->visitor == Visitor::Colleague) {
        const QString ticket = u"rehearsal-ticket-"_s + randomText(24);
        m_world.tickets.insert(ticket, {sample::userId(), m_world.now()});
        out.insert(u"user_ticket"_s, ticket);
        out.insert(u"expires_in"_s, ticketSeconds);
    }
    return success(out);
}

QJsonObject WecomSide::userDetail(const Call &call) const
{
    const QString ticket = call.json().value(u"user_ticket"_s).toString();
    if (ticket.isEmpty())
        return no(84090, u"user_ticket missing"_s);
    const auto found = m_world.tickets.constFind(ticket);
    if (found == m_world.tickets.cend())
        return no(84015, u"invalid user_ticket"_s);
    if (found->second.secsTo(m_world.now()) >= ticketSeconds)
        return no(84014, u"user_ticket expired"_s);
    // No name: document 96443 has none.
    return success({{u"userid"_s, found->first},
                    {u"gender"_s, u"1"_s},
                    {u"avatar"_s, u""_s},
                    {u"qr_code"_s, u""_s},
                    {u"mobile"_s, sample::mobile()},
                    {u"email"_s, u""_s},
                    {u"biz_mail"_s, u"liwei@example.com"_s},
                    {u"address"_s, u""_s}});
}

QJsonObject WecomSide::member(const Call &call) const
{
    const QString userId = call.param(u"userid"_s);
    if (userId.isEmpty())
        return no(41009, u"userid missing"_s);
    if (userId.compare(sample::userId(), Qt::CaseInsensitive) != 0)
        return no(60111, u"userid not found"_s);
    if (m_world.phoneHolder() == Visitor::ColleagueOutOfScope)
        return no(60011, u"no privilege to access/modify contact/party/agent"_s);
    // An app made after June 2022: no avatar, gender, mobile, email, biz_mail, qr_code or address.
    return success({{u"userid"_s, sample::userId()},
                    {u"name"_s, u"李伟"_s},
                    {u"department"_s, QJsonArray{1}},
                    {u"order"_s, QJsonArray{0}},
                    {u"position"_s, u""_s},
                    {u"is_leader_in_dept"_s, QJsonArray{0}},
                    {u"direct_leader"_s, QJsonArray()},
                    {u"telephone"_s, u""_s},
                    {u"alias"_s, u""_s},
                    {u"main_department"_s, 1},
                    {u"status"_s, 1},
                    {u"extattr"_s, QJsonObject{{u"attrs"_s, QJsonArray()}}}});
}

} // namespace demo
