// SPDX-License-Identifier: Apache-2.0
// Switching the WeCom plugin on, which restarts NocoBase for everyone.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"

#include <qcoro/qcorotimer.h>

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

namespace {

constexpr auto pluginLimit = std::chrono::minutes(2);
constexpr std::chrono::milliseconds settlingLimit = std::chrono::seconds(30);

} // namespace

QCoro::Task<net::Result<void>> SetupSession::enablePlugin()
{
    const QPointer<SetupSession> self(this);
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (!plugin || !plugin->listed || !m_client)
        co_return net::fail(net::FaultCode::Missing, {{u"cause"_s, u"plugin.absent"_s}});
    const WorkScope scope(this, Work::EnablingPlugin);
    const nocobase::ClientPtr client = m_client;
    const auto stampNow = setup::stampOf(Inputs::NocobaseLogin, m_setup, m_credentials);
    m_enablingSince = QDateTime::currentDateTimeUtc();
    m_facts.enabling.reset();
    const std::function<void(nocobase::EnableStage)> progress = [self](nocobase::EnableStage stage) {
        if (!self)
            return;
        self->m_enableStage = stage;
        emit self->workChanged();
    };
    auto enabled = co_await client->enablePlugin(plugin->name, pluginLimit, progress);
    if (!self)
        co_return enabled;
    co_await lookAfterRestart();
    if (!self)
        co_return enabled;
    // NocoBase may say yes and not load it all the same.
    const auto *after = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (enabled && after && after->authType.isEmpty())
        enabled = net::fail(net::FaultCode::NocobaseError, {{u"code"_s, u"NOT_ENABLED"_s}});
    m_facts.enabling = setup::Seen<bool>{enabled.map([] { return true; }), QDateTime::currentDateTimeUtc(),
                                         Vantage::Pc, stampNow};
    renew();
    remember();
    co_return enabled;
}

// A refusal may come while NocoBase is still away, and its first answers are not to be relied upon.
QCoro::Task<void> SetupSession::lookAfterRestart()
{
    const QPointer<SetupSession> self(this);
    const QDeadlineTimer deadline(settlingLimit);
    while (self) {
        co_await lookAfresh(Work::Nocobase, &SetupSession::probeNocobase);
        if (!self || deadline.hasExpired())
            co_return;
        if (world().value(m_facts.server, Inputs::NocobaseHost) &&
            world().value(m_facts.plugin, Inputs::NocobaseLogin) &&
            world().value(m_facts.authenticators, Inputs::NocobaseLogin))
            co_return;
        co_await QCoro::sleepFor(std::chrono::milliseconds(500));
    }
}

std::optional<EnableProgress> SetupSession::enableProgress() const
{
    if (!m_work.contains(Work::EnablingPlugin))
        return {};
    const auto elapsed = std::chrono::seconds(m_enablingSince.secsTo(QDateTime::currentDateTimeUtc()));
    return EnableProgress{m_enableStage, elapsed, pluginLimit};
}

} // namespace assistant
