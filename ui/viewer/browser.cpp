// SPDX-License-Identifier: Apache-2.0
#include "viewer/browser.h"

#include "viewer/browserwidget.h"
#include "viewer/computer.h"
#include "viewer/javascript.h"
#include "viewer/page.h"
#include "viewer/proxydoor.h"
#include "viewer/sandbox.h"
#include "viewer/watch.h"

#include <QDeadlineTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineView>

#include <qcoro/qcorosignal.h>
#include <qcoro/qcorotimer.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui::viewer {

namespace {

constexpr auto startDeadline = 20s; // a cold start on a slow disk
constexpr auto scriptDeadline = 3s;
constexpr auto lookUpDeadline = 10s; // for the way to one host
constexpr auto pollEvery = 150ms;
constexpr auto paintEvery = 15ms; // until the first picture is there, somebody waits for it
constexpr auto quietFor = 700ms;
constexpr auto quietWithoutQr = 2500ms; // a login page that is still to get its picture is quiet too

net::Fault fault(net::FaultCode code, const QString &reason)
{
    return {code, {{u"reason"_s, reason}}, {}};
}

// Chromium's and Qt Quick's drawing without a graphics card: a login page needs none, and drivers are the
// most frequent reason for a black or crashing page. Read once, when WebEngine starts.
void preferSoftwareDrawing()
{
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    QByteArray flags = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    if (!flags.contains("--disable-gpu"))
        qputenv("QTWEBENGINE_CHROMIUM_FLAGS", flags.append(" --disable-gpu").trimmed());
}

// WebEngine follows the application's proxy, and reads it when a page is made. Nothing else of the program
// does: net gives each of its managers its own.
void useProxy(const QNetworkProxy &proxy)
{
    QNetworkProxyFactory::setUseSystemConfiguration(false);
    QNetworkProxy::setApplicationProxy(proxy);
}

void allowLittle(QWebEngineSettings *settings)
{
    for (const auto attribute :
         {QWebEngineSettings::WebGLEnabled, QWebEngineSettings::Accelerated2dCanvasEnabled,
          QWebEngineSettings::PluginsEnabled, QWebEngineSettings::PdfViewerEnabled,
          QWebEngineSettings::ScreenCaptureEnabled, QWebEngineSettings::FullScreenSupportEnabled,
          QWebEngineSettings::LocalContentCanAccessFileUrls,
          QWebEngineSettings::LocalContentCanAccessRemoteUrls,
          QWebEngineSettings::JavascriptCanAccessClipboard, QWebEngineSettings::JavascriptCanPaste,
          QWebEngineSettings::HyperlinkAuditingEnabled, QWebEngineSettings::DnsPrefetchEnabled,
          QWebEngineSettings::ErrorPageEnabled})
        settings->setAttribute(attribute, false);
    settings->setUnknownUrlSchemePolicy(
        QWebEngineSettings::DisallowUnknownUrlSchemes); // starts no other program
    // A sign-in button that opens a window is followed in this one; see Page.
    settings->setAttribute(QWebEngineSettings::JavascriptCanOpenWindows, true);
}

} // namespace

Browser::Browser(QObject *parent) : LoginViewer(parent) {}

// Whoever deletes the viewer is in none of the page's calls, and there may be no event loop left for later.
Browser::~Browser()
{
    if (m_page)
        m_page->disconnect(this);
    if (m_widget)
        m_widget->clear();
    delete m_view.data();
    delete m_page.release();
    delete m_profile.release();
    delete m_http.release();
    delete m_door.release();
    if (m_widget && !m_widget->parent())
        delete m_widget.data();
}

BrowserWidget *Browser::widget()
{
    if (!m_widget)
        m_widget = new BrowserWidget;
    return m_widget;
}

QCoro::Task<net::Result<void>> Browser::start(login::ViewerOptions options)
{
    close();
    const QPointer<Browser> self = this;
    net::Result<void> possible = probeSandbox();
    if (possible)
        possible = probeComputer();
    if (!possible) {
        emit failed(possible.error());
        co_return tl::unexpected(possible.error());
    }
    const int run = m_run;
    const bool proxied = co_await goesByProxy(options);
    if (!self || run != m_run)
        co_return net::fail(net::FaultCode::Cancelled);
    make(options, proxied);
    const net::Result<void> painted = co_await firstPaint();
    if (!self || run != m_run)
        co_return net::fail(net::FaultCode::Cancelled);
    if (!painted) {
        close();
        if (!hasCrashed()) // then it was told already
            emit failed(painted.error());
    }
    co_return painted;
}

