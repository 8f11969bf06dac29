// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/cancel.h"
#include "net/exported.h"
#include "net/fault.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QObject>
#include <QUrl>

#include <qcoro/qcorotask.h>

#include <chrono>
#include <functional>

class QNetworkAccessManager;

namespace net {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

// A host's certificate that the person chose to trust, shown with its fingerprint first. Host in lower case;
// SHA-256 in lower-case hex without separators. Nothing else is ever waved through.
struct Pin
{
    QString host;
    QString sha256;
    bool operator==(const Pin &) const = default;
};

struct Request
{
    QByteArray method = "GET";
    QUrl url;
    Headers headers;
    QByteArray body;
    std::chrono::milliseconds deadline = std::chrono::seconds(15); // for the whole exchange, including TLS
    qint64 sizeLimit = 8 * 1024 * 1024;                            // bytes of body
    bool writes = false; // changes something on the other side; counted
    CancelPtr cancel;
};

struct Response
{
    int status = 0;
    QByteArray contentType;
    Headers headers;
    QByteArray body;
    QUrl url;
    QDateTime serverDate; // from the Date header; invalid when absent

    QByteArray header(const QByteArray &name) const; // case-insensitive; empty when absent
    bool isJson() const;                             // by Content-Type
    // The body as JSON; NotJson when the Content-Type is another one, BadAnswer when it does not parse.
    Result<QJsonValue> json() const;
};

// One exchange as an observer may see it: already masked.
struct Exchange
{
    QByteArray method;
    QString url; // masked by the Redactor
    int status = 0;
    bool writes = false;
    qint64 milliseconds = 0;
};

struct ProxySetting
{
    enum class Kind { System, None, Manual } kind = Kind::System;
    QUrl manual; // http://host:port or socks5://host:port
};

// The one door to the outside for everything but the embedded browser. Every request has a deadline and a
// size limit, keeps no cookies (a NocoBase cookie would choose the authenticator), never follows a redirect,
// sends no Referer, Origin or credentials of its own, checks TLS strictly except for pinned certificates, and
// uses the system's proxy unless another is set. Loopback is always reached directly. It ends exactly once,
// with a Response of any status or a Fault; requests still under way when it is destroyed end as Cancelled.
// It never tries again by itself: only a GET or HEAD may be repeated by Qt, on a connection dropped without
// an answer; everything else leaves at most once. A way that was lost although the environment names a proxy,
// which was not used, carries the param proxy="unused". An answer cut between two chunks may look whole, but
// is no JSON.
// A door that reaches ThisComputer alone refuses every other address with OriginNotAllowed (params host,
// reason="rehearsal") before anything is looked up or sent.
class WECOMSETUP_EXPORT Http : public QObject
{
    Q_OBJECT
public:
    enum class Reach { Anywhere, ThisComputer };
    explicit Http(QObject *parent = nullptr) : Http(Reach::Anywhere, parent) {}
    explicit Http(Reach reach, QObject *parent = nullptr);
    ~Http() override;

    void setProxy(const ProxySetting &proxy);
    void setPins(const QList<Pin> &pins);
    QList<Pin> pins() const;

    QCoro::Task<Result<Response>> send(Request request);

    // Totals since construction; "writes" counts requests that said so.
    int requestCount() const;
    int writeCount() const;

signals:
    void exchanged(const net::Exchange &exchange);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// Scheme, lower-case host and port without default, as "https://host[:port]"; empty for anything without a
// host.
QString originOf(const QUrl &url);
// The literals 127.0.0.0/8, ::1 and "localhost"; never a name that happens to resolve there.
bool isLoopback(const QUrl &url);

} // namespace net

Q_DECLARE_METATYPE(net::Exchange)
