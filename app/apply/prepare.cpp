// SPDX-License-Identifier: Apache-2.0
#include "apply/prepare.h"

#include "apply/rowcompare.h"
#include "apply/survey.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Authenticator;
using nocobase::ClientPtr;

namespace apply {

namespace {

net::Fault conflict(const Authenticator &row)
{
    return {FaultCode::Conflict, {{u"authenticator"_s, row.name}}, {}};
}

// NocoBase checks nothing itself: two people may have the same row open.
std::optional<net::Fault> overtaken(const QList<Authenticator> &wanted, const QList<Authenticator> &before,
                                    const QList<Authenticator> &now)
{
    for (const Authenticator &row : wanted) {
        if (row.id == 0) {
            const bool taken = std::any_of(
                now.cbegin(), now.cend(), [&](const Authenticator &other) { return other.name == row.name; });
            if (taken)
                return conflict(row);
            continue;
        }
        const Authenticator *planned = rowWith(before, row.id);
        const Authenticator *present = rowWith(now, row.id);
        if (!planned || !present || planned->updatedAt != present->updatedAt)
            return conflict(row);
    }
    return {};
}

// From an apply that was cut off: the rows it has written. What cannot be read any more leads nowhere anyway.
QCoro::Task<net::Result<void>> carryOver(QJsonObject previous, QList<Authenticator> before,
                                         vault::SecretStorePtr store, QString setupId,
                                         nocobase::Target target, UndoRecord *undo)
{
    undo->setPrevious(previous);
    if (!UndoRecord::isUnfinished(previous))
        co_return net::Result<void>{};
    undo->setPrevious(UndoRecord::previousOf(previous));
    const auto states = co_await rowStates(previous, before, store, setupId, target);
    if (!states && (states.error().code == FaultCode::KeychainLocked ||
                    states.error().code == FaultCode::KeychainRefused))
        co_return tl::unexpected(states.error());
    if (!states)
        co_return net::Result<void>{};
    for (const RowState &state : *states) {
        if (state.is == RowState::Is::New)
            undo->carryOver(state.entry);
    }
    co_return net::Result<void>{};
}

} // namespace

const Authenticator *rowWith(const QList<Authenticator> &rows, qint64 id)
{
    const auto found =
        std::find_if(rows.cbegin(), rows.cend(), [&](const Authenticator &row) { return row.id == id; });
    return found == rows.cend() ? nullptr : &*found;
}

net::Result<Work> workOf(const QList<Authenticator> &rows, const QList<Authenticator> &before)
{
    Work work;
    for (const Authenticator &row : rows) {
        const Authenticator *present = row.id == 0 ? nullptr : rowWith(before, row.id);
        if (row.id != 0 && !present)
            return tl::unexpected(conflict(row));
        if (present && differences(row, *present).isEmpty())
            continue;
        work.toWrite << row;
        if (present)
            work.old << *present;
    }
    return work;
}

QCoro::Task<net::Result<QList<Authenticator>>> prepare(ClientPtr client, Work work,
                                                       QList<Authenticator> before, QJsonObject previousUndo,
                                                       vault::SecretStorePtr store, QString setupId,
                                                       UndoRecord *undo)
{
    const nocobase::Target target = client->target();
    const net::Result<void> carried = co_await carryOver(previousUndo, before, store, setupId, target, undo);
    if (!carried)
        co_return tl::unexpected(carried.error());
    for (const Authenticator &row : std::as_const(work.toWrite)) {
        net::Result<void> kept;
        const Authenticator *old = row.id == 0 ? nullptr : rowWith(work.old, row.id);
        if (old)
            kept = co_await undo->keep(*old, row);
        else
            kept = co_await undo->noteWanted(row);
        if (!kept)
            co_return tl::unexpected(kept.error());
    }
    net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return now;
    if (const auto fault = overtaken(work.toWrite, before, *now))
        co_return tl::unexpected(*fault);
    co_return now;
}

} // namespace apply
