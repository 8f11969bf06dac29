// SPDX-License-Identifier: Apache-2.0
#include "shell/closeguard.h"

#include "assistant/aftertest.h"
#include "parts/buttons.h"
#include "parts/messagebar.h"

#include <QTimer>

#include <qcoro/qcorotask.h>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using assistant::Work;

namespace {

constexpr auto signOutLimit = 3s;

QString stateOf(Work work)
{
    switch (work) {
    case Work::Applying:
        return CloseGuard::tr(
            "Settings are being written to NocoBase. If that stopped halfway, sign-in might not "
            "work. It takes a few seconds.");
    case Work::Undoing:
        return CloseGuard::tr(
            "The old settings are being put back in NocoBase. If that stopped halfway, sign-in "
            "might not work. It takes a few seconds.");
    case Work::EnablingPlugin:
        return CloseGuard::tr(
            "NocoBase is enabling the WeCom plugin and restarts. It does that on its own, also "
            "without this window. The next start looks at how it went.");
    case Work::RemovingRow:
        return CloseGuard::tr("The sample row is being removed from NocoBase. It takes a few seconds.");
    default:
        return CloseGuard::tr(
            "NocoBase is asking WeCom for this check. The request that was made for it is still "
            "to be removed from NocoBase. It takes a few seconds.");
    }
}

} // namespace

CloseGuard::CloseGuard(SessionHost *host, MessageBar *bar, QWidget *window)
    : QObject(window)
    , m_host(host)
    , m_bar(bar)
    , m_window(window)
    , m_whenDone(bar->addButton(u"when-done"_s, Button::Kind::Primary))
    , m_now(bar->addButton(u"now"_s))
    , m_stay(bar->addButton(u"stay"_s))
{
    connect(m_whenDone, &QPushButton::clicked, this, &CloseGuard::closeWhenDone);
    connect(m_now, &QPushButton::clicked, this, &CloseGuard::closeNow);
    connect(m_stay, &QPushButton::clicked, this, &CloseGuard::stay);
    retranslate();
}

std::optional<Work> CloseGuard::halfway() const
{
    const auto work = m_host->session()->work();
    for (const Work one :
         {Work::EnablingPlugin, Work::Applying, Work::Undoing, Work::RemovingRow, Work::AskingServer}) {
        if (work.contains(one))
            return one;
    }
    return {};
}

bool CloseGuard::mayClose()
{
    const auto work = halfway();
    if (!work || m_regardless)
        return true;
    if (m_asked)
        closeWhenDone(); // who closes once more means it
    else
        ask(*work);
    return false;
}

bool CloseGuard::signsOutFirst()
{
    auto *after = m_host->session()->loginTest()->afterwards();
    if (!after->isSignedIn() || std::exchange(m_signedOut, true))
        return false;
    m_isSigningOut = true;
    const auto goOn = [this] {
        if (std::exchange(m_isSigningOut, false)) // whichever comes first
            m_window->close();
    };
    QTimer::singleShot(signOutLimit, this, goOn);
    QCoro::connect(after->signOut(), this, goOn);
    return true;
}

void CloseGuard::ask(Work work)
{
    m_asked = work;
    // Later, since findings follow upon the work that they come of.
    connect(m_host->session(), &assistant::SetupSession::workChanged, this, &CloseGuard::look,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
    render();
    m_whenDone->setFocus(Qt::OtherFocusReason);
}

void CloseGuard::render()
{
    if (!m_asked) {
        m_bar->setMessage(MessageBar::Tone::Info, {});
        return;
    }
    const auto state = stateOf(*m_asked);
    m_bar->setMessage(MessageBar::Tone::Warning,
                      m_waits ? state + u' ' + tr("The window closes when it is done.") : state);
    m_whenDone->setVisible(!m_waits);
    m_now->setVisible(*m_asked == Work::EnablingPlugin);
}

void CloseGuard::retranslate()
{
    m_whenDone->setLabel(tr("Close when it is &done"));
    m_now->setLabel(tr("Close &now"));
    m_stay->setLabel(tr("&Stay"));
    render();
}

void CloseGuard::closeWhenDone()
{
    m_waits = true;
    render();
    m_stay->setFocus(Qt::OtherFocusReason);
}

void CloseGuard::closeNow()
{
    m_regardless = true;
    m_window->close();
}

void CloseGuard::stay()
{
    m_asked.reset();
    m_waits = false;
    render();
}

// Then the person is to read it before the window goes.
bool CloseGuard::wentWrong() const
{
    const auto *session = m_host->session();
    return session->state(setup::StepId::Nocobase) == assistant::StepState::NeedsAttention ||
           session->state(setup::StepId::Review) == assistant::StepState::NeedsAttention;
}

void CloseGuard::look()
{
    if (!m_asked)
        return;
    if (const auto work = halfway()) {
        if (work != m_asked) {
            m_asked = work; // enabling is the first half of an apply
            render();
        }
        return;
    }
    const bool isLook = m_asked == Work::AskingServer;
    const bool closes = m_waits && (isLook || !wentWrong());
    stay();
    if (closes)
        m_window->close();
}

} // namespace ui
