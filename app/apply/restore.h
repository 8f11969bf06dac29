// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/undorecord.h"
#include "nocobase/client.h"

#include <optional>

namespace apply {

// The rows that one apply has made.
struct Made
{
    QList<nocobase::Authenticator> rows;         // with the ids that their answers named
    std::optional<nocobase::Authenticator> lost; // the one whose answer never came
};

// Whether a write with this fault may have been done all the same: its answer was lost or made unreadable on
// the way, or the server failed after storing.
bool mayHaveHappened(const net::Fault &fault);

// Removes the rows we made. One whose answer never came only when it is in all as we sent it: one of the same
// name may be somebody else's. What turns out to be there or not is noted in `undo`. True when one was
// removed.
QCoro::Task<net::Result<bool>> removeMade(nocobase::ClientPtr client, Made made,
                                          QList<nocobase::Authenticator> before, UndoRecord *undo);

// Puts the given old rows back where they differ from what is stored; true when something had to be written.
// `undo`, if any, learns when that was.
QCoro::Task<net::Result<bool>> putBack(nocobase::ClientPtr client, QList<nocobase::Authenticator> old,
                                       UndoRecord *undo);

} // namespace apply
