// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "report/poster.h"
#include "report/reminder.h"
#include "report/todo.h"

#include <QGuiApplication>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using assistant::StepState;
using checks::Severity;
using report::Role;
using setup::StepId;

namespace {

report::StepReport step(StepId id, StepState state, const QString &cause = {},
                        Severity severity = Severity::Problem)
{
    report::StepReport step{id, state, {}};
    if (!cause.isEmpty()) {
        checks::Finding finding;
        finding.step = id;
        finding.cause = cause;
        finding.severity = severity;
        step.findings << finding;
    }
    return step;
}

report::Report reportWith(const QList<report::StepReport> &steps, const QString &language = u"en"_s)
{
    report::Report report;
    report.name = u"CRM"_s;
    report.nocobase = u"https://crm.example.com"_s;
    report.language = language;
    report.steps = steps;
    return report;
}

} // namespace

class TestTodo : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatIsDone()
    {
        const auto report = reportWith(
            {step(StepId::Welcome, StepState::Open), step(StepId::Nocobase, StepState::Verified),
             step(StepId::CallbackDomain, StepState::Confirmed), step(StepId::Finish, StepState::Open)});
        QVERIFY(report::todoOf(report, u"en"_s).isEmpty());
        QVERIFY(report::todoText(report).isEmpty());
    }

    void namesWhoCanDoIt_data()
    {
        QTest::addColumn<StepId>("id");
        QTest::addColumn<Role>("role");
        QTest::newRow("trusted domain") << StepId::TrustedDomain << Role::WecomAdmin;
        QTest::newRow("homepage") << StepId::Homepage << Role::WecomAdmin;
        QTest::newRow("credentials") << StepId::Credentials << Role::WecomAdmin;
        QTest::newRow("nocobase") << StepId::Nocobase << Role::NocobaseAdmin;
        QTest::newRow("review") << StepId::Review << Role::NocobaseAdmin;
        QTest::newRow("test") << StepId::TestLogin << Role::NocobaseAdmin;
    }
    void namesWhoCanDoIt()
    {
        QFETCH(StepId, id);
        QFETCH(Role, role);
        const auto items = report::todoOf(reportWith({step(id, StepState::Open)}), u"en"_s);
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.constFirst().role, role);
        QCOMPARE(items.constFirst().what.size(), 1); // not done yet
        QVERIFY(items.constFirst().todo.isEmpty());
    }

    void saysWhatIsWrongAndWhatToDo()
    {
        const auto items = report::todoOf(
            reportWith({step(StepId::TrustedDomain, StepState::NeedsAttention, u"domain.oauth.empty"_s),
                        step(StepId::TrustedIp, StepState::Open, u"pc.untrusted"_s, Severity::Notice)}),
            u"en"_s);
        QCOMPARE(items.size(), 2);
        QVERIFY(!items.at(0).todo.isEmpty());
        QVERIFY(items.at(0).what != items.at(1).what);
        QVERIFY(items.at(1).todo.isEmpty()); // a notice is nothing to do
    }

    void textIsForBothPeopleInBothLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("first");
        QTest::newRow("en") << u"en"_s << u"NocoBase login"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s << u"用企业微信"_s;
    }
    void textIsForBothPeopleInBothLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QString, first);
        auto report =
            reportWith({step(StepId::Review, StepState::Open),
                        step(StepId::TrustedDomain, StepState::NeedsAttention, u"domain.oauth.empty"_s)},
                       language);
        const QString text = report::todoText(report);
        QVERIFY(text.startsWith(first));
        for (const QString &part :
             {report::roleName(Role::WecomAdmin, u"en"_s), report::roleName(Role::WecomAdmin, u"zh_CN"_s),
              report::roleName(Role::NocobaseAdmin, u"en"_s),
              report::roleName(Role::NocobaseAdmin, u"zh_CN"_s), u"https://crm.example.com"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        QCOMPARE(text.count(u"[ ] "_s), 2);
    }

    void posterIsOnePageThatCanBeScanned()
    {
        const QString pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
        QVERIFY2(!pdftotext.isEmpty(), "poppler-utils is needed");
        QImage code(21, 21, QImage::Format_RGB32);
        code.fill(Qt::black);
        const QByteArray pdf = report::posterPdf({u"https://crm.example.com/admin"_s, code, u"en"_s, false});
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(pdf);
        file.flush();
        QProcess reader;
        reader.start(pdftotext, {file.fileName(), u"-"_s});
        QVERIFY(reader.waitForFinished(20000));
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        QCOMPARE(text.count(u'\f'), 1); // pages
        QVERIFY(text.contains(u"https://crm.example.com/admin"_s));
        QVERIFY(text.contains(u"3."_s));
    }

    // As calendars read it: folded lines, escaped marks, one all-day entry a week later.
    void remindsInAWeek_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }
    void remindsInAWeek()
    {
        QFETCH(QString, language);
        auto report = reportWith({step(StepId::TrustedIp, StepState::Open)}, language);
        report.name = u"CRM, Nord; 企业微信企业微信企业微信企业微信企业微信企业微信"_s;
        report.at = QDateTime(QDate(2026, 11, 24), QTime(8, 0), QTimeZone::utc());
        report.companyId = u"ww9f3c1a7be4d2065a"_s;
        const QDate day = report::checkAgainOn(QDate(2026, 12, 28));
        QCOMPARE(day, QDate(2027, 1, 4));
        const QByteArray ics = report::reminderIcs(report, day);
        for (const QByteArray &line : ics.split('\n')) {
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY(line.size() <= 76);
            QVERIFY(QString::fromUtf8(line).toUtf8() == line); // no character was cut in two
        }
        const QString text = QString::fromUtf8(QByteArray(ics).replace("\r\n ", ""));
        const QStringList lines = text.split(u"\r\n"_s);
        QCOMPARE(lines.first(), u"BEGIN:VCALENDAR"_s);
        QVERIFY(lines.contains(u"DTSTART;VALUE=DATE:20270104"_s));
        QVERIFY(lines.contains(u"DTEND;VALUE=DATE:20270105"_s));
        QVERIFY(lines.contains(u"DTSTAMP:20261124T080000Z"_s));
        QVERIFY(text.contains(u"CRM\\, Nord\\; "_s));
        QVERIFY(text.contains(checks::Catalogue::instance().step(StepId::TrustedIp, language).title));
        QVERIFY(!text.contains(report.companyId));
    }
};

QTEST_MAIN(TestTodo)
#include "tst_todo.moc"
