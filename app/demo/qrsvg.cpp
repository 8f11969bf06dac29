// SPDX-License-Identifier: Apache-2.0
#include "demo/qrsvg.h"

#include <qrencode.h>

#include <memory>

namespace demo {

QByteArray qrSvg(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return {};
    constexpr int quiet = 4;
    const int side = code->width + 2 * quiet;
    const QByteArray sideText = QByteArray::number(side);
    QByteArray svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + sideText + ' ' + sideText +
        "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"";
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                svg += 'M' + QByteArray::number(x + quiet) + ' ' + QByteArray::number(y + quiet) + "h1v1h-1z";
        }
    }
    return svg + "\" fill=\"#111\"/></svg>";
}

} // namespace demo
