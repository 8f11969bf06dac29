// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"
#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "steps/consolestep.h"

namespace ui {

// Step 5: the domain that WeCom may send people back to after they scanned. No API shows it; the rendered login page does.
class CallbackDomainPage : public ConsoleStepPage
{
    Q_OBJECT
public:
    CallbackDomainPage(assistant::SetupSession *session, QWidget *parent);
    void render() override;
    void retranslate() override;

private:
    void showLoginPage();
    void endLoginPage();

    CopyRow *m_domain;
    MessageBar *m_noBrowser;
    Card *m_page;
    QPointer<login::LoginViewer> m_viewer;
    QPointer<QWidget> m_view;
};

} // namespace ui
