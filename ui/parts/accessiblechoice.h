// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ui {

// Check boxes and radio buttons that a screen reader switches do what they do when they are clicked. Qt's own
// interface to them only toggles the mark (QAbstractButton::toggle()), which tells nobody who listens to
// clicked(). Installed once, before the first of them is asked for.
void installAccessibleChoices();

} // namespace ui
