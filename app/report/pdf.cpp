// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "report/body.h"
#include "report/paper.h"

#include <QBuffer>
#include <QFont>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace report {

namespace {

// What QTextDocument understands of CSS.
QString style()
{
    return uR"(body { color: #1c2430; }
h1 { font-size: 17pt; } h2 { font-size: 13pt; margin-top: 14px; } h3 { font-size: 11pt; margin-top: 10px; margin-bottom: 2px; }
th { text-align: left; color: #5c6878; padding-right: 12px; }
td { padding: 2px 6px 2px 0; }
p { margin: 1px 0; }
.small, .word { color: #5c6878; }
.seen { color: #5c6878; font-size: 7.5pt; }
.address { font-family: monospace; font-size: 7.5pt; }
.state { color: #5c6878; font-size: 9pt; }
.verified { color: #18794e; } .confirmed { color: #18794e; } .attention { color: #8a5a00; }
.rehearsal { background-color: #eaf0ff; }
)"_s;
}

} // namespace

void prepare(QPdfWriter *writer)
{
    writer->setPageSize(QPageSize(QPageSize::A4));
    // QTextDocument::print() keeps two centimetres of its own, and numbers the pages
    writer->setPageMargins(QMarginsF());
    writer->setResolution(150);
}

QFont paperFont(qreal pointSize)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans CJK SC"_s, u"WenQuanYi Micro Hei"_s, u"sans-serif"_s});
    font.setPointSizeF(pointSize);
    return font;
}

void layOut(const Report &report, QTextDocument *document)
{
    document->setDefaultFont(paperFont(9.5));
    document->setDefaultStyleSheet(style());
    document->setHtml(u"<html><body>"_s + bodyOf(report) + u"</body></html>"_s);
}

QByteArray toPdf(const Report &report)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    prepare(&writer);
    writer.setTitle(checks::Catalogue::instance().label(u"report"_s, u"title"_s, report.language));
    writer.setCreator(u"WeCom Setup for NocoBase "_s + report.programVersion);
    QTextDocument document;
    layOut(report, &document);
    document.print(&writer);
    return buffer.data();
}

} // namespace report
