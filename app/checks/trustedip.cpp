// SPDX-License-Identifier: Apache-2.0
#include "checks/subjects.h"
#include "checks/support.h"

using namespace Qt::StringLiterals;
using login::Outcome;
using login::Sentence;
using net::FaultCode;

namespace checks {

namespace {

QString check()
{
    return u"ip.trusted"_s;
}

Finding untrusted(Finding finding, const QString &ip, const World &world)
{
    const auto *worked = world.value(world.facts.addressThatWorked, Inputs::WecomFromServer);
    if (worked && !worked->isEmpty() && !ip.isEmpty() && *worked != ip)
        return wrong(std::move(finding), u"ip.changed"_s, {{u"ip"_s, ip}, {u"before"_s, *worked}},
                     action::copyAddress);
    return wrong(std::move(finding), u"ip.untrusted"_s, {{u"ip"_s, ip}},
                 ip.isEmpty() ? "" : action::copyAddress);
}

Finding refused(Finding finding, const net::Fault &fault, const World &world)
{
    const QString by = fault.param(u"refusedBy"_s);
    finding = outOfSight(std::move(finding), {{u"host"_s, world.setup.wecom.api.host()}});
    if (!by.isEmpty())
        finding.evidence[u"words"_s] = u"refused"_s + by;
    return finding;
}

// The probe through NocoBase came back without WeCom's answer.
Finding probeFault(const setup::Seen<wecom::TrustProbe> &fact, const World &world)
{
    const net::Fault &fault = fact.what.error();
    if (isWecomError(&fault, wecom::code::ipNotTrusted))
        return untrusted(seen(check(), fact), fault.param(u"ip"_s), world);
    switch (fault.code) {
    case FaultCode::Unreachable: // the server's own words: it could not reach WeCom
        return wrong(seen(check(), fact), u"server.cannot-reach-wecom"_s,
                     {{u"host"_s, world.setup.wecom.api.host()}}, action::askServer);
    case FaultCode::Missing:       // the plugin is off
    case FaultCode::NocobaseError: // or it may not ask: a whitelist, a role
        return refused(seen(check(), fact), fault, world);
    default:
        return withFault(seen(check(), fact), fault,
                         fault.code == FaultCode::WecomError ? Side::Wecom : Side::Nocobase, world);
    }
}

// Sentences behind which an untrusted address may hide. They prove nothing.
bool mayBeTheAddress(const login::Trace *trace)
{
    if (!trace || trace->outcome != Outcome::PluginSentence)
        return false;
    const Sentence sentence = login::sentenceOf(trace->sentence);
    return sentence == Sentence::ApiFailed || sentence == Sentence::NoUserId || sentence == Sentence::Other;
}

Finding notProbed(const World &world)
{
    Finding finding = start(check());
    finding.vantage = Vantage::Server;
    if (mayBeTheAddress(currentTrace(world)))
        finding.possible = {u"ip.untrusted"_s};
    return cannotAskServer(world) ? outOfSight(finding) : notAsked(finding, action::askServer);
}

} // namespace

QList<Finding> trustedIpChecks(const World &world)
{
    const auto *probe = world.current(world.facts.trustFromServer, Inputs::WecomFromServer);
    const auto *test = world.current(world.facts.testLogin, Inputs::Login);
    const bool signedIn =
        test && test->what &&
        (test->what->outcome == Outcome::SignedIn || test->what->outcome == Outcome::SignedInWithoutRole);
    if (signedIn && (!probe || !probe->what || probe->at <= test->at))
        return {good(seen(check(), *test))};
    if (probe && probe->what)
        return {probe->what->trusted ? good(seen(check(), *probe), {{u"ip"_s, probe->what->address}})
                                     : untrusted(seen(check(), *probe), probe->what->address, world)};
    if (probe)
        return {probeFault(*probe, world)};
    // Reading the app through the server obeys the same rule, so its answer tells as much.
    const auto *agent = world.current(world.facts.agentFromServer, Inputs::WecomFromServer);
    if (agent && agent->what)
        return {good(seen(check(), *agent))};
    if (agent && isWecomError(&agent->what.error(), wecom::code::ipNotTrusted))
        return {untrusted(seen(check(), *agent), agent->what.error().param(u"ip"_s), world)};
    return {notProbed(world)};
}

} // namespace checks
