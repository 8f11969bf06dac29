// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/beforeafter.h"
#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/confirmbox.h"
#include "parts/messagebar.h"
#include "parts/timeline.h"
#include "shell/steppage.h"
#include "shell/viewerframe.h"
#include "steps/enablingbar.h"
#include "steps/layoutcard.h"
#include "steps/layoutquestions.h"

class QButtonGroup;

namespace ui {

// Step 9: what applying would change, before and after; then applies it, proves it line by line, and can put
// it back. Where the plugin keeps its options is learned here too, if nobody knows.
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

protected:
    QList<checks::Finding> countedFindings() const override; // that are shown

private:
    void build();
    void apply();
    void enablePlugin();
    void undo();
    void showAddress(); // in the embedded browser
    void useMarkerRow(bool use);
    void showTable();
    void showObstacle();
    void showLayout();
    void showChecks();
    bool isByHand() const;
    bool isProving() const;
    bool isOutdated() const;   // what came of the last apply
    QString markerRow() const; // the row with the sample values; "" when there is none
    void showChoice();
    void showHow();
    void showResult();
    void choose(const QString &name);
    bool isApplying() const;

    MessageBar *m_obstacle;
    Button *m_goThere;
    Card *m_choice;
    Text *m_choiceText;
    QButtonGroup *m_candidates;
    MessageBar *m_notEntered;
    Button *m_enter;
    BeforeAfterTable *m_table;
    MessageBar *m_others, *m_kept, *m_result;
    Button *m_undo;
    EnablingBar *m_enabling;
    LayoutCard *m_layout;
    LayoutQuestions *m_questions;
    MessageBar *m_marker;
    Button *m_useMarker, *m_removeMarker;
    Card *m_howCard, *m_proofCard, *m_checkCard;
    Timeline *m_how;
    CheckList *m_proof, *m_checks;
    MessageBar *m_browser;
    ViewerFrame *m_frame;
    ConfirmBox *m_byHand;
    LinkButton *m_askAgain;
    std::optional<net::Fault> m_addressFault, m_removeFault;
    apply::ChangePlan m_plan;
    std::optional<apply::Stage> m_stage;
    std::optional<apply::ApplyResult> m_applied;
    std::optional<net::Result<void>> m_undone;
};

} // namespace ui
