// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demo/rehearsal.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QUrlQuery>

// Asks the simulated services by plain HTTP, as whoever it is told to be.
class Asker
{
public:
    struct Reply
    {
        int status = 0;
        QByteArray contentType, body;
        QUrl location;
        QList<QNetworkReply::RawHeaderPair> headers;

        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        int errcode() const { return json().value(QStringLiteral("errcode")).toInt(-999); }
        QString message() const
        {
            return json().value(QStringLiteral("errors"))[0][QStringLiteral("message")].toString();
        }
        QString errorCode() const
        {
            return json().value(QStringLiteral("errors"))[0][QStringLiteral("code")].toString();
        }
        QJsonValue data() const { return json().value(QStringLiteral("data")); }
    };

    static constexpr const char *assistant = "wecom-setup/0.1 (test)";
    static constexpr const char *nocobase = "axios/1.7";
    static constexpr const char *browser = "Mozilla/5.0 Chrome/102";
    static constexpr const char *insideWecom = "Mozilla/5.0 Mobile wxwork/5.0.6 MicroMessenger/7.0.1";

    QByteArray agent = assistant;
    QList<std::pair<QByteArray, QByteArray>> headers;

    Reply get(const QUrl &url) { return send("GET", url, {}); }
    Reply post(const QUrl &url, const QJsonObject &body)
    {
        return send("POST", url, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    Reply send(const QByteArray &method, const QUrl &url, const QByteArray &body)
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setHeader(QNetworkRequest::UserAgentHeader, agent);
        if (!body.isEmpty())
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        for (const auto &[name, value] : std::as_const(headers))
            request.setRawHeader(name, value);
        request.setTransferTimeout(10000);
        QNetworkReply *reply = m_manager.sendCustomRequest(request, method, body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        Reply out;
        out.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        out.contentType = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
        out.body = reply->readAll();
        out.location = QUrl::fromEncoded(reply->rawHeader("Location"));
        out.headers = reply->rawHeaderPairs();
        reply->deleteLater();
        return out;
    }

private:
    QNetworkAccessManager m_manager;
};

// Addresses and the usual questions.
class Services
{
public:
    explicit Services(const demo::RehearsalOptions &options = {}) : rehearsal(options) {}

    demo::Rehearsal rehearsal;
    Asker asker;

    QUrl wecom(const QString &path, const QList<std::pair<QString, QString>> &query = {}) const
    {
        return with(rehearsal.wecomUrl(), path, query);
    }
    QUrl api(const QString &action, const QList<std::pair<QString, QString>> &query = {}) const
    {
        return with(rehearsal.nocobaseUrl(), QStringLiteral("/api/") + action, query);
    }
    Asker::Reply getToken(const QString &company, const QString &secret)
    {
        return asker.get(
            wecom(QStringLiteral("/cgi-bin/gettoken"),
                  {{QStringLiteral("corpid"), company}, {QStringLiteral("corpsecret"), secret}}));
    }
    QString token()
    {
        return getToken(rehearsal.companyId(), rehearsal.secret().revealText())
            .json()
            .value(QStringLiteral("access_token"))
            .toString();
    }
    Asker::Reply ask(const QString &path, QList<std::pair<QString, QString>> query = {})
    {
        query.prepend({QStringLiteral("access_token"), token()});
        return asker.get(wecom(QStringLiteral("/cgi-bin/") + path, query));
    }
    Asker::Reply tell(const QString &path, const QJsonObject &body)
    {
        return asker.post(
            wecom(QStringLiteral("/cgi-bin/") + path, {{QStringLiteral("access_token"), token()}}), body);
    }
    // Everything the console steps tell the person to do.
    void configure()
    {
        using setup::StepId;
        for (const StepId step :
             {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain, StepId::TrustedIp})
            rehearsal.perform(step);
    }
    QUrl callback() const { return with(rehearsal.nocobaseUrl(), QStringLiteral("/api/wecom:redirect"), {}); }

    // Signs in as the administrator and sends the token from now on.
    bool signIn()
    {
        asker.headers.clear();
        const auto reply = asker.post(api(QStringLiteral("auth:signIn")),
                                      {{QStringLiteral("account"), rehearsal.account()},
                                       {QStringLiteral("password"), rehearsal.password().revealText()}});
        const QString session = reply.data()[QStringLiteral("token")].toString();
        asker.headers = {{"Authorization", "Bearer " + session.toLatin1()}, {"X-Authenticator", "basic"}};
        return !session.isEmpty();
    }
    // Puts the sample credentials into the authenticator "wecom", as the assistant would.
    Asker::Reply apply(bool autoSignup = false, bool automatic = false)
    {
        const QJsonObject open{{QStringLiteral("autoSignup"), autoSignup},
                               {QStringLiteral("autoLogin"), automatic}};
        const QJsonObject closed{{QStringLiteral("corpId"), rehearsal.companyId()},
                                 {QStringLiteral("agentId"), rehearsal.agentId()},
                                 {QStringLiteral("secret"), rehearsal.secret().revealText()},
                                 {QStringLiteral("origin"), rehearsal.nocobaseUrl().toString()},
                                 {QStringLiteral("redirectLink"), QStringLiteral("/admin")}};
        return asker.post(api(QStringLiteral("authenticators:update"),
                              {{QStringLiteral("filterByTk"), QStringLiteral("2")}}),
                          {{QStringLiteral("id"), 2},
                           {QStringLiteral("enabled"), true},
                           {QStringLiteral("options"), QJsonObject{{QStringLiteral("public"), open},
                                                                   {QStringLiteral("wecom"), closed}}}});
    }

    // A computer's login page up to the phone: the page's key, or an empty text and the page's errMsg in
    // `problem`.
    QString openLoginPage(const QUrl &address, QString *problem = nullptr)
    {
        const auto opened =
            asker.post(wecom(QStringLiteral("/wwlogin/monoApi/sso/login/open")),
                       {{QStringLiteral("search"), QLatin1Char('?') + address.query(QUrl::FullyEncoded)}});
        if (problem)
            *problem = opened.json().value(QStringLiteral("errMsg")).toString();
        return opened.json().value(QStringLiteral("key")).toString();
    }
    QJsonObject poll(const QString &key)
    {
        return asker
            .post(wecom(QStringLiteral("/wwlogin/monoApi/sso/login/getWebQrCodeStatus")),
                  {{QStringLiteral("webKey"), key}})
            .data()
            .toObject();
    }
    // The address NocoBase sends the browser to.
    QUrl startLink(const QByteArray &authenticator = "wecom")
    {
        const auto kept = asker.headers;
        asker.headers = {{"X-Authenticator", authenticator}};
        const auto reply = asker.post(api(QStringLiteral("wecom:getAuthUrl")),
                                      {{QStringLiteral("redirect"), QStringLiteral("/admin")}});
        asker.headers = kept;
        return QUrl::fromEncoded(reply.data().toString().toLatin1());
    }
    // The whole Web login; where NocoBase sends the browser in the end.
    QUrl logIn(bool agree = true)
    {
        const QString key = openLoginPage(startLink());
        if (key.isEmpty() || !rehearsal.scan() || !(agree ? rehearsal.agree() : rehearsal.decline()))
            return {};
        const QByteArray kept = std::exchange(asker.agent, QByteArray(Asker::browser));
        const QUrl callback =
            QUrl::fromEncoded(poll(key).value(QStringLiteral("location")).toString().toLatin1());
        const QUrl end = asker.get(callback).location;
        asker.agent = kept;
        return end;
    }
    static QString sentence(const QUrl &end)
    {
        return QUrlQuery(end).queryItemValue(QStringLiteral("error"), QUrl::FullyDecoded);
    }
    static QString session(const QUrl &end)
    {
        return QUrlQuery(end).queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded);
    }

private:
    static QUrl with(QUrl url, const QString &path, const QList<std::pair<QString, QString>> &query)
    {
        url.setPath(path);
        QUrlQuery items;
        for (const auto &[name, value] : query)
            items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        if (!query.isEmpty())
            url.setQuery(items);
        return url;
    }
};
