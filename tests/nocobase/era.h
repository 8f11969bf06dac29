// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../unit/net/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QUrlQuery>

// How an older NocoBase answers, as far as that matters here: one row is one version. From NocoBase's source
// at those tags; old servers themselves cannot be had from npm any more.
struct Era
{
    const char *version;
    bool filtersPublicOptions; // publicList shows what the type's own filter gives, not just options.public
    bool hasTokenPolicy;       // refusals have a code; a bad token is no 200 with nobody; x-new-token
    bool rendersTemplates;     // {{ $env.X }} in options is resolved at use
    bool awaitsEnabling;       // pm:enable knows awaitResponse
    bool hidesPasswordHash;    // auth:check leaves out password and resetToken
};
inline constexpr std::array eras{
    Era{"1.3.51", false, false, false, false, false},
    Era{"1.5.0", true, false, false, false, false},
    Era{"1.9.74", true, true, true, false, false},
    Era{"2.2.15", true, true, true, true, true},
};

// Stands before a real server and makes its answers those of an older version.
class EraProxy : public ScriptedServer
{
public:
    EraProxy(const QUrl &server, const Era &era)
        : ScriptedServer([this](QTcpSocket *socket, const QByteArray &request) { pass(socket, request); })
        , m_server(server)
        , m_era(era)
    {}

    QUrl base() const { return url(m_server.path()); }
    // What a template stands for: an era that does not resolve it shows it as it is.
    QMap<QString, QString> templates;

private:
    void pass(QTcpSocket *socket, const QByteArray &request)
    {
        const qsizetype head = request.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = request.left(head).split('\n');
        const QByteArray method = lines.first().split(' ').value(0);
        QUrl target = QUrl::fromEncoded(lines.first().split(' ').value(1));
        const QString action = target.path().section(u'/', -1);
        const bool isEnabling = action == QStringLiteral("pm:enable");
        if (isEnabling && !m_era.awaitsEnabling) {
            QUrlQuery query(target);
            query.removeAllQueryItems(QStringLiteral("awaitResponse"));
            target.setQuery(query);
        }
        target.setScheme(m_server.scheme());
        target.setAuthority(m_server.authority());
        QNetworkRequest out(target);
        out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        for (const QByteArray &line : lines.mid(1)) {
            const QByteArray name = line.left(line.indexOf(':')).trimmed();
            const QByteArray lower = name.toLower();
            if (lower != "host" && lower != "connection" && lower != "accept-encoding" &&
                lower != "content-length")
                out.setRawHeader(name, line.mid(line.indexOf(':') + 1).trimmed());
        }
        QNetworkReply *reply = m_network.sendCustomRequest(out, method, request.mid(head + 4));
        const QPointer<QTcpSocket> back(socket);
        connect(reply, &QNetworkReply::finished, this, [this, reply, back, action] {
            reply->deleteLater();
            if (!back)
                return;
            if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0)
                back->abort(); // as the server itself while it restarts
            else
                back->write(answerOf(reply, action));
        });
    }

    QByteArray answerOf(QNetworkReply *reply, const QString &action)
    {
        int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        QByteArray body = reply->readAll();
        QJsonObject json = QJsonDocument::fromJson(body).object();
        if (!json.isEmpty()) {
            json = asThen(json, action, &status);
            body = QJsonDocument(json).toJson(QJsonDocument::Compact);
        }
        QByteArray headers = "Content-Type: " + reply->rawHeader("Content-Type") + "\r\n";
        for (const QByteArray &name :
             {QByteArray("Date"), QByteArray("Location"), QByteArray("x-new-token")}) {
            if (reply->hasRawHeader(name) && (m_era.hasTokenPolicy || name != "x-new-token"))
                headers += name + ": " + reply->rawHeader(name) + "\r\n";
        }
        return whole(QByteArray::number(status) + " As then", headers, body);
    }

    QJsonObject asThen(QJsonObject json, const QString &action, int *status) const
    {
        const QString data = QStringLiteral("data");
        if (action == QStringLiteral("auth:check") && *status == 401 && !m_era.hasTokenPolicy) {
            *status = 200;
            return {{data, QJsonObject()}};
        }
        if (*status == 401 && !m_era.hasTokenPolicy)
            return {{QStringLiteral("errors"),
                     QJsonArray{QJsonObject{{QStringLiteral("message"), QStringLiteral("Unauthorized")}}}}};
        if (action == QStringLiteral("auth:check") && *status == 200 && !m_era.hidesPasswordHash) {
            QJsonObject user = json.value(data).toObject();
            user.insert(QStringLiteral("password"), QStringLiteral("CANARY-hash"));
            user.insert(QStringLiteral("resetToken"), QStringLiteral("CANARY-reset"));
            json.insert(data, user);
        }
        if (action == QStringLiteral("authenticators:publicList") && !m_era.filtersPublicOptions) {
            QJsonArray rows = json.value(data).toArray();
            for (qsizetype i = 0; i < rows.size(); ++i) {
                QJsonObject row = rows.at(i).toObject(),
                            options = row.value(QStringLiteral("options")).toObject();
                options.remove(QStringLiteral("autoLogin")); // lies outside of `public` in the flat layout
                row.insert(QStringLiteral("options"), options);
                rows.replace(i, row);
            }
            json.insert(data, rows);
        }
        if (action == QStringLiteral("wecom:getAuthUrl") && !m_era.rendersTemplates) {
            QUrl link(json.value(data).toString());
            QUrlQuery query(link);
            for (auto it = templates.cbegin(); it != templates.cend(); ++it) {
                if (query.queryItemValue(QStringLiteral("agentid")) == it.value()) {
                    query.removeAllQueryItems(QStringLiteral("agentid"));
                    query.addQueryItem(QStringLiteral("agentid"), it.key());
                }
            }
            link.setQuery(query);
            json.insert(data, link.toString(QUrl::FullyEncoded));
        }
        return json;
    }

    QUrl m_server;
    Era m_era;
    QNetworkAccessManager m_network;
};
