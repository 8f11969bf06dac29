// SPDX-License-Identifier: Apache-2.0
// One decision for both stacks: the embedded browser takes the certificates that net takes, refuses the
// others with net's reason, and goes by the proxy that net goes by. Real TLS, a real proxy.
#include "viewerstage.h"

#include <QNetworkProxy>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;

namespace {

// A proxy as companies have it. It knows one place for all the names in `names`, and refuses the rest.
class Proxy : public QTcpServer
{
public:
    explicit Proxy(quint16 to) : m_to(to)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *inside = nextPendingConnection();
            connect(inside, &QTcpSocket::disconnected, inside, &QObject::deleteLater);
            connect(inside, &QTcpSocket::readyRead, inside, [this, inside] { read(inside); });
        });
    }
    net::ProxySetting setting() const
    {
        return {net::ProxySetting::Kind::Manual, QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()))};
    }
    QByteArrayList asked; // first words of each request, "CONNECT crm.example.invalid:443"
    QByteArray refuseWith;
    qsizetype timesSince(qsizetype first, const QByteArray &host) const
    {
        return std::count_if(asked.cbegin() + first, asked.cend(),
                             [&host](const QByteArray &one) { return one.contains(host); });
    }

private:
    void read(QTcpSocket *inside)
    {
        if (inside->property("open").toBool())
            return;
        QByteArray got = inside->property("got").toByteArray() + inside->readAll();
        inside->setProperty("got", got);
        if (!got.contains("\r\n\r\n"))
            return;
        inside->setProperty("open", true);
        const QList<QByteArray> words = got.left(got.indexOf('\r')).split(' ');
        asked << words.value(0) + ' ' + words.value(1).split('?').first();
        if (!refuseWith.isEmpty()) {
            inside->write("HTTP/1.1 " + refuseWith + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            inside->disconnectFromHost();
            return;
        }
        auto *outside = new QTcpSocket(inside);
        outside->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        const bool tunnel = words.value(0) == "CONNECT";
        connect(outside, &QTcpSocket::connected, inside, [inside, outside, tunnel, got, words] {
            if (tunnel)
                inside->write("HTTP/1.1 200 Connection established\r\n\r\n");
            else // to a server that knows paths only
                outside->write(QByteArray(got).replace(
                    words.value(1), QUrl(QString::fromLatin1(words.value(1)))
                                        .toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)));
            connect(inside, &QTcpSocket::readyRead, outside, [=] { outside->write(inside->readAll()); });
            connect(outside, &QTcpSocket::readyRead, inside, [=] { inside->write(outside->readAll()); });
        });
        connect(outside, &QTcpSocket::disconnected, inside, &QTcpSocket::disconnectFromHost);
        outside->connectToHost(QHostAddress::LocalHost, m_to);
    }
    quint16 m_to;
};

} // namespace

class TestViewerTrust : public ViewerTest
{
    Q_OBJECT

private slots:
    void makeCertificates()
    {
        QProcess maker;
        maker.start(u"bash"_s, {QStringLiteral(TESTS_DIR "/unit/net/certificates.sh"), m_folder.path()});
        QVERIFY(maker.waitForFinished(60000));
        QVERIFY2(maker.exitCode() == 0, maker.readAllStandardError().constData());
    }

