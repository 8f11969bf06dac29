// SPDX-License-Identifier: Apache-2.0
// The tour as a machine: where play, pause, step and next lead, without window, network or time.
#include "assistant/tour.h"

#include <QTest>

#include <qcoro/qcorosignal.h>

using namespace Qt::StringLiterals;
using assistant::Tour;
using assistant::TourChapter;
using assistant::TourPlan;
using assistant::TourStation;
using Kind = TourStation::Kind;
using login::TourHop;

namespace {

// A stage that shows a station when the test says so.
class Stage final : public QObject, public assistant::TourStage
{
    Q_OBJECT
public:
    QCoro::Task<bool> show(TourChapter chapter, TourStation station) override
    {
        asked.append({chapter.id, station});
        if (!later)
            co_return shows;
        const int mine = ++calls;
        co_await qCoro(this, &Stage::arrived);
        co_return shows &&mine == calls;
    }
    void cancel() override
    {
        ++calls;
        ++cancelled;
    }
    std::optional<checks::Finding> finding(const TourChapter &) const override { return found; }
    void leave() override { ++left; }

    QList<std::pair<QString, TourStation>> asked;
    std::optional<checks::Finding> found;
    bool shows = true, later = false;
    int calls = 0, cancelled = 0, left = 0;

signals:
    void arrived();
};

class Clock final : public assistant::TourClock
{
public:
    void after(std::chrono::milliseconds wanted, std::function<void()> run) override
    {
        time = wanted;
        then = std::move(run);
    }
    void stop() override { then = {}; }
    bool isRunning() const { return bool(then); }
    void ring()
    {
        const auto run = std::exchange(then, {});
        QVERIFY(run);
        run();
    }

    std::chrono::milliseconds time{0};
    std::function<void()> then;
};

QList<TourHop> hopsOf(const TourChapter &chapter)
{
    QList<TourHop> hops;
    for (const auto &station : chapter.stations) {
        if (station.hop)
            hops.append(*station.hop);
    }
    return hops;
}

} // namespace

class TestTour : public QObject
{
    Q_OBJECT

    Stage m_stage;
    Clock m_clock;

private slots:
    void init()
    {
        m_stage.asked.clear();
        m_stage.found.reset();
        m_stage.shows = true;
        m_stage.later = false;
        m_stage.cancelled = m_stage.left = 0;
        m_clock.stop();
    }

    void playsAChapterToItsEndByItself()
    {
        Tour tour(&m_stage, &m_clock);
        QVERIFY(!tour.isOn());
        tour.begin(TourPlan::goodLogin(), true);
        const auto stations = tour.chapter().stations;
        for (int i = 0; i < stations.size(); ++i) {
            QCOMPARE(tour.state(), Tour::State::Shown);
            QVERIFY(tour.station() == stations.at(i));
            QCOMPARE(tour.stationNumber(), i + 1);
            if (i + 1 < stations.size()) {
                QVERIFY(tour.isPlaying());
                QCOMPARE(m_clock.time, assistant::readingTime(tour.words()));
                m_clock.ring();
            }
        }
        QVERIFY(tour.isAtEnd());
        QVERIFY(!tour.isPlaying());
        QVERIFY(!m_clock.isRunning());
        QCOMPARE(m_stage.asked.size(), stations.size());
        QCOMPARE(m_stage.left, 0); // what was played stays to be looked at
        tour.play();               // once more from the start
        QCOMPARE(tour.stationNumber(), 1);
        QVERIFY(tour.isPlaying());
        tour.end();
        QVERIFY(!tour.isOn());
        QCOMPARE(m_stage.left, 1);
    }

    void pauseStopsTheClockAndPlayStartsIt()
    {
        Tour tour(&m_stage, &m_clock);
        tour.begin(TourPlan::goodLogin(), true);
        m_clock.ring();
        tour.pause();
        QVERIFY(!tour.isPlaying());
        QVERIFY(!m_clock.isRunning());
        QCOMPARE(tour.stationNumber(), 2);
        tour.play();
        QVERIFY(m_clock.isRunning());
        m_clock.ring();
        QCOMPARE(tour.stationNumber(), 3);
    }

    void stepGoesOneStationAndPauses()
    {
        Tour tour(&m_stage, &m_clock);
        tour.begin(TourPlan::goodLogin(), true);
        tour.step();
        QCOMPARE(tour.stationNumber(), 2);
        QVERIFY(!tour.isPlaying());
        QVERIFY(!m_clock.isRunning());
        while (!tour.isAtEnd())
            tour.step();
        QCOMPARE(tour.stationNumber(), int(tour.chapter().stations.size()));
        tour.step(); // the next chapter
        QCOMPARE(tour.chapter().id, TourPlan::instance().chapters().at(1).id);
        QCOMPARE(tour.stationNumber(), 1);
    }

