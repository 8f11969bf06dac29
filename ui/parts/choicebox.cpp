// SPDX-License-Identifier: Apache-2.0
#include "parts/choicebox.h"

#include <QWheelEvent>

namespace ui {

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus); // the wheel gives it none
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore(); // the page scrolls
}

} // namespace ui
