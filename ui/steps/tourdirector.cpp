// SPDX-License-Identifier: Apache-2.0
#include "steps/tourdirector.h"

#include "checks/catalogue.h"
#include "parts/bringintoview.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/steppage.h"
#include "steps/phonecard.h"
#include "steps/testlogin.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDeadlineTimer>
#include <QMap>

#include <qcoro/qcorotimer.h>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using assistant::TourChapter;
using assistant::TourStation;
using login::TourHop;
using Kind = TourStation::Kind;

namespace {

constexpr auto lookEvery = 100ms;
constexpr auto pageLimit = 8s;
constexpr auto hopLimit = 90s;    // a browser's first start is among it
constexpr auto wrongFor = 1500ms; // what goes wrong is looked at before anything is said of it
constexpr auto endLimit = 120s;   // the assistant waits for hops that do not come

// Where the words of the cause lead; the finding itself may be on another page.
setup::StepId stepOf(const QString &cause)
{
    checks::Finding finding;
    finding.cause = cause;
    const auto words = checks::Catalogue::instance().words(finding, Language::instance().code());
    return words.jump.value_or(setup::StepId::Welcome);
}

} // namespace

TourDirector::TourDirector(MainWindow *window) : QObject(window), m_window(window)
{
    m_look.setInterval(300);
    connect(&m_look, &QTimer::timeout, this, [this] {
        const auto hop = world() ? world()->waitsFor() : std::nullopt;
        // Somebody explains, or looks for the phone's button: no hop comes too late for that.
        session()->loginTest()->holdLimits(hop.has_value());
        if (hop)
            emit waitsFor(*hop);
    });
}

assistant::SetupSession *TourDirector::session() const
{
    return m_window->host()->session();
}

assistant::RehearsalControl *TourDirector::world() const
{
    return session()->rehearsal();
}

TestLoginPage *TourDirector::loginPage() const
{
    return qobject_cast<TestLoginPage *>(m_window->page());
}

bool TourDirector::isPlayedWithoutBrowser() const
{
    const auto *page = loginPage();
    return page && page->isPlayedWithoutBrowser();
}

std::optional<checks::Finding> TourDirector::finding(const TourChapter &chapter) const
{
    return chapter.fault.isEmpty() ? std::nullopt : assistant::findingOf(*session(), chapter.fault);
}

bool TourDirector::hasEnded() const
{
    const auto *trace = session()->trace();
    if (!trace || trace->outcome == login::Outcome::Running)
        return false;
    // A browser that cannot be shown is replaced, and the login begins once more.
    return !login::endedByFault(trace->outcome) || isPlayedWithoutBrowser();
}

// Who goes on by keyboard stays where the next key is pressed.
void TourDirector::showStep(setup::StepId step)
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    m_window->showStep(step);
    if (focus && focus->isVisible() && focus->window() == m_window)
        focus->setFocus(Qt::OtherFocusReason);
}

QCoro::Task<bool> TourDirector::until(std::function<bool()> ready, std::chrono::milliseconds limit, int run)
{
    const QPointer<TourDirector> self(this);
    const QDeadlineTimer deadline(limit);
    while (self && run == m_run && !ready()) {
        if (deadline.hasExpired())
            co_return false;
        co_await QCoro::sleepFor(lookEvery);
    }
    co_return self &&run == m_run;
}

QCoro::Task<bool> TourDirector::show(TourChapter chapter, TourStation station)
{
    const int run = ++m_run;
    switch (station.kind) {
    case Kind::Opening:
        co_return co_await open(chapter, run);
    case Kind::Hop:
        co_return co_await playHop(station, chapter.declines, run);
    case Kind::Finding:
        co_return co_await showFinding(chapter, run);
    case Kind::Cure:
        co_return true;
    case Kind::Cured:
        co_return co_await showCured(chapter.triesWays, run);
    case Kind::Ending:
        hold(false);
        co_return co_await until([this] { return hasEnded(); }, endLimit, run);
    }
    co_return false;
}

QCoro::Task<bool> TourDirector::open(TourChapter chapter, int run)
{
    const auto step =
        chapter.playsLogin || chapter.triesWays ? setup::StepId::TestLogin : stepOf(chapter.fault);
    m_check.clear();
    co_return co_await makeReady(chapter.fault, step, run);
}

// A rehearsal of its own for every chapter, so that nothing is left of the one before.
QCoro::Task<bool> TourDirector::makeReady(QString fault, setup::StepId step, int run)
{
    const QPointer<TourDirector> self(this);
    hold(false);
    m_changing = true;
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool started = m_window->host()->startTour(fault.isEmpty() ? QStringList() : QStringList(fault));
    if (focus && focus->isVisible())
        focus->setFocus(Qt::OtherFocusReason);
    m_changing = false;
    if (!started)
        co_return false;
    showStep(step);
    const auto *setting = m_window->host()->rehearsal();
    const assistant::TourSamples samples{setting->samples(), setting->sampleAccount(),
                                         setting->ownershipFile()};
    const QPointer<assistant::SetupSession> mine = session();
    co_await assistant::prepareRehearsal(mine, samples, fault);
    co_return self &&run == m_run &&mine;
}

