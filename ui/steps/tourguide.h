// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/tour.h"
#include "setup/stepid.h"

#include <QObject>

#include <memory>
#include <optional>

namespace ui {

class MainWindow;
class StepPage;
class TourBar;
class TourDirector;

// The tour of a window: its bar, which is shown while a tour goes on and, in a rehearsal, offered on the page
// of the test login; and the ways into it from the pages. A tour plays in rehearsals of its own: who leaves
// it finds what was open before, as it was.
class TourGuide : public QObject
{
    Q_OBJECT
public:
    TourGuide(MainWindow *window, QWidget *place);
    ~TourGuide() override;

    TourBar *bar() const { return m_bar; }
    const assistant::Tour &tour() const { return *m_tour; }
    void begin(const QString &chapter, bool playing);
    void takePage(StepPage *page); // a page was made
    void showBar();                // where the bar belongs now

private:
    void render();
    void comeOrGo();

    MainWindow *m_window;
    TourDirector *m_director;
    std::unique_ptr<assistant::TourClock> m_clock;
    assistant::Tour *m_tour;
    TourBar *m_bar;
    std::optional<setup::StepId> m_from; // where the tour that is on was begun, and where it ends
};

} // namespace ui
