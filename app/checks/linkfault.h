// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/support.h"
#include "wecom/links.h"

namespace checks {

// What is wrong with a login address that NocoBase made or that the homepage holds: a cause of the "link.*"
// family, or nothing. Where it leads back to is the options' affair: callbackFault().
struct LinkFault
{
    QString cause;
    QJsonObject evidence;
};
std::optional<LinkFault> linkFault(const wecom::LoginLink &link,
                                   const std::optional<wecom::NocobaseState> &state, const World &world);
// The parts of it, for saying of each what was seen: the ids; the way the callback is written; the
// authenticator that the decoded state names, compared with `name`.
std::optional<LinkFault> idsFault(const wecom::LoginLink &link, const World &world);
// What is still to be done with this setup before NocoBase can make an address with its ids:
// "setup.incomplete" or "setup.not-applied"; empty when nothing is known to be.
QString setupGap(const World &world);
// Other ids in NocoBase's address, told by that gap where there is one: the fault is not NocoBase's then.
std::optional<LinkFault> explained(std::optional<LinkFault> fault, const World &world);
// A finding that says so: open while the setup lacks something, else wrong.
Finding faulty(Finding finding, const LinkFault &fault);
std::optional<LinkFault> encodingFault(const wecom::LoginLink &link);
std::optional<LinkFault> scopeFault(const wecom::LoginLink &link);
std::optional<LinkFault> stateFault(const std::optional<wecom::NocobaseState> &state, const QString &name);
// "link.internal-host" when the link leads back to another place than the Origin, "domain.port" when only the
// port differs.
std::optional<LinkFault> callbackFault(const wecom::LoginLink &link, const World &world);
// Encoded once: "https%3A%2F%2F…" in the address. Not at all or twice makes WeCom cut it off or refuse it.
bool isEncodedOnce(const QString &redirectUriRaw);

} // namespace checks
