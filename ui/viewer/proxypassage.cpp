// SPDX-License-Identifier: Apache-2.0
#include "viewer/proxypassage.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui::viewer {

namespace {

constexpr auto connectDeadline =
    18s; // before the browser's page loses its patience, so that the reason is known
constexpr qsizetype longestHead = 64 * 1024;
constexpr qint64 ahead = 256 * 1024; // what one side may be faster than the other

QByteArray valueOf(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

net::FaultCode codeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return net::FaultCode::Refused;
    case QAbstractSocket::HostNotFoundError:
        return net::FaultCode::NameUnknown;
    case QAbstractSocket::SocketTimeoutError:
        return net::FaultCode::Timeout;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return net::FaultCode::ProxyRefused;
    default:
        return net::FaultCode::Unreachable;
    }
}

} // namespace

ProxyPassage::ProxyPassage(ProxyDoor *door, QTcpSocket *inside)
    : QObject(inside)
    , m_door(door)
    , m_inside(inside)
{
    m_inside->setReadBufferSize(ahead);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(net::FaultCode::Timeout); });
    m_deadline.start(connectDeadline);
    connect(m_inside, &QTcpSocket::readyRead, this, &ProxyPassage::readHead);
    connect(m_inside, &QTcpSocket::disconnected, m_inside, &QObject::deleteLater);
}

void ProxyPassage::readHead()
{
    m_read += m_inside->readAll();
    const qsizetype end = m_read.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_read.size() > longestHead)
            m_inside->abort();
        return;
    }
    disconnect(m_inside, &QTcpSocket::readyRead, this, nullptr);
    const QByteArray head = m_read.left(end + 4);
    m_read.remove(0, end + 4);
    if (m_door->letsIn(valueOf(head, "proxy-authorization")))
        return start(head);
    m_inside->write(
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"viewer\"\r\n"
        "Content-Length: 0\r\nConnection: close\r\n\r\n");
    m_inside->disconnectFromHost();
}

void ProxyPassage::start(const QByteArray &head)
{
    const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
    m_tunnel = words.value(0) == "CONNECT";
    m_target = QUrl::fromEncoded((m_tunnel ? "https://" : "") + words.value(1));
    if (m_target.host().isEmpty())
        return m_inside->abort();
    m_head = head;
    m_door->ways().find(m_target, this, [this](const QNetworkProxy &proxy) { connectBy(proxy); });
}

void ProxyPassage::connectBy(const QNetworkProxy &proxy)
{
    const bool byHttp = proxy.type() == QNetworkProxy::HttpProxy;
    m_proxied = proxy.type() != QNetworkProxy::NoProxy;
    m_outside = new QTcpSocket(this);
    m_outside->setReadBufferSize(ahead);
    connect(m_outside, &QTcpSocket::connected, this, &ProxyPassage::connected);
    connect(m_outside, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (m_outside->state() != QAbstractSocket::ConnectedState && m_deadline.isActive())
            fail(codeOf(error));
    });
    connect(m_outside, &QTcpSocket::disconnected, this, &ProxyPassage::outsideEnded);

    if (!m_tunnel) { // as a request that goes once and says goodbye
        const qsizetype line = m_head.indexOf("\r\n");
        QByteArray fields;
        for (const QByteArray &field : m_head.mid(line + 2).split('\n')) {
            const QByteArray lower = field.toLower();
            if (!lower.trimmed().isEmpty() && !lower.startsWith("proxy-") && !lower.startsWith("connection:"))
                fields += field + '\n';
        }
        const QByteArray method = m_head.left(m_head.indexOf(' '));
        const QUrl bare = m_target.adjusted(QUrl::RemoveFragment);
        QByteArray place = bare.toEncoded();
        if (!byHttp) {
            place = bare.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
            if (!place.startsWith('/'))
                place.prepend('/');
        } else if (!proxy.user().isEmpty()) {
            const QByteArray word = (proxy.user() + u':' + proxy.password()).toUtf8().toBase64();
            fields += "Proxy-Authorization: Basic " + word + "\r\n";
        }
        m_head = method + ' ' + place + " HTTP/1.1\r\n" + fields + "Connection: close\r\n\r\n";
    }
    if (!m_tunnel && byHttp) { // as net does: a proxy need not open tunnels for plain http
        m_outside->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        m_outside->connectToHost(proxy.hostName(), proxy.port());
        return;
    }
    m_outside->setProxy(proxy);
    m_outside->connectToHost(m_target.host(QUrl::FullyEncoded), quint16(m_target.port(m_tunnel ? 443 : 80)));
}

void ProxyPassage::connected()
{
    m_deadline.stop();
    m_door->note(m_target.host(), {});
    if (m_tunnel)
        m_inside->write("HTTP/1.1 200 Connection established\r\n\r\n");
    else
        m_outside->write(m_head);
    m_head.clear();
    m_outside->write(m_read);
    m_read.clear();
    connect(m_inside, &QTcpSocket::readyRead, this, [this] { passOn(m_inside, m_outside); });
    connect(m_outside, &QTcpSocket::bytesWritten, this, [this] { passOn(m_inside, m_outside); });
    connect(m_outside, &QTcpSocket::readyRead, this, [this] { passOn(m_outside, m_inside); });
    connect(m_inside, &QTcpSocket::bytesWritten, this, [this] { passOn(m_outside, m_inside); });
    passOn(m_inside, m_outside);
    passOn(m_outside, m_inside);
}

void ProxyPassage::passOn(QTcpSocket *from, QTcpSocket *to)
{
    const qint64 room = ahead - to->bytesToWrite();
    if (room <= 0 || from->bytesAvailable() == 0)
        return;
    const QByteArray some = from->read(room);
    // The browser would take a proxy's refusal for this door's.
    if (from == m_outside && !std::exchange(m_answered, true) && !m_tunnel && m_proxied &&
        some.startsWith("HTTP/1.") && some.mid(9, 3) == "407")
        return fail(net::FaultCode::ProxyRefused);
    to->write(some);
    if (from->state() == QAbstractSocket::UnconnectedState && from->bytesAvailable() == 0)
        to->disconnectFromHost(); // after what is still to be written
}

void ProxyPassage::outsideEnded()
{
    if (m_outside->bytesAvailable() > 0)
        passOn(m_outside, m_inside);
    if (m_outside->bytesAvailable() == 0)
        m_inside->disconnectFromHost();
}

void ProxyPassage::fail(net::FaultCode code)
{
    const bool atProxy = m_proxied && code != net::FaultCode::Timeout;
    m_door->note(
        m_target.host(),
        net::Fault{atProxy ? net::FaultCode::ProxyRefused : code, {{u"host"_s, m_target.host()}}, {}});
    m_inside->abort();
}

} // namespace ui::viewer
