// SPDX-License-Identifier: Apache-2.0
// "After the test": what it offers to put away, and that a click on it shows something.
#include "support.h"

#include "assistant/aftertest.h"
#include "nocobase/users.h"

#include <QAbstractButton>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using assistant::AfterTest;
using setup::StepId;

namespace {

// At the test login, with the rehearsal's login applied; NocoBase makes users.
struct TestStage : Stage
{
    explicit TestStage(bool hasColleague)
    {
        for (const StepId step : {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain,
                                  StepId::TrustedIp, StepId::Homepage})
            session()->rehearsal()->perform(step);
        const auto *rehearsal = host()->rehearsal();
        const auto samples = rehearsal->samples();
        session()->edit([&](setup::Setup &setup) {
            setup.nocobase.account = rehearsal->sampleAccount();
            setup.authenticator.name = u"wecom"_s;
            setup.authenticator.autoSignup = true;
        });
        session()->setCompanyId(samples.companyId);
        session()->setAgentId(samples.agentId);
        session()->setSecret(samples.secret);
        session()->setPassword(samples.password);
        if (!hasColleague)
            dismissColleague(samples.password);
        QCoro::waitFor(session()->checkAll());
        QCoro::waitFor(session()->apply());
        window()->showStep(StepId::TestLogin);
        waitIdle();
    }

    login::Outcome logIn()
    {
        m_browser = session()->rehearsal()->playedBrowser(session()->http());
        QTimer phone;
        QObject::connect(&phone, &QTimer::timeout, session(), [this] {
            auto *holder = session()->rehearsal();
            if (holder->scan())
                holder->agree();
        });
        phone.start(100);
        return QCoro::waitFor(session()->loginTest()->run(m_browser.get()));
    }

    AfterTest *after() const { return session()->loginTest()->afterwards(); }
    bool isShown(const QString &name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }
    // Not only there: in the part of the page that is on the screen.
    bool isSeen(const QString &name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible() && widget->visibleRegion().boundingRect() == widget->rect();
    }
    void press(const QString &name) const { find<QAbstractButton>(name)->click(); }

private:
    void dismissColleague(const vault::Secret &password)
    {
        constexpr qint64 colleague = 2;
        const auto *rehearsal = host()->rehearsal();
        const nocobase::Target target{rehearsal->setup().nocobase.url};
        const auto admin = std::make_shared<nocobase::Client>(session()->http(), target, nullptr);
        QVERIFY(QCoro::waitFor(admin->signIn(rehearsal->sampleAccount(), password, u"basic"_s)));
        QVERIFY(QCoro::waitFor(nocobase::destroyUser(admin, colleague)));
    }

    std::unique_ptr<login::LoginViewer> m_browser;
};

} // namespace

class tst_AfterCard : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }

    void nobodyWhoWasThereIsOffered()
    {
        TestStage stage(true);
        QCOMPARE(stage.logIn(), login::Outcome::SignedIn);
        QTRY_VERIFY(stage.isShown(u"test.after.session.action"_s));
        QCOMPARE(stage.after()->userStage(), AfterTest::Stage::None);
        QVERIFY(!stage.isShown(u"test.after.user.action"_s));
    }

    // In a low window, where the question would open below what is seen.
    void aClickAsksAndDeletes()
    {
        TestStage stage(false);
        stage.window()->resize(1000, 560);
        QCOMPARE(stage.logIn(), login::Outcome::SignedIn);
        QTRY_VERIFY(stage.isShown(u"test.after.user.action"_s));
        QVERIFY(!stage.isShown(u"test.after.question"_s));
        stage.press(u"test.after.user.action"_s);
        QTRY_VERIFY(stage.isSeen(u"test.after.question"_s));
        QCOMPARE(QApplication::focusWidget(), stage.find<QWidget>(u"test.after.question.no"_s));
        stage.press(u"test.after.question.no"_s);
        QVERIFY(!stage.isShown(u"test.after.question"_s));
        // The user stays to be put away when the session has ended.
        stage.press(u"test.after.session.action"_s);
        QTRY_COMPARE(stage.after()->sessionStage(), AfterTest::Stage::Done);
        QVERIFY(stage.isShown(u"test.after.user.action"_s));
        stage.press(u"test.after.user.action"_s);
        QTRY_VERIFY(stage.isSeen(u"test.after.question"_s));
        stage.press(u"test.after.question.yes"_s);
        QTRY_COMPARE(stage.after()->userStage(), AfterTest::Stage::Done);
        QVERIFY(!stage.isShown(u"test.after.user.action"_s));
    }
};

QTEST_MAIN(tst_AfterCard)
#include "tst_aftercard.moc"
