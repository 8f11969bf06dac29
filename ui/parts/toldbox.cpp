// SPDX-License-Identifier: Apache-2.0
#include "parts/toldbox.h"

#include "parts/fields.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

ToldBox::ToldBox(assistant::SetupSession *session, Source source, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_source(source)
    , m_open(new LinkButton(objectName + u".open"_s, this))
    , m_text(new TextField(objectName + u".text"_s, this))
    , m_said(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".said"_s, this))
{
    setObjectName(objectName);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    column->addWidget(m_said);
    m_text->hide();
    m_said->hide();
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_text->setVisible(!m_text->isVisible());
        if (m_text->isVisible())
            m_text->edit()->setFocus();
    });
    connect(m_text, &TextField::pasted, this, &ToldBox::take);
    connect(m_text, &TextField::finished, this, [this] { take(m_text->text()); });
    relabel();
}

void ToldBox::take(const QString &text)
{
    if (!m_session || text.trimmed().isEmpty())
        return;
    m_text->setText({});
    const QString cause =
        m_source == Source::Console ? m_session->tellConsole(text) : m_session->tellLog(text);
    m_said->setText(cause.isEmpty() ? tr("This message is not known here. Nothing of it was kept.")
                                    : tr("Recognised: see what the checks say now."));
    m_said->show();
}

void ToldBox::relabel()
{
    const bool console = m_source == Source::Console;
    m_open->setLabel(console ? tr("Does WeCom's console show an error?")
                             : tr("Can you read NocoBase's log?"));
    m_text->setLabel(console ? tr("What it says") : tr("The line with WeCom's answer"));
    m_text->setHint(tr("It is looked through for a known cause and not kept."));
}

void ToldBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        relabel();
}

} // namespace ui
