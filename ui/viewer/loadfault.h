// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"

class QSslCertificate;
class QWebEngineCertificateError;

namespace ui::viewer {

// Chromium's net error number as one of our faults.
net::Fault faultOfLoad(int error);

// What Chromium has against a certificate, as one of our codes; for one that net could not be asked about.
net::FaultCode codeOfCertificate(const QWebEngineCertificateError &error, const QSslCertificate &leaf);

} // namespace ui::viewer
