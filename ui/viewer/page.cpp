// SPDX-License-Identifier: Apache-2.0
#include "viewer/page.h"

#include "net/redactor.h"

#include <QAuthenticator>
#include <QSslCertificate>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineLoadingInfo>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScript>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui::viewer {

namespace {

constexpr auto loadDeadline = 20s;
constexpr auto scriptDeadline = 2s;

// Chromium's net error numbers (net/base/net_error_list.h), as far as the person can do something different
// about them.
net::FaultCode codeOf(int error)
{
    if (error <= -200 && error > -300)
        return net::FaultCode::TlsFailed;
    switch (error) {
    case -105: // name not resolved
    case -137: // name resolution failed
        return net::FaultCode::NameUnknown;
    case -102:
        return net::FaultCode::Refused;
    case -7:
    case -118:
        return net::FaultCode::Timeout;
    case -111: // tunnel
    case -115: // authentication unsupported
    case -127: // authentication requested
    case -130: // connection
    case -131:
    case -136: // certificate
        return net::FaultCode::ProxyRefused;
    case -107: // SSL protocol error
    case -110:
    case -113:
    case -117:
        return net::FaultCode::TlsFailed;
    default:
        return net::FaultCode::Unreachable;
    }
}

net::FaultCode codeOf(const QWebEngineCertificateError &error, const QSslCertificate &leaf)
{
    switch (error.type()) {
    case QWebEngineCertificateError::CertificateCommonNameInvalid:
        return net::FaultCode::TlsWrongHost;
    case QWebEngineCertificateError::CertificateDateInvalid:
        return leaf.effectiveDate() > QDateTime::currentDateTimeUtc() ? net::FaultCode::TlsNotYetValid
                                                                      : net::FaultCode::TlsExpired;
    case QWebEngineCertificateError::CertificateAuthorityInvalid:
        return net::FaultCode::TlsUntrusted;
    default:
        return net::FaultCode::TlsFailed;
    }
}

} // namespace

Page::Page(QWebEngineProfile *profile, const login::ViewerOptions &options)
    : QWebEnginePage(profile, nullptr)
    , m_allowed(options.allowedOrigins)
    , m_pins(options.pins)
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(loadDeadline);
    connect(&m_watchdog, &QTimer::timeout, this, &Page::onWatchdog);
    connect(this, &QWebEnginePage::loadingChanged, this, &Page::onLoading);
    connect(this, &QWebEnginePage::certificateError, this, &Page::onCertificateError);
    connect(this, &QWebEnginePage::newWindowRequested, this, &Page::onNewWindow);
    connect(this, &QWebEnginePage::renderProcessTerminated, this,
            [this](RenderProcessTerminationStatus status, int code) {
                m_watchdog.stop();
                if (status != NormalTerminationStatus)
                    emit failed({net::FaultCode::BrowserBlank,
                                 {{u"reason"_s, u"process"_s}, {u"exit"_s, QString::number(code)}},
                                 {}});
            });
    refuseWhatPagesAsk();
}

