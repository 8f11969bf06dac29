// SPDX-License-Identifier: Apache-2.0
// Where the embedded browser goes and what it tells of it: a real one, with its sandbox on, against a server
// that knows what it was asked.
#include "viewerstage.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;

class TestViewer : public ViewerTest
{
    Q_OBJECT

private slots:
    void tellsEveryHopBeforeItIsRequested()
    {
        m_server->redirect("/a", "/b?code=CANARY-code");
        m_server->redirect("/b", "/c");
        m_server->page("/c", "<script>setTimeout(() => location.replace('/d'), 100)</script>");
        m_server->page("/d", "<p>the end</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        QList<int> askedBefore;
        connect(shown.viewer.get(), &login::LoginViewer::requested, this,
                [&](const QUrl &url) { askedBefore << m_server->times(url.path().toUtf8()); });
        shown.viewer->open(m_server->url(u"/a"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.requested.size(), 4, 15000);
        const auto page = shown.settled();
        QVERIFY(page);
        QCOMPARE(page->text, u"the end"_s);
        QCOMPARE(page->url.path(), u"/d"_s);
        const QList<QUrl> hops{m_server->url(u"/a"_s), m_server->url(u"/b?code=CANARY-code"_s),
                               m_server->url(u"/c"_s), m_server->url(u"/d"_s)};
        QCOMPARE(shown.requested, hops);
        QCOMPARE(askedBefore, QList<int>({0, 0, 0, 0}));
        QCOMPARE(shown.loaded.last(), std::pair(true, 200));
        QVERIFY(shown.failed.isEmpty());
    }

    void showsTheAddressMasked()
    {
        m_server->page("/landing", "<p>in</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/landing?authenticator=wecom&token=CANARY-token"_s));
        QVERIFY(shown.settled());
        const auto *line = shown.window->findChild<QLabel *>(u"browserAddress"_s);
        QVERIFY(line);
        QVERIFY(line->accessibleDescription().contains(u"authenticator=wecom"_s));
        for (const QString &text :
             {line->text(), line->toolTip(), line->accessibleDescription(), shown.window->windowTitle()})
            QVERIFY2(!text.contains(u"CANARY"_s), qPrintable(text));
    }

    void refusesOtherOrigins_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("redirect") << QByteArray();
        QTest::newRow("script") << QByteArray("<script>location.href = 'OTHER/x?code=CANARY'</script>");
        QTest::newRow("form") << QByteArray(
            "<form method=post action='OTHER/x'></form><script>document.forms[0].submit()</script>");
    }

    void refusesOtherOrigins()
    {
        QFETCH(QByteArray, page);
        if (page.isEmpty())
            m_server->redirect("/start", m_other->origin().toUtf8() + "/x?code=CANARY");
        else
            m_server->page("/start", page.replace("OTHER", m_other->origin().toUtf8()));
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/start"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 15000);
        QCOMPARE(shown.failed.first().code, FaultCode::OriginNotAllowed);
        QCOMPARE(shown.failed.first().param(u"host"_s), u"127.0.0.1"_s);
        QCOMPARE(shown.failed.first().param(u"reason"_s), u"navigation"_s);
        const auto params = shown.failed.constFirst().params;
        for (const QString &value : params)
            QVERIFY2(!value.contains(u"CANARY"_s), qPrintable(value));
        QTest::qWait(300);
        QCOMPARE(m_other->asked.size(), 0);
        QCOMPARE(shown.requested, QList<QUrl>{m_server->url(u"/start"_s)});
        QCOMPARE(shown.failed.size(), 1);
    }

    // What is no part of the login does not end it; it is told in the line above the page.
    void refusesSideWays_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("refused");
        QTest::newRow("window") << QByteArray("<p>x<script>window.open('OTHER/x?code=CANARY')</script>")
                                << QByteArray("Window");
        QTest::newRow("link") << QByteArray(
                                     "<a href='OTHER/x?code=CANARY' id=l>x</a><script>l.click()</script>")
                              << QByteArray("Link");
        QTest::newRow("local file") << QByteArray("<p>x<script>window.open('file:///etc/passwd')</script>")
                                    << QByteArray();
        QTest::newRow("other program")
            << QByteArray("<p>x<script>location.href = 'wxwork://jump?code=CANARY'</script>") << QByteArray();
    }

    void refusesSideWays()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, refused);
        m_server->page("/start", page.replace("OTHER", m_other->origin().toUtf8()));
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/start"_s));
        if (!refused.isEmpty()) { // the others are stopped by Chromium itself, which says nothing
            QTRY_COMPARE_WITH_TIMEOUT(shown.refused(), refused, 15000);
            QVERIFY(shown.notice().contains(u"127.0.0.1"_s));
            QVERIFY(!shown.notice().contains(u"CANARY"_s));
        }
        const auto settled = shown.settled();
        QVERIFY(settled);
        QCOMPARE(settled->text, u"x"_s);
        QTest::qWait(500);
        QCOMPARE(QCoro::waitFor(shown.viewer->settled(limit))->url, m_server->url(u"/start"_s));
        QCOMPARE(m_other->asked.size(), 0);
        QVERIFY(shown.failed.isEmpty());
    }

    void framesMayComeFromElsewhere()
    {
        m_other->page("/frame", "<p>frame</p>");
        m_server->page("/start",
                       "<p>page</p><iframe src='" + m_other->origin().toUtf8() + "/frame'></iframe>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/start"_s));
        QVERIFY(shown.settled());
        QTRY_COMPARE(m_other->times("/frame"), 1);
        QVERIFY(shown.failed.isEmpty());
        QCOMPARE(shown.requested.size(), 1);
    }

    void followsNewWindowsHere()
    {
        m_server->page("/start", "<script>window.open('/login')</script>");
        m_server->page("/login", "<p>login</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/start"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.requested.size(), 2, 15000);
        QCOMPARE(shown.settled()->text, u"login"_s);
    }

    void tellsTheStatus()
    {
        m_server->on("/gone", [](const Asked &) {
            return WebServer::whole("404 Not Found", "Content-Type: text/plain\r\n", "Not Found");
        });
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/gone"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.loaded.size(), 1, 15000);
        QCOMPARE(shown.loaded.first(), std::pair(false, 404));
        QVERIFY(shown.failed.isEmpty());
    }

    void closingEndsWhoWaits()
    {
        m_server->page("/page",
                       "<p id=o></p><script>setInterval(() => o.textContent = Date.now(), 50)</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTimer::singleShot(700, shown.viewer.get(), [&] { shown.viewer->close(); });
        QElapsedTimer time;
        time.start();
        const auto page = QCoro::waitFor(shown.viewer->settled(20s));
        QVERIFY(!page);
        QCOMPARE(page.error().code, FaultCode::Cancelled);
        QVERIFY(time.elapsed() < 8000);
    }

    void closingFromItsOwnSignalIsWell()
    {
        m_server->page("/page", "<p>x</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        connect(shown.viewer.get(), &login::LoginViewer::requested, this, [&] { shown.viewer->close(); });
        shown.viewer->open(m_server->url(u"/page"_s));
        QTest::qWait(500);
        QVERIFY(shown.start({m_server->origin()}));
    }
};

int main(int argc, char **argv)
{
    return runViewerTest<TestViewer>(argc, argv);
}

#include "tst_viewer.moc"
