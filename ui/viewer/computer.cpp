// SPDX-License-Identifier: Apache-2.0
#include "viewer/computer.h"

#include <QFileInfo>
#include <QFont>
#include <QGuiApplication>
#include <QRawFont>

using namespace Qt::StringLiterals;

namespace ui::viewer {

namespace {

net::Result<void> refused(const QString &reason)
{
    return net::fail(net::FaultCode::BrowserCannotStart, {{u"reason"_s, reason}});
}

// The path is built into Chromium, which XKB_CONFIG_ROOT does not change. Without a real display it is not
// looked for.
bool lacksKeyboardLayouts()
{
#ifdef Q_OS_LINUX
    const QString platform = QGuiApplication::platformName();
    return (platform == u"xcb"_s || platform.startsWith(u"wayland"_s)) &&
           !QFileInfo::exists(u"/usr/share/X11/xkb/rules/evdev"_s);
#else
    return false;
#endif
}

} // namespace

net::Result<void> probeComputer()
{
    if (QRawFont::fromFont(QFont()).fontTable("cmap").isEmpty())
        return refused(u"fonts"_s);
    if (lacksKeyboardLayouts())
        return refused(u"keyboard"_s);
    return {};
}

} // namespace ui::viewer
