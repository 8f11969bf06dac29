// SPDX-License-Identifier: Apache-2.0
#include "parts/phonepicture.h"

#include "parts/motion.h"
#include "parts/named.h"
#include "parts/statusicon.h"
#include "shell/theme.h"

#include <QPainter>
#include <QTimer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int frame = 7, corner = 18, head = 20;
constexpr int scanTime = 1400; // long enough to be seen

} // namespace

PhonePicture::PhonePicture(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_screen(named(new QWidget(this), objectName + u".screen"_s, {}))
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setDuration(scanTime);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_motion, &QVariantAnimation::finished, this, [this] {
        m_scanning = false;
        emit scanned();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QRectF PhonePicture::glass() const
{
    return QRectF(rect()).adjusted(frame, frame + 6, -frame, -frame - 6);
}

void PhonePicture::resizeEvent(QResizeEvent *)
{
    m_screen->setGeometry(glass().toRect().adjusted(6, head, -6, -6));
}

void PhonePicture::setShown(Shows shows)
{
    if (shows == m_shows)
        return;
    m_shows = shows;
    update();
}

void PhonePicture::scan()
{
    if (m_scanning)
        return;
    m_scanning = true;
    if (isMotionWanted()) {
        m_motion.start();
        return;
    }
    update();
    QTimer::singleShot(0, this, [this] {
        m_scanning = false;
        emit scanned();
    });
}

void PhonePicture::paintEvent(QPaintEvent *)
{
    const auto &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.muted, 1.5));
    painter.setBrush(c.rail);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
    painter.setPen(QPen(c.line, 1));
    painter.setBrush(c.window);
    painter.drawRoundedRect(glass(), corner - 7, corner - 7);
    painter.setPen(QPen(c.muted, 2, Qt::SolidLine, Qt::RoundCap)); // the loudspeaker
    painter.drawLine(QPointF(width() / 2.0 - 13, 7), QPointF(width() / 2.0 + 13, 7));
    const QRectF area = glass().adjusted(0, head, 0, -62);
    if (m_shows == Shows::Camera || m_scanning)
        drawCamera(painter, area);
    else
        drawSign(painter, area);
}

// The finder's four corners; the code glides in, and a line runs over it.
void PhonePicture::drawCamera(QPainter &painter, const QRectF &area) const
{
    const auto &c = colours();
    const qreal side = std::min(area.width(), area.height()) - 22;
    const QRectF finder(area.center().x() - side / 2, area.top() + 10, side, side);
    const qreal progress = m_scanning ? (isMotionWanted() ? m_motion.currentValue().toReal() : 1.0) : 0.0;
    painter.save();
    painter.setClipRect(finder);
    if (progress > 0 && !m_code.isNull()) {
        const qreal size = side * (0.45 + 0.4 * progress);
        const QRectF at(finder.center().x() - size / 2 + (1 - progress) * side * 0.7,
                        finder.center().y() - size / 2 - (1 - progress) * side * 0.3, size, size);
        painter.fillRect(at.adjusted(-5, -5, 5, 5), m_code.pixelColor(0, 0)); // its own quiet zone
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(at, m_code);
        painter.setPen(QPen(c.ok, 2));
        const qreal y = finder.top() + finder.height() * std::abs(1 - 2 * progress);
        painter.drawLine(QPointF(finder.left(), y), QPointF(finder.right(), y));
    }
    painter.restore();
    painter.setPen(QPen(c.accent, 3, Qt::SolidLine, Qt::RoundCap));
    const qreal arm = side * 0.18;
    for (const auto &[x, y, dx, dy] :
         {std::tuple(finder.left(), finder.top(), 1, 1), std::tuple(finder.right(), finder.top(), -1, 1),
          std::tuple(finder.left(), finder.bottom(), 1, -1),
          std::tuple(finder.right(), finder.bottom(), -1, -1)}) {
        painter.drawLine(QPointF(x, y), QPointF(x + dx * arm, y));
        painter.drawLine(QPointF(x, y), QPointF(x, y + dy * arm));
    }
}

void PhonePicture::drawSign(QPainter &painter, const QRectF &area) const
{
    const auto &c = colours();
    const qreal size = 44;
    const QRectF at(area.center().x() - size / 2, area.top() + 6, size, size);
    if (m_shows == Shows::Yes)
        drawMark(&painter, at, Mark::Ok);
    else if (m_shows == Shows::No)
        drawMark(&painter, at, Mark::Problem);
    if (m_shows != Shows::Question && m_shows != Shows::Nothing)
        return;
    // The app's own sign.
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_shows == Shows::Question ? c.accent : c.line);
    painter.drawRoundedRect(at, 10, 10);
    painter.setPen(QPen(m_shows == Shows::Question ? c.onAccent : c.muted, 3, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    const auto point = [&at](qreal x, qreal y) {
        return QPointF(at.left() + at.width() * x, at.top() + at.height() * y);
    };
    painter.drawPolyline(QPolygonF({point(0.3, 0.72), point(0.3, 0.28), point(0.7, 0.72), point(0.7, 0.28)}));
}

} // namespace ui
