// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/exported.h"
#include "setup/repository.h"
#include "vault/secretstore.h"

#include <qcoro/qcorotask.h>

namespace assistant {

// Removes a setup that no session has open (SetupSession::abandon()): what the stores keep for it, which is
// its credentials and what undo needs, then its record and its file. Nothing of any other setup, of NocoBase
// or of WeCom is touched. Where something of it cannot be removed from a store, the setup stays, so that it
// can be tried again; a computer without a keychain keeps nothing in one. Errors: a store's, FileFailed.
WECOMSETUP_EXPORT QCoro::Task<net::Result<void>> removeSetup(setup::Repository repository,
                                                             QList<vault::SecretStorePtr> stores, QString id);

} // namespace assistant
