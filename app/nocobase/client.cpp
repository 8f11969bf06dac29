// SPDX-License-Identifier: Apache-2.0
#include "nocobase/client.h"

#include "nocobase/wire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace nocobase {

namespace {

QUrlQuery byId(qint64 id)
{
    QUrlQuery query;
    query.addQueryItem(u"filterByTk"_s, QString::number(id));
    return query;
}

template<class T, class Read>
QList<T> each(const QJsonArray &rows, Read read)
{
    QList<T> result;
    for (const QJsonValue &row : rows)
        result << read(row.toObject());
    return result;
}

} // namespace

Client::Client(net::Http *http, Target target, net::CancelPtr cancel)
    : m_http(http)
    , m_target(std::move(target))
    , m_cancel(std::move(cancel))
{}

std::shared_ptr<Client> Client::uninterrupted() const
{
    auto copy = std::make_shared<Client>(*this);
    copy->m_cancel.reset();
    return copy;
}

QCoro::Task<net::Result<net::Response>> Client::exchange(Ask ask)
{
    net::Request request;
    request.url = m_target.api(ask.action);
    if (!ask.query.isEmpty())
        request.url.setQuery(ask.query);
    request.writes = ask.writes;
    request.deadline = ask.deadline;
    request.cancel = m_cancel;
    const QString authenticator = ask.authenticator.isEmpty() ? m_authenticator : ask.authenticator;
    request.headers << std::pair<QByteArray, QByteArray>("Accept", "application/json")
                    << std::pair<QByteArray, QByteArray>("X-Authenticator", authenticator.toUtf8());
    if (m_target.application != u"main"_s)
        request.headers << std::pair<QByteArray, QByteArray>("X-App", m_target.application.toUtf8());
    if (ask.withToken && !m_token.isEmpty())
        request.headers << std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + m_token.reveal());
    if (ask.body) {
        request.method = "POST";
        request.headers << std::pair<QByteArray, QByteArray>("Content-Type", "application/json");
        request.body = QJsonDocument(*ask.body).toJson(QJsonDocument::Compact);
    }
    net::Result<net::Response> response = co_await m_http->send(request);
    if (response && ask.withToken && !m_isApiKey) {
        const QByteArray renewed = response->header("x-new-token");
        if (!renewed.isEmpty())
            m_token = vault::Secret(renewed);
    }
    co_return response;
}

QCoro::Task<net::Result<QJsonValue>> Client::answer(Ask ask)
{
    const net::Result<net::Response> response = co_await exchange(std::move(ask));
    if (!response)
        co_return tl::unexpected(response.error());
    co_return wire::judged(*response, m_target);
}

QCoro::Task<net::Result<QJsonArray>> Client::list(QString action, QUrlQuery query)
{
    Ask ask{.action = action, .query = query};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const net::Result<QJsonValue> data = wire::dataOf(*whole);
    if (!data || !data->isArray())
        co_return net::fail(FaultCode::BadAnswer);
    co_return data->toArray();
}

QCoro::Task<net::Result<QJsonValue>> Client::call(QString action, QUrlQuery query,
                                                  std::optional<QJsonObject> body, bool writes)
{
    Ask ask{.action = action, .query = query, .body = body, .writes = writes};
    co_return co_await answer(ask);
}

QCoro::Task<net::Result<ServerInfo>> Client::info()
{
    Ask ask{.action = u"app:getInfo"_s, .withToken = false};
    const net::Result<net::Response> response = co_await exchange(ask);
    if (!response)
        co_return tl::unexpected(response.error());
    const net::Result<QJsonValue> json = wire::judged(*response, m_target);
    if (!json)
        co_return tl::unexpected(json.error());
    ServerInfo info = wire::serverInfo(json->toObject().value(u"data"_s).toObject());
    if (info.versionText.isEmpty())
        co_return net::fail(FaultCode::BadAnswer);
    info.serverDate = response->serverDate;
    co_return info;
}

