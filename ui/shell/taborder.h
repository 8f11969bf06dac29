// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

namespace ui {

// Where Tab leads in a window: through one of its areas after the other, and inside each in the order of the
// focus chain. The chain alone follows the order in which things were made, and pages and rows are made when
// they are first needed: what leads on from a page would come before it.
//
// Gives the focus to what comes after the one that has it (or before), and brings it into view. False where
// nothing in these areas takes it.
bool moveFocus(QWidget *window, const QList<QWidget *> &areas, bool next);

} // namespace ui
