// SPDX-License-Identifier: Apache-2.0
#include "shell/playedbrowser.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QUrl at(QUrl url, const QString &path)
{
    url.setPath(path);
    url.setQuery(QString());
    return url;
}

} // namespace

PlayedBrowser::PlayedBrowser(const setup::Setup &setup, const QString &authenticator)
    : m_nocobase(setup.nocobase.url)
    , m_wecom(setup.wecom.login)
    , m_authenticator(authenticator.toUtf8())
{}

QCoro::Task<QJsonValue> PlayedBrowser::ask(QUrl url, QByteArray authenticator, QJsonObject body)
{
    if (!net::isLoopback(url))
        co_return QJsonValue();
    net::Request request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}};
    if (!authenticator.isEmpty())
        request.headers.append({"X-Authenticator", authenticator});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const auto answer = co_await m_http.send(request);
    if (!answer || answer->status != 200)
        co_return QJsonValue();
    const auto json = answer->json();
    co_return json ? *json : QJsonValue();
}

QCoro::Task<bool> PlayedBrowser::openLogin()
{
    const QUrl button = at(m_nocobase, u"/api/wecom:getAuthUrl"_s);
    const QJsonObject target{{u"redirect"_s, u"/admin"_s}};
    const QJsonValue link = co_await ask(button, m_authenticator, target);
    const QUrl login = QUrl::fromEncoded(link[u"data"_s].toString().toUtf8());
    const QUrl open = at(m_wecom, u"/wwlogin/monoApi/sso/login/open"_s);
    const QJsonObject search{{u"search"_s, u'?' + login.query(QUrl::FullyEncoded)}};
    const QJsonValue page = co_await ask(open, {}, search);
    m_page = page[u"key"_s].toString();
    co_return !m_page.isEmpty();
}

QCoro::Task<bool> PlayedBrowser::comeBack()
{
    const QUrl status = at(m_wecom, u"/wwlogin/monoApi/sso/login/getWebQrCodeStatus"_s);
    const QJsonObject key{{u"webKey"_s, m_page}};
    const QJsonValue said = co_await ask(status, {}, key);
    const QUrl callback = QUrl::fromEncoded(said[u"data"_s][u"location"_s].toString().toUtf8());
    if (!net::isLoopback(callback))
        co_return false;
    net::Request request;
    request.url = callback;
    const auto answer = co_await m_http.send(request);
    if (!answer)
        co_return false;
    // NocoBase hands the session over in the address, and a refusal too.
    const QUrlQuery end(QUrl::fromEncoded(answer->header("Location")));
    co_return end.hasQueryItem(u"token"_s) && !end.hasQueryItem(u"error"_s);
}

} // namespace ui
