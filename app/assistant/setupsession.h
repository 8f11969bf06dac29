// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/applier.h"
#include "assistant/agentundo.h"
#include "assistant/linkwatch.h"
#include "assistant/logintest.h"
#include "assistant/loginways.h"
#include "assistant/rehearsalcontrol.h"
#include "assistant/steps.h"
#include "login/viewer.h"
#include "net/exported.h"
#include "setup/repository.h"
#include "wecom/api.h"

#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace assistant {

// What a session works with; main.cpp, the command line and tests fill it.
struct Services
{
    net::Http *http = nullptr;                   // outlives the session
    vault::SecretStorePtr store;                 // the system's keychain, or the session-only store
    std::shared_ptr<wecom::TokenKeeper> tokens;  // shared by all sessions of a run: it counts wrong Secrets
    std::optional<setup::Repository> repository; // nothing: nothing is saved
    RehearsalControl *rehearsal = nullptr;       // in a rehearsal only; outlives the session
};

// What is being done at the moment.
enum class Work {
    None,
    Keychain,
    Nocobase,
    Wecom,
    AskingServer,
    OwnershipFile,
    LoginPage,
    EnablingPlugin,
    Applying,
    Undoing,
    RemovingRow,
    LoginAddress,
    TestLogin,
    LoginWays
};

// How far switching the plugin on has come.
struct EnableProgress
{
    nocobase::EnableStage stage = nocobase::EnableStage::Asking;
    std::chrono::seconds elapsed{0};
    std::chrono::seconds limit{0};
};

// What has to be there before something can be looked at, and the step where it is given. The catalogue's
// section "lacks" has the sentence.
struct Lack
{
    QString what;
    setup::StepId where = setup::StepId::Welcome;
};

