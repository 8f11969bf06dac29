// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "parts/numberedsteps.h"
#include "parts/qrcode.h"
#include "parts/timeline.h"
#include "shell/steppage.h"

namespace ui {

// Step 12: where everything stands, what is left and for whom, the report to keep, what colleagues do first,
// and the file to hand over.
class FinishPage : public StepPage
{
    Q_OBJECT
public:
    FinishPage(assistant::SetupSession *session, QWidget *parent);
    QString footerText() const override;
    QWidget *initialFocus() const override { return m_saveReport; }
    void onEnter() override {} // looks at nothing anew: it sums up
    void render() override;
    void retranslate() override;

private:
    void buildColumn();
    void buildSide();
    void renderStates();
    void renderLeft();
    void checkEverything();
    void copyLeft();
    void saveLeft();
    void saveReminder();
    void saveReport();
    void preview();
    void savePoster();
    void saveHandOver();
    void ask(Card *from, const QString &title, const QString &proposal, const QStringList &filters,
             std::function<QByteArray(const QString &fileName)> content);
    void tell(Card *from, MessageBar::Tone tone, const QString &text);
    void write(Card *from, const QString &fileName, const QByteArray &content);

    Card *m_statesCard, *m_leftCard, *m_reportCard, *m_colleaguesCard, *m_handOverCard;
    Timeline *m_states, *m_left;
    Text *m_again, *m_reportText, *m_handOverText;
    Button *m_checkAll, *m_remind, *m_copyLeft, *m_saveLeft, *m_saveReport, *m_preview, *m_savePoster,
        *m_saveHandOver;
    MessageBar *m_saved;
    NumberedSteps *m_first;
    CopyRow *m_link;
    QrCode *m_qr;
};

} // namespace ui
