// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "checks/subjects.h"
#include "checks/support.h"
#include "wecom/identifiers.h"

using namespace Qt::StringLiterals;
using net::FaultCode;
using wecom::Shape;
namespace code = wecom::code;

namespace checks {

namespace {

// Shapes are documented nowhere: they earn a warning while nobody has asked WeCom, and are forgotten
// afterwards. One that cannot be a value is never asked about, and no cause is needed beside it.
Finding byShape(Finding finding, Shape shape, const QString &possible)
{
    switch (shape) {
    case Shape::Empty:
    case Shape::Good:
        return finding;
    case Shape::PublicAccount: // old Company IDs look the same
        finding.possible = {u"wecom.company-id.public-account"_s};
        return finding;
    case Shape::ConsoleNumber:
        finding.evidence[u"shape"_s] = u"console-number"_s;
        break;
    case Shape::Masked:
        finding.evidence[u"shape"_s] = u"masked"_s;
        break;
    case Shape::Unusual:
    case Shape::Wrong:
        finding.evidence[u"shape"_s] = u"unusual"_s;
        break;
    }
    if (!wecom::isRefused(shape))
        finding.possible = {possible};
    return warned(finding, {});
}

// The cause that WeCom's number stands for; empty when it gave none.
QString causeOf(const net::Fault *fault)
{
    return fault && fault->code == FaultCode::WecomError
               ? Catalogue::instance().causeOfCode(fault->number(u"errcode"_s))
               : QString();
}

Finding companyId(const World &world)
{
    const QString check = u"wecom.company-id"_s;
    const QString &id = world.credentials.companyId;
    const Shape shape = wecom::companyIdShape(id);
    const auto *token = world.current(world.facts.token, Inputs::WecomToken);
    if (token && token->what)
        return good(seen(check, *token), {{u"companyId"_s, id}});
    const net::Fault *fault = token ? &token->what.error() : nullptr;
    if (causeOf(fault) == u"wecom.company-id.wrong"_s)
        return wrong(seen(check, *token),
                     shape == Shape::PublicAccount ? u"wecom.company-id.public-account"_s
                                                   : u"wecom.company-id.wrong"_s,
                     {{u"companyId"_s, id}});
    return byShape(start(check), shape, u"wecom.company-id.wrong"_s);
}

// Token got, yet WeCom shows no app to it: a Secret of contacts synchronisation or of a built-in app.
bool isSecretOfOtherKind(const AgentView &view, const World &world)
{
    if (isWecomError(view.fault, code::apiForbidden))
        return true;
    const auto *listed = world.current(world.facts.agentListFromPc, Inputs::WecomToken);
    if (!listed)
        listed = world.current(world.facts.agentListFromServer, Inputs::WecomFromServer);
    if (!listed || view.info)
        return false;
    return listed->what ? listed->what->isEmpty() : isWecomError(&listed->what.error(), code::apiForbidden);
}

Finding secret(const AgentView &view, const World &world)
{
    const QString check = u"wecom.secret"_s;
    const auto *token = world.current(world.facts.token, Inputs::WecomToken);
    if (!token) {
        const Shape shape = wecom::secretShape(world.credentials.secret.revealText());
        return byShape(start(check), shape == Shape::PublicAccount ? Shape::Unusual : shape,
                       u"wecom.secret.wrong"_s);
    }
    if (token->what)
        return isSecretOfOtherKind(view, world) ? wrong(seen(check, *token), u"wecom.secret.other-kind"_s)
                                                : good(seen(check, *token));
    const net::Fault &fault = token->what.error();
    const QString cause = causeOf(&fault);
    if (fault.code == FaultCode::SecretKnownWrong || cause == u"wecom.secret.wrong"_s)
        return wrong(seen(check, *token), u"wecom.secret.wrong"_s);
    if (fault.code == FaultCode::WrongSecretLimit)
        return notAsked(seen(check, *token), action::sendSecret,
                        {{u"words"_s, u"limit"_s}, {u"count"_s, fault.param(u"count"_s)}});
    // Those two are said by the checks they belong to.
    if (cause == u"wecom.company-id.wrong"_s || cause == u"wecom.app.disabled"_s)
        return notAsked(seen(check, *token));
    return withFault(seen(check, *token), fault, Side::Wecom, world);
}

Finding otherApp(Finding finding, const World &world)
{
    const QString &id = world.credentials.agentId;
    const auto *list = agentListView(world);
    if (!list || list->isEmpty())
        return unsure(std::move(finding), {u"wecom.agent.other-app"_s, u"wecom.secret.other-kind"_s},
                      {{u"found"_s, id}}, u"copy-both"_s);
    const wecom::AgentListItem &item = list->first();
    const QString listed = QString::number(item.agentId);
    if (listed == id)
        return unsure(std::move(finding), {u"wecom.secret.other-kind"_s}, {{u"found"_s, id}});
    return wrong(std::move(finding), u"wecom.agent.other-app"_s,
                 {{u"agentId"_s, listed}, {u"found"_s, id}, {u"app"_s, item.name}}, action::fillAgentId);
}

// Nothing typed yet, and the Secret belongs to exactly one app: its AgentId can be filled in.
Finding notTyped(Finding finding, const World &world)
{
    const auto *list = agentListView(world);
    if (!world.credentials.agentId.isEmpty() || !list || list->size() != 1)
        return finding;
    return notAsked(std::move(finding), action::fillAgentId,
                    {{u"agentId"_s, QString::number(list->first().agentId)}, {u"app"_s, list->first().name}});
}

Finding agent(const AgentView &view, const World &world)
{
    const QString check = u"wecom.agent"_s;
    const QString &id = world.credentials.agentId;
    const Shape shape = wecom::agentIdShape(id);
    if (view.info)
        return good(onAgent(check, view), {{u"agentId"_s, id},
                                           {u"app"_s, view.info->name},
                                           {u"departments"_s, view.info->departmentIds.size()},
                                           {u"members"_s, view.info->userIds.size()}});
    if (!view.fault)
        return byShape(notTyped(start(check), world), shape, u"wecom.agent.unknown"_s);
    Finding finding = onAgent(check, view);
    const net::Fault &fault = *view.fault;
    if (isWecomError(&fault, code::otherApp))
        return otherApp(finding, world);
    if (causeOf(&fault) == u"wecom.agent.unknown"_s)
        return wrong(finding, u"wecom.agent.unknown"_s, {{u"found"_s, id}});
    if (isWecomError(&fault, code::apiForbidden) || isWecomError(&fault, code::appDisabled))
        return notAsked(finding); // said by the Secret's and the app's own checks
    const bool refusedByNocobase = view.from == Vantage::Server && (fault.code == FaultCode::Missing ||
                                                                    fault.code == FaultCode::NocobaseError);
    if (isWecomError(&fault, code::ipNotTrusted) || refusedByNocobase)
        return withoutAgent(finding, view, world);
    return withFault(finding, fault, Side::Wecom, world);
}

QList<Finding> thisComputer(const AgentView &view, const World &world)
{
    if (!view.pcUntrusted)
        return {};
    const auto *pc = world.current(world.facts.agentFromPc, Inputs::WecomApp);
    return {
        noticed(seen(u"wecom.pc"_s, *pc), u"pc.untrusted"_s, {{u"ip"_s, pc->what.error().param(u"ip"_s)}})};
}

} // namespace

QList<Finding> credentialsChecks(const World &world)
{
    const AgentView view = agentView(world);
    return QList<Finding>{companyId(world), secret(view, world), agent(view, world)} +
           thisComputer(view, world);
}

} // namespace checks
