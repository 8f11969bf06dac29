// SPDX-License-Identifier: Apache-2.0
#include "demo/server.h"

#include "net/http.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <httplib.h>

#include <thread>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

// Each of the two servers is asked by a browser, a client and the other server at once.
constexpr size_t workers = 12;

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

// The library would share the port with another program that listens there.
void keepPortToOurselves(socket_t socket)
{
    const int yes = 1;
#ifdef _WIN32
    setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char *>(&yes), sizeof(yes));
#else
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
#endif
}

Call callOf(const httplib::Request &request)
{
    Call call;
    call.method = bytes(request.method);
    const QString target = QString::fromUtf8(bytes(request.target));
    const qsizetype mark = target.indexOf(u'?');
    call.path = QUrl::fromPercentEncoding((mark < 0 ? target : target.left(mark)).toUtf8());
    call.query = mark < 0 ? QString() : target.mid(mark + 1);
    QString form = call.query;
    const auto items = QUrlQuery(form.replace(u'+', u"%20"_s)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        call.params.insert(name, value);
    for (const auto &[name, value] : request.headers)
        call.headers.insert(bytes(name).toLower(), bytes(value));
    call.body = bytes(request.body);
    return call;
}

void put(const Answer &answer, httplib::Response &response)
{
    if (answer.status == 0) { // an answer that breaks off is none
        response.set_content_provider(64, "text/plain",
                                      [](size_t, size_t, httplib::DataSink &) { return false; });
        return;
    }
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    response.set_header("Cache-Control", "no-store");
    if (!answer.contentType.isEmpty())
        response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
}

} // namespace

QJsonObject Call::json() const
{
    return QJsonDocument::fromJson(body).object();
}

bool Call::isWecomClient() const
{
    return header("user-agent").toLower().contains("wxwork");
}

Answer Answer::json(const QJsonValue &value, int status)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return {status, "application/json; charset=utf-8", document.toJson(QJsonDocument::Compact), {}};
}

Answer Answer::text(const QString &text, int status)
{
    return {status, "text/plain; charset=utf-8", text.toUtf8(), {}};
}

Answer Answer::page(const QString &resource)
{
    QFile file(u":/rehearsal/"_s + resource);
    if (!file.open(QIODevice::ReadOnly))
        return nothing(404);
    return {200, "text/html; charset=utf-8", file.readAll(), {}};
}

Answer Answer::redirect(const QUrl &target)
{
    Answer answer;
    answer.status = 302;
    answer.headers.append({"Location", target.toEncoded()});
    return answer;
}

Answer Answer::nobody()
{
    return nothing(0);
}

Answer Answer::nothing(int status)
{
    Answer answer;
    answer.status = status;
    return answer;
}

class Server::Private
{
public:
    Handler handler;
    httplib::Server server;
    std::thread thread;
    int port = 0;
};

Server::Server(Handler handler) : d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
}

Server::~Server()
{
    stop();
}

bool Server::start(int port, std::chrono::milliseconds delay)
{
    const httplib::Server::Handler serve = [this, delay](const httplib::Request &request,
                                                         httplib::Response &response) {
        if (delay.count() > 0)
            std::this_thread::sleep_for(delay);
        put(d->handler(callOf(request)), response);
    };
    const std::string any = ".*";
    d->server.Get(any, serve);
    d->server.Post(any, serve);
    d->server.Put(any, serve);
    d->server.Delete(any, serve);
    d->server.Options(any, serve);
    d->server.set_socket_options(keepPortToOurselves);
    // A browser keeps connections open that it may never use; each would hold a worker for its idle time.
    d->server.set_keep_alive_max_count(1);
    d->server.set_keep_alive_timeout(1);
    d->server.set_payload_max_length(1024 * 1024);
    d->server.new_task_queue = [] { return new httplib::ThreadPool(workers); };
    d->port = port > 0 ? (d->server.bind_to_port("127.0.0.1", port) ? port : -1)
                       : d->server.bind_to_any_port("127.0.0.1");
    if (d->port <= 0)
        return false;
    d->thread = std::thread([this] { d->server.listen_after_bind(); });
    while (!d->server.is_running()) // a stop before this would be lost
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return true;
}

void Server::requestStop()
{
    if (d->thread.joinable())
        d->server.stop();
}

void Server::stop()
{
    requestStop();
    if (d->thread.joinable())
        d->thread.join();
}

int Server::port() const
{
    return d->port;
}

std::optional<Fetched> fetch(const QByteArray &method, const QUrl &url,
                             const QList<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &body)
{
    if (!net::isLoopback(url) || url.scheme() != u"http"_s)
        return std::nullopt;
    httplib::Client client(url.host().toStdString(), url.port(80));
    client.set_connection_timeout(std::chrono::seconds(3));
    client.set_read_timeout(std::chrono::seconds(8));
    httplib::Request request;
    request.method = method.toStdString();
    QByteArray path = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!path.startsWith('/'))
        path.prepend('/');
    request.path = path.toStdString();
    for (const auto &[name, value] : headers)
        request.set_header(name.toStdString(), value.toStdString());
    request.body = body.toStdString();
    const httplib::Result result = client.send(request);
    if (!result)
        return std::nullopt;
    return Fetched{result->status, bytes(result->body), bytes(result->get_header_value("Content-Type")),
                   bytes(result->get_header_value("Location"))};
}

} // namespace demo
