// SPDX-License-Identifier: Apache-2.0
#include "demo/nocobaseside.h"

#include "net/http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <thread>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace demo {

namespace {

QJsonObject plugin(const QString &name, const QString &title, const QString &version, bool enabled,
                   bool builtIn)
{
    return {{u"name"_s, name},         {u"packageName"_s, u"@nocobase/plugin-"_s + name},
            {u"displayName"_s, title}, {u"description"_s, u""_s},
            {u"version"_s, version},   {u"enabled"_s, enabled},
            {u"installed"_s, enabled}, {u"builtIn"_s, builtIn},
            {u"isCompatible"_s, true}, {u"depsCompatible"_s, QJsonArray()}};
}

QUrl withParameters(const QJsonObject &options)
{
    QUrl url(options.value(u"url"_s).toString(), QUrl::StrictMode);
    QUrlQuery query(url);
    const QJsonArray params = options.value(u"params"_s).toArray();
    for (const QJsonValue &param : params) {
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(param[u"name"_s].toString())),
                           QString::fromLatin1(QUrl::toPercentEncoding(param[u"value"_s].toString())));
    }
    url.setQuery(query);
    return url;
}

} // namespace

QJsonArray NocobaseSide::plugins() const
{
    const QString version = m_world.fault(u"nocobase.too-old"_s) ? u"1.3.51"_s : u"2.2.15"_s;
    QJsonArray list{plugin(u"acl"_s, u"ACL"_s, version, true, true),
                    plugin(u"auth"_s, u"Authentication"_s, version, true, true),
                    plugin(u"users"_s, u"Users"_s, version, true, true),
                    plugin(u"api-keys"_s, u"API keys"_s, version, true, false),
                    plugin(u"action-custom-request"_s, u"Action: Custom request"_s, version, true, false)};
    if (!m_world.fault(u"plugin.absent"_s))
        list.append(plugin(u"auth-wecom"_s, u"WeCom"_s, version, m_world.pluginEnabled, false));
    return list;
}

Answer NocobaseSide::listPlugins(const Call &)
{
    return nocobaseData(plugins());
}

Answer NocobaseSide::listEnabledPlugins(const Call &)
{
    QJsonArray enabled;
    const QJsonArray all = plugins();
    for (const QJsonValue &entry : all) {
        if (entry[u"enabled"_s].toBool()) {
            const QString package = entry[u"packageName"_s].toString();
            enabled.append(
                QJsonObject{{u"name"_s, entry[u"name"_s]},
                            {u"packageName"_s, package},
                            {u"options"_s, QJsonObject()},
                            {u"url"_s, u"/static/plugins/"_s + package + u"/dist/client/index.js"_s}});
        }
    }
    return nocobaseData(enabled);
}

Answer NocobaseSide::enablePlugin(const Call &call)
{
    const QString name = call.param(u"filterByTk"_s);
    const bool isWecom = name == u"auth-wecom"_s || name == u"@nocobase/plugin-auth-wecom"_s;
    bool absent = false, failing = false, waits = false;
    std::chrono::milliseconds restart;
    {
        const std::lock_guard lock(m_world.mutex);
        absent = isWecom && m_world.fault(u"plugin.absent"_s);
        // awaitResponse came with 2.1; older ones ignore it.
        waits = call.param(u"awaitResponse"_s) == u"true"_s && !m_world.fault(u"nocobase.too-old"_s);
        restart = m_world.restart;
        failing = isWecom && m_world.fault(u"plugin.failed"_s);
        if (isWecom && !absent && !failing)
            m_world.pluginEnabled = true;
        m_world.maintenanceEnds = steady_clock::now() + restart;
        m_world.unsteadyAnswers = 5;
    }
    if (!waits)
        return nocobaseData(name); // at once, and also for a plugin that is not there
    std::this_thread::sleep_for(restart);
    if (failing)
        return nocobaseError(500, u"Failed to enable plugin: the license key does not match this instance"_s);
    return absent ? nocobaseError(500, u"Failed to enable plugin: Cannot find module"_s) : nocobaseData(name);
}

Answer NocobaseSide::listRequests(const Call &)
{
    QJsonArray rows;
    for (const QJsonObject &row : std::as_const(m_world.customRequests))
        rows.append(row);
    return nocobaseData(rows);
}

Answer NocobaseSide::createRequest(const Call &call)
{
    QJsonObject row = call.json();
    const QString key = row.value(u"key"_s).toString();
    if (key.isEmpty())
        return nocobaseError(400, u"key cannot be null"_s);
    for (const QJsonObject &other : std::as_const(m_world.customRequests)) {
        if (other.value(u"key"_s).toString() == key)
            return nocobaseError(400, u"key must be unique"_s);
    }
    m_world.customRequests.append(row);
    return nocobaseData(row);
}

Answer NocobaseSide::sendRequest(const Call &call)
{
    const QString key = call.path.section(u'/', 3);
    QJsonObject options;
    bool reachable = true;
    {
        const std::lock_guard lock(m_world.mutex);
        for (const QJsonObject &row : std::as_const(m_world.customRequests)) {
            if (row.value(u"key"_s).toString() == key)
                options = row.value(u"options"_s).toObject();
        }
        reachable = !m_world.fault(u"server.cannot-reach-wecom"_s);
    }
    if (options.isEmpty())
        return Answer::text(u"Not Found"_s, 404);
    QList<std::pair<QByteArray, QByteArray>> headers;
    bool hasAuthorization = false;
    const QJsonArray given = options.value(u"headers"_s).toArray();
    for (const QJsonValue &header : given) {
        const QByteArray name = header[u"name"_s].toString().toUtf8();
        hasAuthorization = hasAuthorization || name.toLower() == "authorization";
        headers.append({name, header[u"value"_s].toString().toUtf8()});
    }
    // The real one sends the caller's own token along unless another Authorization header is given.
    if (!hasAuthorization)
        headers.append({"Authorization", call.header("authorization")});
    const QByteArray method = options.value(u"method"_s).toString(u"GET"_s).toUpper().toUtf8();
    const auto fetched = reachable ? fetch(method, withParameters(options), headers) : std::nullopt;
    if (!fetched)
        return Answer::json(QJsonObject{{u"message"_s, u"getaddrinfo ENOTFOUND"_s}}, 500);
    return {fetched->status, fetched->contentType, fetched->body, {}}; // the target's own answer, not wrapped
}

Answer NocobaseSide::destroyRequest(const Call &call)
{
    const QString key = call.param(u"filterByTk"_s);
    const qsizetype gone = m_world.customRequests.removeIf(
        [&key](const QJsonObject &row) { return row.value(u"key"_s).toString() == key; });
    return nocobaseData(qint64(gone));
}

} // namespace demo
