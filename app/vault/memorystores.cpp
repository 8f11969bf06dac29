// SPDX-License-Identifier: Apache-2.0
#include "vault/secretstore.h"

#include <QHash>

namespace vault {

namespace {

using net::FaultCode;
using net::Result;

class MemoryStore final : public SecretStore
{
public:
    explicit MemoryStore(bool persistent) : m_persistent(persistent) {}

    QCoro::Task<StoreState> probe() override { co_return StoreState::Usable; }
    QCoro::Task<StoreState> unlock() override { co_return StoreState::Usable; }

    QCoro::Task<Result<Entry>> read(QString name) override
    {
        if (!m_entries.contains(name))
            co_return net::fail(FaultCode::Missing);
        co_return m_entries.value(name);
    }

    QCoro::Task<Result<void>> write(QString name, Entry entry) override
    {
        m_entries.insert(name, entry);
        co_return Result<void>();
    }

    QCoro::Task<Result<void>> remove(QString name) override
    {
        m_entries.remove(name);
        co_return Result<void>();
    }

    bool isPersistent() const override { return m_persistent; }

private:
    QHash<QString, Entry> m_entries;
    bool m_persistent;
};

class BrokenStore final : public SecretStore
{
public:
    explicit BrokenStore(StoreState state) : m_state(state) {}

    QCoro::Task<StoreState> probe() override { co_return m_state; }
    QCoro::Task<StoreState> unlock() override { co_return m_state; }
    QCoro::Task<Result<Entry>> read(QString) override { co_return net::fail(code()); }
    QCoro::Task<Result<void>> write(QString, Entry) override { co_return net::fail(code()); }
    QCoro::Task<Result<void>> remove(QString) override { co_return net::fail(code()); }
    bool isPersistent() const override { return true; }

private:
    FaultCode code() const
    {
        if (m_state == StoreState::Missing)
            return FaultCode::KeychainMissing;
        if (m_state == StoreState::Silent)
            return FaultCode::Timeout;
        return m_state == StoreState::Locked ? FaultCode::KeychainLocked : FaultCode::KeychainRefused;
    }

    StoreState m_state;
};

} // namespace

SecretStorePtr sessionStore()
{
    return std::make_shared<MemoryStore>(false);
}

SecretStorePtr brokenStore(StoreState state)
{
    if (state == StoreState::Usable)
        return std::make_shared<MemoryStore>(true);
    return std::make_shared<BrokenStore>(state);
}

} // namespace vault
