// SPDX-License-Identifier: Apache-2.0
// The test login. Machine steps get seconds, human steps minutes.
#include "assistant/settledpage.h"
#include "assistant/setupsession.h"
#include "assistant/workscope.h"

#include "net/redactor.h"

#include <QDeadlineTimer>

#include <qcoro/qcorosignal.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using login::HopKind;
using login::Outcome;
using setup::Inputs;
using setup::Vantage;

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

} // namespace

login::ViewerOptions SetupSession::viewerOptions() const
{
    login::ViewerOptions options;
    options.allowedOrigins = {net::originOf(m_setup.nocobase.url), m_setup.authenticator.origin,
                              net::originOf(m_setup.wecom.login), net::originOf(m_setup.wecom.oauth)};
    if (!isRehearsal()) // pages that WeCom's own login hands over to
        options.allowedOrigins +=
            {u"https://open.work.weixin.qq.com"_s, u"https://login.work.weixin.qq.com"_s};
    options.allowedOrigins.removeAll(QString());
    options.allowedOrigins.removeDuplicates();
    options.pins = m_record.pins;
    options.acceptLanguage = u"zh-CN,zh;q=0.9,en;q=0.8"_s;
    return options;
}

login::Expected SetupSession::expectedLogin() const
{
    return {m_setup.nocobase.url, QUrl(m_setup.authenticator.origin), m_credentials.companyId,
            m_credentials.agentId, plan().authenticator};
}

QString SetupSession::buttonTitle() const
{
    const auto *publicList = world().value(m_facts.publicList, Inputs::NocobaseHost);
    const QString name = plan().authenticator;
    if (publicList) {
        for (const auto &row : *publicList) {
            if (row.name == name && !row.title.isEmpty())
                return row.title;
        }
    }
    return m_setup.authenticator.title;
}

const login::Trace *SetupSession::trace() const
{
    return m_tracer ? &m_tracer->trace() : nullptr;
}

QCoro::Task<Outcome> SetupSession::testLogin(login::LoginViewer *viewer)
{
    const QPointer<SetupSession> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    const WorkScope scope(this, Work::TestLogin);
    m_loginCancel->cancel();
    m_loginCancel = std::make_shared<net::Cancel>();
    const net::CancelPtr cancel = m_loginCancel;
    const auto stampNow = setup::stampOf(Inputs::Login, m_setup, m_credentials);
    m_tracer = std::make_unique<login::Tracer>(expectedLogin(), QDateTime::currentDateTimeUtc());
    emit traceChanged();

    const Outcome outcome = co_await followLogin(viewer, cancel);
    if (browser)
        disconnect(viewer, nullptr, this, nullptr);
    if (!self)
        co_return Outcome::Cancelled;
    m_tracer->finish(outcome, QDateTime::currentDateTimeUtc());
    if (outcome != Outcome::Cancelled)
        m_facts.testLogin = setup::Seen<login::Trace>{m_tracer->trace(), QDateTime::currentDateTimeUtc(),
                                                      Vantage::Browser, stampNow};
    emit traceChanged();
    renew();
    remember();
    co_return outcome;
}

void SetupSession::stopTestLogin()
{
    m_loginCancel->cancel();
    emit traceChanged(); // wakes the one who waits
}

QCoro::Task<Outcome> SetupSession::followLogin(login::LoginViewer *viewer, net::CancelPtr cancel)
{
    const QPointer<SetupSession> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    const auto started = co_await viewer->start(viewerOptions());
    if (!self || !browser || cancel->isCancelled())
        co_return Outcome::Cancelled;
    if (!started) {
        m_tracer->setFault(net::faultName(started.error().code));
        co_return Outcome::BrowserFailed;
    }
    const auto address = [this](const QUrl &raw) {
        m_tracer->requested(raw, QDateTime::currentDateTimeUtc());
        emit traceChanged();
    };
    connect(viewer, &login::LoginViewer::requested, this, address);
    connect(viewer, &login::LoginViewer::changed, this, address);
    connect(viewer, &login::LoginViewer::loaded, this, [this](bool, int status) {
        m_tracer->finalStatus(status);
        emit traceChanged();
    });
    connect(viewer, &login::LoginViewer::failed, this, [this](const net::Fault &fault) {
        m_tracer->setFault(net::faultName(fault.code));
        emit traceChanged();
    });
    viewer->open(signInUrl());
    const Outcome atWecom = co_await reachWecom(viewer, cancel);
    if (!self || atWecom != Outcome::Running)
        co_return self ? atWecom : Outcome::Cancelled;
    co_return co_await awaitSignIn(viewer, cancel);
}

// Waits until one of these hops was seen; false when the limit passed, the browser failed, or somebody
// cancelled.
QCoro::Task<bool> SetupSession::hopComes(QList<HopKind> kinds, std::chrono::milliseconds limit,
                                         net::CancelPtr cancel)
{
    const QPointer<SetupSession> self(this);
    const QDeadlineTimer deadline(limit);
    while (self && !cancel->isCancelled() && !deadline.hasExpired() && m_tracer->trace().fault.isEmpty()) {
        if (has(m_tracer->trace(), kinds))
            co_return true;
        co_await qCoro(this, &SetupSession::traceChanged, wakeUp);
    }
    co_return self &&has(m_tracer->trace(), kinds);
}

