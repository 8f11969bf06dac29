// SPDX-License-Identifier: Apache-2.0
#include "assistant/removal.h"

#include "apply/undorecord.h"
#include "assistant/entrynames.h"

namespace assistant {

namespace {

QCoro::Task<net::Result<void>> removeEntries(vault::SecretStorePtr store, QStringList names)
{
    for (const QString &name : std::as_const(names)) {
        const auto removed = co_await store->remove(name);
        if (!removed && removed.error().code == net::FaultCode::KeychainMissing)
            break;
        if (!removed)
            co_return removed;
    }
    co_return net::Result<void>{};
}

} // namespace

QCoro::Task<net::Result<void>> removeSetup(setup::Repository repository, QList<vault::SecretStorePtr> stores,
                                           QString id)
{
    const QStringList names =
        EntryNames(id).all() + apply::UndoRecord::entryNames(repository.record(id).undo, id);
    for (const auto &store : std::as_const(stores)) {
        const auto removed = co_await removeEntries(store, names);
        if (!removed)
            co_return removed;
    }
    co_return repository.remove(id);
}

} // namespace assistant
