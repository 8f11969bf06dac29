// SPDX-License-Identifier: Apache-2.0
#include "apply/restore.h"

#include "apply/applier.h"
#include "apply/rowcompare.h"
#include "apply/survey.h"

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

// What stands against putting these rows back. That somebody has changed one since is the person's to decide.
std::optional<net::Fault> obstacle(const QList<RowState> &states, Over over)
{
    QStringList since;
    for (const RowState &state : states) {
        if (state.is == RowState::Is::Another)
            return net::Fault{FaultCode::Conflict, {{u"authenticator"_s, state.kept.row.name}}, {}};
        if (state.is == RowState::Is::Changed)
            since << state.kept.row.name;
    }
    if (since.isEmpty() || over == Over::LaterChanges)
        return {};
    return net::Fault{
        FaultCode::Conflict, {{u"authenticator"_s, since.join(u", "_s)}, {u"field"_s, u"updatedAt"_s}}, {}};
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

QCoro::Task<net::Result<bool>> putBack(ClientPtr client, QList<Authenticator> old, UndoRecord *undo)
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
        if (undo)
            undo->noteWritten(row.id, after->updatedAt);
        if (const QStringList differing = differences(row, *after); !differing.isEmpty())
            co_return net::fail(FaultCode::BadAnswer, {{u"field"_s, differing.join(u' ')}});
    }
    co_return wrote;
}

bool isLaterChange(const net::Fault &fault)
{
    return fault.code == FaultCode::Conflict && fault.param(u"field"_s) == u"updatedAt"_s;
}

QCoro::Task<net::Result<void>> undo(ClientPtr client, QJsonObject undoRecord, vault::SecretStorePtr store,
                                    QString setupId, Over over)
{
    if (undoRecord.value(u"rows"_s).toArray().isEmpty())
        co_return net::fail(FaultCode::Missing);
    if (!UndoRecord::isFor(undoRecord, client->target()))
        co_return net::fail(FaultCode::Conflict, {{u"field"_s, u"target"_s}});
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return tl::unexpected(now.error());
    const nocobase::Target target = client->target();
    net::Result<QList<RowState>> states = co_await rowStates(undoRecord, *now, store, setupId, target);
    if (!states)
        co_return tl::unexpected(states.error());
    if (const auto fault = obstacle(*states, over))
        co_return tl::unexpected(*fault);
    const ClientPtr steady = client->uninterrupted();
    std::reverse(states->begin(), states->end());
    for (const RowState &state : std::as_const(*states)) {
        if (state.is == RowState::Is::Old || state.is == RowState::Is::Gone)
            continue; // one that somebody has removed stays removed
        if (state.kept.created) {
            const net::Result<void> removed = co_await removeRow(steady, state.kept.row.id);
            if (!removed)
                co_return removed;
            continue;
        }
        const QList<Authenticator> one{state.kept.row};
        const net::Result<bool> restored = co_await putBack(steady, one, nullptr);
        if (!restored)
            co_return tl::unexpected(restored.error());
    }
    co_await UndoRecord::forget(undoRecord, store, setupId, UndoRecord::previousOf(undoRecord));
    co_return net::Result<void>{};
}

} // namespace apply
