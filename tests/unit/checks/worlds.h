// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/actions.h"
#include "checks/finding.h"
#include "setup/record.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

// Worlds for tests: one in which everything is right, and small changes to it.
namespace worlds {

using namespace Qt::StringLiterals;
using checks::Finding;
using checks::Severity;
using setup::Inputs;
using setup::StepId;
using setup::Vantage;

inline const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());
inline const QByteArray secretText = QByteArrayLiteral("CANARYsecret0123456789012345678901234567890");

struct TestWorld
{
    setup::Setup setup;
    setup::Credentials credentials;
    setup::Facts facts;
    setup::Record record;

    // Made last: a fact counts only with today's inputs.
    template<class T>
    void put(setup::Fact<T> &fact, net::Result<T> what, Inputs inputs, Vantage from = Vantage::Pc,
             QDateTime at = noon)
    {
        fact = setup::Seen<T>{std::move(what), at, from, setup::stampOf(inputs, setup, credentials)};
    }
    setup::World world() const { return {setup, credentials, facts, &record}; }
    QList<Finding> findings() const { return checks::evaluate(world()); }
    Finding finding(const QString &check) const
    {
        const auto all = findings();
        for (const Finding &one : all) {
            if (one.check == check)
                return one;
        }
        return {};
    }
    void stampAgain(); // after a change of inputs: all facts were seen with the new ones
};

inline net::Fault wecomError(int errcode, const QString &ip = {})
{
    net::Fault fault{net::FaultCode::WecomError, {{u"errcode"_s, QString::number(errcode)}}, {}};
    if (!ip.isEmpty())
        fault.params.insert(u"ip"_s, ip);
    return fault;
}

inline net::Fault nocobaseError(int status, const QString &code = {})
{
    net::Fault fault{net::FaultCode::NocobaseError, {{u"status"_s, QString::number(status)}}, {}};
    if (!code.isEmpty())
        fault.params.insert(u"code"_s, code);
    return fault;
}

template<class T>
net::Result<T> failed(net::FaultCode code, QMap<QString, QString> params = {})
{
    return net::fail(code, std::move(params));
}

inline nocobase::OptionLayout nestedLayout()
{
    using nocobase::Option;
    nocobase::OptionLayout layout;
    layout.pointers = {
        {Option::CompanyId, u"/wecom/corpid"_s},       {Option::AgentId, u"/wecom/agentid"_s},
        {Option::Secret, u"/wecom/secret"_s},          {Option::Origin, u"/wecom/origin"_s},
        {Option::AutoSignup, u"/public/autoSignup"_s}, {Option::AutomaticLogin, u"/public/autoLogin"_s},
        {Option::RedirectLink, u"/public/redirect"_s}, {Option::Tooltip, u"/public/tooltip"_s}};
    return layout;
}

inline nocobase::Authenticator row(const QString &name, bool automatic)
{
    nocobase::Authenticator row;
    row.id = 4;
    row.name = name;
    row.authType = u"wecom"_s;
    row.title = u"WeCom"_s;
    row.enabled = true;
    row.options = {
        {u"wecom"_s, QJsonObject{{u"corpid"_s, u"ww9f3c1a7be4d2065a"_s},
                                 {u"agentid"_s, u"1000004"_s},
                                 {u"secret"_s, QString::fromLatin1(secretText)},
                                 {u"origin"_s, u"https://crm.example.com"_s}}},
        {u"public"_s,
         QJsonObject{{u"autoSignup"_s, false}, {u"autoLogin"_s, automatic}, {u"redirect"_s, u"/admin"_s}}}};
    return row;
}

inline wecom::LoginLink link()
{
    wecom::LoginLink link;
    link.host = u"login.work.weixin.qq.com"_s;
    link.companyId = u"ww9f3c1a7be4d2065a"_s;
    link.agentId = u"1000004"_s;
    link.redirectUri = QUrl(u"https://crm.example.com/api/wecom:redirect"_s);
    link.redirectUriRaw = u"https%3A%2F%2Fcrm.example.com%2Fapi%2Fwecom%3Aredirect"_s;
    link.state = QString::fromLatin1(
        QByteArrayLiteral("redirect=&app=main&name=wecom&isWeComBrowser=true").toBase64());
    return link;
}

