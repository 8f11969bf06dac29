// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/aftertest.h"
#include "assistant/setupsession.h"
#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/messagebar.h"

namespace ui {

// What the test login has left in NocoBase, with a button each to put it away: the user that it created
// (asked first, by name), "create users automatically", and the session. Shows itself only when there is
// something.
class AfterCard : public Card
{
    Q_OBJECT
public:
    AfterCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    void render();
    void retranslate();

signals:
    void goTo(setup::StepId id);

private:
    struct Row
    {
        Text *text;
        LinkButton *button;
    };
    assistant::AfterTest *after() const;
    Row addRow(const QString &name);
    void showUser();
    void showSession();
    void showSignup();
    void ask(bool asking);

    QPointer<assistant::SetupSession> m_session;
    Row m_user, m_signup, m_signOut;
    MessageBar *m_question;
    Button *m_yes, *m_no;
};

} // namespace ui
