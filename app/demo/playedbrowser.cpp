// SPDX-License-Identifier: Apache-2.0
#include "demo/playedbrowser.h"

#include "net/redactor.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QRegularExpression>
#include <QUrlQuery>

#include <qcoro/qcorotimer.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using login::TourHop;

namespace demo {

namespace {

constexpr auto pollEvery = 200ms;
constexpr int hopsInARow = 10; // redirects

QUrl below(const QUrl &page, const QString &path)
{
    QUrl url = page.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath(path);
    return url;
}

QString value(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded).replace(u'+', u' ');
}

QString textOf(const QByteArray &page)
{
    static const QRegularExpression body(u"<main.*</main>"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tags(u"<[^>]*>"_s);
    return body.match(QString::fromUtf8(page)).captured().replace(tags, u"\n"_s).simplified();
}

} // namespace

PlayedBrowser::PlayedBrowser(net::Http *http, Held isHeld) : m_http(http), m_isHeld(std::move(isHeld)) {}

QCoro::Task<net::Result<void>> PlayedBrowser::start(login::ViewerOptions options)
{
    close();
    m_allowed = options.allowedOrigins;
    co_return {};
}

void PlayedBrowser::close()
{
    ++m_run;
    m_unopened.reset();
    m_busy = false;
    m_page = {};
    m_buttons.clear();
}

bool PlayedBrowser::mayGoTo(const QUrl &url)
{
    if (m_allowed.contains(net::originOf(url)))
        return true;
    fail({net::FaultCode::OriginNotAllowed,
          {{u"host"_s, url.host()},
           {u"reason"_s, u"navigation"_s},
           {u"url"_s, net::redact::url(url).toString()}},
          {}});
    return false;
}

void PlayedBrowser::fail(const net::Fault &fault)
{
    m_unopened = fault;
    emit failed(fault);
}

void PlayedBrowser::open(const QUrl &url)
{
    go(url);
}

void PlayedBrowser::show(const QUrl &url, const QString &text, bool qrShown)
{
    m_busy = false;
    m_page = {url, text, qrShown};
    emit changed(url);
}

QCoro::Task<net::Result<net::Response>> PlayedBrowser::ask(QByteArray method, QUrl url, net::Headers headers,
                                                           QByteArray body)
{
    net::Request request;
    request.method = method;
    request.url = url;
    request.headers = headers;
    request.body = body;
    co_return co_await m_http->send(request);
}

QCoro::Task<QJsonObject> PlayedBrowser::askJson(QByteArray method, QUrl url, net::Headers headers,
                                                QJsonObject body)
{
    const QByteArray sent =
        body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    const auto answer = co_await ask(method, url, headers, sent);
    co_return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
}

// Until the tour lets this hop be taken.
QCoro::Task<void> PlayedBrowser::pass(TourHop hop, int run)
{
    const QPointer<PlayedBrowser> self(this);
    while (self && run == m_run && m_isHeld(hop))
        co_await QCoro::sleepFor(pollEvery);
}

QCoro::Task<void> PlayedBrowser::go(QUrl url)
{
    const QPointer<PlayedBrowser> self(this);
    const int run = ++m_run;
    m_unopened.reset();
    const net::Headers none;
    m_busy = true;
    for (int hop = 0; hop < hopsInARow; ++hop) {
        if (!mayGoTo(url))
            co_return;
        emit requested(url);
        if (url.path().endsWith(u"/wecom:redirect"_s)) {
            co_await pass(TourHop::Session, run);
            if (!self || run != m_run)
                co_return;
        }
        const auto answer = co_await ask("GET", url, none, QByteArray());
        if (!self || run != m_run)
            co_return;
        if (!answer) {
            fail(answer.error());
            co_return;
        }
        const QByteArray location = answer->header("Location");
        if (!location.isEmpty()) {
            url = url.resolved(QUrl::fromEncoded(location));
            continue;
        }
        emit loaded(answer->status < 400, answer->status);
        if (url.path().endsWith(u"/signin"_s))
            co_await showSignIn(url, answer->body, run);
        else if (url.path().endsWith(u"/wwlogin/sso/login"_s))
            co_await showLoginPage(url, run);
        else if (!value(url, u"token"_s).isEmpty())
            co_await land(url, run);
        else
            show(url, textOf(answer->body));
        co_return;
    }
}

QCoro::Task<void> PlayedBrowser::showSignIn(QUrl url, QByteArray page, int run)
{
    const QPointer<PlayedBrowser> self(this);
    const net::Headers headers{{"X-Authenticator", "basic"}};
    const QUrl list = below(url, u"/api/authenticators:publicList"_s);
    const QJsonObject nothing;
    const auto answer = co_await askJson("GET", list, headers, nothing);
    if (!self || run != m_run)
        co_return;
    m_buttons.clear();
    m_target = value(url, u"redirect"_s);
    if (m_target.isEmpty())
        m_target = u"/admin"_s;
    QStringList shown{textOf(page), value(url, u"error"_s)};
    const bool drawsButtons = page.contains("row.authTypeTitle) wecomButton");
    const QJsonArray rows = answer[u"data"_s].toArray();
    for (const auto &row : rows) {
        const QString title = row[u"title"_s].toString(row[u"authTypeTitle"_s].toString());
        if (row[u"authType"_s].toString() != u"wecom"_s || row[u"authTypeTitle"_s].toString().isEmpty() ||
            !drawsButtons)
            continue;
        m_buttons.insert(title, row[u"name"_s].toString());
        shown.append(title);
    }
    shown.removeAll(QString());
    show(url, shown.join(u'\n'));
}

QCoro::Task<net::Result<bool>> PlayedBrowser::press(QString text, std::chrono::milliseconds limit)
{
    const QPointer<PlayedBrowser> self(this);
    const QDeadlineTimer deadline(limit);
    const auto isThere = [this, &text] { return !m_busy && m_buttons.contains(text); };
    while (!isThere() && !m_unopened &&
           !deadline.hasExpired()) { // as in a browser, which cannot know that none will come
        co_await QCoro::sleepFor(pollEvery);
        if (!self)
            co_return net::fail(net::FaultCode::Cancelled);
    }
    if (m_unopened)
        co_return tl::unexpected(*m_unopened);
    if (!isThere())
        co_return false;
    leaveForWecom(m_buttons.value(text), m_target, m_run);
    co_return true;
}

QCoro::Task<void> PlayedBrowser::leaveForWecom(QString row, QString target, int run)
{
    const QPointer<PlayedBrowser> self(this);
    const QUrl page = m_page.url;
    co_await pass(TourHop::Start, run);
    if (!self || run != m_run)
        co_return;
    const QJsonObject body{{u"redirect"_s, target}};
    const net::Headers headers{{"X-Authenticator", row.toUtf8()}};
    const QUrl start = below(page, u"/api/wecom:getAuthUrl"_s);
    const auto answer = co_await askJson("POST", start, headers, body);
    if (!self || run != m_run)
        co_return;
    co_await pass(TourHop::WecomPage, run);
    if (!self || run != m_run)
        co_return;
    const QUrl address(answer[u"data"_s].toString());
    if (address.isValid() && !address.isEmpty())
        go(address);
}

QCoro::Task<void> PlayedBrowser::showLoginPage(QUrl url, int run)
{
    const QPointer<PlayedBrowser> self(this);
    const QJsonObject search{{u"search"_s, u'?' + url.query(QUrl::FullyEncoded)}};
    const net::Headers none;
    const QUrl script = below(url, u"/wwlogin/monoApi/sso/login/open"_s);
    const auto opened = co_await askJson("POST", script, none, search);
    if (!self || run != m_run)
        co_return;
    if (opened[u"errCode"_s].toInt(-1) != 0) {
        show(url, opened[u"errMsg"_s].toString());
        co_return;
    }
    show(url, u"企业微信登录 “%1”"_s.arg(opened[u"appName"_s].toString()), true);
    watchLoginPage(url, opened[u"key"_s].toString(), run);
}

QCoro::Task<void> PlayedBrowser::watchLoginPage(QUrl url, QString key, int run)
{
    const QPointer<PlayedBrowser> self(this);
    const QJsonObject asked{{u"webKey"_s, key}};
    while (self && run == m_run) {
        const auto answer = co_await askJson(
            "POST", below(url, u"/wwlogin/monoApi/sso/login/getWebQrCodeStatus"_s), {}, asked);
        if (!self || run != m_run)
            co_return;
        const QString status = answer[u"data"_s][u"status"_s].toString();
        if (status == u"QRCODE_SCAN_SUCC"_s || status == u"QRCODE_SCAN_FAIL"_s) {
            go(QUrl::fromEncoded(answer[u"data"_s][u"location"_s].toString().toLatin1()));
            co_return;
        }
        const QString scanned = u"扫描成功，请在手机上确认"_s;
        if (status == u"QRCODE_SCAN_ING"_s && m_page.text != scanned)
            show(url, scanned, true);
        if (status == u"QRCODE_SCAN_ERR"_s)
            show(url, u"二维码已过期，请刷新"_s);
        if (status == u"QRCODE_SCAN_ERR"_s || status.isEmpty())
            co_return;
        co_await QCoro::sleepFor(pollEvery);
    }
}

// Signed in: the page takes the token over, and NocoBase says whose it is.
QCoro::Task<void> PlayedBrowser::land(QUrl url, int run)
{
    const QPointer<PlayedBrowser> self(this);
    const QUrl page = url.adjusted(QUrl::RemoveQuery);
    show(page, u"NocoBase"_s);
    co_await pass(TourHop::Landing, run);
    if (!self || run != m_run)
        co_return;
    const net::Headers headers{{"Authorization", "Bearer " + value(url, u"token"_s).toUtf8()},
                               {"X-Authenticator", value(url, u"authenticator"_s).toUtf8()}};
    const QUrl check = below(url, u"/api/auth:check"_s);
    const auto answer = co_await ask("GET", check, headers, QByteArray());
    if (!self || run != m_run || !answer)
        co_return;
    if (answer->status >= 400) {
        QUrl signIn = below(url, u"/signin"_s);
        signIn.setQuery(u"redirect="_s + QString::fromLatin1(QUrl::toPercentEncoding(url.path())));
        go(signIn);
        co_return;
    }
    const QJsonValue who = QJsonDocument::fromJson(answer->body).object()[u"data"_s];
    show(page, who[u"nickname"_s].toString() + u"\nSigned in · 已登录"_s);
}

QCoro::Task<net::Result<login::PageState>> PlayedBrowser::settled(std::chrono::milliseconds limit)
{
    const QPointer<PlayedBrowser> self(this);
    const QDeadlineTimer deadline(limit);
    const int run = m_run;
    do { // whoever asks again and again must not keep everything else from happening
        co_await QCoro::sleepFor(pollEvery);
        if (!self)
            co_return net::fail(net::FaultCode::Cancelled);
    } while (m_busy && !deadline.hasExpired());
    if (run != m_run && m_page.url.isEmpty())
        co_return net::fail(net::FaultCode::Cancelled);
    if (m_busy)
        co_return net::fail(net::FaultCode::Timeout);
    co_return m_page;
}

} // namespace demo
