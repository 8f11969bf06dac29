// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ui {

// What this computer lacks, in words for the terminal, because no window could show it.

// Where Qt can use no display, it aborts the program in the middle of making the QApplication. While one of
// these lives, that is said in words instead, with Qt's reasons, and the program ends with exit code 2. Only
// Qt itself knows which displays it can use (forwarded ones, other platforms, those that refuse whoever
// asks), so nothing is asked beforehand. What Qt tells meanwhile is kept back until this one ends.
class DisplayGuard
{
public:
    DisplayGuard();
    ~DisplayGuard();
    Q_DISABLE_COPY_MOVE(DisplayGuard)
};

// Empty where nothing is missing; asked when there is a QApplication.
QString lackOfFonts();

} // namespace ui
