// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"
#include "report/speaker.h"

namespace report {

// The test login as the report shows it: how it ended, and every stage with its time, its masked address and
// what it proves. Markup as in bodyOf().
QString tracePart(const login::Trace &trace, const Speaker &speaker);

} // namespace report
