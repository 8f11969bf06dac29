// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"

using namespace Qt::StringLiterals;

namespace checks {

bool isEncodedOnce(const QString &redirectUriRaw)
{
    const QString raw = redirectUriRaw.toLower();
    // Its beginning tells: an address inside of it is escaped once more than itself, and rightly so.
    if (raw.startsWith(u"https%253a"_s) || raw.startsWith(u"http%253a"_s))
        return false;
    return raw.isEmpty() || !raw.contains(u"://"_s);
}

namespace {

QJsonObject differs(const QString &found, const QString &expected)
{
    return {{u"found"_s, found}, {u"expected"_s, expected}};
}

// WeCom's login pages: those of this setup, and the one older products still send people to.
bool isWecomHost(const QString &host, const World &world)
{
    const setup::WecomHosts &wecom = world.setup.wecom;
    const auto is = [&host](const QUrl &known) {
        const QString name =
            known.port() < 0 ? known.host() : known.host() + u':' + QString::number(known.port());
        return host.compare(name, Qt::CaseInsensitive) == 0;
    };
    return is(wecom.login) || is(wecom.oauth) || is(QUrl(u"https://open.work.weixin.qq.com"_s));
}

} // namespace

// Ids first: with other ones, the rest speaks of something else.
std::optional<LinkFault> idsFault(const wecom::LoginLink &link, const World &world)
{
    const auto other = [](const QString &what, const QString &found, const QString &expected) {
        QJsonObject evidence = differs(found, expected);
        evidence[u"what"_s] = what;
        return LinkFault{u"link.wrong-ids"_s, evidence};
    };
    if (!isWecomHost(link.host, world))
        return LinkFault{u"link.host"_s, differs(link.host, world.setup.wecom.login.host())};
    if (link.agentId.isEmpty())
        return LinkFault{u"link.agentid-missing"_s, {}};
    if (link.companyId != world.credentials.companyId)
        return other(u"companyId"_s, link.companyId, world.credentials.companyId);
    if (link.agentId != world.credentials.agentId)
        return other(u"agentId"_s, link.agentId, world.credentials.agentId);
    return std::nullopt;
}

QString setupGap(const World &world)
{
    if (world.credentials.companyId.isEmpty() || world.credentials.agentId.isEmpty())
        return u"setup.incomplete"_s;
    if (!world.value(world.facts.authenticators, Inputs::NocobaseLogin))
        return {};
    const auto *row = ourRow(world);
    if (!row) // not chosen yet, or not made
        return u"setup.not-applied"_s;
    const auto *layout = world.value(world.facts.layout, Inputs::NocobaseLogin);
    if (!layout || !layout->isUsable())
        return {};
    const QStringList differing = differingOptions(*row, *layout, world);
    const bool other = differing.contains(nocobase::optionName(nocobase::Option::CompanyId)) ||
                       differing.contains(nocobase::optionName(nocobase::Option::AgentId));
    return other ? u"setup.not-applied"_s : QString();
}

std::optional<LinkFault> explained(std::optional<LinkFault> fault, const World &world)
{
    const QString what = fault ? fault->evidence[u"what"_s].toString() : QString();
    if (!fault || fault->cause != u"link.wrong-ids"_s || what == u"authenticator"_s)
        return fault;
    const QString gap = setupGap(world);
    return gap.isEmpty() ? fault : LinkFault{gap, fault->evidence};
}

Finding faulty(Finding finding, const LinkFault &fault)
{
    if (fault.cause.startsWith(u"setup."_s))
        return notYet(std::move(finding), fault.cause, fault.evidence);
    return wrong(std::move(finding), fault.cause, fault.evidence);
}

std::optional<LinkFault> stateFault(const std::optional<wecom::NocobaseState> &state, const QString &name)
{
    if (name.isEmpty() || !state || state->authenticator.isEmpty() || state->authenticator == name)
        return std::nullopt;
    QJsonObject evidence = differs(state->authenticator, name);
    evidence[u"what"_s] = u"authenticator"_s;
    return LinkFault{u"link.wrong-ids"_s, evidence};
}

std::optional<LinkFault> encodingFault(const wecom::LoginLink &link)
{
    const QString scheme = link.redirectUri.scheme();
    const bool web = scheme == u"https"_s || scheme == u"http"_s;
    if (!isEncodedOnce(link.redirectUriRaw) || !web || !link.foreignScheme.isEmpty())
        return LinkFault{u"link.encoding"_s, {{u"found"_s, link.redirectUri.toString()}}};
    return std::nullopt;
}

// Only this scope brings the phone number along, by which NocoBase finds the user (document path 96441).
std::optional<LinkFault> scopeFault(const wecom::LoginLink &link)
{
    if (link.kind == wecom::LinkKind::OAuth && link.scope != u"snsapi_privateinfo"_s)
        return LinkFault{u"link.scope"_s, {{u"found"_s, link.scope}}};
    return std::nullopt;
}

// WeCom compares host and port as text: "https://host:443" is not "https://host" (document path 98173).
std::optional<LinkFault> callbackFault(const wecom::LoginLink &link, const World &world)
{
    const QUrl origin(world.setup.authenticator.origin);
    if (link.redirectUri.host().compare(origin.host(), Qt::CaseInsensitive) != 0 ||
        link.redirectUri.scheme() != origin.scheme())
        return LinkFault{u"link.internal-host"_s,
                         differs(net::originOf(link.redirectUri), net::originOf(origin))};
    if (link.redirectUri.port() != origin.port())
        return LinkFault{u"domain.port"_s, differs(link.redirectUri.authority(), origin.authority())};
    return std::nullopt;
}

std::optional<LinkFault> linkFault(const wecom::LoginLink &link,
                                   const std::optional<wecom::NocobaseState> &state, const World &world)
{
    if (const auto fault = idsFault(link, world))
        return fault;
    if (const auto fault = stateFault(state, world.setup.authenticator.name.value_or(QString())))
        return fault;
    if (const auto fault = encodingFault(link))
        return fault;
    return scopeFault(link);
}

} // namespace checks
