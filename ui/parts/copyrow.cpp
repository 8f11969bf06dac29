// SPDX-License-Identifier: Apache-2.0
#include "parts/copyrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

CopyRow::CopyRow(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_text(new Text(FontRole::Mono, Text::Tone::Plain, objectName + u".value"_s, this))
    , m_copy(new LinkButton(objectName + u".copy"_s, this))
{
    setObjectName(objectName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    m_text->setMinimumHeight(24);
    m_back.setSingleShot(true);
    m_back.setInterval(2000);
    connect(&m_back, &QTimer::timeout, this, &CopyRow::relabel);
    connect(m_copy, &QPushButton::clicked, this, &CopyRow::copy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    relabel();
}

void CopyRow::setValue(const QString &value, const QString &what, bool sensitive)
{
    m_fetch = {};
    m_value = value;
    m_what = what;
    m_sensitive = sensitive;
    setAccessibleName(what);
    m_copy->setEnabled(!value.isEmpty());
    showValue();
    relabel();
}

void CopyRow::showValue()
{
    const bool known = !m_value.isEmpty();
    m_text->setFont(Theme::font(known ? FontRole::Mono : FontRole::Small));
    m_text->setTone(known ? Text::Tone::Plain : Text::Tone::Muted);
    if (known)
        m_text->setText(m_value);
    else
        m_text->setOwn(tr("Not known yet"));
}

void CopyRow::setHidden(std::function<QString()> fetch, const QString &what, bool present)
{
    setValue(present ? QString(8, u'•') : QString(), what, true);
    if (present)
        m_text->setAccessibleName(tr("hidden"));
    m_fetch = std::move(fetch);
}

void CopyRow::copy()
{
    copyToClipboard(m_fetch ? m_fetch() : m_value, m_sensitive);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(clipboardLife()).count();
    m_copy->setLabel(m_sensitive ? tr("Copied for %n second(s)", nullptr, int(seconds)) : tr("Copied"),
                     m_what.isEmpty() ? QString() : tr("Copied: %1").arg(m_what));
    m_back.start();
}

void CopyRow::relabel()
{
    if (m_back.isActive())
        return;
    m_copy->setLabel(tr("Copy"), m_what.isEmpty() ? QString() : tr("Copy: %1").arg(m_what));
}

void CopyRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours().line);
    painter.setBrush(colours().field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::radius, metric::radius);
}

void CopyRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showValue();
    relabel();
}

} // namespace ui
