// SPDX-License-Identifier: Apache-2.0
#include "steps/aftercard.h"

#include "checks/catalogue.h"
#include "parts/bringintoview.h"
#include "shell/language.h"
#include "shell/presentation.h"

#include <qcoro/qcorotask.h>

namespace ui {

using namespace Qt::StringLiterals;
using Stage = assistant::AfterTest::Stage;

namespace {

QString whyNot(const std::optional<net::Fault> &fault)
{
    return fault ? checks::Catalogue::instance().faultText(*fault, Language::instance().code()) : QString();
}

} // namespace

AfterCard::AfterCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_session(session)
{
    m_user = addRow(u"user"_s);
    m_question = new MessageBar(objectName + u".question"_s, this);
    m_yes = m_question->addButton(u"yes"_s);
    m_no = m_question->addButton(u"no"_s, Button::Kind::Primary);
    m_question->setMessage(MessageBar::Tone::Warning, {});
    body()->addWidget(m_question);
    m_signup = addRow(u"signup"_s);
    m_signOut = addRow(u"session"_s);
    connect(m_user.button, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_no, &QPushButton::clicked, this, [this] {
        ask(false);
        m_user.button->setFocus();
    });
    connect(m_yes, &QPushButton::clicked, this, [this] {
        ask(false);
        if (m_session)
            after()->deleteUser();
    });
    connect(m_signup.button, &QPushButton::clicked, this, [this] {
        if (!m_session)
            return;
        m_session->edit([](setup::Setup &setup) { setup.authenticator.autoSignup = false; });
        emit goTo(setup::StepId::Review);
    });
    connect(m_signOut.button, &QPushButton::clicked, this, [this] {
        if (m_session)
            after()->signOut();
    });
    connect(session->loginTest()->afterwards(), &assistant::AfterTest::changed, this, &AfterCard::render);
    retranslate();
}

assistant::AfterTest *AfterCard::after() const
{
    return m_session->loginTest()->afterwards();
}

AfterCard::Row AfterCard::addRow(const QString &name)
{
    Row row;
    row.text = new Text(objectName() + u'.' + name, this);
    row.button = new LinkButton(objectName() + u'.' + name + u".action"_s, this);
    body()->addWidget(row.text);
    body()->addWidget(row.button, 0, Qt::AlignLeft);
    return row;
}

void AfterCard::ask(bool asking)
{
    const auto *after = m_session ? this->after() : nullptr;
    if (!asking || !after || !after->createdUser()) {
        m_question->setMessage(MessageBar::Tone::Warning, {});
        return;
    }
    const auto &user = *after->createdUser();
    m_question->setMessage(MessageBar::Tone::Warning,
                           tr("Delete the user %1 (account %2) from NocoBase? Nobody can sign in as this "
                              "user any more. It is made "
                              "anew when the same person signs in again.")
                               .arg(Presentation::instance().name(user.shownName()),
                                    Presentation::instance().name(user.username)));
    bringIntoViewLater(m_question); // it grows below what was clicked
    m_no->setFocus();
}

void AfterCard::render()
{
    if (!m_session)
        return;
    showUser();
    showSignup();
    showSession();
    setVisible(!m_user.text->isHidden() || !m_signup.text->isHidden() || !m_signOut.text->isHidden());
}

void AfterCard::showUser()
{
    const auto *after = this->after();
    const Stage stage = after->userStage();
    const QString name = after->createdUser() ? after->createdUser()->shownName() : QString();
    m_user.text->setVisible(stage != Stage::None);
    const bool isOffered = stage == Stage::Offered || stage == Stage::Failed;
    m_user.button->setVisible(isOffered);
    if (!isOffered)
        ask(false);
    m_user.text->setTone(stage == Stage::Failed ? Text::Tone::Bad : Text::Tone::Plain);
    m_user.text->setText(stage == Stage::Offered ? tr("This test created the user %1 in NocoBase.").arg(name)
                         : stage == Stage::Working ? tr("Deleting the user %1…").arg(name)
                         : stage == Stage::Done
                             ? tr("The user %1 is deleted; NocoBase was asked once more.").arg(name)
                             : tr("The user %1 was not deleted.").arg(name) + u' ' +
                                   whyNot(after->userFault()));
}

void AfterCard::showSignup()
{
    const bool on = after()->createsUsers();
    m_signup.text->setVisible(on);
    m_signup.button->setVisible(on);
}

void AfterCard::showSession()
{
    const auto *after = this->after();
    const Stage stage = after->sessionStage();
    m_signOut.text->setVisible(stage != Stage::None);
    m_signOut.button->setVisible(after->isSignedIn());
    m_signOut.text->setTone(stage == Stage::Failed ? Text::Tone::Bad : Text::Tone::Plain);
    m_signOut.text->setText(stage == Stage::Offered   ? tr("The test is still signed in to NocoBase.")
                            : stage == Stage::Working ? tr("Signing out…")
                            : stage == Stage::Done
                                ? tr("The test is signed out; NocoBase refuses its session now.")
                                : tr("The test could not be signed out.") + u' ' +
                                      whyNot(after->sessionFault()));
}

void AfterCard::retranslate()
{
    setTitle(tr("After the test"));
    m_user.button->setLabel(tr("Delete this user…"));
    m_yes->setLabel(tr("&Delete the user"));
    m_no->setLabel(tr("&Keep the user"));
    m_signup.text->setText(
        tr("NocoBase creates a user for everybody who signs in with WeCom for the first time."));
    m_signup.button->setLabel(tr("Turn this off: review the change…"));
    m_signOut.button->setLabel(tr("Sign the test out"));
    ask(false);
    render();
}

} // namespace ui
