// SPDX-License-Identifier: Apache-2.0
#include "steps/review.h"

#include "checks/catalogue.h"
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
    , m_candidates(new QButtonGroup(this))
    , m_table(new BeforeAfterTable(u"review.table"_s, this))
    , m_others(new MessageBar(u"review.others"_s, this))
    , m_kept(new MessageBar(u"review.kept"_s, this))
    , m_result(new MessageBar(u"review.result"_s, this))
    , m_undo(m_result->addButton(u"undo"_s))
    , m_howCard(new Card(u"review.how"_s, this))
    , m_checkCard(new Card(u"review.checks"_s, this))
    , m_how(new Timeline(u"review.stages"_s, m_howCard))
    , m_checks(new CheckList(session, setup::StepId::Review, u"review.check"_s, m_checkCard))
{
    m_howCard->body()->addWidget(m_how);
    m_checkCard->body()->addWidget(m_checks);
    for (QWidget *part : std::initializer_list<QWidget *>{m_obstacle, m_result, m_choice, m_table, m_others,
                                                          m_kept, m_howCard, m_checkCard})
        column()->addWidget(part);
    connect(m_checks, &CheckList::goTo, this, &StepPage::goTo);
    connect(m_undo, &QPushButton::clicked, this, &ReviewPage::undo);
    connect(m_goThere, &QPushButton::clicked, this,
            [this] { emit goTo(stepForObstacle(m_plan.impossible)); });
    connect(m_candidates, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { choose(button->property("authenticator").toString()); });
    connect(session, &assistant::SetupSession::applyStage, this, [this](apply::Stage stage) {
        m_stage = stage;
        showHow();
    });
}

bool ReviewPage::isApplying() const
{
    const auto work = session()->work();
    return work.contains(assistant::Work::Applying) || work.contains(assistant::Work::Undoing);
}

QString ReviewPage::lead() const
{
    return m_applied && m_applied->end == End::Ok
               ? tr("The settings are in NocoBase.")
               : tr("Nothing has been changed yet. This is what will change in NocoBase.");
}

QString ReviewPage::footerText() const
{
    if (m_plan.changeCount() == 0)
        return StepPage::footerText();
    return tr("%1 in %2")
        .arg(tr("%n change(s)", nullptr, m_plan.changeCount()),
             tr("%n authenticator(s)", nullptr, m_plan.authenticatorCount()));
}

QString ReviewPage::primaryLabel() const
{
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
    else
        emit goNext();
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
    });
}

void ReviewPage::undo()
{
    // Pressed again after it was said whose later changes would be lost: then the person wants it.
    const bool isAsked = m_undone && !*m_undone && apply::isLaterChange(m_undone->error());
    m_applied.reset();
    m_undone.reset();
    m_stage = apply::Stage::PuttingBack;
    const auto over = isAsked ? apply::Over::LaterChanges : apply::Over::Untouched;
    QCoro::connect(session()->undo(over), this, [this](const net::Result<void> &result) {
        m_stage.reset();
        m_undone = result;
        render();
        emit footerChanged();
    });
}

void ReviewPage::choose(const QString &name)
{
    session()->edit([&name](setup::Setup &setup) { setup.authenticator.name = name; });
}

void ReviewPage::render()
{
    m_plan = session()->plan();
    showObstacle();
    showChoice();
    showTable();
    showHow();
    showResult();
    m_checks->render();
    m_checkCard->setVisible(m_plan.kind != Kind::Impossible && !session()->findings(stepId()).isEmpty());
}

void ReviewPage::showObstacle()
{
    const bool impossible = m_plan.kind == Kind::Impossible && m_plan.impossible != u"choose-authenticator"_s;
    const bool waits = impossible && session()->isBusy(stepId());
    m_obstacle->setMessage(waits ? MessageBar::Tone::Info : MessageBar::Tone::Warning,
                           !impossible ? QString()
                           : waits     ? tr("Looking at NocoBase…")
                                       : obstacleText(m_plan.impossible, Language::instance().code()));
    const auto place = stepForObstacle(m_plan.impossible);
    m_goThere->setVisible(impossible && !waits && place != stepId());
    m_goThere->setLabel(
        tr("Go to: %1").arg(checks::Catalogue::instance().step(place, Language::instance().code()).rail));
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
            auto *radio = new QRadioButton(name, m_choice);
            radio->setObjectName(u"review.choice."_s + name);
            radio->setAccessibleName(name);
            radio->setProperty("authenticator", name);
            m_candidates->addButton(radio);
            m_choice->body()->addWidget(radio);
        }
    }
    const auto now = m_candidates->buttons();
    for (auto *button : now) {
        button->setChecked(button->property("authenticator").toString() == m_plan.authenticator);
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
    }
    m_table->setVisible(!own.isEmpty());
    const QString heading =
        m_plan.kind == Kind::Create ? tr("New authenticator “%1”") : tr("Authenticator “%1”");
    m_table->setChanges(heading.arg(m_plan.authenticator), own, fieldLabel, fieldValue);
    m_others->setMessage(
        MessageBar::Tone::Warning,
        others.isEmpty()
            ? QString()
            : tr("Automatic login is also on for “%1”. Only one can have it, so it will be turned off there.")
                  .arg(others.join(u"”, “"_s)));
    m_kept->setMessage(MessageBar::Tone::Warning, kept.join(u'\n'));
}

void ReviewPage::showHow()
{
    m_howCard->setVisible(m_plan.kind != Kind::Impossible || m_stage);
    m_howCard->setTitle(m_stage ? tr("Being applied") : tr("How it is applied"));
    if (m_stage) {
        m_how->setItems(stageItems(*m_stage));
        return;
    }
    m_how->setItems(
        {{Mark::Ok, tr("The present settings are kept, so Undo can put them back"),
          session()->storeIsPersistent() ? QString()
                                         : tr("There is no keychain: Undo works until this program ends.")},
         {Mark::Ok, tr("After writing, everything is read back and compared"), {}}});
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
    } else if (m_applied) {
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

void ReviewPage::retranslate()
{
    m_checkCard->setTitle(tr("Checks"));
    m_choice->setTitle(tr("Which authenticator is this setup about?"));
}

} // namespace ui
