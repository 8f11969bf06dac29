// SPDX-License-Identifier: Apache-2.0
#include "steps/trustedip.h"

#include "checks/catalogue.h"
#include "shell/language.h"

namespace ui {

using namespace Qt::StringLiterals;

TrustedIpPage::TrustedIpPage(assistant::SetupSession *session, QWidget *parent)
    : ConsoleStepPage(session, setup::StepId::TrustedIp, 3, parent)
    , m_address(new CopyRow(name(u"address"_s), this))
    , m_noAddress(new Text(FontRole::Small, Text::Tone::Muted, name(u"no-address"_s), this))
    , m_before(new Text(FontRole::Small, Text::Tone::Warn, name(u"before"_s), this))
    , m_both(new CopyRow(name(u"both"_s), this))
    , m_consent(new MessageBar(name(u"consent"_s), this))
    , m_ask(m_consent->addButton(u"ask"_s, Button::Kind::Primary))
    , m_goThere(m_consent->addButton(u"go"_s, Button::Kind::Primary))
{
    instructions()->addWidget(1, m_address);
    instructions()->addWidget(1, m_noAddress);
    instructions()->addWidget(1, m_before);
    instructions()->addWidget(1, m_both);
    column()->insertWidget(column()->indexOf(doCard()), m_consent);
    connect(m_goThere, &QPushButton::clicked, this, [this] { emit goTo(setup::StepId::Credentials); });
    connect(m_ask, &QPushButton::clicked, this, [this] {
        this->session()->setMayAskServer(true);
        this->session()->checkAgain(stepId());
    });
}

void TrustedIpPage::onEnter()
{
    if (session()->mayAskServer())
        StepPage::onEnter();
    else
        session()->check(setup::StepId::Credentials);
}

void TrustedIpPage::render()
{
    ConsoleStepPage::render();
    // WeCom names the server's address in its answer; until it was asked it is the one that was remembered.
    const setup::World world{session()->setup(), session()->credentials(), session()->facts()};
    const auto *probe = world.value(session()->facts().trustFromServer, setup::Inputs::WecomFromServer);
    const bool seenNow = probe && !probe->address.isEmpty();
    const auto address = seenNow ? probe->address : session()->record().serverAddress;
    const auto before = session()->record().serverAddressBefore;
    const bool changed = !before.isEmpty() && !address.isEmpty() && before != address;
    m_address->setValue(address, tr("Address of your NocoBase server"));
    m_address->setVisible(!address.isEmpty());
    m_noAddress->setVisible(!seenNow);
    m_noAddress->setText(
        address.isEmpty() ? tr("The exact address appears here as soon as WeCom was asked from the server. "
                               "This computer's own address does not help.")
                          : tr("That is the address WeCom saw last time. Ask again to see whether it is "
                               "still the same."));
    m_before->setVisible(changed);
    m_before->setText(tr("The address has changed: it was %1 before. If your server goes out through both, "
                         "list both:")
                          .arg(before));
    m_both->setVisible(changed);
    m_both->setValue(changed ? address + u';' + before : QString(), tr("Both addresses"));
    showConsent();
}

// Without a token nobody can ask; then what is needed first stands there instead.
void TrustedIpPage::showConsent()
{
    const QString language = Language::instance().code();
    const auto &catalogue = checks::Catalogue::instance();
    const auto findings = session()->findings(stepId());
    const auto lack = findings.isEmpty() ? std::nullopt : session()->lackFor(findings.first());
    const bool noToken = lack && lack->what.startsWith(u"secret-"_s);
    m_ask->setVisible(!noToken);
    m_goThere->setVisible(noToken);
    m_goThere->setLabel(tr("Go to: %1").arg(catalogue.step(setup::StepId::Credentials, language).rail));
    if (noToken) {
        m_consent->setMessage(MessageBar::Tone::Warning, catalogue.label(u"lacks"_s, lack->what, language));
        return;
    }
    const bool asks = !session()->mayAskServer();
    m_consent->setMessage(
        MessageBar::Tone::Info,
        asks
            ? tr("Only your NocoBase server can tell whether WeCom lets it in. To ask from there, a custom "
                 "request is created in NocoBase and removed again; the server's log then holds a token that "
                 "works for at most two hours.")
            : QString());
}

void TrustedIpPage::retranslate()
{
    ConsoleStepPage::retranslate();
    instructions()->setRich(
        0, tr("On the app's page, under <b>Developer API</b>, find <b>Company's Trusted IP</b> and choose "
              "<b>Settings</b>"));
    instructions()->setRich(1, tr("Add the address from which your NocoBase server reaches the internet"));
    instructions()->setRich(2, tr("Choose <b>Confirm</b>, then come back. It may take a minute to count."));
    m_ask->setLabel(tr("&Ask through NocoBase"));
}

} // namespace ui
