// SPDX-License-Identifier: Apache-2.0
#include "steps/phonecard.h"

#include "parts/announce.h"
#include "parts/qrcode.h"

#include <QHBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using State = assistant::RehearsalControl::PhoneState;

PhoneCard::PhoneCard(assistant::RehearsalControl *control, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_control(control)
    , m_phone(new PhonePicture(objectName + u".picture"_s, this))
    , m_screen(
          new Text(FontRole::Label, Text::Tone::Plain, objectName + u".screen.text"_s, m_phone->screen()))
    , m_state(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".state"_s, this))
    , m_scan(new Button(Button::Kind::Primary, objectName + u".scan"_s, m_phone->screen()))
    , m_agree(new Button(Button::Kind::Primary, objectName + u".agree"_s, m_phone->screen()))
    , m_decline(new Button(objectName + u".decline"_s, m_phone->screen()))
{
    build();
    m_phone->setCode(QrCode::modules(control->phoneUrl().toString()));
    connect(m_scan, &QPushButton::clicked, this, &PhoneCard::scan);
    connect(m_agree, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_phone, &PhonePicture::scanned, this, [this] {
        m_control->scan();
        show();
    });
    // The simulated phone has no signal to tell that a page waits for it.
    m_look.setInterval(250);
    connect(&m_look, &QTimer::timeout, this, &PhoneCard::show);
    m_look.start();
    retranslate();
}

void PhoneCard::build()
{
    auto *screen = new QVBoxLayout(m_phone->screen());
    screen->setContentsMargins(0, 0, 0, 0);
    screen->setSpacing(6);
    screen->addStretch(1);
    m_screen->setAlignment(Qt::AlignHCenter);
    // To agree is where Scan was: whoever clicks twice does not refuse.
    for (QWidget *part : std::initializer_list<QWidget *>{m_screen, m_decline, m_scan, m_agree})
        screen->addWidget(part);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(m_phone, 0, Qt::AlignTop);
    row->addWidget(m_state, 1, Qt::AlignVCenter);
    body()->addLayout(row);
}

bool PhoneCard::hasScanned() const
{
    return m_control->phone() == State::Scanned;
}

void PhoneCard::scan()
{
    if (m_control->phone() == State::PageWaits)
        m_phone->scan();
    show();
}

void PhoneCard::answer(bool agree)
{
    if (agree)
        m_control->agree();
    else
        m_control->decline();
    show();
}

QString PhoneCard::told(State state) const
{
    switch (state) {
    case State::Idle:
        return tr("No login page is waiting for a phone.");
    case State::PageWaits:
        return tr("A login page shows its QR code. The colleague holds the phone up to it.");
    case State::Scanned:
        return tr("WeCom asks the colleague before anybody is signed in.");
    case State::Agreed:
        return tr("The colleague has agreed. WeCom lets the login page go on.");
    case State::Declined:
        return tr("The colleague has declined. WeCom sends the page back without an approval.");
    case State::NoPermission:
        return tr("The app is not visible to this colleague, so WeCom will not tell NocoBase who it is.");
    case State::Expired:
        return tr("Nobody scanned in time. The page has to be opened anew.");
    }
    return {};
}

void PhoneCard::show()
{
    using Shows = PhonePicture::Shows;
    const State state = m_control->phone();
    const bool scanning = m_phone->isScanning();
    m_phone->setShown(state == State::Idle        ? Shows::Nothing
                      : state == State::PageWaits ? Shows::Camera
                      : state == State::Scanned   ? Shows::Question
                      : state == State::Agreed    ? Shows::Yes
                                                  : Shows::No);
    const QString screen = scanning                       ? tr("Scanning…")
                           : state == State::Idle         ? tr("WeCom")
                           : state == State::Scanned      ? tr("Log in to %1?").arg(m_control->appName())
                           : state == State::Agreed       ? tr("Agreed")
                           : state == State::Declined     ? tr("Declined")
                           : state == State::NoPermission ? tr("You may not use this app")
                           : state == State::Expired      ? tr("The QR code has expired")
                                                          : QString();
    if (m_screen->text() != screen)
        m_screen->setText(screen);
    m_screen->setVisible(!screen.isEmpty());
    showButtons(state == State::PageWaits && !scanning, state == State::Scanned && !scanning);
    const QString text = told(state);
    if (m_state->text() == text)
        return;
    m_state->setText(text);
    m_phone->setAccessibleName(tr("A drawn phone: %1").arg(screen.isEmpty() ? text : screen));
    m_phone->screen()->setAccessibleName(m_phone->accessibleName());
    if (isVisible())
        announce(m_state, text);
}

// The keyboard stays with the phone: what has the focus would pass it on to whatever is next in the window.
void PhoneCard::showButtons(bool scan, bool answer)
{
    const auto hasFocus = [this](const Button *one) { return one->hasFocus(); };
    if ((!scan && hasFocus(m_scan)) || (!answer && (hasFocus(m_agree) || hasFocus(m_decline))))
        m_phone->setFocus(Qt::OtherFocusReason);
    m_scan->setVisible(scan);
    m_agree->setVisible(answer);
    m_decline->setVisible(answer);
    if (m_phone->hasFocus() && (scan || answer))
        (scan ? m_scan : m_agree)->setFocus(Qt::OtherFocusReason);
}

void PhoneCard::retranslate()
{
    setTitle(tr("Rehearsal: the phone of a colleague"));
    m_scan->setLabel(tr("&Scan"));
    m_agree->setLabel(tr("&Agree"));
    m_decline->setLabel(tr("&Cancel"));
    m_state->clear(); // told anew in the new language
    show();
}

} // namespace ui
