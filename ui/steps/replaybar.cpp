// SPDX-License-Identifier: Apache-2.0
#include "steps/replaybar.h"

#include "login/replay.h"
#include "parts/flowlayout.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 100;
constexpr int fastest = 32; // a scan that took minutes is over in seconds

} // namespace

ReplayBar::ReplayBar(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_play(new LinkButton(objectName + u".play"_s, this))
    , m_step(new LinkButton(objectName + u".step"_s, this))
    , m_faster(new LinkButton(objectName + u".speed"_s, this))
{
    setObjectName(objectName);
    auto *row = new FlowLayout(8);
    row->setContentsMargins(0, 0, 0, 0);
    for (LinkButton *button : {m_play, m_step, m_faster})
        row->addWidget(button);
    setLayout(row);
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &ReplayBar::tick);
    connect(m_play, &QPushButton::clicked, this, &ReplayBar::play);
    connect(m_step, &QPushButton::clicked, this, &ReplayBar::step);
    connect(m_faster, &QPushButton::clicked, this, [this] {
        m_speed = m_speed >= fastest ? 1 : m_speed * 2;
        relabel();
    });
    retranslate();
}

void ReplayBar::setTrace(const login::Trace &trace)
{
    if (trace.started == m_trace.started && trace.ended == m_trace.ended)
        return;
    m_trace = trace;
    stop();
}

login::Trace ReplayBar::shown() const
{
    return login::upTo(m_trace, m_now);
}

void ReplayBar::stop()
{
    m_timer.stop();
    m_now = {};
    relabel();
}

void ReplayBar::play()
{
    if (m_timer.isActive()) {
        m_timer.stop();
    } else {
        if (!isActive() || m_now >= m_trace.ended)
            m_now = m_trace.started;
        m_timer.start();
    }
    relabel();
    emit moved();
}

void ReplayBar::step()
{
    m_timer.stop();
    const auto moments = login::momentsOf(m_trace);
    const auto next = std::find_if(moments.begin(), moments.end(),
                                   [this](const QDateTime &moment) { return !isActive() || moment > m_now; });
    goTo(next == moments.end() ? m_trace.started : *next);
}

void ReplayBar::tick()
{
    goTo(std::min(m_now.addMSecs(qint64(tickMs) * m_speed), m_trace.ended));
}

void ReplayBar::goTo(const QDateTime &moment)
{
    m_now = moment;
    if (m_now >= m_trace.ended)
        m_timer.stop();
    relabel();
    emit moved();
}

void ReplayBar::relabel()
{
    m_play->setLabel(m_timer.isActive() ? tr("Pause") : tr("Play again"));
    m_step->setLabel(tr("Next event"));
    m_faster->setLabel(tr("Speed ×%1").arg(m_speed));
}

void ReplayBar::retranslate()
{
    setAccessibleName(tr("Replay of the login"));
    relabel();
}

} // namespace ui
