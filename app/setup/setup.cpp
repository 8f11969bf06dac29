// SPDX-License-Identifier: Apache-2.0
#include "setup/setup.h"

#include "net/http.h"
#include "setup/schema.h"
#include "wecom/identifiers.h"
#include "wecom/links.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace setup {

namespace {

QJsonObject merged(QJsonObject base, const QJsonObject &ours)
{
    for (auto it = ours.begin(); it != ours.end(); ++it)
        base.insert(it.key(), it.value());
    return base;
}

QJsonObject nocobaseJson(const NocobaseTarget &target)
{
    return {{u"url"_s, target.url.toString(QUrl::FullyEncoded)},
            {u"application"_s, target.application},
            {u"account"_s, target.account},
            {u"allowPlainHttp"_s, target.allowPlainHttp}};
}

QJsonObject authenticatorJson(const AuthenticatorWish &wish)
{
    return {{u"name"_s, wish.name ? QJsonValue(*wish.name) : QJsonValue(QJsonValue::Null)},
            {u"title"_s, wish.title},
            {u"tooltip"_s, wish.tooltip},
            {u"autoSignup"_s, wish.autoSignup},
            {u"origin"_s, wish.origin},
            {u"redirectLink"_s, wish.redirectLink},
            {u"automaticLogin"_s, wish.automaticLogin},
            {u"enabled"_s, wish.enabled}};
}

NocobaseTarget nocobaseFrom(const QJsonObject &json)
{
    NocobaseTarget target;
    target.url = QUrl(json.value(u"url"_s).toString());
    target.application = json.value(u"application"_s).toString(target.application);
    target.account = json.value(u"account"_s).toString();
    target.allowPlainHttp = json.value(u"allowPlainHttp"_s).toBool();
    return target;
}

WecomHosts hostsFrom(const QJsonObject &json)
{
    WecomHosts hosts;
    hosts.api = QUrl(json.value(u"api"_s).toString(hosts.api.toString()));
    hosts.login = QUrl(json.value(u"login"_s).toString(hosts.login.toString()));
    hosts.oauth = QUrl(json.value(u"oauth"_s).toString(hosts.oauth.toString()));
    return hosts;
}

AuthenticatorWish wishFrom(const QJsonObject &json)
{
    AuthenticatorWish wish;
    const QJsonValue name = json.value(u"name"_s);
    if (name.isString())
        wish.name = name.toString();
    wish.title = json.value(u"title"_s).toString(wish.title);
    wish.tooltip = json.value(u"tooltip"_s).toString();
    wish.autoSignup = json.value(u"autoSignup"_s).toBool(wish.autoSignup);
    wish.origin = json.value(u"origin"_s).toString();
    wish.redirectLink = json.value(u"redirectLink"_s).toString();
    wish.automaticLogin = json.value(u"automaticLogin"_s).toBool(wish.automaticLogin);
    wish.enabled = json.value(u"enabled"_s).toBool(wish.enabled);
    return wish;
}

// Plain http is for this computer only: WeCom's credentials must not travel in clear.
net::Result<void> checkHosts(const WecomHosts &hosts)
{
    const std::pair<QString, QUrl> named[] = {
        {u"/wecom/api"_s, hosts.api}, {u"/wecom/login"_s, hosts.login}, {u"/wecom/oauth"_s, hosts.oauth}};
    for (const auto &[field, url] : named) {
        if (url.scheme() != u"https"_s && !net::isLoopback(url))
            return net::fail(net::FaultCode::PlainHttpRefused,
                             {{u"field"_s, field}, {u"host"_s, url.host()}});
    }
    return {};
}

} // namespace

bool Setup::isRehearsal() const
{
    return net::isLoopback(nocobase.url) && net::isLoopback(wecom.api) && net::isLoopback(wecom.login) &&
           net::isLoopback(wecom.oauth);
}

