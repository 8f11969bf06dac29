// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/fields.h"
#include "parts/messagebar.h"
#include "parts/rehearsalbar.h"
#include "shell/steppage.h"
#include "steps/enablingbar.h"

class QCheckBox;
class QRadioButton;

namespace ui {

class SessionHost;

// Step 2: the address colleagues type, and how to sign in there. The address also becomes the Origin. A
// password is kept for this run only; an API key goes to the keychain only when the person asks.
class NocobasePage : public StepPage
{
    Q_OBJECT
public:
    NocobasePage(SessionHost *host, QWidget *parent);
    QWidget *initialFocus() const override;
    QString primaryLabel() const override;
    void primaryAction() override;
    void onEnter() override;
    void onLeave() override;
    void render() override;
    void retranslate() override;

private:
    void buildSignIn();
    void buildMore();
    void takeAddress(const QString &typed);
    void saveAddress(const QUrl &url);
    bool mayLook() const;
    void refuseAddress(bool refused);
    void putAddressBack();
    void showSignIn(bool byKey);
    bool waitsForCheck() const;
    void showPins();
    void storeToken();

    SessionHost *m_host;
    RehearsalBar *m_rehearsal;
    TextField *m_address;
    LinkButton *m_addressBack; // to the rehearsal's own; shown while another one is refused
    QCheckBox *m_plainHttp;
    QWidget *m_signIn;
    QRadioButton *m_byAccount;
    QRadioButton *m_byKey;
    TextField *m_account;
    SecretField *m_password;
    SecretField *m_token;
    QCheckBox *m_keepToken;
    LinkButton *m_more;
    TextField *m_application;
    MessageBar *m_notStored;
    Card *m_checkCard;
    CheckList *m_checks;
    EnablingBar *m_enabling;
    Card *m_trusted; // certificates the person has decided to trust
    QWidget *m_pins = nullptr;
    QList<net::Pin> m_pinsShown;
    Card *m_about;
    Text *m_aboutText;
    setup::Stamp m_askedWith;
    bool m_addressTyped = false;
    bool m_tokenUnsaved = false;
};

} // namespace ui
