// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"
#include "net/exported.h"
#include "setup/ways.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace assistant {

// Tries the ways of logging in (setup/ways.h) that need no phone: opens each in a browser that names itself
// as that way's does, and sees where NocoBase sends people. It ends at WeCom's door: the address is read as
// it is asked for, and the page is left at once, so nothing is signed in, and nothing is said of WeCom's own
// answer. Each way has its own result, time, and stamp of the inputs. It belongs to a SetupSession, which
// keeps what was seen and stops this when its inputs change.
class WECOMSETUP_EXPORT LoginWays : public QObject
{
    Q_OBJECT
public:
    // What a look is made with, asked for anew each time.
    struct Given
    {
        login::ViewerOptions viewer; // the name of the browser is the way's own
        login::Expected expected;
        QUrl signIn, modernSignIn, desktop, mobile;
        QString button;                   // what stands on our authenticator's button
        QString secondName, secondButton; // the same of the other one; empty when there is none
        bool automatic = false;           // NocoBase is to start the login by itself inside WeCom
        QList<setup::Way> ways;           // that this NocoBase has and a browser can try
        setup::Stamp stamp;
    };
    LoginWays(std::function<Given()> given, QObject *parent);
    ~LoginWays() override;

    // All ways, or the one of a check, one after the other; the viewer is closed in the end. Does nothing
    // while another look goes on.
    QCoro::Task<void> tryAll(login::LoginViewer *viewer);
    QCoro::Task<void> tryOne(QString check, login::LoginViewer *viewer);
    void stop();
    bool isRunning() const { return !m_trying.isEmpty(); }
    QString trying() const { return m_trying; } // the check whose way is being tried; empty when none is

signals:
    void tryingChanged();
    void tried(const QString &id, const setup::Seen<setup::WayTried> &what);

private:
    struct Run;
    using RunPtr = std::shared_ptr<Run>;

    QCoro::Task<void> tryThese(QList<setup::Way> ways, login::LoginViewer *viewer);
    QCoro::Task<net::Result<setup::WayTried>> follow(RunPtr run);
    QCoro::Task<void> opensByItself(RunPtr run);
    QCoro::Task<void> press(RunPtr run);
    QCoro::Task<void> reachesWecom(RunPtr run, std::chrono::milliseconds limit);
    void watch(const RunPtr &run);
    void setTrying(const QString &check);

    std::function<Given()> m_given;
    QString m_trying;
    RunPtr m_run;
};

} // namespace assistant
