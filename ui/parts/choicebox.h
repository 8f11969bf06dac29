// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace ui {

// A closed list that the wheel scrolls past: it changes the choice only where the person has gone to it.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace ui
