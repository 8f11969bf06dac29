// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/limits.h"
#include "login/viewer.h"
#include "net/exported.h"
#include "nocobase/client.h"
#include "setup/facts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace assistant {

class AfterTest;

// A real login in a browser, watched: opens NocoBase's sign-in page, presses the authenticator's button,
// follows every hop, waits for the scan, and asks NocoBase who was signed in. The limits are
// login::limitOf's. Where an administrator is signed in, it looks at NocoBase's users before, so that it can
// tell afterwards whether the login has created one (Who::how). It belongs to a SetupSession, which keeps
// what was seen as a fact and cancels the test when its inputs change.
class WECOMSETUP_EXPORT LoginTest : public QObject
{
    Q_OBJECT
public:
    // What a test is made with, asked for anew at its start.
    struct Given
    {
        login::ViewerOptions viewer;
        login::Expected expected;
        QUrl signIn;
        QString button; // what stands on the authenticator's button
        nocobase::Target target;
        nocobase::ClientPtr admin;  // signed in as the administrator, or null
        qint64 authenticatorId = 0; // 0 when there is none yet
        setup::Stamp stamp;         // of the inputs
        std::function<std::chrono::milliseconds(login::Wait)> limit = {}; // instead of login::limitOf
    };
    LoginTest(net::Http *http, std::function<Given()> given, QObject *parent);
    ~LoginTest() override;

    // Ends once, with the outcome that trace() has too; Cancelled when stopped, or when another one begins.
    QCoro::Task<login::Outcome> run(login::LoginViewer *viewer);
    void stop();
    bool isRunning() const { return m_running != nullptr; }
    // While held, no limit runs out: somebody explains what is seen.
    void holdLimits(bool held);
    bool isHeld() const { return m_heldSince.has_value(); }
    // Of the running or last test; null before the first of this run of the program.
    const login::Trace *trace() const;
    // The last one that an earlier run has left behind; null when there is none.
    const login::Trace *remembered() const { return m_remembered ? &*m_remembered : nullptr; }
    void setRemembered(std::optional<login::Trace> trace) { m_remembered = std::move(trace); }
    // The session that the last test has signed in; empty unless it came that far. Kept for this run only.
    vault::Secret sessionToken() const;
    AfterTest *afterwards() const { return m_afterwards; }

signals:
    void changed(); // trace()
    void began();
    // Before the task of run() ends; the stamp is that of the inputs at the beginning.
    void ended(const login::Trace &trace, const setup::Stamp &stamp);

private:
    struct Run;
    using RunPtr = std::shared_ptr<Run>;

    login::Outcome brokenOff() const; // by m_fault
    qint64 patience() const;          // milliseconds in which limits ran
    void watch(const RunPtr &run);
    QCoro::Task<login::Outcome> follow(RunPtr run);
    QCoro::Task<net::Result<bool>> press(RunPtr run);
    QCoro::Task<login::Outcome> reachWecom(RunPtr run);
    QCoro::Task<login::Outcome> lookAt(RunPtr run);
    QCoro::Task<login::Outcome> awaitReturn(RunPtr run);
    QCoro::Task<login::Outcome> awaitSignIn(RunPtr run);
    QCoro::Task<bool> comes(RunPtr run, std::function<bool(const login::Trace &)> what,
                            std::chrono::milliseconds limit);
    QCoro::Task<void> askWho(RunPtr run);

    net::Http *m_http;
    std::function<Given()> m_given;
    RunPtr m_running, m_last; // m_last: also the running one
    std::optional<net::Fault> m_fault;
    AfterTest *m_afterwards;
    std::optional<login::Trace> m_remembered;
    QElapsedTimer m_clock;
    qint64 m_heldFor = 0;
    std::optional<qint64> m_heldSince;
};

} // namespace assistant
