// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

namespace ui {

enum class PlayIcon { FromStart, Play, Pause, Step, Next };

// The signs that every player has, in the colour of the text beside them. Make it anew when the theme
// changes.
QIcon playIcon(PlayIcon sign, const QColor &colour);

} // namespace ui
