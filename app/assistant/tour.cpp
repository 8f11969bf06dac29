// SPDX-License-Identifier: Apache-2.0
#include "assistant/tour.h"

#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace assistant {

namespace {

class RealClock final : public TourClock
{
public:
    RealClock()
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const auto then = std::exchange(m_then, {});
            if (then)
                then();
        });
    }
    void after(std::chrono::milliseconds time, std::function<void()> then) override
    {
        m_then = std::move(then);
        m_timer.start(time);
    }
    void stop() override { m_timer.stop(); }

private:
    QTimer m_timer;
    std::function<void()> m_then;
};

} // namespace

std::unique_ptr<TourClock> makeTourClock()
{
    return std::make_unique<RealClock>();
}

Tour::Tour(TourStage *stage, TourClock *clock, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_clock(clock)
    , m_chapter(TourPlan::instance().chapters().first())
{}

Tour::~Tour()
{
    m_clock->stop();
}

bool Tour::isAtEnd() const
{
    return m_state == State::Shown && !canGoOn();
}

TourWords Tour::words() const
{
    return tourWords(m_chapter, station(), m_language, m_stage->finding(m_chapter));
}

void Tour::setLanguage(const QString &code)
{
    m_language = code;
    emit changed();
}

void Tour::begin(const QString &id, bool playing)
{
    const auto &plan = TourPlan::instance();
    const TourChapter *wanted = plan.chapter(id);
    m_chapter = wanted ? *wanted : plan.chapters().first();
    m_playing = playing;
    go(0);
}

void Tour::play()
{
    if (!isOn() || m_playing)
        return;
    if (isAtEnd() || m_state == State::Failed) {
        begin(m_chapter.id, true);
        return;
    }
    m_playing = true;
    if (m_state == State::Shown)
        restAtStation();
    emit changed();
}

void Tour::pause()
{
    if (!m_playing)
        return;
    m_playing = false;
    m_clock->stop();
    emit changed();
}

void Tour::step()
{
    m_playing = false;
    m_clock->stop();
    if (m_state == State::Shown && canGoOn())
        go(m_index + 1);
    else if (m_state == State::Shown || m_state == State::Failed)
        next();
    else
        emit changed();
}

void Tour::next()
{
    if (!isOn())
        return;
    const auto *following = TourPlan::instance().after(m_chapter.id);
    begin(following ? following->id : TourPlan::instance().chapters().first().id, m_playing);
}

void Tour::backToStart()
{
    if (isOn())
        begin(m_chapter.id, m_playing);
}

void Tour::end()
{
    if (!isOn())
        return;
    ++m_run;
    m_clock->stop();
    m_state = State::Off;
    m_playing = false;
    m_stage->leave();
    emit changed();
}

QCoro::Task<void> Tour::go(int index)
{
    const QPointer<Tour> self(this);
    const int run = ++m_run;
    m_clock->stop();
    m_stage->cancel();
    m_index = index;
    m_state = State::Going;
    emit changed();
    const TourChapter chapter = m_chapter;
    const TourStation station = chapter.stations.at(index);
    const bool shown = co_await m_stage->show(chapter, station);
    if (!self || run != m_run)
        co_return;
    m_state = shown ? State::Shown : State::Failed;
    m_playing = m_playing && shown;
    if (m_playing)
        restAtStation();
    emit changed();
}

// Time to read, then on; at the chapter's end the play has ended.
void Tour::restAtStation()
{
    if (!canGoOn()) {
        m_playing = false;
        return;
    }
    m_clock->after(readingTime(words()), [this] {
        if (m_playing && m_state == State::Shown)
            go(m_index + 1);
    });
}

void Tour::cameTo(login::TourHop waiting)
{
    if (m_state != State::Shown)
        return;
    int reached = m_index;
    for (int i = m_index + 1; i < m_chapter.stations.size(); ++i) {
        const auto &hop = m_chapter.stations.at(i).hop;
        if (hop && *hop < waiting)
            reached = i;
    }
    if (reached == m_index)
        return;
    m_index = reached;
    m_clock->stop();
    if (m_playing)
        restAtStation();
    emit changed();
}

} // namespace assistant
