// SPDX-License-Identifier: Apache-2.0
#include "steps/ownbrowser.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

OwnBrowser::OwnBrowser(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_why(new MessageBar(objectName + u".why"_s, this))
    , m_card(new Card(objectName + u".card"_s, this))
    , m_answerCard(new Card(objectName + u".answer"_s, this))
    , m_how(new Text(FontRole::Check, Text::Tone::Plain, objectName + u".how"_s, m_card))
    , m_question(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".question"_s, m_answerCard))
    , m_link(new CopyRow(objectName + u".link"_s, m_card))
    , m_open(new Button(Button::Kind::Primary, objectName + u".open"_s, m_card))
    , m_worked(new Button(objectName + u".worked"_s, m_answerCard))
    , m_failed(new Button(objectName + u".failed"_s, m_answerCard))
    , m_qr(new QrCode(objectName + u".qr"_s, m_card))
    , m_qrText(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".qr-text"_s, m_card))
    , m_symptom(new QComboBox(m_answerCard))
    , m_meaning(new CheckList(session, setup::StepId::TestLogin, objectName + u".meaning"_s, m_answerCard))
    , m_result(new MessageBar(objectName + u".result"_s, m_answerCard))
    , m_back(new LinkButton(objectName + u".back"_s, this))
{
    setObjectName(objectName);
    m_symptom->setObjectName(objectName + u".symptom"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::gap);
    auto *columns = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    left->addWidget(m_how);
    left->addWidget(m_link);
    left->addWidget(m_open, 0, Qt::AlignLeft);
    left->addWidget(m_qrText);
    left->addStretch(1);
    columns->addLayout(left, 1);
    columns->addWidget(m_qr, 0, Qt::AlignTop);
    columns->setSpacing(16);
    m_card->body()->addLayout(columns);
    auto *answers = new QHBoxLayout;
    answers->addWidget(m_worked);
    answers->addWidget(m_failed);
    answers->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_question})
        m_answerCard->body()->addWidget(part);
    m_answerCard->body()->addLayout(answers);
    for (QWidget *part : std::initializer_list<QWidget *>{m_symptom, m_meaning, m_result})
        m_answerCard->body()->addWidget(part);
    for (QWidget *part : std::initializer_list<QWidget *>{m_why, m_card, m_answerCard, m_back})
        layout->addWidget(part);
    layout->addStretch(1);
    m_symptom->hide();
    m_meaning->hide();
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(m_session->signInUrl()); });
    connect(m_worked, &QPushButton::clicked, this, &OwnBrowser::worked);
    connect(m_failed, &QPushButton::clicked, this, &OwnBrowser::failed);
    connect(m_symptom, &QComboBox::activated, this, &OwnBrowser::failed);
    connect(m_back, &QPushButton::clicked, this, &OwnBrowser::backWanted);
}

void OwnBrowser::begin(const QString &why)
{
    m_why->setMessage(MessageBar::Tone::Warning,
                      why.isEmpty() ? QString() : why + u' ' + tr("Use your own browser instead."));
    m_result->setMessage(MessageBar::Tone::Info, {});
    if (m_began || !m_session)
        return;
    m_began = true;
    m_session->loginTest()->lookForNewLink(); // what is linked already; a new one is seen by comparison
}

void OwnBrowser::worked()
{
    m_symptom->hide();
    m_meaning->hide();
    m_worked->setEnabled(false);
    QCoro::connect(m_session->loginTest()->lookForNewLink(), this, [this](const net::Result<bool> &isNew) {
        m_worked->setEnabled(true);
        m_session->confirm(setup::StepId::TestLogin, true);
        m_result->setMessage(
            MessageBar::Tone::Ok,
            isNew && *isNew
                ? tr("NocoBase has a new link between a user and WeCom: the login really came through.")
                : tr("Noted as confirmed by you. The program itself did not see this login."));
    });
}

void OwnBrowser::failed()
{
    m_session->confirm(setup::StepId::TestLogin, false);
    m_result->setMessage(MessageBar::Tone::Info, {});
    m_symptom->show();
    const QString cause = m_symptom->currentData().toString();
    m_meaning->setVisible(!cause.isEmpty());
    if (cause.isEmpty())
        return;
    checks::Finding told;
    told.check = u"test.login"_s;
    told.step = setup::StepId::TestLogin;
    told.severity = checks::Severity::Problem;
    told.cause = cause;
    told.vantage = setup::Vantage::Person;
    told.at = QDateTime::currentDateTimeUtc();
    m_meaning->setFindings({told});
}

void OwnBrowser::render()
{
    if (!m_session)
        return;
    const QString url = m_session->signInUrl().toString();
    m_link->setValue(url, tr("Sign-in page"));
    m_qr->setText(url, tr("QR code of the sign-in page"));
}

void OwnBrowser::fillSymptoms()
{
    const int now = std::max(0, m_symptom->currentIndex());
    m_symptom->clear();
    m_symptom->addItem(tr("What did you see?"), QString());
    m_symptom->addItem(tr("NocoBase's sign-in page has no button for WeCom"), u"plugin.no-button"_s);
    m_symptom->addItem(tr("WeCom says that redirect_uri or the callback domain does not match"),
                       u"domain.callback.mismatch"_s);
    m_symptom->addItem(tr("WeCom asks to open the link in its client"), u"login.outside-wecom"_s);
    m_symptom->addItem(tr("The phone says that there is no permission"), u"login.member.out-of-scope"_s);
    m_symptom->addItem(tr("NocoBase says “Failed to get mobile”"), u"login.first-time"_s);
    m_symptom->addItem(tr("NocoBase says “User not found.”"), u"login.user-not-found"_s);
    m_symptom->addItem(tr("Signed in, but NocoBase says that there is no role"), u"login.no-role"_s);
    m_symptom->setCurrentIndex(now);
    m_symptom->setAccessibleName(tr("What did you see?"));
}

void OwnBrowser::retranslate()
{
    m_card->setTitle(tr("In your own browser"));
    m_how->setText(tr("Open the sign-in page, press the WeCom button and scan with WeCom on your phone. A "
                      "private window shows "
                      "what new people see."));
    m_open->setLabel(tr("&Open the sign-in page"));
    m_qrText->setText(tr("The QR code opens the same page on another device."));
    m_answerCard->setTitle(tr("How did it end?"));
    m_question->setText(tr("The program cannot look into your browser, so it asks."));
    m_worked->setLabel(tr("I was s&igned in"));
    m_failed->setLabel(tr("It did &not work"));
    m_back->setLabel(tr("Use the built-in browser"));
    fillSymptoms();
    render();
}

} // namespace ui
