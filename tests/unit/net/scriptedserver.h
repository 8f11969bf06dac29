// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

// A server that is told byte by byte what to answer, for everything a well-behaved one would not do. Each
// complete request (head, and body by Content-Length) is kept in `requests` and handed to `answer` with its
// socket.
class ScriptedServer : public QTcpServer
{
public:
    using Answer = std::function<void(QTcpSocket *, const QByteArray &)>;

    explicit ScriptedServer(Answer answerWith = {}) : answer(std::move(answerWith))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++connections;
                connect(socket, &QIODevice::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen on loopback");
    }

    QUrl url(const QString &path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    // A whole answer with a right Content-Length.
    static QByteArray whole(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
    {
        return "HTTP/1.1 " + status + "\r\n" + headers +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    Answer answer;
    QList<QByteArray> requests;
    int connections = 0;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &got = m_pending[socket];
        got += socket->readAll();
        const qsizetype head = got.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        qsizetype length = 0;
        const QList<QByteArray> lines = got.left(head).toLower().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        }
        if (got.size() < head + 4 + length)
            return;
        const QByteArray request = got.left(head + 4 + length);
        got.remove(0, request.size());
        requests.append(request);
        if (answer)
            answer(socket, request);
    }

    QHash<QTcpSocket *, QByteArray> m_pending;
};
