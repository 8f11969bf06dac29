// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "parts/qrcode.h"

namespace ui {

class NewLinkCard;
class SightPicker;

// The test login in the person's own browser: link, copy and QR code; then its outcome. A first login is seen
// in NocoBase and, when the person says that it is the one, proves it. Otherwise the person chooses what they
// saw from pictures: a good end counts as confirmed, any other leads to its cause and what to do.
class OwnBrowser : public QWidget
{
    Q_OBJECT
public:
    OwnBrowser(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    // why: what keeps the embedded browser from being used; empty when it was the person's choice.
    void begin(const QString &why);
    void render();
    void retranslate();

signals:
    void backWanted();
    void goTo(setup::StepId id);

private:
    QWidget *linkCard();
    QWidget *answerCard();
    void showOutcome();

    QPointer<assistant::SetupSession> m_session;
    MessageBar *m_why;
    Card *m_card, *m_answerCard;
    Text *m_how, *m_question;
    CopyRow *m_link;
    Button *m_open;
    QrCode *m_qr;
    Text *m_qrText;
    NewLinkCard *m_newLink;
    SightPicker *m_sights;
    CheckList *m_meaning;
    MessageBar *m_result;
    LinkButton *m_back;
};

} // namespace ui
