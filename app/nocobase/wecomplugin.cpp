// SPDX-License-Identifier: Apache-2.0
#include "nocobase/client.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nocobase {

namespace {

// NocoBase's own pages name the package in both ways; the first is the one of its catalogue.
const QStringList &wecomPackages()
{
    static const QStringList packages{u"@nocobase/plugin-auth-wecom"_s, u"@nocobase/plugin-wecom"_s};
    return packages;
}

const PluginInfo *pluginOf(const QList<PluginInfo> &plugins, const QString &package)
{
    const auto found = std::find_if(plugins.cbegin(), plugins.cend(),
                                    [&](const PluginInfo &plugin) { return plugin.packageName == package; });
    return found == plugins.cend() ? nullptr : &*found;
}

} // namespace

WecomPlugin findWecomPlugin(const QList<PluginInfo> &plugins, const QList<AuthType> &types)
{
    WecomPlugin result;
    for (const QString &package : wecomPackages()) {
        const PluginInfo *plugin = pluginOf(plugins, package);
        // An enabled one wins over one that only lies there.
        if (!plugin || (result.listed && (result.enabled || !plugin->enabled)))
            continue;
        result.listed = true;
        result.enabled = plugin->enabled;
        result.name = plugin->name;
        result.packageName = plugin->packageName;
        result.version = plugin->version;
    }
    for (const AuthType &type : types) {
        // The known name, or one that differs in case only: sibling plugins write theirs in capitals.
        if (type.name == u"wecom"_s ||
            (result.authType.isEmpty() && type.name.compare(u"wecom"_s, Qt::CaseInsensitive) == 0))
            result.authType = type.name;
    }
    const PluginInfo *requests = pluginOf(plugins, u"@nocobase/plugin-action-custom-request"_s);
    result.customRequests = requests && requests->enabled;
    return result;
}

} // namespace nocobase
