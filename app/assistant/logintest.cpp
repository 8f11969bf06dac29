// SPDX-License-Identifier: Apache-2.0
#include "assistant/logintest.h"

#include "assistant/aftertest.h"
#include "assistant/loginfault.h"
#include "assistant/settledpage.h"
#include "net/once.h"

#include <QDeadlineTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using login::HopKind;
using login::Outcome;

namespace assistant {

namespace {

constexpr auto machineLimit = std::chrono::seconds(40);
constexpr auto buttonLimit = std::chrono::seconds(60); // a first look loads some megabytes of scripts
constexpr auto scanLimit = std::chrono::minutes(5);
constexpr auto wakeUp = std::chrono::milliseconds(300);

bool has(const login::Trace &trace, const QList<HopKind> &kinds)
{
    return std::any_of(trace.hops.begin(), trace.hops.end(),
                       [&kinds](const login::Hop &hop) { return kinds.contains(hop.kind); });
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

// Somebody is signed in, and may do nothing.
bool isWithoutRole(const net::Fault &fault)
{
    return fault.param(u"code"_s) == u"USER_HAS_NO_ROLES_ERR"_s;
}

login::Who whoFrom(const nocobase::Identity &identity)
{
    return {identity.id, identity.nickname, identity.username, identity.roles, !identity.roles.isEmpty()};
}

// What the trace calls it: each way in which a page is of no use has a name of its own.
QString nameOf(const net::Fault &fault)
{
    const QString reason = fault.param(u"reason"_s);
    if (fault.code != net::FaultCode::BrowserBlank)
        return net::faultName(fault.code);
    return reason == u"process"_s                        ? u"browser-ended"_s
           : reason == u"hung"_s || reason == u"empty"_s ? u"browser-"_s + reason
                                                         : net::faultName(fault.code);
}

} // namespace

// One test, from its beginning to its end; a later one has a Run of its own.
struct LoginTest::Run
{
    Run(Given what, login::LoginViewer *viewer)
        : given(std::move(what))
        , browser(viewer)
        , tracer(given.expected, QDateTime::currentDateTimeUtc())
        , cancel(std::make_shared<net::Cancel>())
    {}

    Given given;
    QPointer<login::LoginViewer> browser;
    login::Tracer tracer;
    net::CancelPtr cancel;

    // Whether there is nobody any more to go on with.
    bool isOver() const { return !browser || cancel->isCancelled(); }
    const login::Trace &trace() const { return tracer.trace(); }
};

LoginTest::LoginTest(net::Http *http, std::function<Given()> given, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_given(std::move(given))
{
    new LoginFault(this);
    new AfterTest(http, m_given, this);
}

LoginTest::~LoginTest()
{
    if (m_running)
        m_running->cancel->cancel();
}

const login::Trace *LoginTest::trace() const
{
    return m_last ? &m_last->trace() : nullptr;
}

vault::Secret LoginTest::sessionToken() const
{
    return m_last ? m_last->tracer.sessionToken() : vault::Secret();
}

void LoginTest::stop()
{
    if (!m_running)
        return;
    m_running->cancel->cancel();
    emit changed(); // wakes the one who waits
}

QCoro::Task<Outcome> LoginTest::run(login::LoginViewer *viewer)
{
    const QPointer<LoginTest> self(this);
    stop();
    const RunPtr run = std::make_shared<Run>(m_given(), viewer);
    if (!m_running)
        emit began();
    m_running = m_last = run;
    LoginFault::of(this)->clear();
    emit changed();

    const Outcome outcome = co_await follow(run);
    if (!self)
        co_return Outcome::Cancelled;
    if (run->browser && m_running == run)
        disconnect(run->browser, nullptr, this, nullptr);
    run->tracer.finish(outcome, QDateTime::currentDateTimeUtc());
    if (m_running == run) {
        m_running.reset();
        emit changed();
        emit ended(run->trace(), run->given.stamp);
    }
    co_return outcome;
}

void LoginTest::watch(const RunPtr &run)
{
    login::LoginViewer *viewer = run->browser;
    disconnect(viewer, nullptr, this, nullptr); // of a test that this one has ended
    const auto address = [this, run](const QUrl &raw) {
        run->tracer.requested(raw, QDateTime::currentDateTimeUtc());
        emit changed();
    };
    connect(viewer, &login::LoginViewer::requested, this, address);
    connect(viewer, &login::LoginViewer::changed, this, address);
    connect(viewer, &login::LoginViewer::loaded, this, [this, run](bool, int status) {
        run->tracer.finalStatus(status);
        emit changed();
    });
    connect(viewer, &login::LoginViewer::failed, this, [this, run](const net::Fault &fault) {
        LoginFault::of(this)->set(fault);
        run->tracer.setFault(nameOf(*LoginFault::of(this)->fault()));
        emit changed();
    });
}

QCoro::Task<Outcome> LoginTest::follow(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const auto started = co_await run->browser->start(run->given.viewer);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!started) {
        LoginFault::of(this)->set(started.error());
        run->tracer.setFault(nameOf(started.error()));
        co_return Outcome::BrowserFailed;
    }
    watch(run);
    run->browser->open(run->given.signIn);
    const Outcome atWecom = co_await reachWecom(run);
    if (!self || atWecom != Outcome::Running)
        co_return self ? atWecom : Outcome::Cancelled;
    co_return co_await awaitSignIn(run);
}

// Waits until one of these hops was seen; false when the limit passed, the browser failed, or somebody
// cancelled.
QCoro::Task<bool> LoginTest::hopComes(RunPtr run, QList<HopKind> kinds, std::chrono::milliseconds limit)
{
    const QPointer<LoginTest> self(this);
    const QDeadlineTimer deadline(limit);
    while (self && !run->cancel->isCancelled() && !deadline.hasExpired() && run->trace().fault.isEmpty()) {
        if (has(run->trace(), kinds))
            co_return true;
        // Not by qCoro(): told twice in a row, it would go on twice.
        const auto news = net::Once<bool>::make();
        connect(this, &LoginTest::changed, news->context(), [raw = news.get()] { raw->end(true); });
        news->endAfter(wakeUp, false);
        co_await news->value();
    }
    co_return has(run->trace(), kinds);
}

QCoro::Task<Outcome> LoginTest::reachWecom(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const QList<HopKind> wecomPages{HopKind::WecomLogin, HopKind::WecomOAuth};
    const auto pressed = co_await run->browser->press(run->given.button, buttonLimit);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!run->trace().fault.isEmpty() || (!pressed && pressed.error().code != net::FaultCode::Timeout))
        co_return Outcome::BrowserFailed;
    // Automatic login may have left for WeCom before there was a button to press.
    const auto limit = pressed && *pressed ? machineLimit : std::chrono::seconds(1);
    const bool atWecom = co_await hopComes(run, wecomPages, limit);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!atWecom) {
        const bool refused = has(run->trace(), {HopKind::SignInError});
        co_return refused ? Outcome::PluginSentence
                          : (run->trace().fault.isEmpty() ? Outcome::NoButton : Outcome::BrowserFailed);
    }
    const auto page = co_await settledLoginPage(run->browser);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    // A page that goes on by itself (inside WeCom) is no login page any more.
    if (!page || has(run->trace(), {HopKind::Callback}))
        co_return Outcome::Running;
    run->tracer.rendered(page->text, page->qrShown);
    emit changed();
    if (const auto refused = outcomeOf(login::judgeLoginPage(page->text, page->qrShown)))
        co_return *refused;
    const auto &link = run->trace().link;
    const auto &expected = run->given.expected;
    const bool wrongIds =
        link && (link->companyId != expected.companyId || link->agentId != expected.agentId);
    co_return wrongIds ? Outcome::WrongIds : Outcome::Running;
}

