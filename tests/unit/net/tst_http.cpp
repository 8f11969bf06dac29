// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include "scriptedserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTimeZone>

using namespace net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Task = QCoro::Task<Result<Response>>;

// net::Http over plain http on loopback, against servers that misbehave. TLS and proxies have tests of their
// own.
class TestHttp : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QCoreApplication::setApplicationVersion(u"9.8.7"_s); }
    void wholeExchange();
    void sendsABody();
    void faults_data();
    void faults();
    void cutChunksAreNeverJson();
    void nobodyListens();
    void nameUnknown();
    void badInput_data();
    void badInput();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void keepsNoCookies();
    void followsNoRedirect();
    void credentialsInTheAddressStayHere();
    void deadlineCoversADrip();
    void cancelEndsAtOnce();
    void cancelledBeforehandIsNotSent();
    void cancelFromTheOneWhoWaited();
    void ownerGoes();
    void droppedConnectionSendsWritesOnce_data();
    void droppedConnectionSendsWritesOnce();
    void keptConnectionThatIsGone();
    void packedBombIsTooLarge();
    void largeBodyWithinTheLimit();
    void manyAtOnce();
    void countsAndTells();
    void reachesThisComputerAlone();
};

namespace {

Request get(const QUrl &url, std::chrono::milliseconds deadline = 5s)
{
    Request request;
    request.url = url;
    request.deadline = deadline;
    return request;
}

Result<Response> await(Task task)
{
    return QCoro::waitFor(std::move(task));
}

QString outcome(const Result<Response> &result)
{
    return result ? QString::number(result->status) : faultName(result.error().code);
}

} // namespace

void TestHttp::wholeExchange()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(
            ScriptedServer::whole("201 Created",
                                  "Content-Type: application/json; charset=utf-8\r\nX-New-Token: abc\r\n"
                                  "Date: Sun, 22 Nov 2026 10:20:30 GMT\r\n",
                                  "{\"名\":\"值\"}"));
    });
    Http http;
    Request request = get(server.url(u"/a/b?x=1%262"_s));
    request.headers = {{"X-Authenticator", "basic"}};
    const auto result = await(http.send(request));
    QVERIFY(result);
    QCOMPARE(result->status, 201);
    QCOMPARE(result->body, "{\"名\":\"值\"}"_ba);
    QCOMPARE(result->header("x-new-token"), "abc"_ba);
    QVERIFY(result->isJson());
    QCOMPARE(result->url, server.url(u"/a/b?x=1%262"_s));
    QCOMPARE(result->serverDate, QDateTime(QDate(2026, 11, 22), QTime(10, 20, 30), QTimeZone::utc()));

    const QByteArray sent = server.requests.value(0);
    QVERIFY2(sent.startsWith("GET /a/b?x=1%262 HTTP/1.1\r\n"), sent.constData());
    const QByteArray head = sent.toLower(); // newer versions of Qt write names of headers small
    QVERIFY2(head.contains("\r\nuser-agent: wecom-setup/9.8.7\r\n"), sent.constData());
    QVERIFY2(head.contains("\r\nx-authenticator: basic\r\n"), sent.constData());
    for (const char *unwanted : {"referer", "origin", "cookie", "authorization"})
        QVERIFY2(!head.contains(unwanted), unwanted);
}

