// SPDX-License-Identifier: Apache-2.0
#include "wecom/places.h"

#include "net/http.h"

using namespace Qt::StringLiterals;

namespace wecom {

QStringList loginPlaces(const QUrl &loginHost, const QUrl &oauthHost)
{
    QStringList places;
    for (const QUrl &url : {loginHost, oauthHost}) {
        const QString host = url.host().toLower();
        if (host.isEmpty())
            continue;
        places.append(net::originOf(url));
        if (host.endsWith(u".work.weixin.qq.com"_s) || host == u"open.weixin.qq.com"_s)
            places += {u"https://*.work.weixin.qq.com"_s, u"https://open.weixin.qq.com"_s};
    }
    places.removeDuplicates();
    return places;
}

} // namespace wecom
