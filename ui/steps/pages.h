// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/steppage.h"

namespace ui {

class SessionHost;

// The page of a step, or nullptr where the program has none.
StepPage *makePage(setup::StepId id, SessionHost *host, QWidget *parent);

} // namespace ui
