// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"
#include "parts/timeline.h"

namespace ui {

// The five stages of a login, with what the trace has seen of each. Now is needed for the countdown of the
// scan.
QList<Timeline::Item> loginStages(const login::Trace *trace, const QDateTime &now, bool scanned,
                                  const QString &language);

} // namespace ui
