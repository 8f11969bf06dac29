// SPDX-License-Identifier: Apache-2.0
#include "nocobase/users.h"

using namespace Qt::StringLiterals;

namespace nocobase {

QCoro::Task<net::Result<qint64>> highestUserId(ClientPtr client)
{
    QUrlQuery query;
    query.addQueryItem(u"sort"_s, u"-id"_s);
    query.addQueryItem(u"pageSize"_s, u"1"_s);
    query.addQueryItem(u"fields"_s, u"id"_s);
    const net::Result<QJsonValue> whole = co_await client->call(u"users:list"_s, query, {}, false);
    if (!whole)
        co_return tl::unexpected(whole.error());
    const QJsonValue rows = whole->toObject().value(u"data"_s);
    if (!rows.isArray())
        co_return net::fail(net::FaultCode::BadAnswer);
    co_return rows.toArray().isEmpty() ? 0 : rows.toArray().first().toObject().value(u"id"_s).toInteger();
}

} // namespace nocobase
