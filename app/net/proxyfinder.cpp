// SPDX-License-Identifier: Apache-2.0
#include "net/proxyfinder.h"

#include <QFutureWatcher>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QPromise>
#include <QThreadPool>

namespace net {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 keptMilliseconds = 60'000;

// Never deleted: its destructor would wait for a look-up that hangs and keep the program from ending.
QThreadPool *workers()
{
    static auto *const pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(2);
        return made;
    }();
    return pool;
}

QUrl withoutPath(const QUrl &url)
{
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host());
    bare.setPort(url.port());
    bare.setPath(u"/"_s);
    return bare;
}

QNetworkProxy systemProxy(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    if (proxies.isEmpty() || proxies.constFirst().type() == QNetworkProxy::DefaultProxy)
        return none;
    return proxies.constFirst();
}

QNetworkProxy manualProxy(const QUrl &url)
{
    const bool socks = url.scheme().startsWith(u"socks"_s);
    const auto port = quint16(url.port(socks ? 1080 : 8080));
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), port,
                         url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace

bool proxyIsNamed()
{
    for (const char *name :
         {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return false;
}

void ProxyFinder::set(const ProxySetting &setting)
{
    m_setting = setting;
    m_known.clear();
}

void ProxyFinder::find(const QUrl &url, QObject *context, Found found)
{
    if (m_setting.kind == ProxySetting::Kind::None || isLoopback(url))
        return found(QNetworkProxy(QNetworkProxy::NoProxy));
    if (m_setting.kind == ProxySetting::Kind::Manual)
        return found(manualProxy(m_setting.manual));

    Known &known = m_known[originOf(url)];
    if (!known.age.isValid() || known.age.hasExpired(keptMilliseconds)) {
        auto promise = std::make_shared<QPromise<QNetworkProxy>>();
        known.future = promise->future();
        known.age.start();
        promise->start();
        workers()->start([promise, bare = withoutPath(url)] {
            promise->addResult(systemProxy(bare));
            promise->finish();
        });
    }
    if (known.future.isFinished())
        return found(known.future.result());
    auto *watcher = new QFutureWatcher<QNetworkProxy>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, found = std::move(found)] {
        watcher->deleteLater();
        found(watcher->result());
    });
    watcher->setFuture(known.future);
}

} // namespace net
