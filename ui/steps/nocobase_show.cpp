// SPDX-License-Identifier: Apache-2.0
// What the page of NocoBase shows; what it does is in nocobase.cpp.
#include "steps/nocobase.h"

#include "parts/mnemonic.h"
#include "parts/named.h"
#include "shell/sessionhost.h"

#include <QCheckBox>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;

void NocobasePage::render()
{
    const auto &setup = session()->setup();
    const auto typed = setup::nocobaseUrlFromTyped(m_address->text());
    if (m_addressBack->isHidden() && !m_address->edit()->hasFocus() && !setup.nocobase.url.isEmpty() &&
        (!typed || *typed != setup.nocobase.url))
        m_address->setText(setup.nocobase.url.toDisplayString());
    if (!m_account->edit()->hasFocus())
        m_account->setText(setup.nocobase.account);
    if (!m_application->edit()->hasFocus())
        m_application->setText(setup.nocobase.application);
    m_password->setSecret(session()->credentials().password);
    if (m_byKey->isChecked())
        m_token->setSecret(session()->credentials().token);
    else if (!session()->credentials().token.isEmpty())
        showSignIn(true); // came from the keychain
    const bool plain = setup.nocobase.url.scheme() == u"http"_s && !net::isLoopback(setup.nocobase.url);
    m_plainHttp->setVisible(plain);
    m_plainHttp->setChecked(setup.nocobase.allowPlainHttp);
    m_enabling->render();
    showPins();
    m_checks->render();
    m_checkCard->setVisible(!setup.nocobase.url.isEmpty());
}

// Each with a way back: the next look then judges the certificate anew.
void NocobasePage::showPins()
{
    const auto &pins = session()->record().pins;
    m_trusted->setVisible(!pins.isEmpty());
    if (m_pins && pins == m_pinsShown)
        return;
    m_pinsShown = pins;
    if (m_pins) {
        m_pins->hide();
        m_pins->deleteLater();
    }
    m_pins = named(new QWidget(m_trusted), u"nocobase.pins"_s, tr("Certificates you trust"));
    auto *box = new QVBoxLayout(m_pins);
    box->setContentsMargins(0, 0, 0, 0);
    for (qsizetype i = 0; i < pins.size(); ++i) {
        const net::Pin pin = pins[i];
        const QString name = u"nocobase.pin%1"_s.arg(i);
        auto *text = new Text(FontRole::Small, Text::Tone::Muted, name, m_pins);
        text->setText(pin.host + u'\n' + inPairs(pin.sha256));
        auto *distrust = new LinkButton(name + u".distrust"_s, m_pins);
        distrust->setLabel(tr("Stop trusting it"), tr("Stop trusting the certificate of %1").arg(pin.host));
        connect(distrust, &QPushButton::clicked, this, [this, pin] {
            session()->distrustCertificate(pin);
            session()->checkAgain(stepId());
        });
        auto *row = new QHBoxLayout;
        row->addWidget(text, 1);
        row->addWidget(distrust, 0, Qt::AlignTop);
        box->addLayout(row);
    }
    m_trusted->body()->addWidget(m_pins);
}

void NocobasePage::retranslate()
{
    m_pinsShown = {net::Pin()};
    m_trusted->setTitle(tr("Certificates you trust"));
    m_address->setLabel(tr("&Address of your NocoBase"));
    m_address->setHint(tr("As your colleagues type it, for example https://crm.example.com. It becomes the "
                          "Origin of the login."));
    m_address->setPlaceholder(u"https://"_s);
    m_addressBack->setLabel(tr("Put the rehearsal's address back"));
    refuseAddress(!m_addressBack->isHidden());
    ui::setLabel(m_plainHttp, tr("Send my password although the connection is &not encrypted (http)"));
    m_signIn->setAccessibleName(tr("How to sign in"));
    ui::setLabel(m_byAccount, tr("Acco&unt and password"));
    ui::setLabel(m_byKey, tr("API &key"));
    m_account->setLabel(tr("Acc&ount"));
    m_account->setHint(tr("An account that may manage authentication, for example the first administrator"));
    m_password->setLabel(tr("&Password"));
    m_password->setHint(tr("Used for this run and never stored"));
    m_token->setLabel(tr("API ke&y"));
    m_token->setHint(
        tr("Made in NocoBase under Settings → API keys, with a role that may manage authentication"));
    ui::setLabel(m_keepToken, tr("Keep the API key in this computer's key&chain"));
    m_more->setLabel(tr("More: another application than the main one"));
    m_application->setLabel(tr("App&lication"));
    m_application->setHint(tr("“main”, or the name of a sub-application of this NocoBase"));
    m_checkCard->setTitle(tr("Checks"));
    m_about->setTitle(tr("What is looked at"));
    m_aboutText->setText(tr("Whether NocoBase answers, its certificate and version, whether the WeCom plugin "
                            "is there and on, and "
                            "which WeCom logins exist already. Nothing is changed on this page."));
    if (const auto *rehearsal = m_host->rehearsal(); rehearsal && session()->rehearsal()) {
        auto *samples = findChild<Button *>(u"nocobase.rehearsal.samples"_s);
        if (!samples) {
            samples = m_rehearsal->addButton(u"samples"_s);
            connect(samples, &QPushButton::clicked, this, [this, rehearsal] {
                showSignIn(false);
                putAddressBack();
                session()->edit([rehearsal](setup::Setup &setup) {
                    setup.nocobase.account = rehearsal->sampleAccount();
                });
                m_account->setText(rehearsal->sampleAccount());
                session()->setPassword(rehearsal->samples().password);
                session()->checkAgain(stepId());
            });
        }
        samples->setLabel(tr("&Fill in the sample account"));
    }
}

} // namespace ui
