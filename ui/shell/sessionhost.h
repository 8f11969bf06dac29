// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

#include <QObject>

#include <optional>

namespace ui {

// The rehearsal as the window needs it; main.cpp makes one from app/demo. Goes after the session that uses
// it.
class RehearsalSetting
{
public:
    virtual ~RehearsalSetting() = default;
    virtual setup::Setup setup() const = 0; // addresses filled in, as if the person had typed them
    virtual assistant::RehearsalControl *control() const = 0;
    virtual vault::SecretStorePtr store() const = 0; // session-only, or a broken one for the keychain faults
    // What a page offers to fill in, since nobody can look it up.
    virtual setup::Credentials samples() const = 0;
    virtual QString sampleAccount() const = 0;
    virtual QString ownershipFile() const = 0; // that WeCom's console gives out
};
using RehearsalMaker = std::function<std::unique_ptr<RehearsalSetting>(const QStringList &faults)>;

// Owns the one open session and makes another when the person opens a setup, begins a new one or starts the
// rehearsal. There is always a session. Before it changes, aboutToChange() lets go of everything that points
// to it.
class SessionHost : public QObject
{
    Q_OBJECT
public:
    SessionHost(assistant::Services services, RehearsalMaker rehearsal, QObject *parent = nullptr);
    ~SessionHost() override;

    assistant::SetupSession *session() const { return m_open.session.get(); }
    // Nothing was opened yet: the session is a blank one, not saved.
    bool isUntouched() const { return m_open.isUntouched; }
    const RehearsalSetting *rehearsal() const { return m_open.rehearsal.get(); }
    bool canRehearse() const { return bool(m_makeRehearsal); }

    // Where to begin in the session that is open: where the person was last.
    setup::StepId firstStep() const;

    QList<setup::Listed> setups() const;
    net::Result<void> openSetup(const QString &id); // Conflict, as below, while another window has it open
    // A file from elsewhere, such as a hand-over, becomes a setup of its own, and imported() says so; during
    // a rehearsal it waits in the list. BadInput, reason "of-rehearsal", for one that was saved in a
    // rehearsal, and "demo" where nothing is kept.
    net::Result<void> openFile(const QString &path);
    // Opens a copy under a new id and name, for another NocoBase or another app; without credentials and
    // without what was confirmed.
    net::Result<void> duplicate(const QString &id, const QString &name);
    void newSetup(const QString &name);
    void rename(const QString &id, const QString &name); // what fails is told by the open session
    // With its records and what the keychain has of it; the open one is closed first. setupsChanged() or
    // notRemoved() says how it ended.
    void remove(const QString &id);
    // Whether this one of the saved setups is what is open: a rehearsal, whatever it is called, is none.
    bool isOpen(const QString &id) const { return isOf(m_open, id); }
    // False when the simulated servers could not start.
    static QString rehearsalId()
    {
        return QStringLiteral("rehearsal");
    } // of the setup that a rehearsal begins with
    bool startRehearsal(const QStringList &faults);
    // The same for a tour, which plays in rehearsals of its own: what was open before its first one is put
    // aside as it is, and returns with endTour(). Whatever else is opened meanwhile takes its place.
    bool startTour(const QStringList &faults);
    void endTour();

signals:
    void aboutToChange();
    void sessionChanged();
    void imported(const QString &name); // a file from elsewhere, after sessionChanged()
    void setupsChanged();               // one was renamed or removed
    void notRemoved(const QString &name, const net::Fault &fault); // it stays

private:
    struct Opened
    {
        std::unique_ptr<RehearsalSetting> rehearsal; // outlives the session that uses it
        std::unique_ptr<assistant::SetupSession> session;
        bool isUntouched = false;
        std::shared_ptr<QLockFile> lock = {}; // of the setup's file
    };
    Opened untouched() const; // a blank session that is not written anywhere
    static bool isOf(const Opened &opened, const QString &id);
    // What the person has, and not the tour that may play before it.
    const Opened &own() const { return m_aside ? *m_aside : m_open; }
    // Conflict while another window has it open.
    net::Result<Opened> opened(const setup::Setup &setup) const;
    net::Result<std::shared_ptr<QLockFile>> lockOf(const QString &id) const;
    std::optional<Opened> makeRehearsal(const QStringList &faults);
    void replace(Opened opened);
    void open(Opened opened);
    void drop(Opened old);

    assistant::Services m_services;
    vault::SecretStorePtr m_keychain; // also while "only for this run" has another store
    net::Http m_rehearsalHttp{net::Http::Reach::ThisComputer}; // of all rehearsals: nothing else is touched
    RehearsalMaker m_makeRehearsal;
    Opened m_open;
    std::optional<Opened> m_aside; // while a tour goes on
};

} // namespace ui
