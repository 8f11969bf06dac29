// SPDX-License-Identifier: Apache-2.0
#include "apply/applier.h"

#include "apply/prepare.h"
#include "apply/restore.h"
#include "apply/rowcompare.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Authenticator;
using nocobase::ClientPtr;
using End = apply::ApplyResult::End;

namespace apply {

namespace {

ApplyResult ended(End end, const net::Fault &fault)
{
    ApplyResult result;
    result.end = end;
    result.fault = fault;
    return result;
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
QCoro::Task<void> noteReadBack(ClientPtr client, Authenticator row, ApplyResult *result)
{
    setup::ReadBack &seen = result->readBack;
    seen.id = row.id;
    seen.name = row.name;
    seen.equal = true;
    const auto listed = co_await client->publicList();
    if (!listed)
        co_return;
    result->publicList = *listed;
    for (const nocobase::PublicAuthenticator &entry : *listed) {
        if (entry.name != row.name)
            continue;
        seen.listedPublicly = true;
        seen.typeTitleShown = !entry.authTypeTitle.isEmpty();
    }
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
            const net::Result<qint64> made = co_await client->create(row);
            if (!made) {
                written.fault = made.error();
                if (mayHaveHappened(made.error()))
                    written.made.lost = row;
                co_return written;
            }
            row.id = *made;
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

// All rows, read anew; or the first of the written ones that is not as it should be, as a fault. Theirs is
// the updatedAt that is stored.
QCoro::Task<net::Result<QList<Authenticator>>> proveAll(ClientPtr client, QList<Authenticator> *rows,
                                                        UndoRecord *undo)
{
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return now;
    std::optional<net::Fault> fault;
    for (Authenticator &row : *rows) {
        const Authenticator *stored = rowWith(*now, row.id);
        if (!stored)
            co_return net::fail(FaultCode::Missing, {{u"authenticator"_s, row.name}});
        undo->noteWritten(row.id, stored->updatedAt);
        row.updatedAt = stored->updatedAt;
        const QStringList differing = differences(row, *stored);
        if (!differing.isEmpty() && !fault)
            fault = net::Fault{FaultCode::BadAnswer,
                               {{u"authenticator"_s, row.name}, {u"field"_s, differing.join(u' ')}},
                               {}};
    }
    if (fault)
        co_return tl::unexpected(*fault);
    co_return now;
}

// Nothing changes; what is there is proven all the same.
QCoro::Task<ApplyResult> nothingToWrite(ClientPtr client, ChangePlan plan)
{
    const net::Result<QList<Authenticator>> now = co_await client->authenticators();
    if (!now)
        co_return ended(End::Refused, now.error());
    ApplyResult result;
    result.end = End::Unchanged;
    result.rows = *now;
    if (const Authenticator *ours = rowWith(*now, plan.id)) {
        co_await noteReadBack(client, *ours, &result);
        result.applied = appliedOf(plan, *ours);
    }
    co_return result;
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

// Refused when it turns out that nothing had happened; nothing when it cannot be done.
QCoro::Task<std::optional<End>> putAllBack(ClientPtr client, Written written, Work work,
                                           QList<Authenticator> before, UndoRecord *undo)
{
    const net::Result<bool> removed = co_await removeMade(client, written.made, before, undo);
    if (!removed)
        co_return std::nullopt;
    const net::Result<bool> restored = co_await putBack(client, work.old, undo);
    if (!restored)
        co_return std::nullopt;
    const bool nothingHappened = written.rows.isEmpty() && !*removed && !*restored;
    co_return nothingHappened ? End::Refused : End::PutBack;
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
    const net::Result<Work> work = workOf(rows, before);
    if (!work)
        co_return ended(End::Refused, work.error());
    if (work->toWrite.isEmpty())
        co_return co_await nothingToWrite(client, plan);

    say(Stage::KeepingForUndo);
    const nocobase::Target target = client->target();
    UndoRecord undo(store, setupId, target);
    const net::Result<QList<Authenticator>> now =
        co_await prepare(client, *work, before, previousUndo, store, setupId, &undo);
    std::optional<net::Fault> unkept;
    if (!now)
        unkept = now.error();
    if (!unkept && keepUndo) {
        const net::Result<void> kept = keepUndo(undo.toJson());
        if (!kept) {
            unkept = kept.error();
            keepUndo(previousUndo); // the caller may have taken the new one over before it failed
        }
    }
    if (unkept) {
        co_await undo.forgetOwn();
        co_return ended(End::Refused, *unkept);
    }

    // From the first write on nothing is left half done: no cancelling, only the requests' own deadlines.
    const ClientPtr steady = client->uninterrupted();
    say(Stage::Writing);
    Written written = co_await writeAll(steady, work->toWrite, &undo, keepUndo);
    std::optional<net::Fault> fault = written.fault;
    ApplyResult result;
    if (!fault) {
        say(Stage::ReadingBack);
        const auto stored = co_await proveAll(steady, &written.rows, &undo);
        if (stored)
            result.rows = *stored;
        else
            fault = stored.error();
    }
    if (!fault) {
        undo.finish();
        result.end = End::Ok;
        result.undo = undo.toJson();
        result.undoKeptInKeychain = store->isPersistent();
        const Authenticator ours = written.rows.last();
        result.applied = appliedOf(plan, ours);
        co_await noteReadBack(steady, ours, &result);
        co_await UndoRecord::forget(previousUndo, store, setupId, result.undo);
        co_return result;
    }

    say(Stage::PuttingBack);
    dropUnmade(work->toWrite, written.made, &undo);
    const std::optional<End> end = co_await putAllBack(steady, written, *work, *now, &undo);
    if (!end) {
        ApplyResult torn = ended(End::Torn, *fault);
        torn.undo = undo.toJson();
        torn.undoKeptInKeychain = store->isPersistent();
        co_return torn;
    }
    // Only what no record names any more may go from the store.
    const bool isUnnamed = !keepUndo || keepUndo(previousUndo);
    if (isUnnamed)
        co_await undo.forgetOwn();
    co_return ended(*end, *fault);
}

} // namespace apply
