// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"
#include "checks/subjects.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace checks {

namespace {

Finding layout(const World &world)
{
    const QString check = u"review.layout"_s;
    const auto *fact = world.current(world.facts.layout, Inputs::NocobaseLogin);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (!fact || !plugin || plugin->authType.isEmpty()) // without the plugin there is nothing to learn
        return start(check);
    if (fact->what && fact->what->isUsable())
        return good(seen(check, *fact));
    if (!fact->what && fact->what.error().code != FaultCode::Missing)
        return withFault(seen(check, *fact), fact->what.error(), Side::Nocobase, world);
    return wrong(seen(check, *fact), u"layout.unknown"_s);
}

Finding notEqual(Finding finding, const QStringList &differing)
{
    return notAsked(
        std::move(finding), "",
        {{u"count"_s, differing.size()}, {u"differing"_s, QJsonArray::fromStringList(differing)}});
}

// What was written and read back; else what the row holds now, which is as good.
Finding applied(const World &world)
{
    const QString check = u"review.applied"_s;
    const auto *rows = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto *back = world.current(world.facts.readBack, Inputs::Authenticator);
    if (back && back->what && (!rows || rows->at <= back->at)) {
        const QJsonObject evidence{{u"name"_s, back->what->name},
                                   {u"count"_s, back->what->differing.size()},
                                   {u"differing"_s, QJsonArray::fromStringList(back->what->differing)}};
        if (back->what->equal)
            return good(seen(check, *back), evidence);
        return unsure(seen(check, *back), {u"layout.unknown"_s, u"authenticator.changed"_s}, evidence);
    }
    const auto *row = ourRow(world);
    const auto *places = world.value(world.facts.layout, Inputs::NocobaseLogin);
    if (!rows || !row || !places || !places->isUsable() || world.credentials.companyId.isEmpty())
        return start(check);
    const QStringList differing = differingOptions(*row, *places, world);
    if (differing.isEmpty())
        return good(seen(check, *rows), {{u"name"_s, row->name}});
    return notEqual(seen(check, *rows), differing);
}

// An apply of an earlier run that did not come to its end. Nothing stands in the way of applying anew.
QList<Finding> cut(const World &world)
{
    const auto *fact = world.current(world.facts.cutApply, Inputs::NocobaseLogin);
    if (!fact || !fact->what)
        return {};
    using Has = setup::CutApply::Has;
    const Has has = fact->what->has;
    const QString cause = u"apply.cut."_s + setup::cutName(has);
    const Finding finding = seen(u"review.cut"_s, *fact);
    const QJsonObject evidence{{u"names"_s, fact->what->authenticators.join(u", "_s)}};
    return {has == Has::Old || has == Has::New ? noticed(finding, cause, evidence)
                                               : warned(finding, cause, evidence)};
}

QList<Finding> enabled(const World &world)
{
    const auto *rows = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto *row = ourRow(world);
    if (!row)
        return {};
    Finding finding = seen(u"review.enabled"_s, *rows);
    const QJsonObject evidence{{u"name"_s, row->name}};
    if (row->enabled)
        return {good(finding, evidence)};
    // Applying switches it on; leaving it off may be the person's own wish.
    return {world.setup.authenticator.enabled ? warned(finding, u"authenticator.disabled"_s, evidence)
                                              : noticed(finding, u"authenticator.disabled"_s, evidence)};
}

Finding link(const World &world)
{
    const QString check = u"review.link"_s;
    const auto *address = world.current(world.facts.startLink, Inputs::Authenticator);
    const auto *parts = world.current(world.facts.startLinkParts, Inputs::Authenticator);
    if (parts && parts->what) {
        const auto fault = linkFault(*parts->what, wecom::parseState(parts->what->state), world);
        return fault ? wrong(seen(check, *parts), fault->cause, fault->evidence) : good(seen(check, *parts));
    }
    if (!address)
        return start(check);
    // Plugins without that action exist; the test login shows the same address.
    if (!address->what && address->what.error().code != FaultCode::Missing)
        return withFault(seen(check, *address), address->what.error(), Side::Nocobase, world);
    Finding finding = outOfSight(seen(check, *address));
    finding.decides = false;
    return finding;
}

} // namespace

QList<Finding> reviewChecks(const World &world)
{
    return QList<Finding>{layout(world), applied(world)} + cut(world) + enabled(world) +
           QList<Finding>{link(world)};
}

} // namespace checks
