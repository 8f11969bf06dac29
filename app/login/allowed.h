// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

namespace login {

// Whether an address is one of the allowed places (ViewerOptions::allowedOrigins): an origin
// (scheme://host[:port]), or https://*.domain, which is that domain and all below it by https. Nothing but
// http and https ever is.
bool isAllowed(const QStringList &allowedOrigins, const QUrl &url);

} // namespace login
