// SPDX-License-Identifier: Apache-2.0
#include "parts/statusicon.h"

#include "shell/desktop.h"
#include "shell/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

void drawTick(QPainter *painter, const QRectF &r, const QColor &colour)
{
    QPainterPath tick;
    tick.moveTo(r.left() + r.width() * 0.29, r.top() + r.height() * 0.52);
    tick.lineTo(r.left() + r.width() * 0.44, r.top() + r.height() * 0.67);
    tick.lineTo(r.left() + r.width() * 0.71, r.top() + r.height() * 0.35);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, r.width() * 0.085, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(tick);
}

void drawCross(QPainter *painter, const QRectF &r, const QColor &colour)
{
    const auto in = r.adjusted(r.width() * 0.34, r.height() * 0.34, -r.width() * 0.34, -r.height() * 0.34);
    painter->setPen(QPen(colour, r.width() * 0.09, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(in.topLeft(), in.bottomRight());
    painter->drawLine(in.topRight(), in.bottomLeft());
}

void drawStroke(QPainter *painter, const QRectF &r, const QColor &colour, bool upsideDown)
{
    painter->setPen(QPen(colour, r.width() * 0.11, Qt::SolidLine, Qt::RoundCap));
    const qreal x = r.center().x();
    const auto y = [&](qreal share) {
        return upsideDown ? r.bottom() - r.height() * share : r.top() + r.height() * share;
    };
    painter->drawLine(QPointF(x, y(0.26)), QPointF(x, y(0.54)));
    painter->drawPoint(QPointF(x, y(0.74)));
}

} // namespace

void drawMark(QPainter *painter, const QRectF &rect, Mark mark, int turn)
{
    const auto &c = colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto disc = [&](const QColor &colour) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(rect);
    };
    const auto ring = [&](const QColor &colour, qreal width) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colour, width));
        painter->drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    };
    switch (mark) {
    case Mark::Ok:
        disc(c.ok);
        drawTick(painter, rect, c.window);
        break;
    case Mark::Confirmed:
        ring(c.ok, 1.5);
        drawTick(painter, rect, c.ok);
        break;
    case Mark::Notice:
        ring(c.accent, 1.5);
        drawStroke(painter, rect, c.accent, true);
        break;
    case Mark::Warning:
        disc(c.warn);
        drawStroke(painter, rect, c.window, false);
        break;
    case Mark::Problem:
        disc(c.bad);
        drawCross(painter, rect, c.window);
        break;
    case Mark::Running:
        painter->setPen(QPen(c.accent, 2, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(rect.adjusted(1, 1, -1, -1), turn * 16, 270 * 16);
        break;
    case Mark::Todo:
        ring(c.muted, 1.5);
        break;
    case Mark::Current:
        ring(c.accent, 5);
        break;
    }
    painter->restore();
}

QString markText(Mark mark)
{
    switch (mark) {
    case Mark::Ok:
        return QCoreApplication::translate("ui::StatusIcon", "Checked");
    case Mark::Confirmed:
        return QCoreApplication::translate("ui::StatusIcon", "Confirmed by you");
    case Mark::Notice:
        return QCoreApplication::translate("ui::StatusIcon", "Note");
    case Mark::Warning:
        return QCoreApplication::translate("ui::StatusIcon", "Warning");
    case Mark::Problem:
        return QCoreApplication::translate("ui::StatusIcon", "Problem");
    case Mark::Running:
        return QCoreApplication::translate("ui::StatusIcon", "Being checked");
    case Mark::Todo:
        return QCoreApplication::translate("ui::StatusIcon", "Not checked");
    case Mark::Current:
        return QCoreApplication::translate("ui::StatusIcon", "Current step");
    }
    return {};
}

StatusIcon::StatusIcon(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    setFixedSize(18, 18);
    setAccessibleName(markText(m_mark));
    m_timer.setInterval(60);
    connect(&m_timer, &QTimer::timeout, this, &StatusIcon::spin);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StatusIcon::setMark(Mark mark)
{
    m_mark = mark;
    setAccessibleName(markText(mark));
    if (mark == Mark::Running && isVisible() && !Desktop::instance().isStill())
        m_timer.start();
    else
        m_timer.stop();
    update();
}

void StatusIcon::spin()
{
    m_turn = (m_turn + 350) % 360;
    update();
}

void StatusIcon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawMark(&painter, rect(), m_mark, m_turn);
}

void StatusIcon::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(markText(m_mark));
}

void StatusIcon::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setMark(m_mark);
}

void StatusIcon::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

} // namespace ui