void Page::refuseWhatPagesAsk()
{
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
    connect(this, &QWebEnginePage::quotaRequested, this,
            [](QWebEngineQuotaRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
    // An empty QAuthenticator cancels; the document then arrives with its 401.
    connect(this, &QWebEnginePage::authenticationRequired, this,
            [](const QUrl &, QAuthenticator *answer) { *answer = QAuthenticator(); });
    connect(
        this, &QWebEnginePage::proxyAuthenticationRequired, this,
        [this](const QUrl &url, QAuthenticator *answer, const QString &proxy) {
            *answer = QAuthenticator();
            m_told = true;
            emit failed({net::FaultCode::ProxyRefused, {{u"host"_s, url.host()}, {u"proxy"_s, proxy}}, {}});
        });
}

void Page::openProbe()
{
    m_probing = true;
    setHtml(u"<!doctype html><title>.</title><style>body{margin:0;background:#fff}"
            "div{width:48px;height:48px;background:#2457d6}</style><div></div>"_s);
}

bool Page::mayGoTo(const QUrl &url)
{
    const bool web = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
    const QString origin = net::originOf(url);
    if (web && m_allowed.contains(origin))
        return true;
    emit failed(
        {net::FaultCode::OriginNotAllowed,
         {{u"host"_s, url.host()}, {u"origin"_s, origin}, {u"url"_s, net::redact::url(url).toString()}},
         {}});
    return false;
}

bool Page::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    if (!isMainFrame) // a frame may show what the web has
        return QStringList{u"http"_s, u"https"_s, u"about"_s, u"blob"_s, u"data"_s}.contains(url.scheme());
    if (m_probing && url.scheme() == u"data"_s)
        return true;
    m_probing = false;
    if (url == QUrl(u"about:blank"_s))
        return true;
    m_told = true; // a refused address ends the load: nothing more is to be told of it
    if (!mayGoTo(url)) {
        m_watchdog.stop();
        return false;
    }
    m_told = false;
    m_target = url;
    m_watchdog.start();
    emit requested(url);
    return true;
}

void Page::onLoading(const QWebEngineLoadingInfo &info)
{
    if (m_probing || info.status() == QWebEngineLoadingInfo::LoadStartedStatus)
        return;
    m_watchdog.stop();
    if (info.status() == QWebEngineLoadingInfo::LoadStoppedStatus)
        return;
    const bool ok = info.status() == QWebEngineLoadingInfo::LoadSucceededStatus;
    const bool http = info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain;
    if (ok || http) {
        emit loaded(ok, http ? info.errorCode() : 0);
        return;
    }
    constexpr int aborted = -3; // another navigation took over, or it became a download
    if (!m_told && info.errorCode() != aborted)
        emit failed({codeOf(info.errorCode()),
                     {{u"host"_s, m_target.host()}, {u"error"_s, QString::number(info.errorCode())}},
                     {}});
    m_told = true;
}

void Page::onCertificateError(const QWebEngineCertificateError &error)
{
    QWebEngineCertificateError answer = error; // its methods answer for the shared original
    const QList<QSslCertificate> chain = error.certificateChain();
    const QSslCertificate leaf = chain.isEmpty() ? QSslCertificate() : chain.first();
    const net::Pin pin{error.url().host().toLower(),
                       QString::fromLatin1(leaf.digest(QCryptographicHash::Sha256).toHex())};
    if (error.isOverridable() && !leaf.isNull() && m_pins.contains(pin)) {
        answer.acceptCertificate();
        return;
    }
    answer.rejectCertificate();
    if (error.url().host() != m_target.host())
        return; // a picture or script from elsewhere; the page may do without
    m_told = true;
    emit failed(
        {codeOf(error, leaf), {{u"host"_s, pin.host}, {u"sha256"_s, pin.sha256}}, error.description()});
}

// A login that opens a window is followed in this one: there is only one place to look at.
void Page::onNewWindow(QWebEngineNewWindowRequest &request)
{
    const QUrl url = request.requestedUrl();
    if (url.isEmpty() || url == QUrl(u"about:blank"_s))
        return;
    if (mayGoTo(url))
        load(url);
}

// The document is late. It may be there all the same, waiting for a picture: then it counts as arrived.
void Page::onWatchdog()
{
    const QUrl target = m_target;
    const auto late = [this, target] {
        m_told = true;
        triggerAction(QWebEnginePage::Stop);
        emit failed({net::FaultCode::Timeout, {{u"host"_s, target.host()}}, {}});
    };
    auto answered = std::make_shared<bool>(false);
    runJavaScript(u"document.readyState + ' ' + location.href"_s, QWebEngineScript::ApplicationWorld,
                  [this, target, late, answered, guard = QPointer<Page>(this)](const QVariant &result) {
                      if (*answered || !guard || m_watchdog.isActive() || m_target != target)
                          return;
                      *answered = true;
                      const QString state = result.toString();
                      if (!state.startsWith(u"loading"_s) &&
                          state.section(u' ', 1) == target.toString(QUrl::FullyEncoded))
                          emit loaded(true, 0);
                      else
                          late();
                  });
    QTimer::singleShot(scriptDeadline, this, [this, target, late, answered] {
        if (*answered || m_watchdog.isActive() || m_target != target)
            return;
        *answered = true;
        late();
    });
}

QStringList Page::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

void Page::javaScriptAlert(const QUrl &, const QString &) {}

bool Page::javaScriptConfirm(const QUrl &, const QString &)
{
    return false;
}

bool Page::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

// Pages print addresses with codes in them: nothing of a page's console goes anywhere.
void Page::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &) {}

} // namespace ui::viewer