QJsonObject toJson(const Setup &setup)
{
    QJsonObject json = setup.unknown;
    const auto member = [&json](const QString &name) { return json.value(name).toObject(); };
    QJsonObject confirmed;
    for (auto it = setup.confirmed.begin(); it != setup.confirmed.end(); ++it)
        confirmed.insert(it.key(), it.value().toUTC().toString(Qt::ISODate));

    json.insert(u"nocobase"_s, merged(member(u"nocobase"_s), nocobaseJson(setup.nocobase)));
    json.insert(u"wecom"_s, merged(member(u"wecom"_s), {{u"api"_s, setup.wecom.api.toString()},
                                                        {u"login"_s, setup.wecom.login.toString()},
                                                        {u"oauth"_s, setup.wecom.oauth.toString()}}));
    json.insert(u"authenticator"_s,
                merged(member(u"authenticator"_s), authenticatorJson(setup.authenticator)));
    json.insert(u"homepage"_s, merged(member(u"homepage"_s), {{u"desktop"_s, setup.homepage.desktop},
                                                              {u"mobile"_s, setup.homepage.mobile}}));
    if (!setup.domainFile.name.isEmpty())
        json.insert(u"domainFile"_s,
                    merged(member(u"domainFile"_s),
                           {{u"name"_s, setup.domainFile.name}, {u"content"_s, setup.domainFile.content}}));
    else
        json.remove(u"domainFile"_s);
    json.insert(u"schema"_s, u"wecom-setup/1"_s);
    json.insert(u"id"_s, setup.id);
    json.insert(u"name"_s, setup.name);
    json.insert(u"confirmed"_s, confirmed);
    return json;
}

net::Result<Setup> fromJson(const QJsonObject &json)
{
    if (const auto valid = validate(json, u":/schema/setup.json"_s); !valid)
        return tl::unexpected(valid.error());
    Setup setup;
    setup.unknown = json;
    setup.id = json.value(u"id"_s).toString();
    setup.name = json.value(u"name"_s).toString(setup.id);
    setup.nocobase = nocobaseFrom(json.value(u"nocobase"_s).toObject());
    setup.wecom = hostsFrom(json.value(u"wecom"_s).toObject());
    setup.authenticator = wishFrom(json.value(u"authenticator"_s).toObject());
    const QJsonObject homepage = json.value(u"homepage"_s).toObject();
    setup.homepage = {homepage.value(u"desktop"_s).toString(), homepage.value(u"mobile"_s).toString()};
    const QJsonObject domainFile = json.value(u"domainFile"_s).toObject();
    setup.domainFile = {domainFile.value(u"name"_s).toString(), domainFile.value(u"content"_s).toString()};
    const QJsonObject confirmed = json.value(u"confirmed"_s).toObject();
    for (auto it = confirmed.begin(); it != confirmed.end(); ++it)
        setup.confirmed.insert(it.key(), QDateTime::fromString(it.value().toString(), Qt::ISODate));
    if (const auto hosts = checkHosts(setup.wecom); !hosts)
        return tl::unexpected(hosts.error());
    return setup;
}

Credentials Credentials::usable() const
{
    Credentials usable = *this;
    if (wecom::isRefused(wecom::companyIdShape(companyId)))
        usable.companyId.clear();
    if (wecom::isRefused(wecom::agentIdShape(agentId)))
        usable.agentId.clear();
    if (wecom::isRefused(wecom::secretShape(secret.revealText())))
        usable.secret = {};
    return usable;
}

Setup forHandOver(Setup setup)
{
    for (QString *link : {&setup.homepage.desktop, &setup.homepage.mobile}) {
        if (wecom::parseLoginLink(QUrl(*link)))
            link->clear();
    }
    setup.nocobase.account.clear();
    return setup;
}

net::Result<QUrl> nocobaseUrlFromTyped(const QString &typed)
{
    QString text = typed.trimmed();
    const auto bad = [&typed] {
        return net::fail(net::FaultCode::BadInput, {{u"field"_s, u"nocobase.url"_s}}, typed.left(200));
    };
    if (text.isEmpty() || text.contains(QRegularExpression(u"\\s"_s)))
        return bad();
    if (!text.contains(u"://"_s)) {
        // On this computer there is rarely a certificate; everywhere else https is the rule.
        const bool local = net::isLoopback(QUrl(u"http://"_s + text));
        text.prepend(local ? u"http://"_s : u"https://"_s);
    }
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https"_s && url.scheme() != u"http"_s) ||
        !url.userInfo().isEmpty())
        return bad();
    if (url.port() == (url.scheme() == u"https"_s ? 443 : 80))
        url.setPort(-1);
    url.setQuery(QString());
    url.setFragment(QString());
    // What follows is a page of NocoBase, not the place where it lives.
    static const QRegularExpression page(u"/(v/)?(admin|signin|signup|m|api|v)(/.*)?$"_s);
    QString path = url.path();
    path.remove(page);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

QString originFor(const QUrl &nocobaseUrl)
{
    return net::originOf(nocobaseUrl);
}

} // namespace setup
