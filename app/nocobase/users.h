// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/client.h"

namespace nocobase {

// The highest id of a user; 0 when there is none. Ids grow, so whoever comes later has a higher one. Needs
// the right to list users. Source: NocoBase 2.2, measured.
QCoro::Task<net::Result<qint64>> highestUserId(ClientPtr client);

} // namespace nocobase
