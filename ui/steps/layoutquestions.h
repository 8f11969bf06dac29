// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/card.h"

namespace ui {

// Asks where the plugin keeps an option, when several places of an authenticator could hold it: each place
// with what is there, masked. The answer is remembered.
class LayoutQuestions : public Card
{
    Q_OBJECT
public:
    LayoutQuestions(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    void render();
    void retranslate();

private:
    void rebuild(const QList<apply::LayoutQuestion> &questions);

    QPointer<assistant::SetupSession> m_session;
    QWidget *m_questions = nullptr;
    QStringList m_shown; // what the present widgets were made for
};

} // namespace ui
