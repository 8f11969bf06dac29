// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/repository.h"

#include <QStringList>

namespace assistant {

class SetupSession;

// All by which a setup, its company or a person could be known, as far as the session has it: ids, hosts and
// addresses, accounts and names. Words that every installation has (the account "admin", the name of a setup
// that nobody named) are not in it: they are in sentences of the program's own too.
QStringList identifiersOf(const SetupSession &session);
// By which the saved setups could be known, that are not open.
QStringList identifiersOf(const QList<setup::Listed> &setups);

} // namespace assistant
