// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace ui {

// Has the widget's accessible name read out, where the focus is not.
void announce(QWidget *widget);

} // namespace ui
