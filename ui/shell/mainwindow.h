// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/sessionhost.h"

#include <QMainWindow>

class QScrollArea;
class QStackedWidget;

namespace ui {

class CloseGuard;
class Footer;
class GuideWindow;
class MessageBar;
class StepPage;
class StepRail;
class Text;
class TourGuide;

// The window: step rail, the page of the current step under its head, and the footer. Pages are built on
// first visit; every step can be reached at any time.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(SessionHost *host, QWidget *parent = nullptr);
    ~MainWindow() override;

    SessionHost *host() const { return m_host; }
    setup::StepId currentStep() const { return m_current; }
    StepPage *page() const; // of the current step
    void showStep(setup::StepId id);
    // A message over the page that belongs to no step, e.g. a file that cannot be opened.
    void tell(const QString &problem);
    // Of the rail: for tests and the unattended walk-through, which use what a person would use.
    StepRail *rail() const { return m_rail; }
    TourGuide *guide() const { return m_guide; }

signals:
    void stepShown(setup::StepId id);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override; // head, page, footer, rail

private:
    void buildPageArea();
    void takeSession();
    void hideNames();
    void dropPages();
    StepPage *pageOf(setup::StepId id);
    void renderHead();
    void renderFooter();
    void renderTitle();
    void checkFonts();
    void showGuide();

    SessionHost *m_host;
    bool m_warnedOfLoss = false; // the setup could not be saved, and the person knows
    StepRail *m_rail;
    QWidget *m_right;
    QWidget *m_head;
    Text *m_kicker;
    QStringList m_savedNames; // by which the saved setups could be known
    Text *m_title;
    Text *m_lead;
    MessageBar *m_message;
    TourGuide *m_guide;
    CloseGuard *m_closing;
    QStackedWidget *m_stack;
    Footer *m_footer;
    GuideWindow *m_manual = nullptr; // made when it is asked for
    QMap<setup::StepId, StepPage *> m_pages;
    setup::StepId m_current = setup::StepId::Welcome;
};

} // namespace ui
