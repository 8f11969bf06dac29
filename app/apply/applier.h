// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/plan.h"
#include "nocobase/client.h"
#include "setup/record.h"
#include "vault/secretstore.h"

#include <functional>

namespace apply {

enum class Stage { Reading, KeepingForUndo, Writing, ReadingBack, PuttingBack };

// How applying ended. Ok: written and read back the same (or nothing to do). PutBack: failed after the first
// write, and everything is as it was. Torn: failed and could not be put back; the undo record is kept for the
// next try.
struct ApplyResult
{
    enum class End { Ok, Unchanged, Refused, PutBack, Torn } end = End::Refused;
    net::Fault fault;                // for Refused, PutBack, Torn
    setup::ReadBack readBack;        // for Ok and Unchanged
    QJsonObject undo;                // to be kept in Record::undo; empty when there is nothing to undo
    QJsonObject applied;             // for Record::applied
    bool undoKeptInKeychain = false; // false: undo lasts for this run only
    // For Ok and Unchanged, as read back: nobody need ask for them again.
    std::optional<QList<nocobase::Authenticator>> rows;
    std::optional<QList<nocobase::PublicAuthenticator>> publicList;
};

// Writes a plan and proves it. `before` is every row as the plan was made from it. Before the first write it
// keeps what is there (strings that are not known to be harmless in the store, the rest in the undo record),
// reads all rows anew and compares updatedAt (Conflict when somebody was faster), and afterwards reads
// everything back and puts it back on a mismatch (BadAnswer, param field: where). Stops for a cancel only
// before the first write. `previousUndo` is the record of the apply before: once this one has gone well, its
// entries go from the store; of one that was cut off, what it has written is carried over, so that undo leads
// back to before both.
// `keepUndo` is to save the undo record, so that a crash half-way can be undone: it is called before the
// first write, where its fault ends everything (Refused), and after each row that was made. When nothing is
// left to undo after all it is called with `previousUndo`.
// Requests: one reading, one for each row, two readings; those of plugins and accounts are the caller's.
QCoro::Task<ApplyResult> applyPlan(nocobase::ClientPtr client, ChangePlan plan,
                                   QList<nocobase::Authenticator> rows, QList<nocobase::Authenticator> before,
                                   vault::SecretStorePtr store, QString setupId,
                                   std::function<void(Stage)> progress, QJsonObject previousUndo = {},
                                   std::function<net::Result<void>(const QJsonObject &undo)> keepUndo = {});

// Whether undo may overwrite what somebody has changed since the apply: only when the person says so.
enum class Over { Untouched, LaterChanges };

// Puts back what the last apply found and reads it back; then the kept entries go from the store. Faults:
// Missing when nothing was applied, and with "reason": "undo" when what was kept is gone; Conflict when the
// record is
// of another NocoBase, a row is another one by now, or somebody has changed a row since (isLaterChange; param
// authenticator: which); nothing is written then. OriginNotAllowed when what was kept came from another
// server, and those of the client. Rows are put back in the opposite order; one that is gone stays gone, one
// that we made is removed.
QCoro::Task<net::Result<void>> undo(nocobase::ClientPtr client, QJsonObject undoRecord,
                                    vault::SecretStorePtr store, QString setupId,
                                    Over over = Over::Untouched);
// True for the conflict that Over::LaterChanges would pass over.
bool isLaterChange(const net::Fault &fault);

} // namespace apply
