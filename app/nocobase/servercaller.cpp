// SPDX-License-Identifier: Apache-2.0
#include "nocobase/servercaller.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace nocobase {

namespace {

// Ours are told by it, also after a run that was cut off.
QString keyPrefix()
{
    return u"wecom-setup-"_s;
}

constexpr qint64 atWorkSeconds = 120; // longer than any question takes

QString freshKey()
{
    return keyPrefix() + QString::number(QDateTime::currentSecsSinceEpoch()) + u'-' +
           QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool mayBeAtWork(const QString &key)
{
    const qint64 made = key.mid(keyPrefix().size()).section(u'-', 0, 0).toLongLong();
    return qAbs(QDateTime::currentSecsSinceEpoch() - made) < atWorkSeconds;
}

QJsonObject pair(const QString &name, const QString &value)
{
    return {{u"name"_s, name}, {u"value"_s, value}};
}

QJsonObject requestBody(const QString &key, const QUrl &url, const QUrlQuery &query,
                        const vault::Secret &token)
{
    // WeCom takes the token in the query only. It is short-lived; the Secret never goes this way.
    QJsonArray params{pair(u"access_token"_s, token.revealText())};
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        params << pair(name, value);
    // Without a header of this name NocoBase sends the caller's own token to the target (measured, 2.2.15).
    const QJsonArray headers{pair(u"Authorization"_s, u"none"_s)};
    const QJsonObject options{{u"method"_s, u"GET"_s},
                              {u"url"_s, url.toString(QUrl::FullyEncoded)},
                              {u"headers"_s, headers},
                              {u"params"_s, params},
                              {u"timeout"_s, 8000}};
    return {{u"key"_s, key}, {u"name"_s, u"WeCom Setup: one question to WeCom"_s}, {u"options"_s, options}};
}

QCoro::Task<net::Result<void>> removeRequest(ClientPtr client, QString key)
{
    QUrlQuery query;
    query.addQueryItem(u"filterByTk"_s, key);
    const net::Result<QJsonValue> removed =
        co_await client->call(u"customRequests:destroy"_s, query, QJsonObject(), true);
    if (!removed)
        co_return tl::unexpected(removed.error());
    co_return {};
}

// Who says that the server may not ask, which tells nothing about whether it could.
net::Fault refusalNamed(net::Fault fault)
{
    if (fault.code != FaultCode::NocobaseError)
        return fault;
    if (fault.said.contains(u"SERVER_REQUEST_"_s))
        fault.params.insert(u"refusedBy"_s, u"whitelist"_s);
    else if (fault.number(u"status"_s) == 403)
        fault.params.insert(u"refusedBy"_s, u"role"_s);
    return fault;
}

// NocoBase passes on the target's status and body, or answers 500 with {message} when it got neither.
net::Fault seenFromServer(net::Fault fault)
{
    fault = refusalNamed(std::move(fault));
    const bool noAnswer = fault.code == FaultCode::NocobaseError && fault.number(u"status"_s) == 500 &&
                          !fault.params.contains(u"refusedBy"_s);
    if (!noAnswer)
        return fault;
    fault.code = FaultCode::Unreachable;
    return fault;
}

class ServerCaller : public wecom::Caller
{
public:
    ServerCaller(ClientPtr client, QUrl wecomApi) : m_client(std::move(client)), m_api(std::move(wecomApi)) {}

    QCoro::Task<net::Result<QJsonObject>> get(QString path, QUrlQuery query, vault::Secret token) override
    {
        QUrl url = m_api;
        url.setPath(path);
        return ask(m_client, url, query, token);
    }

private:
    static QCoro::Task<net::Result<QJsonObject>> ask(ClientPtr client, QUrl url, QUrlQuery query,
                                                     vault::Secret token)
    {
        const QString key = freshKey();
        const QUrlQuery none;
        const QJsonObject request = requestBody(key, url, query, token);
        const net::Result<QJsonValue> created =
            co_await client->call(u"customRequests:create"_s, none, request, true);
        const ClientPtr tidying = client->uninterrupted();
        if (!created) {
            // It may be there although its answer never came.
            if (created.error().code == FaultCode::Cancelled || net::isPassing(created.error().code))
                co_await removeRequest(tidying, key);
            co_return tl::unexpected(refusalNamed(created.error()));
        }
        // From here on the request is always removed, whatever happens.
        const net::Result<QJsonValue> sent =
            co_await client->call(u"customRequests:send/"_s + key, none, QJsonObject(), true);
        const net::Result<void> removed = co_await removeRequest(tidying, key);
        if (!sent)
            co_return tl::unexpected(seenFromServer(sent.error()));
        if (!removed)
            co_return tl::unexpected(removed.error());
        if (!sent->isObject())
            co_return net::fail(FaultCode::BadAnswer);
        co_return sent->toObject();
    }

    ClientPtr m_client;
    QUrl m_api;
};

} // namespace

wecom::CallerPtr serverCaller(ClientPtr client, QUrl wecomApi)
{
    return std::make_shared<ServerCaller>(std::move(client), std::move(wecomApi));
}

QCoro::Task<net::Result<bool>> removeLeftOverRequests(ClientPtr client)
{
    QUrlQuery query;
    query.addQueryItem(u"paginate"_s, u"false"_s);
    query.addQueryItem(u"fields"_s, u"key"_s);
    const net::Result<QJsonValue> listed =
        co_await client->call(u"customRequests:list"_s, query, std::nullopt, false);
    if (!listed)
        co_return tl::unexpected(listed.error());
    const QJsonArray rows = listed->toObject().value(u"data"_s).toArray();
    bool noneLeft = true;
    for (const QJsonValue &row : rows) {
        const QString key = row.toObject().value(u"key"_s).toString();
        if (!key.startsWith(keyPrefix()))
            continue;
        if (mayBeAtWork(key)) {
            noneLeft = false;
            continue;
        }
        const net::Result<void> removed = co_await removeRequest(client, key);
        if (!removed)
            co_return tl::unexpected(removed.error());
    }
    co_return noneLeft;
}

} // namespace nocobase
