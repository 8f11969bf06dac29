// SPDX-License-Identifier: Apache-2.0
#include "demo/faults.h"

using namespace Qt::StringLiterals;

namespace demo {

const QList<FaultEntry> &faultTable()
{
    static const QList<FaultEntry> table = {
        {u"wecom.company-id.wrong"_s,
         u"the company has another id than the sample one: gettoken answers 40013"_s},
        {u"wecom.secret.wrong"_s, u"the Secret was reset: gettoken answers 40001 to the sample one"_s},
        {u"wecom.agent.other-app"_s,
         u"the Secret is the one of app 1000016: agent/get of the sample AgentId answers 301002"_s},
        {u"wecom.app.disabled"_s,
         u"the app is stopped: agent/get shows close 1, a code cannot be exchanged (50003)"_s},
        {u"wecom.app.scope-empty"_s, u"nobody may see the app: all three allow lists stay empty"_s},
        {u"ip.untrusted"_s,
         u"an outdated address is listed instead of the server's: every call but gettoken answers 60020"_s},
        {u"server.cannot-reach-wecom"_s, u"NocoBase's own requests to WeCom find no host"_s},
        {u"domain.callback.mismatch"_s, u"another callback domain is set: the rendered login page says so"_s},
        {u"domain.oauth.mismatch"_s,
         u"another trusted domain is set: agent/get shows it, a code cannot be exchanged (50001)"_s},
        {u"domain.ownership.missing"_s, u"the web server answers 404 for the ownership file"_s},
        {u"domain.ownership.masked"_s,
         u"the web server answers the ownership file with NocoBase's page and 200"_s},
        {u"login.member.out-of-scope"_s,
         u"the app is visible to another department than the person with the phone"_s},
        {u"login.first-time"_s,
         u"the person has never opened the app inside WeCom, so NocoBase knows no phone number"_s},
        {u"login.declined"_s, u"the person refuses on the phone: the callback comes without a code"_s},
        {u"login.user-not-found"_s, u"no NocoBase user has the person's phone number"_s},
        {u"nocobase.sign-in"_s, u"the sample password is refused"_s},
        {u"nocobase.role"_s, u"the account may not manage authenticators or plugins"_s},
        {u"nocobase.too-old"_s, u"NocoBase says that it is 1.3.51"_s},
        {u"plugin.off"_s, u"the WeCom plugin is installed but not enabled, until it is enabled"_s},
        {u"plugin.absent"_s, u"the WeCom plugin is not installed"_s},
        {u"plugin.failed"_s,
         u"the WeCom plugin is off, and enabling it fails: its license is not for this NocoBase"_s},
        {u"layout.unknown"_s,
         u"there is no WeCom authenticator to learn from, and where the plugin keeps its options is not known"_s},
        {u"keychain.missing"_s, u"no keychain: whoever starts the rehearsal gives it a store that says so"_s},
    };
    return table;
}

QStringList faultIds()
{
    QStringList ids;
    for (const FaultEntry &entry : faultTable())
        ids.append(entry.cause);
    return ids;
}

} // namespace demo
