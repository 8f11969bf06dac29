// SPDX-License-Identifier: Apache-2.0
// What the embedded browser sees on a page and presses there.
#include "viewerstage.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;

class TestViewerSight : public ViewerTest
{
    Q_OBJECT

private slots:
    void seesQrPictures_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("shown");
        const QByteArray draw = "<script>setTimeout(() => { const c = document.createElement('canvas'); "
                                "c.width = c.height = SIZE;"
                                "document.body.append(c); PEN }, 400)</script>";
        const QByteArray pen = "const p = c.getContext('2d'); p.fillRect(0, 0, 40, 40);";
        QByteArray canvas = draw, empty = draw, small = draw;
        const QByteArray picture = "<svg xmlns='http://www.w3.org/2000/svg' width='STYLEX' "
                                   "height='STYLEY'><rect width='40' height='40'/></svg>";
        QByteArray svg = picture, wide = picture;
        QTest::newRow("canvas, drawn late") << canvas.replace("SIZE", "150").replace("PEN", pen) << true;
        QTest::newRow("canvas, never drawn") << empty.replace("SIZE", "150").replace("PEN", "") << false;
        QTest::newRow("canvas, small") << small.replace("SIZE", "60").replace("PEN", pen) << false;
        QTest::newRow("svg") << svg.replace("STYLEX", "120").replace("STYLEY", "120") << true;
        QTest::newRow("svg, a banner") << wide.replace("STYLEX", "400").replace("STYLEY", "120") << false;
        QTest::newRow("picture") << QByteArray("<img width=120 height=120 src='/qr.svg'>") << true;
        QTest::newRow("picture that is missing")
            << QByteArray("<img width=120 height=120 src='/none'>") << false;
        QTest::newRow("picture that is hidden")
            << QByteArray("<div style='visibility:hidden'><img width=120 height=120 src='/qr.svg'></div>")
            << false;
        QTest::newRow("in a frame") << QByteArray("<iframe width=300 height=300 srcdoc=\"<img width=120 "
                                                  "height=120 src='/qr.svg'>\"></iframe>")
                                    << true;
        QTest::newRow("text only") << QByteArray("<p>redirect_uri mismatch</p>") << false;
    }

    void seesQrPictures()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, shown);
        m_server->page("/page", "<!doctype html><body><p>scan</p>" + body);
        m_server->on("/qr.svg", [](const Asked &) {
            return WebServer::whole("200 OK", "Content-Type: image/svg+xml\r\n",
                                    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><rect "
                                    "width='9' height='9'/></svg>");
        });
        Shown browser(m_plugin);
        QVERIFY(browser.start({m_server->origin()}));
        browser.viewer->open(m_server->url(u"/page"_s));
        const auto page = browser.settled();
        QVERIFY(page);
        QCOMPARE(page->qrShown, shown);
    }

    void pressesWhatIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pressed");
        QTest::newRow("exact before similar") << u"Sign in"_s << u"exact"_s;
        QTest::newRow("space in Chinese") << u"登录"_s << u"chinese"_s;
        QTest::newRow("similar when alone") << u"WeCom"_s << u"similar"_s;
        QTest::newRow("link") << u"Help"_s << u"link"_s;
        QTest::newRow("hidden") << u"Secret"_s << QString();
        QTest::newRow("absent") << u"Nothing"_s << QString();
    }

    void pressesWhatIsMeant()
    {
        QFETCH(QString, text);
        QFETCH(QString, pressed);
        m_server->page("/page",
                       "<!doctype html><meta charset=utf-8><body onclick=\"document.title = 'x'; "
                       "document.querySelector('#o').textContent = event.target.id\">"
                       "<p id=o></p><button id=similar>Sign in via WeCom</button><button "
                       "style='display:none' id=hidden>Secret</button>"
                       "<button id=chinese>\xe7\x99\xbb \xe5\xbd\x95</button><a id=link href='#'>Help</a>"
                       "<script>setTimeout(() => { const b = document.createElement('button'); b.id = "
                       "'exact'; b.textContent = ' Sign in ';"
                       "document.body.append(b); }, 300)</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        const auto result = QCoro::waitFor(shown.viewer->press(text, pressed.isEmpty() ? 2s : 15s));
        QVERIFY(result);
        QCOMPARE(*result, !pressed.isEmpty());
        if (!pressed.isEmpty())
            QVERIFY(shown.settled()->text.startsWith(pressed));
    }
};

int main(int argc, char **argv)
{
    return runViewerTest<TestViewerSight>(argc, argv);
}

#include "tst_viewersight.moc"
