// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demo/rehearsal.h"
#include "login/viewer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <QUrlQuery>

// Plays the embedded browser and its person, without a page being drawn: presses NocoBase's button, scans and
// agrees at the rehearsal's WeCom, and goes where it is sent. The requests are real.
class Walker : public login::LoginViewer
{
public:
    // base: of NocoBase's API, with a slash at its end.
    Walker(demo::Rehearsal *wecom, QUrl base, QByteArray authenticator)
        : m_wecom(wecom)
        , m_base(std::move(base))
        , m_authenticator(std::move(authenticator))
    {}

    QCoro::Task<net::Result<void>> start(login::ViewerOptions) override
    {
        m_walks = false;
        co_return net::Result<void>{};
    }
    void open(const QUrl &url) override { arrive(url); }
    QCoro::Task<net::Result<bool>> press(QString, std::chrono::milliseconds) override
    {
        const QByteArray form = "{\"redirect\":\"/admin\"}";
        const auto answer =
            co_await ask("POST", QUrl(m_base.toString() + QStringLiteral("wecom:getAuthUrl")), form);
        m_login = QUrl::fromEncoded(answer.value(QStringLiteral("data")).toString().toLatin1());
        if (!m_login.isValid())
            co_return false;
        arrive(m_login);
        co_return true;
    }
    QCoro::Task<net::Result<login::PageState>> settled(std::chrono::milliseconds) override
    {
        if (!m_walks)
            QTimer::singleShot(300, this, [this] { walk(); });
        m_walks = true;
        co_return login::PageState{m_login, {}, true};
    }
    void close() override {}

    std::function<void()> beforeScan; // somebody at work in NocoBase meanwhile

private:
    void arrive(const QUrl &url)
    {
        emit requested(url);
        emit loaded(true, 200);
    }
    QCoro::Task<QJsonObject> ask(QByteArray method, QUrl url, QByteArray body)
    {
        net::Request request;
        request.method = method;
        request.url = url;
        request.body = body;
        request.headers = {{"X-Authenticator", m_authenticator}, {"Content-Type", "application/json"}};
        const auto answer = co_await m_http.send(request);
        if (!answer)
            co_return QJsonObject();
        m_location = QString::fromUtf8(answer->header("Location"));
        co_return QJsonDocument::fromJson(answer->body).object();
    }
    QCoro::Task<void> walk()
    {
        const QString page = m_wecom->wecomUrl().toString(QUrl::StripTrailingSlash) +
                             QStringLiteral("/wwlogin/monoApi/sso/login/");
        const QJsonObject search{
            {QStringLiteral("search"), QString(u'?' + m_login.query(QUrl::FullyEncoded))}};
        const QByteArray opening = QJsonDocument(search).toJson();
        const auto opened = co_await ask("POST", QUrl(page + QStringLiteral("open")), opening);
        const QJsonObject key{{QStringLiteral("webKey"), opened.value(QStringLiteral("key"))}};
        if (beforeScan)
            beforeScan();
        m_wecom->scan();
        m_wecom->agree();
        const QByteArray polling = QJsonDocument(key).toJson();
        const auto polled = co_await ask("POST", QUrl(page + QStringLiteral("getWebQrCodeStatus")), polling);
        const QJsonObject data = polled.value(QStringLiteral("data")).toObject();
        const QUrl callback = QUrl::fromEncoded(data.value(QStringLiteral("location")).toString().toLatin1());
        emit requested(callback);
        co_await ask("GET", callback, {});
        arrive(callback.resolved(QUrl::fromEncoded(m_location.toLatin1())));
    }

    demo::Rehearsal *m_wecom;
    QUrl m_base, m_login;
    QByteArray m_authenticator;
    QString m_location;
    net::Http m_http;
    bool m_walks = false;
};
