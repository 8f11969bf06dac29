// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/tourpreparation.h"
#include "assistant/tourstage.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace ui {

class MainWindow;
class TestLoginPage;

// Shows a tour in the window: a fresh rehearsal for each chapter, made ready as somebody does who follows the
// steps; the test login hop by hop; and the page on which the assistant says what is wrong, at its row. It
// uses the window's pages as a person does.
class TourDirector : public QObject, public assistant::TourStage
{
    Q_OBJECT
public:
    explicit TourDirector(MainWindow *window);

    QCoro::Task<bool> show(assistant::TourChapter chapter, assistant::TourStation station) override;
    void cancel() override { ++m_run; }
    std::optional<checks::Finding> finding(const assistant::TourChapter &chapter) const override;
    void leave() override;
    // While the director itself puts another rehearsal into the window.
    bool isChangingSession() const { return m_changing; }
    bool isPlayedWithoutBrowser() const;

signals:
    void waitsFor(login::TourHop hop); // the login under way, looked at again and again

private:
    QCoro::Task<bool> open(assistant::TourChapter chapter, int run);
    QCoro::Task<bool> playHop(assistant::TourStation station, bool declines, int run);
    QCoro::Task<bool> showFinding(assistant::TourChapter chapter, int run);
    QCoro::Task<bool> showCured(bool triesWays, int run);
    QCoro::Task<bool> tryWays(int run);
    QCoro::Task<bool> makeReady(QString fault, setup::StepId step, int run);
    QCoro::Task<bool> until(std::function<bool()> ready, std::chrono::milliseconds limit, int run);
    void beginLogin();
    void hold(bool on);
    void takeHop(login::TourHop hop, bool declines);
    bool isPast(login::TourHop hop) const;
    bool hasEnded() const;
    void showStep(setup::StepId step);
    void showRow();
    void lookAt(login::TourHop hop);
    QWidget *onPage(const QString &objectName) const;
    assistant::SetupSession *session() const;
    assistant::RehearsalControl *world() const;
    TestLoginPage *loginPage() const;

    MainWindow *m_window;
    QTimer m_look;
    int m_run = 0; // counts what is shown
    bool m_changing = false;
    setup::StepId m_step = setup::StepId::Welcome; // where the finding was shown
    QString m_check;
};

} // namespace ui
