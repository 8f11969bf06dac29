// SPDX-License-Identifier: Apache-2.0
#include "parts/card.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

Card::Card(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_title(new Text(FontRole::CardTitle, Text::Tone::Plain, objectName + u".title"_s, this))
{
    setObjectName(objectName);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(17, 14, 17, 15);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_title);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(8);
    m_layout->addLayout(m_body);
    m_title->hide();
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setTitle(const QString &title)
{
    m_title->setOwn(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setFlush()
{
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    m_body->setSpacing(0);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours().line);
    painter.setBrush(colours().card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::cardRadius,
                            metric::cardRadius);
}

} // namespace ui
