// SPDX-License-Identifier: Apache-2.0
#include "viewer/page.h"

#include "viewer/loadfault.h"
#include "viewer/proxydoor.h"

#include "login/allowed.h"
#include "net/redactor.h"
#include "net/tls.h"

#include <QWebEngineCertificateError>
#include <QWebEngineLoadingInfo>
#include <QWebEngineScript>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui::viewer {

namespace {

constexpr auto loadDeadline = 20s;
constexpr auto scriptDeadline = 8s; // a page process that does not answer within it hangs
constexpr auto opinionDeadline = 10s;

QString nameOf(const QUrl &url, const QSslCertificate &leaf)
{
    return url.host().toLower() + u' ' + net::fingerprintOf(leaf);
}

} // namespace

Page::Page(QWebEngineProfile *profile, const login::ViewerOptions &options, net::Http *http, ProxyDoor *door)
    : QWebEnginePage(profile, nullptr)
    , m_allowed(options.allowedOrigins)
    , m_http(http)
    , m_door(door)
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

void Page::openProbe()
{
    m_probing = true;
    setHtml(u"<!doctype html><title>.</title><style>body{margin:0;background:#fff}"
            "div{width:48px;height:48px;background:#2457d6}</style><div></div>"_s);
}

// A link that somebody pressed can be left alone; when the login itself leads elsewhere, it has ended.
bool Page::mayGoTo(const QUrl &url, NavigationType type)
{
    if (login::isAllowed(m_allowed, url))
        return true;
    const bool web = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
    if (!web)
        emit refused(Refusal::Program, url.scheme());
    else if (type == NavigationTypeLinkClicked)
        emit refused(Refusal::Link, url.host());
    else
        emit failed({net::FaultCode::OriginNotAllowed,
                     {{u"host"_s, url.host()},
                      {u"reason"_s, u"navigation"_s},
                      {u"origin"_s, net::originOf(url)},
                      {u"url"_s, net::redact::url(url).toString()}},
                     {}});
    return false;
}

bool Page::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame) // a frame may show what the web has
        return QStringList{u"http"_s, u"https"_s, u"about"_s, u"blob"_s, u"data"_s}.contains(url.scheme());
    if (m_probing && url.scheme() == u"data"_s)
        return true;
    m_probing = false;
    if (url == QUrl(u"about:blank"_s))
        return true;
    if (!mayGoTo(url, type)) {
        // A refused address ends the load it was part of: nothing more is to be told of it.
        m_told = m_told || type != NavigationTypeLinkClicked;
        if (type != NavigationTypeLinkClicked)
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
    if (!m_told && info.errorCode() != aborted) {
        // Behind the door Chromium sees no more than that it was closed.
        const auto atDoor = m_door ? m_door->faultOf(m_target.host()) : std::nullopt;
        net::Fault fault = atDoor.value_or(faultOfLoad(info.errorCode()));
        fault.params.insert(u"host"_s, m_target.host());
        emit failed(fault);
    }
    m_told = true;
}

// One decision for both stacks: a certificate is taken where net takes it, and refused with net's reason.
// Chromium has a list of authorities of its own, which knows nothing of a company's; so net is asked to look
// at the same host.
void Page::onCertificateError(const QWebEngineCertificateError &error)
{
    QWebEngineCertificateError answer = error; // its methods answer for the shared original
    const QList<QSslCertificate> chain = error.certificateChain();
    const QSslCertificate leaf = chain.isEmpty() ? QSslCertificate() : chain.first();
    if (!error.isOverridable() || leaf.isNull() || !m_http)
        return refuseCertificate(answer, net::tlsFault(error.url(), codeOfCertificate(error, leaf), leaf));
    if (net::isPinned(m_http->pins(), error.url(), leaf) || m_accepted.contains(nameOf(error.url(), leaf)))
        answer.acceptCertificate();
    else
        askNet(answer, leaf);
}

void Page::askNet(const QWebEngineCertificateError &error, const QSslCertificate &leaf)
{
    QWebEngineCertificateError later = error;
    later.defer();
    net::Request request;
    request.method = "HEAD";
    request.url = QUrl(net::originOf(error.url()));
    request.deadline = opinionDeadline;
    QCoro::connect(m_http->send(request), this, [this, later, leaf](net::Result<net::Response> response) {
        QWebEngineCertificateError answer = later;
        if (response && net::certificateOf(*response) == net::fingerprintOf(leaf)) {
            m_accepted.insert(nameOf(later.url(), leaf));
            answer.acceptCertificate();
        } else {
            const bool judged = !response && net::faultName(response.error().code).startsWith(u"tls-"_s);
            refuseCertificate(answer, judged
                                          ? response.error()
                                          : net::tlsFault(later.url(), codeOfCertificate(later, leaf), leaf));
        }
    });
}

void Page::refuseCertificate(QWebEngineCertificateError error, const net::Fault &fault)
{
    error.rejectCertificate();
    if (error.url().host() != m_target.host())
        return; // a picture or script from elsewhere; the page may do without
    m_told = true;
    emit failed(fault);
}

// The document is late. It may be there all the same, waiting for a picture: then it counts as arrived. When
// the page process answers nothing at all, it is not the server that is late.
void Page::onWatchdog()
{
    const QUrl target = m_target;
    const auto fail = [this](const net::Fault &fault) {
        m_told = true;
        triggerAction(QWebEnginePage::Stop);
        emit failed(fault);
    };
    auto answered = std::make_shared<bool>(false);
    runJavaScript(u"document.readyState + ' ' + location.href"_s, QWebEngineScript::ApplicationWorld,
                  [this, target, fail, answered, guard = QPointer<Page>(this)](const QVariant &result) {
                      if (*answered || !guard || m_watchdog.isActive() || m_target != target)
                          return;
                      *answered = true;
                      const QString state = result.toString();
                      if (!state.startsWith(u"loading"_s) &&
                          state.section(u' ', 1) == target.toString(QUrl::FullyEncoded))
                          emit loaded(true, 0);
                      else
                          fail({net::FaultCode::Timeout, {{u"host"_s, target.host()}}, {}});
                  });
    QTimer::singleShot(scriptDeadline, this, [this, target, fail, answered] {
        if (*answered || m_watchdog.isActive() || m_target != target)
            return;
        *answered = true;
        fail({net::FaultCode::BrowserBlank, {{u"reason"_s, u"hung"_s}, {u"host"_s, target.host()}}, {}});
    });
}

} // namespace ui::viewer
