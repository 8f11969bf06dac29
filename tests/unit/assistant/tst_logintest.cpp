// SPDX-License-Identifier: Apache-2.0
// The test login with a browser that plays a script: which end is told from which, whose limit it was, and
// how NocoBase came to the user.
#include "assistant/logintest.h"
#include "assistant/usersbefore.h"
#include "checks/catalogue.h"
#include "login/stages.h"
#include "sessionstage.h"

#include <QTest>
#include <QUrlQuery>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using assistant::LoginTest;
using login::Outcome;
using login::Sight;
using login::Wait;

namespace {

QUrl base()
{
    return QUrl(u"https://crm.example.com"_s);
}

// What WeCom's page shows at each look; the last one stays. "code", "no-code": the browser is sent back.
class Script final : public login::LoginViewer
{
public:
    QStringList shows;
    bool hasButton = true, buttonWorks = true;
    QString token = u"none"_s;
    std::optional<net::Fault> unopened;                        // what becomes of the sign-in page
    std::optional<net::Fault> unopenedWecom, unopenedCallback; // and of the pages after it
    int answer = 200;
    std::function<void()> atLook;
    QUrl callback = QUrl(u"https://crm.example.com/api/wecom:redirect"_s);
    QUrl wecomHost = QUrl(u"https://login.work.weixin.qq.com"_s);
    QString companyId = u"ww9f3c1a7be4d2065a"_s, agentId = u"1000004"_s;

    QCoro::Task<net::Result<void>> start(login::ViewerOptions) override { co_return net::Result<void>{}; }
    void open(const QUrl &url) override
    {
        emit requested(url);
        if (unopened)
            emit failed(*unopened);
        else
            emit loaded(true, 200);
    }
    QCoro::Task<net::Result<bool>> press(QString, std::chrono::milliseconds) override
    {
        if (unopened)
            co_return tl::unexpected(*unopened);
        if (hasButton && buttonWorks) {
            emit requested(wecomPage());
            if (unopenedWecom)
                emit failed(*unopenedWecom);
            else
                emit loaded(true, 200);
        }
        co_return hasButton;
    }
    QCoro::Task<net::Result<login::PageState>> settled(std::chrono::milliseconds) override
    {
        if (unopenedWecom)
            co_return tl::unexpected(*unopenedWecom);
        if (atLook)
            atLook();
        const QString now = shows.value(0);
        if (shows.size() > 1)
            shows.removeFirst();
        if (now == u"code"_s || now == u"no-code"_s)
            back(now == u"code"_s);
        login::PageState page;
        page.url = wecomPage();
        page.text = now;
        page.qrShown = true;
        co_return page;
    }
    void close() override {}

private:
    QUrl wecomPage() const
    {
        return wecom::webLoginUrl(wecomHost, companyId, agentId, callback, u"s1"_s, u"zh"_s);
    }
    void back(bool withCode)
    {
        QUrl address = callback;
        address.setQuery(withCode ? u"code=c1&state=s1"_s : u"state=s1"_s);
        emit requested(address);
        if (unopenedCallback) {
            emit failed(*unopenedCallback);
            return;
        }
        if (answer != 200 || token.isEmpty()) {
            emit loaded(false, answer);
            return;
        }
        if (!withCode) {
            emit requested(
                QUrl(u"https://crm.example.com/signin?error=Authorization%20code%20does%20not%20exist"_s));
            return;
        }
        emit requested(QUrl(u"https://crm.example.com/admin?authenticator=wecom&token="_s + token));
        emit loaded(true, 200);
    }
};

LoginTest::Given given()
{
    LoginTest::Given given;
    given.expected = {base(), base(), u"ww9f3c1a7be4d2065a"_s, u"1000004"_s, u"wecom"_s};
    given.signIn = QUrl(u"https://crm.example.com/signin"_s);
    given.button = u"WeCom"_s;
    given.target = {QUrl(u"http://127.0.0.1:1"_s), u"main"_s}; // nobody answers there
    given.limit = [](Wait) { return 1500ms; };
    return given;
}

// With the addresses and numbers of this setup.
void playAt(const Stage &stage, Script &browser)
{
    browser.callback = stage.session->callbackAddress();
    browser.wecomHost = stage.rehearsal.wecomUrl();
    browser.companyId = stage.rehearsal.companyId();
    browser.agentId = stage.rehearsal.agentId();
}

QString seenBy(const login::Trace &trace)
{
    QStringList all;
    for (const auto &one : trace.sightings)
        all.append(login::sightName(one.what));
    return all.join(u' ');
}

} // namespace

