// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/checklist.h"
#include "parts/messagebar.h"
#include "shell/steppage.h"
#include "shell/viewerframe.h"

class QScrollArea;
class QStackedWidget;

namespace ui {

class AfterCard;
class LoginCard;
class OwnBrowser;
class PhoneCard;
class WaysCard;

// Step 11: a real login, watched. In the embedded browser every hop is seen; in the person's own one only
// what the person says and, after a first login, the new link that NocoBase has.
class TestLoginPage : public StepPage
{
    Q_OBJECT
public:
    TestLoginPage(assistant::SetupSession *session, QWidget *parent);
    bool stretches() const override { return true; }
    QString footerText() const override;
    QWidget *initialFocus() const override { return m_start; }
    void onEnter() override;
    void onLeave() override;
    void render() override;
    void retranslate() override;
    // A test for the tour: where no browser can be shown, the login is played without one.
    void beginForTour();
    bool isPlayedWithoutBrowser() const { return m_frame->hasStandIn(); }

private:
    void buildBrowser();
    void begin();
    void playWithoutBrowser();
    void browserFailed(const net::Fault &fault);
    void ended(login::Outcome outcome);
    void useOwn(bool own);
    void tryWays(const QString &check);
    void closeBrowser();
    void showTimeline();
    bool isRunning() const;
    void sideMoved(bool below) override;

    QStackedWidget *m_ways;
    QScrollArea *m_scroll;
    QWidget *m_told;
    ViewerFrame *m_frame;
    Text *m_invitation;
    MessageBar *m_trouble;
    Button *m_start, *m_stop;
    LinkButton *m_own;
    OwnBrowser *m_ownBrowser;
    LoginCard *m_happened;
    Card *m_checkCard;
    AfterCard *m_after;
    PhoneCard *m_phone;
    CheckList *m_checks;
    WaysCard *m_waysCard;
    QTimer m_second;
    std::optional<net::Fault> m_browserFault;
    bool m_forTour = false;
};

} // namespace ui
