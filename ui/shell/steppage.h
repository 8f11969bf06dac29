// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

#include <QBoxLayout>
#include <QWidget>

namespace ui {

// The page of one step: two columns under the head that the window draws. A page renders the session and
// decides nothing. Calls: onEnter() each time it is shown; render() after every change of the session (put
// off while the page is not seen) and after retranslate(); retranslate() once after construction (by the
// window, through start()) and after a change of language. Pages are built on first visit and live until the
// setup is closed.
class StepPage : public QWidget
{
    Q_OBJECT
public:
    StepPage(assistant::SetupSession *session, setup::StepId id, QWidget *parent = nullptr);

    setup::StepId stepId() const { return m_id; }
    void start(); // called once by the window, when the page is complete

    virtual QString title() const; // from the catalogue of words
    virtual QString lead() const;
    virtual QString footerText() const;   // default: how many of countedFindings() passed
    virtual QString primaryLabel() const; // default: "Next"
    virtual bool primaryEnabled() const { return true; }
    virtual void primaryAction() { emit goNext(); }
    virtual QWidget *initialFocus() const { return nullptr; } // nullptr: the first that takes the keyboard
    virtual bool stretches() const { return false; }          // true: fills the window where there is room

    // While a tour goes on, which begins by itself what a person would have to begin.
    void setToured(bool toured);

    // Where both do not fit beside each other, what stands beside the main column stands below it.
    void fitInto(int width);

    virtual void onEnter(); // default: starts the step's checks
    virtual void onLeave() {}

    virtual void render() {}
    virtual void retranslate() {}

signals:
    void goNext();
    void goTo(setup::StepId id);
    void tourWanted();    // the tour of the rehearsal, from its beginning
    void footerChanged(); // lead, footerText, primaryLabel or primaryEnabled

protected:
    assistant::SetupSession *session() const { return m_session; }
    QVBoxLayout *column() const { return m_column; }
    bool isToured() const { return m_toured; }
    QVBoxLayout *side(); // made when first asked for
    void setSideWidth(int width);
    virtual QList<checks::Finding> countedFindings() const; // default: those of the step
    virtual void sideMoved(bool below) { Q_UNUSED(below) }  // it stands there now
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void renderAll();
    void nameBoxes();

    QPointer<assistant::SetupSession> m_session;
    setup::StepId m_id;
    QHBoxLayout *m_columns = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_sideBox = nullptr;
    QVBoxLayout *m_side = nullptr;
    int m_sideWidth;
    bool m_sideIsBelow = false;
    QString m_boxName;
    bool m_started = false;
    bool m_toured = false;
    bool m_stale = false; // something changed while the page was not seen
};

} // namespace ui
