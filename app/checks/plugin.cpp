// SPDX-License-Identifier: Apache-2.0
#include "checks/subjects.h"
#include "checks/support.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace checks {

namespace {

Finding present(const World &world)
{
    const QString check = u"plugin.wecom"_s;
    const auto *fact = world.current(world.facts.plugin, Inputs::NocobaseLogin);
    if (!fact)
        return start(check);
    const auto *identity = world.value(world.facts.identity, Inputs::NocobaseLogin);
    const QString role = identity ? identity->role : QString();
    if (!fact->what && fact->what.error().number(u"status"_s) == 403) // that role may not see plugins
        return wrong(seen(check, *fact), u"nocobase.role"_s, {{u"role"_s, role}});
    if (!fact->what)
        return withFault(seen(check, *fact), fact->what.error(), Side::Nocobase, world);
    const nocobase::WecomPlugin &plugin = *fact->what;
    QJsonObject evidence{{u"plugin"_s, plugin.packageName}, {u"version"_s, plugin.version}};
    // The type is the real proof; the list shows what is installed.
    if (!plugin.authType.isEmpty())
        return good(seen(check, *fact), evidence);
    if (!plugin.listed)
        return wrong(seen(check, *fact), u"plugin.absent"_s);
    const bool mayEnable = identity && identity->mayManagePlugins();
    const char *enable = plugin.enabled || !mayEnable ? "" : action::enablePlugin;
    const auto *enabling = world.current(world.facts.enabling, Inputs::NocobaseLogin);
    if (enabling && !enabling->what && enabling->what.error().code == net::FaultCode::NocobaseError) {
        if (!enabling->what.error().said.isEmpty())
            evidence[u"said"_s] = enabling->what.error().said;
        return wrong(seen(check, *enabling), u"plugin.failed"_s, evidence, enable);
    }
    if (!plugin.enabled)
        return wrong(seen(check, *fact), u"plugin.off"_s, evidence, enable);
    return unsure(seen(check, *fact), {u"plugin.failed"_s, u"nocobase.restarting"_s}, evidence,
                  u"check-again"_s);
}

// Public re-implementations keep a callback address of their own, which NocoBase's plugin does not have.
bool looksLikeOtherVendor(const nocobase::WecomPlugin &plugin,
                          const QList<const nocobase::Authenticator *> &rows)
{
    const bool ownPackage = plugin.packageName.isEmpty() || plugin.packageName.startsWith(u"@nocobase/"_s);
    return !ownPackage || std::any_of(rows.begin(), rows.end(), [](const nocobase::Authenticator *row) {
        return row->options.contains(u"callbackUrl"_s);
    });
}

QList<Finding> vendor(const World &world)
{
    const auto *fact = world.current(world.facts.plugin, Inputs::NocobaseLogin);
    if (!fact || !fact->what || !looksLikeOtherVendor(*fact->what, wecomRows(world)))
        return {};
    return {noticed(seen(u"plugin.vendor"_s, *fact), u"plugin.other-vendor"_s,
                    {{u"plugin"_s, fact->what->packageName}})};
}

QList<Finding> found(const World &world)
{
    const auto *fact = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (!fact || !fact->what || !plugin || plugin->authType.isEmpty())
        return {};
    QJsonArray names;
    const auto rows = wecomRows(world);
    for (const auto *row : rows)
        names.append(row->name);
    const QJsonObject evidence{{u"count"_s, names.size()}, {u"names"_s, names}};
    Finding finding = seen(u"authenticator.found"_s, *fact);
    finding.decides = false;
    const bool mustChoose = names.size() > 1 && !ourRow(world);
    return {mustChoose ? noticed(finding, {}, evidence) : good(finding, evidence)};
}

QList<Finding> publicSecret(const World &world)
{
    const auto *fact = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto rows = wecomRows(world);
    if (!fact || rows.isEmpty())
        return {};
    const auto *layout = world.value(world.facts.layout, Inputs::NocobaseLogin);
    for (const auto *row : rows) {
        const QStringList fields = nocobase::publicSecrets(*row, layout ? *layout : nocobase::OptionLayout{});
        if (!fields.isEmpty())
            return {wrong(seen(u"authenticator.public"_s, *fact), u"authenticator.secret-public"_s,
                          {{u"name"_s, row->name}, {u"fields"_s, QJsonArray::fromStringList(fields)}})};
    }
    return {good(seen(u"authenticator.public"_s, *fact))};
}

} // namespace

QList<Finding> pluginChecks(const World &world)
{
    return QList<Finding>{present(world)} + vendor(world) + found(world) + publicSecret(world);
}

} // namespace checks