inline login::Trace trace(login::Outcome outcome, const QString &sentence = {}, bool withCode = true)
{
    using login::HopKind;
    login::Trace trace;
    trace.outcome = outcome;
    trace.sentence = sentence;
    trace.started = noon;
    const auto hop = [](HopKind kind, const QString &url, bool proven) {
        return login::Hop{kind, QUrl(url), noon, 200, proven};
    };
    trace.hops = {hop(HopKind::SignInPage, u"https://crm.example.com/signin"_s, true),
                  hop(HopKind::WecomLogin, u"https://login.work.weixin.qq.com/wwlogin/sso/login"_s, true)};
    const QList<login::Outcome> afterwards{
        login::Outcome::SignedIn, login::Outcome::SignedInWithoutRole, login::Outcome::PluginSentence,
        login::Outcome::Declined, login::Outcome::CallbackMissing,     login::Outcome::CallbackSilent};
    if (afterwards.contains(outcome))
        trace.hops.append(hop(HopKind::Callback, u"https://crm.example.com/api/wecom:redirect"_s, withCode));
    trace.link = link();
    if (outcome == login::Outcome::SignedIn)
        trace.who = login::Who{7, u"Li Wei"_s, u"liwei"_s, {u"member"_s}, true};
    return trace;
}

// Everything a machine can see is right, with real addresses.
inline TestWorld healthy()
{
    TestWorld w;
    w.setup.id = u"crm"_s;
    w.setup.name = u"CRM"_s;
    w.setup.nocobase.url = QUrl(u"https://crm.example.com"_s);
    w.setup.nocobase.account = u"admin"_s;
    w.setup.authenticator.name = u"wecom"_s;
    w.setup.authenticator.origin = u"https://crm.example.com"_s;
    w.setup.authenticator.redirectLink = u"/admin"_s;
    w.setup.authenticator.automaticLogin = true;
    w.setup.homepage.desktop = u"https://crm.example.com/admin"_s;
    w.credentials.companyId = u"ww9f3c1a7be4d2065a"_s;
    w.credentials.agentId = u"1000004"_s;
    w.credentials.secret = vault::Secret(secretText);
    w.credentials.password = vault::Secret(QByteArrayLiteral("CANARYpassword"));
    w.stampAgain();
    return w;
}

inline wecom::AgentInfo agentInfo(const QString &domain = u"crm.example.com"_s)
{
    wecom::AgentInfo info;
    info.agentId = 1000004;
    info.name = u"NocoBase CRM"_s;
    info.redirectDomain = domain;
    info.homeUrl = u"https://crm.example.com/admin"_s;
    info.departmentIds = QStringList{u"1"_s, u"2"_s};
    return info;
}

inline nocobase::ServerInfo serverInfo(const QString &version = u"2.2.15"_s, const QDateTime &date = noon)
{
    return {QVersionNumber::fromString(version), version, u"main"_s, date};
}

inline nocobase::Identity administrator()
{
    nocobase::Identity identity;
    identity.id = 1;
    identity.nickname = u"Super Admin"_s;
    identity.role = u"root"_s;
    identity.roles = QStringList{u"root"_s};
    identity.allowAll = true;
    return identity;
}

inline nocobase::WecomPlugin plugin()
{
    return {true, true, u"auth-wecom"_s, u"@nocobase/plugin-auth-wecom"_s, u"2.2.15"_s, u"wecom"_s, true};
}

inline QList<nocobase::PublicAuthenticator> publicList()
{
    return {{u"basic"_s, u"Email/Password"_s, u"Password"_s, u"Password"_s, {}},
            {u"wecom"_s, u"wecom"_s, u"WeCom"_s, u"WeCom"_s, {}}};
}

