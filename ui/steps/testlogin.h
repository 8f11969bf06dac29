// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/checklist.h"
#include "parts/messagebar.h"
#include "shell/steppage.h"
#include "shell/viewerframe.h"

class QScrollArea;

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
    // Where there is a result to read, nothing below it asks for attention.
    QWidget *initialFocus() const override { return m_checkCard->isHidden() ? m_start : nullptr; }
    void onEnter() override;
    void onLeave() override;
    void render() override;
    void retranslate() override;
    // A test for the tour: where no browser can be shown, the login is played without one.
    void beginForTour();
    bool isPlayedWithoutBrowser() const { return m_frame->hasStandIn(); }

private:
    void buildBrowser();
    void buildSide();
    void begin();
    void playWithoutBrowser();
    void browserFailed(const net::Fault &fault);
    void ended(login::Outcome outcome);
    void useOwn(bool own);
    void showOwn(bool own); // or the frame
    void tryWays(const QString &check);
    void closeBrowser();
    void showTimeline();
    bool isRunning() const;
    void sideMoved(bool below) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool isOwn() const { return m_frame->isHidden(); }
    void fitToRoom();
    void arrangeSide(bool ended);
    void scrollUp();

    // In the order in which the keyboard goes through them.
    Card *m_checkCard;
    CheckList *m_checks;
    AfterCard *m_after;
    ViewerFrame *m_frame;
    Text *m_invitation;
    MessageBar *m_trouble;
    Button *m_start;
    LinkButton *m_own;
    OwnBrowser *m_ownBrowser;
    Button *m_stop;
    WaysCard *m_waysCard;
    PhoneCard *m_phone; // null outside a rehearsal
    LoginCard *m_happened;
    QScrollArea *m_scroll;
    QWidget *m_told;
    QVBoxLayout *m_cards;
    QTimer m_second;
    std::optional<net::Fault> m_browserFault;
    bool m_forTour = false;
};

} // namespace ui
