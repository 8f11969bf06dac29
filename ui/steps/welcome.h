// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/fields.h"
#include "parts/messagebar.h"
#include "shell/steppage.h"
#include "steps/setuplist.h"

class QRadioButton;

namespace ui {

// Step 1: go on with a setup where it was left, begin one, import a hand-over file (it may be dropped here),
// or try the rehearsal; and whether this computer can keep credentials.
class WelcomePage : public StepPage
{
    Q_OBJECT
public:
    WelcomePage(SessionHost *host, QWidget *parent);
    QWidget *initialFocus() const override; // the setup that was looked at last, or a new one's name
    QString primaryLabel() const override;
    void primaryAction() override;
    void onEnter() override;
    void render() override;
    void retranslate() override;

protected:
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildStart();
    void buildSide();
    void listSetups();
    void begin();
    void openFile(const QString &path);
    void chooseFile();
    void told(const net::Result<void> &opened);
    void orderTabs();

    SessionHost *m_host;
    MessageBar *m_message;
    Card *m_new;
    TextField *m_name;
    Button *m_begin;
    Card *m_continue;
    SetupList *m_setups;
    Text *m_openText;
    Button *m_open;
    Card *m_try;
    Text *m_tryText;
    Button *m_rehearse, *m_tour;
    Card *m_languageCard;
    QList<QRadioButton *> m_languages;
    Card *m_computer;
    CheckList *m_checks;
};

} // namespace ui
