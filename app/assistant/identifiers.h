// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace assistant {

class SetupSession;

// All by which a setup, its company or a person could be known, as far as the session has it: ids, hosts and
// addresses, accounts and names. Words that every installation has (the account "admin") are not in it.
QStringList identifiersOf(const SetupSession &session);

} // namespace assistant
