// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/messagebar.h"

namespace ui {

// What can be tried without a phone: each way of logging in with what was seen of it, when, and a button to
// look again. The page has the browser and does the looking. Object names: "<name>.try", "<name>.check.<id>".
class WaysCard : public Card
{
    Q_OBJECT
public:
    WaysCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    static bool isWay(const checks::Finding &finding);
    void setTrouble(const QString &text); // why nothing can be tried; empty for nothing
    void render();
    void retranslate();

signals:
    void wanted(const QString &check); // empty: all of them
    void goTo(setup::StepId id);

private:
    QPointer<assistant::SetupSession> m_session;
    Text *m_about;
    MessageBar *m_trouble;
    CheckList *m_checks;
    Button *m_try;
};

} // namespace ui
