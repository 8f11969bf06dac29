// SPDX-License-Identifier: Apache-2.0
// The embedded browser itself: a real one, with its sandbox on, against a server that knows what it was
// asked. Run as root it only proves that it says why it does not start.
#include "webserver.h"

#include "shell/viewerloader.h"
#include "viewer/viewerplugin.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <qcoro/qcorotask.h>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;

namespace {

constexpr auto limit = 20s;

bool isMapped(const QByteArray &library)
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains(library);
}

// A line of the process's status, as "PPid" or "State"; empty when there is no such process.
QByteArray statusOf(qint64 process, const QByteArray &field)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf(field + ':');
    return at < 0 ? QByteArray()
                  : text.mid(at + field.size() + 1, text.indexOf('\n', at) - at - field.size() - 1).trimmed();
}

qint64 parentOf(qint64 process)
{
    return statusOf(process, "PPid").toLongLong();
}

// Ended ones may stay in the table until whoever inherited them collects them.
bool isRunning(qint64 process)
{
    const QByteArray state = statusOf(process, "State");
    return !state.isEmpty() && !state.startsWith('Z');
}

bool descends(qint64 process, qint64 ancestor)
{
    while (process > 1 && process != ancestor)
        process = parentOf(process);
    return process == ancestor;
}

// Only parents and command lines are asked: a sandboxed process hides its environment.
QSet<qint64> descendantsOf(qint64 ancestor)
{
    QSet<qint64> found;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const qint64 process = entry.toLongLong();
        if (process > 0 && process != ancestor && descends(process, ancestor))
            found << process;
    }
    return found;
}

// The renderer is a child of a zygote, and that one is ours; others' renderers run at the same time.
qint64 rendererOf(qint64 ancestor)
{
    const QSet<qint64> processes = descendantsOf(ancestor);
    for (const qint64 process : processes) {
        QFile line(u"/proc/%1/cmdline"_s.arg(process));
        if (line.open(QIODevice::ReadOnly) && line.readAll().contains("--type=renderer"))
            return process;
    }
    return 0;
}

} // namespace

// A viewer in a window, and all that it said.
struct Shown
{
    explicit Shown(ui::ViewerPlugin *plugin)
        : viewer(plugin->create(nullptr))
        , window(plugin->widget(viewer.get()))
    {
        window->resize(640, 480);
        window->show();
        QObject::connect(viewer.get(), &login::LoginViewer::requested, viewer.get(),
                         [this](const QUrl &url) { requested << url; });
        QObject::connect(viewer.get(), &login::LoginViewer::failed, viewer.get(),
                         [this](const net::Fault &fault) { failed << fault; });
        QObject::connect(viewer.get(), &login::LoginViewer::loaded, viewer.get(),
                         [this](bool ok, int status) { loaded << std::pair(ok, status); });
    }
    net::Result<void> start(const QStringList &origins, const QList<net::Pin> &pins = {})
    {
        login::ViewerOptions options;
        options.allowedOrigins = origins;
        options.pins = pins;
        options.proxy.kind = net::ProxySetting::Kind::None;
        return QCoro::waitFor(viewer->start(options));
    }
    net::Result<login::PageState> settled() { return QCoro::waitFor(viewer->settled(limit)); }

    std::unique_ptr<login::LoginViewer> viewer;
    std::unique_ptr<QWidget> window;
    QList<QUrl> requested;
    QList<net::Fault> failed;
    QList<std::pair<bool, int>> loaded;
};

