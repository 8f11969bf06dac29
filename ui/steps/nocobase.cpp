// SPDX-License-Identifier: Apache-2.0
#include "steps/nocobase.h"

#include "checks/actions.h"
#include "checks/catalogue.h"
#include "parts/mnemonic.h"
#include "parts/named.h"
#include "setup/schema.h"
#include "shell/language.h"
#include "shell/sessionhost.h"
#include "wecom/identifiers.h"

#include <QCheckBox>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;

NocobasePage::NocobasePage(SessionHost *host, QWidget *parent)
    : StepPage(host->session(), setup::StepId::Nocobase, parent)
    , m_host(host)
    , m_rehearsal(new RehearsalBar(session(), stepId(), false, u"nocobase.rehearsal"_s, this))
    , m_address(new TextField(u"nocobase.address"_s, this))
    , m_addressBack(new LinkButton(u"nocobase.addressBack"_s, this))
    , m_plainHttp(named(new QCheckBox(this), u"nocobase.plainHttp"_s, {}))
    , m_signIn(named(new QWidget(this), u"nocobase.signIn"_s, {}))
    , m_byAccount(named(new QRadioButton(m_signIn), u"nocobase.byAccount"_s, {}))
    , m_byKey(named(new QRadioButton(m_signIn), u"nocobase.byKey"_s, {}))
    , m_account(new TextField(u"nocobase.account"_s, this))
    , m_password(new SecretField(u"nocobase.password"_s, this))
    , m_token(new SecretField(u"nocobase.token"_s, this))
    , m_keepToken(named(new QCheckBox(this), u"nocobase.keepToken"_s, {}))
    , m_more(new LinkButton(u"nocobase.more"_s, this))
    , m_application(new TextField(u"nocobase.application"_s, this))
    , m_notStored(new MessageBar(u"nocobase.notStored"_s, this))
    , m_checkCard(new Card(u"nocobase.checks"_s, this))
    , m_checks(new CheckList(session(), stepId(), u"nocobase.check"_s, m_checkCard))
    , m_enabling(new EnablingBar(this->session(), u"nocobase.enabling"_s, this))
    , m_trusted(new Card(u"nocobase.trusted"_s, this))
    , m_about(new Card(u"nocobase.about"_s, this))
    , m_aboutText(new Text(FontRole::Small, Text::Tone::Muted, u"nocobase.about.text"_s, m_about))
{
    column()->addWidget(m_rehearsal);
    column()->addWidget(m_address);
    column()->addWidget(m_addressBack, 0, Qt::AlignLeft);
    m_addressBack->hide();
    connect(m_addressBack, &QPushButton::clicked, this, [this] {
        putAddressBack();
        m_address->edit()->setFocus();
    });
    column()->addWidget(m_plainHttp);
    buildSignIn();
    buildMore();
    m_checkCard->body()->addWidget(m_checks);
    column()->addWidget(m_enabling);
    column()->addWidget(m_checkCard);
    column()->addWidget(m_trusted);
    m_checks->leaveToPage({QString::fromLatin1(checks::action::useApiKey)});
    connect(m_checks, &CheckList::actionWanted, this, [this] {
        showSignIn(true);
        m_token->edit()->setFocus();
    });
    m_about->body()->addWidget(m_aboutText);
    side()->addWidget(m_about);
    connect(m_address, &TextField::edited, this, &NocobasePage::takeAddress);
    connect(m_address, &TextField::pasted, this, [this](const QString &raw) {
        m_address->setText(wecom::cleaned(raw));
        takeAddress(m_address->text());
    });
    connect(m_address, &TextField::finished, this, [this] {
        // Shown as it is used once the person is done with it.
        if (const auto url = setup::nocobaseUrlFromTyped(m_address->text()))
            m_address->setText(url->toDisplayString());
    });
    connect(m_plainHttp, &QCheckBox::clicked, this, [this](bool yes) {
        session()->edit([yes](setup::Setup &setup) { setup.nocobase.allowPlainHttp = yes; });
    });
    connect(m_checks, &CheckList::goTo, this, &StepPage::goTo);
    showSignIn(!session()->credentials().token.isEmpty());
}

