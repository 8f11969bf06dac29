// SPDX-License-Identifier: Apache-2.0
// A login without a browser: the rehearsal's hops one by one, held and let go, through the session's own
// test.
#include "sessionstage.h"

#include "assistant/tourpreparation.h"

#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using login::HopKind;
using login::Outcome;
using login::TourHop;

namespace {

// Everything filled in, done in the console and applied; then a login that somebody lets go on.
class Login
{
public:
    explicit Login(const QString &fault = {}) : m_stage(optionsWith(fault))
    {
        assistant::TourSamples samples;
        samples.credentials = m_stage.session->credentials();
        samples.account = m_stage.rehearsal.account();
        samples.ownershipFile = m_stage.rehearsal.ownershipFileName();
        QCoro::waitFor(assistant::prepareRehearsal(m_stage.session.get(), samples, fault));
        m_browser = m_stage.rehearsal.playedBrowser(&m_stage.http);
        QObject::connect(&m_stage.http, &net::Http::exchanged, m_browser.get(),
                         [this](const net::Exchange &it) { hosts.insert(QUrl(it.url).host()); });
    }
    ~Login() { m_stage.session->loginTest()->stop(); }

    void begin(bool held)
    {
        m_stage.rehearsal.holdHops(held);
        QCoro::connect(m_stage.session->loginTest()->run(m_browser.get()), m_browser.get(),
                       [this](Outcome it) { outcome = it; });
    }
    bool waitsFor(TourHop hop)
    {
        return QTest::qWaitFor([&] { return m_stage.rehearsal.waitsFor() == hop; }, 20000);
    }
    bool ended()
    {
        return QTest::qWaitFor([&] { return outcome != Outcome::Running; }, 90000); // also for a button
    }
    demo::Rehearsal &world() { return m_stage.rehearsal; }
    assistant::SetupSession &session() { return *m_stage.session; }
    QList<HopKind> kinds() const
    {
        QList<HopKind> all;
        for (const auto &hop : m_stage.session->trace()->hops)
            all << hop.kind;
        return all;
    }

    QSet<QString> hosts;
    Outcome outcome = Outcome::Running;

private:
    static demo::RehearsalOptions optionsWith(const QString &fault)
    {
        demo::RehearsalOptions options;
        if (!fault.isEmpty())
            options.faults = QStringList{fault};
        return options;
    }

    Stage m_stage;
    std::unique_ptr<login::LoginViewer> m_browser;
};

} // namespace

class TestTourLogin : public QObject
{
    Q_OBJECT
private slots:
    void goesHopByHop()
    {
        Login login;
        login.begin(true);
        QVERIFY(login.waitsFor(TourHop::Start));
        QCOMPARE(login.kinds(), QList{HopKind::SignInPage});
        login.world().letHop(TourHop::Start);
        QVERIFY(login.waitsFor(TourHop::WecomPage));
        QCOMPARE(login.kinds(), QList{HopKind::SignInPage});
        login.world().letHop(TourHop::WecomPage);
        QVERIFY(login.waitsFor(TourHop::Scan));
        QVERIFY(login.kinds().contains(HopKind::WecomLogin));
        QVERIFY(login.world().scan());
        QVERIFY(login.waitsFor(TourHop::Confirm));
        QVERIFY(login.world().agree());
        QVERIFY(login.waitsFor(TourHop::Callback));
        QVERIFY(!login.kinds().contains(HopKind::Callback));
        login.world().letHop(TourHop::Callback);
        QVERIFY(login.waitsFor(TourHop::Session));
        QVERIFY(login.kinds().contains(HopKind::Callback));
        QVERIFY(!login.kinds().contains(HopKind::Landing));
        QVERIFY(login.outcome == Outcome::Running);
        login.world().letHop(TourHop::Session);
        QVERIFY(login.ended());
        QCOMPARE(login::outcomeName(login.outcome), u"signed-in"_s);
        QVERIFY(login.kinds().contains(HopKind::Landing));
        QVERIFY(login.waitsFor(TourHop::Landing));
        QCOMPARE(login.hosts, QSet<QString>{u"127.0.0.1"_s}); // nobody outside was asked
    }

    void faultsOfTheLogin_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("declined") << u"login.declined"_s << u"declined"_s;
        QTest::newRow("outside") << u"login.outside-wecom"_s << u"outside-wecom"_s;
        QTest::newRow("domain") << u"domain.callback.mismatch"_s << u"domain-mismatch"_s;
        QTest::newRow("first time") << u"login.first-time"_s << u"plugin-sentence"_s;
        QTest::newRow("no role") << u"login.no-role"_s << u"signed-in-without-role"_s;
        QTest::newRow("no button") << u"plugin.no-button"_s << u"no-button"_s;
    }
    void faultsOfTheLogin()
    {
        QFETCH(QString, fault);
        Login login(fault);
        login.begin(false);
        const auto waits = [&] { return login.world().waitsFor() == TourHop::Scan; };
        const bool came = QTest::qWaitFor([&] { return login.outcome != Outcome::Running || waits(); },
                                          90000); // a button has 60 s
        QVERIFY(came);
        if (login.outcome == Outcome::Running) {
            QTest::qWait(1000); // the page is looked at before anybody takes the phone up
            QVERIFY(login.world().scan());
            QVERIFY(login.world().agree());
        }
        QVERIFY(login.ended());
        QTEST(login::outcomeName(login.outcome), "outcome");
        const auto found = assistant::findingOf(login.session(), fault);
        QVERIFY2(found, qPrintable(fault));
    }
};

QTEST_GUILESS_MAIN(TestTourLogin)
#include "tst_tourlogin.moc"
