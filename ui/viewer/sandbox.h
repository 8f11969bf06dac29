// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"

namespace ui::viewer {

// Asks the system whether Chromium could start here, before anything of it is made: it ends the whole program
// where its sandbox or its helper program is missing. BrowserCannotStart with param reason: "root" (it
// refuses the superuser), "user-namespaces" (the kernel refuses them), "apparmor" (Ubuntu's restriction of
// them), "process" (helper program not found). A sandbox that the administrator has switched off by
// QTWEBENGINE_DISABLE_SANDBOX=1 is respected; we never do.
net::Result<void> probeSandbox();

// The administrator has switched it off; to be said where the browser is shown.
bool isSandboxSwitchedOff();

} // namespace ui::viewer
