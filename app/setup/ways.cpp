// SPDX-License-Identifier: Apache-2.0
#include "setup/ways.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace setup {

const QList<Way> &ways()
{
    using Page = Way::Page;
    using Agent = Way::Agent;
    static const QList<Way> table{
        {u"inside-desktop"_s, Page::SignIn, Agent::DesktopClient},
        {u"inside-phone"_s, Page::SignIn, Agent::PhoneClient},
        {u"homepage-desktop"_s, Page::Desktop, Agent::DesktopClient},
        {u"homepage-phone"_s, Page::Mobile, Agent::PhoneClient},
        {u"sign-in-v1"_s, Page::SignIn, Agent::Own},
        {u"sign-in-v2"_s, Page::ModernSignIn, Agent::Own},
        {u"second"_s, Page::SignIn, Agent::Own, true},
        {u"out-of-scope"_s, Page::None, Agent::Own},
    };
    return table;
}

const Way *wayOf(const QString &check)
{
    const auto &table = ways();
    const auto found =
        std::find_if(table.begin(), table.end(), [&check](const Way &way) { return way.check() == check; });
    return found == table.end() ? nullptr : &*found;
}

QString userAgentOf(Way::Agent agent)
{
    switch (agent) {
    case Way::Agent::Own:
        return {};
    case Way::Agent::DesktopClient:
        return u"Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) "
               "Chrome/107.0.5304.110 Safari/537.36 Language/zh ColorScheme/Light wxwork/5.0.11 "
               "(MicroMessenger/6.2) WindowsWechat MailPlugin_Electron WeMail embeddisk "
               "wwmver/3.26.511.637"_s;
    case Way::Agent::PhoneClient:
        return u"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
               "Gecko) Mobile/15E148 wxwork/5.0.6 MicroMessenger/7.0.1 Language/zh ColorScheme/Dark "
               "wwmver/3.26.506.378"_s;
    }
    return {};
}

const nocobase::PublicAuthenticator *secondAuthenticator(const World &world, const QString &ours)
{
    const auto *list = world.value(world.facts.publicList, Inputs::NocobaseHost);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (!list || !plugin || plugin->authType.isEmpty() || ours.isEmpty())
        return nullptr;
    const auto found = std::find_if(list->begin(), list->end(), [&](const auto &row) {
        return row.authType == plugin->authType && row.name != ours;
    });
    return found == list->end() ? nullptr : &*found;
}

bool hasWay(const Way &way, const World &world, const QString &ours)
{
    if (way.second)
        return secondAuthenticator(world, ours);
    if (way.page != Way::Page::ModernSignIn)
        return true;
    const auto *server = world.value(world.facts.server, Inputs::NocobaseHost);
    return server && server->version >= QVersionNumber(2, 2, 0);
}

} // namespace setup
