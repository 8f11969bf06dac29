// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/buttons.h"

#include <QWidget>

class QBoxLayout;
class QMenu;

namespace ui {

class FlowLayout;
class Text;

// Shown in a rehearsal only: says that it is one and, where the step has something to do in WeCom's console,
// does it in the simulated console at the press of a button ("<name>.perform"). Its menus: "<name>.tour"
// leads into the tour, of a good login and of the faults by subject; "<name>.fault" puts one of the faults in
// force in the rehearsal that is on, to practise with, or takes it off again.
class RehearsalBar : public QWidget
{
    Q_OBJECT
public:
    RehearsalBar(assistant::SetupSession *session, setup::StepId step, bool canPerform,
                 const QString &objectName, QWidget *parent = nullptr);
    // A further button of the page, e.g. to fill in the sample values.
    Button *addButton(const QString &name);
    Button *performButton() const { return m_perform; } // null where there is nothing to do in the console
    QSize minimumSizeHint() const override;

signals:
    void performed();
    void tourWanted(const QString &chapter); // chosen from the menu of the tour

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void perform();
    void relabel();
    void fillTourMenu();
    void fillFaultMenu();
    void practise(const QString &fault); // empty: none
    QString practisedText() const;       // the title of what is in force; empty when nothing is
    QPointer<assistant::SetupSession> m_session;
    setup::StepId m_step;
    QBoxLayout *m_whole;
    FlowLayout *m_controls; // in several lines where it is narrow
    Text *m_text;
    Button *m_perform = nullptr;
    LinkButton *m_tour, *m_fault;
    QMenu *m_tourMenu, *m_faultMenu;
    bool m_done = false;
};

} // namespace ui
