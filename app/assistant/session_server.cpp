// SPDX-License-Identifier: Apache-2.0
// What SetupSession lets the NocoBase server ask of WeCom, with the person's consent: the trusted-IP rule is
// about the server's address, and what WeCom refuses this computer it may tell the server.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"
#include "nocobase/servercaller.h"

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

void SetupSession::setMayAskServer(bool yes)
{
    if (m_mayAskServer == yes)
        return;
    m_mayAskServer = yes;
    emit changed();
}

// Whoever comes after a crash must know that something may be left in NocoBase.
void SetupSession::noteLeftOver(bool leftOver)
{
    if (m_record.requestsLeftOver == leftOver)
        return;
    m_record.requestsLeftOver = leftOver;
    remember();
}

// What an earlier run made with consent and could not remove.
QCoro::Task<void> SetupSession::tidyServer()
{
    const QPointer<SetupSession> self(this);
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (!m_record.requestsLeftOver || !plugin || !plugin->customRequests || !m_client)
        co_return;
    const nocobase::ClientPtr client = m_client;
    const auto cleaned = co_await nocobase::removeLeftOverRequests(client);
    if (self && cleaned)
        noteLeftOver(!*cleaned);
}

void SetupSession::noteServerAddress(const wecom::TrustProbe &probe)
{
    if (const QString here = nocobaseOrigin(); m_record.serverAddressOf != here) {
        if (!m_record.serverAddressOf.isEmpty()) // that was another server
            m_record.serverAddress = m_record.serverAddressBefore = m_record.serverAddressTrusted = QString();
        m_record.serverAddressOf = here;
    }
    m_facts.addressThatWorked =
        seen<QString>(m_record.serverAddressTrusted, Inputs::WecomFromServer, Vantage::Server);
    if (probe.address.isEmpty())
        return;
    if (probe.address != m_record.serverAddress)
        m_record.serverAddressBefore = std::exchange(m_record.serverAddress, probe.address);
    else if (probe.trusted)
        m_record.serverAddressBefore.clear(); // seen twice, and it works: the old one is history
    if (probe.trusted)
        m_record.serverAddressTrusted = probe.address;
}

namespace {

bool isTokenOver(const setup::Fact<wecom::TrustProbe> &fact)
{
    const int code = fact && !fact->what ? fact->what.error().number(u"errcode"_s) : 0;
    return code == wecom::code::tokenInvalid || code == wecom::code::tokenExpired;
}

} // namespace

QCoro::Task<void> SetupSession::probeServer()
{
    const QPointer<SetupSession> self(this);
    // Either side's inputs may change in the meantime.
    const auto stampNow = setup::stampOf(Inputs::WecomFromServer, m_setup, m_credentials);
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (!m_mayAskServer || !plugin || !plugin->customRequests || !m_client)
        co_return;
    const nocobase::ClientPtr client = m_client;
    const auto token = co_await wecomToken();
    if (!self || !token || client != m_client)
        co_return;
    const net::CancelPtr cancel = m_wecomCancel;
    const wecom::CallerPtr through = nocobase::serverCaller(client, m_setup.wecom.api);
    const wecom::CallerPtr caller = m_services.tokens->polite(through, m_setup.wecom.api, cancel);
    noteLeftOver(true);
    co_await askThrough(caller, *token, stampNow);
    if (self && isTokenOver(m_facts.trustFromServer)) { // WeCom may end one early
        m_services.tokens->forget(m_setup.wecom.api, m_credentials.companyId, m_credentials.secret);
        const auto fresh = co_await wecomToken();
        if (self && fresh)
            co_await askThrough(caller, *fresh, stampNow);
    }
    if (!self)
        co_return;
    const auto cleaned = co_await nocobase::removeLeftOverRequests(client->uninterrupted());
    if (self && cleaned)
        noteLeftOver(!*cleaned);
}

QCoro::Task<void> SetupSession::askThrough(wecom::CallerPtr caller, vault::Secret token, setup::Stamp stamp)
{
    const QPointer<SetupSession> self(this);
    const auto isStale = [self, stamp] { return !self || !self->isToday(stamp, Inputs::WecomFromServer); };
    const auto trust = co_await wecom::probeTrust(caller, token);
    if (isStale())
        co_return;
    m_facts.trustFromServer = seen(trust, Inputs::WecomFromServer, Vantage::Server);
    if (trust)
        noteServerAddress(*trust);
    renew();
    if (!trust || !trust->trusted)
        co_return; // WeCom would refuse the rest the same way
    if (!m_credentials.usable().agentId.isEmpty()) {
        const auto app = co_await wecom::agentGet(caller, token, m_credentials.agentId);
        if (isStale())
            co_return;
        m_facts.agentFromServer = seen(app, Inputs::WecomFromServer, Vantage::Server);
    }
    const auto list = co_await wecom::agentList(caller, token);
    if (!isStale())
        m_facts.agentListFromServer = seen(list, Inputs::WecomFromServer, Vantage::Server);
}

} // namespace assistant
