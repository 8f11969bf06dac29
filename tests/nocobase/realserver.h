// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QUrl>
#include <QUrlQuery>

// A real NocoBase of one's own for as long as the object lives (server.mjs), and a plain way to ask it that
// shares no code with the program: tests look here at what the program has done.
class RealServer
{
public:
    explicit RealServer(const QStringList &arguments = {}, const QMap<QString, QString> &environment = {})
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        for (auto it = environment.cbegin(); it != environment.cend(); ++it)
            all.insert(it.key(), it.value());
        m_process.setProcessEnvironment(all);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"),
                        QStringList{QStringLiteral(TESTS_DIR "/nocobase/server.mjs")} + arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(150'000) && m_process.state() != QProcess::Running)
                return; // isRunning() says it
        }
        m_line = QJsonDocument::fromJson(m_process.readLine()).object();
    }

    ~RealServer()
    {
        m_process.closeWriteChannel(); // server.mjs stops and tidies up
        if (!m_process.waitForFinished(20'000))
            m_process.kill();
    }

    bool isRunning() const { return !m_line.isEmpty(); }
    QUrl url() const { return QUrl(m_line.value(QStringLiteral("url")).toString()); }
    // The stand-in plugin keeps its options there from now on.
    void setLayout(const QString &name) const
    {
        QFile file(m_line.value(QStringLiteral("layout")).toString());
        if (!file.open(QIODevice::WriteOnly) || file.write(name.toUtf8()) < 1)
            qFatal("the layout could not be changed");
    }
    // What app:getInfo says is its version, as long as the server is not restarted (measured, 2.2.15).
    void setVersion(const QString &version) const
    {
        const QString script =
            QStringLiteral("import sqlite3,sys\nwith sqlite3.connect(sys.argv[1], timeout=20) as "
                           "db: db.execute('UPDATE applicationVersion SET value=?', [sys.argv[2]])");
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"), script, m_line.value(QStringLiteral("db")).toString(), version});
        if (!python.waitForFinished() || python.exitCode() != 0)
            qFatal("the version could not be changed");
    }
    QString log() const { return m_line.value(QStringLiteral("log")).toString(); }

    struct Answer
    {
        int status = 0;
        QJsonObject body;
        QByteArray text; // as it came
        QJsonValue data() const { return body.value(QStringLiteral("data")); }
    };

    // POST when there is a body, else GET; as root unless another token is given.
    Answer ask(const QString &action, const QUrlQuery &query = {},
               const std::optional<QJsonObject> &body = {}, const QByteArray &token = {})
    {
        if (m_rootToken.isEmpty() && action != QStringLiteral("auth:signIn"))
            m_rootToken = signIn(QStringLiteral("nocobase"), QStringLiteral("admin123"));
        QUrl address(url().toString() + QStringLiteral("api/") + action);
        address.setQuery(query);
        QNetworkRequest request(address);
        request.setRawHeader("X-Authenticator", "basic");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const QByteArray with = token.isEmpty() ? m_rootToken : token;
        if (!with.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + with);
        QNetworkAccessManager manager;
        QNetworkReply *reply =
            body ? manager.post(request, QJsonDocument(*body).toJson()) : manager.get(request);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QByteArray text = reply->readAll();
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(text).object(), text};
    }

    QByteArray signIn(const QString &account, const QString &password)
    {
        const QJsonObject body{{QStringLiteral("account"), account}, {QStringLiteral("password"), password}};
        const Answer answer = ask(QStringLiteral("auth:signIn"), {}, body);
        return answer.data().toObject().value(QStringLiteral("token")).toString().toUtf8();
    }

    static QUrlQuery byId(qint64 id)
    {
        return QUrlQuery{{QStringLiteral("filterByTk"), QString::number(id)}};
    }
    QJsonObject authenticator(qint64 id)
    {
        return ask(QStringLiteral("authenticators:get"), byId(id)).data().toObject();
    }
    qint64 createAuthenticator(const QJsonObject &row)
    {
        const Answer answer = ask(QStringLiteral("authenticators:create"), {}, row);
        return answer.data().toObject().value(QStringLiteral("id")).toInteger();
    }

private:
    QProcess m_process;
    QJsonObject m_line;
    QByteArray m_rootToken;
};
