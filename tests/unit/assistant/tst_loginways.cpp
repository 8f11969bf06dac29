// SPDX-License-Identifier: Apache-2.0
// The ways of logging in against the rehearsal's NocoBase: what each opens, as whom, what is said of it, and
// that nothing goes on beyond WeCom's door. The browser is played, and asks NocoBase as its sign-in page
// does; tests/e2e has a real one. And a first login in a browser that nobody here can look into.
#include "../demo/asker.h"
#include "sessionstage.h"

#include "checks/sights.h"
#include "login/viewer.h"

#include <QTest>

#include <qcoro/qcorotask.h>
#include <qcoro/qcorotimer.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using checks::Severity;
using setup::StepId;
using setup::Vantage;

namespace {

// A browser with NocoBase's sign-in page in it: asks for the login address by itself inside WeCom, and when
// the button is pressed.
class PlayedBrowser : public login::LoginViewer
{
public:
    explicit PlayedBrowser(const demo::Rehearsal &rehearsal) : m_rehearsal(rehearsal) {}

    QCoro::Task<net::Result<void>> start(login::ViewerOptions options) override
    {
        if (cannotStart)
            co_return net::fail(net::FaultCode::BrowserCannotStart);
        agents.append(options.userAgent);
        co_return net::Result<void>{};
    }
    void open(const QUrl &url) override
    {
        opened.append(url);
        if (url.scheme() == u"about"_s)
            return;
        emit requested(url);
        if (notices && agents.last().contains(u"wxwork"_s))
            goToWecom(automatic);
    }
    QCoro::Task<net::Result<login::PageState>> settled(std::chrono::milliseconds) override
    {
        co_await QCoro::sleepFor(20ms);
        co_return login::PageState{opened.last(), u"Sign in\nWeCom"_s, false};
    }
    QCoro::Task<net::Result<bool>> press(QString text, std::chrono::milliseconds) override
    {
        pressed.append(text);
        if (hasButton)
            goToWecom(text == u"WeCom"_s ? "wecom" : "wecom-branch");
        co_return hasButton;
    }
    void close() override { ++closed; }

    QStringList agents, pressed;
    QList<QUrl> opened, shown;
    QByteArray automatic = "wecom"; // the authenticator that logs in by itself
    int closed = 0;
    bool notices = true, hasButton = true, cannotStart = false;

private:
    void goToWecom(const QByteArray &authenticator)
    {
        QUrl api = m_rehearsal.nocobaseUrl();
        api.setPath(u"/api/wecom:getAuthUrl"_s);
        Asker asker;
        asker.agent = agents.last().isEmpty() ? QByteArray(Asker::browser) : agents.last().toUtf8();
        asker.headers = {{"X-Authenticator", authenticator}};
        const QUrl link =
            QUrl::fromEncoded(asker.post(api, {{u"redirect"_s, u"/admin"_s}}).data().toString().toLatin1());
        shown.append(link);
        emit requested(link);
    }
    const demo::Rehearsal &m_rehearsal;
};

// Applied, with automatic login.
struct Applied : Stage
{
    explicit Applied(bool automatic = true, const QStringList &faults = {}) : Stage(withFaults(faults))
    {
        session->edit([automatic](setup::Setup &setup) {
            setup.authenticator.automaticLogin = automatic;
            setup.authenticator.title = u"WeCom"_s;
        });
        QCoro::waitFor(session->checkAll());
        QCoro::waitFor(session->apply());
    }
    static demo::RehearsalOptions withFaults(const QStringList &faults)
    {
        demo::RehearsalOptions options;
        options.faults = faults;
        return options;
    }
    checks::Finding tried(const char *id, PlayedBrowser &browser)
    {
        const QString check = u"test.way."_s + QLatin1String(id);
        QCoro::waitFor(session->loginWays()->tryOne(check, &browser));
        return finding(check);
    }
};

} // namespace

