// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/card.h"
#include "parts/messagebar.h"
#include "steps/replaybar.h"
#include "steps/stagelist.h"

namespace ui {

class PresentationLink;
// What happened in the test login: the stages of the running one, of the last one, or of the one that an
// earlier run of the program has left behind; to be replayed and saved.
class LoginCard : public Card
{
    Q_OBJECT
public:
    LoginCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    void render(); // also once a second, for the countdown
    void retranslate();

private:
    const login::Trace *recorded() const; // of a login that has ended
    void save();
    void write(const QString &fileName);

    QPointer<assistant::SetupSession> m_session;
    Text *m_when;
    StageList *m_stages;
    ReplayBar *m_replay;
    LinkButton *m_save;
    PresentationLink *m_present;
    MessageBar *m_saved;
};

} // namespace ui
