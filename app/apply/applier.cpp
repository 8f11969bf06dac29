// SPDX-License-Identifier: Apache-2.0
#include "apply/applier.h"

#include "apply/rowcompare.h"
#include "apply/undorecord.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Authenticator;
using nocobase::ClientPtr;
using End = apply::ApplyResult::End;

namespace apply {

namespace {

const Authenticator *rowWith(const QList<Authenticator> &rows, qint64 id)
{
    const auto found =
        std::find_if(rows.cbegin(), rows.cend(), [&](const Authenticator &row) { return row.id == id; });
    return found == rows.cend() ? nullptr : &*found;
}

ApplyResult ended(End end, const net::Fault &fault)
{
    ApplyResult result;
    result.end = end;
    result.fault = fault;
    return result;
}

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

QJsonObject appliedOf(const ChangePlan &plan, const Authenticator &row)
{
    QJsonObject fields;
    for (const Change &change : plan.changes) {
        if (change.authenticator == plan.authenticator && !change.secret)
            fields.insert(change.field, change.changes ? change.after : change.before);
    }
    return {{u"id"_s, row.id},
            {u"authenticator"_s, row.name},
            {u"updatedAt"_s, row.updatedAt},
            {u"fields"_s, fields}};
}

// Ours as everybody sees it. What cannot be seen is reported as not seen: the row itself was read back.
QCoro::Task<setup::ReadBack> readBackOf(ClientPtr client, Authenticator row)
{
    setup::ReadBack seen;
    seen.id = row.id;
    seen.name = row.name;
    seen.equal = true;
    const auto listed = co_await client->publicList();
    if (!listed)
        co_return seen;
    for (const nocobase::PublicAuthenticator &entry : *listed) {
        if (entry.name != row.name)
            continue;
        seen.listedPublicly = true;
        seen.typeTitleShown = !entry.authTypeTitle.isEmpty();
    }
    co_return seen;
}

struct Written
{
    QList<Authenticator> rows; // as they should be, with their ids; ours last
    std::optional<net::Fault> fault;
};

QCoro::Task<Written> writeAll(ClientPtr client, QList<Authenticator> rows, UndoRecord *undo)
{
    Written written;
    for (Authenticator row : std::as_const(rows)) {
        if (row.id == 0) {
            const net::Result<Authenticator> made = co_await client->create(row);
            if (!made) {
                written.fault = made.error();
                co_return written;
            }
            row.id = made->id;
            undo->noteCreated(row);
        } else {
            const net::Result<void> updated = co_await client->update(row);
            if (!updated) {
                written.fault = updated.error();
                co_return written;
            }
        }
        written.rows << row;
    }
    co_return written;
}

// The first row that is not as it should be, as a fault; the rows' updatedAt are taken over.
QCoro::Task<std::optional<net::Fault>> proveAll(ClientPtr client, QList<Authenticator> *rows)
{
    for (Authenticator &row : *rows) {
        const net::Result<Authenticator> stored = co_await client->authenticator(row.id);
        if (!stored)
            co_return stored.error();
        const QStringList differing = differences(row, *stored);
        if (!differing.isEmpty())
            co_return net::Fault{FaultCode::BadAnswer,
                                 {{u"authenticator"_s, row.name}, {u"field"_s, differing.join(u' ')}},
                                 {}};
        row.updatedAt = stored->updatedAt;
    }
    co_return std::nullopt;
}

// Removes a row we made; also one whose answer never came. True when there was one.
QCoro::Task<net::Result<bool>> removeMade(ClientPtr client, QList<Authenticator> wanted,
                                          QList<Authenticator> before)
{
    bool removedAny = false;
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return tl::unexpected(now.error());
    for (const Authenticator &row : *now) {
        const bool wasThere = rowWith(before, row.id) != nullptr;
        const bool isOurs = std::any_of(wanted.cbegin(), wanted.cend(), [&](const Authenticator &other) {
            return other.id == 0 && other.name == row.name;
        });
        if (wasThere || !isOurs)
            continue;
        const net::Result<void> removed = co_await client->destroy(row.id);
        if (!removed)
            co_return tl::unexpected(removed.error());
        removedAny = true;
    }
    co_return removedAny;
}

// Puts the given old rows back where they differ from what is stored; true when something had to be written.
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

} // namespace

QCoro::Task<ApplyResult> applyPlan(ClientPtr client, ChangePlan plan, QList<Authenticator> rows,
                                   QList<Authenticator> before, vault::SecretStorePtr store, QString setupId,
                                   std::function<void(Stage)> progress, QJsonObject previousUndo)
{
    const auto say = [&](Stage stage) {
        if (progress)
            progress(stage);
    };
    say(Stage::Reading);
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return ended(End::Refused, now.error());
    if (const auto fault = overtaken(rows, before, *now))
        co_return ended(End::Refused, *fault);
    QList<Authenticator> toWrite;
    QList<Authenticator> old;
    for (const Authenticator &row : std::as_const(rows)) {
        const Authenticator *present = row.id == 0 ? nullptr : rowWith(*now, row.id);
        if (present && differences(row, *present).isEmpty())
            continue;
        toWrite << row;
        if (present)
            old << *present;
    }
    if (toWrite.isEmpty()) {
        ApplyResult result;
        result.end = End::Unchanged;
        if (const Authenticator *ours = rowWith(*now, plan.id)) {
            result.readBack = co_await readBackOf(client, *ours);
            result.applied = appliedOf(plan, *ours);
        }
        co_return result;
    }

    say(Stage::KeepingForUndo);
    UndoRecord undo(store, setupId, net::originOf(client->target().base));
    for (const Authenticator &row : std::as_const(old)) {
        const net::Result<void> kept = co_await undo.keep(row);
        if (!kept) {
            co_await UndoRecord::forget(undo.toJson(), store, setupId);
            co_return ended(End::Refused, kept.error());
        }
    }

    // From the first write on nothing is left half done: no cancelling, only the requests' own deadlines.
    const ClientPtr steady = client->uninterrupted();
    say(Stage::Writing);
    Written written = co_await writeAll(steady, toWrite, &undo);
    std::optional<net::Fault> fault = written.fault;
    if (!fault) {
        say(Stage::ReadingBack);
        fault = co_await proveAll(steady, &written.rows);
    }
    if (!fault) {
        ApplyResult result;
        result.end = End::Ok;
        result.undo = undo.toJson();
        result.undoKeptInKeychain = store->isPersistent();
        const Authenticator ours = written.rows.last();
        result.applied = appliedOf(plan, ours);
        result.readBack = co_await readBackOf(steady, ours);
        co_await UndoRecord::forget(previousUndo, store, setupId);
        co_return result;
    }

    say(Stage::PuttingBack);
    const net::Result<bool> removed = co_await removeMade(steady, toWrite, *now);
    net::Result<bool> restored = false;
    if (removed)
        restored = co_await putBack(steady, old);
    if (!removed || !restored) {
        ApplyResult torn = ended(End::Torn, *fault);
        torn.undo = undo.toJson();
        torn.undoKeptInKeychain = store->isPersistent();
        co_return torn;
    }
    co_await UndoRecord::forget(undo.toJson(), store, setupId);
    // Refused at the very first write, and nothing of it is to be seen: nothing has happened.
    const bool nothingHappened = written.rows.isEmpty() && !*removed && !*restored;
    co_return ended(nothingHappened ? End::Refused : End::PutBack, *fault);
}

QCoro::Task<net::Result<void>> undo(ClientPtr client, QJsonObject undoRecord, vault::SecretStorePtr store,
                                    QString setupId)
{
    if (undoRecord.value(u"rows"_s).toArray().isEmpty())
        co_return net::fail(FaultCode::Missing);
    net::Result<QList<UndoRecord::Row>> rows = co_await UndoRecord::read(undoRecord, store, setupId);
    if (!rows)
        co_return tl::unexpected(rows.error());
    const ClientPtr steady = client->uninterrupted();
    std::reverse(rows->begin(), rows->end());
    for (const UndoRecord::Row &entry : std::as_const(*rows)) {
        if (entry.created) {
            const net::Result<void> removed = co_await steady->destroy(entry.row.id);
            if (!removed && removed.error().code != FaultCode::Missing)
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
