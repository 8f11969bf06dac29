// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace demo {

// A QR code of the text as an SVG picture with a quiet zone; empty when the text is too long for one.
QByteArray qrSvg(const QByteArray &text);

} // namespace demo
