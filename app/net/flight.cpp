// SPDX-License-Identifier: Apache-2.0
#include "net/flight.h"

#include "net/redactor.h"
#include "net/tls.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QTimeZone>

#include <cstring>

namespace net {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readAhead = 256 * 1024; // what Qt may hold for us before we have looked at it

// A request body that can be read a single time. When a connection ends before an answer came, Qt sends the
// request again (up to twice more, POST as well), for which it rewinds the body. This one refuses, so that
// nothing that may already have been done on the other side is done a second time behind our back.
class OneWayBody : public QIODevice
{
public:
    explicit OneWayBody(const QByteArray &bytes) : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override
    {
        if (position < m_sent || m_bytes.isEmpty())
            return false;
        return QIODevice::seek(position);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = qMin(most, m_bytes.size() - pos());
        std::memcpy(data, m_bytes.constData() + pos(), size_t(count));
        m_sent = pos() + count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_sent = 0;
};

QDateTime dateOf(const QByteArray &header)
{
    // RFC 9110 5.6.7, the preferred form; the two obsolete ones are not worth a guess about the clock.
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeZone(QTimeZone::utc());
    return date;
}

// Qt calls 4xx and 5xx errors; to us they are answers. A dropped connection is none, whatever its status line
// said.
bool carriesAnswer(int status, QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::NoError)
        return status > 0;
    const bool content =
        error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownServerError &&
        error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure;
    return status >= 400 && content;
}

// A connection that ends early is not always reported by Qt. With a Content-Length we can see it; an answer
// cut between two chunks cannot be told from a whole one here, but is no whole JSON either.
bool isCut(const QNetworkReply *reply, const QByteArray &method, qint64 received)
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (method == "HEAD" || status == 204 || status == 304 || !reply->hasRawHeader("Content-Length"))
        return false;
    if (reply->hasRawHeader("Content-Encoding") || reply->hasRawHeader("Transfer-Encoding"))
        return false;
    return received < reply->rawHeader("Content-Length").toLongLong();
}

} // namespace

Flight::Flight(Request request) : m_request(std::move(request)), m_ending(Once<Result<Response>>::make())
{
    m_request.url.setUserInfo({}); // credentials in an address would be sent by Qt on its own
    const QString seconds = QString::number(double(m_request.deadline.count()) / 1000.0);
    m_ending->endAfter(m_request.deadline,
                       tl::unexpected(fault(FaultCode::Timeout, {{u"seconds"_s, seconds}})));
    if (!m_request.cancel)
        return;
    if (m_request.cancel->isCancelled())
        stop(FaultCode::Cancelled);
    else
        QObject::connect(m_request.cancel.get(), &Cancel::cancelled, &m_context,
                         [this] { stop(FaultCode::Cancelled); });
}

Flight::~Flight()
{
    letGo();
}

void Flight::start(ManagerPtr manager, QList<Pin> pins, bool proxied)
{
    if (m_ending->hasEnded())
        return;
    m_manager = std::move(manager);
    m_pins = std::move(pins);
    m_proxied = proxied;
    send(networkRequest());
    m_reply->setReadBufferSize(readAhead);
    QObject *context = &m_context;
    QObject::connect(m_reply, &QNetworkReply::sslErrors, context,
                     [this](const QList<QSslError> &errors) { checkCertificate(errors); });
    QObject::connect(m_reply, &QNetworkReply::encrypted, context, [this] { m_encrypted = true; });
    QObject::connect(m_reply, &QIODevice::readyRead, context, [this] { readSome(); });
    QObject::connect(m_reply, &QNetworkReply::finished, context, [this] { finish(); });
}

void Flight::stop(FaultCode why)
{
    end(tl::unexpected(fault(why)));
}

