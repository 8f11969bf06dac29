// SPDX-License-Identifier: Apache-2.0
#include "computer.h"

#include <QFileInfo>
#include <QFont>
#include <QRawFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

QString lackOfDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    static constexpr const char *names[] = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"};
    if (std::all_of(std::begin(names), std::end(names), qEnvironmentVariableIsEmpty)) {
        const QString image = QFileInfo(qEnvironmentVariable("APPIMAGE")).fileName();
        return u"There is no display to open a window on. Without one, use: %1"_s.arg(
            image.isEmpty() ? u"wecom-setup-cli"_s : image + u" cli"_s);
    }
#endif
    return {};
}

QString lackOfFonts()
{
    // The list of families has names that stand for fonts even where there is none; a font has a table of its
    // characters.
    if (!QRawFont::fromFont(QFont()).fontTable("cmap").isEmpty())
        return {};
    return u"No fonts are installed on this computer: all texts stay empty, and the built-in browser is not "
           u"started. (On Debian: apt install fonts-noto-core fonts-noto-cjk)"_s;
}

} // namespace ui
