// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include "scriptedserver.h"

#include <QTest>

using namespace net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A small proxy on loopback, set by hand and by the system's environment. The hosts asked for do not exist,
// so an answer can only have come through it.
class TestProxy : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void manual();
    void manualTunnel();
    void refuses_data();
    void refuses();
    void cannotBeReached();
    void loopbackIsDirect();
    void changedWhileRunning();
    void systemProxy();
    void systemProxyUnset();
    void besideTheProxy();

private:
    static QString outcome(Http &http, const QString &url);
    static ProxySetting by(const ScriptedServer &proxy)
    {
        return {ProxySetting::Kind::Manual, QUrl(u"http://127.0.0.1:%1"_s.arg(proxy.serverPort()))};
    }
};

namespace {

void answerOk(QTcpSocket *socket, const QByteArray &)
{
    socket->write(ScriptedServer::whole("200 OK", "", "by proxy"));
}

} // namespace

void TestProxy::init()
{
    for (const char *name :
         {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY"})
        qunsetenv(name);
}

QString TestProxy::outcome(Http &http, const QString &url)
{
    Request request;
    request.url = QUrl(url);
    request.deadline = 10s;
    const auto result = QCoro::waitFor(http.send(request));
    return result ? QString::number(result->status) : faultName(result.error().code);
}

void TestProxy::manual()
{
    ScriptedServer proxy(answerOk);
    Http http;
    http.setProxy(by(proxy));
    QCOMPARE(outcome(http, u"http://crm.example.invalid/x?y=1"_s), u"200"_s);
    QCOMPARE(proxy.requests.size(), 1);
    QVERIFY2(proxy.requests.constFirst().startsWith("GET http://crm.example.invalid/x?y=1 HTTP/1.1"),
             proxy.requests.constFirst().constData());
}

void TestProxy::manualTunnel()
{
    // Once the tunnel stands the other end speaks no TLS: what counts here is that it was asked for, and for
    // what alone.
    ScriptedServer proxy([](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 Connection established\r\n\r\n");
        socket->write("this is not TLS");
    });
    Http http;
    http.setProxy(by(proxy));
    QCOMPARE(outcome(http, u"https://qyapi.example.invalid/gettoken?corpsecret=kAnArY"_s), u"tls-failed"_s);
    QCOMPARE(proxy.requests.value(0).split('\r').value(0), "CONNECT qyapi.example.invalid:443 HTTP/1.1"_ba);
    for (const QByteArray &request : std::as_const(proxy.requests))
        QVERIFY(!request.contains("kAnArY"));
}

void TestProxy::refuses_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("url");
    const QByteArray denied =
        ScriptedServer::whole("407 Who", "Proxy-Authenticate: Basic realm=\"x\"\r\n", "who?");
    QTest::newRow("407, http") << denied << u"http://crm.example.invalid/"_s;
    QTest::newRow("407, https") << denied << u"https://crm.example.invalid/"_s;
    QTest::newRow("403, https") << ScriptedServer::whole("403 No", "", "no")
                                << u"https://crm.example.invalid/"_s;
    QTest::newRow("502, https") << ScriptedServer::whole("502 Bad", "", "no")
                                << u"https://crm.example.invalid/"_s;
}

void TestProxy::refuses()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, url);
    ScriptedServer proxy([&](QTcpSocket *socket, const QByteArray &) { socket->write(answer); });
    Http http;
    http.setProxy(by(proxy));
    QCOMPARE(outcome(http, url), u"proxy-refused"_s);
}

void TestProxy::cannotBeReached()
{
    Http http;
    {
        ScriptedServer proxy;
        http.setProxy(by(proxy));
    }
    QCOMPARE(outcome(http, u"http://crm.example.invalid/"_s), u"proxy-refused"_s);
    QCOMPARE(outcome(http, u"https://crm.example.invalid/"_s), u"proxy-refused"_s);
    http.setProxy({ProxySetting::Kind::Manual, QUrl(u"http://no-such-proxy.invalid:3128"_s)});
    QCOMPARE(outcome(http, u"https://crm.example.invalid/"_s), u"proxy-refused"_s);
}

void TestProxy::loopbackIsDirect()
{
    ScriptedServer proxy(answerOk);
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("204 None", "", ""));
    });
    Http http;
    http.setProxy(by(proxy));
    QCOMPARE(outcome(http, server.url().toString()), u"204"_s);
    QCOMPARE(outcome(http, u"http://localhost:%1/"_s.arg(server.serverPort())), u"204"_s);
    QCOMPARE(proxy.connections, 0);
}

void TestProxy::changedWhileRunning()
{
    ScriptedServer one(answerOk);
    ScriptedServer two(answerOk);
    Http http;
    http.setProxy(by(one));
    QCOMPARE(outcome(http, u"http://crm.example.invalid/"_s), u"200"_s);
    http.setProxy(by(two));
    QCOMPARE(outcome(http, u"http://crm.example.invalid/"_s), u"200"_s);
    QCOMPARE(one.requests.size(), 1);
    QCOMPARE(two.requests.size(), 1);
    http.setProxy({ProxySetting::Kind::None, {}});
    QCOMPARE(outcome(http, u"http://crm.example.invalid/"_s), u"name-unknown"_s);
}

void TestProxy::systemProxy()
{
    ScriptedServer proxy(answerOk);
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    Http http;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(outcome(http, u"http://crm.example.invalid/%1"_s.arg(i)), u"200"_s);
    QCOMPARE(proxy.requests.size(), 3);
}

void TestProxy::systemProxyUnset()
{
    Http http;
    QCOMPARE(outcome(http, u"http://crm.example.invalid/"_s), u"name-unknown"_s);
}

// The environment names a proxy, but not for this address: whoever judges the lost way can see that.
void TestProxy::besideTheProxy()
{
    const auto lost = [] {
        Http http;
        Request request;
        request.url = QUrl(u"http://crm.example.invalid/"_s);
        request.deadline = 10s;
        return QCoro::waitFor(http.send(request)).error();
    };
    QCOMPARE(lost().code, FaultCode::NameUnknown);
    QCOMPARE(lost().param(u"proxy"_s), QString());
    qputenv("https_proxy", "http://127.0.0.1:9");
    QCOMPARE(lost().code, FaultCode::NameUnknown);
    QCOMPARE(lost().param(u"proxy"_s), u"unused"_s);
    qunsetenv("https_proxy");
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
