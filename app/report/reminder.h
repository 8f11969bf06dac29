// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report.h"

namespace report {

// When a setup should be looked at again: certificates end, addresses and people change.
QDate checkAgainOn(const QDate &today); // a week later
// A calendar file (RFC 5545) with one all-day entry and a reminder in the morning: whose setup, what was left
// and which command looks at everything. No secret is in it.
QByteArray reminderIcs(const Report &report, const QDate &day);

} // namespace report