// Whether a proxy leads to any of the places where the login goes; this computer itself has none.
QCoro::Task<bool> Browser::goesByProxy(login::ViewerOptions options)
{
    net::ProxyFinder ways;
    ways.set(options.proxy);
    for (const QString &origin : options.allowedOrigins) {
        const QUrl url(QString(origin).remove(u"*."_s));
        if (net::isLoopback(url))
            continue;
        const auto answer = std::make_shared<Answer>();
        ways.find(url, answer.get(), [raw = answer.get()](const QNetworkProxy &proxy) {
            raw->value = proxy.type() != QNetworkProxy::NoProxy;
            emit raw->arrived();
        });
        if (!answer->value)
            co_await qCoro(answer.get(), &Answer::arrived, std::chrono::milliseconds(lookUpDeadline));
        if (answer->value.value_or(true).toBool()) // not known yet: the door asks again, host by host
            co_return true;
    }
    co_return false;
}

void Browser::make(const login::ViewerOptions &options, bool proxied)
{
    preferSoftwareDrawing();
    if (proxied)
        m_door.reset(new ProxyDoor(options.proxy));
    useProxy(proxied ? m_door->asProxy() : QNetworkProxy(QNetworkProxy::NoProxy));
    m_fault.reset();
    m_http.reset(new net::Http);
    m_http->setProxy(options.proxy);
    m_http->setPins(options.pins);
    m_profile.reset(new QWebEngineProfile);
    if (!options.userAgent.isEmpty())
        m_profile->setHttpUserAgent(options.userAgent);
    if (!options.acceptLanguage.isEmpty())
        m_profile->setHttpAcceptLanguage(options.acceptLanguage);
    m_profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    m_profile->setHttpCacheType(QWebEngineProfile::MemoryHttpCache);
    allowLittle(m_profile->settings());

    m_page.reset(new Page(m_profile.get(), options, m_http.get(), m_door.get()));
    connect(m_page.get(), &Page::requested, widget(), &BrowserWidget::forgetRefusal);
    connect(m_page.get(), &Page::requested, this, [this](const QUrl &url) {
        if (!hasCrashed())
            m_fault.reset();
        emit requested(url);
    });
    connect(m_page.get(), &Page::loaded, this, &LoginViewer::loaded);
    connect(m_page.get(), &QWebEnginePage::urlChanged, this, [this](const QUrl &url) {
        if (url.scheme() == u"data"_s || url.isEmpty())
            return; // our own first page
        if (m_widget)
            m_widget->showAddress(url);
        emit changed(url);
    });
    connect(m_page.get(), &Page::failed, this, &Browser::pageFailed);
    connect(m_page.get(), &Page::refused, widget(), &BrowserWidget::tellRefusal);
    m_view = widget()->makeView(m_page.get());
    widget()->tellSandboxOff(isSandboxSwitchedOff());
    connect(new Watch(m_page.get(), m_view), &Watch::failed, this, &Browser::pageFailed);
}

void Browser::pageFailed(const net::Fault &what)
{
    if (hasCrashed())
        return; // nothing that comes after it means anything
    m_fault = what;
    emit failed(what);
}

// What a black or empty page looks like from here: a page with a blue square was loaded, and no blue is on
// the widget.
QCoro::Task<net::Result<void>> Browser::firstPaint()
{
    const QPointer<Browser> self = this;
    const int run = m_run;
    m_page->openProbe();
    QDeadlineTimer deadline(startDeadline);
    bool answers = false;
    while (!deadline.hasExpired()) {
        const auto state = co_await evaluate(m_page.get(), u"document.readyState"_s, scriptDeadline);
        if (!self || run != m_run)
            co_return net::fail(net::FaultCode::Cancelled);
        if (hasCrashed())
            co_return tl::unexpected(*m_fault);
        answers = answers || state.has_value();
        const bool complete = state && state->toString() == u"complete"_s;
        if (complete &&
            (isPainted() || !m_view || !m_view->isVisible())) // hidden: nothing is painted, nothing is known
            co_return {};
        co_await QCoro::sleepFor(paintEvery);
        if (!self || run != m_run)
            co_return net::fail(net::FaultCode::Cancelled);
    }
    co_return tl::unexpected(fault(net::FaultCode::BrowserBlank, answers ? u"paint"_s : u"process"_s));
}

