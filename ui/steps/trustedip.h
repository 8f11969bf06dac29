// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "steps/consolestep.h"

namespace ui {

// Step 7: the address from which the NocoBase server reaches WeCom must be listed there. Asked from the
// server itself, with the person's consent; the exact address comes from WeCom's answer.
class TrustedIpPage : public ConsoleStepPage
{
    Q_OBJECT
public:
    TrustedIpPage(assistant::SetupSession *session, QWidget *parent);
    void onEnter() override;
    void render() override;
    void retranslate() override;

private:
    void showConsent();
    CopyRow *m_address;
    Text *m_noAddress;
    Text *m_before;
    CopyRow *m_both; // in the form that the console takes
    MessageBar *m_consent;
    Button *m_ask, *m_goThere;
};

} // namespace ui
