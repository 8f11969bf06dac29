// SPDX-License-Identifier: Apache-2.0
// Everything that makes an embedded browser an embarrassment, brought about for real: each is noticed, told
// with its reason, and the browser can be started again afterwards.
#include "viewerstage.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;

class TestViewerTrouble : public ViewerTest
{
    Q_OBJECT

private slots:
    // What the kernel says of the page process, not what we meant to do.
    void theSandboxIsOn()
    {
        m_server->page("/page", "<p>x</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QVERIFY(shown.settled());
        const auto renderers = processes::renderersOf(QCoreApplication::applicationPid());
        QVERIFY(!renderers.isEmpty());
        for (const qint64 process : renderers) {
            QCOMPARE(processes::statusOf(process, "Seccomp"), QByteArray("2")); // filtered
            QCOMPARE(processes::statusOf(process, "NoNewPrivs"), QByteArray("1"));
            QVERIFY(!processes::commandOf(process).contains("--no-sandbox"));
        }
        QVERIFY(shown.refused().isEmpty());
    }

    // Where the system refuses it nothing of WebEngine is made, and it is not tried without the sandbox.
    void saysThatTheSystemRefuses()
    {
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_NPROC, &before), 0);
        rlimit none = before;
        none.rlim_cur = 0; // no process may be made any more, so none with namespaces of its own
        QCOMPARE(setrlimit(RLIMIT_NPROC, &none), 0);
        Shown shown(m_plugin);
        const auto started = shown.start({m_server->origin()});
        QCOMPARE(setrlimit(RLIMIT_NPROC, &before), 0);
        QVERIFY(!started);
        QCOMPARE(started.error().code, FaultCode::BrowserCannotStart);
        const QStringList reasons{u"user-namespaces"_s, u"apparmor"_s};
        QVERIFY(reasons.contains(started.error().param(u"reason"_s)));
        QVERIFY(!shown.window->findChild<QWidget *>(u"browserView"_s));
        QCOMPARE(shown.failed.size(), 1);
        QVERIFY(shown.start({m_server->origin()}));
    }

    void drawsWithoutAGraphicsCard()
    {
        m_server->page("/page",
                       "<p id=o></p><script>o.textContent = "
                       "document.createElement('canvas').getContext('webgl') ? 'webgl' : 'none'</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QCOMPARE(shown.settled()->text, u"none"_s);
        const auto renderers = processes::renderersOf(QCoreApplication::applicationPid());
        QVERIFY(std::any_of(renderers.cbegin(), renderers.cend(), [](qint64 process) {
            return processes::commandOf(process).contains("--disable-gpu");
        }));
    }

    void noticesThatThePageProcessEnded()
    {
        Shown shown(m_plugin);
        open(shown);
        const auto renderers = processes::renderersOf(QCoreApplication::applicationPid());
        QVERIFY(!renderers.isEmpty());
        for (const qint64 process : renderers)
            kill(pid_t(process), SIGKILL);
        isOfNoMoreUse(shown, u"process"_s, 10000);
    }

    void noticesThatThePageProcessWasStopped()
    {
        Shown shown(m_plugin);
        open(shown);
        const auto renderers = processes::renderersOf(QCoreApplication::applicationPid());
        QVERIFY(!renderers.isEmpty());
        for (const qint64 process : renderers)
            kill(pid_t(process), SIGSTOP);
        isOfNoMoreUse(shown, u"hung"_s, 60000);
        // And the one that hangs does not stay behind, although it can hear nothing.
        QTRY_VERIFY_WITH_TIMEOUT(std::none_of(renderers.cbegin(), renderers.cend(), processes::isRunning),
                                 20000);
    }

    void noticesAScriptThatNeverEnds()
    {
        m_server->page("/endless", "<p>x</p><script>setTimeout(() => { for (;;); }, 1500)</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/endless"_s));
        isOfNoMoreUse(shown, u"hung"_s, 60000);
    }

    // Before the document is whole: the server is not to blame.
    void noticesAScriptThatKeepsThePageFromLoading()
    {
        m_server->page("/endless", "<p>x</p><script>for (;;);</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/endless"_s));
        isOfNoMoreUse(shown, u"hung"_s, 60000);
    }

    void noticesThatNothingIsPainted_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a script that is missing")
            << QByteArray("<div id=root></div><script src='/gone.js'></script>");
        QTest::newRow("white on white") << QByteArray("<p style='color:#fff'>x</p>");
    }

    void noticesThatNothingIsPainted()
    {
        QFETCH(QByteArray, body);
        m_server->page("/white", "<!doctype html><body>" + body);
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/white"_s));
        isOfNoMoreUse(shown, u"empty"_s, 90000);
    }

    void aPageThatIsPaintedLateIsWell()
    {
        m_server->page("/late", "<!doctype html><body><script>setTimeout(() => document.body.append('here'), "
                                "9000)</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/late"_s));
        QTest::qWait(45000); // longer than anything waits
        QVERIFY(shown.failed.isEmpty());
        QCOMPARE(shown.settled()->text, u"here"_s);
    }

    void namesLoadFaults_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("code");
        QTcpServer gone; // whose port nobody has any more
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        QTest::newRow("nobody listens")
            << QUrl(u"http://127.0.0.1:%1/"_s.arg(gone.serverPort())) << u"refused"_s;
        QTest::newRow("unsafe port") << QUrl(u"http://127.0.0.1:1/"_s) << u"unreachable"_s;
        QTest::newRow("name unknown") << QUrl(u"http://nowhere.invalid/"_s) << u"name-unknown"_s;
    }

    void namesLoadFaults()
    {
        QFETCH(QUrl, url);
        QFETCH(QString, code);
        Shown shown(m_plugin);
        QVERIFY(shown.start({net::originOf(url)}));
        shown.viewer->open(url);
        // Who looks for a button is told at once.
        const auto pressed = QCoro::waitFor(shown.viewer->press(u"WeCom"_s, 60s));
        QVERIFY(!pressed);
        QCOMPARE(net::faultName(pressed.error().code), code);
        QCOMPARE(shown.failed.size(), 1);
        QCOMPARE(shown.failed.first(), pressed.error());
        QCOMPARE(shown.failed.first().param(u"host"_s), url.host());
        QCOMPARE(shown.failed.first().param(u"reason"_s), url.port() == 1 ? u"port"_s : QString());
    }

    // As WeCom's page sends the browser to the callback; the address comes before what became of it.
    void namesAPageThatAnotherLeadsTo()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QUrl callback(
            u"http://127.0.0.1:%1/api/wecom:redirect?code=x&state=y"_s.arg(gone.serverPort()));
        gone.close();
        m_server->page("/leads", "<p>x</p><script>setTimeout(() => location.href = '" + callback.toEncoded() +
                                     "', 300)</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin(), net::originOf(callback)}));
        shown.viewer->open(m_server->url(u"/leads"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 30000);
        QCOMPARE(shown.requested.last(), callback);
        QCOMPARE(net::faultName(shown.failed.first().code), u"refused"_s);
        QCOMPARE(shown.failed.first().param(u"host"_s), callback.host());
    }

    void namesACutAnswer()
    {
        m_server->on("/cut", [](const Asked &) { return QByteArray("HTT"); });
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/cut"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 30000);
        QCOMPARE(net::faultName(shown.failed.first().code), u"unreachable"_s);
    }

    // Whoever took the request was reached.
    void namesAServerThatHangsUp()
    {
        QTcpServer rude;
        connect(&rude, &QTcpServer::newConnection, this, [&rude] {
            auto *line = rude.nextPendingConnection();
            connect(line, &QTcpSocket::readyRead, line, &QTcpSocket::close);
        });
        QVERIFY(rude.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(rude.serverPort()));
        Shown shown(m_plugin);
        QVERIFY(shown.start({net::originOf(url)}));
        shown.viewer->open(url);
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 30000);
        QCOMPARE(net::faultName(shown.failed.first().code), u"unreachable"_s);
        QCOMPARE(shown.failed.first().param(u"reason"_s), u"closed"_s);
    }

    void doesNotWaitForEver()
    {
        m_server->on("/hangs", [](const Asked &) { return QByteArray(); });
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/hangs"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 60000);
        QCOMPARE(shown.failed.first().code, FaultCode::Timeout);
    }

    void aLatePictureIsNoFault()
    {
        m_server->on("/hangs", [](const Asked &) { return QByteArray(); });
        m_server->page("/page", "<p>here</p><img src='/hangs'>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.loaded.size(), 1, 60000);
        QVERIFY(shown.loaded.first().first);
        QVERIFY(shown.failed.isEmpty());
    }

private:
    void open(Shown &shown)
    {
        m_server->page("/page", "<p>x</p>");
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QVERIFY(shown.settled());
    }

    // Told once, with its reason; who waits is told too; and another start is as good as the first.
    void isOfNoMoreUse(Shown &shown, const QString &reason, int milliseconds)
    {
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, milliseconds);
        QCOMPARE(shown.failed.first().code, FaultCode::BrowserBlank);
        QCOMPARE(shown.failed.first().param(u"reason"_s), reason);
        const auto page = shown.settled();
        QVERIFY(!page);
        QCOMPARE(page.error().code, FaultCode::BrowserBlank);
        QTest::qWait(1500);
        QCOMPARE(shown.failed.size(), 1);
        m_server->page("/again", "<p>again</p>");
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/again"_s));
        const auto again = shown.settled();
        QVERIFY(again);
        QCOMPARE(again->text, u"again"_s);
    }
};

int main(int argc, char **argv)
{
    return runViewerTest<TestViewerTrouble>(argc, argv);
}

#include "tst_viewertrouble.moc"
