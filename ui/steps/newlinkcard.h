// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/card.h"
#include "parts/messagebar.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace ui {

// Watches NocoBase for the new link that a first login leaves, as long as it is shown and ten minutes at
// most, and at once when the window becomes active again. Shows who appeared, and asks whether it is the one:
// any colleague's first login looks the same. Object names: "<name>.state", "<name>.found", ".found.yes",
// ".found.no".
class NewLinkCard : public Card
{
    Q_OBJECT
public:
    NewLinkCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    // A login may begin now: what is linked already is taken, unless a watch goes on.
    void expect();
    void retranslate();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class State { Idle, Preparing, Watching, Found, Accepted, Over, CannotSee };
    void begin();
    void tick();
    void look();
    void found(const QList<nocobase::LinkedUser> &users);
    void answer(bool yes);
    void show(State state);

    QPointer<assistant::SetupSession> m_session;
    Text *m_state;
    MessageBar *m_found;
    Button *m_yes, *m_no, *m_again;
    QTimer m_second;
    QDeadlineTimer m_limit;
    State m_now = State::Idle;
    bool m_looking = false;
    int m_ticks = 0;
    QSet<qint64> m_refused; // somebody else's logins
    nocobase::LinkedUser m_who;
};

} // namespace ui
