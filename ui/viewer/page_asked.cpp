// SPDX-License-Identifier: Apache-2.0
// What a page can ask of a person. A login needs none of it: everything is answered with no at once, since
// nobody would know who is asking, and told in a line above the page.
#include "viewer/page.h"
#include "viewer/proxydoor.h"

#include "login/allowed.h"
#include "net/redactor.h"

#include <QAuthenticator>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineDownloadRequest>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineProfile>
#include <QWebEngineRegisterProtocolHandlerRequest>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#else
#include <QWebEngineQuotaRequest>
#endif

using namespace Qt::StringLiterals;

namespace ui::viewer {

namespace {

constexpr qsizetype longestMessage = 200;

QString shortened(const QString &message)
{
    const QString masked = net::redact::text(message).simplified();
    return masked.size() > longestMessage ? masked.left(longestMessage) + u'…' : masked;
}

} // namespace

void Page::refuseWhatPagesAsk()
{
    connect(profile(), &QWebEngineProfile::downloadRequested, this,
            [this](QWebEngineDownloadRequest *download) {
                download->cancel();
                emit refused(Refusal::Download, shortened(download->suggestedFileName()));
            });
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this, [this](const QWebEnginePermission &permission) {
        permission.deny();
        emit refused(Refusal::Permission, permission.origin().host());
    });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
                emit refused(Refusal::Permission, origin.host());
            });
    // Qt 6.8 refuses it by itself: its engine knows no such question any more.
    connect(this, &QWebEnginePage::quotaRequested, this,
            [](QWebEngineQuotaRequest request) { request.reject(); });
#endif
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [this](QWebEngineFileSystemAccessRequest request) {
                request.reject();
                emit refused(Refusal::Files, {});
            });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
    // An empty QAuthenticator cancels; the document then arrives with its 401.
    connect(this, &QWebEnginePage::authenticationRequired, this,
            [this](const QUrl &url, QAuthenticator *answer) {
                *answer = QAuthenticator();
                emit refused(Refusal::Password, url.host());
            });
    connect(
        this, &QWebEnginePage::proxyAuthenticationRequired, this,
        [this](const QUrl &url, QAuthenticator *answer, const QString &proxy) {
            if (m_door && m_door->isAsking(proxy)) {
                answer->setUser(m_door->user());
                answer->setPassword(m_door->password());
                return;
            }
            *answer = QAuthenticator();
            m_told = true;
            emit failed({net::FaultCode::ProxyRefused, {{u"host"_s, url.host()}, {u"proxy"_s, proxy}}, {}});
        });
}

// A login that opens a window is followed in this one: there is only one place to look at.
void Page::onNewWindow(QWebEngineNewWindowRequest &request)
{
    const QUrl url = request.requestedUrl();
    if (url.isEmpty() || url == QUrl(u"about:blank"_s))
        return;
    if (login::isAllowed(m_allowed, url))
        load(url);
    else
        emit refused(Refusal::Window, url.host());
}

QStringList Page::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    emit refused(Refusal::Files, {});
    return {};
}

void Page::javaScriptAlert(const QUrl &, const QString &message)
{
    emit refused(Refusal::Message, shortened(message));
}

bool Page::javaScriptConfirm(const QUrl &, const QString &message)
{
    emit refused(Refusal::Question, shortened(message));
    return false;
}

bool Page::javaScriptPrompt(const QUrl &, const QString &message, const QString &, QString *)
{
    emit refused(Refusal::Question, shortened(message));
    return false;
}

// Pages print addresses with codes in them: nothing of a page's console goes anywhere.
void Page::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &) {}

} // namespace ui::viewer
