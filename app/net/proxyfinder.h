// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QHash>
#include <QNetworkProxy>

#include <functional>

namespace net {

// Finds the proxy for an address without blocking the window. The system's own look-up may run a script, ask
// DNS or a service and take minutes, so it happens on at most two worker threads, once a minute per scheme,
// host and port. It is given the address without path and query: a proxy script has no business with what is
// asked. Loopback has no proxy.
class ProxyFinder
{
public:
    using Found = std::function<void(QNetworkProxy)>;

    void set(const ProxySetting &setting);
    // Calls back at once or later, in this thread; never after the context has gone. The one who asks sets
    // the deadline.
    void find(const QUrl &url, QObject *context, Found found);

private:
    struct Known
    {
        QFuture<QNetworkProxy> future;
        QElapsedTimer age;
    };
    ProxySetting m_setting;
    QHash<QString, Known> m_known;
};

// The environment names a proxy (http_proxy, https_proxy, all_proxy), for whichever addresses.
bool proxyIsNamed();

} // namespace net
