// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/buttons.h"

namespace ui {

// Begins and ends the presentation mode; says which of the two it does now.
class PresentationLink : public LinkButton
{
    Q_OBJECT
public:
    explicit PresentationLink(const QString &objectName, QWidget *parent = nullptr);
    void retranslate();
};

} // namespace ui
