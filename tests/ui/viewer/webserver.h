// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSslServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

// What one request looked like to the server.
struct Asked
{
    QByteArray method, path, cookie;
};

// A small web server inside the test, which knows exactly what it was asked. A path without an answer is 404;
// one that answers nothing hangs.
class WebServer : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<QByteArray(const Asked &)>; // a whole HTTP response; empty: no answer, ever

    explicit WebServer(QObject *parent = nullptr) : QObject(parent)
    {
        m_plain.listen(QHostAddress::LocalHost);
        connect(&m_plain, &QTcpServer::newConnection, this,
                [this] { serve(m_plain.nextPendingConnection()); });
    }

    // The same answers by https with this certificate.
    void startTls(const QSslConfiguration &configuration)
    {
        m_tls.setSslConfiguration(configuration);
        m_tls.listen(QHostAddress::LocalHost);
        connect(&m_tls, &QTcpServer::pendingConnectionAvailable, this,
                [this] { serve(m_tls.nextPendingConnection()); });
    }

    QString origin() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_plain.serverPort()); }
    QString tlsOrigin() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_tls.serverPort()); }
    QUrl url(const QString &path) const { return QUrl(origin() + path); }

    void on(const QByteArray &path, const Answer &answer) { m_answers.insert(path, answer); }
    void page(const QByteArray &path, const QByteArray &html, const QByteArray &headers = {})
    {
        on(path, [html, headers](const Asked &) {
            return whole("200 OK", "Content-Type: text/html; charset=utf-8\r\n" + headers, html);
        });
    }
    void redirect(const QByteArray &path, const QByteArray &to)
    {
        on(path, [to](const Asked &) { return whole("302 Found", "Location: " + to + "\r\n", {}); });
    }

    static QByteArray whole(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
    {
        return "HTTP/1.1 " + status + "\r\n" + headers +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    }

    QList<Asked> asked;
    int times(const QByteArray &path) const
    {
        int n = 0;
        for (const Asked &one : asked)
            n += one.path == path ? 1 : 0;
        return n;
    }

private:
    void serve(QTcpSocket *socket)
    {
        if (!socket)
            return;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, got = QByteArray()]() mutable {
            got += socket->readAll();
            if (!got.contains("\r\n\r\n"))
                return;
            const QByteArray head = got;
            got.clear();
            answer(socket, head);
        });
    }
    void answer(QTcpSocket *socket, const QByteArray &head)
    {
        const QList<QByteArray> line = head.left(head.indexOf('\r')).split(' ');
        Asked one{line.value(0), line.value(1).split('?').first(), {}};
        for (const QByteArray &header : head.split('\n')) {
            if (header.toLower().startsWith("cookie:"))
                one.cookie = header.mid(7).trimmed();
        }
        asked.append(one);
        const Answer found = m_answers.value(one.path);
        const QByteArray response = found ? found(one) : whole("404 Not Found", {}, "no such page");
        if (response.isEmpty())
            return;
        socket->write(response);
        socket->disconnectFromHost();
    }

    QTcpServer m_plain;
    QSslServer m_tls;
    QHash<QByteArray, Answer> m_answers;
};
