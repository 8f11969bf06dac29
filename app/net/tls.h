// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"

#include <QSslCertificate>
#include <QSslError>

namespace net {

QString fingerprintOf(const QSslCertificate &certificate); // SHA-256, lower-case hex without separators

// The fingerprint of the certificate that was accepted for this answer; empty without TLS. It is kept beside
// the answer's headers, under a name that no server can send.
inline constexpr char certificateHeader[] = ":certificate";
inline QString certificateOf(const Response &response)
{
    return QString::fromLatin1(response.header(certificateHeader));
}

// True when the person chose to trust exactly this certificate for this host.
bool isPinned(const QList<Pin> &pins, const QUrl &url, const QSslCertificate &leaf);

// What is wrong with a host's certificate, as one code: an unknown issuer comes first, since nothing else in
// an untrusted certificate means anything. Params: host, sha256, issuer, subject, notBefore, notAfter (ISO
// dates) of the leaf.
Fault tlsFault(const QUrl &url, const QList<QSslError> &errors, const QSslCertificate &leaf);
// The same where somebody else has judged.
Fault tlsFault(const QUrl &url, FaultCode code, const QSslCertificate &leaf);

} // namespace net
