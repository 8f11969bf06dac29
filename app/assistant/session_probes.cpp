// SPDX-License-Identifier: Apache-2.0
// What SetupSession looks at, and in which order. Everything that does not depend on another answer is asked
// at once.
#include "assistant/flight.h"
#include "assistant/setupsession.h"
#include "assistant/workscope.h"
#include "nocobase/servercaller.h"
#include "wecom/identifiers.h"

#include <qcoro/qcorosignal.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::StepId;
using setup::Vantage;

namespace assistant {

QCoro::Task<void> SetupSession::joined(Work work, Probe probe)
{
    if (const auto running = m_flights.value(work)) {
        co_await qCoro(running.get(), &Flight::landed);
        co_return;
    }
    const auto flight = std::make_shared<Flight>();
    m_flights.insert(work, flight);
    const QPointer<SetupSession> self(this);
    {
        const WorkScope scope(this, work);
        co_await (this->*probe)();
    }
    if (self && m_flights.value(work) == flight)
        m_flights.remove(work);
    emit flight->landed();
    if (!self)
        co_return;
    m_record.checkedAt = QDateTime::currentDateTimeUtc();
    renew();
    remember();
}

QCoro::Task<void> SetupSession::landed(Work work)
{
    const QPointer<SetupSession> self(this);
    while (self && m_flights.contains(work)) {
        const auto running = m_flights.value(work);
        co_await qCoro(running.get(), &Flight::landed);
    }
}

QCoro::Task<void> SetupSession::lookAfresh(Work work, Probe probe)
{
    const QPointer<SetupSession> self(this);
    co_await landed(work); // what is under way may have read what was there before the change
    if (self)
        co_await joined(work, probe);
}

QCoro::Task<void> SetupSession::checkKeychain()
{
    return joined(Work::Keychain, &SetupSession::probeKeychain);
}

QCoro::Task<void> SetupSession::checkNocobase()
{
    return joined(Work::Nocobase, &SetupSession::probeNocobase);
}

QCoro::Task<void> SetupSession::checkWecom()
{
    return joined(Work::Wecom, &SetupSession::probeWecom);
}

QCoro::Task<void> SetupSession::askServer()
{
    return joined(Work::AskingServer, &SetupSession::probeServer);
}

QCoro::Task<void> SetupSession::checkOwnershipFile()
{
    return joined(Work::OwnershipFile, &SetupSession::probeOwnershipFile);
}

QList<SetupSession::Probe> SetupSession::probesFor(StepId id) const
{
    const Probe keychain = &SetupSession::checkKeychain, nocobase = &SetupSession::checkNocobase,
                wecom = &SetupSession::checkWecom, server = &SetupSession::askServer,
                file = &SetupSession::checkOwnershipFile;
    switch (id) {
    case StepId::Welcome:
        return {keychain};
    case StepId::Nocobase:
    case StepId::LoginOptions:
    case StepId::Review:
        return {nocobase};
    case StepId::CreateApp:
    case StepId::Credentials:
    case StepId::Homepage:
        return {wecom};
    case StepId::TrustedDomain:
        return {wecom, file};
    case StepId::TrustedIp: // the server's answer is what counts here, not this computer's
        return {nocobase, server};
    case StepId::Finish:
        return {keychain, nocobase, wecom, file, server};
    case StepId::CallbackDomain: // needs a browser: checkLoginPage
    case StepId::TestLogin:
        return {};
    }
    return {};
}

namespace {

// A fact that need not be asked for again by itself: a value, or a fault that the same inputs would only
// repeat.
template<class T>
bool isSettled(const setup::Seen<T> *seen)
{
    return seen && (seen->what || !net::isPassing(seen->what.error().code));
}

} // namespace

bool SetupSession::isCurrent(Probe probe) const
{
    const setup::World now = world();
    if (probe == &SetupSession::checkKeychain)
        return isSettled(now.current(m_facts.keychain, Inputs::None));
    if (probe == &SetupSession::checkNocobase)
        return isSettled(now.current(m_facts.identity, Inputs::NocobaseLogin));
    if (probe == &SetupSession::checkWecom) {
        const auto *token = now.current(m_facts.token, Inputs::WecomToken);
        return isSettled(token) &&
               (!token->what || isSettled(now.current(m_facts.agentFromPc, Inputs::WecomApp)));
    }
    if (probe == &SetupSession::askServer)
        return isSettled(now.current(m_facts.trustFromServer, Inputs::WecomFromServer));
    return isSettled(now.current(m_facts.ownershipFile, Inputs::OriginOnly));
}

QCoro::Task<void> SetupSession::check(StepId id)
{
    const QPointer<SetupSession> self(this);
    const auto probes = probesFor(id);
    for (const Probe probe : probes) {
        if (!self)
            co_return;
        if (!isCurrent(probe))
            co_await (this->*probe)();
    }
}

QCoro::Task<void> SetupSession::checkAgain(StepId id)
{
    const QPointer<SetupSession> self(this);
    if (id == StepId::Nocobase)
        m_passwordFor = nocobaseOrigin(); // the person asks for exactly this address
    const QDateTime began = QDateTime::currentDateTimeUtc();
    const auto probes = probesFor(id);
    for (const Probe probe : probes) {
        if (!self)
            co_return;
        if (probe != &SetupSession::askServer || !hasAskedServer(began))
            co_await (this->*probe)();
    }
}

// WeCom's probe asks the server by itself where this computer is refused.
bool SetupSession::hasAskedServer(const QDateTime &since) const
{
    return m_facts.trustFromServer && m_facts.trustFromServer->at >= since;
}

QCoro::Task<void> SetupSession::checkAll()
{
    const QPointer<SetupSession> self(this);
    const QDateTime began = QDateTime::currentDateTimeUtc();
    // Started together; each is eager, so awaiting them one after the other costs no time.
    auto keychain = checkKeychain();
    auto nocobase = checkNocobase();
    auto wecom = checkWecom();
    auto file = checkOwnershipFile();
    co_await keychain;
    co_await nocobase;
    co_await wecom;
    co_await file;
    // The server could be asked only once NocoBase was signed in to, which may have come after WeCom's
    // answer.
    const bool asked = self && m_facts.trustFromServer && m_facts.trustFromServer->at >= began;
    if (self && !asked)
        co_await askServer();
}

QCoro::Task<void> SetupSession::probeKeychain()
{
    const QPointer<SetupSession> self(this);
    const vault::SecretStorePtr store = m_services.store;
    const vault::StoreState state = co_await store->probe();
    if (!self)
        co_return;
    // A store that forgets is somebody's choice, and no proof of a keychain.
    const bool chosen = state == vault::StoreState::Usable && !store->isPersistent();
    m_facts.keychain = seen<vault::StoreState>(state, Inputs::None, chosen ? Vantage::Person : Vantage::Pc);
}

QCoro::Task<void> SetupSession::probeWecom()
{
    const QPointer<SetupSession> self(this);
    const auto token = co_await wecomToken();
    if (!self || !token)
        co_return;
    co_await probeApp(*token);
    if (!self)
        co_return;
    const auto *app = world().current(m_facts.agentFromPc, Inputs::WecomApp);
    const bool refused =
        app && !app->what && app->what.error().number(u"errcode"_s) == wecom::code::ipNotTrusted;
    if (refused && m_mayAskServer)
        co_await askServer(); // what this computer may not see, the server may
}

QCoro::Task<net::Result<vault::Secret>> SetupSession::wecomToken()
{
    const QPointer<SetupSession> self(this);
    if (m_credentials.companyId.isEmpty() || m_credentials.secret.isEmpty() || isWithheld())
        co_return net::fail(net::FaultCode::Missing);
    const net::CancelPtr cancel = m_wecomCancel;
    const auto stampNow = setup::stampOf(Inputs::WecomToken, m_setup, m_credentials);
    const auto token = co_await m_services.tokens->token(m_setup.wecom.api, m_credentials.companyId,
                                                         m_credentials.secret, cancel);
    if (!self || cancel->isCancelled())
        co_return net::fail(net::FaultCode::Cancelled);
    const auto ends = token.map([](const wecom::Token &got) { return got.expires; });
    m_facts.token = setup::Seen<QDateTime>{ends, QDateTime::currentDateTimeUtc(), Vantage::Pc, stampNow};
    renew();
    if (!token)
        co_return tl::unexpected(token.error());
    co_return token->value;
}

namespace {

// WeCom may end a token early; the next look gets a new one.
bool isTokenOver(const net::Result<wecom::AgentInfo> &answer)
{
    const int code = answer ? 0 : answer.error().number(u"errcode"_s);
    return code == wecom::code::tokenInvalid || code == wecom::code::tokenExpired;
}

} // namespace

QCoro::Task<void> SetupSession::probeApp(vault::Secret token)
{
    const QPointer<SetupSession> self(this);
    const net::CancelPtr cancel = m_wecomCancel;
    const wecom::CallerPtr caller = wecom::directCaller(m_services.http, m_setup.wecom.api, cancel);
    const bool haveAgent = !m_credentials.agentId.isEmpty();
    auto listing = wecom::agentList(caller, token);
    if (haveAgent) {
        const auto app = co_await wecom::agentGet(caller, token, m_credentials.agentId);
        if (!self || cancel->isCancelled())
            co_return;
        m_facts.agentFromPc = seen(app, Inputs::WecomApp, Vantage::Pc);
        if (isTokenOver(app))
            m_services.tokens->forget(m_setup.wecom.api, m_credentials.companyId, m_credentials.secret);
    }
    const auto list = co_await listing;
    if (!self || cancel->isCancelled())
        co_return;
    m_facts.agentListFromPc = seen(list, Inputs::WecomToken, Vantage::Pc);
}

QCoro::Task<void> SetupSession::probeServer()
{
    const QPointer<SetupSession> self(this);
    // Either side's inputs may change in the meantime.
    const auto stampNow = setup::stampOf(Inputs::WecomFromServer, m_setup, m_credentials);
    const auto isStale = [self, stampNow] {
        return !self || !self->isToday(stampNow, Inputs::WecomFromServer);
    };
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (!m_mayAskServer || !plugin || !plugin->customRequests || !m_client)
        co_return;
    const nocobase::ClientPtr client = m_client;
    const auto token = co_await wecomToken();
    if (!self || !token || client != m_client)
        co_return;
    const wecom::CallerPtr caller = nocobase::serverCaller(client, m_setup.wecom.api);
    const auto cleaned = co_await nocobase::removeLeftOverRequests(client);
    if (isStale())
        co_return;
    if (!cleaned) {
        m_facts.trustFromServer = seen<wecom::TrustProbe>(tl::unexpected(cleaned.error()),
                                                          Inputs::WecomFromServer, Vantage::Server);
        co_return;
    }
    const auto trust = co_await wecom::probeTrust(caller, *token);
    if (isStale())
        co_return;
    m_facts.trustFromServer = seen(trust, Inputs::WecomFromServer, Vantage::Server);
    if (trust && !trust->address.isEmpty())
        m_record.serverAddress = trust->address;
    if (!trust || !trust->trusted)
        co_return; // WeCom would refuse the rest the same way
    if (!m_credentials.agentId.isEmpty()) {
        const auto app = co_await wecom::agentGet(caller, *token, m_credentials.agentId);
        if (isStale())
            co_return;
        m_facts.agentFromServer = seen(app, Inputs::WecomFromServer, Vantage::Server);
    }
    const auto list = co_await wecom::agentList(caller, *token);
    if (!isStale())
        m_facts.agentListFromServer = seen(list, Inputs::WecomFromServer, Vantage::Server);
}

namespace {

// The file's content is a short token; anything longer or with markup is a page.
bool looksLikeOwnershipBody(const QByteArray &body, const QByteArray &expected)
{
    const QByteArray text = body.trimmed();
    if (!expected.isEmpty())
        return text == expected.trimmed();
    return !text.isEmpty() && text.size() <= 64 && !text.contains('<') && !text.contains('{');
}

net::Request fileRequest(const QString &origin, const QString &name, const net::CancelPtr &cancel)
{
    net::Request request;
    request.url = QUrl(origin + u'/' + name);
    request.sizeLimit = 4 * 1024 * 1024;
    request.cancel = cancel;
    return request;
}

} // namespace

QCoro::Task<void> SetupSession::probeOwnershipFile()
{
    const QPointer<SetupSession> self(this);
    const QString name = m_record.ownershipFile;
    const QString origin = m_setup.authenticator.origin;
    if (!wecom::isOwnershipFileName(name) || origin.isEmpty())
        co_return;
    const net::CancelPtr cancel = m_nocobaseCancel;
    const QByteArray expected = m_ownershipContent;
    const auto stampNow = setup::stampOf(Inputs::OriginOnly, m_setup, m_credentials);
    auto asked = m_services.http->send(fileRequest(origin, name, cancel));
    // A site that answers everything with its start page is told by a name that cannot exist.
    auto madeUpAsked =
        m_services.http->send(fileRequest(origin, u"WW_verify_0000000000000000.txt"_s, cancel));
    const auto file = co_await asked;
    const auto madeUp = co_await madeUpAsked;
    if (!self || cancel->isCancelled() || !isToday(stampNow, Inputs::OriginOnly) ||
        name != m_record.ownershipFile)
        co_return;
    if (!file) {
        m_facts.ownershipFile =
            seen<setup::OwnershipFile>(tl::unexpected(file.error()), Inputs::OriginOnly, Vantage::Pc);
        co_return;
    }
    setup::OwnershipFile found;
    found.fileName = name;
    found.status = file->status;
    found.bodyMatches = file->status == 200 && looksLikeOwnershipBody(file->body, expected);
    found.madeUpNameAnswers = madeUp && madeUp->status == 200;
    m_facts.ownershipFile = seen<setup::OwnershipFile>(found, Inputs::OriginOnly, Vantage::Pc);
}

} // namespace assistant
