// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../ui/support.h"

#include <QPointer>

namespace scenes {

// Somebody who goes through the rehearsal with what the window offers: sample values, the simulated console,
// consent, apply, the phone.
class Walker
{
    Q_DISABLE_COPY_MOVE(Walker)
public:
    explicit Walker(const QStringList &faults = {});
    ~Walker(); // waits: what goes on needs the connection, which goes with the stage

    assistant::SetupSession *session() const { return m_stage.session(); }
    ui::MainWindow *window() const { return m_stage.window(); }

    void show(setup::StepId step) const;
    // Does what the page of this step asks for.
    void carryOut(setup::StepId step) const;
    void carryOutUntil(setup::StepId last) const;
    // Looks anew at what belongs to the step, and scrolls to the first row that says what is wrong.
    void lookAgain(setup::StepId step) const;
    // Begins something on this page that takes a while; it is going on when this returns.
    bool begin(setup::StepId step) const;
    void settle() const; // until nothing is going on and everything is painted

    bool press(const QString &objectName) const;

private:
    bool startLogin() const; // until WeCom's page waits for a phone
    void finishLogin() const;
    void bringProblemIntoView(setup::StepId step) const;

    Stage m_stage;
};

} // namespace scenes
