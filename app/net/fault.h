// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>

#include <tl/expected.hpp>

namespace net {

// Why something from outside did not give its answer. Codes are stable: findings, tests and the catalogue of
// words use them by name (see faultName).
enum class FaultCode {
    Cancelled,          // its inputs changed, or its owner closed
    Timeout,            // no answer within the request's deadline
    NameUnknown,        // the host name has no address
    Refused,            // nothing listens there
    Unreachable,        // no route, connection reset, network down
    ProxyRefused,       // the proxy says no (407), or cannot be reached
    TlsUntrusted,       // certificate of an unknown or self-signed issuer
    TlsExpired,         // certificate out of date
    TlsNotYetValid,     // certificate of the future: this computer's clock?
    TlsWrongHost,       // certificate of another host
    TlsFailed,          // any other handshake failure
    TooLarge,           // the answer passed the request's size limit
    NotJson,            // JSON was expected; something else came (params: contentType)
    BadAnswer,          // JSON that lacks what the protocol promises
    HttpStatus,         // an HTTP status that is no success (params: status)
    Restarting,         // NocoBase says 503 with "maintaining", or flaps between answers
    PlainHttpRefused,   // plain http to another computer without the person's consent
    OriginNotAllowed,   // a credential, or this door, is for other origins than this one
    WecomError,         // WeCom answered an errcode other than 0 (params: errcode)
    NocobaseError,      // NocoBase answered errors[] (params: status, code where it has one)
    Paused,             // we do not ask now, to protect the person from a ban (params: until)
    SecretKnownWrong,   // this Secret was refused in this run; it is not sent a second time
    WrongSecretLimit,   // so many wrong Secrets in this run that the person is asked first (params: count)
    Missing,            // what was asked for is not there (a row, an entry, a file, a feature)
    Conflict,           // somebody else changed it in the meantime
    KeychainMissing,    // no keychain service on this computer
    KeychainLocked,     // there is one, but it is locked
    KeychainRefused,    // it refused, or did not keep what was written
    BrowserCannotStart, // the embedded browser is absent, or the system refuses its sandbox
    BrowserBlank,       // nothing painted in time, or its page process ended
    BadInput,           // what the person or a file gave cannot be used (params: field)
    FileFailed,         // a file could not be read or written (params: path)
};

// A failure as a value: code, parameters, and what the other side said (masked, never a secret). Words are
// made at the edge, in the person's language.
struct Fault
{
    FaultCode code = FaultCode::BadAnswer;
    QMap<QString, QString> params;
    QString said;

    QString param(const QString &name) const { return params.value(name); }
    // HTTP status or WeCom errcode as a number; 0 when there is none.
    int number(const QString &name) const { return params.value(name).toInt(); }
    bool operator==(const Fault &) const = default;
};

// "timeout", "tls-expired", ... : the name used in JSON and by the catalogue.
QString faultName(FaultCode code);

// True when trying again later may help without anybody changing a setting (network, time-outs, restarts).
bool isPassing(FaultCode code);

template<class T>
using Result = tl::expected<T, Fault>;

inline tl::unexpected<Fault> fail(FaultCode code, QMap<QString, QString> params = {}, QString said = {})
{
    return tl::unexpected<Fault>(Fault{code, std::move(params), std::move(said)});
}

} // namespace net
