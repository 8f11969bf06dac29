// SPDX-License-Identifier: Apache-2.0
#include "steps/credentials.h"

#include "checks/catalogue.h"
#include "shell/language.h"
#include "shell/sessionhost.h"
#include "steps/consolestep.h"
#include "wecom/identifiers.h"

#include <QEvent>
#include <QEventLoopLocker>

#include <memory>

namespace ui {

using namespace Qt::StringLiterals;
using wecom::Field;
using wecom::Shape;

CredentialsPage::CredentialsPage(SessionHost *host, QWidget *parent)
    : StepPage(host->session(), setup::StepId::Credentials, parent)
    , m_host(host)
    , m_companyId(new TextField(u"credentials.companyId"_s, this))
    , m_agentId(new TextField(u"credentials.agentId"_s, this))
    , m_secret(new SecretField(u"credentials.secret"_s, this))
    , m_offer(new ClipboardOffer(
          [this](const QString &text) {
              return offerText(wecom::readPasted(text), session()->credentials());
          },
          u"credentials.offer"_s, this))
    , m_withheld(new MessageBar(u"credentials.withheld"_s, this))
    , m_notStored(new MessageBar(u"credentials.notStored"_s, this))
    , m_checkCard(new Card(u"credentials.checks"_s, this))
    , m_checks(new CheckList(session(), stepId(), u"credentials.check"_s, m_checkCard))
    , m_confirm(new ConfirmBox(session(), stepId(), u"credentials.confirm"_s, this))
    , m_console(new ConsoleCard(u"credentials.console"_s, u"company"_s, this))
    , m_rehearsal(new RehearsalBar(session(), stepId(), false, u"credentials.rehearsal"_s, this))
    , m_rebind(m_withheld->addButton(u"rebind"_s, Button::Kind::Primary))
    , m_sessionOnly(m_notStored->addButton(u"sessionOnly"_s))
{
    m_checkCard->body()->addWidget(m_checks);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_withheld, m_rehearsal, m_offer, m_companyId, m_agentId, m_secret,
                                          m_notStored, m_checkCard, m_confirm})
        column()->addWidget(part);
    side()->addWidget(m_console);
    connectField(m_companyId, Field::CompanyId);
    connectField(m_agentId, Field::AgentId);
    connectField(m_secret, Field::Secret);
    connect(m_offer, &ClipboardOffer::taken, this,
            [this](const QString &raw) { take(wecom::readPasted(raw)); });
    connect(m_checks, &CheckList::goTo, this, &StepPage::goTo);
    connect(m_rebind, &QPushButton::clicked, this, [this] {
        session()->rebind();
        m_unsaved = true;
        session()->checkAgain(stepId());
    });
    connect(m_sessionOnly, &QPushButton::clicked, this, [this] {
        session()->useSessionStore();
        m_unsaved = true;
        store();
    });
    if (const auto *rehearsal = m_host->rehearsal()) {
        auto *samples = m_rehearsal->addButton(u"samples"_s);
        samples->setLabel(tr("&Fill in the sample values"));
        connect(samples, &QPushButton::clicked, this, [this, rehearsal] {
            const auto values = rehearsal->samples();
            session()->setCompanyId(values.companyId);
            session()->setAgentId(values.agentId);
            session()->setSecret(values.secret);
            m_unsaved = true;
            complete();
        });
    }
}

QWidget *CredentialsPage::initialFocus() const
{
    const auto &values = session()->credentials();
    if (!values.companyId.isEmpty() && values.agentId.isEmpty())
        return m_agentId->edit();
    if (!values.companyId.isEmpty() && values.secret.isEmpty())
        return m_secret->edit();
    return m_companyId->edit();
}

void CredentialsPage::connectField(TextField *field, Field meaning)
{
    connect(field, &TextField::edited, this, [this, meaning](const QString &text) { typed(meaning, text); });
    connect(field, &TextField::pasted, this, [this, meaning](const QString &raw) { pasted(meaning, raw); });
    connect(field, &TextField::finished, this, [this] {
        if (m_unsaved)
            complete();
    });
    field->edit()->installEventFilter(this);
}

// The picture at the side shows where the value is that is being asked for.
bool CredentialsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        if (watched == m_companyId->edit())
            m_console->setPlace(u"company"_s);
        else if (watched == m_agentId->edit())
            m_console->setPlace(u"agent-id"_s);
        else if (watched == m_secret->edit())
            m_console->setPlace(u"secret"_s);
    }
    return StepPage::eventFilter(watched, event);
}

void CredentialsPage::typed(Field meaning, const QString &text)
{
    m_unsaved = true;
    m_said.remove(meaning);
    const auto value = text.trimmed();
    switch (meaning) {
    case Field::CompanyId:
        session()->setCompanyId(value);
        break;
    case Field::AgentId:
        session()->setAgentId(value);
        break;
    case Field::Secret:
        session()->setSecret(vault::Secret::fromText(value));
        break;
    }
}

TextField *CredentialsPage::fieldOf(Field field) const
{
    switch (field) {
    case Field::CompanyId:
        return m_companyId;
    case Field::AgentId:
        return m_agentId;
    case Field::Secret:
        break;
    }
    return m_secret;
}

