// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>

// A WeCom that gives prepared answers in their order (the last one again and again) and keeps what it was
// asked.
class Answers : public QObject
{
    Q_OBJECT
public:
    struct Asked
    {
        QByteArray method;
        QUrl url;
        QByteArray head, body;
        QString param(const QString &name) const
        {
            return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
        }
    };

    explicit Answers(QList<QJsonObject> answers) : m_answers(std::move(answers))
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Answers::accept);
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    QList<Asked> asked;
    std::chrono::milliseconds delay{0};

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray all = socket->property("all").toByteArray() + socket->readAll();
        socket->setProperty("all", all);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = all.left(end), body = all.mid(end + 4);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype length =
            at < 0 ? 0
                   : head.mid(at + 15, head.indexOf('\r', at) < 0 ? -1 : head.indexOf('\r', at) - at - 15)
                         .trimmed()
                         .toLongLong();
        if (body.size() < length)
            return;
        socket->setProperty("all", QByteArray());
        const QList<QByteArray> line = head.left(head.indexOf('\r')).split(' ');
        asked.append({line.value(0), QUrl::fromEncoded(line.value(1)), head, body});
        const QJsonObject answer = m_answers.value(qMin(m_next++, m_answers.size() - 1));
        const QByteArray json = QJsonDocument(answer).toJson(QJsonDocument::Compact);
        const QByteArray reply =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nConnection: close\r\n"
            "Content-Length: " +
            QByteArray::number(json.size()) + "\r\n\r\n" + json;
        QTimer::singleShot(delay, socket, [socket, reply] {
            socket->write(reply);
            socket->disconnectFromHost();
        });
    }

    QTcpServer m_server;
    QList<QJsonObject> m_answers;
    qsizetype m_next = 0;
};
