// SPDX-License-Identifier: Apache-2.0
#include "steps/options.h"

#include "checks/catalogue.h"
#include "parts/mnemonic.h"
#include "setup/schema.h"
#include "shell/language.h"

#include <QCheckBox>

namespace ui {

using namespace Qt::StringLiterals;

OptionsPage::OptionsPage(assistant::SetupSession *session, QWidget *parent)
    : StepPage(session, setup::StepId::LoginOptions, parent)
    , m_look(new Card(u"options.look"_s, this))
    , m_login(new Card(u"options.login"_s, this))
    , m_checkCard(new Card(u"options.checks"_s, this))
    , m_title(new TextField(u"options.title"_s, m_look))
    , m_tooltip(new TextField(u"options.tooltip"_s, m_look))
    , m_redirect(new TextField(u"options.redirect"_s, m_login))
    , m_origin(new Text(FontRole::Small, Text::Tone::Muted, u"options.origin"_s, m_login))
    , m_checks(new CheckList(session, setup::StepId::LoginOptions, u"options.check"_s, m_checkCard))
{
    m_look->body()->addWidget(m_title);
    m_look->body()->addWidget(m_tooltip);
    m_enabled = addSwitch(m_look, u"enabled"_s);
    m_automatic = addSwitch(m_login, u"automatic"_s);
    m_signup = addSwitch(m_login, u"signup"_s);
    m_login->body()->addWidget(m_redirect);
    m_login->body()->addWidget(m_origin);
    m_redirect->setMono(true);
    m_checkCard->body()->addWidget(m_checks);
    column()->addWidget(m_look);
    column()->addWidget(m_login);
    column()->addWidget(m_checkCard);
    for (TextField *field : {m_title, m_tooltip, m_redirect})
        field->setPasteShown(false);
    m_title->setLongest(setup::longest(u"/authenticator/title"_s));
    m_tooltip->setLongest(setup::longest(u"/authenticator/tooltip"_s));
    m_redirect->setLongest(setup::longest(u"/authenticator/redirectLink"_s));
    m_title->setMono(false);
    m_tooltip->setMono(false);
    connect(m_checks, &CheckList::goTo, this, &StepPage::goTo);
    wire();
}

OptionsPage::Switch OptionsPage::addSwitch(Card *card, const QString &name)
{
    auto *box = new QCheckBox(card);
    box->setObjectName(u"options."_s + name);
    auto *hint = new Text(FontRole::Small, Text::Tone::Muted, box->objectName() + u".hint"_s, card);
    hint->setContentsMargins(26, 0, 0, 0);
    auto *both = new QVBoxLayout;
    both->setSpacing(1);
    both->addWidget(box);
    both->addWidget(hint);
    card->body()->addLayout(both);
    return {box, hint};
}

void OptionsPage::label(const Switch &one, const QString &text, const QString &hint)
{
    ui::setLabel(one.box, text);
    one.box->setAccessibleDescription(hint);
    one.hint->setText(hint);
}

void OptionsPage::wire()
{
    const auto textOf = [this](TextField *field, auto member) {
        connect(field, &TextField::edited, this, [this, member](const QString &text) {
            session()->edit([&](setup::Setup &setup) { setup.authenticator.*member = text.trimmed(); });
        });
    };
    textOf(m_title, &setup::AuthenticatorWish::title);
    textOf(m_tooltip, &setup::AuthenticatorWish::tooltip);
    textOf(m_redirect, &setup::AuthenticatorWish::redirectLink);
    const auto stateOf = [this](QCheckBox *box, auto member) {
        connect(box, &QCheckBox::clicked, this, [this, member](bool on) {
            session()->edit([&](setup::Setup &setup) { setup.authenticator.*member = on; });
        });
    };
    stateOf(m_signup.box, &setup::AuthenticatorWish::autoSignup);
    stateOf(m_automatic.box, &setup::AuthenticatorWish::automaticLogin);
    stateOf(m_enabled.box, &setup::AuthenticatorWish::enabled);
}

// Why this option will not take effect here; empty when it will.
QString OptionsPage::gate(const QString &check, const QString &option) const
{
    const auto findings = session()->findings(stepId());
    for (const auto &finding : findings) {
        if (finding.check == check && finding.cause == u"nocobase.too-old"_s)
            return tr("Needs NocoBase %1; this one is %2. Your wish is kept until then.")
                .arg(finding.evidence[u"needs"_s].toString(), finding.evidence[u"version"_s].toString());
        if (finding.check == check && finding.cause.isEmpty() && finding.isWrong())
            return checks::Catalogue::instance().words(finding, Language::instance().code()).detail;
    }
    const auto changes = session()->plan().changes;
    for (const auto &change : changes) {
        if (change.field == option && change.reason == u"no-layout"_s)
            return tr("It is not known where this plugin keeps this option. Set it in NocoBase's own form.");
        if (change.field == option && change.reason == u"template"_s)
            return tr("NocoBase holds the variable %1 here; it is left as it is.").arg(change.note);
    }
    return {};
}

void OptionsPage::render()
{
    const auto &wish = session()->setup().authenticator;
    const auto show = [](TextField *field, const QString &text) {
        if (field->text().trimmed() != text) // not while a space is being typed
            field->setText(text);
    };
    show(m_title, wish.title);
    show(m_tooltip, wish.tooltip);
    show(m_redirect, wish.redirectLink);
    m_signup.box->setChecked(wish.autoSignup);
    m_automatic.box->setChecked(wish.automaticLogin);
    m_enabled.box->setChecked(wish.enabled);
    m_title->setMessage(TextField::Tone::Warning,
                        wish.title.isEmpty() ? tr("Without a title the button has the plugin's own name.")
                                             : QString());
    m_tooltip->setMessage(TextField::Tone::Warning, gate(u"options.tooltip"_s, u"tooltip"_s));
    m_redirect->setMessage(TextField::Tone::Warning, gate(u"options.redirect-link"_s, u"redirectLink"_s));
    const QString automatic = gate(u"options.automatic-login"_s, u"automaticLogin"_s);
    m_automatic.hint->setTone(automatic.isEmpty() ? Text::Tone::Muted : Text::Tone::Warn);
    m_automatic.hint->setText(automatic.isEmpty() ? m_automatic.box->accessibleDescription() : automatic);
    m_origin->setText(
        tr("Origin: %1 – the address colleagues type, from step 2. WeCom sends people back to it.")
            .arg(wish.origin.isEmpty() ? tr("not known yet") : wish.origin));
    m_checks->render();
    m_checkCard->setVisible(!session()->findings(stepId()).isEmpty());
}

void OptionsPage::retranslate()
{
    m_look->setTitle(tr("On the sign-in page"));
    m_login->setTitle(tr("When somebody signs in"));
    m_checkCard->setTitle(tr("Checks"));
    m_title->setLabel(tr("&Title of the button"));
    m_title->setHint(tr("What colleagues read on NocoBase's sign-in page"));
    m_tooltip->setLabel(tr("T&ooltip of the button"));
    m_tooltip->setHint(tr("May stay empty. Shown when the mouse rests on the button"));
    m_redirect->setLabel(tr("Workbench a&pplication redirect link"));
    m_redirect->setHint(tr("May stay empty. The page after signing in, for example /admin or /m"));
    label(m_enabled, tr("Sho&w the button"), tr("The authenticator is enabled in NocoBase"));
    label(m_automatic, tr("&Automatic login"),
          tr("A NocoBase link opened inside WeCom signs people in by itself. Only one authenticator can have "
             "it."));
    label(m_signup, tr("&Create a user when no phone number matches"),
          tr("Off: only people whose phone number is in NocoBase already can sign in"));
}

} // namespace ui
