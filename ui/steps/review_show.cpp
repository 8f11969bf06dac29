// SPDX-License-Identifier: Apache-2.0
// What the review page shows of the plan, of what stands in its way, and of what came of it.
#include "steps/review.h"

#include "checks/catalogue.h"
#include "parts/named.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "steps/reviewwords.h"

#include <QButtonGroup>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;
using Kind = apply::ChangePlan::Kind;
using End = apply::ApplyResult::End;

void ReviewPage::showLayout()
{
    const bool unknown = m_plan.impossible == u"layout.unknown"_s && !session()->isBusy(stepId());
    m_layout->setVisible(unknown && !isProving());
    m_layout->render();
    m_questions->render();
    const QString name = markerRow();
    const bool isOurs = !name.isEmpty() && name == m_plan.authenticator;
    QString text;
    if (m_removeFault)
        text = checks::Catalogue::instance().faultText(*m_removeFault, Language::instance().code());
    else if (isOurs)
        text = tr("Learned from “%1”. Applying puts the real values into it. Or remove it, and a new "
                  "authenticator "
                  "is made.")
                   .arg(name);
    else if (!name.isEmpty())
        text = tr("The authenticator “%1” still holds the sample values. Use it for the real ones, or remove "
                  "it.")
                   .arg(name);
    m_marker->setMessage(m_removeFault ? MessageBar::Tone::Problem : MessageBar::Tone::Info,
                         m_plan.kind == Kind::Impossible && !m_removeFault ? QString() : text);
    m_useMarker->setLabel(tr("&Use it"));
    m_useMarker->setVisible(!name.isEmpty() && !isOurs);
    m_removeMarker->setLabel(tr("&Remove it"));
    m_removeMarker->setVisible(!name.isEmpty());
    m_useMarker->setEnabled(!isApplying());
    m_removeMarker->setEnabled(!isApplying());
}

void ReviewPage::showChecks()
{
    static const QStringList proofs{u"review.applied"_s, u"review.enabled"_s,  u"review.public"_s,
                                    u"review.link"_s,    u"review.callback"_s, u"review.state"_s};
    QList<checks::Finding> proof, rest;
    const auto findings = session()->findings(stepId());
    for (const auto &finding : findings) {
        if (finding.check == u"review.marker"_s) // said above, with its buttons
            continue;
        if (isProving() && proofs.contains(finding.check))
            proof.append(finding);
        else if (!proofs.contains(finding.check) || finding.check == u"review.applied"_s ||
                 finding.check == u"review.enabled"_s)
            rest.append(finding);
    }
    m_proof->setFindings(proof);
    m_proofCard->setVisible(!proof.isEmpty());
    m_byHand->render();
    m_byHand->setVisible(isByHand());
    QString trouble;
    if (m_addressFault && m_addressFault->code == net::FaultCode::Missing)
        trouble = tr("The sign-in page shows no button for this authenticator.");
    else if (m_addressFault && m_addressFault->code == net::FaultCode::Timeout)
        trouble = tr("The button on the sign-in page did not lead to WeCom.");
    else if (m_addressFault)
        trouble =
            browserFaultText(*m_addressFault) + u' ' + tr("The test login in your own browser proves it.");
    m_browser->setMessage(MessageBar::Tone::Warning, trouble);
    m_checks->setFindings(rest);
    m_checkCard->setVisible((m_plan.kind != Kind::Impossible || isProving()) && !rest.isEmpty());
    m_askAgain->setVisible(!session()->record().layoutAnswers.isEmpty());
    m_askAgain->setLabel(tr("Ask me again where the plugin keeps its options"));
}

void ReviewPage::showObstacle()
{
    const QString language = Language::instance().code();
    const bool isAsked =
        m_plan.impossible == u"choose-authenticator"_s || m_plan.impossible == u"choose-layout"_s;
    const bool impossible = m_plan.kind == Kind::Impossible && !isAsked && !isProving();
    const bool waits = impossible && session()->isBusy(stepId());
    const auto failed = m_plan.kind == Kind::EnablePlugin || m_plan.impossible == u"plugin.failed"_s
                            ? failureOfPlugin(*session(), language)
                            : QString();
    if (m_enabling->isVisibleTo(this))
        m_obstacle->setMessage(MessageBar::Tone::Info, {});
    else if (!failed.isEmpty())
        m_obstacle->setMessage(MessageBar::Tone::Problem, failed);
    else
        m_obstacle->setMessage(waits ? MessageBar::Tone::Info : MessageBar::Tone::Warning,
                               !impossible ? QString()
                               : waits     ? tr("Looking at NocoBase…")
                                           : obstacleText(m_plan.impossible, language));
    const auto place = stepForObstacle(failed.isEmpty() ? m_plan.impossible : u"plugin.failed"_s);
    m_goThere->setVisible((impossible || !failed.isEmpty()) && !waits && place != stepId());
    m_goThere->setLabel(tr("Go to: %1").arg(checks::Catalogue::instance().step(place, language).rail));
}

