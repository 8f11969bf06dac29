// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "worlds.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace worlds;
using login::LoginPageVerdict;
using login::Outcome;
using net::FaultCode;
using Change = std::function<void(TestWorld &)>;

Q_DECLARE_METATYPE(Change)

class ChecksTest : public QObject
{
    Q_OBJECT

private slots:
    void allIsSeen_data()
    {
        QTest::addColumn<bool>("isRehearsal");
        QTest::newRow("real") << false;
        QTest::newRow("rehearsal") << true;
    }
    void allIsSeen()
    {
        QFETCH(bool, isRehearsal);
        const TestWorld w = isRehearsal ? rehearsal() : healthy();
        for (const Finding &finding : w.findings()) {
            // The ways of logging in are tried only when the person wants it, and decide nothing.
            const bool isWay = finding.check.startsWith(u"test.way."_s);
            QVERIFY2(finding.severity == (isWay ? Severity::Unknown : Severity::Ok),
                     qPrintable(finding.check + u' ' + severityName(finding.severity)));
            QVERIFY2(!isWay || !finding.decides, qPrintable(finding.check));
        }
    }

    // NocoBase is to see by itself that somebody is inside WeCom, where automatic login is on.
    void insideIsUnnoticed()
    {
        TestWorld w = healthy();
        w.setup.authenticator.automaticLogin = true;
        w.stampAgain();
        setup::WayTried tried;
        tried.end = setup::WayTried::End::SignInPage;
        tried.authenticator = u"wecom"_s;
        const auto stamp = setup::stampOf(Inputs::Login, w.setup, w.credentials);
        w.facts.ways[u"inside-desktop"_s] =
            setup::Seen<setup::WayTried>{tried, noon, Vantage::Browser, stamp};
        const Finding finding = w.finding(u"test.way.inside-desktop"_s);
        QCOMPARE(finding.cause, u"login.inside-unnoticed"_s);
        QVERIFY(!finding.decides);
    }