void TestHttp::sendsABody()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("200 OK", "", ""));
    });
    Http http;
    for (const QByteArray &method : {"POST"_ba, "PUT"_ba, "DELETE"_ba, "post"_ba}) {
        for (const QByteArray &body : {"{\"a\":\"中\"}"_ba, QByteArray(300'000, 'x'), QByteArray()}) {
            Request request = get(server.url());
            request.method = method;
            request.body = body;
            const auto result = await(http.send(request));
            QCOMPARE(outcome(result), u"200"_s);
            const QByteArray sent = server.requests.constLast();
            QVERIFY2(sent.startsWith(method.toUpper() + " / HTTP/1.1"), sent.constData());
            QVERIFY(sent.endsWith("\r\n\r\n" + body));
            QCOMPARE(sent.toLower().contains("content-type: application/json\r\n"), !body.isEmpty());
            QVERIFY(!result->serverDate.isValid());
        }
    }
    QCOMPARE(server.requests.size(), 12);
}

void TestHttp::faults_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("close");
    QTest::addColumn<QString>("expected");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    QTest::newRow("silence") << ""_ba << false << u"timeout"_s;
    QTest::newRow("half a head") << "HTTP/1.1 200 OK\r\nContent-"_ba << false << u"timeout"_s;
    QTest::newRow("body stops") << head + "Content-Length: 100\r\n\r\n{\"a\":" << false << u"timeout"_s;
    QTest::newRow("closed at once") << ""_ba << true << u"unreachable"_s;
    QTest::newRow("cut body") << head + "Content-Length: 100\r\n\r\n{\"a\":" << true << u"unreachable"_s;
    QTest::newRow("no http") << "SSH-2.0-OpenSSH_9.2\r\n\r\n"_ba << false << u"unreachable"_s;
    QTest::newRow("no http, closed") << "SSH-2.0-OpenSSH_9.2\r\n\r\n"_ba << true << u"unreachable"_s;
    QTest::newRow("too large, said") << head + "Content-Length: 5000\r\n\r\n" + QByteArray(5000, 'x') << false
                                     << u"too-large"_s;
    QTest::newRow("too large, unsaid") << head + "\r\n" + QByteArray(5000, 'x') << false << u"too-large"_s;
    QTest::newRow("just right") << head + "Content-Length: 1000\r\n\r\n" + QByteArray(1000, 'x') << false
                                << u"200"_s;
    QTest::newRow("no length, closed") << head + "\r\nabc" << true << u"200"_s;
}

void TestHttp::faults()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, close);
    ScriptedServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(answer);
        if (close)
            socket->disconnectFromHost();
    });
    Http http;
    Request request = get(server.url(), 400ms);
    request.sizeLimit = 1000;
    QElapsedTimer clock;
    clock.start();
    const auto result = await(http.send(request));
    QTEST(outcome(result), "expected");
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    if (!result) {
        QCOMPARE(result.error().param(u"host"_s), u"127.0.0.1"_s);
        QVERIFY(!result.error().said.contains(u"kAnArY"_s));
    }
    QCOMPARE(http.requestCount(), 1);
}

void TestHttp::cutChunksAreNeverJson()
{
    ScriptedServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            "8\r\n{\"a\":[1,\r\n");
        socket->disconnectFromHost();
    });
    Http http;
    for (int i = 0; i < 10; ++i) {
        const auto result = await(http.send(get(server.url())));
        const auto code = result ? result->json().error().code : result.error().code;
        QVERIFY2(code == FaultCode::Unreachable || code == FaultCode::BadAnswer, qPrintable(faultName(code)));
    }
}

void TestHttp::nobodyListens()
{
    QUrl url;
    {
        ScriptedServer server;
        url = server.url();
    }
    Http http;
    QCOMPARE(outcome(await(http.send(get(url)))), u"refused"_s);
}

void TestHttp::nameUnknown()
{
    Http http;
    http.setProxy({ProxySetting::Kind::None, {}});
    QCOMPARE(outcome(await(http.send(get(QUrl(u"http://no-such-host.invalid/"_s), 20s)))), u"name-unknown"_s);
}

void TestHttp::badInput_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("empty") << QUrl();
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("data") << QUrl(u"data:text/plain,x"_s);
    QTest::newRow("ftp") << QUrl(u"ftp://127.0.0.1/"_s);
    QTest::newRow("no host") << QUrl(u"http:///x"_s);
    QTest::newRow("relative") << QUrl(u"/x"_s);
}

