// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include <QFile>
#include <QHttpServer>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Real handshakes with certificates made for this run. The private CA is what this process trusts.
class TestTls : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void certificates_data();
    void certificates();
    void pinLetsInOneCertificateOnly();
    void pinTakenBackIsGone();
    void hangsInTheHandshake();

private:
    QSslCertificate certificate(const QString &name) const;
    std::unique_ptr<QHttpServer> serve(const QString &name, quint16 *port);
    Request request(quint16 port) const;
    QString outcome(Http &http, quint16 port, Fault *fault = nullptr) const;

    QTemporaryDir m_folder;
};

void TestTls::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QProcess make;
    make.setProcessChannelMode(QProcess::MergedChannels);
    make.start(QStringLiteral(TESTS_DIR "/unit/net/certificates.sh"), {m_folder.path()});
    QVERIFY(make.waitForFinished(30'000));
    QVERIFY2(make.exitCode() == 0, make.readAll().constData());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificate(certificate(u"ca"_s));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

QSslCertificate TestTls::certificate(const QString &name) const
{
    const QList<QSslCertificate> found = QSslCertificate::fromPath(m_folder.filePath(name + u".pem"_s));
    return found.value(0);
}

std::unique_ptr<QHttpServer> TestTls::serve(const QString &name, quint16 *port)
{
    QFile keyFile(m_folder.filePath(name + u".key"_s));
    if (!keyFile.open(QIODevice::ReadOnly))
        qFatal("no key");
    auto server = std::make_unique<QHttpServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate(name));
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    auto *door = new QSslServer(server.get());
    door->setSslConfiguration(configuration);
    server->route(u"/api"_s, [] { return QHttpServerResponse("application/json", "{\"ok\":true}"); });
    if (!door->listen(QHostAddress::LocalHost))
        qFatal("no port");
    *port = door->serverPort();
    server->bind(door); // what newer versions of Qt have left
    return server;
}

Request TestTls::request(quint16 port) const
{
    Request request;
    request.url = QUrl(u"https://localhost:%1/api"_s.arg(port));
    request.deadline = 10s;
    return request;
}

QString TestTls::outcome(Http &http, quint16 port, Fault *fault) const
{
    const auto result = QCoro::waitFor(http.send(request(port)));
    if (!result && fault)
        *fault = result.error();
    return result ? QString::number(result->status) : faultName(result.error().code);
}

void TestTls::certificates_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("good") << u"200"_s;
    QTest::newRow("expired") << u"tls-expired"_s;
    QTest::newRow("future") << u"tls-not-yet-valid"_s;
    QTest::newRow("wronghost") << u"tls-wrong-host"_s;
    QTest::newRow("selfsigned") << u"tls-untrusted"_s;
    QTest::newRow("plain") << u"tls-failed"_s;
}

void TestTls::certificates()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    quint16 port = 0;
    std::unique_ptr<QHttpServer> server;
    QTcpServer plain;
    if (name == u"plain"_s) {
        connect(&plain, &QTcpServer::newConnection, this,
                [&] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        port = plain.serverPort();
    } else {
        server = serve(name, &port);
    }
    Http http;
    Fault fault;
    QFETCH(QString, expected);
    QCOMPARE(outcome(http, port, &fault), expected);
    if (name == u"good"_s || name == u"plain"_s)
        return;
    QCOMPARE(fault.param(u"sha256"_s),
             QString::fromLatin1(certificate(name).digest(QCryptographicHash::Sha256).toHex()));
    QCOMPARE(fault.param(u"host"_s), u"localhost"_s);
    QCOMPARE(fault.param(u"issuer"_s), name == u"selfsigned"_s ? u"localhost"_s : u"Test CA"_s);
    QVERIFY(QDateTime::fromString(fault.param(u"notAfter"_s), Qt::ISODate).isValid());
    // Asked again on the same Http the verdict is the same: no half-trusted connection is kept.
    QCOMPARE(outcome(http, port), expected);
}

void TestTls::pinLetsInOneCertificateOnly()
{
    quint16 selfSigned = 0;
    quint16 expired = 0;
    const auto one = serve(u"selfsigned"_s, &selfSigned);
    const auto other = serve(u"expired"_s, &expired);
    Http http;
    Fault fault;
    QCOMPARE(outcome(http, selfSigned, &fault), u"tls-untrusted"_s);
    const Pin pin{fault.param(u"host"_s), fault.param(u"sha256"_s)};
    http.setPins({pin});
    QCOMPARE(http.pins(), QList<Pin>{pin});
    QCOMPARE(outcome(http, selfSigned), u"200"_s);
    QCOMPARE(outcome(http, expired), u"tls-expired"_s);

    http.setPins({Pin{u"crm.example.com"_s, pin.sha256}});
    QCOMPARE(outcome(http, selfSigned), u"tls-untrusted"_s);
    http.setPins({Pin{pin.host, QString(64, u'0')}});
    QCOMPARE(outcome(http, selfSigned), u"tls-untrusted"_s);
    http.setPins({Pin{pin.host, QString()}});
    QCOMPARE(outcome(http, selfSigned), u"tls-untrusted"_s);
    http.setPins({Pin{u"LOCALHOST"_s, pin.sha256.toUpper()}});
    QCOMPARE(outcome(http, selfSigned), u"200"_s);
}

void TestTls::pinTakenBackIsGone()
{
    quint16 port = 0;
    const auto server = serve(u"selfsigned"_s, &port);
    Http http;
    const QString sha256 =
        QString::fromLatin1(certificate(u"selfsigned"_s).digest(QCryptographicHash::Sha256).toHex());
    http.setPins({Pin{u"localhost"_s, sha256}});
    QCOMPARE(outcome(http, port), u"200"_s); // leaves a kept connection behind
    http.setPins({});
    QCOMPARE(outcome(http, port), u"tls-untrusted"_s);
}

void TestTls::hangsInTheHandshake()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Http http;
    Request asked = request(silent.serverPort());
    asked.deadline = 300ms;
    const auto result = QCoro::waitFor(http.send(asked));
    QVERIFY(!result);
    QCOMPARE(result.error().code, FaultCode::Timeout);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
