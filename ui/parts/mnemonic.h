// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QString>

class QAbstractButton;

namespace ui {

// A label with its access key as translators write it: "&Next", or in Chinese "下一步(&N)", where the part in
// brackets is not shown and the key still works.
struct Labelled
{
    QString shown; // for a widget that knows "&"
    QString plain; // to be read out
    QKeySequence key;
    bool hidden = false; // the key does not show in the label
};
Labelled labelled(const QString &text);

// Text, accessible name and access key of a button, check box or radio button; a hidden key is told by the
// tool tip.
void setLabel(QAbstractButton *button, const QString &text);

} // namespace ui
