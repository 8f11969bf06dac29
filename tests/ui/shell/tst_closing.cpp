// SPDX-License-Identifier: Apache-2.0
// Closing the window in the middle of anything: nothing is left between old and new, and it is said what
// state things are in.
#include "support.h"

#include "parts/buttons.h"
#include "parts/messagebar.h"
#include "parts/text.h"

#include <QCloseEvent>

using namespace Qt::StringLiterals;
using assistant::Work;
using setup::StepId;

namespace {

void open(const Stage &stage)
{
    const auto samples = stage.host()->rehearsal()->samples();
    const QString account = stage.host()->rehearsal()->sampleAccount();
    stage.session()->edit([&](setup::Setup &setup) {
        setup.nocobase.account = account;
        setup.authenticator.name = u"wecom"_s;
    });
    stage.session()->setCompanyId(samples.companyId);
    stage.session()->setAgentId(samples.agentId);
    stage.session()->setSecret(samples.secret);
    stage.session()->setPassword(samples.password);
    stage.window()->showStep(StepId::Review);
    QVERIFY(stage.waitIdle());
}

} // namespace

class tst_Closing : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void workIsNamed();
    void nothingUnderWay();
    void whileChecking();
    void whileApplying_data();
    void whileApplying();
    void whileEnabling();
    void whatFailedIsShownFirst();

private:
    // Has the window closed as the person would, as soon as the work is under way, and then does what is
    // given.
    void closeDuring(const Stage &stage, Work work, const std::function<void()> &then);
    bool m_asked = false, m_wasClosed = false;
};

void tst_Closing::closeDuring(const Stage &stage, Work work, const std::function<void()> &then)
{
    m_asked = m_wasClosed = false;
    connect(stage.session(), &assistant::SetupSession::workChanged, stage.window(),
            [this, &stage, work, then] {
                if (m_asked || !stage.session()->work().contains(work))
                    return;
                m_asked = true;
                QMetaObject::invokeMethod(
                    stage.window(),
                    [this, &stage, then] {
                        stage.window()->close();
                        then();
                        m_wasClosed = true;
                    },
                    Qt::QueuedConnection);
            });
}

// Whatever goes on is said in the window as soon as it goes on.
void tst_Closing::workIsNamed()
{
    const Stage stage;
    open(stage);
    const auto *status = stage.find<ui::Text>(u"footer.status"_s);
    QMap<Work, QString> said;
    connect(stage.session(), &assistant::SetupSession::workChanged, stage.window(), [&] {
        if (stage.session()->isBusy(stage.window()->currentStep()))
            said.insert(stage.session()->work().constLast(), status->text());
    });
    stage.find<ui::Button>(u"footer.primary"_s)->click();
    QVERIFY(stage.waitIdle());
    QCOMPARE(said.value(Work::Applying), u"Writing to NocoBase…"_s);
    stage.window()->showStep(StepId::Nocobase);
    QCoro::waitFor(stage.session()->checkAgain(StepId::Nocobase));
    QCOMPARE(said.value(Work::Nocobase), u"Asking NocoBase…"_s);
}

void tst_Closing::nothingUnderWay()
{
    Stage stage;
    QVERIFY(stage.waitIdle());
    QVERIFY(stage.window()->close());
    QVERIFY(!stage.window()->isVisible());
}

// What only looks at things goes with the window.
void tst_Closing::whileChecking()
{
    auto stage = std::make_unique<Stage>();
    open(*stage);
    QCoro::connect(stage->session()->checkAll(), stage->window(), [] {});
    QVERIFY(stage->session()->isBusy());
    QVERIFY(stage->window()->close());
    stage.reset();
    QTest::qWait(300); // answers that come late find nobody
}

void tst_Closing::whileApplying_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("when it is done") << u"when-done"_s << true;
    QTest::newRow("closed once more") << QString() << true;
    QTest::newRow("stay") << u"stay"_s << false;
}

void tst_Closing::whileApplying()
{
    QFETCH(QString, answer);
    QFETCH(bool, isClosed);
    const Stage stage;
    open(stage);
    bool wasAsked = false;
    closeDuring(stage, Work::Applying, [&] {
        const auto *bar = stage.find<ui::MessageBar>(u"head.closing"_s);
        wasAsked = stage.window()->isVisible() && bar->isVisible() && !bar->accessibleName().isEmpty() &&
                   stage.find<QWidget>(u"head.closing.now"_s)->isHidden();
        if (answer.isEmpty())
            stage.window()->close();
        else
            stage.find<ui::Button>(u"head.closing."_s + answer)->click();
    });
    stage.find<ui::Button>(u"footer.primary"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_wasClosed, 20000);
    QVERIFY(stage.waitIdle());
    QVERIFY(wasAsked);
    QTRY_COMPARE(!stage.window()->isVisible(), isClosed);
    QVERIFY(!stage.find<ui::MessageBar>(u"head.closing"_s)->isVisible());
    // Everything was written, and nothing is left to do.
    QCoro::waitFor(stage.session()->checkNocobase());
    QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Nothing);
}

// The server finishes on its own, so it may be left alone.
void tst_Closing::whileEnabling()
{
    auto stage = std::make_unique<Stage>(QStringList{u"plugin.off"_s});
    open(*stage);
    bool mayClose = false;
    closeDuring(*stage, Work::EnablingPlugin, [&] {
        auto *now = stage->find<ui::Button>(u"head.closing.now"_s);
        mayClose = stage->window()->isVisible() && now->isVisible();
        now->click();
    });
    stage->find<ui::Button>(u"footer.primary"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_wasClosed, 20000);
    QVERIFY(mayClose);
    QVERIFY(!stage->window()->isVisible());
    stage.reset();
    QTest::qWait(300);
}

// Who wanted to leave when it is done still learns that it did not work.
void tst_Closing::whatFailedIsShownFirst()
{
    const Stage stage({u"plugin.failed"_s});
    open(stage);
    closeDuring(stage, Work::EnablingPlugin,
                [&] { stage.find<ui::Button>(u"head.closing.when-done"_s)->click(); });
    stage.find<ui::Button>(u"footer.primary"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_wasClosed, 20000);
    QVERIFY(stage.waitIdle(120000));
    QTest::qWait(200);
    QVERIFY(stage.window()->isVisible());
    QVERIFY(!stage.find<ui::MessageBar>(u"head.closing"_s)->isVisible());
}

QTEST_MAIN(tst_Closing)
#include "tst_closing.moc"
