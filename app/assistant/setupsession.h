// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/applier.h"
#include "assistant/rehearsalcontrol.h"
#include "assistant/steps.h"
#include "login/viewer.h"
#include "setup/repository.h"
#include "wecom/api.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace assistant {

// What a session works with; main.cpp, the command line and tests fill it.
struct Services
{
    net::Http *http = nullptr;            // outlives the session
    vault::SecretStorePtr store;          // the system's keychain, or the session-only store
    std::shared_ptr<wecom::TokenKeeper> tokens; // shared by all sessions of a run: it counts wrong Secrets
    std::optional<setup::Repository> repository; // nothing: nothing is saved
    RehearsalControl *rehearsal = nullptr; // in a rehearsal only; outlives the session
};

// What is being done at the moment.
enum class Work { None, Keychain, Nocobase, Wecom, AskingServer, OwnershipFile, LoginPage, EnablingPlugin, Applying, Undoing, TestLogin };

// The one mutable object of the engine: holds the setup, the credentials and what was learned, owns all work that goes on,
// and tells when something changed. Pages, report and command line only render it. Work belongs to the session and goes on
// when the person moves to another page; it is cancelled when its inputs change or the session goes. Nothing here blocks,
// and nothing is written to NocoBase or WeCom except by apply, undo, enablePlugin, setTrustedDomain and setHomepage.
// Every method that asks returns a task that ends once; the outcome is also in facts() and findings().
class SetupSession : public QObject
{
    Q_OBJECT
public:
    SetupSession(Services services, setup::Setup setup, QObject *parent = nullptr);
    ~SetupSession() override;

    const setup::Setup &setup() const { return m_setup; }
    const setup::Credentials &credentials() const { return m_credentials; }
    const setup::Facts &facts() const { return m_facts; }
    const setup::Record &record() const { return m_record; }
    RehearsalControl *rehearsal() const { return m_services.rehearsal; }
    net::Http *http() const { return m_services.http; }
    bool isRehearsal() const { return m_setup.isRehearsal(); }

    // Findings of all steps, in order; recomputed after every change.
    const QList<checks::Finding> &findings() const { return m_findings; }
    QList<checks::Finding> findings(setup::StepId id) const;
    StepState state(setup::StepId id) const;
    bool isConfirmed(setup::StepId id) const;

    // Edits. Saved by themselves a moment later; what is typed is never lost. Facts of other inputs stop counting at once.
    void edit(const std::function<void(setup::Setup &)> &change);
    void setCompanyId(const QString &value);
    void setAgentId(const QString &value);
    void setSecret(const vault::Secret &value);
    void setPassword(const vault::Secret &value);
    void setToken(const vault::Secret &apiKey);
    void confirm(setup::StepId id, bool yes);
    void setOwnershipFile(const QString &fileName);
    void trustCertificate(const net::Pin &pin);

    // Credentials: read from the store at start. Entries that were given for other origins than this setup's are withheld
    // until rebind(): nothing is sent.
    QCoro::Task<net::Result<void>> loadCredentials();
    QCoro::Task<net::Result<void>> saveCredentials(bool alsoToken);
    bool isWithheld() const { return m_withheld; }
    void rebind();
    // Keeps everything in memory for this run only, at the person's wish.
    void useSessionStore();
    bool storeIsPersistent() const { return m_services.store->isPersistent(); }

    // Consent to ask WeCom through the NocoBase server (creates and removes one custom request there).
    bool mayAskServer() const { return m_mayAskServer; }
    void setMayAskServer(bool yes);

    // Looks at everything a step needs, or at all steps. Several calls join the work that is under way.
    QCoro::Task<void> check(setup::StepId id);
    QCoro::Task<void> checkAll();
    QCoro::Task<void> checkKeychain();
    QCoro::Task<void> checkNocobase();
    QCoro::Task<void> checkWecom();
    QCoro::Task<void> askServer();
    QCoro::Task<void> checkOwnershipFile();
    // Opens WeCom's login page for these ids and this origin, as rendered; no scan is needed.
    QCoro::Task<void> checkLoginPage(login::LoginViewer *viewer);

    // Changes on the other side; each only when the person asked for it.
    apply::ChangePlan plan() const;
    QCoro::Task<apply::ApplyResult> apply();
    QCoro::Task<net::Result<void>> undo();
    bool canUndo() const { return !m_record.undo.isEmpty(); }
    QCoro::Task<net::Result<void>> enablePlugin();
    QCoro::Task<net::Result<void>> setTrustedDomain(); // agent/set, then read back
    QCoro::Task<net::Result<void>> setHomepage();
    // "Set it for me" is offered only where agent/get has answered this computer.
    bool canSetForMe() const;
    // Carries out a finding's action (checks/actions.h) that needs no viewer and no further answer from the person.
    QCoro::Task<net::Result<void>> act(checks::Finding finding);

    // A real login in the given browser: opens the sign-in page, presses the authenticator's button, follows every hop,
    // waits for the scan, and asks NocoBase who was signed in. Progress by traceChanged().
    QCoro::Task<login::Outcome> testLogin(login::LoginViewer *viewer);
    void stopTestLogin();
    const login::Trace *trace() const; // of the running or last test login
    // A login made in the person's own browser: true when a new link to a user has appeared since the call before.
    QCoro::Task<net::Result<bool>> lookForNewLink();

    // Addresses for the pages.
    QUrl signInUrl() const;
    QUrl webLoginUrl() const;                        // built by us, for the login page check
    QString homepageLink() const;                    // plain or OAuth, as the options want
    QUrl oauthHomepageUrl(const QString &path) const;
    nocobase::Target target() const;

    bool isBusy() const { return !m_work.isEmpty(); }
    bool isBusy(setup::StepId id) const;
    QList<Work> work() const { return m_work; }

    // Writes the setup file now (also done by itself after edits).
    net::Result<void> saveNow();

signals:
    void changed();                             // setup, credentials, facts or findings
    void workChanged();
    void traceChanged();
    void applyStage(apply::Stage stage);
    void problem(const net::Fault &fault);      // something that belongs to no step: a file that could not be saved
    void brokenFileKept(const QString &path);   // a broken setup file was moved there

private:
    class WorkScope;
    void inputsChanged();
    void renew();
    void remember();
    QString title() const;

    Services m_services;
    setup::Setup m_setup;
    setup::Credentials m_credentials;
    setup::Facts m_facts;
    setup::Record m_record;
    QList<checks::Finding> m_findings;
    QList<Work> m_work;
    QTimer m_saveTimer;
    net::CancelPtr m_nocobaseCancel, m_wecomCancel, m_loginCancel;
    nocobase::ClientPtr m_client; // signed in with today's inputs, or null
    std::unique_ptr<login::Tracer> m_tracer;
    std::optional<QSet<qint64>> m_linkedBefore;
    bool m_mayAskServer = false;
    bool m_withheld = false;
};

} // namespace assistant
