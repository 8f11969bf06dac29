// SPDX-License-Identifier: Apache-2.0
// The tour in the real window, over the simulated servers. Whether a browser can be shown or not, it leads
// through the login; with a browser it is tried in tests/e2e.
#include "support.h"

#include "assistant/tour.h"
#include "parts/buttons.h"
#include "shell/steppage.h"
#include "steps/tourbar.h"
#include "steps/tourguide.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSet>

using namespace Qt::StringLiterals;
using assistant::Tour;
using assistant::TourPlan;
using assistant::TourStation;
using setup::StepId;
using Kind = TourStation::Kind;

namespace {

const Tour &tourOf(const Stage &stage)
{
    return stage.window()->guide()->tour();
}

bool isShown(const Stage &stage)
{
    return QTest::qWaitFor(
        [&] {
            const auto state = tourOf(stage).state();
            return state == Tour::State::Shown || state == Tour::State::Failed;
        },
        120000);
}

bool press(const Stage &stage, const QString &name)
{
    auto *button = stage.find<QAbstractButton>(name);
    if (!button || !button->isVisible() || !button->isEnabled())
        return false;
    button->click();
    return true;
}

} // namespace

class tst_TourBar : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }

    void offeredInARehearsalOnTheTestLogin()
    {
        const Stage stage;
        const auto *bar = stage.find<QWidget>(u"tour"_s);
        QVERIFY(bar);
        stage.window()->showStep(StepId::Nocobase);
        QVERIFY(!bar->isVisible());
        stage.window()->showStep(StepId::TestLogin);
        QVERIFY(bar->isVisible());
        QVERIFY(!stage.find<QWidget>(u"tour.told"_s)->isVisible());
        QVERIFY(stage.waitIdle());
    }

    void notOfferedOutsideARehearsal()
    {
        const Stage stage({}, false);
        stage.host()->newSetup(u"t"_s);
        stage.window()->showStep(StepId::TestLogin);
        QVERIFY(!stage.find<QWidget>(u"tour"_s)->isVisible());
        QVERIFY(stage.waitIdle());
    }

    void everyFaultCanBeChosen()
    {
        const Stage stage;
        const auto *chapters = stage.find<QComboBox>(u"tour.chapters"_s);
        for (const auto &chapter : TourPlan::instance().chapters())
            QVERIFY2(chapters->findData(chapter.id) >= 0, qPrintable(chapter.id));
        stage.window()->showStep(StepId::CallbackDomain);
        QVERIFY(stage.waitIdle());
        QVERIFY(press(stage, u"callback.rehearsal.tour"_s));
        auto *menu = stage.find<QMenu>(u"callback.rehearsal.tour.menu"_s);
        QVERIFY(menu->isVisible());
        for (const auto &chapter : TourPlan::instance().chapters())
            QVERIFY2(menu->findChild<QAction *>(chapter.id), qPrintable(chapter.id));
        menu->findChild<QAction *>(u"nocobase.too-old"_s)->trigger();
        menu->close();
        QVERIFY(isShown(stage));
        QCOMPARE(tourOf(stage).chapter().id, u"nocobase.too-old"_s);
        QVERIFY(stage.host()->rehearsal()->control()->faults().contains(u"nocobase.too-old"_s));
        QVERIFY(press(stage, u"tour.leave"_s));
        QVERIFY(!tourOf(stage).isOn());
        QVERIFY(stage.waitIdle());
    }

    // Nothing else on the page begins a login meanwhile.
    void theTourBeginsTheLoginItself()
    {
        const Stage stage;
        stage.window()->showStep(StepId::TestLogin);
        QVERIFY(stage.find<QWidget>(u"test.start"_s)->isVisible());
        QVERIFY(press(stage, u"tour.step"_s));
        QVERIFY(isShown(stage));
        stage.window()->showStep(StepId::TestLogin);
        QVERIFY(!stage.find<QWidget>(u"test.start"_s)->isVisibleTo(stage.window()));
        QVERIFY(press(stage, u"tour.leave"_s));
        QTRY_VERIFY(stage.find<QWidget>(u"test.start"_s)->isVisible());
        QVERIFY(stage.waitIdle(60000));
    }

    void aGoodLoginSteppedByHand()
    {
        const Stage stage({}, false);
        QSet<QString> hosts;
        QVERIFY(press(stage, u"welcome.tour"_s));
        QVERIFY(tourOf(stage).isPlaying());
        QVERIFY(press(stage, u"tour.play"_s)); // pause
        QVERIFY(isShown(stage));
        connect(stage.session()->http(), &net::Http::exchanged, this,
                [&hosts](const net::Exchange &it) { hosts.insert(QUrl(it.url).host()); });
        QCOMPARE(stage.window()->currentStep(), StepId::TestLogin);
        QStringList told;
        while (!tourOf(stage).isAtEnd()) {
            told << stage.find<QLabel>(u"tour.station"_s)->text();
            QVERIFY(!stage.find<QLabel>(u"tour.text"_s)->text().isEmpty());
            QVERIFY2(press(stage, u"tour.step"_s), qPrintable(told.join(u' ')));
            QVERIFY(isShown(stage));
            QVERIFY2(tourOf(stage).state() == Tour::State::Shown, qPrintable(told.join(u", "_s)));
            QVERIFY(!tourOf(stage).isPlaying());
        }
        told.removeDuplicates();
        QCOMPARE(told.size(), tourOf(stage).chapter().stations.size() - 1);
        QVERIFY(stage.session()->trace());
        QCOMPARE(login::outcomeName(stage.session()->trace()->outcome), u"signed-in"_s);
        QCOMPARE(hosts, QSet<QString>{u"127.0.0.1"_s});
        QVERIFY(!stage.find<QLabel>(u"tour.progress"_s)->text().isEmpty());
        disconnect(stage.session()->http(), nullptr, this, nullptr);
        QVERIFY(stage.waitIdle());
    }

    void thePersonMayUseThePhone()
    {
        const Stage stage;
        stage.window()->showStep(StepId::TestLogin);
        QVERIFY(press(stage, u"tour.step"_s)); // begins, without playing
        QVERIFY(isShown(stage));
        while (tourOf(stage).station().hop != login::TourHop::WecomPage) {
            QVERIFY(press(stage, u"tour.step"_s));
            QVERIFY(isShown(stage));
        }
        QVERIFY(QTest::qWaitFor([&] { return press(stage, u"test.phone.scan"_s); }, 20000));
        QTRY_COMPARE_WITH_TIMEOUT(tourOf(stage).station().hop, login::TourHop::Scan, 20000);
        QVERIFY(QTest::qWaitFor([&] { return press(stage, u"test.phone.agree"_s); }, 20000));
        QTRY_COMPARE_WITH_TIMEOUT(tourOf(stage).station().hop, login::TourHop::Confirm, 20000);
        while (!tourOf(stage).isAtEnd()) {
            QVERIFY(press(stage, u"tour.step"_s));
            QVERIFY(isShown(stage));
        }
        const auto signedIn = [&stage] {
            return stage.session()->trace()->outcome == login::Outcome::SignedIn;
        };
        QTRY_VERIFY_WITH_TIMEOUT(signedIn(), 60000);
        QVERIFY(stage.waitIdle());
        // What came of it stands above the browser, and what happened where the phone was.
        const auto seen = [&stage](const QString &name) {
            const auto *part = stage.find<QWidget>(name);
            return part && part->isVisible() && !part->visibleRegion().isEmpty();
        };
        QTRY_VERIFY(seen(u"test.check.test.login"_s));
        QTRY_VERIFY(stage.find<QWidget>(u"test.happened"_s)->y() < stage.find<QWidget>(u"test.phone"_s)->y());
    }

    void whatWasOpenIsGivenBack()
    {
        const Stage stage({u"domain.callback.mismatch"_s});
        stage.window()->showStep(StepId::LoginOptions);
        stage.session()->edit([](setup::Setup &setup) { setup.authenticator.title = u"Mine"_s; });
        const auto *mine = stage.session();
        const auto *world = stage.host()->rehearsal();
        stage.window()->showStep(StepId::TestLogin);
        QVERIFY(press(stage, u"tour.step"_s)); // the bar's own button
        QVERIFY(isShown(stage));
        QVERIFY(stage.session() != mine);
        QVERIFY(press(stage, u"tour.next"_s)); // of the rehearsals of a tour each goes with its chapter
        QVERIFY(isShown(stage));
        QVERIFY(press(stage, u"tour.leave"_s));
        QCOMPARE(stage.session(), mine);
        QCOMPARE(stage.host()->rehearsal(), world);
        QCOMPARE(stage.session()->setup().authenticator.title, u"Mine"_s);
        QCOMPARE(stage.host()->rehearsal()->control()->faults(), QStringList(u"domain.callback.mismatch"_s));
        QCOMPARE(stage.window()->currentStep(), StepId::TestLogin);
        QVERIFY(stage.waitIdle());
    }

    void aTourFromWelcomeEndsThere()
    {
        const Stage stage({}, false);
        QVERIFY(press(stage, u"welcome.tour"_s));
        QVERIFY(isShown(stage));
        QVERIFY(!stage.host()->isUntouched());
        QVERIFY(press(stage, u"tour.leave"_s));
        QVERIFY(stage.host()->isUntouched());
        QVERIFY(!stage.session()->rehearsal());
        QCOMPARE(stage.window()->currentStep(), StepId::Welcome);
        QVERIFY(stage.waitIdle());
    }

    void aFaultOfAnotherPage()
    {
        const Stage stage;
        stage.window()->guide()->begin(u"plugin.off"_s, false);
        QVERIFY(isShown(stage));
        QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
        QVERIFY(press(stage, u"tour.step"_s));
        QVERIFY(isShown(stage));
        QCOMPARE(tourOf(stage).station().kind, Kind::Finding);
        QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
        const auto found = stage.session()->findings(StepId::Nocobase);
        const auto off = std::find_if(found.begin(), found.end(),
                                      [](const auto &it) { return it.cause == u"plugin.off"_s; });
        QVERIFY(off != found.end());
        const auto *row = stage.find<QWidget>(u"nocobase.check."_s + off->check);
        QVERIFY(row && row->isVisible() && !row->visibleRegion().isEmpty());
        QVERIFY(press(stage, u"tour.step"_s));
        QVERIFY(isShown(stage));
        QCOMPARE(tourOf(stage).station().kind, Kind::Cure);
        QVERIFY(stage.find<QLabel>(u"tour.text"_s)->text().contains(u"1. "_s));
        QVERIFY(press(stage, u"tour.step"_s));
        QVERIFY(isShown(stage));
        QCOMPARE(tourOf(stage).station().kind, Kind::Cured);
        QCOMPARE(stage.session()->state(StepId::Nocobase), assistant::StepState::Verified);
        QVERIFY(stage.waitIdle());
    }

    void aFaultOfTheLogin()
    {
        const Stage stage;
        stage.window()->guide()->begin(u"login.declined"_s, false);
        QVERIFY(isShown(stage));
        while (tourOf(stage).station().kind != Kind::Finding) {
            QVERIFY2(press(stage, u"tour.step"_s),
                     qPrintable(QString::number(tourOf(stage).stationNumber())));
            QVERIFY(isShown(stage));
            QCOMPARE(tourOf(stage).state(), Tour::State::Shown);
        }
        QCOMPARE(login::outcomeName(stage.session()->trace()->outcome), u"declined"_s);
        QCOMPARE(stage.host()->rehearsal()->control()->phone(),
                 assistant::RehearsalControl::PhoneState::Declined);
        QVERIFY(stage.waitIdle());
    }

    void anotherSetupEndsTheTour()
    {
        const Stage stage;
        stage.window()->guide()->begin(u"plugin.off"_s, true);
        QVERIFY(isShown(stage));
        stage.host()->newSetup(u"t"_s);
        QVERIFY(!tourOf(stage).isOn());
        QCOMPARE(stage.session()->setup().name, u"t"_s); // and not what was open before the tour
        QVERIFY(!stage.find<QWidget>(u"tour"_s)->isVisible());
        QVERIFY(stage.waitIdle());
    }

    void toldInTheLanguageOfTheWindow()
    {
        const Stage stage;
        stage.window()->guide()->begin(u"keychain.locked"_s, false);
        QVERIFY(isShown(stage));
        const QString english = stage.find<QLabel>(u"tour.station"_s)->text();
        ui::Language::instance().set(u"zh_CN"_s);
        QTRY_VERIFY(stage.find<QLabel>(u"tour.station"_s)->text() != english);
        ui::Language::instance().set(u"en"_s);
        QTRY_COMPARE(stage.find<QLabel>(u"tour.station"_s)->text(), english);
        QCOMPARE(stage.window()->currentStep(), StepId::Welcome);
        QVERIFY(stage.waitIdle());
    }
};

QTEST_MAIN(tst_TourBar)
#include "tst_tourbar.moc"
