// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"

namespace ui::viewer {

// Asks whether this computer has what Chromium takes for granted; it ends the whole program or never finishes
// a page where it is missing. A graphics driver is none of it: pages are drawn without one.
// BrowserCannotStart with param reason: "fonts" (there is not one), "keyboard" (no keyboard layouts, Debian's
// xkb-data). Needs a QGuiApplication.
net::Result<void> probeComputer();

} // namespace ui::viewer
