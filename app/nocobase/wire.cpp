// SPDX-License-Identifier: Apache-2.0
#include "nocobase/wire.h"

#include "net/redactor.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace nocobase::wire {

namespace {

QString number(int status)
{
    return QString::number(status);
}

// {"errors":[{"message","code"?}]}
net::Fault refusal(const net::Response &response, const QJsonObject &body)
{
    const QJsonObject error = body.value(u"errors"_s).toArray().first().toObject();
    net::Fault fault{FaultCode::NocobaseError, {{u"status"_s, number(response.status)}}, {}};
    if (const QString code = error.value(u"code"_s).toString(); !code.isEmpty())
        fault.params.insert(u"code"_s, code);
    QString message = error.value(u"message"_s).toString();
    if (message.isEmpty())
        message = body.value(u"message"_s).toString();
    fault.said = net::redact::text(message);
    return fault;
}

// {"error":{"status","message","maintaining":true,"code","command":{"name"}}}: the gateway, before the
// application.
net::Fault gatewayRefusal(const net::Response &response, const QJsonObject &error)
{
    const bool restarting = error.value(u"maintaining"_s).toBool() || response.status == 503;
    net::Fault fault{restarting ? FaultCode::Restarting : FaultCode::NocobaseError,
                     {{u"status"_s, number(response.status)}},
                     net::redact::text(error.value(u"message"_s).toString())};
    if (const QString code = error.value(u"code"_s).toString(); !code.isEmpty())
        fault.params.insert(u"code"_s, code);
    const QString command = error.value(u"command"_s).toObject().value(u"name"_s).toString();
    if (!command.isEmpty())
        fault.params.insert(u"command"_s, command);
    return fault;
}

net::Fault notJson(const net::Response &response, const Target &target)
{
    const QMap<QString, QString> status{{u"status"_s, number(response.status)}};
    if (response.status >= 300 && response.status < 400) {
        const QUrl location = response.url.resolved(QUrl(QString::fromUtf8(response.header("Location"))));
        return {
            FaultCode::HttpStatus,
            {{u"status"_s, number(response.status)}, {u"location"_s, net::redact::url(location).toString()}},
            {}};
    }
    // The application's own answer to an unknown action; another server's 404 is a page.
    if (response.status == 404 && response.body.trimmed() == "Not Found")
        return {FaultCode::Missing, status, {}};
    if (response.status != 200)
        return {FaultCode::HttpStatus, status, {}};
    net::Fault fault{FaultCode::NotJson, {{u"contentType"_s, QString::fromLatin1(response.contentType)}}, {}};
    const QUrl base = baseNamedBy(response.body, response.url);
    Target named = target;
    named.base = base;
    if (base.isValid() && named.api(QString()) != target.api(QString()))
        fault.params.insert(u"apiBase"_s, base.toString());
    return fault;
}

qint64 idOf(const QJsonObject &row)
{
    // 64-bit ids may come as strings.
    return row.value(u"id"_s).toVariant().toLongLong();
}

QString text(const QJsonObject &row, const QString &name)
{
    return row.value(name).toString();
}

} // namespace

net::Result<QJsonValue> judged(const net::Response &response, const Target &target)
{
    if (!response.isJson())
        return tl::unexpected(notJson(response, target));
    net::Result<QJsonValue> json = response.json();
    if (response.status >= 200 && response.status < 300)
        return json;
    const QJsonObject body = json ? json->toObject() : QJsonObject();
    if (body.value(u"error"_s).isObject())
        return tl::unexpected(gatewayRefusal(response, body.value(u"error"_s).toObject()));
    return tl::unexpected(refusal(response, body));
}

net::Result<QJsonValue> dataOf(const QJsonValue &answer)
{
    const QJsonValue data = answer.toObject().value(u"data"_s);
    if (data.isUndefined())
        return net::fail(FaultCode::BadAnswer);
    return data;
}

ServerInfo serverInfo(const QJsonObject &data)
{
    ServerInfo info;
    info.versionText = text(data, u"version"_s);
    info.version = QVersionNumber::fromString(info.versionText);
    info.name = text(data, u"name"_s);
    return info;
}

