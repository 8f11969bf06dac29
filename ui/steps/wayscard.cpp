// SPDX-License-Identifier: Apache-2.0
#include "steps/wayscard.h"

#include "setup/ways.h"

namespace ui {

using namespace Qt::StringLiterals;

WaysCard::WaysCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_session(session)
    , m_about(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".about"_s, this))
    , m_trouble(new MessageBar(objectName + u".trouble"_s, this))
    , m_checks(new CheckList(session, setup::StepId::TestLogin, objectName + u".check"_s, this))
    , m_try(new Button(objectName + u".try"_s, this))
{
    m_checks->setNarrow();
    m_checks->leaveAgainToPage([this](const checks::Finding &finding) {
        const auto *way = setup::wayOf(finding.check);
        return m_try->isEnabled() && way && way->page != setup::Way::Page::None;
    });
    body()->addWidget(m_about);
    body()->addWidget(m_trouble);
    body()->addWidget(m_checks);
    body()->addWidget(m_try, 0, Qt::AlignLeft);
    m_trouble->hide();
    connect(m_try, &QPushButton::clicked, this, [this] {
        if (m_session && m_session->loginWays()->isRunning())
            m_session->loginWays()->stop();
        else
            emit wanted({});
    });
    connect(m_checks, &CheckList::againWanted, this,
            [this](const checks::Finding &finding) { emit wanted(finding.check); });
    connect(m_checks, &CheckList::goTo, this, &WaysCard::goTo);
}

bool WaysCard::isWay(const checks::Finding &finding)
{
    return setup::wayOf(finding.check) != nullptr;
}

void WaysCard::setTrouble(const QString &text)
{
    m_trouble->setMessage(MessageBar::Tone::Warning, text);
}

void WaysCard::render()
{
    if (!m_session)
        return;
    const bool running = m_session->loginWays()->isRunning();
    const bool isReady = m_session->canTryWays();
    m_about->setText(isReady
                         ? tr("Only NocoBase's part can be seen here: where it sends people. WeCom answers "
                              "in its own client alone.")
                         : tr("Nothing can be tried yet: Company ID, AgentId and an authenticator are "
                              "needed first."));
    m_try->setEnabled(running || (isReady && !m_session->isBusy(setup::StepId::TestLogin)));
    m_try->setLabel(running ? tr("Stop trying") : tr("Try these"));
    auto findings = m_session->findings(setup::StepId::TestLogin);
    findings.removeIf([](const checks::Finding &finding) { return !isWay(finding); });
    m_checks->setFindings(findings);
    m_checks->setChecking(m_session->loginWays()->trying());
}

void WaysCard::retranslate()
{
    setTitle(tr("Also tried without a phone"));
    render();
}

} // namespace ui
