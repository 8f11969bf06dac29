// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/tourstage.h"
#include "assistant/tourwords.h"
#include "net/exported.h"

#include <QObject>

namespace assistant {

// A tour of the rehearsal: chapters (a good login, then each fault) of stations that are shown one after the
// other and told about. It plays by itself at the pace of reading, until the chapter ends, or goes on station
// by station at the person's wish. It never skips a station, except when the person does on the phone what
// the tour was to show next. Pure of time and of window: see TourStage and TourClock, which outlive it.
class WECOMSETUP_EXPORT Tour : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Off,
        Going,  // on the way to a station
        Shown,  // the station is there to be read
        Failed, // it could not be shown
    };
    Tour(TourStage *stage, TourClock *clock, QObject *parent = nullptr);
    ~Tour() override;

    State state() const { return m_state; }
    bool isOn() const { return m_state != State::Off; }
    bool isPlaying() const { return m_playing; }
    bool isAtEnd() const; // the chapter's last station is shown
    const TourChapter &chapter() const { return m_chapter; }
    const TourStation &station() const { return m_chapter.stations.at(m_index); }
    int stationNumber() const { return m_index + 1; } // from 1
    TourWords words() const;
    // The language that is told in, for the words and the time to read them.
    void setLanguage(const QString &code);

    // Begins a chapter at its first station; an unknown one begins the good login.
    void begin(const QString &chapter, bool playing);
    void play(); // at the end of a chapter: once more from its start
    void pause();
    void step();        // one station further, pausing; at the end of a chapter the next one begins
    void next();        // the next chapter, the first after the last
    void backToStart(); // of this chapter
    void end();

    // The person was quicker on the phone: the login waits for this hop by now.
    void cameTo(login::TourHop waiting);

signals:
    void changed(); // anything of the above

private:
    QCoro::Task<void> go(int index);
    void restAtStation();
    bool canGoOn() const { return m_index + 1 < m_chapter.stations.size(); }

    TourStage *m_stage;
    TourClock *m_clock;
    TourChapter m_chapter;
    int m_index = 0;
    State m_state = State::Off;
    bool m_playing = false;
    QString m_language = QStringLiteral("en");
    int m_run = 0; // counts departures
};

} // namespace assistant
