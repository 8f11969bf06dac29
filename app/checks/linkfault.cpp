// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"

using namespace Qt::StringLiterals;

namespace checks {

bool isEncodedOnce(const QString &redirectUriRaw)
{
    const QString raw = redirectUriRaw.toLower();
    if (raw.contains(u"%253a"_s) || raw.contains(u"%252f"_s))
        return false;
    return raw.isEmpty() || !raw.contains(u"://"_s);
}

std::optional<LinkFault> idsFault(const wecom::LoginLink &link, const World &world)
{
    if (link.agentId.isEmpty())
        return LinkFault{u"link.agentid-missing"_s, {}};
    if (link.companyId != world.credentials.companyId)
        return LinkFault{u"link.wrong-ids"_s,
                         {{u"what"_s, u"companyId"_s},
                          {u"found"_s, link.companyId},
                          {u"expected"_s, world.credentials.companyId}}};
    if (link.agentId != world.credentials.agentId)
        return LinkFault{u"link.wrong-ids"_s,
                         {{u"what"_s, u"agentId"_s},
                          {u"found"_s, link.agentId},
                          {u"expected"_s, world.credentials.agentId}}};
    return std::nullopt;
}

std::optional<LinkFault> encodingFault(const wecom::LoginLink &link)
{
    const QString scheme = link.redirectUri.scheme();
    const bool web = scheme == u"https"_s || scheme == u"http"_s;
    if (!isEncodedOnce(link.redirectUriRaw) || !web)
        return LinkFault{u"link.encoding"_s, {{u"found"_s, link.redirectUri.toString()}}};
    return std::nullopt;
}

std::optional<LinkFault> stateFault(const std::optional<wecom::NocobaseState> &state, const QString &name)
{
    if (name.isEmpty() || !state || state->authenticator.isEmpty() || state->authenticator == name)
        return std::nullopt;
    return LinkFault{
        u"link.wrong-ids"_s,
        {{u"what"_s, u"authenticator"_s}, {u"found"_s, state->authenticator}, {u"expected"_s, name}}};
}

std::optional<LinkFault> linkFault(const wecom::LoginLink &link,
                                   const std::optional<wecom::NocobaseState> &state, const World &world)
{
    if (const auto fault = idsFault(link, world))
        return fault;
    if (const auto fault = stateFault(state, world.setup.authenticator.name.value_or(QString())))
        return fault;
    return encodingFault(link);
}

} // namespace checks
