// SPDX-License-Identifier: Apache-2.0
#include "apply/plan.h"

#include "apply/decisions.h"

#include <QSet>

using namespace Qt::StringLiterals;
using nocobase::Authenticator;
using setup::Inputs;

namespace apply {

namespace {

ChangePlan impossible(const QString &why, const QStringList &candidates = {})
{
    ChangePlan plan;
    plan.kind = ChangePlan::Kind::Impossible;
    plan.impossible = why;
    plan.candidates = candidates;
    return plan;
}

// What stands in the way before any row is looked at; empty when nothing does.
QString obstacle(const setup::World &world)
{
    const auto *identity = world.value(world.facts.identity, Inputs::NocobaseLogin);
    if (!identity)
        return u"nocobase.sign-in"_s;
    if (!identity->mayManageAuthenticators())
        return u"nocobase.role"_s;
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (!plugin || !world.value(world.facts.authenticators, Inputs::NocobaseLogin))
        return u"nocobase.sign-in"_s;
    if (plugin->authType.isEmpty())
        return !plugin->listed ? u"plugin.absent"_s : plugin->enabled ? u"plugin.failed"_s : u"plugin.off"_s;
    const auto *layout = world.value(world.facts.layout, Inputs::NocobaseLogin);
    if (!layout || !layout->isUsable()) {
        const auto questions = layoutQuestions(world);
        const bool asks = std::any_of(questions.cbegin(), questions.cend(),
                                      [](const LayoutQuestion &question) { return question.isNeeded; });
        return asks ? u"choose-layout"_s : u"layout.unknown"_s;
    }
    return {};
}

// Only for a plugin that is there, and an account that may do it.
bool canEnable(const setup::World &world)
{
    const auto *identity = world.value(world.facts.identity, Inputs::NocobaseLogin);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    return plugin && plugin->listed && !plugin->enabled && identity && identity->mayManagePlugins();
}

ChangePlan enabling()
{
    ChangePlan plan;
    plan.kind = ChangePlan::Kind::EnablePlugin;
    Change change;
    change.field = u"plugin"_s;
    change.before = u"false"_s;
    change.after = u"true"_s;
    plan.changes << change;
    return plan;
}

bool lacksCredentials(const Authenticator &row, const nocobase::OptionLayout &layout)
{
    for (const auto option :
         {nocobase::Option::CompanyId, nocobase::Option::AgentId, nocobase::Option::Secret}) {
        const QJsonValue value = layout.read(row.options, option);
        if (!value.isDouble() && value.toString().isEmpty())
            return true;
    }
    return false;
}

} // namespace

int ChangePlan::changeCount() const
{
    return static_cast<int>(
        std::count_if(changes.cbegin(), changes.cend(), [](const Change &c) { return c.changes; }));
}

int ChangePlan::authenticatorCount() const
{
    QSet<QString> names;
    for (const Change &change : changes) {
        if (change.changes && !change.authenticator.isEmpty())
            names << change.authenticator;
    }
    return static_cast<int>(names.size());
}

QStringList ChangePlan::keptFields() const
{
    QStringList fields;
    for (const Change &change : changes) {
        if (change.kept)
            fields << change.field;
    }
    return fields;
}

ChangePlan plan(const setup::World &world)
{
    if (const QString why = obstacle(world); !why.isEmpty())
        return why == u"plugin.off"_s && canEnable(world) ? enabling() : impossible(why);
    const Choice choice = chooseRow(world);
    if (!choice.row)
        return impossible(choice.impossible, choice.candidates);
    const auto &layout = *world.value(world.facts.layout, Inputs::NocobaseLogin);
    const QList<Decision> decisions = decide(*choice.row, layout, world);
    if (lacksCredentials(changed(*choice.row, decisions, layout), layout))
        return impossible(u"credentials-missing"_s, choice.candidates);

    ChangePlan plan;
    plan.authenticator = choice.row->name;
    plan.id = choice.row->id;
    plan.candidates = choice.candidates;
    const QList<Decision> all = decideOthers(*choice.row, decisions, layout, world) + decisions;
    for (const Decision &decision : all)
        plan.changes << decision.change;
    if (plan.id == 0)
        plan.kind = ChangePlan::Kind::Create;
    else
        plan.kind = plan.changeCount() > 0 ? ChangePlan::Kind::Update : ChangePlan::Kind::Nothing;
    return plan;
}

QJsonArray toJson(const ChangePlan &plan)
{
    QJsonArray array;
    for (const Change &change : plan.changes) {
        if (!change.changes)
            continue;
        array << QJsonObject{{u"authenticator"_s, change.authenticator},
                             {u"field"_s, change.field},
                             {u"before"_s, change.before},
                             {u"after"_s, change.after}};
    }
    return array;
}

QList<Authenticator> rowsToWrite(const ChangePlan &plan, const setup::World &world)
{
    if (plan.kind != ChangePlan::Kind::Update && plan.kind != ChangePlan::Kind::Create)
        return {};
    if (!obstacle(world).isEmpty())
        return {};
    const Choice choice = chooseRow(world);
    if (!choice.row || choice.row->name != plan.authenticator || choice.row->id != plan.id)
        return {};
    const auto &layout = *world.value(world.facts.layout, Inputs::NocobaseLogin);
    const QList<Decision> decisions = decide(*choice.row, layout, world);
    const QList<Decision> others = decideOthers(*choice.row, decisions, layout, world);
    QList<Authenticator> rows;
    const auto *known = world.value(world.facts.authenticators, Inputs::NocobaseLogin);
    for (const Authenticator &row : *known) {
        const bool written = std::any_of(others.cbegin(), others.cend(), [&](const Decision &decision) {
            return decision.change.authenticator == row.name;
        });
        if (written)
            rows << changed(row, others, layout);
    }
    rows << changed(*choice.row, decisions, layout);
    return rows;
}

} // namespace apply
