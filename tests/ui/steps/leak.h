// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTextEdit>

// All that a person sees or hears of this widget.
inline QStringList textsOf(const QWidget *widget)
{
    QStringList all{widget->accessibleName(), widget->accessibleDescription(), widget->toolTip(),
                    widget->whatsThis()};
    if (widget->isWindow())
        all << widget->windowTitle();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        all << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        all << button->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        all << line->displayText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        all << box->currentText();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        all << text->toPlainText();
    return all;
}

// The first text of the window with one of these in it, as "object name: text".
inline QString leak(QWidget *window, const QStringList &identifiers)
{
    auto widgets = window->findChildren<QWidget *>();
    widgets.prepend(window);
    for (const QWidget *widget : std::as_const(widgets)) {
        for (QString text : textsOf(widget)) {
            text.remove(QChar(0x200B)); // places for a line to break
            for (const QString &one : identifiers) {
                if (text.contains(one))
                    return widget->objectName() + QStringLiteral(": ") + text;
            }
        }
    }
    return {};
}
