// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "shell/viewerframe.h"
#include "steps/consolestep.h"

namespace ui {

// Step 5: the domain that WeCom may send people back to after they scanned. No API shows it; WeCom's login
// page does, once it is rendered: a QR code, or a sentence about the mismatch. Nobody needs to scan it.
class CallbackDomainPage : public ConsoleStepPage
{
    Q_OBJECT
public:
    CallbackDomainPage(assistant::SetupSession *session, QWidget *parent);
    void onLeave() override;
    void render() override;
    void retranslate() override;

private:
    void look();
    void lookAsBuilt(login::LoginViewer *viewer);
    void looked();

    CopyRow *m_domain;
    MessageBar *m_noBrowser;
    ViewerFrame *m_frame;
    std::optional<net::Fault> m_fault;
};

} // namespace ui
