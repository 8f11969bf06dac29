// SPDX-License-Identifier: Apache-2.0
#include "net/tls.h"

#include <QCryptographicHash>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;

namespace {

FaultCode codeOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
        return FaultCode::TlsUntrusted;
    case QSslError::CertificateNotYetValid:
        return FaultCode::TlsNotYetValid;
    case QSslError::CertificateExpired:
        return FaultCode::TlsExpired;
    case QSslError::HostNameMismatch:
        return FaultCode::TlsWrongHost;
    default:
        return FaultCode::TlsFailed;
    }
}

QString named(const QSslCertificate &certificate, bool issuer)
{
    const auto part = [&](QSslCertificate::SubjectInfo info) {
        return (issuer ? certificate.issuerInfo(info) : certificate.subjectInfo(info)).join(u", "_s);
    };
    const QString common = part(QSslCertificate::CommonName);
    return common.isEmpty() ? part(QSslCertificate::Organization) : common;
}

} // namespace

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

bool isPinned(const QList<Pin> &pins, const QUrl &url, const QSslCertificate &leaf)
{
    if (leaf.isNull())
        return false;
    const QByteArray host = QUrl::toAce(url.host());
    const QString sha256 = fingerprintOf(leaf);
    return std::any_of(pins.cbegin(), pins.cend(), [&](const Pin &pin) {
        // An address literal has no ACE form, so the plain spelling counts as well.
        const bool sameHost = pin.host.compare(url.host(), Qt::CaseInsensitive) == 0 ||
                              (!host.isEmpty() && QUrl::toAce(pin.host) == host);
        return sameHost && pin.sha256.compare(sha256, Qt::CaseInsensitive) == 0;
    });
}

Fault tlsFault(const QUrl &url, const QList<QSslError> &errors, const QSslCertificate &leaf)
{
    static constexpr FaultCode gravest[] = {FaultCode::TlsUntrusted, FaultCode::TlsNotYetValid,
                                            FaultCode::TlsExpired, FaultCode::TlsWrongHost};
    for (const FaultCode code : gravest) {
        const auto is = [code](const QSslError &error) { return codeOf(error.error()) == code; };
        if (std::any_of(errors.cbegin(), errors.cend(), is))
            return tlsFault(url, code, leaf);
    }
    return tlsFault(url, FaultCode::TlsFailed, leaf);
}

Fault tlsFault(const QUrl &url, FaultCode code, const QSslCertificate &leaf)
{
    Fault fault{code, {{u"host"_s, url.host()}}, {}};
    if (!leaf.isNull()) {
        fault.params.insert(u"sha256"_s, fingerprintOf(leaf));
        fault.params.insert(u"subject"_s, named(leaf, false));
        fault.params.insert(u"issuer"_s, named(leaf, true));
        fault.params.insert(u"notBefore"_s, leaf.effectiveDate().toUTC().toString(Qt::ISODate));
        fault.params.insert(u"notAfter"_s, leaf.expiryDate().toUTC().toString(Qt::ISODate));
    }
    return fault;
}

} // namespace net
