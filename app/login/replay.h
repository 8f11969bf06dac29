// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"

namespace login {

// When something happened in a login, in order and each time once: its beginning, hops, sightings, its end.
QList<QDateTime> momentsOf(const Trace &trace);

// The login as it was known at a moment: later hops and sightings are not in it, and it is running until its
// end. Pure.
Trace upTo(const Trace &trace, const QDateTime &moment);

} // namespace login
