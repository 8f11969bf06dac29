// SPDX-License-Identifier: Apache-2.0
#include "parts/bringintoview.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace ui {

void bringIntoView(QWidget *widget)
{
    if (!widget || !widget->isVisible())
        return;
    for (QWidget *at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(at))
            area->ensureWidgetVisible(widget, 0, 40);
    }
}

void bringToTop(QWidget *widget)
{
    constexpr int gap = 12; // or it would hang on what stands above the area
    if (!widget || !widget->isVisible())
        return;
    for (QWidget *at = widget->parentWidget(); at; at = at->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(at);
        if (!area || !area->widget())
            continue;
        area->verticalScrollBar()->setValue(widget->mapTo(area->widget(), QPoint()).y() - gap);
        widget = area; // of an area around it
    }
}

// A timer comes after the layouts, which pass their new sizes on from one to the next.
void bringIntoViewLater(QWidget *widget)
{
    QTimer::singleShot(0, widget, [widget] { bringIntoView(widget); });
}

void bringToTopLater(QWidget *widget)
{
    QTimer::singleShot(0, widget, [widget] { bringToTop(widget); });
}

} // namespace ui
