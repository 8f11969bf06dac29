// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include "net/flight.h"
#include "net/proxyfinder.h"
#include "net/redactor.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QNetworkProxyFactory>
#include <QSet>

namespace net {

using namespace Qt::StringLiterals;

namespace {

// Quiet unless asked for, and even then no more than a masked address, a status and a duration.
Q_LOGGING_CATEGORY(lcNet, "wecomsetup.net", QtInfoMsg)

using Routes = QHash<QString, QNetworkProxy>;

// Gives a manager what was found before the request was made; it never looks anything up itself.
class KnownRoutes : public QNetworkProxyFactory
{
public:
    explicit KnownRoutes(std::shared_ptr<Routes> routes) : m_routes(std::move(routes)) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {m_routes->value(originOf(query.url()), QNetworkProxy(QNetworkProxy::NoProxy))};
    }

private:
    std::shared_ptr<Routes> m_routes;
};

// What a request that is under way needs and may outlive the Http it was made with.
struct Shared
{
    ProxyFinder proxies;
    std::shared_ptr<Routes> routes = std::make_shared<Routes>();
    QList<Pin> pins;
    ManagerPtr readers;
    QSet<Flight *> flying;
    QPointer<Http> http;
    int requests = 0;
    int writes = 0;

    ManagerPtr newManager() const
    {
        ManagerPtr manager(new QNetworkAccessManager,
                           [](QNetworkAccessManager *gone) { gone->deleteLater(); });
        manager->setProxyFactory(new KnownRoutes(routes));
        manager->setAutoDeleteReplies(false);
        return manager;
    }

    // Reads share connections: Qt may send a GET again when a kept connection turns out to be dropped, which
    // is harmless. Everything else gets a fresh connection, where there is nothing old to be dropped.
    ManagerPtr managerFor(const QByteArray &method)
    {
        if (method.toUpper() != "GET" && method.toUpper() != "HEAD")
            return newManager();
        if (!readers)
            readers = newManager();
        return readers;
    }
};

using SharedPtr = std::shared_ptr<Shared>;

void report(const SharedPtr &shared, const Request &request, const Result<Response> &result,
            qint64 milliseconds)
{
    const int status = result ? result->status : 0;
    const QString masked = redact::url(request.url).toString(QUrl::FullyEncoded);
    const QString outcome = result ? QString::number(status) : faultName(result.error().code);
    qCDebug(lcNet).noquote() << request.method << masked << outcome << milliseconds << "ms";
    if (shared->http)
        emit shared->http->exchanged(Exchange{request.method, masked, status, request.writes, milliseconds});
}

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == u"https"_s || url.scheme() == u"http"_s);
}

// There was no way to the other side.
bool isWayLost(FaultCode code)
{
    return code == FaultCode::Timeout || code == FaultCode::NameUnknown || code == FaultCode::Refused ||
           code == FaultCode::Unreachable;
}

QCoro::Task<Result<Response>> run(SharedPtr shared, Request request)
{
    QElapsedTimer clock;
    clock.start();
    const auto flight = std::make_shared<Flight>(std::move(request));
    const std::weak_ptr<Flight> waiting = flight;
    shared->flying.insert(flight.get());
    const QUrl url = flight->request().url;

    const auto besideProxy = std::make_shared<bool>(false);

    // The look-up is part of what the deadline is for.
    shared->proxies.find(
        url, flight->ending()->context(), [shared, waiting, url, besideProxy](const QNetworkProxy &proxy) {
            const auto ready = waiting.lock();
            if (!ready)
                return;
            shared->routes->insert(originOf(url), proxy);
            *besideProxy = proxy.type() == QNetworkProxy::NoProxy && !isLoopback(url) && proxyIsNamed();
            const bool proxied = proxy.type() == QNetworkProxy::HttpProxy;
            ready->start(shared->managerFor(ready->request().method), shared->pins, proxied);
        });

    Result<Response> result = co_await flight->ending()->value();
    shared->flying.remove(flight.get());
    if (!result && *besideProxy && isWayLost(result.error().code))
        result.error().params.insert(u"proxy"_s, u"unused"_s);
    report(shared, flight->request(), result, clock.elapsed());
    co_return result;
}

} // namespace

class Http::Private
{
public:
    Reach reach = Reach::Anywhere;
    SharedPtr shared = std::make_shared<Shared>();
};

Http::Http(Reach reach, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->reach = reach;
    d->shared->http = this;
}

Http::~Http()
{
    d->shared->http.clear();
    const QSet<Flight *> flying = d->shared->flying;
    for (Flight *flight : flying)
        flight->stop(FaultCode::Cancelled);
}

void Http::setProxy(const ProxySetting &proxy)
{
    d->shared->proxies.set(proxy);
    // Connections made the old way are not used again; requests under way keep theirs.
    d->shared->readers.reset();
    d->shared->routes = std::make_shared<Routes>();
}

void Http::setPins(const QList<Pin> &pins)
{
    d->shared->pins = pins;
    d->shared->readers.reset(); // a kept connection was judged by the old list
}

QList<Pin> Http::pins() const
{
    return d->shared->pins;
}

QCoro::Task<Result<Response>> Http::send(Request request)
{
    if (!isWeb(request.url))
        co_return fail(FaultCode::BadInput, {{u"field"_s, u"url"_s}});
    if (d->reach == Reach::ThisComputer && !isLoopback(request.url))
        co_return fail(FaultCode::OriginNotAllowed,
                       {{u"host"_s, request.url.host()}, {u"reason"_s, u"rehearsal"_s}});
    // `this` is not touched after this point: the request may outlive it.
    const SharedPtr shared = d->shared;
    ++shared->requests;
    if (request.writes)
        ++shared->writes;
    co_return co_await run(shared, std::move(request));
}

int Http::requestCount() const
{
    return d->shared->requests;
}

int Http::writeCount() const
{
    return d->shared->writes;
}

} // namespace net
