// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/types.h"

namespace apply {

// Where a stored row differs from how it should be: names of columns, JSON pointers within options. Empty
// means equal, down to the last unknown key. No values: they may be secret.
QStringList differences(const nocobase::Authenticator &wanted, const nocobase::Authenticator &stored);

} // namespace apply
