// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include <QHostAddress>

namespace net {

using namespace Qt::StringLiterals;

QString originOf(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || url.scheme().isEmpty())
        return {};
    const QString scheme = url.scheme().toLower();
    const int ownPort = scheme == u"https"_s ? 443 : scheme == u"http"_s ? 80 : -1;
    QUrl origin;
    origin.setScheme(scheme);
    origin.setHost(url.host(QUrl::FullyEncoded)); // punycode, so that one name has one spelling
    if (url.port() != ownPort)
        origin.setPort(url.port());
    return origin.toString(QUrl::FullyEncoded);
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host().toLower();
    if (host == u"localhost"_s)
        return true;
    const QHostAddress address(host);
    return address == QHostAddress(QHostAddress::LocalHostIPv6) ||
           (address.protocol() == QAbstractSocket::IPv4Protocol &&
            address.isInSubnet(QHostAddress(u"127.0.0.0"_s), 8));
}

} // namespace net
