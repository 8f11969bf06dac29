// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/support.h"
#include "wecom/links.h"

namespace checks {

// What is wrong with a login address that NocoBase made or that the homepage holds: a cause of the "link.*"
// family, or nothing. The host of the callback is the options' affair (link.internal-host).
struct LinkFault
{
    QString cause;
    QJsonObject evidence;
};
std::optional<LinkFault> linkFault(const wecom::LoginLink &link,
                                   const std::optional<wecom::NocobaseState> &state, const World &world);
// Encoded once: "https%3A%2F%2F…" in the address. Not at all or twice makes WeCom cut it off or refuse it.
bool isEncodedOnce(const QString &redirectUriRaw);

} // namespace checks
