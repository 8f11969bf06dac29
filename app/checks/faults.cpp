// SPDX-License-Identifier: Apache-2.0
#include "checks/support.h"

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace checks {

namespace {

QJsonObject evidenceOf(const net::Fault &fault, Side side, const World &world)
{
    QJsonObject evidence{{u"fault"_s, net::faultName(fault.code)}};
    // Only parameters that words need: numbers, hosts and addresses.
    for (const QString &name : {u"status"_s, u"errcode"_s, u"until"_s, u"sha256"_s, u"ip"_s, u"issuer"_s,
                                u"subject"_s, u"notBefore"_s, u"notAfter"_s}) {
        if (fault.params.contains(name))
            evidence[name] = fault.param(name);
    }
    const QUrl url = side == Side::Nocobase ? world.setup.nocobase.url : world.setup.wecom.api;
    evidence[u"host"_s] = fault.param(u"host"_s).isEmpty() ? url.host() : fault.param(u"host"_s);
    return evidence;
}

// "Name not found" means a wrong name only when names can be looked up at all.
bool anotherNameWasFound(Side side, const World &world)
{
    if (side == Side::Wecom)
        return world.value(world.facts.server, Inputs::NocobaseHost) &&
               !net::isLoopback(world.setup.nocobase.url);
    const auto *token = world.current(world.facts.token, Inputs::WecomToken);
    return token && (token->what || token->what.error().code == FaultCode::WecomError) &&
           !net::isLoopback(world.setup.wecom.api);
}

QString certificateKind(FaultCode code)
{
    switch (code) {
    case FaultCode::TlsExpired:
        return u"expired"_s;
    case FaultCode::TlsWrongHost:
        return u"wrong-host"_s;
    case FaultCode::TlsUntrusted:
        return u"untrusted"_s;
    default:
        return u"other"_s;
    }
}

Finding certificate(Finding finding, const net::Fault &fault, Side side, QJsonObject evidence)
{
    evidence[u"kind"_s] = certificateKind(fault.code);
    if (side == Side::Wecom) // somebody in between, most often a proxy that opens TLS
        return unsure(std::move(finding), {u"proxy.needed"_s, u"clock.wrong"_s}, evidence, u"own-browser"_s);
    if (fault.code == FaultCode::TlsFailed)
        return unsure(std::move(finding), {u"nocobase.certificate"_s}, evidence);
    const bool pinnable = !fault.param(u"sha256"_s).isEmpty();
    return wrong(std::move(finding), u"nocobase.certificate"_s, evidence,
                 pinnable ? action::trustCertificate : "");
}

// A proxy is set up on this computer, and the way that failed went beside it.
bool wentBesideProxy(const net::Fault &fault)
{
    return fault.param(u"proxy"_s) == u"unused"_s;
}

Finding noAnswer(Finding finding, const net::Fault &fault, Side side, const QJsonObject &evidence)
{
    if (side == Side::Nocobase)
        return unreachable(std::move(finding), u"nocobase.unreachable"_s, evidence);
    if (wentBesideProxy(fault))
        return wrong(std::move(finding), u"proxy.needed"_s, evidence, action::checkAgain);
    finding.possible = {u"proxy.needed"_s};
    return unreachable(std::move(finding), {}, evidence);
}

Finding nameUnknown(Finding finding, const net::Fault &fault, Side side, const QJsonObject &evidence,
                    const World &world)
{
    if (side == Side::Wecom && wentBesideProxy(fault))
        return wrong(std::move(finding), u"proxy.needed"_s, evidence, action::checkAgain);
    if (anotherNameWasFound(side, world))
        return wrong(std::move(finding), u"dns.unknown"_s, evidence, action::checkAgain);
    finding.possible = QStringList{u"dns.unknown"_s, u"proxy.needed"_s};
    // Nobody has typed WeCom's own name.
    const bool isGiven =
        side == Side::Wecom && world.setup.wecom.api.host() == setup::WecomHosts().api.host();
    finding.evidence[u"tell"_s] = isGiven ? u"another-site-wecom"_s : u"another-site"_s;
    return unreachable(std::move(finding), {}, evidence);
}

// Something answered, but not the way the other side would.
Finding strangeAnswer(Finding finding, const net::Fault &fault, Side side, const QJsonObject &evidence)
{
    if (fault.number(u"status"_s) >= 500 || side == Side::Wecom)
        return unreachable(std::move(finding), {}, evidence);
    return unsure(std::move(finding), {u"nocobase.base-path"_s}, evidence);
}

} // namespace

Finding withFault(Finding finding, const net::Fault &fault, Side side, const World &world)
{
    const QJsonObject evidence = evidenceOf(fault, side, world);
    switch (fault.code) {
    case FaultCode::Cancelled:
    case FaultCode::PlainHttpRefused:
    case FaultCode::OriginNotAllowed:
        return notAsked(std::move(finding), "", evidence);
    case FaultCode::Timeout:
    case FaultCode::Refused:
    case FaultCode::Unreachable:
        return noAnswer(std::move(finding), fault, side, evidence);
    case FaultCode::NameUnknown:
        return nameUnknown(std::move(finding), fault, side, evidence, world);
    case FaultCode::ProxyRefused:
        return wrong(std::move(finding), u"proxy.refused"_s, evidence, action::checkAgain);
    case FaultCode::TlsNotYetValid:
        return wrong(std::move(finding), u"clock.wrong"_s, evidence, action::checkAgain);
    case FaultCode::TlsUntrusted:
    case FaultCode::TlsExpired:
    case FaultCode::TlsWrongHost:
    case FaultCode::TlsFailed:
        return certificate(std::move(finding), fault, side, evidence);
    case FaultCode::Restarting:
        return unreachable(std::move(finding), u"nocobase.restarting"_s, evidence);
    case FaultCode::Paused:
        return unreachable(std::move(finding), u"wecom.rate-limited"_s, evidence);
    case FaultCode::WecomError:
        return byCode(std::move(finding), fault, evidence);
    case FaultCode::NotJson:
    case FaultCode::BadAnswer:
    case FaultCode::TooLarge:
    case FaultCode::HttpStatus:
    case FaultCode::NocobaseError:
        return strangeAnswer(std::move(finding), fault, side, evidence);
    default:
        return unreachable(std::move(finding), {}, evidence);
    }
}

} // namespace checks
