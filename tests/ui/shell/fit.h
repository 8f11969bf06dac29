// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support.h"

#include "parts/text.h"
#include "shell/steppage.h"
#include "shell/steprail.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

// What is wrong with how a page stands in the window at the moment.
namespace fit {

using namespace Qt::StringLiterals;

inline QString where(const QWidget *widget)
{
    QStringList path;
    for (const auto *w = widget; w; w = w->parentWidget())
        path.prepend(w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className())
                                               : w->objectName());
    return path.mid(std::max<qsizetype>(0, path.size() - 3)).join(u" > "_s);
}

inline bool isShown(const QWidget *widget)
{
    return widget->isVisible() && !widget->visibleRegion().isEmpty();
}

inline QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return {};
}

// Labels and buttons have the room that their words need.
inline void clipped(const QWidget *root, QStringList *wrong)
{
    const auto labels = root->findChildren<ui::Text *>();
    for (const auto *label : labels) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needs =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() + 1 < needs)
            wrong->append(u"too low: %1: %2 of %3"_s.arg(where(label)).arg(label->height()).arg(needs));
        if (!label->wordWrap() && label->width() + 1 < label->sizeHint().width())
            wrong->append(u"too narrow: %1: “%2”"_s.arg(where(label), label->text()));
    }
    const auto buttons = root->findChildren<QAbstractButton *>();
    for (const auto *button : buttons) {
        if (!button->isVisible() || button->text().isEmpty())
            continue;
        const int needs = button->hasHeightForWidth() ? button->heightForWidth(button->width())
                                                      : button->sizeHint().height();
        if (button->height() + 1 < needs)
            wrong->append(u"too low: %1: %2 of %3"_s.arg(where(button)).arg(button->height()).arg(needs));
        if (!button->hasHeightForWidth() && button->width() + 1 < button->sizeHint().width())
            wrong->append(u"too narrow: %1: “%2”, %3 of %4"_s.arg(where(button), button->text())
                              .arg(button->width())
                              .arg(button->sizeHint().width()));
    }
}

// No label or control lies over another one of the same box.
inline void overlapping(const QWidget *root, QStringList *wrong)
{
    const auto boxes = root->findChildren<QWidget *>();
    for (const auto *box : boxes) {
        QList<const QWidget *> parts;
        const auto children = box->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        for (const auto *child : children) {
            const bool counts = child->inherits("QAbstractButton") || child->inherits("QLineEdit") ||
                                (child->inherits("QLabel") && !textOf(child).isEmpty());
            if (counts && child->isVisible())
                parts.append(child);
        }
        for (qsizetype i = 0; i < parts.size(); ++i) {
            for (qsizetype j = i + 1; j < parts.size(); ++j) {
                if (parts[i]->geometry().intersects(parts[j]->geometry()))
                    wrong->append(u"over each other: %1 and %2"_s.arg(where(parts[i]), where(parts[j])));
            }
        }
    }
}

// What keeps a widget from becoming narrower: the words or the control that need most.
inline QString widest(const QWidget *root)
{
    const QWidget *found = root;
    int most = 0;
    const auto widgets = root->findChildren<QWidget *>();
    for (const auto *widget : widgets) {
        const int needs = std::max(widget->minimumWidth(), widget->minimumSizeHint().width());
        const bool isPart = widget->findChildren<QWidget *>().isEmpty();
        if (isPart && widget->isVisible() && needs > most) {
            most = needs;
            found = widget;
        }
    }
    return u"%1 (%2)"_s.arg(where(found)).arg(most);
}

// Everything that can be used lies in the window, or where scrolling brings it into the window; never
// sideways.
inline void outOfReach(QWidget *window, QStringList *wrong)
{
    const auto areas = window->findChildren<QScrollArea *>();
    for (const auto *area : areas) {
        if (area->isVisible() && area->widget() && area->widget()->width() > area->viewport()->width() + 1)
            wrong->append(u"wider than its room: %1: %2 of %3, for %4"_s.arg(where(area))
                              .arg(area->widget()->width())
                              .arg(area->viewport()->width())
                              .arg(widest(area->widget())));
    }
    const auto widgets = window->findChildren<QWidget *>();
    for (auto *widget : widgets) {
        const bool control = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit");
        if (!control || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s))
            continue;
        for (QWidget *at = widget, *holder = nullptr; at != window; at = holder) {
            holder = at->parentWidget();
            auto *area = holder ? qobject_cast<QScrollArea *>(holder->parentWidget()) : nullptr;
            if (area && area->widget() == at) {
                if (area->viewport()->height() < 40)
                    wrong->append(u"no room to scroll in: "_s + where(area));
                holder = area;
                continue;
            }
            const QRect rect(widget->mapTo(holder, QPoint()), widget->size());
            if (qobject_cast<QScrollArea *>(at))
                break; // what is in it can be scrolled to; the area itself is looked at by its own controls
            if (!holder->rect().adjusted(-1, -1, 1, 1).contains(rect)) {
                wrong->append(u"cut off by %1: %2"_s.arg(where(holder), where(widget)));
                break;
            }
        }
    }
    for (const auto *area : areas) {
        const QRect rect(area->mapTo(window, QPoint()), area->size());
        if (area->isVisible() && !window->rect().contains(rect))
            wrong->append(u"beyond the window: "_s + where(area));
    }
}

inline QStringList faults(ui::MainWindow *window)
{
    QStringList wrong;
    clipped(window, &wrong);
    overlapping(window, &wrong);
    outOfReach(window, &wrong);
    wrong.removeDuplicates();
    return wrong;
}

} // namespace fit
