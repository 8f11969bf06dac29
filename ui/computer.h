// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ui {

// What this computer lacks, in words for the terminal, because no window could show it. Empty where nothing
// is missing.
//
// Asked before there is a QApplication, which ends the program where it finds no display.
QString lackOfDisplay();
// Asked when there is one.
QString lackOfFonts();

} // namespace ui