    void nextTakesEveryChapterAndBeginsAgain()
    {
        Tour tour(&m_stage, &m_clock);
        tour.begin(TourPlan::goodLogin(), false);
        QStringList seen;
        const auto &chapters = TourPlan::instance().chapters();
        for (qsizetype i = 0; i < chapters.size(); ++i) {
            seen << tour.chapter().id;
            QVERIFY(!tour.isPlaying());
            tour.next();
        }
        QCOMPARE(tour.chapter().id, TourPlan::goodLogin());
        for (const auto &chapter : chapters)
            QVERIFY2(seen.contains(chapter.id), qPrintable(chapter.id));
    }

    void backToStart()
    {
        Tour tour(&m_stage, &m_clock);
        tour.begin(u"login.declined"_s, false);
        tour.step();
        tour.step();
        tour.backToStart();
        QCOMPARE(tour.chapter().id, u"login.declined"_s);
        QCOMPARE(tour.stationNumber(), 1);
        QCOMPARE(m_stage.asked.last().second.kind, Kind::Opening);
    }

    void nothingHurriesWhileOnTheWay()
    {
        Tour tour(&m_stage, &m_clock);
        m_stage.later = true;
        tour.begin(TourPlan::goodLogin(), true);
        QCOMPARE(tour.state(), Tour::State::Going);
        QVERIFY(!m_clock.isRunning());
        tour.step(); // there is nothing to step from yet, but the play has ended
        QCOMPARE(tour.stationNumber(), 1);
        QVERIFY(!tour.isPlaying());
        emit m_stage.arrived();
        QTRY_COMPARE(tour.state(), Tour::State::Shown);
        QVERIFY(!m_clock.isRunning());
    }

    void aStationThatWasLeftSaysNothingMore()
    {
        Tour tour(&m_stage, &m_clock);
        m_stage.later = true;
        tour.begin(TourPlan::goodLogin(), true);
        tour.next();
        QVERIFY(m_stage.cancelled > 0);
        const QString chapter = tour.chapter().id;
        emit m_stage.arrived(); // both; only the later one counts
        QTRY_COMPARE(tour.state(), Tour::State::Shown);
        QCOMPARE(tour.chapter().id, chapter);
        QCOMPARE(tour.stationNumber(), 1);
        tour.next();
        tour.end();
        emit m_stage.arrived();
        QCoreApplication::processEvents();
        QVERIFY(!tour.isOn());
    }

    void whatCannotBeShownEndsThePlay()
    {
        Tour tour(&m_stage, &m_clock);
        m_stage.shows = false;
        tour.begin(TourPlan::goodLogin(), true);
        QCOMPARE(tour.state(), Tour::State::Failed);
        QVERIFY(!tour.isPlaying());
        QVERIFY(!m_clock.isRunning());
        m_stage.shows = true;
        tour.play(); // tries the chapter once more
        QCOMPARE(tour.state(), Tour::State::Shown);
    }

    void thePersonMayBeQuickerOnThePhone()
    {
        Tour tour(&m_stage, &m_clock);
        tour.begin(TourPlan::goodLogin(), false);
        while (tour.station().hop != TourHop::WecomPage)
            tour.step();
        tour.cameTo(TourHop::Scan); // that is where it is
        QCOMPARE(tour.station().hop, TourHop::WecomPage);
        tour.cameTo(TourHop::Callback);
        QCOMPARE(tour.station().hop, TourHop::Confirm);
        tour.step();
        QCOMPARE(m_stage.asked.last().second.hop, TourHop::Callback);
        tour.cameTo(TourHop::Scan); // never back
        QCOMPARE(tour.station().hop, TourHop::Callback);
    }

    void everyChapterTellsWhatIsWrongWhereAndTheCure()
    {
        for (const auto &chapter : TourPlan::instance().chapters()) {
            QCOMPARE(chapter.stations.first().kind, Kind::Opening);
            if (chapter.fault.isEmpty()) {
                QCOMPARE(hopsOf(chapter).size(), 8);
                QCOMPARE(chapter.stations.last().kind, Kind::Ending);
                continue;
            }
            QList<Kind> kinds;
            int wrong = 0;
            for (const auto &station : chapter.stations) {
                kinds << station.kind;
                wrong += station.goesWrong ? 1 : 0;
            }
            QVERIFY2(kinds.contains(Kind::Finding) && kinds.contains(Kind::Cure), qPrintable(chapter.id));
            QVERIFY(kinds.indexOf(Kind::Finding) < kinds.indexOf(Kind::Cure));
            QCOMPARE(wrong, chapter.playsLogin ? 1 : 0);
            QCOMPARE(kinds.contains(Kind::Cured), !chapter.playsLogin);
            if (chapter.playsLogin)
                QVERIFY(chapter.stations.at(hopsOf(chapter).size()).goesWrong); // and no hop comes after it
        }
    }
};

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
