// SPDX-License-Identifier: Apache-2.0
#include "../checks/worlds.h"

#include "checks/catalogue.h"
#include "login/stages.h"
#include "report/report.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace worlds;

namespace {

apply::ChangePlan plan()
{
    apply::ChangePlan plan;
    plan.kind = apply::ChangePlan::Kind::Update;
    plan.authenticator = u"wecom"_s;
    plan.id = 4;
    plan.changes = {{u"wecom"_s, u"title"_s, u"WeCom"_s, u"WeCom"_s, false, false, {}, {}, {}},
                    {u"wecom"_s, u"agentId"_s, u"1000002"_s, u"1000004"_s, false, true, {}, {}, {}},
                    {u"wecom"_s, u"secret"_s, u"CANARYold"_s, u"CANARYnew"_s, true, true, {}, {}, {}}};
    return plan;
}

report::Report reportOf(const TestWorld &world, const QString &language)
{
    report::Report report;
    report.name = u"CRM <b>&\"x\""_s;
    report.nocobase = world.setup.nocobase.url.toString();
    report.companyId = world.credentials.companyId;
    report.agentId = world.credentials.agentId;
    report.authenticator = u"wecom"_s;
    report.rehearsal = world.setup.isRehearsal();
    report.at = noon;
    report.language = language;
    report.programVersion = u"0.1.0"_s;
    const auto findings = world.findings();
    for (const assistant::Step &step : assistant::steps()) {
        QList<Finding> own;
        for (const Finding &finding : findings) {
            if (finding.step == step.id)
                own.append(finding);
        }
        report.steps.append({step.id, assistant::stateOf(step.id, findings, false), own});
    }
    report.plan = plan();
    if (world.facts.testLogin)
        report.trace = *world.facts.testLogin->what;
    return report;
}

TestWorld troubled()
{
    TestWorld w = healthy();
    w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(u"old-crm.example.com"_s), Inputs::WecomApp);
    login::Trace failed = trace(login::Outcome::PluginSentence, u"Failed to get userid"_s);
    failed.hops.append({login::HopKind::SignInError,
                        QUrl(u"https://crm.example.com/signin?error=x&token=CANARYTOKEN"_s), noon, 200,
                        false});
    failed.hops.append(
        {login::HopKind::Callback,
         QUrl(u"https://crm.example.com/api/wecom:redirect?code=CANARYCODE&state=CANARYSTATE"_s), noon, 302,
         true});
    w.facts.trustFromServer.reset();
    w.put<login::Trace>(w.facts.testLogin, failed, Inputs::Login, Vantage::Browser);
    return w;
}

// Well-formed, apart from the HTML doctype and void tags that XML wants closed.
QString whyNotWellFormed(QByteArray html)
{
    html.replace("<meta charset=\"utf-8\">", "")
        .replace("<meta name=\"viewport\" content=\"width=device-width\">", "");
    QXmlStreamReader reader(html);
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() + u" at line "_s + QString::number(reader.lineNumber())
                             : QString();
}