bool Browser::isPainted() const
{
    if (!m_view || !m_view->isVisible())
        return false;
    const QImage shown = m_view->grab(QRect(0, 0, 24, 24)).toImage();
    const QColor color = shown.pixelColor(shown.width() / 2, shown.height() / 2);
    return color.blue() > 150 && color.red() < 110;
}

bool Browser::hasCrashed() const
{
    return m_fault && m_fault->code == net::FaultCode::BrowserBlank;
}

net::Fault Browser::ended() const
{
    return m_fault.value_or(net::Fault{net::FaultCode::Cancelled, {}, {}});
}

void Browser::open(const QUrl &url)
{
    if (m_page)
        m_page->load(url);
}

QCoro::Task<net::Result<login::PageState>> Browser::settled(std::chrono::milliseconds limit)
{
    const QPointer<Browser> self = this;
    const int run = m_run;
    const QString look = script(u"state.js"_s);
    const QDeadlineTimer deadline(limit);
    QDeadlineTimer quiet(quietFor);
    std::optional<login::PageState> last;
    while (m_page && !hasCrashed()) {
        const QPointer<Page> page = m_page.get();
        const auto answer =
            co_await evaluate(page, look, std::min<std::chrono::milliseconds>(scriptDeadline, limit));
        if (!self || run != m_run)
            co_return net::fail(net::FaultCode::Cancelled);
        const QJsonObject seen =
            answer ? QJsonDocument::fromJson(answer->toString().toUtf8()).object() : QJsonObject();
        bool steady = false;
        if (!seen.isEmpty() && m_page) {
            const login::PageState now{m_page->url(), seen[u"text"_s].toString(), seen[u"qr"_s].toBool()};
            steady = last && last->url == now.url && last->text == now.text && last->qrShown == now.qrShown &&
                     seen[u"ready"_s].toString() == u"complete"_s && !m_page->isPending();
            last = now;
        }
        if (!steady)
            quiet.setRemainingTime(last && last->qrShown ? quietFor : quietWithoutQr);
        else if (quiet.hasExpired())
            co_return *last;
        if (deadline.hasExpired() && last)
            co_return *last;
        if (deadline.hasExpired())
            co_return net::fail(net::FaultCode::Timeout);
        co_await QCoro::sleepFor(pollEvery);
        if (!self || run != m_run)
            co_return net::fail(net::FaultCode::Cancelled);
    }
    co_return tl::unexpected(ended());
}

QCoro::Task<net::Result<bool>> Browser::press(QString text, std::chrono::milliseconds limit)
{
    const QPointer<Browser> self = this;
    const int run = m_run;
    const QString wanted = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    const QString call = script(u"press.js"_s).trimmed() + u"(%1[0], %2)"_s;
    const QDeadlineTimer deadline(limit);
    int similar = 0; // one that only contains the text is pressed when no better one has come for a moment
    while (m_page && !m_fault) {
        const QPointer<Page> page = m_page.get();
        const QString now = call.arg(wanted, similar > 5 || deadline.hasExpired() ? u"false"_s : u"true"_s);
        const auto answer = co_await evaluate(page, now, scriptDeadline);
        if (!self || run != m_run)
            co_return net::fail(net::FaultCode::Cancelled);
        const QString said = answer ? answer->toString() : QString();
        if (said == u"pressed"_s)
            co_return true;
        if (deadline.hasExpired())
            co_return false;
        similar = said == u"contained"_s ? similar + 1 : 0;
        co_await QCoro::sleepFor(pollEvery);
        if (!self || run != m_run)
            co_return net::fail(net::FaultCode::Cancelled);
    }
    co_return tl::unexpected(ended());
}

void Browser::close()
{
    ++m_run;
    if (m_page)
        m_page->disconnect(this);
    if (m_widget)
        m_widget->clear();
    // Posted in this order and carried out in it: Chromium wants the view gone before the page, the page
    // before the profile.
    if (m_view)
        m_view->deleteLater();
    m_page.reset();
    m_profile.reset();
    m_http.reset();
    m_door.reset();
}

} // namespace ui::viewer
