// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/beforeafter.h"
#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/messagebar.h"
#include "parts/timeline.h"
#include "shell/steppage.h"

class QButtonGroup;

namespace ui {

// Step 9: what applying would change, before and after; then applies it, says what came of it, and can put it
// back.
class ReviewPage : public StepPage
{
    Q_OBJECT
public:
    ReviewPage(assistant::SetupSession *session, QWidget *parent);
    QString lead() const override;
    QString footerText() const override;
    QString primaryLabel() const override;
    bool primaryEnabled() const override;
    void primaryAction() override;
    void render() override;
    void retranslate() override;

private:
    void apply();
    void undo();
    void showTable();
    void showObstacle();
    void showChoice();
    void showHow();
    void showResult();
    void choose(const QString &name);
    bool isApplying() const;

    MessageBar *m_obstacle;
    Button *m_goThere;
    Card *m_choice;
    QButtonGroup *m_candidates;
    BeforeAfterTable *m_table;
    MessageBar *m_others, *m_kept, *m_result;
    Button *m_undo;
    Card *m_howCard, *m_checkCard;
    Timeline *m_how;
    CheckList *m_checks;
    apply::ChangePlan m_plan;
    std::optional<apply::Stage> m_stage;
    std::optional<apply::ApplyResult> m_applied;
    std::optional<net::Result<void>> m_undone;
};

} // namespace ui
