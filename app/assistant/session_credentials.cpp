// SPDX-License-Identifier: Apache-2.0
#include "assistant/entrynames.h"
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

bool SetupSession::wasKeychainSilent() const
{
    const auto *fact = world().current(m_facts.keychain, setup::Inputs::None);
    return fact && (!fact->what || *fact->what == vault::StoreState::Silent);
}

// Company ID, AgentId and Secret go to WeCom to be checked and to NocoBase to be used.
QStringList SetupSession::wecomOrigins() const
{
    QStringList origins{net::originOf(m_setup.wecom.api), net::originOf(m_setup.wecom.login),
                        net::originOf(m_setup.wecom.oauth), net::originOf(m_setup.nocobase.url)};
    origins.removeAll(QString());
    origins.removeDuplicates();
    return origins;
}

bool SetupSession::isWithheld() const
{
    const bool haveWecom = !m_credentials.companyId.isEmpty() || !m_credentials.secret.isEmpty();
    const bool wecomElsewhere = haveWecom && m_wecomAllowed && !within(wecomOrigins(), *m_wecomAllowed);
    const bool tokenElsewhere =
        !m_credentials.token.isEmpty() && m_tokenAllowed && !within({nocobaseOrigin()}, *m_tokenAllowed);
    return wecomElsewhere || tokenElsewhere;
}

namespace {

struct Stored
{
    std::optional<vault::Entry> companyId, agentId, secret, token;
};

// What was typed while the keychain was asked stays.
void takeText(QString &value, const QString &before, const std::optional<vault::Entry> &entry)
{
    if (entry && value == before)
        value = entry->value.revealText();
}

void takeSecret(vault::Secret &value, const vault::Secret &before, const std::optional<vault::Entry> &entry)
{
    if (entry && value == before)
        value = entry->value;
}

// Where all of them may be sent.
std::optional<QStringList> allowedFor(const Stored &stored)
{
    std::optional<QStringList> allowed;
    for (const auto *entry : {&stored.companyId, &stored.agentId, &stored.secret}) {
        if (!*entry)
            continue;
        QStringList both;
        for (const QString &origin : (*entry)->origins) {
            if (!allowed || allowed->contains(origin))
                both.append(origin);
        }
        allowed = both;
    }
    return allowed;
}

} // namespace

QCoro::Task<net::Result<void>> SetupSession::loadCredentials()
{
    const QPointer<SetupSession> self(this);
    const vault::SecretStorePtr store = m_services.store;
    const setup::Credentials before = m_credentials;
    const EntryNames names(m_setup.id);
    Stored stored;
    const QList<std::pair<QString, std::optional<vault::Entry> *>> wanted{
        {names.companyId, &stored.companyId},
        {names.agentId, &stored.agentId},
        {names.secret, &stored.secret},
        {names.token, &stored.token},
    };
    for (const auto &[name, entry] : wanted) {
        const auto read = co_await store->read(name);
        if (!self)
            co_return net::fail(net::FaultCode::Cancelled);
        if (read)
            *entry = *read;
        else if (read.error().code != net::FaultCode::Missing)
            co_return tl::unexpected(read.error());
    }
    setup::Credentials now = m_credentials;
    takeText(now.companyId, before.companyId, stored.companyId);
    takeText(now.agentId, before.agentId, stored.agentId);
    takeSecret(now.secret, before.secret, stored.secret);
    takeSecret(now.token, before.token, stored.token);
    m_wecomAllowed = allowedFor(stored);
    m_tokenAllowed = stored.token ? std::optional(stored.token->origins) : std::nullopt;
    m_credentialsLoaded = true;
    changeInputs([this, &now] { m_credentials = now; });
    co_return net::Result<void>{};
}

QCoro::Task<net::Result<void>> SetupSession::saveCredentials(bool alsoToken)
{
    if (isWithheld())
        co_return net::fail(net::FaultCode::OriginNotAllowed);
    const vault::SecretStorePtr store = m_services.store;
    const bool mayRemove = m_credentialsLoaded; // an empty field may be one that was never read
    struct Item
    {
        QString name;
        vault::Entry entry;
        bool isRefused = false; // what was stored before stays
    };
    const EntryNames names(m_setup.id);
    const QStringList origins = wecomOrigins();
    const auto usable = m_credentials.usable();
    QList<Item> items{
        {names.companyId,
         {vault::Secret::fromText(usable.companyId), origins},
         usable.companyId != m_credentials.companyId},
        {names.agentId,
         {vault::Secret::fromText(usable.agentId), origins},
         usable.agentId != m_credentials.agentId},
        {names.secret, {usable.secret, origins}, !(usable.secret == m_credentials.secret)},
    };
    if (alsoToken)
        items.append({names.token, {m_credentials.token, {nocobaseOrigin()}}});
    for (const Item &item : std::as_const(items)) {
        if (item.isRefused)
            continue;
        if (!item.entry.value.isEmpty()) {
            const auto written = co_await store->write(item.name, item.entry);
            if (!written)
                co_return written;
        } else if (mayRemove) {
            const auto removed = co_await store->remove(item.name);
            if (!removed)
                co_return removed;
        }
    }
    co_return net::Result<void>{};
}

QCoro::Task<net::Result<void>> SetupSession::forgetToken()
{
    const vault::SecretStorePtr store = m_services.store;
    const QString name = EntryNames(m_setup.id).token;
    const auto removed = co_await store->remove(name);
    co_return removed;
}

void SetupSession::rebind()
{
    m_wecomAllowed.reset();
    m_tokenAllowed.reset();
    m_facts.identity.reset();
    renew();
}

} // namespace assistant
