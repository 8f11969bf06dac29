// SPDX-License-Identifier: Apache-2.0
#include "walker.h"

#include "assistant/steps.h"
#include "parts/bringintoview.h"

#include <QAbstractButton>
#include <QLineEdit>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;
using PhoneState = assistant::RehearsalControl::PhoneState;

namespace scenes {

namespace {

constexpr int browserLimit = 120000; // its start, NocoBase's page and WeCom's page, on a busy computer

bool isSeen(const login::Trace *trace, login::HopKind kind)
{
    return trace && std::any_of(trace->hops.begin(), trace->hops.end(),
                                [kind](const login::Hop &hop) { return hop.kind == kind && hop.status > 0; });
}

} // namespace

Walker::Walker(const QStringList &faults) : m_stage(faults) {}

Walker::~Walker()
{
    session()->loginTest()->stop();
    settle();
}

bool Walker::press(const QString &objectName) const
{
    auto *button = m_stage.find<QAbstractButton>(objectName);
    if (!button || !button->isVisible() || !button->isEnabled())
        return false;
    button->click();
    return true;
}

void Walker::settle() const
{
    (void)m_stage.waitIdle(90000);
    QTest::qWait(150);
}

void Walker::show(StepId step) const
{
    window()->showStep(step);
    settle();
}

void Walker::carryOut(StepId step) const
{
    show(step);
    const QString name = setup::stepName(step);
    for (const auto &button : {u".rehearsal.samples"_s, u".rehearsal.perform"_s, u".consent.ask"_s}) {
        if (press(name + button))
            settle();
    }
    if (step == StepId::LoginOptions && !session()->setup().authenticator.automaticLogin)
        press(u"options.automatic"_s);
    if (step == StepId::Review) {
        if (session()->plan().authenticator.isEmpty())
            press(u"review.choice.wecom"_s);
        settle();
        press(u"footer.primary"_s);
    }
    if (step == StepId::TestLogin && startLogin())
        finishLogin();
    settle();
}

void Walker::carryOutUntil(StepId last) const
{
    for (const auto &step : assistant::steps()) {
        carryOut(step.id);
        if (step.id == last)
            return;
    }
}

void Walker::lookAgain(StepId step) const
{
    QCoro::waitFor(session()->checkAgain(step));
    show(step);
    bringProblemIntoView(step);
}

void Walker::bringProblemIntoView(StepId step) const
{
    for (const auto &finding : session()->findings(step)) {
        if (finding.severity != checks::Severity::Problem && finding.severity != checks::Severity::Warning)
            continue;
        return ui::bringIntoView(m_stage.find<QWidget>(setup::stepName(step) + u".check."_s + finding.check));
    }
}

bool Walker::begin(StepId step) const
{
    show(step);
    if (step == StepId::TestLogin)
        return startLogin();
    if (step == StepId::Review) {
        session()->edit([](setup::Setup &setup) { setup.authenticator.tooltip += u"!"_s; });
        settle();
        press(u"footer.primary"_s);
    } else if (step == StepId::Finish) {
        press(u"finish.check-all"_s);
    } else {
        session()->checkAgain(step);
    }
    return QTest::qWaitFor([this] { return session()->isBusy(); }, 2000);
}

bool Walker::startLogin() const
{
    if (!press(u"test.start"_s))
        return false;
    const auto ended = [this] { return !session()->isBusy(); };
    const auto waits = [this] { return session()->rehearsal()->phone() == PhoneState::PageWaits; };
    if (!QTest::qWaitFor([&] { return ended() || waits(); }, browserLimit) || ended())
        return false;
    (void)QTest::qWaitFor([&] { return ended() || isSeen(session()->trace(), login::HopKind::WecomLogin); },
                          browserLimit);
    QTest::qWait(1000); // the picture is painted, and the timeline counts
    return !ended();
}

void Walker::finishLogin() const
{
    session()->rehearsal()->scan();
    QTest::qWait(900); // the page asks every 400 ms
    session()->rehearsal()->agree();
    (void)m_stage.waitIdle(browserLimit);
}

} // namespace scenes
