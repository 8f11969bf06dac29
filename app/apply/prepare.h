// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/undorecord.h"
#include "nocobase/client.h"

namespace apply {

// What an apply has to write, and what is there instead of it.
struct Work
{
    QList<nocobase::Authenticator> toWrite; // one with id 0 is to be made
    QList<nocobase::Authenticator> old;     // of the others, as they are
};

// The wanted rows that differ from what is there; Conflict for one that is not there any more.
net::Result<Work> workOf(const QList<nocobase::Authenticator> &rows,
                         const QList<nocobase::Authenticator> &before);

// Everything before the first write: keeps and notes in `undo` what it needs, carries over what an apply that
// was cut off has written (`previousUndo`), and then looks whether somebody was faster (Conflict). The rows
// as they are now. A keychain may ask the person first, which takes its time: so the server is read after it,
// which is also where a cancel is noticed.
QCoro::Task<net::Result<QList<nocobase::Authenticator>>>
prepare(nocobase::ClientPtr client, Work work, QList<nocobase::Authenticator> before,
        QJsonObject previousUndo, vault::SecretStorePtr store, QString setupId, UndoRecord *undo);

const nocobase::Authenticator *rowWith(const QList<nocobase::Authenticator> &rows, qint64 id); // or null

} // namespace apply
