// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/sessionhost.h"

#include <QWidget>

#include <optional>

namespace ui {

class Button;
class MessageBar;

// Closing the window is safe at any time. While something is under way that would leave NocoBase between old
// and new, the person is told what state things are in and asked: close as soon as it is done, close now
// (only where the server finishes on its own), or stay. What only looks at things is cancelled with the
// window.
class CloseGuard : public QObject
{
    Q_OBJECT
public:
    CloseGuard(SessionHost *host, MessageBar *bar, QWidget *window);

    // False: the person was asked; the window closes by itself if that is the answer.
    bool mayClose();
    // True: the session of the test login is being signed out first, since nobody could do it afterwards; the
    // window closes by itself as soon as that is done, or in three seconds.
    bool signsOutFirst();
    void retranslate();

private:
    std::optional<assistant::Work> halfway() const; // what must not be cut off
    bool wentWrong() const;
    void ask(assistant::Work work);
    void render();
    void closeWhenDone();
    void closeNow();
    void stay();
    void look(); // whether that which is waited for has ended

    SessionHost *m_host;
    MessageBar *m_bar;
    QWidget *m_window;
    Button *m_whenDone, *m_now, *m_stay;
    std::optional<assistant::Work> m_asked;
    bool m_waits = false;
    bool m_signedOut = false, m_isSigningOut = false;
    bool m_regardless = false;
};

} // namespace ui