// The one mutable object of the engine: holds the setup, the credentials and what was learned, owns all work
// that goes on, and tells when something changed. Pages, report and command line only render it. Work belongs
// to the session and goes on when the person moves to another page; it is cancelled when its inputs change or
// the session goes. Nothing here blocks, and nothing is written to NocoBase or WeCom except by apply, undo,
// enablePlugin, setTrustedDomain and setHomepage. Every method that asks returns a task that ends once; the
// outcome is also in facts() and findings().
class WECOMSETUP_EXPORT SetupSession : public QObject
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
    Progress progress() const;
    bool isConfirmed(setup::StepId id) const;

    // Edits. Saved by themselves a moment later; what is typed is never lost. Facts of other inputs stop
    // counting at once. The addresses of a rehearsal stay on this computer.
    void edit(const std::function<void(setup::Setup &)> &change);
    void setCompanyId(const QString &value);
    void setAgentId(const QString &value);
    void setSecret(const vault::Secret &value);
    void setPassword(const vault::Secret &value);
    void setToken(const vault::Secret &apiKey);
    void confirm(setup::StepId id, bool yes);
    // The domain ownership file by name, and its content where the person dropped the file itself.
    void setOwnershipFile(const QString &fileName, const QByteArray &content = {});
    void trustCertificate(const net::Pin &pin);
    void distrustCertificate(const net::Pin &pin); // takes the decision back; asks anew
    // What WeCom's console or NocoBase's log said, as the person copied it. It is read for a cause and thrown
    // away; an empty text takes it back. The cause that was recognised, or an empty text.
    QString tellConsole(const QString &said);
    QString tellLog(const QString &said);

    // Credentials: read from the store at start. Entries that were given for other origins than this setup's
    // are withheld until rebind(): nothing is sent.
    QCoro::Task<net::Result<void>> loadCredentials();
    QCoro::Task<net::Result<void>> saveCredentials(bool alsoToken);
    bool isWithheld() const;
    void rebind();
    // Takes a kept API key out of the keychain again; the one in use stays for this run.
    QCoro::Task<net::Result<void>> forgetToken();
    // Keeps everything in memory for this run only, at the person's wish.
    void useSessionStore();
    const vault::SecretStorePtr &store() const { return m_services.store; }
    bool storeIsPersistent() const { return m_services.store->isPersistent(); }

    // Consent to ask WeCom through the NocoBase server (creates and removes one custom request there).
    bool mayAskServer() const { return m_mayAskServer; }
    void setMayAskServer(bool yes);

    // Looks at what a step needs and what has not been seen with today's values; a refused password or Secret
    // is not sent again by this. Several calls join the work that is under way.
    QCoro::Task<void> check(setup::StepId id);
    // Looks anew: at everything a step needs, or at all steps.
    QCoro::Task<void> checkAgain(setup::StepId id);
    QCoro::Task<void> checkAll();
    // Looks anew at what this finding is about, and at nothing else. A finding that only a browser can see is
    // looked at by checkLoginPage() or loginTest().
    QCoro::Task<void> checkAgain(checks::Finding finding);
    bool canCheckAgain(const checks::Finding &finding) const;
    // What keeps it from being looked at; nothing for what can be, and for what nobody looks at from here.
    std::optional<Lack> lackFor(const checks::Finding &finding) const;
    // Single subjects, always anew.
    QCoro::Task<void> checkKeychain();
    bool wasKeychainSilent() const; // it was asked and gave no answer; by now there may be one
    QCoro::Task<void> checkNocobase();
    QCoro::Task<void> checkWecom();
    QCoro::Task<void> askServer();
    QCoro::Task<void> checkOwnershipFile();
    // One quiet look at the authenticators (one request), for somebody who is just saving one in NocoBase's
    // own form; learns from what is there. Does nothing while another look goes on, or without a sign-in.
    QCoro::Task<void> lookForRow();
    // Where the plugin keeps an option, said by the person (apply::layoutQuestions); "" for nowhere.
    // Remembered for this server and this version of the plugin.
    void answerLayout(nocobase::Option option, const QString &pointer);
    void forgetLayout();               // the answers, and what was learned by them: they are asked for anew
    QCoro::Task<void> checkCallback(); // whether NocoBase answers at its callback address
    // Opens WeCom's login page for these ids and this origin, as rendered; no scan is needed.
    QCoro::Task<void> checkLoginPage(login::LoginViewer *viewer);
    // The login address as the sign-in page's own button makes it, where NocoBase does not tell it: opens
    // that page, presses the button and takes the first step to WeCom. Missing: no such button; Timeout: it
    // led nowhere; and the browser's own.
    QCoro::Task<net::Result<void>> showLoginAddress(login::LoginViewer *viewer);
    // The same by the address that NocoBase makes once the options are applied (facts().builtLoginPage).
    QCoro::Task<void> checkBuiltLoginPage(login::LoginViewer *viewer);
    bool canCheckBuiltLoginPage() const; // the authenticator was read back, and NocoBase makes addresses
    // Lets the system ask the person to unlock the keychain; two minutes at most.
    QCoro::Task<void> unlockKeychain();

    // Changes on the other side; each only when the person asked for it.
    apply::ChangePlan plan() const;
    QCoro::Task<apply::ApplyResult> apply();
    // Refused with apply::isLaterChange when somebody has changed since what the apply wrote: then the person
    // decides.
    QCoro::Task<net::Result<void>> undo(apply::Over over = apply::Over::Untouched);
    bool canUndo() const { return !undoRecord().isEmpty(); }
    // Restarts NocoBase for everyone. Should it fail, the reason is in facts().enabling as well.
    QCoro::Task<net::Result<void>> enablePlugin();
    std::optional<EnableProgress> enableProgress() const; // while Work::EnablingPlugin goes on
    // Removes the row with the sample values (nocobase::isMarkerRow), looked at once more right before:
    // Conflict when it is enabled or holds anything else by now. What was learned from it stays.
    QCoro::Task<net::Result<void>> removeMarkerRow(QString name);
    QCoro::Task<net::Result<void>> setTrustedDomain(); // agent/set, then read back
    QCoro::Task<net::Result<void>> setHomepage();
    // Puts back what "Set it for me" replaced in this run; Conflict when WeCom has something else by now.
    QCoro::Task<net::Result<void>> putBack(QString check);
    const AgentUndo &agentUndo() const { return m_agentUndo; }
    // How often this program has set the domain this month; WeCom takes twenty of a company (85004).
    int domainSettingsThisMonth() const;
    // "Set it for me" is offered only where agent/get has answered this computer.
    bool canSetForMe() const;
    // Carries out a finding's action (checks/actions.h) that needs no viewer and no further answer from the
    // person.
    QCoro::Task<net::Result<void>> act(checks::Finding finding);

    // The test login; it lives as long as the session.
    LoginTest *loginTest() const { return m_loginTest; }
    const login::Trace *trace() const; // of the running or last test login

    // The ways of logging in, tried without a phone; what they show is in facts().ways and remembered.
    LoginWays *loginWays() const { return m_loginWays; }
    bool
    canTryWays() const; // Company ID, AgentId and authenticator are known: there is something to compare with
    // A first login in the person's own browser, as NocoBase shows it.
    LinkWatch *linkWatch() const { return m_linkWatch; }
    // What the person saw in their own browser (checks/sights.h); an empty id takes it back. A good end
    // confirms the step.
    void tellSight(const QString &id);

    // Addresses for the pages.
    QUrl signInUrl() const;
    QUrl modernSignInUrl() const; // of the second interface
    // NocoBase's page of authenticators; `modern` is the second interface, which this plugin has from 2.2 on.
    QUrl authenticatorsPage(bool modern) const;
    bool hasModernPages() const;
    QUrl callbackAddress() const; // where WeCom sends people back to
    bool hasIds() const;          // Company ID and AgentId, usable ones
    QUrl webLoginUrl() const;     // built by us, for the login page check
    QString homepageLink() const; // plain or OAuth, as the options want
    QUrl oauthHomepageUrl(const QString &path) const;
    nocobase::Target target() const;

    bool isBusy() const { return !m_work.isEmpty(); }
    bool isBusy(setup::StepId id) const;
    QList<Work> work() const { return m_work; }

    // Remembers where the person is, for the next time this setup is opened.
    void noteStep(setup::StepId id);
    // Writes the setup file now (also done by itself after edits).
    net::Result<void> saveNow();
    // Its setup is about to be removed: nothing is written any more, neither the file nor what is remembered.
    void abandon();

