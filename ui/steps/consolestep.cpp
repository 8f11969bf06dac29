// SPDX-License-Identifier: Apache-2.0
#include "steps/consolestep.h"

#include "wecom/identifiers.h"

namespace ui {

using namespace Qt::StringLiterals;

QString appName(const assistant::SetupSession &session)
{
    const setup::World world{session.setup(), session.credentials(), session.facts()};
    if (const auto *app = world.value(session.facts().agentFromPc, setup::Inputs::WecomApp))
        return app->name;
    if (const auto *app = world.value(session.facts().agentFromServer, setup::Inputs::WecomFromServer))
        return app->name;
    return {};
}

QString domainForConsole(const assistant::SetupSession &session)
{
    auto origin = session.setup().authenticator.origin;
    if (origin.isEmpty())
        origin = setup::originFor(session.setup().nocobase.url);
    return origin.isEmpty() ? QString() : wecom::consoleDomain(QUrl(origin));
}

ConsoleStepPage::ConsoleStepPage(assistant::SetupSession *session, setup::StepId id, int stepCount,
                                 QWidget *parent)
    : StepPage(session, id, parent)
    , m_do(new Card(name(u"do"_s), this))
    , m_path(new ConsolePath(name(u"path"_s), m_do))
    , m_steps(new NumberedSteps(name(u"steps"_s), stepCount, m_do))
    , m_confirm(new ConfirmBox(session, id, name(u"confirm"_s), this))
    , m_checkCard(new Card(name(u"checks"_s), this))
    , m_checks(new CheckList(session, id, name(u"check"_s), m_checkCard))
    , m_console(new ConsoleCard(name(u"console"_s), assistant::step(id).consolePlace, this))
    , m_rehearsal(new RehearsalBar(session, id, true, name(u"rehearsal"_s), this))
{
    m_do->body()->addWidget(m_path);
    m_do->body()->addSpacing(4);
    m_do->body()->addWidget(m_steps);
    m_checkCard->body()->addWidget(m_checks);
    column()->addWidget(m_rehearsal);
    column()->addWidget(m_do);
    column()->addWidget(m_checkCard);
    column()->addWidget(m_confirm);
    side()->addWidget(m_console);
    connect(m_checks, &CheckList::goTo, this, &StepPage::goTo);
}

QString ConsoleStepPage::name(const QString &part) const
{
    return setup::stepName(stepId()) + u'.' + part;
}

QWidget *ConsoleStepPage::initialFocus() const
{
    return m_rehearsal->isHidden() ? m_console->openButton() : m_rehearsal->performButton();
}

ConsoleCard *ConsoleStepPage::addPicture(const QString &part, const QString &place)
{
    auto *card = new ConsoleCard(name(part), place, this);
    card->setOpenShown(false);
    side()->addWidget(card);
    return card;
}

void ConsoleStepPage::render()
{
    m_path->setPlace(assistant::step(stepId()).consolePlace, appName(*session()));
    m_console->setOpenShown(!session()->isRehearsal());
    m_checks->render();
    m_checkCard->setVisible(!session()->findings(stepId()).isEmpty());
    m_confirm->render();
}

void ConsoleStepPage::retranslate()
{
    m_do->setTitle(tr("Do this in the console"));
    m_checkCard->setTitle(tr("Checks"));
}

} // namespace ui