QCoro::Task<Outcome> SetupSession::reachWecom(login::LoginViewer *viewer, net::CancelPtr cancel)
{
    const QPointer<SetupSession> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    const QList<HopKind> wecomPages{HopKind::WecomLogin, HopKind::WecomOAuth};
    const QString button = buttonTitle();
    const auto pressed = co_await viewer->press(button, buttonLimit);
    if (!self || !browser || cancel->isCancelled())
        co_return Outcome::Cancelled;
    if (!m_tracer->trace().fault.isEmpty() || (!pressed && pressed.error().code != net::FaultCode::Timeout))
        co_return Outcome::BrowserFailed;
    // Automatic login may have left for WeCom before there was a button to press.
    const auto limit = pressed && *pressed ? machineLimit : std::chrono::seconds(1);
    const bool atWecom = co_await hopComes(wecomPages, limit, cancel);
    if (!self || !browser || cancel->isCancelled())
        co_return Outcome::Cancelled;
    if (!atWecom) {
        const bool refused = has(m_tracer->trace(), {HopKind::SignInError});
        co_return refused ? Outcome::PluginSentence
                          : (m_tracer->trace().fault.isEmpty() ? Outcome::NoButton : Outcome::BrowserFailed);
    }
    const auto page = co_await settledLoginPage(browser);
    if (!self || cancel->isCancelled())
        co_return Outcome::Cancelled;
    // A page that goes on by itself (inside WeCom) is no login page any more.
    if (!page || has(m_tracer->trace(), {HopKind::Callback}))
        co_return Outcome::Running;
    m_tracer->rendered(page->text, page->qrShown);
    emit traceChanged();
    if (const auto refused = outcomeOf(login::judgeLoginPage(page->text, page->qrShown)))
        co_return *refused;
    const auto &link = m_tracer->trace().link;
    const bool wrongIds =
        link && (link->companyId != m_credentials.companyId || link->agentId != m_credentials.agentId);
    co_return wrongIds ? Outcome::WrongIds : Outcome::Running;
}

QCoro::Task<Outcome> SetupSession::awaitSignIn(login::LoginViewer *viewer, net::CancelPtr cancel)
{
    const QPointer<SetupSession> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    const QList<HopKind> callback{HopKind::Callback};
    const QList<HopKind> signedIn{HopKind::Landing, HopKind::SignedIn};
    const bool cameBack = co_await hopComes(callback, scanLimit, cancel);
    if (!self || !browser || cancel->isCancelled())
        co_return Outcome::Cancelled;
    if (!m_tracer->trace().fault.isEmpty() && !cameBack)
        co_return Outcome::BrowserFailed;
    if (!cameBack)
        co_return Outcome::NotScanned;
    const QList<HopKind> ends = signedIn + QList<HopKind>{HopKind::SignInError};
    const bool answered = co_await hopComes(ends, machineLimit, cancel);
    if (!self || !browser || cancel->isCancelled())
        co_return Outcome::Cancelled;
    if (!m_tracer->sawCode())
        co_return Outcome::Declined;
    const login::Trace &trace = m_tracer->trace();
    if (has(trace, signedIn)) {
        co_await askWho();
        if (!self)
            co_return Outcome::Cancelled;
        const auto &who = m_tracer->trace().who;
        co_return who && !who->hasRole ? Outcome::SignedInWithoutRole : Outcome::SignedIn;
    }
    if (answered)
        co_return Outcome::PluginSentence;
    const int status = trace.hops.isEmpty() ? 0 : trace.hops.last().status;
    co_return status == 404 || status == 405 ? Outcome::CallbackMissing : Outcome::CallbackSilent;
}

namespace {

// Somebody is signed in, and may do nothing.
bool isWithoutRole(const net::Fault &fault)
{
    return fault.param(u"code"_s) == u"USER_HAS_NO_ROLES_ERR"_s;
}

login::Who whoFrom(const nocobase::Identity &identity)
{
    return {identity.id, identity.nickname, identity.username, identity.roles, !identity.roles.isEmpty()};
}

} // namespace

// NocoBase itself says who was signed in; the session's token goes nowhere else.
QCoro::Task<void> SetupSession::askWho()
{
    const QPointer<SetupSession> self(this);
    const vault::Secret token = m_tracer->sessionToken();
    if (token.isEmpty())
        co_return;
    const auto asSomebody = std::make_shared<nocobase::Client>(m_services.http, target(), m_loginCancel);
    asSomebody->useToken(token, false);
    const auto identity = co_await asSomebody->whoAmI();
    if (!self)
        co_return;
    if (identity)
        m_tracer->setWho(whoFrom(*identity));
    else if (isWithoutRole(identity.error()))
        m_tracer->setWho(login::Who());
}

} // namespace assistant