void TourDirector::hold(bool on)
{
    if (on)
        m_look.start();
    else
        m_look.stop();
    if (!on && session())
        session()->loginTest()->holdLimits(false);
    if (world())
        world()->holdHops(on);
}

void TourDirector::beginLogin()
{
    hold(true);
    if (auto *page = loginPage())
        page->beginForTour();
}

// The login has left this hop behind, or can go no further.
bool TourDirector::isPast(TourHop hop) const
{
    const auto waiting = world() ? world()->waitsFor() : std::nullopt;
    return hasEnded() || (waiting && *waiting > hop);
}

void TourDirector::takeHop(TourHop hop, bool declines)
{
    auto *phone = qobject_cast<PhoneCard *>(onPage(u"test.phone"_s));
    if (hop == TourHop::SignInPage)
        beginLogin();
    else if (hop == TourHop::Scan && phone)
        phone->scan();
    else if (hop == TourHop::Confirm && phone)
        phone->answer(!declines);
    else
        world()->letHop(hop);
}

QCoro::Task<bool> TourDirector::playHop(TourStation station, bool declines, int run)
{
    const TourHop hop = *station.hop;
    if (!world())
        co_return false;
    if (m_window->currentStep() != setup::StepId::TestLogin)
        showStep(setup::StepId::TestLogin); // the person had gone elsewhere
    if (hop == TourHop::SignInPage || !isPast(hop))
        takeHop(hop, declines);
    lookAt(hop);
    if (station.goesWrong) { // nothing is held behind it: the assistant finds out by its own limits
        const QDeadlineTimer seen(wrongFor);
        co_return co_await until([this, hop, seen] { return isPast(hop) || seen.hasExpired(); }, hopLimit,
                                 run);
    }
    // A sign-in page without its button asks for nothing: it is there to be looked at all the same.
    const QDeadlineTimer patience(pageLimit);
    const auto shown = [this, hop, patience] {
        const auto *trace = session()->trace();
        const bool onPage = trace && !trace->hops.isEmpty() && patience.hasExpired();
        return isPast(hop) || (hop == TourHop::SignInPage && onPage) ||
               (hop == TourHop::Landing && hasEnded());
    };
    co_return co_await until(shown, hopLimit, run);
}

QCoro::Task<bool> TourDirector::showFinding(TourChapter chapter, int run)
{
    const QPointer<TourDirector> self(this);
    if (chapter.playsLogin) {
        hold(false);
        const bool ended = co_await until([this] { return hasEnded(); }, endLimit, run);
        if (!ended)
            co_return false;
    }
    if (chapter.triesWays) {
        const bool tried = co_await tryWays(run);
        if (!tried)
            co_return false;
    }
    const auto found = finding(chapter);
    if (!found)
        co_return false;
    m_step = found->step;
    m_check = found->check;
    showStep(m_step);
    co_await QCoro::sleepFor(lookEvery); // the page draws its rows
    if (!self || run != m_run)
        co_return false;
    showRow();
    co_return true;
}

void TourDirector::showRow()
{
    for (const QString &list : {setup::stepName(m_step) + u".check."_s, u"test.also.check."_s})
        bringToTop(onPage(list + m_check)); // all of it: it is long, and the tour's bar leaves little room
}

// Of the page that is shown: one of an earlier chapter may not be gone yet.
QWidget *TourDirector::onPage(const QString &objectName) const
{
    return m_window->page() ? m_window->page()->findChild<QWidget *>(objectName) : nullptr;
}

// Beside the browser there is room for the phone or for a part of what happened.
void TourDirector::lookAt(TourHop hop)
{
    static const QMap<TourHop, QString> places{
        {TourHop::WecomPage, u"test.phone"_s},       {TourHop::Scan, u"test.phone"_s},
        {TourHop::Confirm, u"test.phone"_s},         {TourHop::Callback, u"test.timeline.row3"_s},
        {TourHop::Session, u"test.timeline.row4"_s}, {TourHop::Landing, u"test.timeline.row5"_s}};
    bringToTop(onPage(places.value(hop, u"test.happened"_s)));
}

// As a person does it, with the page's own browser; without one there is nothing to see.
QCoro::Task<bool> TourDirector::tryWays(int run)
{
    auto *button = qobject_cast<QAbstractButton *>(onPage(u"test.also.try"_s));
    if (!button || !button->isEnabled())
        co_return false;
    button->click();
    co_return co_await until([this] { return !session()->loginWays()->isRunning(); }, endLimit, run);
}

QCoro::Task<bool> TourDirector::showCured(bool triesWays, int run)
{
    const QPointer<TourDirector> self(this);
    const setup::StepId step = m_step;
    const bool ready = co_await makeReady(QString(), step, run);
    if (!self || !ready)
        co_return false;
    if (triesWays) {
        const bool tried = co_await tryWays(run);
        if (!tried)
            co_return false;
    }
    co_await QCoro::sleepFor(lookEvery);
    if (!self || run != m_run)
        co_return false;
    showRow();
    co_return true;
}

void TourDirector::leave()
{
    ++m_run;
    hold(false);
}

} // namespace ui