void NocobasePage::buildSignIn()
{
    auto *choice = new QHBoxLayout(m_signIn);
    choice->setContentsMargins(0, 2, 0, 0);
    choice->setSpacing(20);
    choice->addWidget(m_byAccount);
    choice->addWidget(m_byKey);
    choice->addStretch(1);
    m_account->setPasteShown(false);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_signIn, m_account, m_password, m_token, m_keepToken, m_notStored})
        column()->addWidget(part);
    connect(m_byAccount, &QRadioButton::clicked, this, [this] { showSignIn(false); });
    connect(m_byKey, &QRadioButton::clicked, this, [this] { showSignIn(true); });
    m_account->setLongest(setup::longest(u"/nocobase/account"_s));
    connect(m_account, &TextField::edited, this, [this](const QString &text) {
        session()->edit([&text](setup::Setup &setup) { setup.nocobase.account = text.trimmed(); });
    });
    for (const auto *field : {m_address->edit(), m_password->edit(), m_token->edit()})
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (waitsForCheck())
                primaryAction();
        });
    const auto passwordTyped = [this] { session()->setPassword(m_password->secret()); };
    connect(m_password, &TextField::edited, this, passwordTyped);
    connect(m_password, &TextField::pasted, this, [this, passwordTyped](const QString &raw) {
        // A password may hold anything but a line break.
        m_password->setText(QString(raw).remove(u'\r').remove(u'\n'));
        passwordTyped();
    });
    const auto tokenTyped = [this] {
        session()->setToken(m_token->secret());
        m_tokenUnsaved = true;
    };
    connect(m_token, &TextField::edited, this, tokenTyped);
    connect(m_token, &TextField::pasted, this, [this, tokenTyped](const QString &raw) {
        m_token->setText(wecom::cleaned(raw));
        tokenTyped();
    });
    connect(m_keepToken, &QCheckBox::clicked, this, [this] {
        m_tokenUnsaved = true;
        storeToken();
    });
}

void NocobasePage::buildMore()
{
    column()->addWidget(m_more, 0, Qt::AlignLeft);
    column()->addWidget(m_application);
    m_application->setPasteShown(false);
    m_application->setLongest(setup::longest(u"/nocobase/application"_s));
    m_application->setVisible(session()->setup().nocobase.application != u"main"_s);
    m_more->setVisible(m_application->isHidden());
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_application->show();
        m_more->hide();
        m_application->edit()->setFocus();
    });
    connect(m_application, &TextField::edited, this, [this](const QString &text) {
        const auto name = text.trimmed();
        session()->edit(
            [&name](setup::Setup &setup) { setup.nocobase.application = name.isEmpty() ? u"main"_s : name; });
    });
}

QWidget *NocobasePage::initialFocus() const
{
    if (session()->setup().nocobase.url.isEmpty())
        return m_address->edit();
    if (m_byKey->isChecked())
        return m_token->edit();
    return session()->setup().nocobase.account.isEmpty() ? m_account->edit() : m_password->edit();
}

// A rehearsal has a NocoBase of its own and asks no other.
void NocobasePage::refuseAddress(bool refused)
{
    m_addressBack->setVisible(refused);
    if (refused)
        m_address->setMessage(
            TextField::Tone::Problem,
            tr("The rehearsal asks its own NocoBase alone; nothing is sent to this address. "
               "For your own NocoBase, begin a setup on the page Welcome."));
}

void NocobasePage::putAddressBack()
{
    refuseAddress(false);
    m_address->setMessage(TextField::Tone::Hint, {});
    m_address->setText(session()->setup().nocobase.url.toDisplayString());
}

void NocobasePage::takeAddress(const QString &typed)
{
    refuseAddress(false);
    m_addressTyped = true;
    if (typed.trimmed().isEmpty()) {
        m_address->setMessage(TextField::Tone::Hint, {});
        return;
    }
    const auto url = setup::nocobaseUrlFromTyped(typed);
    if (url && url->host().endsWith(u".weixin.qq.com"_s)) {
        m_address->setMessage(TextField::Tone::Problem,
                              tr("This is an address of WeCom. Here belongs the address of your NocoBase."));
        return;
    }
    if (!url) {
        m_address->setMessage(TextField::Tone::Problem,
                              tr("This is no web address. It looks like crm.example.com."));
        if (!session()->rehearsal()) // nor is what it began with
            saveAddress({});
        return;
    }
    if (session()->rehearsal() && *url != session()->setup().nocobase.url) {
        refuseAddress(true);
        return;
    }
    m_address->setMessage(TextField::Tone::Hint, {});
    saveAddress(*url);
}

