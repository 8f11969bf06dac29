// SPDX-License-Identifier: Apache-2.0
#include "assistant/setupsession.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace assistant {

namespace {

bool within(const QStringList &origins, const QStringList &allowed)
{
    return std::all_of(origins.begin(), origins.end(),
                       [&allowed](const QString &origin) { return allowed.contains(origin); });
}

} // namespace

// Company ID, AgentId and Secret go to WeCom to be checked and to NocoBase to be used.
QStringList SetupSession::wecomOrigins() const
{
    QStringList origins{net::originOf(m_setup.wecom.api), net::originOf(m_setup.wecom.login),
                        net::originOf(m_setup.wecom.oauth), net::originOf(m_setup.nocobase.url)};
    origins.removeAll(QString());
    origins.removeDuplicates();
    return origins;
}

QCoro::Task<net::Result<void>> SetupSession::loadCredentials()
{
    const QPointer<SetupSession> self(this);
    const vault::SecretStorePtr store = m_services.store;
    const QString prefix = m_setup.id + u'/';
    setup::Credentials read = m_credentials;
    bool withheld = false;
    const QStringList names{u"company-id"_s, u"agent-id"_s, u"secret"_s, u"nocobase-token"_s};
    for (const QString &name : names) {
        const QString entryName = prefix + name;
        const auto entry = co_await store->read(entryName);
        if (!self)
            co_return net::fail(net::FaultCode::Cancelled);
        if (!entry && entry.error().code == net::FaultCode::Missing)
            continue;
        if (!entry)
            co_return tl::unexpected(entry.error());
        const bool isToken = name == u"nocobase-token"_s;
        const QStringList wanted =
            isToken ? QStringList{net::originOf(m_setup.nocobase.url)} : wecomOrigins();
        withheld = withheld || !within(wanted, entry->origins);
        if (name == u"company-id"_s)
            read.companyId = entry->value.revealText();
        else if (name == u"agent-id"_s)
            read.agentId = entry->value.revealText();
        else if (name == u"secret"_s)
            read.secret = entry->value;
        else
            read.token = entry->value;
    }
    m_withheld = withheld;
    changeInputs([this, &read] { m_credentials = read; });
    co_return net::Result<void>{};
}

QCoro::Task<net::Result<void>> SetupSession::saveCredentials(bool alsoToken)
{
    const QPointer<SetupSession> self(this);
    const vault::SecretStorePtr store = m_services.store;
    struct Item
    {
        QString name;
        vault::Entry entry;
    };
    const QString prefix = m_setup.id + u'/';
    const QStringList origins = wecomOrigins();
    QList<Item> items{
        {prefix + u"company-id"_s, {vault::Secret::fromText(m_credentials.companyId), origins}},
        {prefix + u"agent-id"_s, {vault::Secret::fromText(m_credentials.agentId), origins}},
        {prefix + u"secret"_s, {m_credentials.secret, origins}},
    };
    if (alsoToken)
        items.append(
            {prefix + u"nocobase-token"_s, {m_credentials.token, {net::originOf(m_setup.nocobase.url)}}});
    for (const Item &item : std::as_const(items)) {
        if (item.entry.value.isEmpty()) {
            const auto removed = co_await store->remove(item.name);
            if (!removed)
                co_return removed;
            continue;
        }
        const auto written = co_await store->write(item.name, item.entry);
        if (!written)
            co_return written;
    }
    co_return net::Result<void>{};
}

void SetupSession::rebind()
{
    m_withheld = false;
    emit changed();
}

} // namespace assistant
