// SPDX-License-Identifier: Apache-2.0
#include "parts/againbutton.h"

#include "shell/style.h"
#include "shell/theme.h"

#include <QPainter>

namespace ui {

void AgainButton::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

QSize AgainButton::sizeHint() const
{
    const auto whole = LinkButton::sizeHint();
    return m_compact ? QSize(whole.height(), whole.height()) : whole;
}

void AgainButton::paintEvent(QPaintEvent *event)
{
    if (!m_compact) {
        LinkButton::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colour = underMouse() || hasFocus() ? colours().accent : colours().muted;
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF circle(width() / 2.0 - 5, height() / 2.0 - 5, 10, 10);
    painter.drawArc(circle, 60 * 16, 290 * 16);
    const QPointF tip(circle.center().x() + 2.6, circle.top() + 0.7);
    painter.drawPolyline(QPolygonF({tip + QPointF(-0.4, -3.2), tip, tip + QPointF(-3.2, 1.2)}));
    if (hasFocus())
        drawFocusRing(&painter, rect(), 4);
}

} // namespace ui