class TestLoginWays : public QObject
{
    Q_OBJECT
private slots:
    void eachWayHasItsOwnEvidence()
    {
        Applied stage;
        for (const char *id : {"inside-desktop", "sign-in-v1", "sign-in-v2"})
            QCOMPARE(stage.finding(u"test.way."_s + QLatin1String(id)).reason, checks::Reason::NotAsked);
        PlayedBrowser browser(stage.rehearsal);
        QCoro::waitFor(stage.session->loginWays()->tryAll(&browser));
        for (const char *id : {"inside-desktop", "inside-phone", "homepage-desktop", "homepage-phone",
                               "sign-in-v1", "sign-in-v2", "second"}) {
            const auto finding = stage.finding(u"test.way."_s + QLatin1String(id));
            QVERIFY2(finding.severity == Severity::Ok, id);
            QCOMPARE(finding.vantage, Vantage::Browser);
            QVERIFY(finding.at.isValid());
            QVERIFY(!finding.decides);
        }
        QCOMPARE(browser.agents.size(), 7);
        QVERIFY(browser.agents.at(0).contains(u"Windows"_s) && browser.agents.at(0).contains(u"wxwork"_s));
        QVERIFY(browser.agents.at(1).contains(u"iPhone"_s) && browser.agents.at(1).contains(u"wxwork"_s));
        QVERIFY(browser.agents.at(4).isEmpty() && browser.agents.at(5).isEmpty());
        // Inside WeCom nobody pressed anything.
        QCOMPARE(browser.pressed, (QStringList{u"WeCom"_s, u"WeCom"_s, u"WeCom (branch office)"_s}));
        QCOMPARE(stage.session->facts().ways[u"second"_s].what->state->authenticator, u"wecom-branch"_s);
        QVERIFY(browser.opened.contains(stage.session->modernSignInUrl()));
        // Nobody was signed in, and the step is not done by it.
        QVERIFY(stage.session->state(StepId::TestLogin) != assistant::StepState::Verified);
        QCOMPARE(stage.finding(u"test.login"_s).reason, checks::Reason::NotAsked);
        QVERIFY(!stage.session->isBusy());
        QVERIFY(browser.closed > 0);
    }

    // What a field refuses is nothing to compare NocoBase's address with.
    void needsValuesThatTheFieldsTake_data()
    {
        QTest::addColumn<QString>("companyId");
        QTest::addColumn<QString>("agentId");
        QTest::newRow("stars") << u"ww***"_s << QString();
        QTest::newRow("not a number") << QString() << u"agent"_s;
        QTest::newRow("both") << u"ww***"_s << u"agent"_s;
    }
    void needsValuesThatTheFieldsTake()
    {
        QFETCH(QString, companyId);
        QFETCH(QString, agentId);
        Applied stage;
        QVERIFY(stage.session->canTryWays());
        const auto right = stage.session->credentials();
        if (!companyId.isEmpty())
            stage.session->setCompanyId(companyId);
        if (!agentId.isEmpty())
            stage.session->setAgentId(agentId);
        QVERIFY(!stage.session->canTryWays());
        stage.session->setCompanyId(right.companyId);
        stage.session->setAgentId(right.agentId);
        QVERIFY(stage.session->canTryWays());
        stage.session->setAgentId({});
        QVERIFY(!stage.session->canTryWays());
    }

    void leavesAtWecomsDoor()
    {
        Applied stage;
        PlayedBrowser browser(stage.rehearsal);
        QCOMPARE(stage.tried("inside-desktop", browser).severity, Severity::Ok);
        // Its address was asked for; the browser itself is told to open NocoBase's page and nothing after it.
        QCOMPARE(browser.shown.size(), 1);
        browser.opened.removeAll(QUrl(u"about:blank"_s));
        QCOMPARE(browser.opened, QList<QUrl>{stage.session->signInUrl()});
        QVERIFY(browser.closed > 0);
        const auto &seen = stage.session->facts().ways[u"inside-desktop"_s];
        QVERIFY(seen.what && seen.what->link && seen.what->state);
        QCOMPARE(seen.what->link->scope, u"snsapi_privateinfo"_s);
        QVERIFY(seen.what->link->state.isEmpty()); // decoded only
    }

    void countsForTodaysValuesAndIsRemembered()
    {
        Applied stage;
        PlayedBrowser browser(stage.rehearsal);
        QCOMPARE(stage.tried("sign-in-v1", browser).severity, Severity::Ok);
        QCOMPARE(stage.session->record().ways[u"sign-in-v1"_s][u"result"_s].toString(), u"ok"_s);
        stage.session->edit([](setup::Setup &setup) { setup.authenticator.tooltip = u"Other"_s; });
        const auto finding = stage.finding(u"test.way.sign-in-v1"_s);
        QCOMPARE(finding.reason, checks::Reason::NotAsked);
        QVERIFY(!finding.evidence[u"last"_s].toString().isEmpty());
        const auto kept = setup::Repository(QDir(stage.folder.path())).record(u"crm"_s);
        QCOMPARE(kept.ways, stage.session->record().ways);
    }

    void insideUnnoticed()
    {
        Applied stage;
        PlayedBrowser browser(stage.rehearsal);
        browser.notices = false;
        const auto finding = stage.tried("inside-phone", browser);
        QCOMPARE(finding.cause, u"login.inside-unnoticed"_s);
        QCOMPARE(finding.severity, Severity::Problem);
        QVERIFY(browser.pressed.isEmpty());
    }

