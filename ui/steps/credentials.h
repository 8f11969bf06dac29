// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/clipboardoffer.h"
#include "parts/confirmbox.h"
#include "parts/consolecard.h"
#include "parts/fields.h"
#include "parts/messagebar.h"
#include "parts/rehearsalbar.h"
#include "shell/steppage.h"
#include "steps/credentialwords.h"

namespace ui {

class SessionHost;

// Step 4: the three values. A paste is cleaned and goes where its shape says, all three from one text where
// it holds them; a value of another shape is told and taken, one with stars is not. What the person copied in
// the console is offered when they come back. What WeCom is asked is each changed value once. Stored in the
// keychain when the page is left.
class CredentialsPage : public StepPage
{
    Q_OBJECT
public:
    CredentialsPage(SessionHost *host, QWidget *parent);
    QWidget *initialFocus() const override;
    void onEnter() override;
    void onLeave() override;
    void render() override;
    void retranslate() override;
    QString lead() const override;
    QString footerText() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectField(TextField *field, wecom::Field meaning);
    void typed(wecom::Field meaning, const QString &text);
    void pasted(wecom::Field meaning, const QString &raw);
    void take(const wecom::Pasted &pasted);
    TextField *fieldOf(wecom::Field field) const;
    void complete();
    void judge();
    void store();

    SessionHost *m_host;
    TextField *m_companyId;
    TextField *m_agentId;
    SecretField *m_secret;
    ClipboardOffer *m_offer;
    MessageBar *m_withheld;
    MessageBar *m_notStored;
    Card *m_checkCard;
    CheckList *m_checks;
    ConfirmBox *m_confirm;
    ConsoleCard *m_console;
    RehearsalBar *m_rehearsal;
    Button *m_rebind;
    Button *m_sessionOnly;
    QMap<wecom::Field, FieldRemark> m_said; // about the last paste, until the field is typed in
    bool m_unsaved = false;
};

} // namespace ui
