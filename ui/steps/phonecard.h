// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/rehearsalcontrol.h"
#include "parts/buttons.h"
#include "parts/card.h"

#include <QTimer>

namespace ui {

// The phone of the rehearsal: scans the QR code of the page that waits for it, and agrees or declines.
class PhoneCard : public Card
{
    Q_OBJECT
public:
    PhoneCard(assistant::RehearsalControl *control, const QString &objectName, QWidget *parent = nullptr);
    bool hasScanned() const;
    void retranslate();

private:
    void show();

    assistant::RehearsalControl *m_control;
    Text *m_state;
    Button *m_scan, *m_agree, *m_decline;
    QTimer m_look;
};

} // namespace ui