signals:
    void changed(); // setup, credentials, facts or findings
    void workChanged();
    void applyStage(apply::Stage stage);
    void
    problem(const net::Fault &fault); // something that belongs to no step: a file that could not be saved
    void brokenFileKept(const QString &path); // a broken setup file was moved there

private:
    class WorkScope;
    class Flight;
    using Probe = QCoro::Task<void> (SetupSession::*)();

    QCoro::Task<void> joined(Work work, Probe probe);
    QCoro::Task<void> lookAfresh(Work work, Probe probe); // joins nothing that began before
    QCoro::Task<void> landed(Work work);                  // once nothing of it is under way
    QCoro::Task<void> probeKeychain();
    QCoro::Task<void> probeNocobase();
    QCoro::Task<void> probeWecom();
    QCoro::Task<void> probeServer();
    QCoro::Task<void> probeOwnershipFile();
    QCoro::Task<void> askThrough(wecom::CallerPtr caller, vault::Secret token, setup::Stamp stamp);
    QCoro::Task<void> tidyServer();
    void noteLeftOver(bool leftOver);
    void noteServerAddress(const wecom::TrustProbe &probe);
    QCoro::Task<bool> probeHost();    // who is there: version, public list
    QCoro::Task<bool> signIn();       // leaves m_client signed in, or a fault in facts.identity
    QCoro::Task<void> readNocobase(); // identity, plugin, authenticators, layout
    QCoro::Task<void> lookAfterRestart();
    QCoro::Task<void> probeRows(); // what may have changed by a write, and its proof
    QCoro::Task<void> probeStartLink();
    QString provableRow() const; // the authenticator that everybody can sign in by, if it is ours
    QCoro::Task<void> lookAtCutApply();
    struct InputsThen // that an apply was made with
    {
        setup::Stamp host, login, authenticator;
    };
    QCoro::Task<void> takeOver(apply::ApplyResult result, InputsThen stamps);
    void forgetLogins();
    QCoro::Task<net::Result<QUrl>> askStartLink();
    QCoro::Task<net::Result<setup::RenderedLoginPage>> rendered(login::LoginViewer *viewer, QUrl address);
    void noteLoginPage(setup::Fact<setup::RenderedLoginPage> &fact,
                       net::Result<setup::RenderedLoginPage> what, const setup::Stamp &stamp);
    QCoro::Task<void> probeApp(vault::Secret token);
    QCoro::Task<net::Result<vault::Secret>> wecomToken();
    QCoro::Task<net::Result<void>> setAgent(wecom::AgentChange change);
    QCoro::Task<net::Result<void>> setDomain(wecom::AgentChange change);

    template<class T>
    setup::Seen<T> seen(net::Result<T> what, setup::Inputs inputs, setup::Vantage from) const;
    setup::World world() const { return {m_setup, m_credentials, m_facts, &m_record}; }
    std::optional<Lack> lackOfNocobase(bool signIn) const;
    std::optional<Lack> lackOfWecom(bool app) const;
    static QList<Probe> probesFor(const QString &check);
    QList<Probe> probesFor(setup::StepId id) const;
    bool isCurrent(Probe probe) const;
    bool hasAskedServer(const QDateTime &since) const;
    bool isToday(const setup::Stamp &stamp, setup::Inputs inputs) const
    {
        return stamp == setup::stampOf(inputs, m_setup, m_credentials);
    }
    void changeInputs(const std::function<void()> &change);
    void learnLayout();
    std::optional<nocobase::OptionLayout> layoutOfRows() const;
    void noteReadBack();
    net::Result<void> keepUndo(const QJsonObject &undo, bool persistent);
    QStringList wecomOrigins() const;
    QString nocobaseOrigin() const { return net::originOf(m_setup.nocobase.url); }
    QJsonObject undoRecord() const { return m_undoOfThisRun.isEmpty() ? m_record.undo : m_undoOfThisRun; }
    QString layoutOwner() const;
    QString buttonTitle() const; // of our authenticator on the sign-in page
    login::ViewerOptions viewerOptions() const;
    login::Expected expectedLogin() const;
    LoginWays::Given givenToLoginWays() const;
    LinkWatch::Given givenToLinkWatch() const;
    void makeLoginWays();
    void takeWay(const QString &id, const setup::Seen<setup::WayTried> &what);
    LoginTest::Given givenToLoginTest() const;
    void makeLoginTest();
    void renew();
    void remember();
    void forgetRemembered(); // what was seen with other values

    Services m_services;
    setup::Setup m_setup;
    setup::Credentials m_credentials;
    setup::Facts m_facts;
    setup::Record m_record;
    QList<checks::Finding> m_findings;
    QList<Work> m_work;
    AgentUndo m_agentUndo;
    QTimer m_saveTimer;
    net::CancelPtr m_nocobaseCancel, m_wecomCancel;
    nocobase::ClientPtr m_client; // signed in with today's inputs, or null
    setup::Stamp m_clientStamp;
    QMap<Work, std::shared_ptr<Flight>> m_flights;
    LoginWays *m_loginWays = nullptr;
    LinkWatch *m_linkWatch = nullptr;
    LoginTest *m_loginTest = nullptr;
    bool m_mayAskServer = false;
    // Where stored values may be sent; nothing for values that were typed in this run.
    std::optional<QStringList> m_wecomAllowed, m_tokenAllowed;
    QString m_passwordFor; // origin that the password was typed for
    bool m_credentialsLoaded = false;
    bool m_looksForRow = false;
    nocobase::EnableStage m_enableStage = nocobase::EnableStage::Asking;
    QDateTime m_enablingSince;
    QJsonObject m_undoOfThisRun; // of an apply whose kept values only this run has
};

} // namespace assistant
