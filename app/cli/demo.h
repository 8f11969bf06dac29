// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/options.h"

namespace cli {

// Runs the rehearsal's servers until SIGINT or SIGTERM; prints their addresses and sample credentials as one
// JSON object.
int runDemo(const Options &options);

} // namespace cli