PluginInfo plugin(const QJsonObject &row)
{
    PluginInfo info;
    info.packageName = text(row, u"packageName"_s);
    info.name = text(row, u"name"_s);
    if (info.name.isEmpty())
        info.name = info.packageName;
    info.version = text(row, u"version"_s);
    info.displayName = text(row, u"displayName"_s);
    info.enabled = row.value(u"enabled"_s).toBool();
    info.installed = row.value(u"installed"_s).toBool();
    return info;
}

AuthType authType(const QJsonObject &row)
{
    return {text(row, u"name"_s), text(row, u"title"_s)};
}

Authenticator authenticator(const QJsonObject &row)
{
    Authenticator result;
    result.id = idOf(row);
    result.name = text(row, u"name"_s);
    result.authType = text(row, u"authType"_s);
    result.title = text(row, u"title"_s);
    result.description = text(row, u"description"_s);
    // SQLite may give 0 and 1.
    result.enabled = row.value(u"enabled"_s).toVariant().toBool();
    result.options = row.value(u"options"_s).toObject();
    result.updatedAt = text(row, u"updatedAt"_s);
    result.raw = row;
    return result;
}

PublicAuthenticator publicAuthenticator(const QJsonObject &row)
{
    return {text(row, u"name"_s), text(row, u"authType"_s), text(row, u"authTypeTitle"_s),
            text(row, u"title"_s), row.value(u"options"_s).toObject()};
}

LinkedUser linkedUser(const QJsonObject &row)
{
    const QJsonObject link = row.value(u"usersAuthenticators"_s).toObject();
    return {idOf(row), text(row, u"nickname"_s), text(row, u"username"_s), text(link, u"uuid"_s)};
}

Identity identity(const QJsonObject &user, const QJsonObject &role)
{
    Identity result;
    result.id = idOf(user);
    result.nickname = text(user, u"nickname"_s);
    result.username = text(user, u"username"_s);
    result.email = text(user, u"email"_s);
    result.phone = text(user, u"phone"_s);
    const QJsonArray roles = user.value(u"roles"_s).toArray();
    for (const QJsonValue &entry : roles)
        result.roles << text(entry.toObject(), u"name"_s);
    result.role = text(role, u"role"_s);
    result.allowAll = role.value(u"allowAll"_s).toBool();
    const QJsonArray snippets = role.value(u"snippets"_s).toArray();
    for (const QJsonValue &snippet : snippets)
        result.snippets << snippet.toString();
    return result;
}

QJsonObject body(const Authenticator &row)
{
    QJsonObject body{{u"name"_s, row.name},
                     {u"authType"_s, row.authType},
                     {u"enabled"_s, row.enabled},
                     {u"options"_s, row.options}};
    // A row that came without a title or description (null) is put back that way.
    const auto put = [&](const QString &name, const QString &value) {
        body.insert(name,
                    value.isEmpty() && row.raw.value(name).isNull() ? QJsonValue(QJsonValue::Null) : value);
    };
    put(u"title"_s, row.title);
    put(u"description"_s, row.description);
    if (row.id != 0)
        body.insert(u"id"_s, row.id);
    return body;
}

QUrl baseNamedBy(const QByteArray &html, const QUrl &page)
{
    static const QRegularExpression named(uR"(__nocobase_api_base_url__['"]\]\s*=\s*['"]([^'"]+)['"])"_s);
    const QString path = named.match(QString::fromUtf8(html)).captured(1);
    if (path.isEmpty())
        return {};
    QUrl api = page.resolved(QUrl(path));
    if (net::originOf(api) != net::originOf(page))
        return {}; // a page must not be able to send the person's password to another host
    QString base = api.path();
    if (!base.endsWith(u'/'))
        base += u'/';
    if (!base.endsWith(u"/api/"_s))
        return {}; // an address that Target cannot express
    api.setPath(base.chopped(4));
    api.setQuery(QString());
    api.setFragment(QString());
    return api;
}

} // namespace nocobase::wire