class LoginTestTest : public QObject
{
    Q_OBJECT

private slots:
    void ends_data()
    {
        QTest::addColumn<QStringList>("shows");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("seen");
        const QString scan = u"请使用企业微信扫描二维码登录"_s, scanned = u"扫描成功，请在手机上确认"_s;
        QTest::newRow("nobody scans") << QStringList{scan} << u"not-scanned"_s << u"qr-shown"_s;
        QTest::newRow("nobody confirms")
            << QStringList{scan, scanned} << u"not-confirmed"_s << u"qr-shown scanned"_s;
        QTest::newRow("expires") << QStringList{scan, u"二维码已过期"_s} << u"expired"_s
                                 << u"qr-shown expired"_s;
        QTest::newRow("a new code after that")
            << QStringList{scan, u"二维码已过期"_s, scan, scanned, u"code"_s} << u"signed-in"_s
            << u"qr-shown expired qr-shown scanned"_s;
        QTest::newRow("refused on the page") << QStringList{scan, scanned, u"你已取消此次登录"_s}
                                             << u"declined"_s << u"qr-shown scanned refused"_s;
        QTest::newRow("sent back without a code")
            << QStringList{scan, scanned, u"no-code"_s} << u"declined"_s << u"qr-shown scanned"_s;
        QTest::newRow("never sent back") << QStringList{scan, scanned, u"登录成功"_s} << u"not-returned"_s
                                         << u"qr-shown scanned confirmed"_s;
        QTest::newRow("wrong domain") << QStringList{u"redirect_uri 与配置的授权完成回调域名不一致"_s}
                                      << u"domain-mismatch"_s << u"qr-shown"_s;
        QTest::newRow("good") << QStringList{scan, scanned, u"code"_s} << u"signed-in"_s
                              << u"qr-shown scanned"_s;
    }
    void ends()
    {
        QFETCH(QStringList, shows);
        QFETCH(QString, outcome);
        QFETCH(QString, seen);
        net::Http http;
        LoginTest test(&http, given, nullptr);
        Script browser;
        browser.shows = shows;
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&browser))), outcome);
        QVERIFY(test.trace());
        QCOMPARE(login::outcomeName(test.trace()->outcome), outcome);
        QCOMPARE(seenBy(*test.trace()), seen);
        QVERIFY(!test.isRunning());
    }

    void theButtonIsToldFromTheRedirect()
    {
        net::Http http;
        LoginTest test(&http, given, nullptr);
        Script browser;
        browser.buttonWorks = false;
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&browser))), u"not-sent"_s);
        browser.hasButton = false;
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&browser))), u"no-button"_s);
    }

    // The browser is well: it is the page's own fault, now and in the next run of the program.
    void aPageThatCannotBeOpened_data()
    {
        QTest::addColumn<net::Fault>("fault");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("cause");
        const QMap<QString, QString> there{{u"host"_s, u"127.0.0.1"_s}};
        const auto with = [&there](const QString &reason) {
            auto params = there;
            params.insert(u"reason"_s, reason);
            return params;
        };
        QTest::newRow("refused") << net::Fault{net::FaultCode::Refused, there, {}} << u"refused"_s
                                 << u"nocobase.unreachable"_s;
        QTest::newRow("unsafe port") << net::Fault{net::FaultCode::Unreachable, with(u"port"_s), {}}
                                     << u"unreachable-port"_s << u"nocobase.unreachable"_s;
        QTest::newRow("elsewhere") << net::Fault{net::FaultCode::OriginNotAllowed, with(u"navigation"_s), {}}
                                   << u"origin-not-allowed-navigation"_s << QString();
    }
    void aPageThatCannotBeOpened()
    {
        QFETCH(net::Fault, fault);
        QFETCH(QString, told);
        QFETCH(QString, cause);
        Stage stage;
        Script browser;
        browser.unopened = fault;
        const Outcome outcome = QCoro::waitFor(stage.session->loginTest()->run(&browser));
        QCOMPARE(login::outcomeName(outcome), u"page-failed"_s);
        const auto record = setup::Repository(QDir(stage.folder.path())).record(u"crm"_s);
        const auto kept = login::traceFromJson(record.testLogin);
        QVERIFY(kept);
        for (const login::Trace &trace : {*stage.session->trace(), *kept}) {
            const login::Stage first = login::stagesOf(&trace, trace.ended).constFirst();
            QCOMPARE(first.told, u"unopened"_s);
            QCOMPARE(first.evidence[u"fault"_s].toString(), told);
            QCOMPARE(first.evidence[u"host"_s].toString(), u"127.0.0.1"_s);
            QVERIFY(!checks::Catalogue::instance().label(u"faults"_s, told, u"en"_s).isEmpty());
        }
        const auto findings = stage.session->findings(setup::StepId::TestLogin);
        QCOMPARE(findings.first().check, u"test.login"_s);
        QCOMPARE(findings.first().cause, cause);
        for (const auto &finding : findings)
            QVERIFY(finding.check != u"test.browser"_s);
    }

    // The page that WeCom sends the browser to is no other: only a server that was reached can be silent.
    void aCallbackThatCannotBeOpened_data()
    {
        QTest::addColumn<net::Fault>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QStringList>("possible");
        QTest::addColumn<QString>("told"); // of the stage that failed
        const auto with = [](net::FaultCode code, const QString &reason = {}) {
            net::Fault fault{code, {{u"host"_s, u"127.0.0.1"_s}}, {}};
            if (!reason.isEmpty())
                fault.params.insert(u"reason"_s, reason);
            return fault;
        };
        const QStringList silent{u"server.cannot-reach-wecom"_s, u"nocobase.restarting"_s,
                                 u"login.code-expired"_s};
        QTest::newRow("refused") << with(net::FaultCode::Refused) << u"page-failed"_s
                                 << u"nocobase.unreachable"_s << QStringList() << u"unopened"_s;
        QTest::newRow("unknown name") << with(net::FaultCode::NameUnknown) << u"page-failed"_s << QString()
                                      << QStringList{u"dns.unknown"_s, u"proxy.needed"_s} << u"unopened"_s;
        QTest::newRow("certificate") << with(net::FaultCode::TlsExpired) << u"page-failed"_s
                                     << u"nocobase.certificate"_s << QStringList() << u"unopened"_s;
        QTest::newRow("elsewhere") << with(net::FaultCode::OriginNotAllowed, u"navigation"_s)
                                   << u"page-failed"_s << QString() << QStringList() << u"unopened"_s;
        QTest::newRow("late") << with(net::FaultCode::Timeout) << u"callback-silent"_s << QString() << silent
                              << u"late"_s;
        QTest::newRow("closed") << with(net::FaultCode::Unreachable, u"closed"_s) << u"callback-silent"_s
                                << QString() << silent << u"late"_s;
        QTest::newRow("browser") << with(net::FaultCode::BrowserBlank, u"hung"_s) << u"browser-failed"_s
                                 << QString() << QStringList() << u"browser"_s;
    }
    void aCallbackThatCannotBeOpened()
    {
        QFETCH(net::Fault, fault);
        QFETCH(QString, cause);
        QFETCH(QStringList, possible);
        Stage stage;
        Script browser;
        playAt(stage, browser);
        browser.shows = {u"scan"_s, u"code"_s};
        browser.unopenedCallback = fault;
        const Outcome outcome = QCoro::waitFor(stage.session->loginTest()->run(&browser));
        QTEST(login::outcomeName(outcome), "outcome");
        const login::Trace &trace = *stage.session->trace();
        const auto stages = login::stagesOf(&trace, trace.ended);
        QCOMPARE(stages[3].told, u"code"_s);
        QTEST(stages[4].told, "told");
        const auto finding = stage.finding(u"test.login"_s);
        QCOMPARE(finding.cause, cause);
        QCOMPARE(finding.possible, possible);
        // What was seen before it counts all the same.
        QVERIFY(stage.finding(u"callback.domain"_s).severity == checks::Severity::Ok);
    }

    // That it is WeCom's page says nothing of NocoBase.
    void wecomsPageThatCannotBeOpened()
    {
        Stage stage;
        Script browser;
        playAt(stage, browser);
        browser.unopenedWecom = net::Fault{net::FaultCode::Refused, {{u"host"_s, u"127.0.0.1"_s}}, {}};
        const Outcome outcome = QCoro::waitFor(stage.session->loginTest()->run(&browser));
        QCOMPARE(login::outcomeName(outcome), u"page-failed"_s);
        const auto finding = stage.finding(u"test.login"_s);
        QCOMPARE(finding.cause, QString());
        QCOMPARE(finding.possible, QStringList{u"proxy.needed"_s});
        QVERIFY(finding.reason == checks::Reason::Unreachable);
    }

    void theCallbackThatIsNotThere()
    {
        net::Http http;
        LoginTest test(&http, given, nullptr);
        Script browser;
        browser.shows = {u"scan"_s, u"code"_s};
        browser.answer = 404;
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&browser))), u"callback-missing"_s);
        browser.shows = {u"scan"_s, u"code"_s};
        browser.answer = 200;
        browser.token.clear();
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&browser))), u"callback-silent"_s);
    }

    // While somebody explains, nothing runs out: the same script ends well that would have ended by its
    // limit.
    void heldLimitsDoNotRun()
    {
        net::Http http;
        LoginTest test(&http, given, nullptr);
        Script browser;
        browser.shows = {u"scan"_s};
        int looks = 0;
        browser.atLook = [&] {
            ++looks;
            if (looks == 1)
                test.holdLimits(true);
            if (looks == 5) { // later than the limit of a second and a half
                test.holdLimits(false);
                browser.shows = {u"code"_s};
            }
        };
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&browser))), u"signed-in"_s);
        QCOMPARE(test.trace()->pauses.size(), 1);
        QVERIFY(test.trace()->pauses.first().to.isValid());
    }

    void anotherOneEndsTheFirst()
    {
        net::Http http;
        LoginTest test(&http, given, nullptr);
        Script first, second;
        first.shows = {u"scan"_s};
        second.shows = {u"scan"_s, u"code"_s};
        int ended = 0;
        QString last;
        connect(&test, &LoginTest::ended, this, [&](const login::Trace &trace) {
            ++ended;
            last = login::outcomeName(trace.outcome);
        });
        auto one = test.run(&first);
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&second))), u"signed-in"_s);
        QCOMPARE(login::outcomeName(QCoro::waitFor(std::move(one))), u"cancelled"_s);
        QCOMPARE(last, u"signed-in"_s);
        QCOMPARE(login::outcomeName(test.trace()->outcome), u"signed-in"_s);
        QVERIFY(ended >= 1);
    }

    void howTheUserCame()
    {
        assistant::UsersBefore before;
        before.linked = {3, 7};
        before.highest = 9;
        QCOMPARE(before.howCame(7), login::How::BoundBefore);
        QCOMPARE(before.howCame(5), login::How::MatchedByPhone);
        QCOMPARE(before.howCame(10), login::How::CreatedNow);
        QCOMPARE(before.howCame(0), login::How::Unknown);
        QVERIFY(!QCoro::waitFor(assistant::lookAtUsers(nullptr, 5)));
    }

    // NocoBase's own answer names the user; without an administrator's sign-in nobody can say how it came.
    void whoAndHow_data()
    {
        QTest::addColumn<bool>("asAdmin");
        QTest::addColumn<QString>("how");
        QTest::newRow("signed in") << true << u"matched-by-phone"_s;
        QTest::newRow("nobody looked") << false << u"unknown"_s;
    }
    void whoAndHow()
    {
        QFETCH(bool, asAdmin);
        QFETCH(QString, how);
        Stage stage;
        QCoro::waitFor(stage.session->checkNocobase());
        QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
        const auto client =
            std::make_shared<nocobase::Client>(&stage.http, stage.session->target(), net::CancelPtr());
        QVERIFY(QCoro::waitFor(
            client->signIn(stage.rehearsal.account(), stage.rehearsal.password(), u"basic"_s)));
        LoginTest test(
            &stage.http,
            [&] {
                auto all = given();
                all.target = stage.session->target();
                all.authenticatorId = stage.session->plan().id;
                if (asAdmin)
                    all.admin = client;
                return all;
            },
            nullptr);
        Script browser;
        browser.shows = {u"scan"_s, u"code"_s};
        browser.token = client->token().revealText();
        QCOMPARE(login::outcomeName(QCoro::waitFor(test.run(&browser))), u"signed-in"_s);
        QVERIFY(test.trace()->who);
        QVERIFY(test.trace()->who->id > 0);
        QCOMPARE(login::howName(test.trace()->who->how), how);
        QVERIFY(test.sessionToken() == client->token());
        const auto stages = login::stagesOf(test.trace(), test.trace()->ended);
        QCOMPARE(stages.last().told, how);
    }

    // The next run of the program still has it, and no secret of it.
    void theLastOneIsRemembered()
    {
        Stage stage;
        QVERIFY(!stage.session->loginTest()->remembered());
        Script browser;
        browser.hasButton = false;
        QCoro::waitFor(stage.session->loginTest()->run(&browser));
        const auto record = setup::Repository(QDir(stage.folder.path())).record(u"crm"_s);
        const auto kept = login::traceFromJson(record.testLogin);
        QVERIFY(kept);
        QCOMPARE(login::outcomeName(kept->outcome), u"no-button"_s);
        Stage later({}, vault::sessionStore(), record);
        QVERIFY(later.session->loginTest()->remembered());
        QVERIFY(!later.session->trace());
    }
};

QTEST_GUILESS_MAIN(LoginTestTest)
#include "tst_logintest.moc"
