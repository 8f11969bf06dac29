// SPDX-License-Identifier: Apache-2.0
#include "steps/newlinkcard.h"

#include <QApplication>
#include <QEvent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto watchLimit = std::chrono::minutes(10);
constexpr int ticksBetweenLooks = 5; // seconds

} // namespace

NewLinkCard::NewLinkCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_session(session)
    , m_state(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".state"_s, this))
    , m_found(new MessageBar(objectName + u".found"_s, this))
    , m_yes(m_found->addButton(u"yes"_s, Button::Kind::Primary))
    , m_no(m_found->addButton(u"no"_s))
    , m_again(new Button(objectName + u".again"_s, this))
{
    body()->addWidget(m_state);
    body()->addWidget(m_found);
    body()->addWidget(m_again, 0, Qt::AlignLeft);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &NewLinkCard::tick);
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_again, &QPushButton::clicked, this, &NewLinkCard::begin);
    show(State::Idle);
}

void NewLinkCard::expect()
{
    const bool goesOn = m_now == State::Preparing || m_now == State::Watching || m_now == State::Found;
    if (!m_session || (goesOn && (m_now == State::Preparing || m_session->linkWatch()->hasBegun())))
        return;
    begin();
}

// Signs in to NocoBase first, where that was not done in this run.
void NewLinkCard::begin()
{
    show(State::Preparing);
    QCoro::connect(m_session->check(setup::StepId::Nocobase), this, [this] {
        if (!m_session)
            return;
        QCoro::connect(m_session->linkWatch()->begin(), this, [this](const net::Result<void> &begun) {
            m_refused.clear();
            m_limit.setRemainingTime(std::chrono::milliseconds(watchLimit));
            show(begun ? State::Watching : State::CannotSee);
        });
    });
}

void NewLinkCard::tick()
{
    if (m_now != State::Watching)
        return;
    if (m_limit.hasExpired())
        show(State::Over);
    else if (++m_ticks % ticksBetweenLooks == 0)
        look();
    else
        show(State::Watching);
}

void NewLinkCard::look()
{
    if (!m_session || m_looking || m_now != State::Watching)
        return;
    m_looking = true;
    QCoro::connect(m_session->linkWatch()->look(), this,
                   [this](const net::Result<QList<nocobase::LinkedUser>> &users) {
                       m_looking = false;
                       if (users && m_now == State::Watching)
                           found(*users);
                       else if (!users && users.error().code == net::FaultCode::Missing)
                           show(State::CannotSee); // the values were changed meanwhile
                   });
}

void NewLinkCard::found(const QList<nocobase::LinkedUser> &users)
{
    for (const auto &user : users) {
        if (m_refused.contains(user.id))
            continue;
        m_who = user;
        show(State::Found);
        QApplication::alert(window());
        return;
    }
}

void NewLinkCard::answer(bool yes)
{
    if (yes && m_session) {
        m_session->linkWatch()->accept(m_who);
        show(State::Accepted);
        return;
    }
    m_refused.insert(m_who.id);
    show(State::Watching);
}

void NewLinkCard::show(State state)
{
    m_now = state;
    const auto left = std::max<qint64>(0, m_limit.remainingTime()) / 1000;
    const QString clock = u"%1:%2"_s.arg(left / 60).arg(left % 60, 2, 10, QChar(u'0'));
    const QString name = m_who.nickname.isEmpty() ? m_who.username : m_who.nickname;
    QString text;
    switch (state) {
    case State::Idle:
    case State::Preparing:
        text = tr("Looking who is linked to WeCom already…");
        break;
    case State::Watching:
        text = tr("A first login leaves a new link in NocoBase, which is seen here. Watching, %1 left.")
                   .arg(clock);
        break;
    case State::Found:
        text = tr("Somebody's first login has come through.");
        break;
    case State::Accepted:
        text = tr("Seen in NocoBase, and the one you tried: this step is verified.");
        break;
    case State::Over:
        text = tr("No first login was seen in ten minutes. Later logins of the same person leave nothing to "
                  "see.");
        break;
    case State::CannotSee:
        text = tr("NocoBase cannot be asked for new links now. Sign in to it in the step NocoBase, and apply "
                  "the login first.");
        break;
    }
    m_state->setText(text);
    m_found->setMessage(MessageBar::Tone::Ok,
                        state == State::Found
                            ? tr("%1 is linked to WeCom now. Is this the login that you tried?").arg(name)
                            : QString());
    m_again->setVisible(state == State::Over || state == State::CannotSee);
}

void NewLinkCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_second.start();
    expect();
}

void NewLinkCard::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_second.stop();
}

void NewLinkCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && isActiveWindow())
        look(); // back from the browser
}

void NewLinkCard::retranslate()
{
    setTitle(tr("What NocoBase sees"));
    m_yes->setLabel(tr("Yes, that was it"));
    m_no->setLabel(tr("No, somebody else"));
    m_again->setLabel(tr("Watch again"));
    show(m_now);
}

} // namespace ui
