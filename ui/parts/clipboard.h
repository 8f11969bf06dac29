// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>

namespace ui {

// Puts text on the clipboard. A sensitive one is marked so that clipboard histories leave it out, and is
// taken off again after clipboardLife() and when the program ends, unless something else is there by then.
void copyToClipboard(const QString &text, bool sensitive = false);
// Whether this program put there what is there now.
bool isOwnClipboard();

// How long something sensitive stays; a minute unless a test says otherwise.
std::chrono::milliseconds clipboardLife();
void setClipboardLife(std::chrono::milliseconds life);

} // namespace ui
