// SPDX-License-Identifier: Apache-2.0
#include "steps/ownbrowser.h"

#include "checks/sights.h"
#include "parts/openpage.h"
#include "steps/newlinkcard.h"
#include "steps/sightpicker.h"

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
    , m_qr(new QrCode(objectName + u".qr"_s, m_card))
    , m_qrText(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".qr-text"_s, m_card))
    , m_newLink(new NewLinkCard(session, objectName + u".newlink"_s, this))
    , m_sights(new SightPicker(objectName + u".sight"_s, m_answerCard))
    , m_meaning(new CheckList(session, setup::StepId::TestLogin, objectName + u".meaning"_s, m_answerCard))
    , m_result(new MessageBar(objectName + u".result"_s, m_answerCard))
    , m_back(new LinkButton(objectName + u".back"_s, this))
{
    setObjectName(objectName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::gap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_why, linkCard(), m_newLink, answerCard(), m_back})
        layout->addWidget(part);
    layout->addStretch(1);
    connect(m_back, &QPushButton::clicked, this, &OwnBrowser::backWanted);
    connect(m_meaning, &CheckList::goTo, this, &OwnBrowser::goTo);
}

QWidget *OwnBrowser::linkCard()
{
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
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_newLink->expect();
        openPage(m_session->signInUrl(), this);
    });
    if (auto *copy = m_link->findChild<LinkButton *>())
        connect(copy, &QPushButton::clicked, m_newLink, &NewLinkCard::expect);
    return m_card;
}

QWidget *OwnBrowser::answerCard()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_question, m_meaning, m_result, m_sights})
        m_answerCard->body()->addWidget(part);
    m_meaning->hide();
    m_result->hide();
    connect(m_sights, &SightPicker::chosen, this, [this](const QString &id) {
        if (m_session)
            m_session->tellSight(id);
    });
    return m_answerCard;
}

void OwnBrowser::begin(const QString &why)
{
    m_why->setMessage(MessageBar::Tone::Warning, why);
    m_newLink->expect();
}

// What the person saw with today's values: its meaning, or that it counts as confirmed.
void OwnBrowser::showOutcome()
{
    const setup::World world{m_session->setup(), m_session->credentials(), m_session->facts()};
    const auto *told = world.value(m_session->facts().sight, setup::Inputs::Login);
    const checks::Sight *sight = told ? checks::sightOf(told->id) : nullptr;
    m_sights->setChosen(sight ? sight->id : QString());
    auto findings = m_session->findings(setup::StepId::TestLogin);
    findings.removeIf([](const checks::Finding &finding) {
        return finding.check != u"test.login"_s || finding.vantage != setup::Vantage::Person;
    });
    const bool isBad = sight && !sight->isGood();
    m_meaning->setVisible(isBad && !findings.isEmpty());
    m_meaning->setFindings(isBad ? findings : QList<checks::Finding>());
    m_result->setMessage(MessageBar::Tone::Ok,
                         sight && sight->isGood()
                             ? tr("Noted as confirmed by you. The program itself did not see this login.")
                             : QString());
}

void OwnBrowser::render()
{
    if (!m_session)
        return;
    const QString url = m_session->signInUrl().toString();
    m_link->setValue(url, tr("Sign-in page"));
    // "This computer" is another one on the phone that scans it.
    const bool isElsewhere = !net::isLoopback(m_session->signInUrl());
    m_qr->setText(isElsewhere ? url : QString(), tr("QR code of the sign-in page"));
    m_qr->setVisible(isElsewhere);
    m_qrText->setText(isElsewhere ? tr("The QR code opens the same page on another device.")
                                  : tr("This address works on this computer only, so there is no QR code for "
                                       "another device."));
    showOutcome();
}

void OwnBrowser::retranslate()
{
    m_card->setTitle(tr("In your own browser"));
    m_how->setText(tr("Open the sign-in page, press the WeCom button and scan with WeCom on your phone. A "
                      "private window shows "
                      "what new people see."));
    m_open->setLabel(tr("&Open the sign-in page"));
    m_answerCard->setTitle(tr("How did it end?"));
    m_question->setText(tr("The program cannot look into your browser. Choose what you saw last."));
    m_back->setLabel(tr("Use the built-in browser"));
    setAccessibleName(tr("In your own browser"));
    m_newLink->retranslate();
    m_sights->retranslate();
    render();
}

} // namespace ui
