// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "parts/qrcode.h"

class QComboBox;

namespace ui {

// The test login in the person's own browser: link, QR code, and the question how it ended. What the person
// says counts as confirmed; a new link between a user and WeCom that NocoBase has since then is proof.
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

private:
    void worked();
    void failed();
    void fillSymptoms();

    QPointer<assistant::SetupSession> m_session;
    MessageBar *m_why;
    Card *m_card, *m_answerCard;
    Text *m_how, *m_question;
    CopyRow *m_link;
    Button *m_open, *m_worked, *m_failed;
    QrCode *m_qr;
    Text *m_qrText;
    QComboBox *m_symptom;
    CheckList *m_meaning;
    MessageBar *m_result;
    LinkButton *m_back;
    bool m_began = false;
};

} // namespace ui
