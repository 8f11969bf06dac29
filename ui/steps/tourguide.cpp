// SPDX-License-Identifier: Apache-2.0
#include "steps/tourguide.h"

#include "checks/catalogue.h"
#include "parts/rehearsalbar.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/steppage.h"
#include "steps/tourbar.h"
#include "steps/tourdirector.h"

namespace ui {

using namespace Qt::StringLiterals;
using assistant::Tour;

TourGuide::TourGuide(MainWindow *window, QWidget *place)
    : QObject(window)
    , m_window(window)
    , m_director(new TourDirector(window))
    , m_clock(assistant::makeTourClock())
    , m_tour(new Tour(m_director, m_clock.get(), this))
    , m_bar(new TourBar(m_tour, u"tour"_s, place))
{
    m_bar->hide();
    connect(m_tour, &Tour::changed, this, &TourGuide::render);
    connect(m_director, &TourDirector::waitsFor, m_tour, &Tour::cameTo);
    // Another setup is opened: there is nothing to lead through any more.
    connect(window->host(), &SessionHost::aboutToChange, this, [this] {
        if (m_director->isChangingSession())
            return;
        m_from.reset();
        m_tour->end();
    });
    connect(window, &MainWindow::stepShown, this, &TourGuide::showBar);
}

TourGuide::~TourGuide()
{
    delete m_tour; // before the clock
}

void TourGuide::begin(const QString &chapter, bool playing)
{
    m_tour->begin(chapter, playing);
    m_bar->focusPlayer();
}

void TourGuide::takePage(StepPage *page)
{
    connect(page, &StepPage::tourWanted, this, [this] { begin(assistant::TourPlan::goodLogin(), true); });
    const auto tell = [this, page] { page->setToured(m_tour->isOn()); };
    connect(m_tour, &Tour::changed, page, tell);
    tell();
    const auto bars = page->findChildren<RehearsalBar *>();
    for (auto *bar : bars)
        connect(bar, &RehearsalBar::tourWanted, this,
                [this](const QString &chapter) { begin(chapter, false); });
}

void TourGuide::showBar()
{
    const bool offered =
        m_window->host()->session()->rehearsal() && m_window->currentStep() == setup::StepId::TestLogin;
    m_bar->setVisible(m_tour->isOn() || offered);
}

// Once at a tour's beginning and once at its end, whichever button did it.
void TourGuide::comeOrGo()
{
    const bool isOn = m_tour->isOn();
    if (isOn == m_from.has_value())
        return;
    if (isOn) {
        m_from = m_window->currentStep();
        m_window->host()->session()->loginTest()->stop();
        m_window->host()->session()->loginWays()->stop();
        return;
    }
    const auto from = *std::exchange(m_from, {});
    m_window->host()->endTour();
    m_window->showStep(from);
}

void TourGuide::render()
{
    comeOrGo();
    const auto played = checks::Catalogue::instance().tour(u"played"_s, Language::instance().code(), {});
    m_bar->setNote(m_director->isPlayedWithoutBrowser() ? played.title + u": "_s + played.text : QString());
    showBar();
}

} // namespace ui