void CredentialsPage::pasted(Field meaning, const QString &raw)
{
    const auto found = wecom::readPasted(raw);
    if (const auto refusal = refusalOf(found); !refusal.isEmpty()) {
        m_said.insert(meaning, {TextField::Tone::Problem, refusal}); // what stood there stays
        judge();
        return;
    }
    if (found.kind != wecom::Pasted::Kind::Values) {
        fieldOf(meaning)->setText(found.text);
        typed(meaning, found.text);
        complete();
        return;
    }
    take(found);
    if (!found.value(meaning)) {
        m_said.insert(meaning, {TextField::Tone::Hint, movedText(found.values)});
        judge();
    }
}

// All values of one text before WeCom is asked: half of them might be of another app.
void CredentialsPage::take(const wecom::Pasted &pasted)
{
    for (const auto &value : pasted.values) {
        fieldOf(value.field)->setText(value.text);
        typed(value.field, value.text);
        m_said.insert(value.field, {TextField::Tone::Hint, recognisedText(value.field)});
    }
    judge();
    complete();
}

void CredentialsPage::complete()
{
    store();
    const auto values = session()->credentials().usable();
    if (!values.companyId.isEmpty() && !values.secret.isEmpty())
        session()->check(stepId());
}

void CredentialsPage::store()
{
    if (!m_unsaved || session()->isWithheld())
        return;
    m_unsaved = false;
    // The program does not end before the keychain has answered.
    const auto stay = std::make_shared<QEventLoopLocker>();
    QCoro::connect(session()->saveCredentials(false), this, [this, stay](const net::Result<void> &stored) {
        m_sessionOnly->setVisible(session()->storeIsPersistent());
        m_notStored->setMessage(MessageBar::Tone::Warning,
                                stored ? QString()
                                       : tr("Not stored: %1")
                                             .arg(checks::Catalogue::instance().faultText(
                                                 stored.error(), Language::instance().code())));
    });
}

void CredentialsPage::onEnter()
{
    complete();
}

void CredentialsPage::onLeave()
{
    store();
}

void CredentialsPage::judge()
{
    const auto &values = session()->credentials();
    const auto tell = [this](Field field, Shape shape, qsizetype size) {
        const auto remark = remarkOf(field, shape, size);
        const auto said = m_said.value(field);
        QStringList texts{said.text, remark.text};
        texts.removeAll(QString());
        fieldOf(field)->setMessage(std::max(said.tone, remark.tone), texts.join(u' '));
    };
    tell(Field::CompanyId, wecom::companyIdShape(values.companyId), values.companyId.size());
    tell(Field::AgentId, wecom::agentIdShape(values.agentId), values.agentId.size());
    tell(Field::Secret, wecom::secretShape(values.secret.revealText()), values.secret.size());
}

void CredentialsPage::render()
{
    const auto &values = session()->credentials();
    if (!m_companyId->edit()->hasFocus() || m_companyId->text().trimmed() != values.companyId)
        m_companyId->setText(values.companyId);
    if (!m_agentId->edit()->hasFocus() || m_agentId->text().trimmed() != values.agentId)
        m_agentId->setText(values.agentId);
    m_secret->setSecret(values.secret);
    judge();
    m_checks->render();
    m_checkCard->setVisible(!values.companyId.isEmpty() || !values.secret.isEmpty());
    m_confirm->render();
    const auto app = appName(*session());
    m_console->showPath(app);
    m_console->setOpenShown(!session()->isRehearsal());
    m_withheld->setMessage(MessageBar::Tone::Warning,
                           session()->isWithheld() ? tr("These values were stored for other addresses than "
                                                        "this setup names. Nothing is sent until you "
                                                        "agree that they may go to %1 and %2.")
                                                         .arg(session()->setup().wecom.api.host(),
                                                              session()->setup().nocobase.url.host())
                                                   : QString());
}

QString CredentialsPage::lead() const
{
    // A rehearsal, or whoever chose so, puts nothing into the keychain.
    if (session()->isRehearsal() || !session()->storeIsPersistent())
        return tr("Copy three values from the WeCom admin console. They are kept for this run only.");
    return StepPage::lead();
}

QString CredentialsPage::footerText() const
{
    const auto state = session()->state(stepId());
    return state == assistant::StepState::Verified ? tr("All values checked") : StepPage::footerText();
}

void CredentialsPage::retranslate()
{
    m_companyId->setLabel(tr("&Company ID"));
    m_companyId->setHint(tr("My Company → Company information → Company ID (bottom of the page)"));
    m_agentId->setLabel(tr("&AgentId"));
    m_agentId->setHint(tr("App Management → your app → AgentId"));
    m_secret->setLabel(tr("&Secret"));
    m_secret->setHint(tr("Press View next to Secret; WeCom sends it to your phone"));
    m_checkCard->setTitle(tr("Checked with WeCom"));
    m_console->setHeading(tr("In the console"));
    m_rebind->setLabel(tr("They may be sent there"));
    m_sessionOnly->setLabel(tr("Keep them for this run only"));
    if (auto *samples = findChild<Button *>(u"credentials.rehearsal.samples"_s))
        samples->setLabel(tr("&Fill in the sample values"));
}

} // namespace ui
