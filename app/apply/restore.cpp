// SPDX-License-Identifier: Apache-2.0
#include "apply/restore.h"

#include "apply/applier.h"
#include "apply/rowcompare.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Authenticator;
using nocobase::ClientPtr;

namespace apply {

namespace {

bool isIn(const QList<Authenticator> &rows, qint64 id)
{
    return std::any_of(rows.cbegin(), rows.cend(), [&](const Authenticator &row) { return row.id == id; });
}

QCoro::Task<net::Result<void>> removeRow(ClientPtr client, qint64 id)
{
    const net::Result<void> removed = co_await client->destroy(id);
    if (!removed && removed.error().code != FaultCode::Missing)
        co_return removed;
    co_return net::Result<void>{};
}

// Gives rows without an id theirs, leaves out those that are gone. Conflict when one of them is another row
// by now.
QCoro::Task<net::Result<QList<UndoRecord::Row>>> present(ClientPtr client, QList<UndoRecord::Row> entries)
{
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return tl::unexpected(now.error());
    QList<UndoRecord::Row> result;
    for (UndoRecord::Row entry : std::as_const(entries)) {
        const Authenticator &row = entry.row;
        // Older records do not say the type of a row that was made.
        const auto isSame = [&](const Authenticator &other) {
            return other.name == row.name && (row.authType.isEmpty() || other.authType == row.authType);
        };
        const auto found = std::find_if(now->cbegin(), now->cend(), [&](const Authenticator &other) {
            return row.id == 0 ? isSame(other) : other.id == row.id;
        });
        if (found == now->cend())
            continue;
        if (!isSame(*found))
            co_return net::fail(FaultCode::Conflict, {{u"authenticator"_s, row.name}});
        entry.row.id = found->id;
        result << entry;
    }
    co_return result;
}

} // namespace

bool mayHaveHappened(const net::Fault &fault)
{
    switch (fault.code) {
    case FaultCode::BadAnswer:
    case FaultCode::NotJson: // the page of a gateway that has lost patience
        return true;
    case FaultCode::HttpStatus:
    case FaultCode::NocobaseError:
        return fault.number(u"status"_s) >= 500;
    default:
        return net::isPassing(fault.code);
    }
}

QCoro::Task<net::Result<bool>> removeMade(ClientPtr client, Made made, QList<Authenticator> before,
                                          UndoRecord *undo)
{
    if (made.rows.isEmpty() && !made.lost)
        co_return false;
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return tl::unexpected(now.error());
    QList<Authenticator> ours = made.rows;
    if (made.lost) {
        const auto found = std::find_if(now->cbegin(), now->cend(), [&](const Authenticator &row) {
            return !isIn(before, row.id) && differences(*made.lost, row).isEmpty();
        });
        if (found == now->cend()) {
            undo->dropCreated(made.lost->name);
        } else {
            undo->noteMade(found->name, found->id);
            ours << *found;
        }
    }
    bool removedAny = false;
    for (const Authenticator &row : std::as_const(ours)) {
        if (isIn(*now, row.id)) {
            const net::Result<void> removed = co_await removeRow(client, row.id);
            if (!removed)
                co_return tl::unexpected(removed.error());
            removedAny = true;
        }
        undo->dropCreated(row.name);
    }
    co_return removedAny;
}

QCoro::Task<net::Result<bool>> putBack(ClientPtr client, QList<Authenticator> old)
{
    bool wrote = false;
    for (const Authenticator &row : std::as_const(old)) {
        const net::Result<Authenticator> stored = co_await client->authenticator(row.id);
        if (!stored && stored.error().code == FaultCode::Missing)
            continue; // somebody has removed it; that is not ours to revert
        if (!stored)
            co_return tl::unexpected(stored.error());
        if (differences(row, *stored).isEmpty())
            continue;
        const net::Result<void> updated = co_await client->update(row);
        if (!updated)
            co_return tl::unexpected(updated.error());
        wrote = true;
        const net::Result<Authenticator> after = co_await client->authenticator(row.id);
        if (!after)
            co_return tl::unexpected(after.error());
        if (const QStringList differing = differences(row, *after); !differing.isEmpty())
            co_return net::fail(FaultCode::BadAnswer, {{u"field"_s, differing.join(u' ')}});
    }
    co_return wrote;
}

QCoro::Task<net::Result<void>> undo(ClientPtr client, QJsonObject undoRecord, vault::SecretStorePtr store,
                                    QString setupId)
{
    if (undoRecord.value(u"rows"_s).toArray().isEmpty())
        co_return net::fail(FaultCode::Missing);
    if (!UndoRecord::isFor(undoRecord, client->target()))
        co_return net::fail(FaultCode::Conflict, {{u"field"_s, u"target"_s}});
    net::Result<QList<UndoRecord::Row>> kept =
        co_await UndoRecord::read(undoRecord, store, setupId, client->target());
    if (!kept)
        co_return tl::unexpected(kept.error());
    net::Result<QList<UndoRecord::Row>> rows = co_await present(client, *kept);
    if (!rows)
        co_return tl::unexpected(rows.error());
    const ClientPtr steady = client->uninterrupted();
    std::reverse(rows->begin(), rows->end());
    for (const UndoRecord::Row &entry : std::as_const(*rows)) {
        if (entry.created) {
            const net::Result<void> removed = co_await removeRow(steady, entry.row.id);
            if (!removed)
                co_return removed;
            continue;
        }
        const QList<Authenticator> one{entry.row};
        const net::Result<bool> restored = co_await putBack(steady, one);
        if (!restored)
            co_return tl::unexpected(restored.error());
    }
    co_await UndoRecord::forget(undoRecord, store, setupId);
    co_return {};
}

} // namespace apply
