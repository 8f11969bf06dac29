// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"

#include <QSslCertificate>
#include <QSslError>

namespace net {

QString fingerprintOf(const QSslCertificate &certificate); // SHA-256, lower-case hex without separators

// True when the person chose to trust exactly this certificate for this host.
bool isPinned(const QList<Pin> &pins, const QUrl &url, const QSslCertificate &leaf);

// What is wrong with a host's certificate, as one code: an unknown issuer comes first, since nothing else in
// an untrusted certificate means anything. Params: host, sha256, issuer, subject, notBefore, notAfter (ISO
// dates) of the leaf.
Fault tlsFault(const QUrl &url, const QList<QSslError> &errors, const QSslCertificate &leaf);

} // namespace net
