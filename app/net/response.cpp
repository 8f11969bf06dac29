// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace net {

using namespace Qt::StringLiterals;

namespace {

QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower();
}

} // namespace

QByteArray Response::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool Response::isJson() const
{
    const QByteArray type = mediaType(contentType);
    return type == "application/json" || type == "text/json" || type.endsWith("+json");
}

Result<QJsonValue> Response::json() const
{
    if (!isJson()) {
        const QString type = QString::fromLatin1(mediaType(contentType));
        return fail(
            FaultCode::NotJson,
            {{u"contentType"_s, type}, {u"status"_s, QString::number(status)}, {u"host"_s, url.host()}});
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(FaultCode::BadAnswer, {{u"status"_s, QString::number(status)}, {u"host"_s, url.host()}});
    if (document.isArray())
        return QJsonValue(document.array());
    return QJsonValue(document.object());
}

} // namespace net
