// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace ui {

// Has a screen reader say what has just become known, wherever the keyboard is. Qt before 6.8 knows no
// announcements: there the widget, which is to be named by the text, raises an alert.
void announce(QWidget *widget, const QString &text);

// Titles are headings for screen readers, which leap from one to the next. Once, before the first widget.
void makeHeadingsKnown();
// To be called for a label that is one.
void setHeading(QWidget *label);

} // namespace ui
