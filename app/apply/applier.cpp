// SPDX-License-Identifier: Apache-2.0
#include "apply/applier.h"

#include "apply/restore.h"
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
    Made made;
    std::optional<net::Fault> fault;
};

using KeepUndo = std::function<net::Result<void>(const QJsonObject &undo)>;

QCoro::Task<Written> writeAll(ClientPtr client, QList<Authenticator> rows, UndoRecord *undo,
                              KeepUndo keepUndo)
{
    Written written;
    for (Authenticator row : std::as_const(rows)) {
        if (row.id == 0) {
            const net::Result<Authenticator> made = co_await client->create(row);
            if (!made) {
                written.fault = made.error();
                if (mayHaveHappened(made.error()))
                    written.made.lost = row;
                co_return written;
            }
            row.id = made->id;
            written.made.rows << row;
            undo->noteMade(row.name, row.id);
            // Should this fail, the record that is kept names the row all the same, without its id.
            if (keepUndo)
                keepUndo(undo->toJson());
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

QList<Authenticator> newOnes(const QList<Authenticator> &rows)
{
    QList<Authenticator> result;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(result),
                 [](const Authenticator &row) { return row.id == 0; });
    return result;
}

// All that undo needs, kept and noted. A keychain may ask the person first, which takes its
// time: the server is looked at again afterwards, which is also where a cancel is noticed.
QCoro::Task<std::optional<net::Fault>> keepAll(ClientPtr client, QList<Authenticator> wanted,
                                               QList<Authenticator> before, QList<Authenticator> old,
                                               QList<Authenticator> fresh, UndoRecord *undo)
{
    for (const Authenticator &row : std::as_const(old)) {
        const net::Result<void> kept = co_await undo->keep(row);
        if (!kept)
            co_return kept.error();
    }
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return now.error();
    if (const auto fault = overtaken(wanted, before, *now))
        co_return fault;
    for (const Authenticator &row : std::as_const(fresh))
        undo->noteWanted(row);
    co_return std::nullopt;
}

// A record must not name a row that we never made: somebody else may make one of that name later.
void dropUnmade(const QList<Authenticator> &wanted, const Made &made, UndoRecord *undo)
{
    for (const Authenticator &row : wanted) {
        const bool isMade = std::any_of(made.rows.cbegin(), made.rows.cend(),
                                        [&](const Authenticator &other) { return other.name == row.name; });
        if (row.id == 0 && !isMade && !(made.lost && made.lost->name == row.name))
            undo->dropCreated(row.name);
    }
}

} // namespace

QCoro::Task<ApplyResult> applyPlan(ClientPtr client, ChangePlan plan, QList<Authenticator> rows,
                                   QList<Authenticator> before, vault::SecretStorePtr store, QString setupId,
                                   std::function<void(Stage)> progress, QJsonObject previousUndo,
                                   KeepUndo keepUndo)
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
    UndoRecord undo(store, setupId, client->target());
    std::optional<net::Fault> unkept = co_await keepAll(client, rows, before, old, newOnes(toWrite), &undo);
    if (!unkept && keepUndo) {
        const net::Result<void> kept = keepUndo(undo.toJson());
        if (!kept) {
            unkept = kept.error();
            keepUndo(previousUndo); // the caller may have taken the new one over before it failed
        }
    }
    if (unkept) {
        co_await UndoRecord::forget(undo.toJson(), store, setupId);
        co_return ended(End::Refused, *unkept);
    }

    // From the first write on nothing is left half done: no cancelling, only the requests' own deadlines.
    const ClientPtr steady = client->uninterrupted();
    say(Stage::Writing);
    Written written = co_await writeAll(steady, toWrite, &undo, keepUndo);
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
    dropUnmade(toWrite, written.made, &undo);
    const net::Result<bool> removed = co_await removeMade(steady, written.made, *now, &undo);
    net::Result<bool> restored = false;
    if (removed)
        restored = co_await putBack(steady, old);
    if (!removed || !restored) {
        ApplyResult torn = ended(End::Torn, *fault);
        torn.undo = undo.toJson();
        torn.undoKeptInKeychain = store->isPersistent();
        co_return torn;
    }
    // Only what no record names any more may go from the store.
    const bool isUnnamed = !keepUndo || keepUndo(previousUndo);
    if (isUnnamed)
        co_await UndoRecord::forget(undo.toJson(), store, setupId);
    // Refused at the very first write, and nothing of it is to be seen: nothing has happened.
    const bool nothingHappened = written.rows.isEmpty() && !*removed && !*restored;
    co_return ended(nothingHappened ? End::Refused : End::PutBack, *fault);
}

} // namespace apply
