// SPDX-License-Identifier: Apache-2.0
#include "wecom/answer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using net::FaultCode;
using net::Result;

namespace wecom {

namespace {

class DirectCaller : public Caller
{
public:
    DirectCaller(net::Http *http, QUrl apiHost, net::CancelPtr cancel)
        : m_http(http)
        , m_apiHost(std::move(apiHost))
        , m_cancel(std::move(cancel))
    {}

    QCoro::Task<Result<QJsonObject>> get(QString path, QUrlQuery query, vault::Secret token) override
    {
        return send(m_http, apiUrl(m_apiHost, path, query, token), m_cancel);
    }

private:
    // Holds what it needs itself, so that the caller object may go while an answer is under way.
    static QCoro::Task<Result<QJsonObject>> send(net::Http *http, QUrl url, net::CancelPtr cancel)
    {
        net::Request request;
        request.url = std::move(url);
        request.cancel = std::move(cancel);
        const Result<net::Response> response = co_await http->send(std::move(request));
        co_return objectOf(response);
    }

    net::Http *m_http;
    QUrl m_apiHost;
    net::CancelPtr m_cancel;
};

// Ids come as numbers or strings, depending on the list.
QString idText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

qint64 number(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

QStringList ids(const QJsonArray &list)
{
    QStringList out;
    for (const QJsonValue &entry : list)
        out.append(idText(entry));
    return out;
}

} // namespace

CallerPtr directCaller(net::Http *http, QUrl apiHost, net::CancelPtr cancel)
{
    return std::make_shared<DirectCaller>(http, std::move(apiHost), std::move(cancel));
}

QCoro::Task<Result<AgentInfo>> agentGet(CallerPtr caller, vault::Secret token, QString agentId)
{
    QUrlQuery query;
    query.addQueryItem(u"agentid"_s, queryValue(agentId.toUtf8()));
    const Result<QJsonObject> answer = co_await caller->get(u"/cgi-bin/agent/get"_s, query, token);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<QJsonObject> good = judged(*answer);
    if (!good)
        co_return tl::unexpected(good.error());
    if (!good->contains(u"agentid"_s))
        co_return net::fail(FaultCode::BadAnswer);

    AgentInfo info;
    info.agentId = number(good->value(u"agentid"_s));
    info.name = good->value(u"name"_s).toString();
    info.logoUrl = good->value(u"square_logo_url"_s).toString();
    info.closed = number(good->value(u"close"_s)) != 0;
    info.redirectDomain = good->value(u"redirect_domain"_s).toString();
    info.homeUrl = good->value(u"home_url"_s).toString();
    const QJsonArray users = good->value(u"allow_userinfos"_s)[u"user"_s].toArray();
    for (const QJsonValue &user : users)
        info.userIds.append(user[u"userid"_s].toString());
    info.departmentIds = ids(good->value(u"allow_partys"_s)[u"partyid"_s].toArray());
    info.tagIds = ids(good->value(u"allow_tags"_s)[u"tagid"_s].toArray());
    co_return info;
}

QCoro::Task<Result<QList<AgentListItem>>> agentList(CallerPtr caller, vault::Secret token)
{
    const Result<QJsonObject> answer = co_await caller->get(u"/cgi-bin/agent/list"_s, QUrlQuery(), token);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<QJsonObject> good = judged(*answer);
    if (!good)
        co_return tl::unexpected(good.error());
    QList<AgentListItem> items;
    const QJsonArray list = good->value(u"agentlist"_s).toArray();
    for (const QJsonValue &entry : list)
        items.append({number(entry[u"agentid"_s]), entry[u"name"_s].toString()});
    co_return items;
}

QCoro::Task<Result<void>> agentSet(net::Http *http, QUrl apiHost, vault::Secret token, QString agentId,
                                   AgentChange change, net::CancelPtr cancel)
{
    QJsonObject body{{u"agentid"_s, agentId.toLongLong()}};
    if (change.redirectDomain)
        body.insert(u"redirect_domain"_s, *change.redirectDomain);
    if (change.homeUrl)
        body.insert(u"home_url"_s, *change.homeUrl);

    net::Request request;
    request.method = "POST";
    request.url = apiUrl(apiHost, u"/cgi-bin/agent/set"_s, QUrlQuery(), token);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.writes = true;
    request.cancel = cancel;
    const Result<net::Response> response = co_await http->send(std::move(request));
    const Result<QJsonObject> answer = objectOf(response);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<QJsonObject> good = judged(*answer);
    if (!good)
        co_return tl::unexpected(good.error());
    co_return Result<void>();
}

QCoro::Task<Result<TrustProbe>> probeTrust(CallerPtr caller, vault::Secret token)
{
    QUrlQuery query;
    query.addQueryItem(u"code"_s, u"wizard-probe"_s);
    const Result<QJsonObject> answer = co_await caller->get(u"/cgi-bin/auth/getuserinfo"_s, query, token);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<QJsonObject> good = judged(*answer);
    if (good)
        co_return TrustProbe{true, {}};
    const int errcode = good.error().number(u"errcode"_s);
    if (errcode == code::ipNotTrusted)
        co_return TrustProbe{false, good.error().param(u"ip"_s)};
    // Any look at the made-up code comes after the look at the address.
    if (errcode == code::codeInvalid || errcode == code::codeExpired || errcode == code::codeUsed)
        co_return TrustProbe{true, good.error().param(u"ip"_s)};
    co_return tl::unexpected(good.error());
}

} // namespace wecom
