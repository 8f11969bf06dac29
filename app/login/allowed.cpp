// SPDX-License-Identifier: Apache-2.0
#include "login/allowed.h"

#include "net/http.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace login {

bool isAllowed(const QStringList &allowedOrigins, const QUrl &url)
{
    if (url.scheme() != u"http"_s && url.scheme() != u"https"_s)
        return false;
    const QString origin = net::originOf(url);
    return std::any_of(allowedOrigins.cbegin(), allowedOrigins.cend(), [&](const QString &allowed) {
        constexpr QStringView family = u"https://*.";
        if (!allowed.startsWith(family))
            return origin == allowed;
        const QString domain = allowed.mid(family.size());
        const QString host = url.host().toLower();
        return url.scheme() == u"https"_s && url.port(443) == 443 &&
               (host == domain || host.endsWith(u'.' + domain));
    });
}

} // namespace login
