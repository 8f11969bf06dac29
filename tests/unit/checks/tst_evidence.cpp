// SPDX-License-Identifier: Apache-2.0
// Causes whose evidence is remembered or lies in what several facts say together.
#include "checks/catalogue.h"
#include "worlds.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace worlds;
using checks::Catalogue;
using login::Outcome;
using net::FaultCode;

namespace {

const QString address = u"203.0.113.7"_s, oldAddress = u"203.0.113.6"_s;

void refusesServer(TestWorld &w, const QString &from = address)
{
    w.facts.testLogin.reset();
    w.put<wecom::TrustProbe>(w.facts.trustFromServer, wecom::TrustProbe{false, from}, Inputs::WecomFromServer,
                             Vantage::Server);
}

void workedFrom(TestWorld &w, const QString &from, const QString &server = u"https://crm.example.com"_s)
{
    w.put<QString>(w.facts.addressThatWorked, from, Inputs::WecomFromServer, Vantage::Server);
    if (server != u"https://crm.example.com"_s)
        w.facts.addressThatWorked->with = "another server";
}

// What this assistant wrote into the row and has on record.
void wasApplied(TestWorld &w)
{
    const QJsonObject fields{{u"title"_s, u"WeCom"_s},
                             {u"enabled"_s, u"true"_s},
                             {u"companyId"_s, u"ww9f3c1a7be4d2065a"_s},
                             {u"agentId"_s, u"1000004"_s},
                             {u"origin"_s, u"https://crm.example.com"_s},
                             {u"autoSignup"_s, u"false"_s},
                             {u"automaticLogin"_s, u"true"_s},
                             {u"redirectLink"_s, u"/admin"_s},
                             {u"tooltip"_s, QString()}};
    w.record.applied = {{u"id"_s, 4},
                        {u"authenticator"_s, u"wecom"_s},
                        {u"updatedAt"_s, u"2026-11-20T08:00:00.000Z"_s},
                        {u"fields"_s, fields}};
}

void rowIs(TestWorld &w, const nocobase::Authenticator &row)
{
    w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{row}, Inputs::NocobaseLogin,
                                          Vantage::Pc, noon.addSecs(-5));
}

