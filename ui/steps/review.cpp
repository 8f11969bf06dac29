// SPDX-License-Identifier: Apache-2.0
#include "steps/review.h"

#include "checks/actions.h"
#include "checks/catalogue.h"
#include "parts/bringintoview.h"
#include "parts/named.h"
#include "shell/language.h"
#include "steps/reviewwords.h"

#include <QButtonGroup>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;
using Kind = apply::ChangePlan::Kind;
using End = apply::ApplyResult::End;

ReviewPage::ReviewPage(assistant::SetupSession *session, QWidget *parent)
    : StepPage(session, setup::StepId::Review, parent)
    , m_obstacle(new MessageBar(u"review.obstacle"_s, this))
    , m_goThere(m_obstacle->addButton(u"go"_s))
    , m_choice(new Card(u"review.choice"_s, this))
    , m_choiceText(new Text(FontRole::Small, Text::Tone::Muted, u"review.choice.about"_s, m_choice))
    , m_candidates(new QButtonGroup(this))
    , m_notEntered(new MessageBar(u"review.not-entered"_s, this))
    , m_enter(m_notEntered->addButton(u"enter"_s))
    , m_table(new BeforeAfterTable(u"review.table"_s, this))
    , m_others(new MessageBar(u"review.others"_s, this))
    , m_kept(new MessageBar(u"review.kept"_s, this))
    , m_result(new MessageBar(u"review.result"_s, this))
    , m_undo(m_result->addButton(u"undo"_s))
    , m_enabling(new EnablingBar(session, u"review.enabling"_s, this))
    , m_layout(new LayoutCard(session, u"review.layout"_s, this))
    , m_questions(new LayoutQuestions(session, u"review.question"_s, this))
    , m_marker(new MessageBar(u"review.marker"_s, this))
    , m_useMarker(m_marker->addButton(u"use"_s))
    , m_removeMarker(m_marker->addButton(u"remove"_s))
    , m_howCard(new Card(u"review.how"_s, this))
    , m_proofCard(new Card(u"review.proof"_s, this))
    , m_checkCard(new Card(u"review.checks"_s, this))
    , m_how(new Timeline(u"review.stages"_s, m_howCard))
    , m_proof(new CheckList(session, setup::StepId::Review, u"review.proved"_s, m_proofCard))
    , m_checks(new CheckList(session, setup::StepId::Review, u"review.check"_s, m_checkCard))
    , m_browser(new MessageBar(u"review.browser"_s, m_proofCard))
    , m_frame(new ViewerFrame(u"review.frame"_s, m_proofCard))
    , m_byHand(new ConfirmBox(session, setup::StepId::Review, u"review.by-hand"_s, m_proofCard))
    , m_askAgain(new LinkButton(u"review.ask-again"_s, m_checkCard))
{
    build();
    for (CheckList *list : {m_proof, m_checks}) {
        list->leaveToPage({QString::fromLatin1(checks::action::showLoginAddress)});
        connect(list, &CheckList::goTo, this, &StepPage::goTo);
        connect(list, &CheckList::actionWanted, this, &ReviewPage::showAddress);
    }
    connect(m_askAgain, &QPushButton::clicked, session, &assistant::SetupSession::forgetLayout);
    connect(m_undo, &QPushButton::clicked, this, &ReviewPage::undo);
    connect(m_useMarker, &QPushButton::clicked, this, [this] { useMarkerRow(true); });
    connect(m_removeMarker, &QPushButton::clicked, this, [this] { useMarkerRow(false); });
    connect(m_goThere, &QPushButton::clicked, this,
            [this] { emit goTo(stepForObstacle(m_plan.impossible)); });
    connect(m_enter, &QPushButton::clicked, this, [this] { emit goTo(setup::StepId::Credentials); });
    connect(m_candidates, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { choose(button->property("authenticator").toString()); });
    connect(session, &assistant::SetupSession::applyStage, this, [this](apply::Stage stage) {
        m_stage = stage;
        showHow();
    });
}

void ReviewPage::build()
{
    m_choice->body()->addWidget(m_choiceText);
    m_howCard->body()->addWidget(m_how);
    m_proofCard->body()->addWidget(m_proof);
    m_proofCard->body()->addWidget(m_browser);
    m_proofCard->body()->addWidget(m_frame);
    m_proofCard->body()->addWidget(m_byHand);
    m_frame->setMinimumHeight(360);
    m_frame->hide();
    m_checkCard->body()->addWidget(m_checks);
    m_checkCard->body()->addWidget(m_askAgain, 0, Qt::AlignLeft);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_obstacle, m_enabling, m_result, m_proofCard, m_layout, m_questions, m_marker, m_choice,
             m_notEntered, m_table, m_others, m_kept, m_howCard, m_checkCard})
        column()->addWidget(part);
}

bool ReviewPage::isApplying() const
{
    const auto work = session()->work();
    return work.contains(assistant::Work::Applying) || work.contains(assistant::Work::Undoing) ||
           work.contains(assistant::Work::EnablingPlugin) || work.contains(assistant::Work::RemovingRow);
}

QString ReviewPage::lead() const
{
    if (m_applied && m_applied->end == End::Ok && !isOutdated())
        return tr("The settings are in NocoBase.");
    if (m_plan.kind == Kind::Nothing && !m_plan.keptFields().isEmpty())
        return tr("What you have entered is in NocoBase already. Not everything is entered yet.");
    if (m_plan.kind == Kind::Nothing && isProving())
        return tr("NocoBase holds these settings already. Nothing has to be changed.");
    if (m_plan.kind == Kind::Impossible)
        return isByHand() ? tr("What you have entered in NocoBase is proven here.")
                          : tr("Nothing has been changed yet.");
    return tr("Nothing has been changed yet. This is what will change in NocoBase.");
}