QNetworkRequest Flight::networkRequest() const
{
    QNetworkRequest request(m_request.url);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    QString agent = u"wecom-setup"_s;
    if (!QCoreApplication::applicationVersion().isEmpty())
        agent += u'/' + QCoreApplication::applicationVersion();
    request.setRawHeader("User-Agent", agent.toLatin1());
    if (!m_request.body.isEmpty() && !request.hasRawHeader("Content-Type"))
        request.setRawHeader("Content-Type", "application/json");

    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Our own limit counts unpacked bytes; Qt's check would call a small, well packed answer an error.
    request.setDecompressedSafetyCheckThreshold(-1);
    // HTTP/1.1 alone: what Qt sends again, and when, is known for it.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

void Flight::send(const QNetworkRequest &request)
{
    const QByteArray method = m_request.method.toUpper();
    if (m_request.body.isEmpty() && method == "GET") {
        m_reply = m_manager->get(request);
    } else if (method == "HEAD") {
        m_reply = m_manager->head(request);
    } else {
        auto *body = new OneWayBody(m_request.body);
        m_reply = m_manager->sendCustomRequest(request, method, body);
        body->setParent(m_reply);
    }
}

void Flight::checkCertificate(const QList<QSslError> &errors)
{
    const QSslCertificate leaf = m_reply->sslConfiguration().peerCertificate();
    if (isPinned(m_pins, m_request.url, leaf))
        m_reply->ignoreSslErrors(errors);
    else
        m_tlsFault = tlsFault(m_request.url, errors, leaf);
}

void Flight::readSome()
{
    m_received += m_reply->readAll();
    if (m_received.size() > m_request.sizeLimit) {
        const QString limit = QString::number(m_request.sizeLimit);
        end(tl::unexpected(fault(FaultCode::TooLarge, {{u"limit"_s, limit}})));
    }
}

void Flight::finish()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!carriesAnswer(status, error))
        return end(tl::unexpected(faultOf(error)));
    readSome();
    if (m_ending->hasEnded())
        return;
    if (isCut(m_reply, m_request.method.toUpper(), m_received.size()))
        return end(tl::unexpected(fault(FaultCode::Unreachable)));

    Response response;
    response.status = status;
    response.url = m_request.url;
    response.contentType = m_reply->rawHeader("Content-Type");
    response.body = m_received;
    response.serverDate = dateOf(m_reply->rawHeader("Date"));
    const QList<QNetworkReply::RawHeaderPair> pairs = m_reply->rawHeaderPairs();
    for (const auto &pair : pairs)
        response.headers.append({pair.first, pair.second});
    const QSslCertificate leaf = m_reply->sslConfiguration().peerCertificate();
    if (!leaf.isNull())
        response.headers.append({certificateHeader, fingerprintOf(leaf).toLatin1()});
    end(std::move(response));
}

void Flight::end(Result<Response> result)
{
    letGo();
    m_ending->end(std::move(result));
}

void Flight::letGo()
{
    if (QNetworkReply *reply = m_reply.data()) {
        m_reply.clear();
        QObject::disconnect(reply, nullptr, &m_context, nullptr);
        reply->abort(); // does nothing to one that has finished
        reply->deleteLater();
    }
    m_manager.reset();
}

Fault Flight::fault(FaultCode code, QMap<QString, QString> params) const
{
    params.insert(u"host"_s, m_request.url.host());
    return Fault{code, std::move(params), {}};
}

Fault Flight::faultOf(QNetworkReply::NetworkError error) const
{
    if (m_tlsFault)
        return *m_tlsFault;
    FaultCode code = FaultCode::Unreachable;
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        code = FaultCode::Refused;
        break;
    case QNetworkReply::HostNotFoundError:
        code = FaultCode::NameUnknown;
        break;
    case QNetworkReply::TimeoutError:
        code = FaultCode::Timeout;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        code = FaultCode::TlsFailed;
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        code = FaultCode::ProxyRefused;
        break;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        code = FaultCode::BadAnswer;
        break;
    default:
        break;
    }
    // With an HTTP proxy in between, all that comes before TLS happened between us and the proxy, or was said
    // by it.
    const bool beforeTls = error == QNetworkReply::ConnectionRefusedError ||
                           error == QNetworkReply::HostNotFoundError ||
                           error == QNetworkReply::UnknownNetworkError;
    if (m_proxied && !m_encrypted && beforeTls)
        code = FaultCode::ProxyRefused;
    Fault result = fault(code);
    result.said = redact::text(m_reply->errorString());
    return result;
}

} // namespace net
