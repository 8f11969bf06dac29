// SPDX-License-Identifier: Apache-2.0
#include "nocobase/users.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace nocobase {

namespace {

QUrlQuery byId(qint64 id)
{
    return QUrlQuery{{u"filterByTk"_s, QString::number(id)}};
}

// Ids may come as text where they are long.
qint64 idIn(const QJsonValue &value)
{
    return value.toVariant().toLongLong();
}

} // namespace

QCoro::Task<net::Result<qint64>> newestUser(ClientPtr admin)
{
    const QUrlQuery query{
        {u"sort"_s, u"-id"_s}, {u"page"_s, u"1"_s}, {u"pageSize"_s, u"1"_s}, {u"fields"_s, u"id"_s}};
    const auto whole = co_await admin->call(u"users:list"_s, query, std::nullopt, false);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const QJsonValue rows = whole->toObject().value(u"data"_s);
    if (!rows.isArray())
        co_return net::fail(FaultCode::BadAnswer);
    const QJsonArray list = rows.toArray();
    co_return list.isEmpty() ? 0 : idIn(list.first().toObject().value(u"id"_s));
}

QCoro::Task<net::Result<UserRow>> user(ClientPtr admin, qint64 id)
{
    const QUrlQuery query = byId(id);
    const auto whole = co_await admin->call(u"users:get"_s, query, std::nullopt, false);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const QJsonValue data = whole->toObject().value(u"data"_s);
    if (data.isNull())
        co_return net::fail(FaultCode::Missing);
    const QJsonObject row = data.toObject();
    if (idIn(row.value(u"id"_s)) != id)
        co_return net::fail(FaultCode::BadAnswer);
    co_return UserRow{id, row.value(u"nickname"_s).toString(), row.value(u"username"_s).toString(),
                      row.value(u"createdAt"_s).toString(), idIn(row.value(u"createdById"_s)) != 0};
}

QCoro::Task<net::Result<void>> destroyUser(ClientPtr admin, qint64 id)
{
    const QUrlQuery query = byId(id);
    const QJsonObject body;
    const auto whole = co_await admin->call(u"users:destroy"_s, query, body, true);
    if (!whole)
        co_return tl::unexpected(whole.error());
    co_return net::Result<void>{};
}

} // namespace nocobase
