// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace demo {

// A request as a handler sees it. Parameters are those of the address alone, never of a form body: WeCom
// takes its token from the query and nowhere else.
struct Call
{
    QByteArray method;
    QString path;
    QString query; // as it stood in the address
    QMap<QString, QString> params;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;

    QString param(const QString &name) const { return params.value(name); }
    QByteArray header(const QByteArray &name) const { return headers.value(name); }
    QJsonObject json() const;
    bool isWecomClient() const; // User-Agent of the WeCom client
};

struct Answer
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    static Answer json(const QJsonValue &value, int status = 200);
    static Answer text(const QString &text, int status = 200);
    static Answer page(const QString &resource); // a file of demo.qrc
    static Answer redirect(const QUrl &target);
    static Answer nothing(int status); // no body, no content type
    static Answer nobody();            // the connection is dropped
};

// An HTTP server on 127.0.0.1 whose handler runs in worker threads. stop() (and the destructor) ends all of
// them; it takes up to a second while a browser keeps an idle connection open.
class Server
{
public:
    using Handler = std::function<Answer(const Call &)>;
    explicit Server(Handler handler);
    ~Server();

    // Port 0 takes a free one. False when the port is taken.
    bool start(int port, std::chrono::milliseconds delay);
    void requestStop();
    void stop();
    int port() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

struct Fetched
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray location;
};

// A plain request from a worker thread to a server on this computer; nothing when it cannot be reached. Other
// hosts are never asked.
std::optional<Fetched> fetch(const QByteArray &method, const QUrl &url,
                             const QList<std::pair<QByteArray, QByteArray>> &headers = {},
                             const QByteArray &body = {});

} // namespace demo
