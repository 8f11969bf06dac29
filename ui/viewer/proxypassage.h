// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/proxydoor.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace ui::viewer {

// One connection through the ProxyDoor: CONNECT for https, one plain request for http. Goes with the
// browser's side of it.
class ProxyPassage : public QObject
{
    Q_OBJECT
public:
    ProxyPassage(ProxyDoor *door, QTcpSocket *inside);

private:
    void readHead();
    void start(const QByteArray &head);
    void connectBy(const QNetworkProxy &proxy);
    void connected();
    void passOn(QTcpSocket *from, QTcpSocket *to);
    void outsideEnded();
    void fail(net::FaultCode code);

    ProxyDoor *m_door;
    QTcpSocket *m_inside;
    QTcpSocket *m_outside = nullptr;
    QTimer m_deadline; // until both ends are connected
    QByteArray m_read; // of the head, and what came with it
    QByteArray m_head; // to be sent on, for plain http
    QUrl m_target;
    bool m_tunnel = false;
    bool m_proxied = false;
    bool m_answered = false; // something came from the other side
};

} // namespace ui::viewer