void TestHttp::badInput()
{
    QFETCH(QUrl, url);
    Http http;
    QCOMPARE(outcome(await(http.send(get(url)))), u"bad-input"_s);
    QCOMPARE(http.requestCount(), 0);
}

void TestHttp::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("301") << "301 Moved"_ba
                         << "Location: https://127.0.0.1:1/\r\n"_ba;
    QTest::newRow("400") << "400 Bad"_ba
                         << ""_ba;
    QTest::newRow("401") << "401 No"_ba
                         << ""_ba;
    QTest::newRow("401 basic") << "401 No"_ba
                               << "WWW-Authenticate: Basic realm=\"x\"\r\n"_ba;
    QTest::newRow("403") << "403 No"_ba
                         << ""_ba;
    QTest::newRow("404") << "404 No"_ba
                         << ""_ba;
    QTest::newRow("405") << "405 No"_ba
                         << ""_ba;
    QTest::newRow("418") << "418 Tea"_ba
                         << ""_ba;
    QTest::newRow("429") << "429 Slow"_ba
                         << ""_ba;
    QTest::newRow("500") << "500 Oh"_ba
                         << ""_ba;
    QTest::newRow("503") << "503 Later"_ba
                         << "Retry-After: 1\r\n"_ba;
}

void TestHttp::everyStatusIsAnAnswer()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    ScriptedServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(
            ScriptedServer::whole(status, headers + "Content-Type: application/json\r\n", "{\"errors\":[]}"));
    });
    Http http;
    for (const QByteArray &method : {"GET"_ba, "POST"_ba}) {
        Request request = get(server.url());
        request.method = method;
        request.body = method == "POST" ? "{}"_ba : QByteArray();
        const auto result = await(http.send(request));
        QCOMPARE(outcome(result).toLatin1(), status.left(3));
        QCOMPARE(result->body, "{\"errors\":[]}"_ba);
        QVERIFY(result->json());
    }
    QCOMPARE(server.requests.size(), 2);
}

void TestHttp::keepsNoCookies()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("200 OK", "Set-Cookie: authenticator=wecom; Path=/\r\n", "x"));
    });
    Http http;
    for (int i = 0; i < 3; ++i)
        QVERIFY(await(http.send(get(server.url()))));
    QCOMPARE(server.requests.size(), 3);
    for (const QByteArray &request : std::as_const(server.requests))
        QVERIFY2(!request.toLower().contains("cookie"), request.constData());
}

void TestHttp::followsNoRedirect()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("302 Found", "Location: /elsewhere?code=1\r\n", ""));
    });
    Http http;
    const auto result = await(http.send(get(server.url(u"/api/wecom:redirect"_s))));
    QCOMPARE(outcome(result), u"302"_s);
    QCOMPARE(result->header("location"), "/elsewhere?code=1"_ba);
    QTest::qWait(50);
    QCOMPARE(server.requests.size(), 1);
}

void TestHttp::credentialsInTheAddressStayHere()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("401 No", "WWW-Authenticate: Basic realm=\"x\"\r\n", "x"));
    });
    QUrl url = server.url();
    url.setUserInfo(u"admin:kAnArY"_s);
    Http http;
    QCOMPARE(outcome(await(http.send(get(url)))), u"401"_s);
    QCOMPARE(server.requests.size(), 1);
    QVERIFY(!server.requests.constFirst().toLower().contains("authorization"));
}

void TestHttp::deadlineCoversADrip()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\n\r\n");
        auto *timer = new QTimer(socket);
        QObject::connect(timer, &QTimer::timeout, socket, [socket] { socket->write("drip "); });
        timer->start(20);
    });
    Http http;
    QElapsedTimer clock;
    clock.start();
    const auto result = await(http.send(get(server.url(), 300ms)));
    QCOMPARE(outcome(result), u"timeout"_s);
    QCOMPARE(result.error().param(u"seconds"_s), u"0.3"_s);
    QVERIFY(clock.elapsed() >= 250 && clock.elapsed() < 1500);
}

