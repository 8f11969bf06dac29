// SPDX-License-Identifier: Apache-2.0
// The tour with the embedded browser, its sandbox on: a good login that plays to its end by itself, one that
// is stepped through, and faults. Nobody outside this computer is asked.
#include "../ui/support.h"
#include "waiting.h"

#include "assistant/tour.h"
#include "shell/steppage.h"
#include "steps/testlogin.h"
#include "steps/tourguide.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSet>

#include <unistd.h>

using namespace Qt::StringLiterals;
using assistant::Tour;
using assistant::TourStation;
using login::HopKind;
using Kind = TourStation::Kind;

namespace {

const Tour &tourOf(const Stage &stage)
{
    return stage.window()->guide()->tour();
}

bool isShown(const Stage &stage)
{
    return waitFor([&] { return tourOf(stage).state() != Tour::State::Going; }, 200000) &&
           tourOf(stage).state() == Tour::State::Shown;
}

bool press(const Stage &stage, const QString &name)
{
    auto *button = stage.find<QAbstractButton>(name);
    if (!button || !button->isVisible() || !button->isEnabled())
        return false;
    button->click();
    return true;
}

// Hosts of every exchange and of every hop of the login.
QSet<QString> hostsOf(const Stage &stage)
{
    QSet<QString> hosts;
    for (const auto &hop : stage.session()->trace()->hops)
        hosts.insert(hop.url.host());
    return hosts;
}

QString hopsOf(const Stage &stage)
{
    QStringList kinds;
    for (const auto &hop : stage.session()->trace()->hops)
        kinds << login::hopName(hop.kind);
    return kinds.join(u' ');
}

void shoot(const Stage &stage, const QString &name)
{
    const QString folder = qEnvironmentVariable("TOUR_SHOTS");
    if (!folder.isEmpty())
        stage.window()->grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

class TestTourPlayed : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY2(geteuid() != 0, "the embedded browser refuses root: run in a room with --user");
        dressApplication();
    }

    void playsAGoodLoginByItself()
    {
        const Stage stage({}, false);
        QVERIFY(press(stage, u"welcome.tour"_s));
        QList<int> stations;
        connect(&tourOf(stage), &Tour::changed, this, [&] {
            const int number = tourOf(stage).stationNumber();
            if (tourOf(stage).state() != Tour::State::Shown || stations.contains(number))
                return;
            stations << number;
            shoot(stage, u"good-%1"_s.arg(number, 2, 10, QChar(u'0')));
        });
        QVERIFY(waitFor(
            [&] { return tourOf(stage).isAtEnd() || tourOf(stage).state() == Tour::State::Failed; }, 400000));
        QVERIFY(tourOf(stage).isAtEnd());
        for (int i = 0; i < stations.size(); ++i)
            QCOMPARE(stations.at(i), i + 1); // none left out
        QCOMPARE(stations.size(), tourOf(stage).chapter().stations.size());
        QCOMPARE(login::outcomeName(stage.session()->trace()->outcome), u"signed-in"_s);
        const auto *page = qobject_cast<ui::TestLoginPage *>(stage.window()->page());
        QVERIFY(page && !page->isPlayedWithoutBrowser());
        QCOMPARE(hostsOf(stage), QSet<QString>{u"127.0.0.1"_s});
        disconnect(&tourOf(stage), nullptr, this, nullptr);
        QVERIFY(stage.waitIdle());
    }

    void eachStepTakesOneHop()
    {
        const Stage stage;
        stage.window()->guide()->begin(assistant::TourPlan::goodLogin(), false);
        QVERIFY(isShown(stage));
        const auto has = [&stage](HopKind kind) {
            const auto &hops = stage.session()->trace()->hops;
            return std::any_of(hops.begin(), hops.end(),
                               [kind](const auto &hop) { return hop.kind == kind; });
        };
        // What is not there before a hop and is there after it.
        const QMap<login::TourHop, HopKind> comes{{login::TourHop::SignInPage, HopKind::SignInPage},
                                                  {login::TourHop::WecomPage, HopKind::WecomLogin},
                                                  {login::TourHop::Callback, HopKind::Callback},
                                                  {login::TourHop::Session, HopKind::Landing}};
        while (!tourOf(stage).isAtEnd()) {
            const auto next = tourOf(stage).chapter().stations.at(tourOf(stage).stationNumber());
            if (next.hop && comes.contains(*next.hop) && stage.session()->trace())
                QVERIFY2(!has(comes[*next.hop]), qPrintable(hopsOf(stage)));
            QVERIFY(press(stage, u"tour.step"_s));
            QVERIFY2(isShown(stage),
                     qPrintable(login::tourHopName(next.hop.value_or(login::TourHop::Landing))));
            if (next.hop && comes.contains(*next.hop))
                QVERIFY2(has(comes[*next.hop]), qPrintable(hopsOf(stage)));
        }
        QCOMPARE(login::outcomeName(stage.session()->trace()->outcome), u"signed-in"_s);
        QVERIFY(stage.waitIdle());
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("declined") << u"login.declined"_s << u"declined"_s;
        QTest::newRow("first time") << u"login.first-time"_s << u"plugin-sentence"_s;
        QTest::newRow("domain") << u"domain.callback.mismatch"_s << u"domain-mismatch"_s;
    }
    void faults()
    {
        QFETCH(QString, fault);
        const Stage stage;
        stage.window()->guide()->begin(fault, false);
        QVERIFY(isShown(stage));
        while (!tourOf(stage).isAtEnd()) {
            const int before = tourOf(stage).stationNumber();
            QVERIFY(press(stage, u"tour.step"_s));
            QVERIFY2(isShown(stage), qPrintable(QString::number(before)));
            shoot(stage, u"%1-%2"_s.arg(fault).arg(before + 1, 2, 10, QChar(u'0')));
            if (tourOf(stage).station().kind == Kind::Finding)
                QTEST(login::outcomeName(stage.session()->trace()->outcome), "outcome");
        }
        QCOMPARE(hostsOf(stage), QSet<QString>{u"127.0.0.1"_s});
        QVERIFY(stage.waitIdle());
    }

    void whatIsTriedWithoutAPhone()
    {
        const Stage stage;
        stage.window()->guide()->begin(u"login.inside-unnoticed"_s, false);
        QVERIFY(isShown(stage));
        QVERIFY(press(stage, u"tour.step"_s));
        QVERIFY(isShown(stage));
        QCOMPARE(tourOf(stage).station().kind, Kind::Finding);
        const auto named = [&stage] {
            const auto findings = stage.session()->findings(setup::StepId::TestLogin);
            return std::any_of(findings.begin(), findings.end(),
                               [](const auto &it) { return it.cause == u"login.inside-unnoticed"_s; });
        };
        QVERIFY(named());
        shoot(stage, u"ways"_s);
        QVERIFY(press(stage, u"tour.step"_s)); // the cure
        QVERIFY(isShown(stage));
        QVERIFY(press(stage, u"tour.step"_s));
        QVERIFY(isShown(stage));
        QCOMPARE(tourOf(stage).station().kind, Kind::Cured);
        QVERIFY(!named());
        QVERIFY(stage.waitIdle());
    }
};

QTEST_MAIN(TestTourPlayed)
#include "tst_tourplayed.moc"
