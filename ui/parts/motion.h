// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QStyle>

namespace ui {

// Whether things may move by themselves: the system can say that they should not.
inline bool isMotionWanted()
{
    return QApplication::isEffectEnabled(Qt::UI_General) &&
           QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

} // namespace ui