inline void TestWorld::stampAgain()
{
    put<vault::StoreState>(facts.keychain, vault::StoreState::Usable, Inputs::None);
    put<nocobase::ServerInfo>(facts.server, serverInfo(), Inputs::NocobaseHost);
    put<QList<nocobase::PublicAuthenticator>>(facts.publicList, publicList(), Inputs::NocobaseHost);
    put<nocobase::Identity>(facts.identity, administrator(), Inputs::NocobaseLogin);
    put<nocobase::WecomPlugin>(facts.plugin, plugin(), Inputs::NocobaseLogin);
    put<QList<nocobase::Authenticator>>(
        facts.authenticators, QList<nocobase::Authenticator>{row(u"wecom"_s, true)}, Inputs::NocobaseLogin);
    put<nocobase::OptionLayout>(facts.layout, nestedLayout(), Inputs::NocobaseLogin);
    put<QDateTime>(facts.token, noon.addSecs(7200), Inputs::WecomToken);
    put<wecom::AgentInfo>(facts.agentFromPc, agentInfo(), Inputs::WecomApp);
    put<QList<wecom::AgentListItem>>(
        facts.agentListFromPc, QList<wecom::AgentListItem>{{1000004, u"NocoBase CRM"_s}}, Inputs::WecomToken);
    put<wecom::TrustProbe>(facts.trustFromServer, wecom::TrustProbe{true, {}}, Inputs::WecomFromServer,
                           Vantage::Server);
    put<setup::OwnershipFile>(facts.ownershipFile,
                              setup::OwnershipFile{u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s, 200, true, false},
                              Inputs::OriginOnly);
    put<setup::RenderedLoginPage>(facts.loginPage, setup::RenderedLoginPage{login::LoginPageVerdict::QrShown},
                                  Inputs::LoginPage, Vantage::Browser);
    put<setup::ReadBack>(facts.readBack, setup::ReadBack{4, u"wecom"_s, true, {}, true, true},
                         Inputs::Authenticator);
    put<wecom::LoginLink>(facts.startLinkParts, link(), Inputs::Authenticator);
    put<int>(facts.callbackStatus, 302, Inputs::Authenticator);
    put<login::Trace>(facts.testLogin, trace(login::Outcome::SignedIn), Inputs::Login, Vantage::Browser);
}

// All addresses are loopback, as in the rehearsal.
inline TestWorld rehearsal()
{
    TestWorld w = healthy();
    w.setup.nocobase.url = QUrl(u"http://127.0.0.1:18080"_s);
    w.setup.wecom = {QUrl(u"http://127.0.0.1:18081"_s), QUrl(u"http://127.0.0.1:18081"_s),
                     QUrl(u"http://127.0.0.1:18081"_s)};
    w.setup.authenticator.origin = u"http://127.0.0.1:18080"_s;
    w.setup.homepage.desktop = u"http://127.0.0.1:18080/admin"_s;
    w.stampAgain();
    wecom::AgentInfo info = agentInfo(u"127.0.0.1:18080"_s);
    info.homeUrl = w.setup.homepage.desktop;
    w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
    wecom::LoginLink made = link();
    made.host = u"127.0.0.1:18081"_s;
    made.redirectUri = QUrl(u"http://127.0.0.1:18080/api/wecom:redirect"_s);
    w.put<wecom::LoginLink>(w.facts.startLinkParts, made, Inputs::Authenticator);
    return w;
}

inline void agentFails(TestWorld &w, int errcode, const QString &ip = {})
{
    w.put<wecom::AgentInfo>(w.facts.agentFromPc, tl::unexpected(wecomError(errcode, ip)), Inputs::WecomApp);
}

inline void tokenFails(TestWorld &w, const net::Fault &fault)
{
    w.facts.agentFromPc.reset();
    w.put<QDateTime>(w.facts.token, tl::unexpected(fault), Inputs::WecomToken);
}

inline void serverFails(TestWorld &w, net::FaultCode code, QMap<QString, QString> params = {})
{
    w.put<nocobase::ServerInfo>(w.facts.server, failed<nocobase::ServerInfo>(code, std::move(params)),
                                Inputs::NocobaseHost);
}

inline void loginEnds(TestWorld &w, const login::Trace &trace)
{
    w.put<login::Trace>(w.facts.testLogin, trace, Inputs::Login, Vantage::Browser);
}

// A login that failed while the server was never asked.
inline void loginSays(TestWorld &w, const QString &sentence)
{
    w.facts.trustFromServer.reset();
    loginEnds(w, trace(login::Outcome::PluginSentence, sentence));
}

} // namespace worlds
