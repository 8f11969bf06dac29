// SPDX-License-Identifier: Apache-2.0
#include "wecom/answer.h"

#include "net/redactor.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using net::FaultCode;
using net::Result;

namespace wecom {

QString queryValue(const QByteArray &value)
{
    return QString::fromLatin1(value.toPercentEncoding());
}

QUrl apiUrl(const QUrl &host, const QString &path, QUrlQuery query, const vault::Secret &token)
{
    QUrl url = host.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    if (!token.isEmpty())
        query.addQueryItem(u"access_token"_s, queryValue(token.reveal()));
    url.setQuery(query);
    return url;
}

Result<QJsonObject> objectOf(const Result<net::Response> &response)
{
    if (!response)
        return tl::unexpected(response.error());
    if (response->status != 200)
        return net::fail(FaultCode::HttpStatus, {{u"status"_s, QString::number(response->status)}});
    const Result<QJsonValue> json = response->json();
    if (!json)
        return tl::unexpected(json.error());
    if (!json->isObject())
        return net::fail(FaultCode::BadAnswer);
    return json->toObject();
}

Result<QJsonObject> judged(const QJsonObject &answer)
{
    const QJsonValue value = answer.value(u"errcode"_s);
    const qint64 errcode = value.isString() ? value.toString().toLongLong() : value.toInteger();
    if (value.isUndefined() || errcode == 0)
        return answer;
    static const QRegularExpression from(u"from ip: ([0-9]{1,3}(?:\\.[0-9]{1,3}){3})"_s);
    const QString said = answer.value(u"errmsg"_s).toString();
    QMap<QString, QString> params{{u"errcode"_s, QString::number(errcode)}};
    const auto match = from.match(said);
    if (match.hasMatch())
        params.insert(u"ip"_s, match.captured(1));
    return net::fail(FaultCode::WecomError, params, net::redact::text(said));
}

} // namespace wecom
