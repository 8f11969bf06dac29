// SPDX-License-Identifier: Apache-2.0
#include "viewer/loadfault.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QWebEngineCertificateError>

using namespace Qt::StringLiterals;

namespace ui::viewer {

namespace {

// net/base/net_error_list.h, as far as the person can do something different about them.
net::FaultCode codeOfLoad(int error)
{
    if (error <= -200 && error > -300)
        return net::FaultCode::TlsFailed;
    switch (error) {
    case -105: // name not resolved
    case -137: // name resolution failed
        return net::FaultCode::NameUnknown;
    case -102:
        return net::FaultCode::Refused;
    case -7:
    case -118:
        return net::FaultCode::Timeout;
    case -111: // tunnel
    case -115: // authentication unsupported
    case -127: // authentication requested
    case -130: // connection
    case -131:
    case -136: // certificate
        return net::FaultCode::ProxyRefused;
    case -107: // SSL protocol error
    case -110:
    case -113:
    case -117:
        return net::FaultCode::TlsFailed;
    default:
        return net::FaultCode::Unreachable;
    }
}

} // namespace

net::Fault faultOfLoad(int error)
{
    constexpr int unsafePort = -312; // a port that browsers open no page at, whoever listens there
    net::Fault fault{codeOfLoad(error), {{u"error"_s, QString::number(error)}}, {}};
    if (error == unsafePort)
        fault.params.insert(u"reason"_s, u"port"_s);
    // Somebody took the request and went away: closed, reset, nothing in the answer.
    if (error == -100 || error == -101 || error == -324)
        fault.params.insert(u"reason"_s, u"closed"_s);
    return fault;
}

net::FaultCode codeOfCertificate(const QWebEngineCertificateError &error, const QSslCertificate &leaf)
{
    // As net judges: nothing else in a certificate of an unknown issuer means anything.
    if (leaf.isSelfSigned())
        return net::FaultCode::TlsUntrusted;
    switch (error.type()) {
    case QWebEngineCertificateError::CertificateCommonNameInvalid:
        return net::FaultCode::TlsWrongHost;
    case QWebEngineCertificateError::CertificateDateInvalid:
        return leaf.effectiveDate() > QDateTime::currentDateTimeUtc() ? net::FaultCode::TlsNotYetValid
                                                                      : net::FaultCode::TlsExpired;
    case QWebEngineCertificateError::CertificateAuthorityInvalid:
        return net::FaultCode::TlsUntrusted;
    default:
        return net::FaultCode::TlsFailed;
    }
}

} // namespace ui::viewer