void TestHttp::cancelEndsAtOnce()
{
    QTcpSocket *peer = nullptr;
    ScriptedServer server([&](QTcpSocket *socket, const QByteArray &) { peer = socket; });
    Http http;
    Request request = get(server.url(), 30s);
    request.cancel = std::make_shared<Cancel>();
    Task first = http.send(request);
    Task second = http.send(request);
    QTRY_COMPARE(server.requests.size(), 2);
    QSignalSpy gone(peer, &QAbstractSocket::disconnected);
    QElapsedTimer clock;
    clock.start();
    request.cancel->cancel();
    QCOMPARE(outcome(await(std::move(first))), u"cancelled"_s);
    QCOMPARE(outcome(await(std::move(second))), u"cancelled"_s);
    QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE(gone.count(), 1);
}

void TestHttp::cancelledBeforehandIsNotSent()
{
    ScriptedServer server;
    Http http;
    Request request = get(server.url());
    request.cancel = std::make_shared<Cancel>();
    request.cancel->cancel();
    QCOMPARE(outcome(await(http.send(request))), u"cancelled"_s);
    QTest::qWait(50);
    QCOMPARE(server.connections, 0);
}

namespace {

QCoro::Task<QString> askThenCancel(Http *http, Request request)
{
    const auto answer = co_await http->send(request);
    request.cancel->cancel(); // as an owner does that goes away upon the answer
    co_return outcome(answer);
}

} // namespace

// Crashed: the request was gone by then, what it had connected to the cancel was not.
void TestHttp::cancelFromTheOneWhoWaited()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    Http http;
    for (int i = 0; i < 20; ++i) {
        Request request = get(server.url());
        request.cancel = std::make_shared<Cancel>();
        QCOMPARE(QCoro::waitFor(askThenCancel(&http, request)), u"200"_s);
    }
}

void TestHttp::ownerGoes()
{
    ScriptedServer server;
    auto http = std::make_unique<Http>();
    Task task = http->send(get(server.url(), 30s));
    QTRY_COMPARE(server.requests.size(), 1);
    http.reset();
    QCOMPARE(outcome(await(std::move(task))), u"cancelled"_s);
}

void TestHttp::droppedConnectionSendsWritesOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << "POST"_ba
                          << "{\"a\":1}"_ba;
    QTest::newRow("POST, empty") << "POST"_ba
                                 << ""_ba;
    QTest::newRow("PUT") << "PUT"_ba
                         << "{\"a\":1}"_ba;
    QTest::newRow("DELETE") << "DELETE"_ba
                            << ""_ba;
    QTest::newRow("POST, long") << "POST"_ba << QByteArray(400'000, 'x');
}

void TestHttp::droppedConnectionSendsWritesOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) { socket->abort(); });
    Http http;
    Request request = get(server.url());
    request.method = method;
    request.body = body;
    QCOMPARE(outcome(await(http.send(request))), u"unreachable"_s);
    QTest::qWait(100);
    QCOMPARE(server.requests.size(), 1);
}

void TestHttp::keptConnectionThatIsGone()
{
    // The server closes each connection after its answer without having said so.
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("200 OK", "Connection: keep-alive\r\n", "x"));
        socket->disconnectFromHost();
    });
    Http http;
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(outcome(await(http.send(get(server.url())))), u"200"_s);
        Request write = get(server.url());
        write.method = "POST";
        QCOMPARE(outcome(await(http.send(write))), u"200"_s);
    }
    QCOMPARE(http.requestCount(), 10);
}