login::Trace failedAfter(int seconds)
{
    login::Trace failed =
        trace(Outcome::PluginSentence,
              u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s);
    failed.hops.append({login::HopKind::SignInError, QUrl(u"https://crm.example.com/signin"_s),
                        noon.addSecs(seconds), 200, false});
    return failed;
}

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private slots:
    // WeCom names an address only while it refuses it: "changed" needs the one that worked.
    void changedAddress_data()
    {
        QTest::addColumn<QString>("worked");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("cause");
        const QString here = u"https://crm.example.com"_s;
        QTest::newRow("never worked") << QString() << here << u"ip.untrusted"_s;
        QTest::newRow("worked from another address") << oldAddress << here << u"ip.changed"_s;
        QTest::newRow("worked from this one: taken off the list") << address << here << u"ip.untrusted"_s;
        QTest::newRow("that was another server")
            << oldAddress << u"https://old.example.com"_s << u"ip.untrusted"_s;
    }
    void changedAddress()
    {
        QFETCH(QString, worked);
        QFETCH(QString, server);
        QFETCH(QString, cause);
        TestWorld w = healthy();
        workedFrom(w, worked, server);
        refusesServer(w);
        const Finding finding = w.finding(u"ip.trusted"_s);
        QCOMPARE(finding.cause, cause);
        QCOMPARE(finding.step, StepId::TrustedIp);
        QCOMPARE(finding.evidence[u"ip"_s].toString(), address);
        QCOMPARE(finding.action, QString::fromLatin1(checks::action::copyAddress));
        if (cause == u"ip.changed"_s)
            QCOMPARE(finding.evidence[u"before"_s].toString(), oldAddress);
    }

    void changedAuthenticator()
    {
        TestWorld w = healthy();
        QVERIFY(w.finding(u"review.changed"_s).check.isEmpty()); // nothing applied by us
        wasApplied(w);
        QCOMPARE(w.finding(u"review.changed"_s).severity, Severity::Ok);
        auto changed = row(u"wecom"_s, false);
        changed.updatedAt = u"2026-11-21T09:00:00.000Z"_s;
        rowIs(w, changed);
        const Finding finding = w.finding(u"review.changed"_s);
        QCOMPARE(finding.cause, u"authenticator.changed"_s);
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.step, StepId::Review);
        QCOMPARE(finding.evidence[u"differing"_s].toArray(), QJsonArray{u"automaticLogin"_s});
        QCOMPARE(finding.evidence[u"when"_s].toString(), changed.updatedAt);
    }
    void anotherWishIsNoChange()
    {
        TestWorld w = healthy();
        wasApplied(w);
        w.setup.authenticator.automaticLogin = false;
        w.setup.authenticator.title = u"企业微信"_s;
        rowIs(w, row(u"wecom"_s, true));
        QCOMPARE(w.finding(u"review.changed"_s).severity, Severity::Ok);
    }
    // The Secret is on record nowhere; that it is another one counts when the row was saved again.
    void changedSecret()
    {
        TestWorld w = healthy();
        wasApplied(w);
        auto changed = row(u"wecom"_s, true);
        QJsonObject closed = changed.options[u"wecom"_s].toObject();
        closed[u"secret"_s] = u"another"_s;
        changed.options[u"wecom"_s] = closed;
        changed.updatedAt = u"2026-11-20T08:00:00.000Z"_s;
        rowIs(w, changed);
        QCOMPARE(w.finding(u"review.changed"_s).severity, Severity::Ok); // another one was typed here since
        changed.updatedAt = u"2026-11-21T09:00:00.000Z"_s;
        rowIs(w, changed);
        QCOMPARE(w.finding(u"review.changed"_s).evidence[u"differing"_s].toArray(), QJsonArray{u"secret"_s});
    }

    void callbackAddress_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("cause");
        for (const int status : {404, 405})
            QTest::addRow("%d", status) << status << u"login.callback-missing"_s;
        for (const int status : {200, 302, 400, 401, 500})
            QTest::addRow("%d", status) << status << QString();
    }
    void callbackAddress()
    {
        QFETCH(int, status);
        QFETCH(QString, cause);
        TestWorld w = healthy();
        w.put<int>(w.facts.callbackStatus, status, Inputs::Authenticator);
        const Finding finding = w.finding(u"review.answering"_s);
        QCOMPARE(finding.cause, cause);
        QCOMPARE(severityName(finding.severity), cause.isEmpty() ? u"ok"_s : u"problem"_s);
        QCOMPARE(finding.step, StepId::Review);
    }

    // A proxy that the environment names, and a way that went past it.
    void besideTheProxy_data()
    {
        QTest::addColumn<FaultCode>("code");
        for (const FaultCode code :
             {FaultCode::Timeout, FaultCode::Refused, FaultCode::Unreachable, FaultCode::NameUnknown})
            QTest::newRow(qPrintable(net::faultName(code))) << code;
    }
    void besideTheProxy()
    {
        QFETCH(FaultCode, code);
        TestWorld w = healthy();
        tokenFails(w, {code, {{u"proxy"_s, u"unused"_s}}, {}});
        Finding finding = w.finding(u"wecom.secret"_s);
        QCOMPARE(finding.cause, u"proxy.needed"_s);
        QCOMPARE(finding.severity, Severity::Problem);
        tokenFails(w, {code, {}, {}});
        finding = w.finding(u"wecom.secret"_s);
        QVERIFY(finding.cause != u"proxy.needed"_s);
        QCOMPARE(finding.severity == Severity::Unknown || finding.cause == u"dns.unknown"_s, true);
    }

    // The login fails for want of a token, and WeCom refuses the very values that NocoBase holds.
    void theRefusedTokenIsTheLoginsCause()
    {
        TestWorld w = healthy();
        loginSays(w, u"Failed to get accessToken"_s);
        tokenFails(w, wecomError(40001));
        QCOMPARE(w.finding(u"test.login"_s).cause, u"wecom.secret.wrong"_s);
        w.facts.readBack.reset(); // NocoBase may hold others
        QVERIFY(w.finding(u"test.login"_s).cause.isEmpty());
        QVERIFY(w.finding(u"test.login"_s).possible.contains(u"wecom.secret.wrong"_s));
    }

    // A code lives five minutes: an answer within them rules that cause out, a later one leaves it.
    void aQuickAnswerRulesOutAnOldCode_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("possible");
        QTest::newRow("two seconds") << 2 << false;
        QTest::newRow("six minutes") << 360 << true;
    }
    void aQuickAnswerRulesOutAnOldCode()
    {
        QFETCH(int, seconds);
        QFETCH(bool, possible);
        TestWorld w = healthy();
        loginEnds(w, failedAfter(seconds));
        const Finding finding = w.finding(u"test.login"_s);
        QVERIFY(finding.cause.isEmpty());
        QCOMPARE(finding.possible.contains(u"login.code-expired"_s), possible);
    }

    // With all that can be seen from here seen, two or three remain, and one thing to do tells them apart.
    void fewRemain_data()
    {
        QTest::addColumn<bool>("asked");
        QTest::addColumn<QStringList>("possible");
        QTest::addColumn<QString>("tell");
        QTest::newRow("server not asked") << false
                                          << QStringList{u"login.ip"_s, u"login.member.out-of-scope"_s,
                                                         u"login.code-used"_s, u"server.cannot-reach-wecom"_s}
                                          << u"ask-server"_s;
        QTest::newRow("server asked")
            << true << QStringList{u"login.member.out-of-scope"_s, u"login.code-used"_s} << u"log"_s;
    }
    void fewRemain()
    {
        QFETCH(bool, asked);
        QFETCH(QStringList, possible);
        QFETCH(QString, tell);
        TestWorld w = healthy();
        if (!asked)
            w.facts.trustFromServer.reset();
        loginEnds(w, failedAfter(2));
        const Finding finding = w.finding(u"test.login"_s);
        QCOMPARE(finding.possible, possible);
        QCOMPARE(finding.evidence[u"tell"_s].toString(), tell);
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            const auto words = Catalogue::instance().words(finding, language);
            QCOMPARE(words.todo.size(), 1);
            QVERIFY(!words.todo.first().contains(u'{'));
        }
    }

    // Every cause has evidence that some check looks for, or a number or text by which it is recognised; and
    // every one has its row in a table of these tests.
    void everyCauseHasEvidenceAndARow()
    {
        const auto all = [](const QString &folder) {
            QByteArray text;
            const QDir dir(folder);
            for (const QString &name : dir.entryList({u"*.cpp"_s}, QDir::Files)) {
                QFile file(dir.filePath(name));
                if (file.open(QIODevice::ReadOnly))
                    text += file.readAll();
            }
            return text;
        };
        const QByteArray checked = all(QStringLiteral(SOURCE_DIR "/app/checks"));
        const QByteArray tested = all(QStringLiteral(SOURCE_DIR "/tests/unit/checks"));
        QVERIFY(checked.size() > 10000 && tested.size() > 10000);
        QFile file(u":/catalogue/causes.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject causes = QJsonDocument::fromJson(file.readAll()).object()[u"causes"_s].toObject();
        for (auto it = causes.begin(); it != causes.end(); ++it) {
            if (it.key().startsWith(u"apply.cut."_s)) // made from the four ends that an apply can have
                continue;
            const QByteArray literal = "u\"" + it.key().toLatin1() + "\"_s";
            const bool recognised = it.value()[u"codes"_s].isArray() || it.value()[u"texts"_s].isArray();
            QVERIFY2(recognised || checked.contains(literal), qPrintable(it.key()));
            QVERIFY2(tested.contains(literal), qPrintable(it.key()));
        }
    }
};

QTEST_GUILESS_MAIN(EvidenceTest)
#include "tst_evidence.moc"
