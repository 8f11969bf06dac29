// SPDX-License-Identifier: Apache-2.0
#include "parts/secondpress.h"

#include <QAbstractButton>
#include <QKeyEvent>

namespace ui {

namespace {

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

// Access keys come before the button knows of a key; Ctrl and Alt together type letters on some keyboards.
bool isAccessKey(const QKeyEvent *event)
{
    return event->modifiers() == Qt::AltModifier && !event->text().isEmpty();
}

} // namespace

bool SecondPress::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonDblClick:
        return qobject_cast<QAbstractButton *>(watched) != nullptr;
    case QEvent::ShortcutOverride:
        if (const auto *key = static_cast<QKeyEvent *>(event); key->isAutoRepeat() && isAccessKey(key)) {
            event->accept(); // no shortcut is looked for
            return true;
        }
        return false;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat() || !watched->isWidgetType())
            return false;
        return isAccessKey(key) || (isEnter(key) && qobject_cast<QAbstractButton *>(watched));
    }
    default:
        return false;
    }
}

} // namespace ui
