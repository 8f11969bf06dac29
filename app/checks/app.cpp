// SPDX-License-Identifier: Apache-2.0
#include "checks/subjects.h"
#include "checks/support.h"

using namespace Qt::StringLiterals;

namespace checks {

namespace {

// Without an answer about the app itself, its row in agent/list still shows that it exists.
Finding created(const AgentView &view, const World &world)
{
    const QString check = u"app.created"_s;
    if (view.info)
        return good(onAgent(check, view), {{u"app"_s, view.info->name}});
    const auto *list = agentListView(world);
    if (list && list->size() == 1)
        return good(start(check), {{u"app"_s, list->first().name}});
    return withoutAgent(onAgent(check, view), view, world);
}

bool isDisabled(const AgentView &view, const World &world)
{
    const auto *token = world.current(world.facts.token, Inputs::WecomToken);
    const bool atToken =
        token && !token->what && isWecomError(&token->what.error(), wecom::code::appDisabled);
    return atToken || isWecomError(view.fault, wecom::code::appDisabled) || (view.info && view.info->closed);
}

Finding enabled(const AgentView &view, const World &world)
{
    Finding finding = onAgent(u"app.enabled"_s, view);
    if (isDisabled(view, world))
        return wrong(finding, u"wecom.app.disabled"_s, {{u"app"_s, view.info ? view.info->name : QString()}});
    return view.info ? good(finding) : withoutAgent(finding, view, world);
}

Finding scope(const AgentView &view, const World &world)
{
    Finding finding = onAgent(u"app.scope"_s, view);
    if (!view.info)
        return withoutAgent(finding, view, world);
    if (view.info->scopeEmpty())
        return wrong(finding, u"wecom.app.scope-empty"_s, {{u"app"_s, view.info->name}});
    return good(finding, {{u"departments"_s, view.info->departmentIds.size()},
                          {u"members"_s, view.info->userIds.size()},
                          {u"tags"_s, view.info->tagIds.size()}});
}

} // namespace

QList<Finding> appChecks(const World &world)
{
    const AgentView view = agentView(world);
    return {created(view, world), enabled(view, world), scope(view, world)};
}

} // namespace checks
