// SPDX-License-Identifier: Apache-2.0
// The half of the client that changes something, and the addresses it asks for.
#include "nocobase/client.h"

#include "nocobase/wire.h"

#include <qcoro/qcorotimer.h>

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;

namespace nocobase {

namespace {

constexpr auto pollEvery = 200ms;
constexpr int steadyAnswers = 5;

QUrlQuery byKey(const QString &key)
{
    QUrlQuery query;
    query.addQueryItem(u"filterByTk"_s, key);
    return query;
}

} // namespace

QCoro::Task<net::Result<qint64>> Client::create(Authenticator row)
{
    Ask ask{.action = u"authenticators:create"_s, .body = wire::body(row), .writes = true};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const qint64 id = wire::authenticator(whole->toObject().value(u"data"_s).toObject()).id;
    if (id == 0)
        co_return net::fail(FaultCode::BadAnswer);
    co_return id;
}

QCoro::Task<net::Result<void>> Client::update(Authenticator row)
{
    Ask ask{.action = u"authenticators:update"_s,
            .query = byKey(QString::number(row.id)),
            .body = wire::body(row),
            .writes = true};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    if (whole->toObject().value(u"data"_s).toArray().isEmpty())
        co_return net::fail(FaultCode::Missing);
    co_return {};
}

QCoro::Task<net::Result<void>> Client::destroy(qint64 id)
{
    Ask ask{.action = u"authenticators:destroy"_s,
            .query = byKey(QString::number(id)),
            .body = QJsonObject(),
            .writes = true};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    if (whole->toObject().value(u"data"_s).toInt() == 0)
        co_return net::fail(FaultCode::Missing);
    co_return {};
}

QCoro::Task<bool> Client::isEnabledAndWell(QString plugin)
{
    const net::Result<ServerInfo> well = co_await info();
    if (!well)
        co_return false;
    // Public and light, unlike pm:list.
    const net::Result<QJsonArray> enabled = co_await list(u"pm:listEnabled"_s, QUrlQuery());
    if (!enabled)
        co_return false;
    for (const QJsonValue &value : *enabled) {
        const PluginInfo row = wire::plugin(value.toObject());
        if (row.name == plugin || row.packageName == plugin)
            co_return true;
    }
    co_return false;
}

QCoro::Task<net::Result<void>> Client::enablePlugin(QString name, std::chrono::milliseconds limit,
                                                    std::function<void(EnableStage)> progress)
{
    const auto say = [&](EnableStage stage) {
        if (progress)
            progress(stage);
    };
    say(EnableStage::Asking);
    QDeadlineTimer deadline(limit);
    QUrlQuery query = byKey(name);
    query.addQueryItem(u"awaitResponse"_s, u"true"_s); // since 2.1: the answer is the outcome, not a receipt
    Ask ask{
        .action = u"pm:enable"_s, .query = query, .body = QJsonObject(), .writes = true, .deadline = limit};
    const net::Result<QJsonValue> asked = co_await answer(ask);
    // The restart may cut the connection, or something may answer in the application's place; its own word is
    // final.
    if (!asked &&
        (asked.error().code == FaultCode::NocobaseError || asked.error().code == FaultCode::Cancelled))
        co_return tl::unexpected(asked.error());
    say(EnableStage::Restarting);
    int good = 0;
    while (good < steadyAnswers) {
        if (m_cancel && m_cancel->isCancelled())
            co_return net::fail(FaultCode::Cancelled);
        if (deadline.hasExpired())
            co_return net::fail(FaultCode::NocobaseError, {{u"code"_s, u"NOT_ENABLED"_s}});
        const bool well = co_await isEnabledAndWell(name);
        if (well != (good > 0))
            say(well ? EnableStage::Settling : EnableStage::Restarting);
        good = well ? good + 1 : 0;
        co_await QCoro::sleepFor(pollEvery);
    }
    co_return {};
}

QCoro::Task<net::Result<QUrl>> Client::startLink(QString authenticator)
{
    Ask ask{.action = u"wecom:getAuthUrl"_s,
            .body = QJsonObject(),
            .authenticator = authenticator,
            .withToken = false};
    const net::Result<QJsonValue> whole = co_await answer(ask);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const QJsonValue data = whole->toObject().value(u"data"_s);
    const QUrl url(data.isObject() ? data.toObject().value(u"url"_s).toString() : data.toString(),
                   QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        co_return net::fail(FaultCode::BadAnswer);
    co_return url;
}

QCoro::Task<net::Result<QUrl>> Client::findApiBase()
{
    net::Request request;
    request.url = m_target.base;
    request.headers << std::pair<QByteArray, QByteArray>("Accept", "text/html");
    request.cancel = m_cancel;
    const net::Result<net::Response> page = co_await m_http->send(request);
    if (!page)
        co_return tl::unexpected(page.error());
    Target named = m_target;
    named.base = wire::baseNamedBy(page->body, page->url);
    if (!named.base.isValid() || named.api(QString()) == m_target.api(QString()))
        co_return net::fail(FaultCode::Missing);
    co_return named.base;
}

} // namespace nocobase
