// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/sessionhost.h"

namespace ui {

// Starts the simulated WeCom and NocoBase; nullptr when they cannot listen on this computer.
std::unique_ptr<RehearsalSetting> makeRehearsal(const QStringList &faults);

} // namespace ui
