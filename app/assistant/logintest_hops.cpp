// SPDX-License-Identifier: Apache-2.0
// What a test login waits for, hop by hop.
#include "assistant/loginrun.h"
#include "assistant/settledpage.h"
#include "net/once.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using login::HopKind;
using login::Outcome;

namespace assistant {

namespace {

constexpr auto wakeUp = std::chrono::milliseconds(300);
constexpr auto lookEvery = std::chrono::seconds(1);
constexpr auto lookLimit = std::chrono::seconds(2);

bool has(const login::Trace &trace, const QList<HopKind> &kinds)
{
    return std::any_of(trace.hops.begin(), trace.hops.end(),
                       [&kinds](const login::Hop &hop) { return kinds.contains(hop.kind); });
}

auto anyOf(QList<HopKind> kinds)
{
    return [kinds](const login::Trace &trace) { return has(trace, kinds); };
}

// NocoBase's page after the session was opened: there, or on its way to another address of its own.
bool isOpened(const login::Trace &trace)
{
    return has(trace, {HopKind::SignedIn}) || (!trace.hops.isEmpty() && trace.hops.last().status > 0);
}

// WeCom's page did not go on within its limit: what it has shown last tells who did not do what.
Outcome lateAt(const login::Trace &trace)
{
    if (trace.sightings.isEmpty())
        return Outcome::NotScanned;
    switch (trace.sightings.last().what) {
    case login::Sight::QrShown:
        return Outcome::NotScanned;
    case login::Sight::Scanned:
        return Outcome::NotConfirmed;
    case login::Sight::Confirmed:
        return Outcome::NotReturned;
    case login::Sight::Refused:
        return Outcome::Declined;
    case login::Sight::Expired:
        return Outcome::Expired;
    }
    return Outcome::NotScanned;
}

std::optional<Outcome> outcomeOf(login::LoginPageVerdict verdict)
{
    switch (verdict) {
    case login::LoginPageVerdict::DomainMismatch:
        return Outcome::DomainMismatch;
    case login::LoginPageVerdict::LinkRefused:
        return Outcome::LinkRefused;
    case login::LoginPageVerdict::OutsideWecom:
        return Outcome::OutsideWecom;
    case login::LoginPageVerdict::QrShown:
    case login::LoginPageVerdict::Unclear:
        break;
    }
    return std::nullopt;
}

// NocoBase was reached, and did not answer: that says nothing against its address.
bool isSilence(const net::Fault &fault)
{
    return fault.code == net::FaultCode::Timeout || fault.param(u"reason"_s) == u"closed"_s;
}

// Somebody is signed in, and may do nothing.
bool isWithoutRole(const net::Fault &fault)
{
    return fault.param(u"code"_s) == u"USER_HAS_NO_ROLES_ERR"_s;
}

login::Who whoFrom(const nocobase::Identity &identity)
{
    return {identity.id, identity.nickname, identity.username, identity.roles, !identity.roles.isEmpty()};
}

// Until changed() tells something, or the time is over. A signal that comes twice in one turn of the event
// loop wakes the one who waits once.
QCoro::Task<void> nextChange(LoginTest *test, std::chrono::milliseconds limit)
{
    const auto once = net::Once<bool>::make();
    QObject::connect(test, &LoginTest::changed, once->context(),
                     [waiting = once.get()] { waiting->end(true); });
    once->endAfter(limit, false);
    co_await once->value();
}

} // namespace

// Waits until this has come; false when the limit passed, the browser failed, or somebody cancelled.
QCoro::Task<bool> LoginTest::comes(RunPtr run, std::function<bool(const login::Trace &)> what,
                                   std::chrono::milliseconds limit)
{
    const QPointer<LoginTest> self(this);
    const qint64 end = patience() + limit.count();
    while (self && !run->cancel->isCancelled() && patience() < end && run->trace().fault.isEmpty()) {
        if (what(run->trace()))
            co_return true;
        co_await nextChange(this, wakeUp);
    }
    co_return what(run->trace());
}

// The browser counts by the clock; what was held meanwhile is given to it once more.
QCoro::Task<net::Result<bool>> LoginTest::press(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const qint64 end = patience() + run->limit(login::Wait::Button).count();
    net::Result<bool> pressed = false;
    while (self && !run->isOver()) {
        const std::chrono::milliseconds left(std::max<qint64>(1, end - patience()));
        pressed = co_await run->browser->press(run->given.button, left);
        if (!self || !pressed || *pressed || patience() >= end)
            break;
    }
    co_return pressed;
}

QCoro::Task<Outcome> LoginTest::reachWecom(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const auto pressed = co_await press(run);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!run->trace().fault.isEmpty() || (!pressed && pressed.error().code != net::FaultCode::Timeout))
        co_return brokenOff();
    const bool isPressed = pressed && *pressed;
    if (isPressed)
        run->tracer.pressed(QDateTime::currentDateTimeUtc());
    emit changed();
    // Automatic login may have left for WeCom before there was a button to press.
    const auto limit = isPressed ? run->limit(login::Wait::Start) : std::chrono::milliseconds(1000);
    const auto wecomsPage = anyOf({HopKind::WecomLogin, HopKind::WecomOAuth});
    const bool atWecom = co_await comes(run, wecomsPage, limit);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!atWecom && !run->trace().fault.isEmpty())
        co_return brokenOff();
    if (!atWecom && has(run->trace(), {HopKind::SignInError}))
        co_return Outcome::PluginSentence;
    if (!atWecom)
        co_return isPressed ? Outcome::NotSent : Outcome::NoButton;
    const auto page = co_await settledLoginPage(run->browser);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    // A page that goes on by itself (inside WeCom) is no login page any more.
    if (!page || has(run->trace(), {HopKind::Callback}))
        co_return Outcome::Running;
    run->tracer.rendered(page->text, page->qrShown);
    run->tracer.looked(page->url, page->text, page->qrShown, QDateTime::currentDateTimeUtc());
    emit changed();
    if (const auto refused = outcomeOf(login::judgeLoginPage(page->text, page->qrShown)))
        co_return *refused;
    const auto &link = run->trace().link;
    const auto &expected = run->given.expected;
    const bool wrongIds =
        link && (link->companyId != expected.companyId || link->agentId != expected.agentId);
    co_return wrongIds ? Outcome::WrongIds : Outcome::Running;
}

