// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/plan.h"
#include "nocobase/client.h"
#include "setup/record.h"
#include "vault/secretstore.h"

#include <functional>

namespace apply {

enum class Stage { Reading, KeepingForUndo, Writing, ReadingBack, PuttingBack };

// How applying ended. Ok: written and read back the same (or nothing to do). PutBack: failed after the first write, and
// everything is as it was. Torn: failed and could not be put back; the undo record is kept for the next try.
struct ApplyResult
{
    enum class End { Ok, Unchanged, Refused, PutBack, Torn } end = End::Refused;
    net::Fault fault;         // for Refused, PutBack, Torn
    setup::ReadBack readBack; // for Ok and Unchanged
    QJsonObject undo;         // to be kept in Record::undo; empty when there is nothing to undo
    QJsonObject applied;      // for Record::applied
    bool undoKeptInKeychain = false; // false: undo lasts for this run only
};

// Writes a plan and proves it. Before the first write it keeps what is there (secret leaves in the store, the rest in the
// undo record), compares updatedAt (Conflict when somebody was faster), and afterwards reads everything back and puts it back on a
// mismatch. Stops for a cancel only before the first write.
QCoro::Task<ApplyResult> applyPlan(nocobase::ClientPtr client, ChangePlan plan, QList<nocobase::Authenticator> rows,
                                   QList<nocobase::Authenticator> before, vault::SecretStorePtr store, QString setupId,
                                   std::function<void(Stage)> progress);

// Puts back what the last apply found. Fault Missing when nothing was applied; KeychainMissing when the kept leaves are gone.
QCoro::Task<net::Result<void>> undo(nocobase::ClientPtr client, QJsonObject undoRecord, vault::SecretStorePtr store,
                                    QString setupId);

} // namespace apply
