// SPDX-License-Identifier: Apache-2.0
#include "viewer/proxydoor.h"
#include "viewer/proxypassage.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace ui::viewer {

ProxyDoor::ProxyDoor(const net::ProxySetting &setting, QObject *parent) : QTcpServer(parent)
{
    m_ways.set(setting);
    for (int i = 0; i < 4; ++i)
        m_password += QString::number(QRandomGenerator::system()->generate64(), 36);
    setProxy(QNetworkProxy(QNetworkProxy::NoProxy)); // not this one, by way of the application's
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *inside = nextPendingConnection())
            new ProxyPassage(this, inside); // the socket's child
    });
}

QNetworkProxy ProxyDoor::asProxy() const
{
    return QNetworkProxy(QNetworkProxy::HttpProxy, serverAddress().toString(), serverPort());
}

bool ProxyDoor::isAsking(const QString &proxyHost) const
{
    return proxyHost.section(u':', 0, 0) == serverAddress().toString();
}

bool ProxyDoor::letsIn(const QByteArray &authorization) const
{
    return authorization == "Basic " + (user() + u':' + m_password).toLatin1().toBase64();
}

std::optional<net::Fault> ProxyDoor::faultOf(const QString &host) const
{
    const auto it = m_faults.constFind(host.toLower());
    return it == m_faults.cend() ? std::nullopt : std::optional(*it);
}

void ProxyDoor::note(const QString &host, const std::optional<net::Fault> &fault)
{
    if (fault)
        m_faults.insert(host.toLower(), *fault);
    else
        m_faults.remove(host.toLower());
}

} // namespace ui::viewer