QString textOfPdf(const QByteArray &pdf)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"report.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, file.fileName(), u"-"_s});
    if (!reader.waitForFinished(20000))
        return {};
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private slots:
    void findingsAreAsDocumented()
    {
        const TestWorld w = troubled();
        const auto changes = plan();
        const QJsonObject one = report::setupFindings(u"crm"_s, w.findings(), &changes, false);
        const QJsonObject document = report::findingsDocument({one});
        QCOMPARE(document[u"schema"_s].toString(), u"wecom-setup-findings/1"_s);
        QCOMPARE(document[u"setups"_s].toArray().size(), 1);
        QCOMPARE(one.keys(), (QStringList{u"applied"_s, u"changes"_s, u"findings"_s, u"id"_s}));
        QCOMPARE(one[u"applied"_s], QJsonValue(false));
        const QJsonArray findings = one[u"findings"_s].toArray();
        for (const auto &entry : findings) {
            const QJsonObject finding = entry.toObject();
            for (const QString &key :
                 {u"check"_s, u"step"_s, u"severity"_s, u"cause"_s, u"reason"_s, u"vantage"_s, u"evidence"_s})
                QVERIFY2(finding.contains(key), qPrintable(key));
            QVERIFY(finding[u"cause"_s].isNull() || !finding[u"cause"_s].toString().isEmpty());
            QVERIFY(finding[u"evidence"_s].isObject());
        }
        QCOMPARE(report::setupFindings(u"crm"_s, {}, nullptr, true)[u"changes"_s].toArray().size(), 0);
    }

    void json()
    {
        const QJsonObject json =
            QJsonDocument::fromJson(report::toJson(reportOf(troubled(), u"en"_s))).object();
        QCOMPARE(json[u"schema"_s].toString(), u"wecom-setup-report/1"_s);
        QCOMPARE(json[u"steps"_s].toArray().size(), 12);
        QCOMPARE(json[u"testLogin"_s][u"outcome"_s].toString(), u"plugin-sentence"_s);
        QCOMPARE(json[u"rehearsal"_s], QJsonValue(false));
        const QJsonObject domain = json[u"steps"_s][5].toObject();
        QCOMPARE(domain[u"step"_s].toString(), u"trusted-domain"_s);
        QCOMPARE(domain[u"state"_s].toString(), u"attention"_s);
    }

    void htmlIsOneWellFormedFile_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh_CN"_s;
    }
    void htmlIsOneWellFormedFile()
    {
        QFETCH(QString, language);
        const QByteArray html = report::toHtml(reportOf(troubled(), language));
        QCOMPARE(whyNotWellFormed(html), QString());
        // No outside reference of any kind, and what came from outside is text.
        static const QRegularExpression outside(u"<(link|script|img|iframe)|src=|href=|url\\(|@import"_s);
        QVERIFY(!QString::fromUtf8(html).contains(outside));
        QVERIFY(html.contains("CRM &lt;b&gt;&amp;&quot;x&quot;"));
        QCOMPARE(html.count("<h3>"), 12);
    }

    void htmlTellsWhatToDo()
    {
        const auto text = QString::fromUtf8(report::toHtml(reportOf(troubled(), u"en"_s)));
        QVERIFY(text.contains(u"WeCom has another domain: old-crm.example.com"_s));
        QVERIFY(text.contains(u"Choose Set trusted domain name and enter crm.example.com."_s));
        QVERIFY(text.contains(u"state attention"_s));
        QVERIFY(text.contains(u"Failed to get userid"_s));
        QVERIFY(text.contains(u"Possible causes"_s));
        QVERIFY(text.contains(u"AgentId</td>"_s)); // a change, by its name
        QVERIFY(!text.contains(u"Rehearsal"_s));
        QVERIFY(QString::fromUtf8(report::toHtml(reportOf(troubled(), u"zh_CN"_s)))
                    .contains(u"企业微信中填写的是另一个域名：old-crm.example.com"_s));
    }

    // Nothing that was not seen is called verified.
    void nothingSeenNothingVerified()
    {
        TestWorld w = healthy();
        w.facts = {};
        QVERIFY(!report::toHtml(reportOf(w, u"en"_s)).contains("state verified"));
        QVERIFY(report::toHtml(reportOf(healthy(), u"en"_s)).contains("state verified"));
    }

    void rehearsalSaysSo()
    {
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            const auto made = reportOf(rehearsal(), language);
            const QString mark = language == u"en"_s ? u"Rehearsal"_s : u"演练"_s;
            QVERIFY(QString::fromUtf8(report::toHtml(made)).contains(mark));
            QVERIFY(textOfPdf(report::toPdf(made)).contains(mark));
        }
    }

    // What the test login came to, stage by stage, in each format.
    void stagesOfTheLogin()
    {
        const auto made = reportOf(healthy(), u"en"_s);
        const auto stages = login::stagesOf(&*made.trace, made.trace->ended);
        QVERIFY(stages.size() > 3);
        const QString html = QString::fromUtf8(report::toHtml(made));
        static const QRegularExpression spaces(u"\\s+"_s);
        const QString pdf = textOfPdf(report::toPdf(made)).replace(spaces, u" "_s);
        const QJsonArray written =
            QJsonDocument::fromJson(report::toJson(made)).object()[u"testLogin"_s][u"stages"_s].toArray();
        QCOMPARE(written.size(), stages.size());
        for (qsizetype i = 0; i < stages.size(); ++i) {
            const QString name = login::stageName(stages.at(i).id);
            const QString title = checks::Catalogue::instance().label(u"stages"_s, name, u"en"_s);
            QCOMPARE(written.at(i)[u"stage"_s].toString(), name);
            QVERIFY2(html.contains(u"<b>"_s + title.toHtmlEscaped() + u"</b>"_s), qPrintable(title));
            QVERIFY2(pdf.contains(title), qPrintable(title));
        }
        QVERIFY(html.contains(u"Li Wei"_s));
    }

    void pdfHasTheText()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty(),
                 "pdftotext is missing (poppler-utils)");
        const QByteArray english = report::toPdf(reportOf(troubled(), u"en"_s));
        QVERIFY(english.startsWith("%PDF-"));
        static const QRegularExpression spaces(u"\\s+"_s);
        const QString text = textOfPdf(english).replace(spaces, u" "_s);
        QVERIFY2(text.contains(u"WeCom has another domain: old-crm.example.com"_s), qPrintable(text));
        for (const assistant::Step &step : assistant::steps())
            QVERIFY(text.contains(u"%1. "_s.arg(assistant::stepNumber(step.id))));
        const QString chinese = textOfPdf(report::toPdf(reportOf(troubled(), u"zh_CN"_s)));
        QVERIFY2(chinese.contains(u"可信域名"_s), qPrintable(chinese));
    }

    void noSecretInAnyFormat()
    {
        const auto made = reportOf(troubled(), u"en"_s);
        for (const QByteArray &bytes :
             {report::toJson(made), report::toHtml(made), textOfPdf(report::toPdf(made)).toUtf8()}) {
            QVERIFY(!bytes.isEmpty());
            // The plan's JSON is the plan's own affair: its before and after never hold a secret.
            if (!bytes.startsWith('{'))
                QVERIFY(!bytes.contains("CANARY"));
            for (const char *canary :
                 {"CANARYTOKEN", "CANARYCODE", "CANARYSTATE", "CANARYsecret", "CANARYpassword"})
                QVERIFY2(!bytes.contains(canary), canary);
        }
    }
};

QTEST_MAIN(ReportTest)
#include "tst_report.moc"
