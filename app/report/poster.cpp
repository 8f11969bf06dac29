// SPDX-License-Identifier: Apache-2.0
#include "report/poster.h"

#include "checks/catalogue.h"
#include "report/paper.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace report {

namespace {

constexpr int qrSide = 620; // pixels in the picture; scaled to the paper by the document

QString word(const QString &key, const Poster &poster)
{
    return checks::Catalogue::instance().label(u"poster"_s, key, poster.language).toHtmlEscaped();
}

// The white margin is part of the code: scanners need it.
QImage paintedCode(const QImage &modules)
{
    const int margin = 4;
    QImage framed(modules.width() + 2 * margin, modules.height() + 2 * margin, QImage::Format_RGB32);
    framed.fill(Qt::white);
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x)
            framed.setPixel(x + margin, y + margin, modules.pixel(x, y));
    }
    const int scale = std::max(1, qrSide / framed.width());
    return framed.scaled(framed.size() * scale, Qt::KeepAspectRatio, Qt::FastTransformation);
}

QString bodyOf(const Poster &poster)
{
    QString html = u"<h1 align=\"center\">"_s + word(u"title"_s, poster) + u"</h1>"_s;
    if (poster.rehearsal)
        html += u"<p align=\"center\">"_s + word(u"rehearsal"_s, poster) + u"</p>"_s;
    html += u"<p align=\"center\"><img src=\"code\" width=\"300\" height=\"300\"></p><ol>"_s;
    for (const QString &step : {u"first"_s, u"second"_s, u"third"_s})
        html += u"<li>"_s + word(step, poster) + u"</li>"_s;
    html += u"</ol><p align=\"center\" class=\"small\">"_s + poster.link.toHtmlEscaped() + u"</p>"_s;
    return html;
}

} // namespace

QByteArray posterPdf(const Poster &poster)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    prepare(&writer);
    writer.setTitle(checks::Catalogue::instance().label(u"poster"_s, u"title"_s, poster.language));
    QTextDocument document;
    document.setDefaultFont(paperFont(13));
    document.setDefaultStyleSheet(
        u"h1 { font-size: 24pt; } li { margin: 8px 0; font-size: 15pt; } .small { color: #5c6878; font-size: 9pt; }"_s);
    document.addResource(QTextDocument::ImageResource, QUrl(u"code"_s), paintedCode(poster.qr));
    document.setHtml(bodyOf(poster));
    document.print(&writer);
    return buffer.data();
}

} // namespace report
