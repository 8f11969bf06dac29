// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"
#include "parts/buttons.h"

#include <QTimer>
#include <QWidget>

namespace ui {

// Plays a recorded login once more: play and pause, one event at a time, and how fast. While it plays, or
// stands somewhere before the end, now() is the moment to show; moved() says when to look.
class ReplayBar : public QWidget
{
    Q_OBJECT
public:
    explicit ReplayBar(const QString &objectName, QWidget *parent = nullptr);
    // Another login puts the replay away.
    void setTrace(const login::Trace &trace);
    bool isActive() const { return m_now.isValid(); }
    QDateTime now() const { return m_now; }
    login::Trace shown() const; // the login as it was known then
    void stop();
    void retranslate();

signals:
    void moved();

private:
    void play();
    void step();
    void tick();
    void goTo(const QDateTime &moment);
    void relabel();

    login::Trace m_trace;
    QDateTime m_now; // invalid: not replaying
    int m_speed = 1;
    QTimer m_timer;
    LinkButton *m_play, *m_step, *m_faster;
};

} // namespace ui