// Several WeCom authenticators: only the person knows which one this setup is about.
void ReviewPage::showChoice()
{
    const bool several = m_plan.candidates.size() > 1;
    m_choice->setVisible(several);
    QStringList shown;
    const auto buttons = m_candidates->buttons();
    for (const auto *button : buttons)
        shown << button->property("authenticator").toString();
    if (several && shown != m_plan.candidates) {
        for (auto *button : buttons) {
            m_candidates->removeButton(button);
            button->deleteLater();
        }
        for (const QString &name : std::as_const(m_plan.candidates)) {
            auto *radio = named(new QRadioButton(m_choice), u"review.choice."_s + name, {});
            radio->setProperty("authenticator", name);
            m_candidates->addButton(radio);
            m_choice->body()->addWidget(radio);
        }
    }
    const auto now = m_candidates->buttons();
    for (auto *button : now) {
        const QString name = button->property("authenticator").toString();
        const QString words = candidateText(*session(), name); // an apply changes what it holds
        button->setText(Presentation::instance().shown(words));
        Presentation::instance().say(button, words);
        button->setChecked(name == m_plan.authenticator);
        button->setEnabled(!isApplying());
    }
}

void ReviewPage::showTable()
{
    QList<apply::Change> own;
    QStringList others, kept;
    for (const auto &change : std::as_const(m_plan.changes)) {
        if (change.authenticator != m_plan.authenticator)
            others << change.authenticator;
        else
            own << change;
        if (!change.reason.isEmpty())
            kept << keptText(change);
        if (!change.mended.isEmpty())
            kept << flawText(change);
    }
    m_table->setVisible(!own.isEmpty());
    const QString heading = m_plan.kind == Kind::EnablePlugin ? tr("NocoBase")
                            : m_plan.kind == Kind::Create     ? tr("New authenticator “%1”")
                                                              : tr("Authenticator “%1”");
    m_table->setChanges(m_plan.authenticator.isEmpty() ? heading : heading.arg(m_plan.authenticator), own,
                        fieldLabel, fieldValue);
    m_others->setMessage(
        MessageBar::Tone::Warning,
        m_plan.kind == Kind::EnablePlugin
            ? tr("Enabling the plugin restarts NocoBase for everyone who works in it now; it takes about a "
                 "minute. "
                 "What else changes is shown afterwards. Undo does not switch the plugin off again.")
        : others.isEmpty()
            ? QString()
            : tr("Automatic login is also on for “%1”. Only one can have it, so it will be turned off there.")
                  .arg(others.join(u"”, “"_s)));
    m_kept->setMessage(MessageBar::Tone::Warning, kept.join(u'\n'));
    m_notEntered->setMessage(MessageBar::Tone::Warning, notEnteredText(m_plan));
    m_enter->setLabel(tr("Go to: %1")
                          .arg(checks::Catalogue::instance()
                                   .step(setup::StepId::Credentials, Language::instance().code())
                                   .rail));
}

void ReviewPage::showHow()
{
    const bool changes = m_plan.kind == Kind::Update || m_plan.kind == Kind::Create;
    m_howCard->setVisible(changes || m_stage);
    m_howCard->setTitle(m_stage ? tr("Being applied") : tr("How it is applied"));
    if (m_stage) {
        m_how->setItems(stageItems(*m_stage));
        return;
    }
    m_how->setItems({{Mark::Todo, tr("The present settings are kept, so Undo can put them back"),
                      session()->storeIsPersistent()
                          ? QString()
                          : tr("They are kept for this run only: Undo works until this program "
                               "ends.")},
                     {Mark::Todo, tr("After writing, everything is read back and compared"), {}}});
}

// There are changes to make again, in NocoBase or in what is wished: what was said of an apply was of before.
bool ReviewPage::isOutdated() const
{
    const bool isGood = m_applied && (m_applied->end == End::Unchanged ||
                                      (m_applied->end == End::Ok && m_applied->readBack.equal));
    return isGood && (m_plan.kind == Kind::Update || m_plan.kind == Kind::Create);
}

void ReviewPage::showResult()
{
    const QString language = Language::instance().code();
    MessageBar::Tone tone = MessageBar::Tone::Ok;
    QString text;
    const bool asks = m_undone && !*m_undone && apply::isLaterChange(m_undone->error());
    if (asks) {
        tone = MessageBar::Tone::Warning;
        text = checks::Catalogue::instance().faultText(m_undone->error(), language);
    } else if (m_undone) {
        tone = *m_undone ? MessageBar::Tone::Ok : MessageBar::Tone::Problem;
        text = *m_undone ? tr("Everything is as it was before.")
                         : tr("It could not be put back. %1")
                               .arg(checks::Catalogue::instance().faultText(m_undone->error(), language));
    } else if (m_applied && !isOutdated()) {
        tone = m_applied->end == End::Ok || m_applied->end == End::Unchanged ? MessageBar::Tone::Ok
                                                                             : MessageBar::Tone::Problem;
        text = resultText(*m_applied, language);
    } else if (session()->canUndo() && !isApplying()) {
        tone = MessageBar::Tone::Info;
        text = tr("What was there before the last apply is kept.");
    }
    m_result->setMessage(tone, text);
    m_undo->setVisible(session()->canUndo() && !isApplying());
    m_undo->setLabel(asks ? tr("&Undo anyway") : tr("&Undo"));
}

} // namespace ui