    // What the plugin's sentences cannot prove stays possible, and no cause is named.
    void onlyPossible_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QStringList>("possible");
        QTest::newRow("api")
            << u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s
            << QStringList{u"login.ip"_s, u"login.member.out-of-scope"_s, u"login.code-used"_s};
        QTest::newRow("userid") << u"未获取到userid"_s
                                << QStringList{u"login.ip"_s, u"login.member.out-of-scope"_s,
                                               u"login.code-expired"_s};
        QTest::newRow("token") << u"Failed to get accessToken"_s
                               << QStringList{u"server.cannot-reach-wecom"_s};
        QTest::newRow("code, though there was one")
            << u"Authorization code does not exist."_s
            << QStringList{u"login.code-used"_s, u"login.code-expired"_s};
        QTest::newRow("never seen before") << u"Something else went wrong"_s << QStringList{u"login.ip"_s};
    }
    void onlyPossible()
    {
        QFETCH(QString, sentence);
        QFETCH(QStringList, possible);
        TestWorld w = healthy();
        loginSays(w, sentence);
        const Finding finding = w.finding(u"test.login"_s);
        QCOMPARE(finding.severity, Severity::Problem);
        QVERIFY(finding.cause.isEmpty());
        for (const QString &cause : std::as_const(possible))
            QVERIFY2(finding.possible.contains(cause), qPrintable(cause));
        // NocoBase holds the very values that WeCom has accepted, and the domain was read.
        QVERIFY(!finding.possible.contains(u"wecom.secret.wrong"_s));
        QVERIFY(!finding.possible.contains(u"domain.oauth.mismatch"_s));
    }

    // What another step has proven comes first, with the way there.
    void theKnownOneComesFirst()
    {
        TestWorld w = healthy();
        auto info = agentInfo();
        info.redirectDomain = u"old.example.com"_s;
        w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        loginSays(w, u"The WeCom API call failed."_s);
        const Finding finding = w.finding(u"test.login"_s);
        QVERIFY(finding.cause.isEmpty());
        QVERIFY(finding.possible.size() > 1);
        QCOMPARE(finding.possible.first(), u"domain.oauth.mismatch"_s);
        QCOMPARE(checks::Catalogue::instance().words(finding, u"en"_s).jump, StepId::TrustedDomain);
    }

    // Nobody has typed WeCom's own name; another one was typed.
    void aNameThatNobodyTypedIsNotCalledWrong()
    {
        for (const bool own : {true, false}) {
            TestWorld w = healthy();
            if (!own)
                w.setup.wecom.api = QUrl(u"https://wecom.example.com"_s);
            w.stampAgain();
            w.facts.server.reset(); // no other name was found either
            tokenFails(w, {net::FaultCode::NameUnknown, {}, {}});
            const Finding finding = w.finding(u"wecom.secret"_s);
            QCOMPARE(finding.reason, checks::Reason::Unreachable);
            QCOMPARE(finding.evidence[u"tell"_s].toString(),
                     own ? u"another-site-wecom"_s : u"another-site"_s);
        }
    }

    // "Use the address found" is not said where none was found.
    void onlyAFoundAddressIsAdvised()
    {
        TestWorld w = healthy();
        w.facts.apiBase.reset();
        serverFails(w, net::FaultCode::NotJson);
        Finding finding = w.finding(u"nocobase.reach"_s);
        QVERIFY(finding.cause.isEmpty());
        QCOMPARE(finding.possible, QStringList{u"nocobase.base-path"_s});
        const auto &catalogue = checks::Catalogue::instance();
        QCOMPARE(catalogue.words(finding, u"en"_s).todo.size(), 1);
        QVERIFY(finding.action.isEmpty());
        serverFails(w, net::FaultCode::NotJson, {{u"apiBase"_s, u"https://crm.example.com/nb/api/"_s}});
        finding = w.finding(u"nocobase.reach"_s);
        QCOMPARE(finding.cause, u"nocobase.base-path"_s);
        QCOMPARE(catalogue.words(finding, u"en"_s).todo.size(), 2);
    }

    void enabledWithoutItsType()
    {
        TestWorld w = healthy();
        auto silent = plugin();
        silent.authType.clear();
        w.put<nocobase::WecomPlugin>(w.facts.plugin, silent, Inputs::NocobaseLogin);
        const Finding finding = w.finding(u"plugin.wecom"_s);
        QCOMPARE(finding.severity, Severity::Problem);
        QVERIFY(finding.cause == u"plugin.failed"_s || finding.possible.contains(u"plugin.failed"_s));
    }

    void nothingRuledOutUnseen()
    {
        TestWorld w = healthy();
        w.facts.readBack.reset();
        w.facts.agentFromPc.reset();
        loginSays(w, u"The WeCom API call failed."_s);
        const Finding finding = w.finding(u"test.login"_s);
        for (const QString &cause : {u"login.ip"_s, u"wecom.secret.wrong"_s, u"login.member.out-of-scope"_s,
                                     u"domain.oauth.mismatch"_s})
            QVERIFY2(finding.possible.contains(cause), qPrintable(cause));
        QCOMPARE(finding.action, QString::fromLatin1(checks::action::askServer));
        QCOMPARE(w.finding(u"ip.trusted"_s).possible, QStringList{u"ip.untrusted"_s});
    }

    // "User not found." proves nothing while NocoBase may create users itself.
    void userNotFoundWithCreation()
    {
        TestWorld w = healthy();
        w.setup.authenticator.autoSignup = true;
        auto ours = row(u"wecom"_s, true);
        ours.options[u"public"_s] =
            QJsonObject{{u"autoSignup"_s, true}, {u"autoLogin"_s, true}, {u"redirect"_s, u"/admin"_s}};
        w.stampAgain();
        w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{ours}, Inputs::NocobaseLogin);
        loginSays(w, u"User not found."_s);
        QVERIFY(w.finding(u"test.login"_s).cause.isEmpty());
        QVERIFY(!w.finding(u"test.login"_s).possible.isEmpty());
    }

    void tokenDoesNotProveTheTrustedIp()
    {
        TestWorld w = healthy();
        w.facts.trustFromServer.reset();
        w.facts.testLogin.reset();
        const Finding finding = w.finding(u"ip.trusted"_s);
        QCOMPARE(finding.severity, Severity::Unknown);
        QCOMPARE(finding.reason, checks::Reason::NotAsked);
        QCOMPARE(finding.action, QString::fromLatin1(checks::action::askServer));
    }

    // Only this computer was refused: the app is not checked, and asking through the server is offered.
    void untrustedComputer()
    {
        TestWorld w = healthy();
        agentFails(w, 60020, u"198.51.100.23"_s);
        for (const QString &check :
             {u"app.enabled"_s, u"app.scope"_s, u"wecom.agent"_s, u"domain.oauth"_s, u"homepage.link"_s}) {
            const Finding finding = w.finding(check);
            QCOMPARE(severityName(finding.severity), u"unknown"_s);
            QCOMPARE(finding.reason, checks::Reason::NotAsked);
            QCOMPARE(finding.action, QString::fromLatin1(checks::action::askServer));
        }
        auto without = plugin();
        without.customRequests = false;
        w.put<nocobase::WecomPlugin>(w.facts.plugin, without, Inputs::NocobaseLogin);
        QCOMPARE(w.finding(u"app.scope"_s).reason, checks::Reason::OutOfSight);
    }

    // The server was asked as well, and refused for its address: that is told, with the way to Trusted IP.
    void untrustedServerToo()
    {
        TestWorld w = healthy();
        agentFails(w, 60020, u"198.51.100.23"_s);
        w.facts.testLogin.reset();
        w.put<wecom::TrustProbe>(w.facts.trustFromServer, wecom::TrustProbe{false, u"203.0.113.7"_s},
                                 Inputs::WecomFromServer, Vantage::Server);
        const auto &catalogue = checks::Catalogue::instance();
        QStringList titles;
        for (const QString &check : {u"app.created"_s, u"app.enabled"_s, u"app.scope"_s, u"wecom.agent"_s,
                                     u"domain.oauth"_s, u"homepage.link"_s}) {
            w.facts.agentListFromPc.reset();
            const Finding finding = w.finding(check);
            QCOMPARE(severityName(finding.severity), u"unknown"_s);
            QCOMPARE(finding.reason, checks::Reason::Unreachable);
            QCOMPARE(finding.vantage, Vantage::Server);
            QCOMPARE(finding.possible, QStringList{u"ip.untrusted"_s});
            QCOMPARE(finding.evidence[u"ip"_s].toString(), u"203.0.113.7"_s);
            QCOMPARE(catalogue.words(finding, u"en"_s).jump, std::optional(StepId::TrustedIp));
            titles += catalogue.words(finding, u"en"_s).title;
        }
        QCOMPARE(titles.removeDuplicates(), 0); // each says what it is about
    }

    void keychainThatKeepsSilent()
    {
        TestWorld w = healthy();
        w.put<vault::StoreState>(w.facts.keychain, vault::StoreState::Silent, Inputs::None);
        const Finding finding = w.finding(u"keychain.usable"_s);
        QCOMPARE(finding.reason, checks::Reason::Unreachable);
        QVERIFY(finding.cause.isEmpty());
    }

    // "Set it for me" needs an app that answers this computer.
    void setForMeOnlyFromHere()
    {
        TestWorld w = healthy();
        w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(u"old.example.com"_s), Inputs::WecomApp);
        QCOMPARE(w.finding(u"domain.oauth"_s).action, QString::fromLatin1(checks::action::setTrustedDomain));
        agentFails(w, 60020);
        w.put<wecom::AgentInfo>(w.facts.agentFromServer, agentInfo(u"old.example.com"_s),
                                Inputs::WecomFromServer, Vantage::Server);
        const Finding finding = w.finding(u"domain.oauth"_s);
        QCOMPARE(finding.cause, u"domain.oauth.mismatch"_s);
        QCOMPARE(finding.vantage, Vantage::Server);
        QVERIFY(finding.action.isEmpty());
    }

    void shapesWarnOnlyUntilAsked_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<Severity>("severity");
        QTest::newRow("good") << u"1000004"_s << Severity::Unknown;
        QTest::newRow("nothing") << QString() << Severity::Unknown;
        QTest::newRow("address bar") << u"5629500000000001"_s << Severity::Warning;
        QTest::newRow("letters") << u"abc"_s << Severity::Warning;
    }
    void shapesWarnOnlyUntilAsked()
    {
        QFETCH(QString, value);
        QFETCH(Severity, severity);
        TestWorld w = healthy();
        w.facts = {};
        w.credentials.agentId = value;
        QCOMPARE(w.finding(u"wecom.agent"_s).severity, severity);
        w.stampAgain();
        QCOMPARE(w.finding(u"wecom.agent"_s).severity, Severity::Ok);
    }

    void oneListedAppFillsTheAgentId()
    {
        TestWorld w = healthy();
        w.credentials.agentId.clear();
        w.stampAgain();
        w.facts.agentFromPc.reset();
        const Finding finding = w.finding(u"wecom.agent"_s);
        QCOMPARE(finding.action, QString::fromLatin1(checks::action::fillAgentId));
        QCOMPARE(finding.evidence[u"agentId"_s].toString(), u"1000004"_s);
    }

    void homepage_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("automatic");
        QTest::addColumn<QString>("found");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("cause");
        const QString none, empty = u"homepage.empty"_s, other = u"homepage.other"_s,
                            bare = u"homepage.plain"_s;
        const QString set = QString::fromLatin1(checks::action::setHomepage);
        const QString plain = u"https://crm.example.com/admin"_s;
        QTest::newRow("equal") << plain << true << plain << Severity::Ok << QString() << none;
        QTest::newRow("not given: where NocoBase goes after a login")
            << QString() << true << plain << Severity::Ok << QString() << none;
        QTest::newRow("another") << plain << true << u"https://old.example.com"_s << Severity::Warning << set
                                 << other;
        QTest::newRow("empty") << plain << true << QString() << Severity::Warning << set << empty;
        QTest::newRow("plain without automatic login")
            << QString() << false << plain << Severity::Warning << set << bare;
        QTest::newRow("plain, at the person's wish")
            << plain << false << plain << Severity::Warning << QString() << bare;
        QTest::newRow("login link") << QString() << false
                                    << wecom::oauthUrl(QUrl(u"https://open.weixin.qq.com"_s),
                                                       u"ww9f3c1a7be4d2065a"_s, u"1000004"_s,
                                                       QUrl(u"https://crm.example.com/api/wecom:redirect"_s),
                                                       u"x"_s)
                                           .toString(QUrl::FullyEncoded)
                                    << Severity::Ok << QString() << none;
    }
    void homepage()
    {
        QFETCH(QString, wanted);
        QFETCH(bool, automatic);
        QFETCH(QString, found);
        QFETCH(Severity, severity);
        QFETCH(QString, action);
        QFETCH(QString, cause);
        TestWorld w = healthy();
        w.setup.homepage.desktop = wanted;
        w.setup.authenticator.automaticLogin = automatic;
        auto info = agentInfo();
        info.homeUrl = found;
        w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        const Finding finding = w.finding(u"homepage.link"_s);
        QCOMPARE(severityName(finding.severity), severityName(severity));
        QCOMPARE(finding.action, action);
        QCOMPARE(finding.cause, cause);
    }

    void appliedByComparing_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("differing");
        QTest::newRow("the same") << Change([](TestWorld &) {}) << QStringList();
        QTest::newRow("agent id as a number") << Change([](TestWorld &w) {
            QJsonObject inner = w.facts.authenticators->what->first().options[u"wecom"_s].toObject();
            inner[u"agentid"_s] = 1000004;
            w.facts.authenticators->what->first().options[u"wecom"_s] = inner;
        }) << QStringList();
        QTest::newRow("a template is the person's own") << Change([](TestWorld &w) {
            QJsonObject inner = w.facts.authenticators->what->first().options[u"wecom"_s].toObject();
            inner[u"secret"_s] = u"{{ $env.WECOM_SECRET }}"_s;
            w.facts.authenticators->what->first().options[u"wecom"_s] = inner;
        }) << QStringList();
        QTest::newRow("another secret") << Change([](TestWorld &w) {
            QJsonObject inner = w.facts.authenticators->what->first().options[u"wecom"_s].toObject();
            inner[u"secret"_s] = u"old"_s;
            w.facts.authenticators->what->first().options[u"wecom"_s] = inner;
        }) << QStringList{u"secret"_s};
        QTest::newRow("switches and title") << Change([](TestWorld &w) {
            auto &row = w.facts.authenticators->what->first();
            row.title = u"Old"_s;
            row.enabled = false;
            row.options[u"public"_s] = QJsonObject{{u"redirect"_s, u"/admin"_s}};
        }) << QStringList{u"title"_s, u"enabled"_s, u"automaticLogin"_s};
    }
    void appliedByComparing()
    {
        QFETCH(Change, change);
        QFETCH(QStringList, differing);
        TestWorld w = healthy();
        w.facts.readBack.reset();
        change(w);
        const Finding finding = w.finding(u"review.applied"_s);
        QCOMPARE(finding.severity, differing.isEmpty() ? Severity::Ok : Severity::Unknown);
        QCOMPARE(finding.evidence[u"differing"_s].toArray(), QJsonArray::fromStringList(differing));
    }

    void readBackThatDiffers()
    {
        TestWorld w = healthy();
        w.put<setup::ReadBack>(w.facts.readBack,
                               setup::ReadBack{4, u"wecom"_s, false, {u"secret"_s}, true, true},
                               Inputs::Authenticator);
        QCOMPARE(w.finding(u"review.applied"_s).severity, Severity::Problem);
        QVERIFY(w.finding(u"review.applied"_s).cause.isEmpty());
    }

    // A changed input makes every fact of it stop counting.
    void oldFactsDoNotCount()
    {
        TestWorld w = healthy();
        w.credentials.secret =
            vault::Secret(QByteArrayLiteral("another0secret01234567890123456789012345678"));
        for (const QString &check :
             {u"wecom.secret"_s, u"wecom.agent"_s, u"ip.trusted"_s, u"domain.oauth"_s, u"test.login"_s}) {
            QCOMPARE(severityName(w.finding(check).severity), u"unknown"_s);
            QVERIFY(w.finding(check).reason != checks::Reason::Unreachable);
        }
        QCOMPARE(w.finding(u"nocobase.reach"_s).severity, Severity::Ok);
    }

    void orderIsThatOfTheSteps()
    {
        int last = 0;
        QStringList all;
        for (int step = 0; step <= int(StepId::Finish); ++step)
            all += checks::checksOf(StepId(step));
        for (const Finding &finding : healthy().findings()) {
            QVERIFY(int(finding.step) >= last);
            last = int(finding.step);
            QVERIFY(all.contains(finding.check));
        }
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    }

    void worstOfAll()
    {
        const auto with = [](Severity severity) {
            Finding finding;
            finding.severity = severity;
            return finding;
        };
        QCOMPARE(checks::worst({}), Severity::Ok);
        QCOMPARE(checks::worst({with(Severity::Ok), with(Severity::Notice)}), Severity::Notice);
        QCOMPARE(checks::worst({with(Severity::Unknown), with(Severity::Warning)}), Severity::Warning);
        QCOMPARE(checks::worst({with(Severity::Problem), with(Severity::Unknown)}), Severity::Problem);
    }

    void unreadableJsonIsNeverOk()
    {
        QCOMPARE(checks::findingFromJson({}).severity, Severity::Unknown);
        QCOMPARE(checks::findingFromJson({{u"severity"_s, u"splendid"_s}}).severity, Severity::Unknown);
    }

    void noSecretInAnyFinding()
    {
        TestWorld w = healthy();
        loginSays(w, u"Failed to get mobile"_s);
        for (const Finding &finding : w.findings())
            QVERIFY(!QJsonDocument(checks::toJson(finding)).toJson().contains("CANARY"));
    }

    // Proof, line by line: what was seen, what is wrong, and what could not be proven, and why.
    void proof_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected"); // check=severity[/reason]
        const auto all = [](const QString &listed, const QString &link, const QString &callback,
                            const QString &state) {
            return u"public=%1 link=%2 callback=%3 state=%4"_s.arg(listed, link, callback, state);
        };
        const QString ok = u"ok"_s, blind = u"unknown/out-of-sight"_s, open = u"unknown/not-asked"_s;
        const auto stateIs = [](const QByteArray &form) {
            return [form](TestWorld &w) {
                wecom::LoginLink parts = link();
                parts.state = QString::fromLatin1(form.toBase64());
                w.put<wecom::LoginLink>(w.facts.startLinkParts, parts, Inputs::Authenticator);
            };
        };
        QTest::newRow("all seen") << Change([](TestWorld &) {}) << all(ok, ok, ok, ok);
        QTest::newRow("state of another kind") << Change([](TestWorld &w) {
            wecom::LoginLink parts = link();
            parts.state = u"9f3c1a7be4d2065a"_s;
            w.put<wecom::LoginLink>(w.facts.startLinkParts, parts, Inputs::Authenticator);
        }) << all(ok, ok, ok, blind);
        QTest::newRow("another authenticator")
            << Change(stateIs("redirect=&app=main&name=wecom-branch")) << all(ok, ok, ok, u"problem"_s);
        QTest::newRow("the plugin does not tell") << Change([](TestWorld &w) {
            w.facts.testLogin.reset();
            w.facts.startLinkParts.reset();
            w.put<QUrl>(w.facts.startLink, net::fail(FaultCode::Missing), Inputs::Authenticator);
        }) << all(ok, blind, blind, blind);
        QTest::newRow("nobody has looked") << Change([](TestWorld &w) {
            w.facts.testLogin.reset();
            w.facts.startLinkParts.reset();
        }) << all(ok, open, open, open);
        QTest::newRow("the test login has shown it") << Change([](TestWorld &w) {
            w.facts.startLinkParts.reset();
            w.put<QUrl>(w.facts.startLink, net::fail(FaultCode::Missing), Inputs::Authenticator);
            login::Trace seen = trace(login::Outcome::SignedIn);
            seen.state = wecom::NocobaseState{u"wecom"_s, u"main"_s, {}};
            loginEnds(w, seen);
        }) << all(ok, ok, ok, ok);
        const auto listIs = [](const QList<nocobase::PublicAuthenticator> &list) {
            return [list](TestWorld &w) {
                w.put<QList<nocobase::PublicAuthenticator>>(w.facts.publicList, list, Inputs::NocobaseHost);
            };
        };
        auto untitled = publicList();
        untitled.last().authTypeTitle.clear();
        QTest::newRow("listed without its type") << Change(listIs(untitled)) << all(u"problem"_s, ok, ok, ok);
        QTest::newRow("not listed") << Change(listIs(publicList().mid(0, 1)))
                                    << all(u"problem"_s, ok, ok, ok);
    }
    void proof()
    {
        QFETCH(Change, change);
        QFETCH(QString, expected);
        TestWorld w = healthy();
        change(w);
        QStringList told;
        for (const QString &check : {u"public"_s, u"link"_s, u"callback"_s, u"state"_s}) {
            const Finding finding = w.finding(u"review."_s + check);
            const QString reason = checks::reasonName(finding.reason);
            told << check + u'=' + severityName(finding.severity) +
                        (reason.isEmpty() ? QString() : u'/' + reason);
        }
        QCOMPARE(told.join(u' '), expected);
        const bool blind = w.finding(u"review.link"_s).reason == checks::Reason::OutOfSight;
        QCOMPARE(w.finding(u"review.link"_s).action,
                 blind ? QString::fromLatin1(checks::action::showLoginAddress) : QString());
    }

    // Filled in by hand, because no layout is known: the person's word, and what can be proven all the same.
    void filledInByHand()
    {
        TestWorld w = healthy();
        w.put<nocobase::OptionLayout>(w.facts.layout, net::fail(FaultCode::Missing), Inputs::NocobaseLogin);
        w.facts.readBack.reset();
        QCOMPARE(w.finding(u"review.layout"_s).severity, Severity::Problem);
        QCOMPARE(w.finding(u"review.applied"_s).reason, checks::Reason::OutOfSight);
        w.setup.confirmed.insert(setup::stepName(StepId::Review), noon);
        QCOMPARE(w.finding(u"review.layout"_s).severity, Severity::Notice);
        QCOMPARE(w.finding(u"review.link"_s).severity, Severity::Ok);
    }

    void markerRowIsPointedOut()
    {
        TestWorld w = healthy();
        QVERIFY(w.finding(u"review.marker"_s).check.isEmpty());
        auto marker = row(u"s_1"_s, false);
        marker.id = 9;
        marker.enabled = false;
        const auto values = nocobase::markerValues();
        marker.options = {{u"x"_s, values[nocobase::Option::CompanyId]},
                          {u"y"_s, values[nocobase::Option::Secret]}};
        w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{row(u"wecom"_s, true), marker},
                                              Inputs::NocobaseLogin);
        const Finding finding = w.finding(u"review.marker"_s);
        QCOMPARE(finding.severity, Severity::Notice);
        QCOMPARE(finding.action, QString::fromLatin1(checks::action::removeMarker));
        QCOMPARE(finding.evidence[u"name"_s].toString(), u"s_1"_s);
    }

    void flawsOfTheVersionAreNotices()
    {
        TestWorld w = healthy();
        w.setup.authenticator.autoSignup = true;
        w.stampAgain();
        w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(u"1.5.0"_s), Inputs::NocobaseHost);
        QCOMPARE(w.finding(u"options.signup"_s).severity, Severity::Notice);
        QCOMPARE(w.finding(u"options.signup"_s).evidence[u"needs"_s].toString(), u"1.9.42"_s);
        QCOMPARE(w.finding(u"options.automatic-login"_s).severity, Severity::Notice);
        w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(), Inputs::NocobaseHost);
        QCOMPARE(w.finding(u"options.signup"_s).severity, Severity::Ok);
    }
};

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"