    void byButtonWithoutAutomaticLogin()
    {
        Applied stage(false);
        PlayedBrowser browser(stage.rehearsal);
        browser.notices = false;
        const auto finding = stage.tried("inside-phone", browser);
        QCOMPARE(finding.severity, Severity::Ok);
        QCOMPARE(finding.evidence[u"how"_s].toString(), u"by-button"_s);
        // The homepage is WeCom's own address then, and nothing has to be opened.
        browser.opened.clear();
        const auto homepage = stage.tried("homepage-desktop", browser);
        QCOMPARE(homepage.severity, Severity::Ok);
        QCOMPARE(homepage.evidence[u"how"_s].toString(), u"as-link"_s);
        QVERIFY(browser.opened.isEmpty());
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("way");
        for (const char *fault :
             {"link.wrong-ids", "link.agentid-missing", "link.internal-host", "link.encoding"})
            QTest::newRow(fault) << QString::fromLatin1(fault) << u"inside-desktop"_s;
        QTest::newRow("for inside only") << u"login.outside-wecom"_s << u"sign-in-v1"_s;
    }
    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(QString, way);
        Applied stage(true, {fault});
        PlayedBrowser browser(stage.rehearsal);
        QCOMPARE(stage.tried(way.toLatin1().constData(), browser).cause, fault);
        QCOMPARE(stage.session->state(StepId::TestLogin), assistant::StepState::NeedsAttention);
    }

    // Nothing is entered, no authenticator chosen: there is nothing to compare NocoBase's address with.
    void nothingEntered()
    {
        Stage stage;
        stage.session->setCompanyId({});
        stage.session->setAgentId({});
        stage.session->edit([](setup::Setup &setup) {
            setup.authenticator.name.reset();
            setup.authenticator.automaticLogin = true;
        });
        QCoro::waitFor(stage.session->checkAll());
        PlayedBrowser browser(stage.rehearsal);
        QCoro::waitFor(stage.session->loginWays()->tryAll(&browser));
        for (const char *id : {"inside-desktop", "homepage-phone", "sign-in-v1"}) {
            const auto finding = stage.finding(u"test.way."_s + QLatin1String(id));
            QCOMPARE(finding.cause, u"setup.incomplete"_s);
            QCOMPARE(finding.severity, Severity::Unknown);
        }
        QCOMPARE(stage.session->state(StepId::TestLogin), assistant::StepState::Open);
    }

    // NocoBase still has the values of before. What was seen then says nothing once they are applied.
    void notAppliedYet()
    {
        Stage stage;
        stage.session->edit([](setup::Setup &setup) { setup.authenticator.automaticLogin = true; });
        QCoro::waitFor(stage.session->checkAll());
        PlayedBrowser browser(stage.rehearsal);
        const QString check = u"test.way.sign-in-v1"_s;
        QCoro::waitFor(stage.session->loginWays()->tryOne(check, &browser));
        QCOMPARE(stage.finding(check).cause, u"setup.not-applied"_s);
        QCOMPARE(stage.finding(check).severity, Severity::Unknown);
        QCoro::waitFor(stage.session->apply());
        QCOMPARE(stage.finding(check).reason, checks::Reason::NotAsked);
        QVERIFY(stage.finding(check).cause.isEmpty());
    }

    // Another authenticator logs in automatically, with an app of its own: somebody's choice, unless ours is
    // to do so as well.
    void anotherGoesOnByItself()
    {
        Applied stage(false);
        PlayedBrowser browser(stage.rehearsal);
        browser.automatic = "wecom-branch";
        auto finding = stage.tried("inside-desktop", browser);
        QCOMPARE(finding.severity, Severity::Notice);
        QVERIFY(finding.cause.isEmpty());
        QCOMPARE(finding.evidence[u"authenticator"_s].toString(), u"wecom-branch"_s);
        stage.session->edit([](setup::Setup &setup) { setup.authenticator.automaticLogin = true; });
        finding = stage.tried("inside-desktop", browser);
        QCOMPARE(finding.cause, u"authenticator.several-automatic"_s);
        QCOMPARE(finding.evidence[u"other"_s].toString(), u"wecom-branch"_s);
    }

    void noButton()
    {
        Applied stage;
        PlayedBrowser browser(stage.rehearsal);
        browser.hasButton = false;
        QCOMPARE(stage.tried("sign-in-v2", browser).cause, u"plugin.no-button"_s);
    }

    void withoutABrowserNobodyCanSee()
    {
        Applied stage;
        PlayedBrowser browser(stage.rehearsal);
        browser.cannotStart = true;
        QCoro::waitFor(stage.session->loginWays()->tryAll(&browser));
        QCOMPARE(stage.finding(u"test.way.inside-desktop"_s).reason, checks::Reason::OutOfSight);
        QCOMPARE(stage.finding(u"test.way.inside-phone"_s).reason, checks::Reason::NotAsked); // asked once
    }

    void changedValuesStopIt()
    {
        Applied stage;
        PlayedBrowser browser(stage.rehearsal);
        browser.notices = false;
        auto trying = stage.session->loginWays()->tryAll(&browser);
        QVERIFY(stage.session->isBusy(StepId::TestLogin));
        stage.session->setAgentId(u"1000099"_s);
        QCoro::waitFor(trying);
        QVERIFY(stage.session->facts().ways.isEmpty());
        QVERIFY(!stage.session->isBusy(StepId::TestLogin));
    }

    void olderNocobaseHasNoSecondInterface()
    {
        Applied stage(false, {u"nocobase.too-old"_s});
        QVERIFY(stage.finding(u"test.way.sign-in-v2"_s).check.isEmpty());
        QVERIFY(!stage.finding(u"test.way.sign-in-v1"_s).check.isEmpty());
    }

    void somebodyOutOfScope()
    {
        Applied stage;
        QCOMPARE(stage.finding(u"test.way.out-of-scope"_s).reason, checks::Reason::OutOfSight);
        stage.session->tellLog(u"{\"errcode\":60011,\"errmsg\":\"no privilege to access/modify contact\"}"_s);
        const auto finding = stage.finding(u"test.way.out-of-scope"_s);
        QCOMPARE(finding.severity, Severity::Ok);
        QCOMPARE(finding.vantage, Vantage::Person);
        stage.session->tellLog({});
        stage.session->tellSight(u"no-permission"_s);
        QCOMPARE(stage.finding(u"test.way.out-of-scope"_s).severity, Severity::Ok);
        QCOMPARE(stage.finding(u"test.way.out-of-scope"_s).vantage, Vantage::Person);
    }

    // Chosen from the pictures: its cause, or a confirmation; a machine saw nothing of it.
    void whatThePersonSaw()
    {
        Applied stage;
        for (const checks::Sight &sight : checks::sights()) {
            stage.session->tellSight(sight.id);
            const auto finding = stage.finding(u"test.login"_s);
            QVERIFY2(stage.session->state(StepId::TestLogin) != assistant::StepState::Verified,
                     qPrintable(sight.id));
            QCOMPARE(stage.session->isConfirmed(StepId::TestLogin), sight.isGood());
            if (sight.isGood())
                continue;
            QCOMPARE(finding.severity, Severity::Problem);
            QCOMPARE(finding.vantage, Vantage::Person);
            QCOMPARE(sight.causes.size() == 1 ? QStringList{finding.cause} : finding.possible, sight.causes);
        }
        stage.session->tellSight({});
        QCOMPARE(stage.finding(u"test.login"_s).reason, checks::Reason::NotAsked);
    }

    void aFirstLoginElsewhere()
    {
        Applied stage;
        assistant::LinkWatch *watch = stage.session->linkWatch();
        QVERIFY(!QCoro::waitFor(watch->look())); // nothing to compare with
        QVERIFY(QCoro::waitFor(watch->begin()));
        const auto before = QCoro::waitFor(watch->look());
        QVERIFY(before && before->isEmpty());
        // Inside WeCom, as the phone's own browser: the code comes at once, and NocoBase links the user.
        Asker phone;
        phone.agent = Asker::insideWecom;
        const QUrl callback = phone.get(stage.session->oauthHomepageUrl(u"/admin"_s)).location;
        QVERIFY(!callback.isEmpty());
        phone.get(callback);
        const auto now = QCoro::waitFor(watch->look());
        QVERIFY(now);
        QCOMPARE(now->size(), 1);
        QVERIFY(stage.session->state(StepId::TestLogin) != assistant::StepState::Verified); // anybody's
        watch->accept(now->first());
        const auto finding = stage.finding(u"test.login"_s);
        QCOMPARE(finding.severity, Severity::Ok);
        QCOMPARE(finding.vantage, Vantage::Pc);
        QCOMPARE(finding.evidence[u"user"_s].toString(), now->first().nickname);
        QCOMPARE(stage.session->state(StepId::TestLogin), assistant::StepState::Verified);
        // Other values, other logins.
        stage.session->edit([](setup::Setup &setup) { setup.authenticator.tooltip = u"Other"_s; });
        QVERIFY(!watch->hasBegun());
        QCOMPARE(stage.finding(u"test.login"_s).reason, checks::Reason::NotAsked);
    }
};

QTEST_GUILESS_MAIN(TestLoginWays)
#include "tst_loginways.moc"