    // What is wrong with it, its host and its fingerprint: exactly what net says, so that the same question
    // follows.
    void refusesAsNetDoes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("wronghost") << u"tls-wrong-host"_s;
        QTest::newRow("selfsigned") << u"tls-untrusted"_s;
        QTest::newRow("expired") << u"tls-expired"_s;
        QTest::newRow("future") << u"tls-not-yet-valid"_s;
    }

    void refusesAsNetDoes()
    {
        QFETCH(QString, code);
        const CompanyAuthority known(m_folder.filePath(u"ca.pem"_s));
        serveAs(QString::fromLatin1(QTest::currentDataTag()));
        Shown shown(m_plugin);
        net::Request request;
        request.url = page();
        const auto byNet = byNetWith(shown, request);
        QVERIFY(!byNet);
        QCOMPARE(net::faultName(byNet.error().code), code);
        m_server->asked.clear();

        QVERIFY(shown.start({net::originOf(page())}));
        shown.viewer->open(page());
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 20000);
        QCOMPARE(shown.failed.first().code, byNet.error().code);
        for (const QString &name : {u"host"_s, u"sha256"_s, u"issuer"_s, u"notAfter"_s}) {
            QCOMPARE(shown.failed.first().param(name), byNet.error().param(name));
            QVERIFY(!byNet.error().param(name).isEmpty());
        }
        QTest::qWait(300);
        QCOMPARE(m_server->asked.size(), 0);
        QCOMPARE(shown.failed.size(), 1);

        // The person's decision, once for both.
        shown.pins = {{byNet.error().param(u"host"_s), byNet.error().param(u"sha256"_s)}};
        QVERIFY(byNetWith(shown, request));
        QVERIFY(shown.start({net::originOf(page())}));
        shown.viewer->open(page());
        QTRY_VERIFY_WITH_TIMEOUT(!shown.loaded.isEmpty(), 20000);
        QCOMPARE(shown.settled()->text, u"in"_s);
        // For this host and this certificate alone.
        shown.pins = {{u"other.example.com"_s, byNet.error().param(u"sha256"_s)}};
        QVERIFY(shown.start({net::originOf(page())}));
        shown.viewer->open(page());
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 2, 20000);
    }

    // Chromium's list of authorities knows nothing of a company's own, which the computer does know.
    void acceptsWhatNetAccepts_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("company's authority is known") << true;
        QTest::newRow("it is not") << false;
    }

    void acceptsWhatNetAccepts()
    {
        QFETCH(bool, known);
        std::optional<CompanyAuthority> authority;
        if (known)
            authority.emplace(m_folder.filePath(u"ca.pem"_s));
        serveAs(u"good"_s);
        Shown shown(m_plugin);
        QVERIFY(shown.start({net::originOf(page())}));
        shown.viewer->open(page());
        if (known) {
            QTRY_VERIFY_WITH_TIMEOUT(!shown.loaded.isEmpty(), 20000);
            QCOMPARE(shown.settled()->text, u"in"_s);
            QVERIFY(shown.failed.isEmpty());
        } else {
            QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 20000);
            QCOMPARE(shown.failed.first().code, FaultCode::TlsUntrusted);
        }
    }

    // The names exist nowhere: a page can only have come by the proxy.
    void goesByTheProxy_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("plain") << u"http"_s << QByteArray("GET http://localhost.invalid/page");
        QTest::newRow("tunnel") << u"https"_s << QByteArray("CONNECT localhost.invalid:443");
    }

    void goesByTheProxy()
    {
        QFETCH(QString, scheme);
        QFETCH(QByteArray, asked);
        serveAs(u"selfsigned"_s);
        const bool tls = scheme == u"https"_s;
        Proxy proxy(quint16(QUrl(tls ? m_server->tlsOrigin() : m_server->origin()).port()));
        Shown shown(m_plugin);
        shown.proxy = proxy.setting();
        shown.pins = {{u"localhost.invalid"_s, fingerprint(u"selfsigned"_s)}};
        const QUrl url(scheme + u"://localhost.invalid/page"_s);
        net::Request request;
        request.url = url;
        QVERIFY(byNetWith(shown, request));
        QCOMPARE(proxy.asked.last(), asked);
        proxy.asked.clear();

        QVERIFY(shown.start({net::originOf(url), m_other->origin()}));
        shown.viewer->open(url);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.loaded.isEmpty() || !shown.failed.isEmpty(), 20000);
        QVERIFY2(shown.failed.isEmpty(), qPrintable(net::faultName(shown.failed.value(0).code)));
        QCOMPARE(shown.settled()->text, u"in"_s);
        QVERIFY2(proxy.asked.contains(asked), proxy.asked.join('|').constData());
        // This computer itself is reached without, in the same test.
        m_other->page("/here", "<p>here</p>");
        const qsizetype before = proxy.asked.size();
        shown.viewer->open(m_other->url(u"/here"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"here"_s, 20000);
        QCOMPARE(proxy.timesSince(before, "127.0.0.1"), 0);
    }

    // Per target, as the system says: here by the environment, which net reads anew each minute.
    void goesByTheSystemsProxyPerTarget()
    {
        Proxy proxy(quint16(QUrl(m_server->origin()).port()));
        m_server->page("/page", "<p>in</p>");
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(proxy.serverPort());
        qputenv("http_proxy", address);
        qputenv("https_proxy", address);
        qputenv("no_proxy", "direct.invalid");
        Shown shown(m_plugin);
        shown.proxy = {};
        QVERIFY(shown.start({u"http://proxied.invalid"_s, u"http://direct.invalid"_s}));
        shown.viewer->open(QUrl(u"http://proxied.invalid/page"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.loaded.isEmpty(), 20000);
        QCOMPARE(shown.settled()->text, u"in"_s);
        shown.viewer->open(QUrl(u"http://direct.invalid/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 20000);
        QCOMPARE(shown.failed.first().code, FaultCode::NameUnknown); // nobody was asked who would know it
        QCOMPARE(proxy.timesSince(0, "direct.invalid"), 0);
        for (const char *name : {"http_proxy", "https_proxy", "no_proxy"})
            qunsetenv(name);
    }

    void namesTheProxysRefusal_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("refusal");
        QTest::newRow("plain, password") << u"http"_s << QByteArray("407 Proxy Authentication Required");
        QTest::newRow("tunnel, password") << u"https"_s << QByteArray("407 Proxy Authentication Required");
        QTest::newRow("tunnel, forbidden") << u"https"_s << QByteArray("403 Forbidden");
    }

    void namesTheProxysRefusal()
    {
        QFETCH(QString, scheme);
        QFETCH(QByteArray, refusal);
        Proxy proxy(1);
        proxy.refuseWith = refusal;
        Shown shown(m_plugin);
        shown.proxy = proxy.setting();
        const QUrl url(scheme + u"://crm.example.invalid/page"_s);
        QVERIFY(shown.start({net::originOf(url)}));
        shown.viewer->open(url);
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 30000);
        QCOMPARE(net::faultName(shown.failed.first().code), u"proxy-refused"_s);
    }

    // It is a door for the browser alone.
    void theDoorIsLocked()
    {
        m_server->page("/page", "<p>in</p>");
        Proxy proxy(quint16(QUrl(m_server->origin()).port()));
        Shown shown(m_plugin);
        shown.proxy = proxy.setting();
        QVERIFY(shown.start({u"http://crm.example.invalid"_s}));
        const QNetworkProxy door = QNetworkProxy::applicationProxy();
        QCOMPARE(door.type(), QNetworkProxy::HttpProxy);
        QTcpSocket stranger;
        stranger.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        stranger.connectToHost(door.hostName(), door.port());
        QTRY_COMPARE(stranger.state(), QAbstractSocket::ConnectedState);
        stranger.write("GET http://crm.example.invalid/page HTTP/1.1\r\nHost: crm.example.invalid\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(stranger.bytesAvailable() > 0, 5000);
        QVERIFY(stranger.readAll().startsWith("HTTP/1.1 407 "));
        QCOMPARE(proxy.asked.size(), 0);
        const quint16 port = door.port();
        shown.viewer->close();
        QTest::qWait(100);
        QTcpSocket later;
        later.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        later.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(later.error(), QAbstractSocket::ConnectionRefusedError);
    }

private:
    // An authority that this computer trusts, as the administrator of a company adds one.
    struct CompanyAuthority
    {
        explicit CompanyAuthority(const QString &file) : before(QSslConfiguration::defaultConfiguration())
        {
            QSslConfiguration with = before;
            with.addCaCertificates(file);
            QSslConfiguration::setDefaultConfiguration(with);
        }
        ~CompanyAuthority() { QSslConfiguration::setDefaultConfiguration(before); }
        Q_DISABLE_COPY_MOVE(CompanyAuthority)
        QSslConfiguration before;
    };

    // What net does with the same settings.
    static net::Result<net::Response> byNetWith(const Shown &shown, const net::Request &request)
    {
        net::Http http;
        http.setProxy(shown.proxy);
        http.setPins(shown.pins);
        return QCoro::waitFor(http.send(request));
    }
    QUrl page() const
    {
        return QUrl(m_server->tlsOrigin().replace(u"127.0.0.1"_s, u"localhost"_s) + u"/page"_s);
    }
    QString fingerprint(const QString &name) const
    {
        const auto certificates = QSslCertificate::fromPath(m_folder.filePath(name + u".pem"_s));
        return QString::fromLatin1(certificates.first().digest(QCryptographicHash::Sha256).toHex());
    }
    void serveAs(const QString &name)
    {
        QFile key(m_folder.filePath(name + u".key"_s));
        QVERIFY(key.open(QIODevice::ReadOnly));
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        const auto certificates = QSslCertificate::fromPath(m_folder.filePath(name + u".pem"_s));
        configuration.setLocalCertificate(certificates.first());
        m_server->startTls(configuration);
        m_server->page("/page", "<p>in</p>");
    }

    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    return runViewerTest<TestViewerTrust>(argc, argv);
}

#include "tst_viewertrust.moc"
