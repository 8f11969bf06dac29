// SPDX-License-Identifier: Apache-2.0
#include "assistant/logintest.h"

#include "assistant/aftertest.h"
#include "assistant/loginrun.h"

using namespace Qt::StringLiterals;
using login::Outcome;

namespace assistant {

namespace {

bool isOfBrowser(const net::Fault &fault)
{
    return fault.code == net::FaultCode::BrowserBlank || fault.code == net::FaultCode::BrowserCannotStart;
}

// What the trace calls it: each way in which a page is of no use has a name of its own.
QString nameOf(const net::Fault &fault)
{
    const QString reason = fault.param(u"reason"_s);
    if (!isOfBrowser(fault) && !reason.isEmpty())
        return net::faultName(fault.code) + u'-' + reason;
    if (fault.code != net::FaultCode::BrowserBlank)
        return net::faultName(fault.code);
    return reason == u"process"_s                        ? u"browser-ended"_s
           : reason == u"hung"_s || reason == u"empty"_s ? u"browser-"_s + reason
                                                         : net::faultName(fault.code);
}

} // namespace

LoginTest::LoginTest(net::Http *http, std::function<Given()> given, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_given(std::move(given))
{
    m_clock.start();
    m_afterwards = new AfterTest(http, m_given, this);
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

Outcome LoginTest::brokenOff() const
{
    return m_fault && !isOfBrowser(*m_fault) ? Outcome::PageFailed : Outcome::BrowserFailed;
}

qint64 LoginTest::patience() const
{
    return m_heldSince.value_or(m_clock.elapsed()) - m_heldFor;
}

void LoginTest::holdLimits(bool held)
{
    if (held == isHeld())
        return;
    if (held) {
        m_heldSince = m_clock.elapsed();
    } else {
        m_heldFor += m_clock.elapsed() - *m_heldSince;
        m_heldSince.reset();
    }
    if (m_running)
        m_running->tracer.held(held, QDateTime::currentDateTimeUtc());
    emit changed();
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
    m_fault.reset();
    if (isHeld())
        run->tracer.held(true, QDateTime::currentDateTimeUtc());
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
    disconnect(viewer, nullptr, this,
               nullptr); // of a test that this one has ended
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
        m_fault = m_fault ? m_fault : fault; // what comes after the first is its consequence
        run->tracer.setFault(nameOf(*m_fault), *m_fault);
        emit changed();
    });
}

QCoro::Task<Outcome> LoginTest::follow(RunPtr run)
{
    const QPointer<LoginTest> self(this);
    const auto before = co_await lookAtUsers(run->given.admin, run->given.authenticatorId);
    run->before = before;
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    const auto started = co_await run->browser->start(run->given.viewer);
    if (!self || run->isOver())
        co_return Outcome::Cancelled;
    if (!started) {
        m_fault = m_fault ? m_fault : started.error();
        run->tracer.setFault(nameOf(started.error()), started.error());
        co_return Outcome::BrowserFailed;
    }
    watch(run);
    run->browser->open(run->given.signIn);
    const Outcome atWecom = co_await reachWecom(run);
    if (!self || atWecom != Outcome::Running)
        co_return self ? atWecom : Outcome::Cancelled;
    co_return co_await awaitSignIn(run);
}

} // namespace assistant
