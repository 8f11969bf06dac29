// SPDX-License-Identifier: Apache-2.0
#include "parts/playicons.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int side = 16;

void triangle(QPainter &painter, qreal left, qreal width, bool backwards = false)
{
    const qreal tip = backwards ? left : left + width, base = backwards ? left + width : left;
    painter.drawPolygon(QPolygonF({QPointF(base, 3), QPointF(tip, 8), QPointF(base, 13)}));
}

void bar(QPainter &painter, qreal left, qreal width)
{
    painter.drawRect(QRectF(left, 3, width, 10));
}

void draw(QPainter &painter, PlayIcon sign)
{
    switch (sign) {
    case PlayIcon::FromStart:
        bar(painter, 3, 2);
        triangle(painter, 5.5, 8, true);
        break;
    case PlayIcon::Play:
        triangle(painter, 4, 9);
        break;
    case PlayIcon::Pause:
        bar(painter, 4, 3);
        bar(painter, 9, 3);
        break;
    case PlayIcon::Step:
        bar(painter, 3, 2);
        triangle(painter, 6.5, 7);
        break;
    case PlayIcon::Next:
        triangle(painter, 2, 5);
        triangle(painter, 7, 5);
        bar(painter, 12, 2);
        break;
    }
}

} // namespace

QIcon playIcon(PlayIcon sign, const QColor &colour)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap picture(side * scale, side * scale);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        draw(painter, sign);
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace ui
