// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace ui {

// Installed on the application: a button is pressed once by a double click and by a key that is held down.
// What the first press did has put another page or another button there, which nobody has read yet.
class SecondPress : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
