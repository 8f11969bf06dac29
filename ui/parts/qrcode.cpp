// SPDX-License-Identifier: Apache-2.0
#include "parts/qrcode.h"

#include "shell/presentation.h"

#include <qrencode.h>

#include <QPainter>

#include <memory>

namespace ui {

namespace {

constexpr int quietZone = 4; // modules, as the standard asks

} // namespace

QrCode::QrCode(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QImage QrCode::modules(const QString &text)
{
    if (text.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return {};
    QImage image(code->width, code->width, QImage::Format_Mono);
    image.fill(1);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                image.setPixel(x, y, 0);
        }
    }
    return image;
}

void QrCode::setText(const QString &text, const QString &description)
{
    Presentation::instance().say(this, description);
    m_modules = modules(text);
    updateGeometry();
    update();
}

QSize QrCode::sizeHint() const
{
    const int across = m_modules.width() + 2 * quietZone;
    const int side = m_modules.isNull() ? 168 : across * std::max(3, 168 / across);
    return {side, side};
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_modules.isNull())
        return;
    QPainter painter(this);
    const int side = std::min(width(), height());
    const int scale = std::max(1, side / (m_modules.width() + 2 * quietZone));
    const int drawn = scale * m_modules.width();
    const QRect ground((width() - side) / 2, (height() - side) / 2, side, side);
    painter.fillRect(ground, Qt::white);
    const QPoint at(ground.center().x() - drawn / 2, ground.center().y() - drawn / 2);
    for (int y = 0; y < m_modules.height(); ++y) {
        for (int x = 0; x < m_modules.width(); ++x) {
            if (m_modules.pixelIndex(x, y) == 0)
                painter.fillRect(at.x() + x * scale, at.y() + y * scale, scale, scale, Qt::black);
        }
    }
}

} // namespace ui