QCoro::Task<Outcome> LoginTest::awaitSignIn(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const QList<HopKind> callback{HopKind::Callback};
    const QList<HopKind> signedIn{HopKind::Landing, HopKind::SignedIn};
    const bool cameBack = co_await hopComes(run, callback, scanLimit);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!run->trace().fault.isEmpty() && !cameBack)
        co_return Outcome::BrowserFailed;
    if (!cameBack)
        co_return Outcome::NotScanned;
    const QList<HopKind> ends = signedIn + QList<HopKind>{HopKind::SignInError};
    const bool answered = co_await hopComes(run, ends, machineLimit);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!run->tracer.sawCode())
        co_return Outcome::Declined;
    const login::Trace &trace = run->trace();
    if (has(trace, signedIn)) {
        co_await askWho(run);
        if (!self || run->isOver())
            co_return Outcome::Cancelled;
        co_return trace.who && !trace.who->hasRole ? Outcome::SignedInWithoutRole : Outcome::SignedIn;
    }
    if (answered)
        co_return Outcome::PluginSentence;
    const int status = trace.hops.isEmpty() ? 0 : trace.hops.last().status;
    co_return status == 404 || status == 405 ? Outcome::CallbackMissing : Outcome::CallbackSilent;
}

// NocoBase itself says who was signed in; the session's token goes nowhere else.
QCoro::Task<void> LoginTest::askWho(RunPtr run)
{
    const vault::Secret token = run->tracer.sessionToken();
    if (token.isEmpty())
        co_return;
    const auto asSomebody = std::make_shared<nocobase::Client>(m_http, run->given.target, run->cancel);
    asSomebody->useToken(token, false);
    const auto identity = co_await asSomebody->whoAmI();
    if (identity)
        run->tracer.setWho(whoFrom(*identity));
    else if (isWithoutRole(identity.error()))
        run->tracer.setWho(login::Who());
}

QCoro::Task<net::Result<bool>> LoginTest::lookForNewLink()
{
    const QPointer<LoginTest> self(this);
    const Given given = m_given();
    if (!given.admin || given.authenticatorId == 0)
        co_return net::fail(net::FaultCode::Missing);
    const auto users = co_await given.admin->linkedUsers(given.authenticatorId);
    if (!self)
        co_return net::fail(net::FaultCode::Cancelled);
    if (!users)
        co_return tl::unexpected(users.error());
    QSet<qint64> now;
    for (const auto &user : *users)
        now.insert(user.id);
    const bool isNew = m_linkedBefore && !(now - *m_linkedBefore).isEmpty();
    m_linkedBefore = now;
    co_return isNew;
}

} // namespace assistant
