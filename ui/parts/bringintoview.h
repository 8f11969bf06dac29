// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace ui {

// Scrolls the areas around it so that the widget is seen, as a person would. Nothing happens to a hidden one.
void bringIntoView(QWidget *widget);
// The same for something tall: its beginning is seen.
void bringToTop(QWidget *widget);
// Once what has just been shown or hidden has its place.
void bringIntoViewLater(QWidget *widget);
void bringToTopLater(QWidget *widget);

} // namespace ui
