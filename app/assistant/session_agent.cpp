// SPDX-License-Identifier: Apache-2.0
// What SetupSession sets in WeCom by agent/set, and puts back.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"
#include "wecom/identifiers.h"

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

namespace {

void noteReplaced(AgentUndo *undo, const wecom::AgentChange &change, const wecom::AgentInfo &before,
                  const wecom::AgentInfo &now)
{
    const std::pair<QString, std::optional<QString>> settings[] = {{u"domain.oauth"_s, change.redirectDomain},
                                                                   {u"homepage.link"_s, change.homeUrl}};
    for (const auto &[check, value] : settings) {
        if (value && settingOf(check, now).compare(*value, Qt::CaseInsensitive) == 0)
            undo->note(check, settingOf(check, before), *value);
    }
}

} // namespace

bool SetupSession::canSetForMe() const
{
    return world().value(m_facts.agentFromPc, Inputs::WecomApp) != nullptr;
}

QCoro::Task<net::Result<void>> SetupSession::setAgent(wecom::AgentChange change)
{
    const QPointer<SetupSession> self(this);
    if (!canSetForMe())
        co_return net::fail(net::FaultCode::Missing);
    const auto before = *world().value(m_facts.agentFromPc, Inputs::WecomApp);
    const net::CancelPtr cancel = m_wecomCancel;
    const auto tokens = m_services.tokens;
    const QUrl api = m_setup.wecom.api;
    const auto token = co_await wecomToken();
    if (!token)
        co_return tl::unexpected(token.error());
    if (!self)
        co_return net::fail(net::FaultCode::Cancelled);
    auto set = co_await wecom::agentSet(m_services.http, m_setup.wecom.api, *token, m_credentials.agentId,
                                        change, cancel);
    if (!set)
        tokens->learn(api, set.error());
    if (self) { // what counts is what WeCom has afterwards, which a refusal does not always say
        co_await lookAfresh(Work::Wecom, &SetupSession::probeWecom);
        const auto *now = self ? world().value(m_facts.agentFromPc, Inputs::WecomApp) : nullptr;
        if (now) {
            noteReplaced(&m_agentUndo, change, before, *now);
            renew();
        }
    }
    co_return set;
}

namespace {

QString thisMonth()
{
    return QDate::currentDate().toString(u"yyyy-MM"_s);
}

} // namespace

QCoro::Task<net::Result<void>> SetupSession::setTrustedDomain()
{
    wecom::AgentChange change;
    change.redirectDomain = wecom::consoleDomain(QUrl(m_setup.authenticator.origin));
    co_return co_await setDomain(change);
}

// Counted, whoever's value it is: WeCom takes twenty a month.
QCoro::Task<net::Result<void>> SetupSession::setDomain(wecom::AgentChange change)
{
    const QPointer<SetupSession> self(this);
    const auto stampNow = setup::stampOf(Inputs::WecomApp, m_setup, m_credentials);
    const auto set = co_await setAgent(change);
    if (self && (set || set.error().code == net::FaultCode::WecomError)) {
        const net::Result<bool> outcome = set.map([] { return true; });
        m_facts.domainSetting =
            setup::Seen<bool>{outcome, QDateTime::currentDateTimeUtc(), Vantage::Pc, stampNow};
        // WeCom takes twenty a month and counts refused ones too, as far as is known.
        m_record.domainChanges[thisMonth()] += 1;
        renew();
        remember();
    }
    co_return set;
}

int SetupSession::domainSettingsThisMonth() const
{
    return m_record.domainChanges.value(thisMonth());
}

QCoro::Task<net::Result<void>> SetupSession::setHomepage()
{
    wecom::AgentChange change;
    change.homeUrl = homepageLink();
    return setAgent(change);
}

QCoro::Task<net::Result<void>> SetupSession::putBack(QString check)
{
    const QPointer<SetupSession> self(this);
    if (m_agentUndo.before(check).isEmpty())
        co_return net::fail(net::FaultCode::Missing);
    co_await lookAfresh(Work::Wecom, &SetupSession::probeWecom);
    if (!self)
        co_return net::fail(net::FaultCode::Cancelled);
    const auto *now = world().value(m_facts.agentFromPc, Inputs::WecomApp);
    if (!now)
        co_return net::fail(net::FaultCode::Missing);
    if (!m_agentUndo.isStill(check, *now))
        co_return net::fail(net::FaultCode::Conflict);
    const auto change = m_agentUndo.change(check);
    const QString before = m_agentUndo.before(check);
    auto put = change.redirectDomain ? setDomain(change) : setAgent(change);
    const auto done = co_await std::move(put);
    if (!self)
        co_return done;
    // A domain that is not verified is kept all the same (85005), as it was before.
    const auto *after = world().value(m_facts.agentFromPc, Inputs::WecomApp);
    const bool isBack = after && settingOf(check, *after).compare(before, Qt::CaseInsensitive) == 0;
    if (!isBack)
        co_return done;
    m_agentUndo.forget(check);
    renew();
    co_return net::Result<void>{};
}

} // namespace assistant
