// SPDX-License-Identifier: Apache-2.0
#include "net/fault.h"
#include "net/http.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace net;
using namespace Qt::StringLiterals;

class TestFault : public QObject
{
    Q_OBJECT
private slots:
    void everyCodeHasAName();
    void passing_data();
    void passing();
    void origin_data();
    void origin();
    void json_data();
    void json();
};

void TestFault::everyCodeHasAName()
{
    QSet<QString> names;
    const int last = int(FaultCode::FileFailed);
    static const QRegularExpression shape(u"^[a-z]+(-[a-z]+)*$"_s);
    for (int code = 0; code <= last; ++code) {
        const QString name = faultName(FaultCode(code));
        QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
        QVERIFY2(name != u"unknown"_s, qPrintable(QString::number(code)));
        names.insert(name);
    }
    QCOMPARE(names.size(), qsizetype(last) + 1);
    QCOMPARE(faultName(FaultCode::TlsNotYetValid), u"tls-not-yet-valid"_s);
}

void TestFault::passing_data()
{
    QTest::addColumn<FaultCode>("code");
    QTest::addColumn<bool>("expected");
    QTest::newRow("timeout") << FaultCode::Timeout << true;
    QTest::newRow("refused") << FaultCode::Refused << true;
    QTest::newRow("unreachable") << FaultCode::Unreachable << true;
    QTest::newRow("name") << FaultCode::NameUnknown << true;
    QTest::newRow("restarting") << FaultCode::Restarting << true;
    QTest::newRow("paused") << FaultCode::Paused << true;
    QTest::newRow("certificate") << FaultCode::TlsExpired << false;
    QTest::newRow("secret") << FaultCode::SecretKnownWrong << false;
    QTest::newRow("secrets") << FaultCode::WrongSecretLimit << false;
    QTest::newRow("wecom") << FaultCode::WecomError << false;
    QTest::newRow("cancelled") << FaultCode::Cancelled << false;
    QTest::newRow("keychain") << FaultCode::KeychainLocked << false;
}

void TestFault::passing()
{
    QFETCH(FaultCode, code);
    QTEST(isPassing(code), "expected");
}

void TestFault::origin_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("plain") << u"https://crm.example.com/admin?x=1#y"_s << u"https://crm.example.com"_s
                           << false;
    QTest::newRow("upper") << u"HTTPS://CRM.Example.COM"_s << u"https://crm.example.com"_s << false;
    QTest::newRow("own port") << u"https://crm.example.com:443/a"_s << u"https://crm.example.com"_s << false;
    QTest::newRow("own port, http") << u"http://crm.example.com:80"_s << u"http://crm.example.com"_s << false;
    QTest::newRow("port") << u"http://crm.example.com:443"_s << u"http://crm.example.com:443"_s << false;
    QTest::newRow("user") << u"https://me:pw@crm.example.com/"_s << u"https://crm.example.com"_s << false;
    QTest::newRow("chinese") << u"https://中文.example.com/"_s << u"https://xn--fiq228c.example.com"_s
                             << false;
    QTest::newRow("punycode") << u"https://xn--fiq228c.example.com/"_s << u"https://xn--fiq228c.example.com"_s
                              << false;
    QTest::newRow("ipv6") << u"http://[::1]:13000/"_s << u"http://[::1]:13000"_s << true;
    QTest::newRow("ipv4") << u"http://127.0.0.1:13000/"_s << u"http://127.0.0.1:13000"_s << true;
    QTest::newRow("ipv4, other") << u"http://127.9.8.7/"_s << u"http://127.9.8.7"_s << true;
    QTest::newRow("localhost") << u"http://LOCALHOST:1/"_s << u"http://localhost:1"_s << true;
    QTest::newRow("looks local") << u"http://localhost.example.com/"_s << u"http://localhost.example.com"_s
                                 << false;
    QTest::newRow("name of a number")
        << u"http://127.0.0.1.nip.io/"_s << u"http://127.0.0.1.nip.io"_s << false;
    QTest::newRow("any address") << u"http://0.0.0.0/"_s << u"http://0.0.0.0"_s << false;
    QTest::newRow("no host") << u"file:///etc/passwd"_s << QString() << false;
    QTest::newRow("no scheme") << u"crm.example.com"_s << QString() << false;
    QTest::newRow("empty") << QString() << QString() << false;
}

void TestFault::origin()
{
    QFETCH(QString, url);
    QTEST(originOf(QUrl(url)), "origin");
    QTEST(isLoopback(QUrl(url)), "loopback");
}

void TestFault::json_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fault");
    QTest::newRow("object") << "application/json"_ba
                            << "{\"a\":1}"_ba << QString();
    QTest::newRow("charset") << "Application/JSON; charset=utf-8"_ba
                             << "{\"a\":1}"_ba << QString();
    QTest::newRow("problem") << "application/problem+json"_ba
                             << "{\"a\":1}"_ba << QString();
    QTest::newRow("page") << "text/html; charset=utf-8"_ba
                          << "{\"a\":1}"_ba << u"not-json"_s;
    QTest::newRow("none") << ""_ba
                          << "{\"a\":1}"_ba << u"not-json"_s;
    QTest::newRow("broken") << "application/json"_ba
                            << "{\"a\":"_ba << u"bad-answer"_s;
    QTest::newRow("empty") << "application/json"_ba
                           << ""_ba << u"bad-answer"_s;
    QTest::newRow("page inside") << "application/json"_ba
                                 << "<html>"_ba << u"bad-answer"_s;
}

void TestFault::json()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(QString, fault);
    Response response;
    response.status = 200;
    response.contentType = contentType;
    response.body = body;
    const auto result = response.json();
    QCOMPARE(result ? QString() : faultName(result.error().code), fault);
    if (result)
        QCOMPARE(result->toObject().value(u"a"_s).toInt(), 1);
    else if (fault == u"not-json"_s && !contentType.isEmpty())
        QCOMPARE(result.error().param(u"contentType"_s), u"text/html"_s);
    response.headers = {{"Content-Type", contentType}, {"X-New-Token", "t"}};
    QCOMPARE(response.header("x-new-token"), "t"_ba);
    QCOMPARE(response.header("x-other"), QByteArray());
}

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