void TestHttp::packedBombIsTooLarge()
{
    QProcess gzip;
    gzip.start(u"sh"_s, {u"-c"_s, u"head -c 100000000 /dev/zero | gzip -9"_s});
    QVERIFY(gzip.waitForFinished(20'000));
    const QByteArray bomb = gzip.readAllStandardOutput();
    QVERIFY(bomb.size() > 1000 && bomb.size() < 1'000'000);
    ScriptedServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("200 OK", "Content-Encoding: gzip\r\n", bomb));
    });
    Http http;
    const auto result = await(http.send(get(server.url(), 20s)));
    QVERIFY2(!result, "an answer of 100 MB came through a limit of 8 MB");
    QCOMPARE(outcome(result), u"too-large"_s);
}

void TestHttp::largeBodyWithinTheLimit()
{
    const QByteArray body(7'900'000, 'y');
    ScriptedServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("200 OK", "", body));
    });
    Http http;
    const auto result = await(http.send(get(server.url(), 30s)));
    QCOMPARE(outcome(result), u"200"_s);
    QVERIFY(result->body == body);
}

void TestHttp::manyAtOnce()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray path = request.split(' ').value(1);
        QTimer::singleShot(30, socket, [=] { socket->write(ScriptedServer::whole("200 OK", "", path)); });
    });
    Http http;
    std::vector<Task> tasks;
    for (int i = 0; i < 40; ++i) {
        Request request = get(server.url(u"/%1"_s.arg(i)));
        if (i % 2)
            request.method = "POST";
        tasks.push_back(http.send(request));
    }
    for (int i = 0; i < 40; ++i) {
        const auto result = await(std::move(tasks[size_t(i)]));
        QVERIFY(result);
        QCOMPARE(result->body, "/" + QByteArray::number(i));
    }
    QCOMPARE(server.requests.size(), 40);
}

void TestHttp::countsAndTells()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("204 None", "", ""));
    });
    Http http;
    QList<Exchange> told;
    connect(&http, &Http::exchanged, this, [&](const Exchange &exchange) { told.append(exchange); });
    QVERIFY(await(http.send(get(server.url(u"/cgi-bin/gettoken?corpid=ww1&corpsecret=kAnArY"_s)))));
    Request write = get(server.url(u"/api/authenticators:update?filterByTk=1"_s));
    write.method = "POST";
    write.body = "{\"secret\":\"kAnArY\"}";
    write.writes = true;
    QVERIFY(await(http.send(write)));
    server.close();
    QVERIFY(!await(http.send(get(server.url(u"/x?code=kAnArY"_s)))));

    QCOMPARE(http.requestCount(), 3);
    QCOMPARE(http.writeCount(), 1);
    QCOMPARE(told.size(), 3);
    QCOMPARE(told.at(0).status, 204);
    QVERIFY(told.at(0).url.contains(u"corpid=ww1"_s));
    QVERIFY(!told.at(0).writes);
    QVERIFY(told.at(1).writes);
    QCOMPARE(told.at(1).method, "POST"_ba);
    QCOMPARE(told.at(2).status, 0);
    for (const Exchange &exchange : std::as_const(told))
        QVERIFY2(!exchange.url.contains(u"kAnArY"_s), qPrintable(exchange.url));
}

void TestHttp::reachesThisComputerAlone()
{
    ScriptedServer server([](QTcpSocket *socket, const QByteArray &) {
        socket->write(ScriptedServer::whole("200 OK", "", "here"));
    });
    Http http(Http::Reach::ThisComputer);
    QVERIFY(await(http.send(get(server.url()))));
    for (const QString &elsewhere :
         {u"https://crm.example.com"_s, u"http://192.0.2.1"_s, u"http://localhost.example.com"_s}) {
        const auto refused = await(http.send(get(QUrl(elsewhere))));
        QVERIFY2(!refused, qPrintable(elsewhere));
        QCOMPARE(refused.error().code, FaultCode::OriginNotAllowed);
        QCOMPARE(refused.error().param(u"reason"_s), u"rehearsal"_s);
    }
    QCOMPARE(http.requestCount(), 1);
}

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
