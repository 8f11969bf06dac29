// SPDX-License-Identifier: Apache-2.0
// What SetupSession looks at, and in which order. Everything that does not depend on another answer is asked
// at once.
#include "assistant/flight.h"
#include "assistant/setupsession.h"
#include "assistant/workscope.h"
#include "checks/support.h"

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

// What has to be looked at for one check, in this order. Checks that are not listed are seen in a browser.
QList<SetupSession::Probe> SetupSession::probesFor(const QString &check)
{
    const Probe keychain = &SetupSession::checkKeychain, nocobase = &SetupSession::checkNocobase,
                wecom = &SetupSession::checkWecom, server = &SetupSession::askServer,
                file = &SetupSession::checkOwnershipFile, callback = &SetupSession::checkCallback;
    static const QList<std::pair<QString, QList<Probe>>> table{
        {u"keychain."_s, {keychain}},
        {u"nocobase."_s, {nocobase}},
        {u"computer."_s, {nocobase}},
        {u"plugin."_s, {nocobase}},
        {u"authenticator."_s, {nocobase}},
        {u"options."_s, {nocobase}},
        {u"review.answering"_s, {callback}},
        {u"review."_s, {nocobase}},
        {u"app."_s, {wecom}},
        {u"wecom."_s, {wecom}},
        {u"homepage."_s, {wecom}},
        {u"domain.oauth"_s, {wecom}},
        {u"domain.file"_s, {file}},
        {u"ip."_s, {nocobase, server}}, // the server's answer is what counts here, not this computer's
    };
    for (const auto &[prefix, probes] : table) {
        if (check.startsWith(prefix))
            return probes;
    }
    return {};
}

QList<SetupSession::Probe> SetupSession::probesFor(StepId id) const
{
    QStringList checks = checks::checksOf(id);
    if (id == StepId::Finish) {
        for (const checks::Finding &finding : m_findings)
            checks.append(finding.check);
    }
    QList<Probe> probes;
    for (const QString &check : std::as_const(checks)) {
        const auto wanted = probesFor(check);
        for (const Probe probe : wanted) {
            if (!probes.contains(probe))
                probes.append(probe);
        }
    }
    return probes;
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
    if (probe == &SetupSession::checkCallback)
        return isSettled(now.current(m_facts.callbackStatus, Inputs::Authenticator));
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

bool SetupSession::canCheckAgain(const checks::Finding &finding) const
{
    return !probesFor(finding.check).isEmpty() && !lackFor(finding);
}

QCoro::Task<void> SetupSession::checkAgain(checks::Finding finding)
{
    const QPointer<SetupSession> self(this);
    const QDateTime began = QDateTime::currentDateTimeUtc();
    const auto probes = probesFor(finding.check);
    for (const Probe probe : probes) {
        if (!self)
            co_return;
        // What only prepares the question itself is not asked anew, unless it stands in its way.
        const bool prepares = probe != probes.last() && !checks::cannotAskServer(world());
        const bool askedBefore = probe == &SetupSession::askServer && hasAskedServer(began);
        if (!askedBefore && (!prepares || !isCurrent(probe) || !m_client))
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
    if (self)
        co_await checkCallback();
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

// The system's own dialogue asks the person; values that could not be read at the start are read then.
QCoro::Task<void> SetupSession::unlockKeychain()
{
    const QPointer<SetupSession> self(this);
    const vault::SecretStorePtr store = m_services.store;
    {
        const WorkScope scope(this, Work::Keychain);
        const vault::StoreState state = co_await store->unlock();
        if (!self || store != m_services.store)
            co_return;
        m_facts.keychain = seen<vault::StoreState>(state, Inputs::None, Vantage::Pc);
        renew();
        if (state != vault::StoreState::Usable || m_credentialsLoaded)
            co_return;
    }
    co_await loadCredentials();
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
    const auto given = m_credentials.usable();
    if (given.companyId.isEmpty() || given.secret.isEmpty() || isWithheld())
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
    const wecom::CallerPtr direct = wecom::directCaller(m_services.http, m_setup.wecom.api, cancel);
    const wecom::CallerPtr caller = m_services.tokens->polite(direct, m_setup.wecom.api, cancel);
    const bool haveAgent = !m_credentials.usable().agentId.isEmpty();
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

} // namespace assistant
