// SPDX-License-Identifier: Apache-2.0
#include "parts/confirmbox.h"

#include "parts/mnemonic.h"
#include "parts/text.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

ConfirmBox::ConfirmBox(assistant::SetupSession *session, setup::StepId step, const QString &objectName,
                       QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_step(step)
    , m_box(new QCheckBox(this))
    , m_hint(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".hint"_s, this))
{
    setObjectName(objectName);
    m_box->setObjectName(objectName + u".box"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 0, 2, 0);
    layout->setSpacing(2);
    layout->addWidget(m_box);
    m_hint->setContentsMargins(26, 0, 0, 0);
    layout->addWidget(m_hint);
    connect(m_box, &QCheckBox::clicked, this, [this](bool yes) {
        if (m_session)
            m_session->confirm(m_step, yes);
    });
    relabel();
}

void ConfirmBox::setLabel(const QString &label)
{
    m_label = label;
    relabel();
}

void ConfirmBox::render()
{
    if (!m_session)
        return;
    const bool confirmed = m_session->isConfirmed(m_step);
    m_box->setChecked(confirmed);
    // What a machine has seen needs nobody's word.
    const bool isSeen = m_session->state(m_step) == assistant::StepState::Verified;
    setVisible(!isSeen && (confirmed || assistant::isConfirmable(m_step, m_session->findings(m_step))));
}

void ConfirmBox::relabel()
{
    const auto label = m_label.isEmpty() ? tr("&I did this in the console") : m_label;
    ui::setLabel(m_box, label);
    setAccessibleName(m_box->accessibleName());
    m_hint->setText(tr("Your word counts for what has not been checked here. The test login proves it."));
    m_box->setAccessibleDescription(m_hint->text());
}

void ConfirmBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        relabel();
}

} // namespace ui
