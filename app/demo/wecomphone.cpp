// SPDX-License-Identifier: Apache-2.0
// The colleague's phone: what its screen shows, and what its holder does with it.
#include "demo/wecomside.h"

using namespace Qt::StringLiterals;
using assistant::RehearsalControl;
using std::chrono::steady_clock;

namespace demo {

namespace {

constexpr int pageSeconds = 300;
constexpr auto stillAsking = std::chrono::seconds(6);

QString screenName(RehearsalControl::PhoneState state)
{
    static const QStringList names{u"idle"_s,     u"waits"_s,         u"scanned"_s, u"agreed"_s,
                                   u"declined"_s, u"no-permission"_s, u"expired"_s};
    return names.at(int(state));
}

} // namespace

// While a tour holds a login, time stands still for its page.
bool WecomSide::isTooOld(const LoginPage &page) const
{
    return !m_world.gate.isOn() && page.made.secsTo(m_world.now()) >= pageSeconds;
}

const LoginPage *WecomSide::waitingPage() const
{
    const auto page = m_world.pages.constFind(m_world.latestPage);
    if (page == m_world.pages.cend() || steady_clock::now() - page->polled > stillAsking || isTooOld(*page))
        return nullptr;
    return &*page;
}

RehearsalControl::PhoneState WecomSide::phoneState() const
{
    using State = RehearsalControl::PhoneState;
    const auto page = m_world.pages.constFind(m_world.latestPage);
    if (page == m_world.pages.cend())
        return State::Idle;
    const bool asks = steady_clock::now() - page->polled <= stillAsking;
    switch (page->status) {
    case LoginPage::Status::Never:
    case LoginPage::Status::Scanned:
        if (!asks)
            return State::Idle;
        if (isTooOld(*page))
            return State::Expired;
        return page->status == LoginPage::Status::Never ? State::PageWaits : State::Scanned;
    case LoginPage::Status::Agreed:
        // WeCom gives a code for members out of scope too; only the phone says that they may not (document
        // 96442, and measured).
        return m_world.phoneHolder() == Visitor::ColleagueOutOfScope ? State::NoPermission : State::Agreed;
    case LoginPage::Status::Declined:
        return State::Declined;
    }
    return State::Idle;
}

bool WecomSide::scan()
{
    const std::lock_guard lock(m_world.mutex);
    const LoginPage *page = waitingPage();
    if (!page || page->status != LoginPage::Status::Never)
        return false;
    m_world.pages[m_world.latestPage].status = LoginPage::Status::Scanned;
    return true;
}

bool WecomSide::decide(bool agree)
{
    const std::lock_guard lock(m_world.mutex);
    const LoginPage *page = waitingPage();
    if (!page || page->status != LoginPage::Status::Scanned)
        return false;
    const bool agreed = agree && !m_world.fault(u"login.declined"_s);
    m_world.pages[m_world.latestPage].status =
        agreed ? LoginPage::Status::Agreed : LoginPage::Status::Declined;
    return true;
}

Answer WecomSide::phone(const Call &call)
{
    if (call.path == u"/phone"_s)
        return Answer::page(u"phone.html"_s);
    bool done = true;
    if (call.path == u"/phone/state"_s) {
        const std::lock_guard lock(m_world.mutex);
        return Answer::json(
            QJsonObject{{u"state"_s, screenName(phoneState())}, {u"app"_s, m_world.app.name}});
    }
    if (call.method != "POST")
        return Answer::nothing(405);
    if (call.path == u"/phone/scan"_s)
        done = scan();
    else if (call.path == u"/phone/agree"_s)
        done = decide(true);
    else if (call.path == u"/phone/decline"_s)
        done = decide(false);
    else
        return Answer::nothing(404);
    return Answer::json(QJsonObject{{u"done"_s, done}});
}

} // namespace demo