void NocobasePage::saveAddress(const QUrl &url)
{
    session()->edit([&url](setup::Setup &setup) {
        // The Origin follows the address until the person gives it another one.
        const auto before = setup::originFor(setup.nocobase.url);
        if (setup.authenticator.origin.isEmpty() || setup.authenticator.origin == before)
            setup.authenticator.origin = url.isEmpty() ? QString() : setup::originFor(url);
        setup.nocobase.url = url;
    });
}

void NocobasePage::showSignIn(bool byKey)
{
    m_byAccount->setChecked(!byKey);
    m_byKey->setChecked(byKey);
    m_account->setVisible(!byKey);
    m_password->setVisible(!byKey);
    m_token->setVisible(byKey);
    m_keepToken->setVisible(byKey);
    // Only one of the two may speak: a key that is set is used before a password.
    if (!byKey)
        session()->setToken({});
    else if (!m_token->secret().isEmpty())
        session()->setToken(m_token->secret());
}

// Once for each set of values: after that the way on is open, whatever the answer was.
bool NocobasePage::waitsForCheck() const
{
    const auto &setup = session()->setup();
    const auto &credentials = session()->credentials();
    const bool given = m_byKey->isChecked()
                           ? !credentials.token.isEmpty()
                           : !setup.nocobase.account.isEmpty() && !credentials.password.isEmpty();
    if (setup.nocobase.url.isEmpty())
        return false;
    const setup::World world{setup, credentials, session()->facts()};
    if (!given) // the address alone can be looked at, too
        return m_addressTyped && mayLook() && !session()->isBusy(stepId()) &&
               !world.current(session()->facts().server, setup::Inputs::NocobaseHost) &&
               m_askedWith != setup::stampOf(setup::Inputs::NocobaseLogin, setup, credentials);
    return !world.current(session()->facts().identity, setup::Inputs::NocobaseLogin) &&
           m_askedWith != setup::stampOf(setup::Inputs::NocobaseLogin, setup, credentials);
}

QString NocobasePage::primaryLabel() const
{
    return waitsForCheck() ? tr("C&heck connection") : StepPage::primaryLabel();
}

void NocobasePage::primaryAction()
{
    if (!m_addressBack->isHidden()) {
        m_addressBack->setFocus();
        return;
    }
    if (!waitsForCheck()) {
        emit goNext();
        return;
    }
    storeToken();
    m_askedWith = setup::stampOf(setup::Inputs::NocobaseLogin, session()->setup(), session()->credentials());
    session()->checkAgain(stepId());
}

void NocobasePage::onEnter()
{
    if (mayLook())
        StepPage::onEnter();
}

// There is an address, and one without encryption is agreed to.
bool NocobasePage::mayLook() const
{
    const auto &target = session()->setup().nocobase;
    return !target.url.isEmpty() &&
           (target.url.scheme() != u"http"_s || net::isLoopback(target.url) || target.allowPlainHttp);
}

void NocobasePage::onLeave()
{
    if (!m_addressBack->isHidden())
        putAddressBack();
    storeToken();
}

void NocobasePage::storeToken()
{
    if (!std::exchange(m_tokenUnsaved, false))
        return;
    auto storing = m_keepToken->isChecked() ? session()->saveCredentials(true) : session()->forgetToken();
    QCoro::connect(std::move(storing), this, [this](const net::Result<void> &stored) {
        m_notStored->setMessage(MessageBar::Tone::Warning,
                                stored ? QString()
                                       : tr("Not stored: %1")
                                             .arg(checks::Catalogue::instance().faultText(
                                                 stored.error(), Language::instance().code())));
    });
}

} // namespace ui
