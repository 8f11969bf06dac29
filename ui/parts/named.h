// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace ui {

// Gives a widget the names that tests and screen readers know it by.
template<class T>
T *named(T *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    return widget;
}

} // namespace ui