QString ReviewPage::footerText() const
{
    if (m_plan.changeCount() == 0 || isApplying())
        return StepPage::footerText(); // of the checks that are shown
    if (m_plan.kind == Kind::EnablePlugin)
        return tr("NocoBase restarts for everyone");
    return tr("%1 in %2")
        .arg(tr("%n change(s)", nullptr, m_plan.changeCount()),
             tr("%n authenticator(s)", nullptr, m_plan.authenticatorCount()));
}

QList<checks::Finding> ReviewPage::countedFindings() const
{
    QList<checks::Finding> shown;
    if (!m_proofCard->isHidden())
        shown += m_proof->findings();
    if (!m_checkCard->isHidden())
        shown += m_checks->findings();
    return shown;
}

QString ReviewPage::primaryLabel() const
{
    if (m_plan.kind == Kind::EnablePlugin)
        return tr("&Enable the plugin");
    if (m_plan.kind != Kind::Update && m_plan.kind != Kind::Create)
        return StepPage::primaryLabel();
    return tr("&Apply %n change(s)", nullptr, m_plan.changeCount());
}

bool ReviewPage::primaryEnabled() const
{
    return !isApplying();
}

void ReviewPage::primaryAction()
{
    if (m_plan.kind == Kind::Update || m_plan.kind == Kind::Create)
        apply();
    else if (m_plan.kind == Kind::EnablePlugin)
        enablePlugin();
    else
        emit goNext();
}

// The page says before what it means for others; pressing the button is the answer.
void ReviewPage::enablePlugin()
{
    QCoro::connect(session()->enablePlugin(), this, [this] {
        render();
        emit footerChanged();
    });
}

void ReviewPage::showAddress()
{
    m_addressFault.reset();
    const auto viewer = m_frame->viewer();
    if (!viewer) {
        m_addressFault = viewer.error();
        render();
        return;
    }
    m_frame->show();
    QCoro::connect(session()->showLoginAddress(*viewer), this, [this](const net::Result<void> &shown) {
        if (!shown && shown.error().code != net::FaultCode::Cancelled)
            m_addressFault = shown.error();
        m_frame->close();
        m_frame->hide();
        render();
    });
}

void ReviewPage::useMarkerRow(bool use)
{
    const QString name = markerRow();
    m_removeFault.reset();
    if (use) {
        choose(name);
        return;
    }
    QCoro::connect(session()->removeMarkerRow(name), this, [this](const net::Result<void> &removed) {
        if (!removed)
            m_removeFault = removed.error();
        render();
    });
}

QString ReviewPage::markerRow() const
{
    const auto findings = session()->findings(stepId());
    for (const auto &finding : findings) {
        if (finding.check == u"review.marker"_s)
            return finding.evidence.value(u"name"_s).toString();
    }
    return {};
}

void ReviewPage::apply()
{
    m_applied.reset();
    m_undone.reset();
    m_stage = apply::Stage::Reading;
    QCoro::connect(session()->apply(), this, [this](const apply::ApplyResult &result) {
        m_stage.reset();
        m_applied = result;
        render();
        emit footerChanged();
        bringToTopLater(this); // the result stands there
    });
}

void ReviewPage::undo()
{
    // Pressed again after it was said whose later changes would be lost: then the person wants it.
    const bool isAsked = m_undone && !*m_undone && apply::isLaterChange(m_undone->error());
    m_applied.reset();
    m_undone.reset();
    m_addressFault.reset();
    m_stage = apply::Stage::PuttingBack;
    const auto over = isAsked ? apply::Over::LaterChanges : apply::Over::Untouched;
    QCoro::connect(session()->undo(over), this, [this](const net::Result<void> &result) {
        m_stage.reset();
        m_undone = result;
        render();
        emit footerChanged();
        bringToTopLater(this); // the result stands there
    });
}

void ReviewPage::choose(const QString &name)
{
    session()->edit([&name](setup::Setup &setup) { setup.authenticator.name = name; });
}

void ReviewPage::render()
{
    m_plan = session()->plan();
    m_enabling->render();
    showObstacle();
    showLayout();
    showChoice();
    showTable();
    showHow();
    showResult();
    showChecks();
}

// Filled in by hand: the layout is unknown, and an authenticator is there all the same.
bool ReviewPage::isByHand() const
{
    const auto findings = session()->findings(stepId());
    const bool isThere = std::any_of(findings.begin(), findings.end(), [](const auto &finding) {
        return finding.check == u"review.applied"_s && finding.reason == checks::Reason::OutOfSight;
    });
    return m_plan.impossible == u"layout.unknown"_s && session()->isConfirmed(stepId()) && isThere;
}

// What was written, or filled in by hand, can be looked at.
bool ReviewPage::isProving() const
{
    return m_plan.kind == Kind::Nothing || isByHand();
}

void ReviewPage::retranslate()
{
    m_checkCard->setTitle(tr("Checks"));
    m_proofCard->setTitle(tr("Proof"));
    m_frame->setAccessibleName(tr("NocoBase's sign-in page"));
    m_byHand->setLabel(tr("I have entered the values in NocoBase's own form"));
    m_layout->retranslate();
    m_questions->retranslate();
    m_choice->setTitle(tr("Which authenticator is this setup about?"));
    m_choiceText->setText(tr("NocoBase has several ways to sign in with WeCom. This setup's values are "
                             "written into the one that you choose. The others keep theirs, except for "
                             "automatic login: only one can have it."));
}

} // namespace ui
