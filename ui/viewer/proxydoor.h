// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/proxyfinder.h"

#include <QNetworkProxy>
#include <QTcpServer>

#include <optional>

namespace ui::viewer {

// The embedded browser's way out on a computer with a proxy. WebEngine knows one proxy for everything, or
// looks the system's up in its own way; this is that one proxy, on this computer, and it takes for each host
// the way that net::ProxyFinder finds for it, as net does. It lets in only who knows its password, which is
// made anew each time and told to nobody but WebEngine. What goes through a tunnel is not looked at.
class ProxyDoor : public QTcpServer
{
    Q_OBJECT
public:
    explicit ProxyDoor(const net::ProxySetting &setting, QObject *parent = nullptr);

    bool isOpen() const { return isListening(); }
    QNetworkProxy asProxy() const;
    bool isAsking(const QString &proxyHost) const; // it is this one who wants a password
    QString user() const { return QStringLiteral("viewer"); }
    QString password() const { return m_password; }
    bool letsIn(const QByteArray &authorization) const;

    net::ProxyFinder &ways() { return m_ways; }
    // Why the last connection to this host did not come about; nothing when it did.
    std::optional<net::Fault> faultOf(const QString &host) const;
    void note(const QString &host, const std::optional<net::Fault> &fault);

private:
    net::ProxyFinder m_ways;
    QString m_password;
    QHash<QString, net::Fault> m_faults;
};

} // namespace ui::viewer
