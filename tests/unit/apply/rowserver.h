// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../net/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QUrlQuery>

// The rows of a NocoBase and what it does with them; tests break it at one place.
class RowServer : public ScriptedServer
{
public:
    RowServer()
        : ScriptedServer([this](QTcpSocket *socket, const QByteArray &request) { serve(socket, request); })
    {}

    QMap<qint64, QJsonObject> rows;
    QStringList writes; // "update 2", "create wecom", "destroy 3"
    // Called before a write; what it returns is sent in its place. "hang" sends nothing, and the write
    // happens.
    std::function<QByteArray(const QString &write)> onWrite;
    // The same for a read.
    std::function<QByteArray(const QString &action)> onRead;
    // From this request on (the first is 1) the connection is gone; 0 for never. Whether that request is
    // still carried out.
    int cutAt = 0;
    bool carriesOutTheCut = false;
    std::function<void()> onCut;
    int seen = 0; // requests since then
    // Changes what is stored, as a plugin's own hook might.
    std::function<void(QJsonObject &row)> onStore;

    static QByteArray json(const QJsonValue &data, const QByteArray &status = "200 OK")
    {
        return whole(status, "Content-Type: application/json\r\n",
                     QJsonDocument(QJsonObject{{QStringLiteral("data"), data}}).toJson());
    }
    static QByteArray refusal(const QByteArray &status)
    {
        return whole(status, "Content-Type: application/json\r\n", R"({"errors":[{"message":"no"}]})");
    }

    void put(qint64 id, const QString &name, const QJsonObject &options, bool enabled = true)
    {
        rows.insert(id, {{QStringLiteral("id"), id},
                         {QStringLiteral("name"), name},
                         {QStringLiteral("authType"), QStringLiteral("wecom")},
                         {QStringLiteral("title"), QJsonValue()},
                         {QStringLiteral("description"), QString()},
                         {QStringLiteral("enabled"), enabled},
                         {QStringLiteral("options"), options},
                         {QStringLiteral("updatedAt"), stamp()}});
    }
    QString stamp() { return QString::number(++m_stamp); }

private:
    void serve(QTcpSocket *socket, const QByteArray &request)
    {
        ++seen;
        if (cutAt > 0 && seen >= cutAt) {
            if (seen == cutAt && onCut)
                onCut();
            if (seen == cutAt && carriesOutTheCut)
                carryOut(nullptr, request);
            socket->abort();
            return;
        }
        carryOut(socket, request);
    }

    // Without a socket nobody gets the answer.
    void carryOut(QTcpSocket *socket, const QByteArray &request)
    {
        const QUrl url = QUrl::fromEncoded(request.split(' ').value(1));
        const QString action = url.path().section(u':', -1);
        const qint64 id = QUrlQuery(url).queryItemValue(QStringLiteral("filterByTk")).toLongLong();
        const QJsonObject body =
            QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        if (request.startsWith("GET") && !socket)
            return;
        if (request.startsWith("GET")) {
            const QByteArray other = onRead ? onRead(action) : QByteArray();
            if (!other.isEmpty()) {
                socket->write(other);
                return;
            }
            QJsonArray all;
            for (const QJsonObject &row : std::as_const(rows))
                all << row;
            socket->write(action == QStringLiteral("get")
                              ? json(rows.contains(id) ? QJsonValue(rows.value(id)) : QJsonValue())
                              : json(all));
            return;
        }
        const QString name = body.value(QStringLiteral("name")).toString();
        const QString write =
            action + u' ' + (action == QStringLiteral("create") ? name : QString::number(id));
        writes << write;
        const QByteArray instead = onWrite ? onWrite(write) : QByteArray();
        if (!instead.isEmpty() && instead != "hang") {
            socket->write(instead);
            return;
        }
        const QByteArray answer = store(action, id, body);
        if (!socket)
            return;
        if (instead.isEmpty())
            socket->write(answer);
        else
            socket->abort();
    }

    QByteArray store(const QString &action, qint64 id, const QJsonObject &body)
    {
        if (action == QStringLiteral("destroy"))
            return json(static_cast<int>(rows.remove(id)));
        const bool creates = action == QStringLiteral("create");
        if (creates)
            id = rows.isEmpty() ? 1 : rows.lastKey() + 1;
        else if (!rows.contains(id))
            return json(QJsonArray());
        QJsonObject row = rows.value(id);
        for (auto it = body.constBegin(); it != body.constEnd(); ++it)
            row.insert(it.key(), it.value());
        row.insert(QStringLiteral("id"), id);
        row.insert(QStringLiteral("updatedAt"), stamp());
        if (onStore)
            onStore(row);
        rows.insert(id, row);
        return creates ? json(row) : json(QJsonArray{row});
    }

    int m_stamp = 0;
};
