// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace ui {

class MainWindow;
class SessionHost;

struct PlayOptions
{
    QString folder;       // what came of it: NN-<step>.png, findings.json, report.html
    QStringList faults;   // of the rehearsal's menu
    bool pictures = true; // false: for measuring, which they would disturb
};

// Walks the real window through the rehearsal unattended, by what a person would use: the rail, the fields
// and buttons of the pages, the phone of the rehearsal. Every wait is bounded. Ends with the command line's
// exit codes: 1 when a problem was found (each is named on standard output), 3 when something was
// unreachable, 2 when the folder cannot be written or the rehearsal cannot start, 0 otherwise.
class Play : public QObject
{
    Q_OBJECT
public:
    Play(MainWindow *window, SessionHost *host, PlayOptions options, QObject *parent = nullptr);

    QCoro::Task<int> run();

    // For main(), before QApplication: where there is no display, Qt's offscreen platform takes its place. It
    // paints widgets and the embedded browser alike.
    static void prepareDisplay();

private:
    QCoro::Task<void> walk();
    QCoro::Task<void> show(setup::StepId id);
    QCoro::Task<void> useSamples(setup::StepId id);
    QCoro::Task<void> useConsole(setup::StepId id);
    QCoro::Task<void> setDomain();
    QCoro::Task<void> lookBack();
    void bringIntoView(setup::StepId id);
    QCoro::Task<void> chooseOptions();
    QCoro::Task<void> applyPlan();
    QCoro::Task<void> signIn();
    QCoro::Task<void> signInElsewhere(); // where no browser is embedded
    QCoro::Task<void> usePhone();
    bool atWecom() const;
    QCoro::Task<bool> until(std::function<bool()> ready, std::chrono::milliseconds limit);
    QCoro::Task<void> quiet(); // until no work has been under way for a moment

    assistant::SetupSession *session() const;
    bool press(const QString &objectName); // false when there is no such button that could be pressed
    bool type(const QString &objectName, const QString &text);
    void shoot(setup::StepId id);
    bool write(const QString &fileName, const QByteArray &content);
    void writeResults();
    int verdict() const;
    void say(const QString &line) const;

    MainWindow *m_window;
    SessionHost *m_host;
    PlayOptions m_options;
    QStringList m_unwritten;
    bool m_applied = false;
};

} // namespace ui
