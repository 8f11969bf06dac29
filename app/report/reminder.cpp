// SPDX-License-Identifier: Apache-2.0
#include "report/reminder.h"

#include "checks/catalogue.h"
#include "report/todo.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace report {

namespace {

constexpr int longestLine = 73; // octets; the standard says 75 with the line's end

QString escaped(QString text)
{
    text.replace(u'\\', u"\\\\"_s);
    text.replace(u';', u"\\;"_s);
    text.replace(u',', u"\\,"_s);
    text.remove(u'\r');
    return text.replace(u'\n', u"\\n"_s);
}

// Folded between characters, never within one.
QByteArray folded(const QString &line)
{
    QByteArray all, current;
    for (const uint unicode : line.toUcs4()) {
        const QByteArray one = QString::fromUcs4(reinterpret_cast<const char32_t *>(&unicode), 1).toUtf8();
        if (current.size() + one.size() > longestLine) {
            all += current + "\r\n";
            current = " ";
        }
        current += one;
    }
    return all + current + "\r\n";
}

} // namespace

QDate checkAgainOn(const QDate &today)
{
    return today.addDays(7);
}

QByteArray reminderIcs(const Report &report, const QDate &day)
{
    const auto &catalogue = checks::Catalogue::instance();
    const auto word = [&](const QString &key) { return catalogue.label(u"report"_s, key, report.language); };
    const QString title = word(u"remindertitle"_s) + u": "_s + report.name;
    QStringList text{word(u"remindertext"_s), report.nocobase};
    for (const TodoItem &item : todoOf(report, report.language))
        text << u"– "_s + item.title;
    const QString of = report.name + report.nocobase + day.toString(Qt::ISODate);
    const auto uid = QCryptographicHash::hash(of.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    const auto date = [](const QDate &of) { return of.toString(u"yyyyMMdd"_s); };
    const QStringList lines{
        u"BEGIN:VCALENDAR"_s,
        u"VERSION:2.0"_s,
        u"PRODID:-//wecom-setup//"_s + report.programVersion + u"//EN"_s,
        u"BEGIN:VEVENT"_s,
        u"UID:"_s + QString::fromLatin1(uid) + u"@wecom-setup"_s,
        u"DTSTAMP:"_s + report.at.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s),
        u"DTSTART;VALUE=DATE:"_s + date(day),
        u"DTEND;VALUE=DATE:"_s + date(day.addDays(1)),
        u"TRANSP:TRANSPARENT"_s, // nobody is busy because of it
        u"SUMMARY:"_s + escaped(title),
        u"DESCRIPTION:"_s + escaped(text.join(u'\n')),
        u"BEGIN:VALARM"_s,
        u"ACTION:DISPLAY"_s,
        u"DESCRIPTION:"_s + escaped(title),
        u"TRIGGER:PT9H"_s,
        u"END:VALARM"_s,
        u"END:VEVENT"_s,
        u"END:VCALENDAR"_s,
    };
    QByteArray ics;
    for (const QString &line : lines)
        ics += folded(line);
    return ics;
}

} // namespace report