QCoro::Task<net::Result<QList<PublicAuthenticator>>> Client::publicList()
{
    Ask ask{.action = u"authenticators:publicList"_s, .withToken = false};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const net::Result<QJsonValue> data = wire::dataOf(*whole);
    if (!data || !data->isArray())
        co_return net::fail(FaultCode::BadAnswer);
    co_return each<PublicAuthenticator>(data->toArray(), wire::publicAuthenticator);
}

QCoro::Task<net::Result<void>> Client::signIn(QString account, vault::Secret password, QString authenticator)
{
    if (!authenticator.isEmpty())
        m_authenticator = authenticator;
    QJsonObject body;
    body.insert(u"account"_s, account);
    body.insert(u"password"_s, password.revealText());
    Ask ask{.action = u"auth:signIn"_s, .body = body, .withToken = false};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const QString token = whole->toObject().value(u"data"_s).toObject().value(u"token"_s).toString();
    if (token.isEmpty())
        co_return net::fail(FaultCode::BadAnswer);
    useToken(vault::Secret::fromText(token), false);
    co_return {};
}

void Client::useToken(vault::Secret token, bool isApiKey)
{
    m_token = std::move(token);
    m_isApiKey = isApiKey;
}

QCoro::Task<net::Result<void>> Client::signOut()
{
    if (m_isApiKey || m_token.isEmpty())
        co_return {};
    Ask ask{.action = u"auth:signOut"_s, .body = QJsonObject()};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    m_token = {};
    if (!whole)
        co_return tl::unexpected(whole.error());
    co_return {};
}

QCoro::Task<net::Result<Identity>> Client::whoAmI()
{
    Ask check{.action = u"auth:check"_s};
    const net::Result<QJsonValue> user = co_await answer(check);
    if (!user)
        co_return tl::unexpected(user.error());
    const QJsonObject data = user->toObject().value(u"data"_s).toObject();
    // Up to 1.5 a bad token is answered with 200 and nobody.
    if (!data.contains(u"id"_s))
        co_return net::fail(FaultCode::NocobaseError, {{u"status"_s, u"401"_s}});
    Ask roles{.action = u"roles:check"_s};
    const net::Result<QJsonValue> role = co_await answer(roles);
    if (!role)
        co_return tl::unexpected(role.error());
    co_return wire::identity(data, role->toObject().value(u"data"_s).toObject());
}

QCoro::Task<net::Result<QList<PluginInfo>>> Client::plugins()
{
    const net::Result<QJsonArray> rows = co_await list(u"pm:list"_s, QUrlQuery());
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return each<PluginInfo>(*rows, wire::plugin);
}

QCoro::Task<net::Result<QList<AuthType>>> Client::types()
{
    const net::Result<QJsonArray> rows = co_await list(u"authenticators:listTypes"_s, QUrlQuery());
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return each<AuthType>(*rows, wire::authType);
}

QCoro::Task<net::Result<QList<Authenticator>>> Client::authenticators()
{
    QUrlQuery query;
    query.addQueryItem(u"paginate"_s, u"false"_s);
    const net::Result<QJsonArray> rows = co_await list(u"authenticators:list"_s, query);
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return each<Authenticator>(*rows, wire::authenticator);
}

QCoro::Task<net::Result<Authenticator>> Client::authenticator(qint64 id)
{
    Ask ask{.action = u"authenticators:get"_s, .query = byId(id)};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const net::Result<QJsonValue> data = wire::dataOf(*whole);
    if (!data)
        co_return tl::unexpected(data.error());
    if (!data->isObject())
        co_return net::fail(FaultCode::Missing);
    co_return wire::authenticator(data->toObject());
}

QCoro::Task<net::Result<QList<LinkedUser>>> Client::linkedUsers(qint64 id)
{
    QUrlQuery query = byId(id);
    query.addQueryItem(u"appends"_s, u"users"_s);
    Ask ask{.action = u"authenticators:get"_s, .query = query};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const QJsonValue data = whole->toObject().value(u"data"_s);
    if (!data.isObject())
        co_return net::fail(data.isUndefined() ? FaultCode::BadAnswer : FaultCode::Missing);
    co_return each<LinkedUser>(data.toObject().value(u"users"_s).toArray(), wire::linkedUser);
}

} // namespace nocobase
