// SPDX-License-Identifier: Apache-2.0
#include "checks/support.h"

#include "checks/catalogue.h"
#include "setup/record.h"

using namespace Qt::StringLiterals;

namespace checks {

namespace {

Finding judged(Finding finding, Severity severity, Reason reason, const QString &cause,
               const QJsonObject &evidence)
{
    finding.severity = severity;
    finding.reason = reason;
    finding.cause = cause;
    for (auto it = evidence.begin(); it != evidence.end(); ++it)
        finding.evidence[it.key()] = it.value();
    return finding;
}

} // namespace

Finding good(Finding finding, const QJsonObject &evidence)
{
    return judged(std::move(finding), Severity::Ok, Reason::None, {}, evidence);
}

Finding wrong(Finding finding, const QString &cause, const QJsonObject &evidence, const char *action)
{
    finding.action = QString::fromLatin1(action);
    return judged(std::move(finding), Severity::Problem, Reason::None, cause, evidence);
}

Finding warned(Finding finding, const QString &cause, const QJsonObject &evidence, const char *action)
{
    finding.action = QString::fromLatin1(action);
    return judged(std::move(finding), Severity::Warning, Reason::None, cause, evidence);
}

Finding noticed(Finding finding, const QString &cause, const QJsonObject &evidence)
{
    finding.decides = false;
    return judged(std::move(finding), Severity::Notice, Reason::None, cause, evidence);
}

Finding unsure(Finding finding, const QStringList &possible, const QJsonObject &evidence, const QString &tell)
{
    finding.possible = possible;
    if (possible.size() > 1 && !tell.isEmpty())
        finding.evidence[u"tell"_s] = tell;
    return judged(std::move(finding), Severity::Problem, Reason::None, {}, evidence);
}

Finding notAsked(Finding finding, const char *action, const QJsonObject &evidence)
{
    finding.at = {}; // whatever was seen then, it was no answer to this
    finding.action = QString::fromLatin1(action);
    return judged(std::move(finding), Severity::Unknown, Reason::NotAsked, {}, evidence);
}

Finding notYet(Finding finding, const QString &cause, const QJsonObject &evidence)
{
    finding.action.clear();
    return judged(std::move(finding), Severity::Unknown, Reason::NotAsked, cause, evidence);
}

Finding unreachable(Finding finding, const QString &cause, const QJsonObject &evidence)
{
    finding.action = QString::fromLatin1(action::checkAgain);
    return judged(std::move(finding), Severity::Unknown, Reason::Unreachable, cause, evidence);
}

Finding outOfSight(Finding finding, const QJsonObject &evidence)
{
    return judged(std::move(finding), Severity::Unknown, Reason::OutOfSight, {}, evidence);
}

bool isWecomError(const net::Fault *fault, int errcode)
{
    return fault && fault->code == net::FaultCode::WecomError && fault->number(u"errcode"_s) == errcode;
}

AgentView agentView(const World &world)
{
    const auto *pc = world.current(world.facts.agentFromPc, Inputs::WecomApp);
    const auto *server = world.current(world.facts.agentFromServer, Inputs::WecomFromServer);
    AgentView view;
    view.pcUntrusted = pc && !pc->what && isWecomError(&pc->what.error(), wecom::code::ipNotTrusted);
    // An answer beats a refusal; the server's refusal tells more than "this computer is not listed".
    const auto *best = pc && pc->what                                        ? pc
                       : server && (server->what || !pc || view.pcUntrusted) ? server
                                                                             : pc;
    if (!best)
        return view;
    view.from = best->from;
    view.at = best->at;
    if (best->what)
        view.info = &*best->what;
    else
        view.fault = &best->what.error();
    return view;
}

const QList<wecom::AgentListItem> *agentListView(const World &world)
{
    if (const auto *list = world.value(world.facts.agentListFromPc, Inputs::WecomToken))
        return list;
    return world.value(world.facts.agentListFromServer, Inputs::WecomFromServer);
}

bool cannotAskServer(const World &world)
{
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    return plugin && !plugin->customRequests;
}

Finding onAgent(const QString &check, const AgentView &view)
{
    Finding finding = start(check);
    finding.vantage = view.from;
    finding.at = view.at;
    return finding;
}

namespace {

struct Refusal
{
    QString ip;
    QDateTime at;
};

// WeCom's refusal of the server's address, whichever question brought it.
std::optional<Refusal> refusalOfServer(const World &world)
{
    const auto *probe = world.current(world.facts.trustFromServer, Inputs::WecomFromServer);
    if (probe && probe->what)
        return probe->what->trusted ? std::nullopt : std::optional(Refusal{probe->what->address, probe->at});
    const auto *agent = world.current(world.facts.agentFromServer, Inputs::WecomFromServer);
    if (agent && !agent->what && isWecomError(&agent->what.error(), wecom::code::ipNotTrusted))
        return Refusal{agent->what.error().param(u"ip"_s), agent->at};
    return std::nullopt;
}

} // namespace

Finding withoutAgent(Finding finding, const AgentView &view, const World &world)
{
    if (!view.fault)
        return notAsked(std::move(finding));
    const bool askedServer = view.from == Vantage::Server;
    if (isWecomError(view.fault, wecom::code::ipNotTrusted)) {
        // The trusted IP step says what to do; this is asked again afterwards.
        if (const auto refusal = refusalOfServer(world)) {
            finding.vantage = Vantage::Server;
            finding.at = refusal->at;
            finding.possible = {u"ip.untrusted"_s};
            return unreachable(std::move(finding), {}, {{u"ip"_s, refusal->ip}, {u"words"_s, u"address"_s}});
        }
        return cannotAskServer(world) ? outOfSight(std::move(finding))
                                      : notAsked(std::move(finding), action::askServer);
    }
    const net::FaultCode code = view.fault->code;
    if (askedServer && (code == net::FaultCode::Missing || code == net::FaultCode::NocobaseError))
        return outOfSight(std::move(finding));
    return notAsked(std::move(finding));
}

Finding byCode(Finding finding, const net::Fault &fault, const QJsonObject &evidence)
{
    const int code = fault.number(u"errcode"_s);
    const QString cause = Catalogue::instance().causeOfCode(code);
    QJsonObject known = evidence;
    known[u"errcode"_s] = code;
    const bool passes =
        cause == u"wecom.rate-limited"_s || cause == u"wecom.busy"_s || cause == u"wecom.token-ended"_s;
    return passes ? unreachable(std::move(finding), cause, known) : wrong(std::move(finding), cause, known);
}

const login::Trace *currentTrace(const World &world)
{
    return world.value(world.facts.testLogin, Inputs::Login);
}

} // namespace checks