class TestViewer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(!isMapped("libQt6WebEngineCore"));
        const auto loaded = ui::ViewerLoader::load();
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().said));
        m_plugin = *loaded;
        if (geteuid() == 0)
            return;
        // The kernel's sandbox must be what it is for users, or this test proves less than it says.
        QVERIFY(!qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"));
    }

    void init()
    {
        const bool wantsRoot = qstrcmp(QTest::currentTestFunction(), "refusesRoot") == 0;
        if (wantsRoot != (geteuid() == 0))
            QSKIP(wantsRoot ? "runs as root only" : "runs as an ordinary user only");
        m_server = std::make_unique<WebServer>();
        m_other = std::make_unique<WebServer>();
    }

    void refusesRoot()
    {
        Shown shown(m_plugin);
        const auto started = shown.start({m_server->origin()});
        QVERIFY(!started);
        QCOMPARE(started.error().code, FaultCode::BrowserCannotStart);
        QCOMPARE(started.error().param(u"reason"_s), u"root"_s);
        QVERIFY(shown.window->findChildren<QWidget *>(u"browserView"_s).isEmpty());
    }

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
        QTest::addColumn<bool>("silently");
        QTest::newRow("redirect") << QByteArray() << false;
        QTest::newRow("script") << QByteArray("<script>location.href = 'OTHER/x?code=CANARY'</script>")
                                << false;
        QTest::newRow("window") << QByteArray("<script>window.open('OTHER/x?code=CANARY')</script>") << false;
        QTest::newRow("form")
            << QByteArray(
                   "<form method=post action='OTHER/x'></form><script>document.forms[0].submit()</script>")
            << false;
        QTest::newRow("other program")
            << QByteArray("<script>location.href = 'wxwork://jump?code=CANARY'</script>") << true;
        QTest::newRow("local file") << QByteArray("<script>window.open('file:///etc/passwd')</script>")
                                    << true;
    }

    void refusesOtherOrigins()
    {
        QFETCH(QByteArray, page);
        QFETCH(bool, silently);
        if (page.isEmpty())
            m_server->redirect("/start", m_other->origin().toUtf8() + "/x?code=CANARY");
        else
            m_server->page("/start", page.replace("OTHER", m_other->origin().toUtf8()));
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/start"_s));
        if (silently) {
            QVERIFY(shown.settled()); // Chromium itself stops these; all that counts is that nothing is shown
            QTest::qWait(500);
            QCOMPARE(QCoro::waitFor(shown.viewer->settled(limit))->url.scheme(), u"http"_s);
            return;
        }
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 15000);
        QCOMPARE(shown.failed.first().code, FaultCode::OriginNotAllowed);
        QCOMPARE(shown.failed.first().param(u"host"_s), u"127.0.0.1"_s);
        const auto params = shown.failed.constFirst().params;
        for (const QString &value : params)
            QVERIFY2(!value.contains(u"CANARY"_s), qPrintable(value));
        QTest::qWait(300);
        QCOMPARE(m_other->asked.size(), 0);
        QCOMPARE(shown.requested, QList<QUrl>{m_server->url(u"/start"_s)});
        QCOMPARE(shown.failed.size(), 1);
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

    void refusesCertificates_data()
    {
        QTest::addColumn<bool>("pinned");
        QTest::newRow("unknown") << false;
        QTest::newRow("pinned") << true;
    }

    void refusesCertificates()
    {
        QFETCH(bool, pinned);
        const QSslConfiguration tls = selfSigned();
        m_server->startTls(tls);
        m_server->page("/page", "<p>in</p>");
        const QString sha256 =
            QString::fromLatin1(tls.localCertificate().digest(QCryptographicHash::Sha256).toHex());
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->tlsOrigin()},
                            pinned ? QList<net::Pin>{{u"127.0.0.1"_s, sha256}} : QList<net::Pin>()));
        shown.viewer->open(QUrl(m_server->tlsOrigin() + u"/page"_s));
        if (pinned) {
            QTRY_VERIFY_WITH_TIMEOUT(!shown.loaded.isEmpty(), 15000);
            QCOMPARE(shown.settled()->text, u"in"_s);
            return;
        }
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 15000);
        QCOMPARE(shown.failed.first().code, FaultCode::TlsUntrusted);
        QCOMPARE(shown.failed.first().param(u"host"_s), u"127.0.0.1"_s);
        QCOMPARE(shown.failed.first().param(u"sha256"_s), sha256);
        QTest::qWait(300);
        QCOMPARE(m_server->asked.size(), 0);
        QCOMPARE(shown.failed.size(), 1);
    }

    void namesLoadFaults_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("nobody listens")
            << QUrl(u"http://127.0.0.1:1/"_s) << u"unreachable"_s; // Chromium: unsafe port
        QTest::newRow("name unknown") << QUrl(u"http://nowhere.invalid/"_s) << u"name-unknown"_s;
    }

    void namesLoadFaults()
    {
        QFETCH(QUrl, url);
        QFETCH(QString, code);
        Shown shown(m_plugin);
        QVERIFY(shown.start({net::originOf(url)}));
        shown.viewer->open(url);
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 15000);
        QCOMPARE(net::faultName(shown.failed.first().code), code);
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

    void answersNoToWhatPagesAsk()
    {
        m_server->on("/file", [](const Asked &) {
            return WebServer::whole("200 OK", "Content-Disposition: attachment; filename=canary.bin\r\n",
                                    "CANARY-download");
        });
        m_server->on("/locked", [](const Asked &) {
            return WebServer::whole("401 Unauthorized",
                                    "WWW-Authenticate: Basic realm=x\r\nContent-Type: text/html\r\n",
                                    "<p>locked</p>");
        });
        m_server->page("/page",
                       "<body><p id=o></p><script>alert('a'); const c = confirm('b'), p = prompt('c', 'd');"
                       "navigator.geolocation.getCurrentPosition(() => say('allowed'), () => say('refused'));"
                       "const say = (geo) => document.querySelector('#o').textContent = `${c} ${p} ${geo}`;"
                       "const a = document.createElement('a'); a.href = '/file'; a.download = 'canary.bin'; "
                       "document.body.append(a); a.click();"
                       "</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        // Places are only told to pages by https or on this computer, which this one is.
        QTRY_VERIFY_WITH_TIMEOUT(shown.settled()->text.startsWith(u"false null refused"_s), 15000);
        shown.viewer->open(m_server->url(u"/locked"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.loaded.last(), std::pair(false, 401), 15000);
        QVERIFY(QDir(QDir::homePath()).entryList({u"canary*"_s}, QDir::Files).isEmpty());
    }

    void leavesNothingBehind()
    {
        m_server->page("/page",
                       "<p>x</p><script>localStorage.setItem('k', 'CANARY-storage'); document.cookie = "
                       "'j=CANARY-script; max-age=9999'</script>",
                       "Set-Cookie: s=CANARY-cookie; Max-Age=9999; HttpOnly\r\n");
        m_server->page(
            "/again",
            "<p id=o></p><script>o.textContent = localStorage.getItem('k') + '|' + document.cookie</script>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QVERIFY(shown.settled());
        shown.viewer->open(m_server->url(u"/again"_s));
        QTRY_VERIFY_WITH_TIMEOUT(shown.settled()->text.contains(u"CANARY-storage"_s),
                                 15000); // it is there while it lasts
        QCOMPARE(m_server->asked.last().cookie.isEmpty() && m_server->times("/again") > 0, false);
        shown.viewer->close();
        QTest::qWait(200);

        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/again"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.settled()->text, u"null|"_s, 15000);
        shown.viewer->close();
        for (const QString &folder : {QDir::homePath(), qEnvironmentVariable("XDG_CONFIG_HOME"),
                                      qEnvironmentVariable("XDG_DATA_HOME"),
                                      qEnvironmentVariable("XDG_CACHE_HOME"), QDir::tempPath()}) {
            if (folder.isEmpty())
                continue;
            for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
                 it.hasNext();) {
                QFile file(it.next());
                QVERIFY2(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("CANARY"),
                         qPrintable(file.fileName()));
            }
        }
    }

    void noticesThatThePageProcessEnded()
    {
        m_server->page("/page", "<p>x</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QVERIFY(shown.settled());
        const qint64 renderer = rendererOf(QCoreApplication::applicationPid());
        QVERIFY(renderer > 0);
        kill(pid_t(renderer), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 10000);
        QCOMPARE(shown.failed.first().code, FaultCode::BrowserBlank);
        QCOMPARE(shown.failed.first().param(u"reason"_s), u"process"_s);
        const auto page = shown.settled();
        QVERIFY(!page);
        QCOMPARE(page.error().code, FaultCode::BrowserBlank);
        // And it can be started again.
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QCOMPARE(shown.settled()->text, u"x"_s);
    }

    void doesNotWaitForEver()
    {
        m_server->on("/hangs", [](const Asked &) { return QByteArray(); });
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/hangs"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.failed.size(), 1, 40000);
        QCOMPARE(shown.failed.first().code, FaultCode::Timeout);
    }

    void aLatePictureIsNoFault()
    {
        m_server->on("/hangs", [](const Asked &) { return QByteArray(); });
        m_server->page("/page", "<p>here</p><img src='/hangs'>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.loaded.size(), 1, 40000);
        QVERIFY(shown.loaded.first().first);
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

    void leavesNoProcess()
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"showsTheAddressMasked"_s});
        QVERIFY(child.waitForStarted());
        const qint64 ancestor = child.processId();
        QSet<qint64> seen;
        bool hadRenderer = false;
        QElapsedTimer time;
        for (time.start(); child.state() != QProcess::NotRunning && time.elapsed() < 30000;) {
            seen += descendantsOf(ancestor);
            hadRenderer = hadRenderer || rendererOf(ancestor) != 0;
            child.waitForFinished(20);
        }
        QCOMPARE(child.state(), QProcess::NotRunning);
        QCOMPARE(child.exitCode(), 0);
        QVERIFY(hadRenderer); // so there was something to leave behind
        QTRY_VERIFY_WITH_TIMEOUT(std::none_of(seen.cbegin(), seen.cend(), isRunning), 5000);
    }

private:
    QSslConfiguration selfSigned()
    {
        const QString key = m_folder.filePath(u"key.pem"_s), certificate = m_folder.filePath(u"cert.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                       u"-subj"_s, u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s,
                       u"-keyout"_s, key, u"-out"_s, certificate});
        openssl.waitForFinished(20000);
        QFile keyFile(key), certificateFile(certificate);
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        if (keyFile.open(QIODevice::ReadOnly) && certificateFile.open(QIODevice::ReadOnly)) {
            configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
            configuration.setLocalCertificate(QSslCertificate(&certificateFile));
        }
        return configuration;
    }

    ui::ViewerPlugin *m_plugin = nullptr;
    std::unique_ptr<WebServer> m_server, m_other;
    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestViewer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_viewer.moc"
