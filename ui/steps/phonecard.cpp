// SPDX-License-Identifier: Apache-2.0
#include "steps/phonecard.h"

#include <QHBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using State = assistant::RehearsalControl::PhoneState;

PhoneCard::PhoneCard(assistant::RehearsalControl *control, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_control(control)
    , m_state(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".state"_s, this))
    , m_scan(new Button(Button::Kind::Primary, objectName + u".scan"_s, this))
    , m_agree(new Button(Button::Kind::Primary, objectName + u".agree"_s, this))
    , m_decline(new Button(objectName + u".decline"_s, this))
{
    body()->addWidget(m_state);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_scan);
    row->addWidget(m_agree);
    row->addWidget(m_decline);
    row->addStretch(1);
    body()->addLayout(row);
    const auto press = [this](Button *button, bool (assistant::RehearsalControl::*act)()) {
        connect(button, &QPushButton::clicked, this, [this, act] {
            (m_control->*act)();
            show();
        });
    };
    press(m_scan, &assistant::RehearsalControl::scan);
    press(m_agree, &assistant::RehearsalControl::agree);
    press(m_decline, &assistant::RehearsalControl::decline);
    // The simulated phone has no signal to tell that a page waits for it.
    m_look.setInterval(250);
    connect(&m_look, &QTimer::timeout, this, &PhoneCard::show);
    m_look.start();
    retranslate();
}

bool PhoneCard::hasScanned() const
{
    return m_control->phone() == State::Scanned;
}

void PhoneCard::show()
{
    const State state = m_control->phone();
    const QString text = state == State::Idle        ? tr("No login page is waiting for a phone.")
                         : state == State::PageWaits ? tr("A login page shows its QR code.")
                         : state == State::Scanned   ? tr("Sign in to NocoBase?")
                         : state == State::Agreed    ? tr("Agreed.")
                                                     : tr("Declined.");
    if (m_state->text() != text)
        m_state->setText(text);
    m_scan->setVisible(state != State::Scanned);
    m_scan->setEnabled(state == State::PageWaits);
    m_agree->setVisible(state == State::Scanned);
    m_decline->setVisible(state == State::Scanned);
}

void PhoneCard::retranslate()
{
    setTitle(tr("Rehearsal: the phone of a colleague"));
    m_scan->setLabel(tr("&Scan"));
    m_agree->setLabel(tr("&Agree"));
    m_decline->setLabel(tr("&Decline"));
    show();
}

} // namespace ui
