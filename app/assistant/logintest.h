// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"
#include "nocobase/client.h"
#include "setup/facts.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <memory>

namespace assistant {

// A real login in a browser, watched: opens NocoBase's sign-in page, presses the authenticator's button,
// follows every hop, waits for the scan, and asks NocoBase who was signed in. Machine hops get seconds, human
// hops minutes. It belongs to a SetupSession, which keeps what was seen as a fact and cancels the test when
// its inputs change.
class LoginTest : public QObject
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
    };
    LoginTest(net::Http *http, std::function<Given()> given, QObject *parent);
    ~LoginTest() override;

    // Ends once, with the outcome that trace() has too; Cancelled when stopped, or when another one begins.
    QCoro::Task<login::Outcome> run(login::LoginViewer *viewer);
    void stop();
    bool isRunning() const { return m_running != nullptr; }
    // Of the running or last test; null before the first.
    const login::Trace *trace() const;
    // The session that the last test has signed in; empty unless it came that far. Kept for this run only.
    vault::Secret sessionToken() const;

    // A login made in the person's own browser: true when a new link to a user has appeared since the call
    // before. Missing without an administrator's sign-in or without an authenticator.
    QCoro::Task<net::Result<bool>> lookForNewLink();

signals:
    void changed(); // trace()
    void began();
    // Before the task of run() ends; the stamp is that of the inputs at the beginning.
    void ended(const login::Trace &trace, const setup::Stamp &stamp);

private:
    struct Run;
    using RunPtr = std::shared_ptr<Run>;

    void watch(const RunPtr &run);
    QCoro::Task<login::Outcome> follow(RunPtr run);
    QCoro::Task<login::Outcome> reachWecom(RunPtr run);
    QCoro::Task<login::Outcome> awaitSignIn(RunPtr run);
    QCoro::Task<bool> hopComes(RunPtr run, QList<login::HopKind> kinds, std::chrono::milliseconds limit);
    QCoro::Task<void> askWho(RunPtr run);

    net::Http *m_http;
    std::function<Given()> m_given;
    RunPtr m_running, m_last; // m_last: also the running one
    std::optional<QSet<qint64>> m_linkedBefore;
};

} // namespace assistant
