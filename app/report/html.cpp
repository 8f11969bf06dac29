// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "report/body.h"

using namespace Qt::StringLiterals;

namespace report {

namespace {

// One file that looks the same in ten years: no outside fonts, scripts or pictures; always light, since it is
// printed.
QString style()
{
    return uR"(:root { color-scheme: light; }
body { margin: 0; background: #f4f6f9; color: #1c2430; font: 15px/1.5 "Noto Sans", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 820px; margin: 32px auto; padding: 36px 44px; background: #fff; border: 1px solid #e1e6ee; border-radius: 10px; }
h1 { font-size: 25px; margin: 0 0 16px; }
h2 { font-size: 18px; margin: 32px 0 8px; padding-bottom: 6px; border-bottom: 1px solid #e1e6ee; }
h3 { font-size: 15.5px; margin: 22px 0 6px; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: #5c6878; }
.facts { width: auto; }
.facts th { padding: 2px 24px 2px 0; }
.findings td { padding: 7px 8px; vertical-align: top; border-top: 1px solid #eef1f6; }
.findings tr:first-child td { border-top: 0; }
.changes th, .changes td { padding: 6px 8px; border-bottom: 1px solid #e1e6ee; vertical-align: top; overflow-wrap: anywhere; }
.sign { width: 22px; text-align: center; font-weight: 700; }
.ok .sign { color: #18794e; } .notice .sign { color: #2457d6; } .warning .sign { color: #8a5a00; }
.problem .sign { color: #b42318; } .unknown .sign { color: #5c6878; }
.word, .small, .seen { color: #5c6878; }
.small, .seen, .address { margin: 2px 0; font-size: 13.5px; }
.seen { font-size: 12.5px; }
.address { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 12.5px; overflow-wrap: anywhere; }
ol { margin: 2px 0 4px; padding-left: 22px; }
.state { font-size: 12.5px; font-weight: 600; padding: 2px 9px; border-radius: 10px; background: #f4f6f9; color: #5c6878; }
.state.verified { background: #e8f6ee; color: #18794e; }
.state.confirmed { background: #fff; color: #18794e; border: 1px solid #18794e; }
.state.attention { background: #fff4dc; color: #8a5a00; }
.rehearsal { padding: 10px 14px; background: #eaf0ff; border-radius: 8px; }
@media print { body { background: #fff; } main { margin: 0; padding: 0; border: 0; max-width: none; } h3, tr { break-inside: avoid; break-after: auto; } }
)"_s;
}

} // namespace

QByteArray toHtml(const Report &report)
{
    const auto &catalogue = checks::Catalogue::instance();
    const QString language = QString(report.language).replace(u'_', u'-').toHtmlEscaped();
    QString title = catalogue.label(u"report"_s, u"title"_s, report.language);
    if (report.rehearsal)
        title += u" ("_s + catalogue.label(u"report"_s, u"rehearsal"_s, report.language) + u')';
    const QString html =
        u"<!DOCTYPE html>\n<html lang=\""_s + language +
        u"\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s +
        title.toHtmlEscaped() + u"</title>\n<style>\n"_s + style() +
        u"</style>\n</head>\n<body>\n<main>\n"_s + bodyOf(report) + u"</main>\n</body>\n</html>\n"_s;
    return html.toUtf8();
}

} // namespace report
