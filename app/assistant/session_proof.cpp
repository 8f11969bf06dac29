// SPDX-License-Identifier: Apache-2.0
// That what was written works: read back, listed for everybody, and the login address that NocoBase makes.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"

#include "net/redactor.h"

#include <qcoro/qcorotimer.h>

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

namespace {

constexpr auto signInPageLimit = std::chrono::seconds(60); // a first look loads some megabytes of scripts
constexpr std::chrono::milliseconds wecomLimit = std::chrono::seconds(20);

} // namespace

// A row that already holds exactly what is wanted counts as read back, whoever wrote it.
void SetupSession::noteReadBack()
{
    const auto wanted = plan();
    const auto *publicList = world().value(m_facts.publicList, Inputs::NocobaseHost);
    if (wanted.kind != apply::ChangePlan::Kind::Nothing || wanted.id == 0) {
        m_facts.readBack.reset();
        return;
    }
    setup::ReadBack readBack;
    readBack.id = wanted.id;
    readBack.name = wanted.authenticator;
    readBack.equal = true;
    if (publicList) {
        for (const auto &row : *publicList) {
            if (row.name == wanted.authenticator) {
                readBack.listedPublicly = true;
                readBack.typeTitleShown = !row.authTypeTitle.isEmpty();
            }
        }
    }
    m_facts.readBack = seen<setup::ReadBack>(readBack, Inputs::Authenticator, Vantage::Pc);
}

// Where the layout is unknown, the row that the person says to have filled in: it can be proven all the same.
QString SetupSession::provableRow() const
{
    const auto *readBack = world().value(m_facts.readBack, Inputs::Authenticator);
    if (readBack)
        return readBack->listedPublicly ? readBack->name : QString();
    const auto *layout = world().value(m_facts.layout, Inputs::NocobaseLogin);
    const auto *rows = world().value(m_facts.authenticators, Inputs::NocobaseLogin);
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (!rows || !plugin || (layout && layout->isUsable()) || !isConfirmed(setup::StepId::Review))
        return {};
    QStringList ours;
    for (const auto &row : *rows) {
        const bool wanted = m_setup.authenticator.name.value_or(row.name) == row.name;
        if (row.authType == plugin->authType && wanted && row.enabled)
            ours << row.name;
    }
    return ours.size() == 1 ? ours.first() : QString();
}

QCoro::Task<void> SetupSession::probeStartLink()
{
    const QPointer<SetupSession> self(this);
    if (provableRow().isEmpty() || !m_client)
        co_return;
    const auto link = co_await askStartLink();
    if (self && (link || link.error().code != net::FaultCode::Cancelled))
        renew();
}

// The address that NocoBase sends people to; facts keep it masked and in parts.
QCoro::Task<net::Result<QUrl>> SetupSession::askStartLink()
{
    const QPointer<SetupSession> self(this);
    const QString name = provableRow();
    if (name.isEmpty() || !m_client)
        co_return net::fail(net::FaultCode::Missing);
    const net::CancelPtr cancel = m_nocobaseCancel;
    const nocobase::ClientPtr client = m_client;
    const auto stampNow = setup::stampOf(Inputs::Authenticator, m_setup, m_credentials);
    const auto link = co_await client->startLink(name);
    if (!self || cancel->isCancelled() || !isToday(stampNow, Inputs::Authenticator))
        co_return net::fail(net::FaultCode::Cancelled);
    const auto parts = link ? wecom::parseLoginLink(*link) : std::nullopt;
    // What the browser has shown of this address stays, where NocoBase does not tell it.
    const auto *shown = world().current(m_facts.startLinkParts, Inputs::Authenticator);
    m_facts.startLink = seen(link.map([](const QUrl &url) { return net::redact::url(url); }),
                             Inputs::Authenticator, Vantage::Pc);
    if (parts)
        m_facts.startLinkParts = seen<wecom::LoginLink>(*parts, Inputs::Authenticator, Vantage::Pc);
    else if (!shown || shown->from != Vantage::Browser)
        m_facts.startLinkParts.reset();
    co_return link;
}

QCoro::Task<void> SetupSession::probeRows()
{
    const QPointer<SetupSession> self(this);
    const nocobase::ClientPtr client = m_client;
    const net::CancelPtr cancel = m_nocobaseCancel;
    if (!client)
        co_return;
    auto listAsked = client->publicList();
    const auto rows = co_await client->authenticators();
    const auto list = co_await listAsked;
    if (!self || cancel->isCancelled())
        co_return;
    m_facts.authenticators = seen(rows, Inputs::NocobaseLogin, Vantage::Pc);
    m_facts.publicList = seen(list, Inputs::NocobaseHost, Vantage::Pc);
    learnLayout();
    noteReadBack();
    co_await probeStartLink();
}

QCoro::Task<net::Result<void>> SetupSession::showLoginAddress(login::LoginViewer *viewer)
{
    const QPointer<SetupSession> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    const WorkScope scope(this, Work::LoginAddress);
    const auto stampNow = setup::stampOf(Inputs::Authenticator, m_setup, m_credentials);
    const QStringList wecomHosts{net::originOf(m_setup.wecom.login), net::originOf(m_setup.wecom.oauth)};
    const auto started = co_await viewer->start(viewerOptions());
    if (!self || !browser)
        co_return net::fail(net::FaultCode::Cancelled);
    if (!started)
        co_return tl::unexpected(started.error());
    const auto found = std::make_shared<std::optional<QUrl>>();
    const auto watching =
        connect(viewer, &login::LoginViewer::requested, this, [found, wecomHosts](const QUrl &raw) {
            if (!*found && wecomHosts.contains(net::originOf(raw)))
                *found = raw;
        });
    viewer->open(signInUrl());
    const auto pressed = co_await viewer->press(buttonTitle(), signInPageLimit);
    if (!self || !browser)
        co_return net::fail(net::FaultCode::Cancelled);
    // Automatic login may have left for WeCom before there was a button to press.
    const bool isPressed = pressed && *pressed;
    const QDeadlineTimer deadline(isPressed ? wecomLimit : std::chrono::milliseconds(1000));
    while (self && !*found && !deadline.hasExpired())
        co_await QCoro::sleepFor(std::chrono::milliseconds(100));
    if (!self)
        co_return net::fail(net::FaultCode::Cancelled);
    disconnect(watching);
    const auto parts = *found ? wecom::parseLoginLink(**found) : std::nullopt;
    if (!parts)
        co_return net::fail(isPressed ? net::FaultCode::Timeout : net::FaultCode::Missing);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_facts.startLink = setup::Seen<QUrl>{net::redact::url(**found), now, Vantage::Browser, stampNow};
    m_facts.startLinkParts = setup::Seen<wecom::LoginLink>{*parts, now, Vantage::Browser, stampNow};
    renew();
    remember();
    co_return net::Result<void>{};
}

} // namespace assistant
