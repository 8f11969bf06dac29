// SPDX-License-Identifier: Apache-2.0
// What pages ask of a person: refused at once, and said in the line above the page. And what the person has
// instead: the browser's own menu and its zoom.
#include "viewerstage.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestViewerAsked : public ViewerTest
{
    Q_OBJECT

private slots:
    void answersNo_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("refused");
        QTest::addColumn<QString>("about");
        QTest::newRow("alert") << QByteArray("alert('CANARY words'); say('went on')") << u"went on"_s
                               << QByteArray("Message") << u"CANARY words"_s;
        QTest::newRow("confirm") << QByteArray("say(String(confirm('Really?')))") << u"false"_s
                                 << QByteArray("Question") << u"Really?"_s;
        QTest::newRow("prompt") << QByteArray("say(String(prompt('Name?', 'x')))") << u"null"_s
                                << QByteArray("Question") << u"Name?"_s;
        // Both are only given to pages by https or of this computer, which this one is.
        QTest::newRow("place")
            << QByteArray(
                   "navigator.geolocation.getCurrentPosition(() => say('given'), () => say('refused'))")
            << u"refused"_s << QByteArray("Permission") << u"127.0.0.1"_s;
        QTest::newRow("camera")
            << QByteArray("navigator.mediaDevices.getUserMedia({video: true, audio: true}).then(() => "
                          "say('given'), (e) => say('refused'))")
            << u"refused"_s << QByteArray() << QString(); // without a camera nobody is asked
        QTest::newRow("screen") << QByteArray("navigator.mediaDevices.getDisplayMedia({video: true}).then(() "
                                              "=> say('given'), () => say('refused'))")
                                << u"refused"_s << QByteArray() << QString();
        QTest::newRow("notifications")
            << QByteArray("Notification.requestPermission().then((answer) => say(answer))") << u"denied"_s
            << QByteArray("Permission") << u"127.0.0.1"_s;
        QTest::newRow("download")
            << QByteArray("const a = document.createElement('a'); a.href = '/file'; a.download = "
                          "'canary.bin'; document.body.append(a); a.click(); say('x')")
            << u"x"_s << QByteArray("Download") << u"canary.bin"_s;
    }

    void answersNo()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, text);
        QFETCH(QByteArray, refused);
        QFETCH(QString, about);
        m_server->on("/file", [](const Asked &) {
            return WebServer::whole("200 OK", "Content-Disposition: attachment; filename=canary.bin\r\n",
                                    "CANARY-download");
        });
        m_server->page(
            "/page", "<body><p id=o></p><script>const say = (t) => document.querySelector('#o').textContent "
                     "= t; " +
                         script + "</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), text, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(shown.refused(), refused, 10000);
        QVERIFY2(shown.notice().contains(about), qPrintable(shown.notice()));
        QVERIFY(shown.failed.isEmpty()); // none of it ends a login
        QVERIFY(QDir(QDir::homePath()).entryList({u"canary*"_s}, QDir::Files).isEmpty());
    }

    void givesNoPassword()
    {
        m_server->on("/locked", [](const Asked &) {
            return WebServer::whole("401 Unauthorized",
                                    "WWW-Authenticate: Basic realm=x\r\nContent-Type: text/html\r\n",
                                    "<p>locked</p>");
        });
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/locked"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.loaded.isEmpty(), 15000);
        QCOMPARE(shown.loaded.last(), std::pair(false, 401));
        QCOMPARE(shown.refused(), QByteArray("Password"));
    }

    // A message may hold what is in no log.
    void masksWhatPagesSay()
    {
        m_server->page("/page", "<p>x</p><script>alert('https://crm.example.com/x?code=CANARY&token=CANARY2')"
                                "</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.refused(), QByteArray("Message"), 15000);
        QVERIFY2(!shown.notice().contains(u"CANARY"_s), qPrintable(shown.notice()));
    }

    // The line goes with the page that it was about.
    void theLineGoesWithThePage()
    {
        m_server->page("/page", "<p>x</p><script>alert('a')</script>");
        m_server->page("/next", "<p>next</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.refused(), QByteArray("Message"), 15000);
        shown.viewer->open(m_server->url(u"/next"_s));
        QTRY_VERIFY_WITH_TIMEOUT(shown.refused().isEmpty(), 15000);
    }

    void itsOwnMenu()
    {
        m_server->page("/one", "<p>one</p>");
        m_server->page("/two", "<p>two</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/one"_s));
        QVERIFY(shown.settled());
        shown.viewer->open(m_server->url(u"/two?token=CANARY"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"two"_s, 15000);
        const QStringList words = menuWords(shown);
        QVERIFY(words.size() >= 6); // back, reload, three of zoom, copy
        const int loadsBefore = m_server->times("/two");
        trigger(shown, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->times("/two"), loadsBefore + 1, 15000);
        trigger(shown, int(words.size()) - 1);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"/two"_s));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(u"CANARY"_s));
        trigger(shown, 0);
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"one"_s, 15000);
    }

    void zooms()
    {
        // Looked at by the clock: a page that nobody draws at the moment is not told of its new size.
        m_server->page("/page", "<p id=o></p><script>const say = () => o.textContent = "
                                "Math.round(devicePixelRatio * 100); say(); setInterval(say, 100);</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"100"_s, 15000);
        auto *view = shown.window->findChild<QWidget *>(u"browserView"_s);
        shown.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"150"_s, 15000);
        QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"125"_s, 15000);
        QTest::keyClick(view, Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"100"_s, 15000);
        trigger(shown, 2); // "Zoom in"
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"125"_s, 15000);
        // What was chosen stays for the next test.
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"125"_s, 15000);
    }

    // Tab goes from what is before the page into it and on to what is behind it, also after a change of page.
    void tabLeadsThroughThePage()
    {
        const QByteArray page = "<p>x</p><button onfocus='fetch(\"/reached\")'>b</button>";
        m_server->page("/page", page);
        m_other->page("/page", page);
        QWidget window;
        Shown shown(m_plugin);
        auto *layout = new QVBoxLayout(&window);
        auto *before = new QPushButton(u"before"_s);
        auto *after = new QPushButton(u"after"_s);
        auto *last = new QPushButton(u"last"_s);
        auto *place = new QWidget;
        for (QWidget *one : std::initializer_list<QWidget *>{before, place, after, last})
            layout->addWidget(one);
        (new QVBoxLayout(place))->addWidget(shown.window.get()); // later than all others, as in the window
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(shown.start({m_server->origin(), m_other->origin()}));
        for (WebServer *server : {m_server.get(), m_other.get()}) {
            shown.viewer->open(server->url(u"/page"_s));
            QTRY_COMPARE_WITH_TIMEOUT(server->times("/page"), 1, 15000);
            QVERIFY(shown.settled());
            before->setFocus();
            QTest::keyClick(before, Qt::Key_Tab);
            QVERIFY(shown.window->isAncestorOf(QApplication::focusWidget()));
            QTRY_COMPARE_WITH_TIMEOUT(server->times("/reached"), 1, 15000);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), after, 15000);
            QTest::keyClick(after, Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), last);
        }
    }

private:
    static QMenu *menuOf(Shown &shown)
    {
        auto *view = shown.window->findChild<QWidget *>(u"browserView"_s);
        emit view->customContextMenuRequested({20, 20});
        return shown.window->findChild<QMenu *>(u"browserMenu"_s);
    }
    static QList<QAction *> actionsOf(QMenu *menu)
    {
        QList<QAction *> actions = menu->actions();
        actions.removeIf([](QAction *action) { return action->isSeparator(); });
        return actions;
    }
    static QStringList menuWords(Shown &shown)
    {
        QMenu *menu = menuOf(shown);
        QStringList words;
        const auto actions = actionsOf(menu);
        for (QAction *action : actions)
            words << action->text();
        delete menu;
        return words;
    }
    static void trigger(Shown &shown, int index)
    {
        QMenu *menu = menuOf(shown);
        actionsOf(menu).at(index)->trigger();
        delete menu;
    }
};

int main(int argc, char **argv)
{
    return runViewerTest<TestViewerAsked>(argc, argv);
}

#include "tst_viewerasked.moc"
