// SPDX-License-Identifier: Apache-2.0
// Where the plugin keeps its options: learned from rows, from answers, and from a row with sample values that
// the person saves in NocoBase's own form.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

// Another server, or another version of the plugin, may keep its options elsewhere.
QString SetupSession::layoutOwner() const
{
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    return plugin ? nocobaseOrigin() + u' ' + plugin->packageName + u' ' + plugin->version : QString();
}

std::optional<nocobase::OptionLayout> SetupSession::layoutOfRows() const
{
    const auto *rows = world().value(m_facts.authenticators, Inputs::NocobaseLogin);
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    const QMap<nocobase::Option, QString> known{
        {nocobase::Option::CompanyId, m_credentials.companyId},
        {nocobase::Option::AgentId, m_credentials.agentId},
        {nocobase::Option::Secret, m_credentials.secret.revealText()},
        {nocobase::Option::Origin, m_setup.authenticator.origin},
    };
    const auto answers =
        m_record.answersOf == layoutOwner() ? m_record.layoutAnswers : QMap<nocobase::Option, QString>();
    std::optional<nocobase::OptionLayout> best;
    for (const auto &row : *rows) {
        if (row.authType != plugin->authType || plugin->authType.isEmpty())
            continue;
        const auto learned = nocobase::learnLayout(row, known, answers);
        const bool better =
            !best || learned.isUsable() > best->isUsable() ||
            (learned.isUsable() == best->isUsable() && learned.pointers.size() > best->pointers.size());
        if (better && (learned.isUsable() || !learned.ambiguous.isEmpty()))
            best = learned;
    }
    return best;
}

namespace {

// What a form has never touched is not in the row; it was seen in another one. Only of a layout that agrees.
void addFrom(const nocobase::OptionLayout &earlier, nocobase::OptionLayout *layout)
{
    using nocobase::Option;
    for (const Option option : {Option::CompanyId, Option::AgentId, Option::Secret}) {
        if (earlier.pointers.value(option) != layout->pointers.value(option))
            return;
    }
    const QStringList taken = layout->pointers.values();
    for (auto it = earlier.pointers.cbegin(); it != earlier.pointers.cend(); ++it) {
        if (!layout->has(it.key()) && !taken.contains(it.value()) && !layout->ambiguous.contains(it.key()))
            layout->pointers.insert(it.key(), it.value());
    }
}

} // namespace

void SetupSession::learnLayout()
{
    const auto *rows = world().value(m_facts.authenticators, Inputs::NocobaseLogin);
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (!rows || !plugin)
        return;
    auto layout = layoutOfRows();
    // Learned earlier, from a row that is gone by now.
    const auto earlier = m_record.layoutOf == layoutOwner() ? m_record.layout : std::nullopt;
    if (layout && earlier && layout->isUsable())
        addFrom(*earlier, &*layout);
    else if (earlier && (!layout || !layout->isUsable()))
        layout = earlier;
    if (!layout || !layout->isUsable()) {
        if (const auto known = nocobase::knownLayout(plugin->packageName, plugin->version))
            layout = known;
    }
    if (layout) {
        if (layout->isUsable()) {
            m_record.layout = layout;
            m_record.layoutOf = layoutOwner();
        }
        m_facts.layout = seen<nocobase::OptionLayout>(*layout, Inputs::NocobaseLogin, Vantage::Pc);
    } else {
        m_facts.layout = seen<nocobase::OptionLayout>(net::fail(net::FaultCode::Missing),
                                                      Inputs::NocobaseLogin, Vantage::Pc);
    }
}

void SetupSession::answerLayout(nocobase::Option option, const QString &pointer)
{
    if (m_record.answersOf != layoutOwner())
        m_record.layoutAnswers.clear();
    m_record.answersOf = layoutOwner();
    m_record.layoutAnswers.insert(option, pointer);
    learnLayout();
    noteReadBack();
    remember();
    renew();
}

void SetupSession::forgetLayout()
{
    m_record.layoutAnswers.clear();
    m_record.layout.reset();
    learnLayout();
    noteReadBack();
    remember();
    renew();
}

QCoro::Task<void> SetupSession::lookForRow()
{
    if (m_looksForRow || !m_client || !world().value(m_facts.plugin, Inputs::NocobaseLogin))
        co_return;
    const QPointer<SetupSession> self(this);
    const nocobase::ClientPtr client = m_client;
    const net::CancelPtr cancel = m_nocobaseCancel;
    m_looksForRow = true;
    const auto rows = co_await client->authenticators();
    if (!self)
        co_return;
    m_looksForRow = false;
    if (!rows || cancel->isCancelled() || client != m_client) // the next look may be luckier
        co_return;
    m_facts.authenticators = seen(rows, Inputs::NocobaseLogin, Vantage::Pc);
    learnLayout();
    noteReadBack();
    renew();
}

QCoro::Task<net::Result<void>> SetupSession::removeMarkerRow(QString name)
{
    const QPointer<SetupSession> self(this);
    const nocobase::ClientPtr client = m_client;
    if (!client)
        co_return net::fail(net::FaultCode::Missing);
    const WorkScope scope(this, Work::RemovingRow);
    const auto rows = co_await client->authenticators();
    if (!rows)
        co_return tl::unexpected(rows.error());
    const auto row = std::find_if(rows->cbegin(), rows->cend(),
                                  [&name](const nocobase::Authenticator &one) { return one.name == name; });
    if (row == rows->cend())
        co_return net::fail(net::FaultCode::Missing);
    if (!nocobase::isMarkerRow(*row))
        co_return net::fail(net::FaultCode::Conflict, {{u"authenticator"_s, name}});
    const auto removed = co_await client->destroy(row->id);
    if (!self)
        co_return removed;
    if (removed && m_setup.authenticator.name == name)
        edit([](setup::Setup &setup) { setup.authenticator.name.reset(); });
    co_await lookAfresh(Work::Nocobase, &SetupSession::probeRows);
    co_return removed;
}

} // namespace assistant
