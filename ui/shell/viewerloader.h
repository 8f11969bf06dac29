// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"

#include <QStringList>

namespace ui {

class ViewerPlugin;

// Loads the plugin with the embedded browser on first use: until then none of WebEngine's libraries is
// mapped. It is looked for beside the program's library (lib/wecom-setup), where the program is installed and
// where it is built. Fault BrowserCannotStart with param reason: "absent" (not installed: the program is
// useful without it) or "load" (its libraries are missing; what the system said is in `said`). A failure is
// not remembered: it may be installed meanwhile.
class ViewerLoader
{
public:
    static net::Result<ViewerPlugin *> load();
    static QStringList places(); // files that load() tries, in order
};

} // namespace ui
