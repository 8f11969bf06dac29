// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/confirmbox.h"
#include "parts/consolecard.h"
#include "parts/consolepath.h"
#include "parts/numberedsteps.h"
#include "parts/rehearsalbar.h"
#include "shell/steppage.h"

namespace ui {

// What the pages about WeCom's console have in common: what to do there, the checks of it, the person's word
// where no machine can see, and the picture of the place at the side.
class ConsoleStepPage : public StepPage
{
    Q_OBJECT
public:
    // stepCount: how many things there are to do.
    ConsoleStepPage(assistant::SetupSession *session, setup::StepId id, int stepCount, QWidget *parent);
    QWidget *initialFocus() const override;
    void render() override;
    void retranslate() override;

protected:
    QString name(const QString &part) const; // "<step>.<part>"
    Card *doCard() const { return m_do; }
    NumberedSteps *instructions() const { return m_steps; }
    CheckList *checkList() const { return m_checks; }
    ConsoleCard *console() const { return m_console; }
    // One more picture under the first, of another place that this step leads to.
    ConsoleCard *addPicture(const QString &part, const QString &place);
    RehearsalBar *rehearsalBar() const { return m_rehearsal; }

private:
    Card *m_do;
    ConsolePath *m_path;
    NumberedSteps *m_steps;
    ConfirmBox *m_confirm;
    Card *m_checkCard;
    CheckList *m_checks;
    ConsoleCard *m_console;
    RehearsalBar *m_rehearsal;
};

// The app's name as WeCom told it; empty when it did not.
QString appName(const assistant::SetupSession &session);
// What belongs into the console's domain fields: the Origin's host, with its port where it is not the usual
// one.
QString domainForConsole(const assistant::SetupSession &session);

} // namespace ui
