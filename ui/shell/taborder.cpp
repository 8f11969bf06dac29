// SPDX-License-Identifier: Apache-2.0
#include "shell/taborder.h"

#include "parts/bringintoview.h"

#include <QWidget>

namespace ui {

namespace {

bool isStop(const QWidget *widget)
{
    return widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy() && widget->isVisible() &&
           widget->isEnabled();
}

// From what has the focus and is no stop itself, as a row whose button has gone.
QWidget *beside(const QWidget *window, const QList<QWidget *> &stops, bool next)
{
    auto *at = window->focusWidget();
    while (at && at != window) {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (stops.contains(at))
            return at;
    }
    return nullptr;
}

} // namespace

bool moveFocus(QWidget *window, const QList<QWidget *> &areas, bool next)
{
    QList<QWidget *> stops;
    for (const QWidget *area : areas) {
        for (auto *widget = window->nextInFocusChain(); widget != window;
             widget = widget->nextInFocusChain()) {
            if (area->isAncestorOf(widget) && isStop(widget))
                stops.append(widget);
        }
    }
    if (stops.isEmpty())
        return false;
    const auto count = stops.size();
    const auto now = stops.indexOf(window->focusWidget());
    const auto then = now < 0 ? (next ? 0 : count - 1) : (now + (next ? 1 : count - 1)) % count;
    QWidget *stop = now < 0 ? beside(window, stops, next) : nullptr;
    if (!stop)
        stop = stops.at(then);
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    bringIntoView(stop);
    return true;
}

} // namespace ui