// One look at WeCom's page while it waits. Running unless it says that it will not go on.
QCoro::Task<Outcome> LoginTest::lookAt(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const auto page = co_await run->browser->settled(lookLimit);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!page || has(run->trace(), {HopKind::Callback}))
        co_return Outcome::Running;
    const qsizetype before = run->trace().sightings.size();
    run->tracer.looked(page->url, page->text, page->qrShown, QDateTime::currentDateTimeUtc());
    if (run->trace().sightings.size() == before)
        co_return Outcome::Running;
    emit changed();
    const bool refused = run->trace().sightings.last().what == login::Sight::Refused;
    co_return refused ? Outcome::Declined : Outcome::Running;
}

// Until WeCom's page sends the browser back. Whatever it shows anew has a limit of its own.
QCoro::Task<Outcome> LoginTest::awaitReturn(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    qsizetype known = -1;
    qint64 end = 0;
    while (!has(run->trace(), {HopKind::Callback})) {
        if (!run->trace().fault.isEmpty())
            co_return brokenOff();
        if (known != run->trace().sightings.size()) {
            known = run->trace().sightings.size();
            const std::chrono::milliseconds limit = run->limit(waitOf(run->trace()));
            end = patience() + limit.count();
        }
        if (patience() >= end)
            co_return lateAt(run->trace());
        const Outcome seen = co_await lookAt(run);
        if (!self || seen != Outcome::Running)
            co_return self ? seen : Outcome::Cancelled;
        if (!has(run->trace(), {HopKind::Callback}))
            co_await nextChange(this, lookEvery);
        if (!self || run->isOver())
            co_return Outcome::Cancelled;
    }
    co_return Outcome::Running;
}

QCoro::Task<Outcome> LoginTest::awaitSignIn(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const QList<HopKind> signedIn{HopKind::Landing, HopKind::SignedIn};
    const Outcome back = co_await awaitReturn(run);
    if (!self || back != Outcome::Running)
        co_return self ? back : Outcome::Cancelled;
    const auto ends = anyOf(signedIn + QList<HopKind>{HopKind::SignInError});
    const bool answered = co_await comes(run, ends, run->limit(login::Wait::Answer));
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!run->tracer.sawCode())
        co_return Outcome::Declined;
    const login::Trace &trace = run->trace();
    if (has(trace, signedIn)) {
        co_await askWho(run);
        if (!self || run->isOver())
            co_return Outcome::Cancelled;
        co_await comes(run, isOpened, run->limit(login::Wait::Landing));
        if (!self || run->isOver())
            co_return Outcome::Cancelled;
        co_return trace.who && !trace.who->hasRole ? Outcome::SignedInWithoutRole : Outcome::SignedIn;
    }
    if (answered)
        co_return Outcome::PluginSentence;
    if (m_fault && !isSilence(*m_fault))
        co_return brokenOff();
    const int status = trace.hops.isEmpty() ? 0 : trace.hops.last().status;
    co_return status == 404 || status == 405 ? Outcome::CallbackMissing : Outcome::CallbackSilent;
}

// NocoBase itself says who was signed in; the session's token goes nowhere else.
QCoro::Task<void> LoginTest::askWho(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const vault::Secret token = run->tracer.sessionToken();
    if (token.isEmpty())
        co_return;
    const auto asSomebody = std::make_shared<nocobase::Client>(m_http, run->given.target, run->cancel);
    asSomebody->useToken(token, false);
    const auto identity = co_await asSomebody->whoAmI();
    if (!self || run->isOver())
        co_return;
    login::Who who;
    if (identity) {
        who = whoFrom(*identity);
        who.how = run->before ? run->before->howCame(who.id) : login::How::Unknown;
    } else if (!isWithoutRole(identity.error())) {
        co_return;
    } else if (run->before) { // NocoBase tells nobody's name who has no role; the new link does
        const auto linked = co_await newlyLinked(*run->before);
        who = linked.value_or(login::Who());
        if (!self || run->isOver())
            co_return;
    }
    run->tracer.setWho(who);
    emit changed();
}

} // namespace assistant
