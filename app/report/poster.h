// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace report {

// A page for the notice board or the chat group: how colleagues sign in for the first time.
struct Poster
{
    QString link; // what the code opens
    QImage qr;    // one pixel a module, without a margin
    QString language;
    bool rehearsal = false; // said on the page, since its link leads nowhere
};

QByteArray posterPdf(const Poster &poster); // A4; needs a QGuiApplication

} // namespace report
