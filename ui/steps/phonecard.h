// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/rehearsalcontrol.h"
#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/phonepicture.h"

#include <QTimer>

namespace ui {

// The phone of the rehearsal, as its holder sees it: scans the QR code of the page that waits for it, and
// agrees or declines. It obeys the person's clicks and the tour alike.
class PhoneCard : public Card
{
    Q_OBJECT
public:
    PhoneCard(assistant::RehearsalControl *control, const QString &objectName, QWidget *parent = nullptr);
    bool hasScanned() const;
    void retranslate();
    // What a person would press now; nothing when the phone does not show it.
    void scan();
    void answer(bool agree);

private:
    void build();
    void show();
    void showButtons(bool scan, bool answer);
    QString told(assistant::RehearsalControl::PhoneState state) const;

    assistant::RehearsalControl *m_control;
    PhonePicture *m_phone;
    Text *m_screen, *m_state;
    Button *m_scan, *m_agree, *m_decline;
    QTimer m_look;
};

} // namespace ui
