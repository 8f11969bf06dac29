// SPDX-License-Identifier: Apache-2.0
#include "parts/mnemonic.h"

#include <QAbstractButton>
#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

Labelled labelled(const QString &text)
{
    static const QRegularExpression bracketed(u"\\(&([A-Z])\\)"_s);
    Labelled label;
    label.key = QKeySequence::mnemonic(text);
    label.shown = text;
    label.plain = text;
    if (text.contains(bracketed)) {
        label.hidden = true;
        label.plain.remove(bracketed);
        label.shown = label.plain;
    }
    label.plain.remove(u'&');
    return label;
}

void setLabel(QAbstractButton *button, const QString &text)
{
    const auto label = labelled(text);
    button->setText(label.shown);
    button->setAccessibleName(label.plain);
    button->setShortcut(label.key);
    button->setToolTip(label.hidden ? label.key.toString(QKeySequence::NativeText) : QString());
}

} // namespace ui
