// SPDX-License-Identifier: Apache-2.0
// Worlds that differ from each other in every harmless way: nothing may be said against any of them.
#include "worlds.h"

#include <QTest>

#include <functional>

using namespace worlds;
using login::Outcome;
using net::FaultCode;
using Change = std::function<void(TestWorld &)>;

Q_DECLARE_METATYPE(Change)

namespace {

QStringList troubles(const QList<Finding> &findings)
{
    QStringList out;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Problem || finding.severity == Severity::Warning)
            out.append(finding.check + u'=' + finding.cause);
    }
    return out;
}

void rowsAre(TestWorld &w, const QList<nocobase::Authenticator> &rows)
{
    w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, rows, Inputs::NocobaseLogin, Vantage::Pc,
                                          noon.addSecs(-5));
}

void homepageIs(TestWorld &w, const QString &address)
{
    auto info = agentInfo();
    info.homeUrl = address;
    w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
}

} // namespace

class HealthyTest : public QObject
{
    Q_OBJECT

private slots:
    void healthyWorlds_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("all seen") << Change([](TestWorld &) {});
        QTest::newRow("this computer is not trusted, the server was asked") << Change([](TestWorld &w) {
            agentFails(w, 60020, u"198.51.100.23"_s);
            w.put<wecom::AgentInfo>(w.facts.agentFromServer, agentInfo(), Inputs::WecomFromServer,
                                    Vantage::Server);
        });
        QTest::newRow("nothing asked yet") << Change([](TestWorld &w) { w.facts = {}; });
        QTest::newRow("facts of other values") << Change([](TestWorld &w) {
            w.credentials.secret =
                vault::Secret(QByteArrayLiteral("another0secret01234567890123456789012345678"));
            w.credentials.companyId = u"ww0000000000000001"_s;
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(), Inputs::None);
            w.credentials.secret = vault::Secret(secretText);
        });
        QTest::newRow("own port everywhere") << Change([](TestWorld &w) {
            w.setup.nocobase.url = QUrl(u"https://crm.example.com:8443"_s);
            w.setup.authenticator.origin = u"https://crm.example.com:8443"_s;
            w.stampAgain();
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(u"CRM.example.com:8443"_s),
                                    Inputs::WecomApp);
            wecom::LoginLink made = link();
            made.redirectUri = QUrl(u"https://crm.example.com:8443/api/wecom:redirect"_s);
            w.put<wecom::LoginLink>(w.facts.startLinkParts, made, Inputs::Authenticator);
            auto ours = row(u"wecom"_s, true);
            w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{ours}, Inputs::NocobaseLogin,
                                                  Vantage::Pc, noon.addSecs(-5));
        });
        QTest::newRow("old NocoBase, nothing new wanted") << Change([](TestWorld &w) {
            w.setup.authenticator.redirectLink.clear();
            w.setup.authenticator.automaticLogin = false;
            w.stampAgain();
            w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(u"1.3.51"_s), Inputs::NocobaseHost);
            auto info = agentInfo();
            info.homeUrl = wecom::oauthUrl(QUrl(u"https://open.weixin.qq.com"_s), w.credentials.companyId,
                                           w.credentials.agentId,
                                           QUrl(u"https://crm.example.com/api/wecom:redirect"_s), u"x"_s)
                               .toString(QUrl::FullyEncoded);
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        });
        QTest::newRow("API key, no password sign-in") << Change([](TestWorld &w) {
            w.credentials.password = {};
            w.credentials.token = vault::Secret(QByteArrayLiteral("key"));
            w.stampAgain();
            w.put<QList<nocobase::PublicAuthenticator>>(w.facts.publicList, QList{publicList().constLast()},
                                                        Inputs::NocobaseHost);
        });
        QTest::newRow("no custom requests: trusted IP shown by the login") << Change([](TestWorld &w) {
            w.facts.trustFromServer.reset();
            auto without = plugin();
            without.customRequests = false;
            w.put<nocobase::WecomPlugin>(w.facts.plugin, without, Inputs::NocobaseLogin);
        });
        QTest::newRow("login page shown by the login only")
            << Change([](TestWorld &w) { w.facts.loginPage.reset(); });
        QTest::newRow("no file name known") << Change([](TestWorld &w) { w.facts.ownershipFile.reset(); });
        QTest::newRow("homepage is the mobile link") << Change([](TestWorld &w) {
            w.setup.homepage = {u"https://crm.example.com/v/admin"_s, u"https://crm.example.com/admin/"_s};
        });
        QTest::newRow("one row, not chosen") << Change([](TestWorld &w) {
            w.setup.authenticator.name.reset();
            w.stampAgain();
        });
        QTest::newRow("kept for this run only, by choice") << Change([](TestWorld &w) {
            w.put<vault::StoreState>(w.facts.keychain, vault::StoreState::Usable, Inputs::None,
                                     Vantage::Person);
        });
        QTest::newRow("clock two minutes off") << Change([](TestWorld &w) {
            w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(u"2.2.15"_s, noon.addSecs(120)),
                                        Inputs::NocobaseHost);
        });
        QTest::newRow("browser cannot start") << Change([](TestWorld &w) {
            login::Trace none = trace(Outcome::BrowserFailed);
            none.hops.clear();
            none.fault = u"browser-cannot-start"_s;
            loginEnds(w, none);
            w.put<setup::RenderedLoginPage>(w.facts.loginPage,
                                            failed<setup::RenderedLoginPage>(FaultCode::BrowserCannotStart),
                                            Inputs::LoginPage);
        });
        QTest::newRow("rehearsal: rules on the form of domains do not apply")
            << Change([](TestWorld &w) { w = rehearsal(); });
        QTest::newRow("NocoBase below a path") << Change([](TestWorld &w) {
            w.setup.nocobase.url = QUrl(u"https://crm.example.com/nb/"_s);
            w.setup.homepage.desktop = u"https://crm.example.com/nb/admin"_s;
            w.stampAgain();
            wecom::LoginLink made = link();
            made.redirectUri = QUrl(u"https://crm.example.com/nb/api/wecom:redirect"_s);
            w.put<wecom::LoginLink>(w.facts.startLinkParts, made, Inputs::Authenticator);
            homepageIs(w, w.setup.homepage.desktop);
        });
        QTest::newRow("modern pages") << Change([](TestWorld &w) {
            w.setup.authenticator.redirectLink = u"/v/admin"_s;
            w.setup.homepage.desktop = u"https://crm.example.com/v/admin"_s;
            w.stampAgain();
            auto ours = row(u"wecom"_s, true);
            ours.options[u"public"_s] =
                QJsonObject{{u"autoSignup"_s, false}, {u"autoLogin"_s, true}, {u"redirect"_s, u"/v/admin"_s}};
            rowsAre(w, {ours});
            homepageIs(w, w.setup.homepage.desktop);
        });
        QTest::newRow("separate homepages") << Change([](TestWorld &w) {
            w.setup.homepage = {u"https://crm.example.com/admin"_s, u"https://crm.example.com/m"_s};
        });
        QTest::newRow("separate homepages, WeCom shows neither") << Change([](TestWorld &w) {
            w.setup.homepage = {u"https://crm.example.com/admin"_s, u"https://crm.example.com/m"_s};
            homepageIs(w, u"https://crm.example.com/v/m"_s);
        });
        QTest::newRow("names and texts in Chinese") << Change([](TestWorld &w) {
            w.setup.authenticator.title = u"企业微信"_s;
            w.stampAgain();
            auto ours = row(u"wecom"_s, true);
            ours.title = u"企业微信"_s;
            rowsAre(w, {ours});
            auto info = agentInfo();
            info.name = u"客户管理（销售）"_s;
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        });
        QTest::newRow("options without a nest") << Change([](TestWorld &w) {
            using nocobase::Option;
            nocobase::OptionLayout flat;
            flat.pointers = {{Option::CompanyId, u"/corpId"_s},  {Option::AgentId, u"/agentId"_s},
                             {Option::Secret, u"/secret"_s},     {Option::Origin, u"/origin"_s},
                             {Option::AutoSignup, u"/signup"_s}, {Option::AutomaticLogin, u"/auto"_s},
                             {Option::RedirectLink, u"/path"_s}};
            w.put<nocobase::OptionLayout>(w.facts.layout, flat, Inputs::NocobaseLogin);
            auto ours = row(u"wecom"_s, true);
            ours.options = {{u"corpId"_s, u"ww9f3c1a7be4d2065a"_s},
                            {u"agentId"_s, 1000004},
                            {u"secret"_s, QString::fromLatin1(secretText)},
                            {u"origin"_s, u"https://crm.example.com/"_s},
                            {u"auto"_s, true},
                            {u"path"_s, u"/admin"_s}};
            rowsAre(w, {ours});
            w.facts.readBack.reset();
        });
        QTest::newRow("a Secret kept as a variable") << Change([](TestWorld &w) {
            auto ours = row(u"wecom"_s, true);
            QJsonObject closed = ours.options[u"wecom"_s].toObject();
            closed[u"secret"_s] = u"{{ $env.WECOM_SECRET }}"_s;
            ours.options[u"wecom"_s] = closed;
            rowsAre(w, {ours});
            w.facts.readBack.reset();
        });
        QTest::newRow("a branch office beside ours, without automatic login") << Change([](TestWorld &w) {
            rowsAre(w, {row(u"wecom"_s, true), row(u"wecom-branch"_s, false)});
        });
        QTest::newRow("an old Company ID, of the form of a public account") << Change([](TestWorld &w) {
            w.credentials.companyId = u"wx9f3c1a7be4d2065a"_s;
            w.stampAgain();
            wecom::LoginLink made = link();
            made.companyId = w.credentials.companyId;
            w.put<wecom::LoginLink>(w.facts.startLinkParts, made, Inputs::Authenticator);
        });
        QTest::newRow("only one member may see the app") << Change([](TestWorld &w) {
            auto info = agentInfo();
            info.departmentIds.clear();
            info.userIds = QStringList{u"LiWei"_s};
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        });
        QTest::newRow("the domain in other letters") << Change([](TestWorld &w) {
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(u"CRM.Example.com"_s), Inputs::WecomApp);
        });
        QTest::newRow("the domain was set from here")
            << Change([](TestWorld &w) { w.put<bool>(w.facts.domainSetting, true, Inputs::WecomApp); });
        QTest::newRow("the server has the address that worked before") << Change([](TestWorld &w) {
            w.put<QString>(w.facts.addressThatWorked, u"203.0.113.7"_s, Inputs::WecomFromServer,
                           Vantage::Server);
        });
        QTest::newRow("nothing about the callback")
            << Change([](TestWorld &w) { w.facts.callbackStatus.reset(); });
        QTest::newRow("callback asks to sign in")
            << Change([](TestWorld &w) { w.put<int>(w.facts.callbackStatus, 401, Inputs::Authenticator); });
        QTest::newRow("a console message about another domain") << Change([](TestWorld &w) {
            w.facts.toldByConsole = setup::Seen<setup::Told>{setup::Told{0, u"domain.filing"_s, {}}, noon,
                                                             Vantage::Person, "other"};
        });
        QTest::newRow("private WeCom") << Change([](TestWorld &w) {
            w.setup.wecom = {QUrl(u"https://wecom.corp.example.com"_s),
                             QUrl(u"https://wecom.corp.example.com"_s),
                             QUrl(u"https://wecom.corp.example.com"_s)};
            w.stampAgain();
            wecom::LoginLink made = link();
            made.host = u"wecom.corp.example.com"_s;
            w.put<wecom::LoginLink>(w.facts.startLinkParts, made, Inputs::Authenticator);
        });
        for (const QString &version :
             {u"1.4.0"_s, u"1.6.25"_s, u"1.9.42"_s, u"2.0.3"_s, u"2.2.15"_s, u"2.3.0-beta.1"_s})
            QTest::newRow(qPrintable(u"NocoBase "_s + version)) << Change([version](TestWorld &w) {
                w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(version), Inputs::NocobaseHost);
            });
    }
    void healthyWorlds()
    {
        QFETCH(Change, change);
        TestWorld w = healthy();
        change(w);
        QCOMPARE(troubles(w.findings()), QStringList());
    }
};

QTEST_GUILESS_MAIN(HealthyTest)
#include "tst_healthy.moc"
