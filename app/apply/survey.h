// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/undorecord.h"
#include "setup/facts.h"

#include <optional>

namespace apply {

// What has become of one row that an undo record names.
struct RowState
{
    enum class Is {
        Old,     // as it was before; for a row to be made: not there
        New,     // as we wrote it
        Changed, // neither: somebody has changed it since
        Gone,    // removed by somebody
        Another, // that id, or that name, is another row by now
    } is = Is::Old;
    UndoRecord::Row kept; // with the id that it has now, as far as there is one
    QString updatedAt;    // now
    QJsonObject entry;    // of the record, with that id
};

// Compares a record with the rows that the server has now. Faults: as of UndoRecord::read, and Conflict
// (param field "target") for a record of another NocoBase. Asks the server nothing.
QCoro::Task<net::Result<QList<RowState>>> rowStates(QJsonObject record, QList<nocobase::Authenticator> now,
                                                    vault::SecretStorePtr store, QString setupId,
                                                    nocobase::Target target);

// The same as one answer, for the person.
setup::CutApply summary(const QList<RowState> &states, const QJsonObject &record);

} // namespace apply
