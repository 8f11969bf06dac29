// SPDX-License-Identifier: Apache-2.0
#include "demo/faults.h"

using namespace Qt::StringLiterals;

namespace demo {

const QList<FaultEntry> &faultTable()
{
    static const QList<FaultEntry> table = {
        {u"wecom.company-id.wrong"_s,
         u"the company has another id than the sample one: gettoken answers 40013"_s},
        {u"wecom.company-id.public-account"_s,
         u"the sample id is the one of a WeChat public account: gettoken answers 40013"_s},
        {u"wecom.secret.wrong"_s, u"the Secret was reset: gettoken answers 40001 to the sample one"_s},
        {u"wecom.secret.other-kind"_s,
         u"the Secret is the one of contacts sync: it gets a token, and 48002 about the app"_s},
        {u"wecom.agent.other-app"_s,
         u"the Secret is the one of app 1000016: agent/get of the sample AgentId answers 301002"_s},
        {u"wecom.agent.unknown"_s,
         u"the sample AgentId is the long number of the console's address: agent/get answers 40056"_s},
        {u"wecom.app.disabled"_s,
         u"the app is stopped: agent/get shows close 1, a code cannot be exchanged (50003)"_s},
        {u"wecom.app.scope-empty"_s, u"nobody may see the app: all three allow lists stay empty"_s},
        {u"wecom.rate-limited"_s, u"gettoken answers 45009"_s},
        {u"wecom.busy"_s, u"gettoken answers -1"_s},
        {u"wecom.token-ended"_s, u"every token has ended early: all calls but gettoken answer 42001"_s},
        {u"wecom.company.unverified"_s, u"the company is not verified: gettoken answers 43009"_s},
        {u"wecom.company.unusable"_s, u"the company was dissolved: gettoken answers 301007"_s},
        {u"wecom.other"_s, u"gettoken answers a number that this program has no cause for"_s},
        {u"ip.untrusted"_s,
         u"an outdated address is listed instead of the server's: every call but gettoken answers 60020"_s},
        {u"ip.changed"_s, u"the server leaves by another address after WeCom has answered it once"_s},
        {u"server.cannot-reach-wecom"_s, u"NocoBase's own requests to WeCom find no host"_s},
        {u"domain.callback.mismatch"_s, u"another callback domain is set: the rendered login page says so"_s},
        {u"domain.oauth.empty"_s, u"no trusted domain is set: agent/get shows none"_s},
        {u"domain.oauth.mismatch"_s,
         u"another trusted domain is set: agent/get shows it, a code cannot be exchanged (50001)"_s},
        {u"domain.port"_s, u"the trusted domain is set with another port"_s},
        {u"domain.ownership.missing"_s, u"the web server answers 404 for the ownership file"_s},
        {u"domain.ownership.masked"_s,
         u"the web server answers the ownership file with NocoBase's page and 200"_s},
        {u"domain.ownership.unverified"_s,
         u"this computer is trusted too and the domain is another one: agent/set takes ours with 85005"_s},
        {u"domain.limit"_s,
         u"this computer is trusted too and the domain is another one: agent/set answers 85004"_s},
        {u"link.wrong-ids"_s, u"NocoBase's login address carries the AgentId of another app"_s},
        {u"link.agentid-missing"_s, u"NocoBase's login address carries no AgentId"_s},
        {u"link.scope"_s, u"the homepage is a login link that asks for no phone number"_s},
        {u"link.internal-host"_s,
         u"NocoBase's login address leads back to a host that only the server knows"_s},
        {u"link.encoding"_s, u"NocoBase escapes the callback address twice"_s},
        {u"link.host"_s, u"NocoBase's login address leads to another host than WeCom's"_s},
        {u"homepage.empty"_s, u"the homepage is not kept by the console"_s},
        {u"homepage.other"_s, u"the console has the homepage of an older NocoBase"_s},
        {u"login.outside-wecom"_s, u"NocoBase sends every browser to the address for inside the client"_s},
        {u"login.inside-unnoticed"_s,
         u"the plugin's part of the sign-in page does not notice that it is inside the client"_s},
        {u"login.member.out-of-scope"_s,
         u"the app is visible to another department than the person with the phone"_s},
        {u"login.first-time"_s,
         u"the person has never opened the app inside WeCom, so NocoBase knows no phone number"_s},
        {u"login.declined"_s, u"the person refuses on the phone: the callback comes without a code"_s},
        {u"login.code-used"_s, u"somebody else uses every code first: its exchange answers 40029"_s},
        {u"login.callback-missing"_s, u"NocoBase answers 404 at the callback address"_s},
        {u"login.user-not-found"_s, u"no NocoBase user has the person's phone number"_s},
        {u"login.no-role"_s, u"the person's NocoBase user has no role"_s},
        {u"login.ip"_s, u"as ip.untrusted; after a login it is named there as well"_s},
        {u"nocobase.unreachable"_s, u"NocoBase drops every connection"_s},
        {u"nocobase.base-path"_s, u"NocoBase is below /nb/, as its page says; /api/ shows that page"_s},
        {u"nocobase.restarting"_s, u"NocoBase is restarting and never ready"_s},
        {u"nocobase.sign-in"_s, u"the sample password is refused"_s},
        {u"nocobase.password-off"_s, u"there is no sign-in with a password"_s},
        {u"nocobase.role"_s, u"the account may not manage authenticators or plugins"_s},
        {u"nocobase.too-old"_s, u"NocoBase says that it is 1.3.51"_s},
        {u"plugin.off"_s, u"the WeCom plugin is installed but not enabled, until it is enabled"_s},
        {u"plugin.absent"_s, u"the WeCom plugin is not installed"_s},
        {u"plugin.failed"_s,
         u"the WeCom plugin is off, and enabling it fails: its license is not for this NocoBase"_s},
        {u"plugin.no-button"_s, u"the plugin's part of the sign-in page is missing"_s},
        {u"plugin.other-vendor"_s,
         u"the authenticators have an option that NocoBase's own plugin does not have"_s},
        {u"authenticator.disabled"_s,
         u"somebody switches the authenticator off, once more when the homepage is set"_s},
        {u"authenticator.several-automatic"_s,
         u"somebody switches automatic login on for two, once more when the homepage is set"_s},
        {u"authenticator.secret-public"_s, u"the authenticator holds a Secret where everybody can read it"_s},
        {u"authenticator.changed"_s,
         u"somebody changes the authenticator, once more when the homepage is set"_s},
        {u"layout.unknown"_s,
         u"there is no WeCom authenticator to learn from, and where the plugin keeps its options is not known"_s},
        {u"keychain.missing"_s, u"no keychain: whoever starts the rehearsal gives it a store that says so"_s},
        {u"keychain.locked"_s, u"a locked keychain, in the same way"_s},
        {u"keychain.refused"_s, u"a keychain that refuses, in the same way"_s},
        {u"clock.wrong"_s, u"NocoBase's time is ten minutes ahead"_s},
    };
    return table;
}

const QList<FaultEntry> &beyondTheRehearsal()
{
    static const QList<FaultEntry> table = {
        {u"domain.not-allowed"_s,
         u"the rehearsal's address is this computer, so rules on the form of domains are off"_s},
        {u"domain.filing"_s,
         u"only the real console knows who filed a domain; a person copies its message"_s},
        {u"pc.untrusted"_s, u"always so: the rehearsal's WeCom lists the server's address alone"_s},
        {u"homepage.plain"_s, u"a choice of the person: automatic login off and the plain address"_s},
        {u"homepage.refused"_s, u"WeCom refuses what is no web address, and the program sends none"_s},
        {u"login.not-scanned"_s, u"nothing has to be wrong: leave the phone alone for five minutes"_s},
        {u"login.code-expired"_s,
         u"takes five minutes between the approval and its exchange, and only a log shows it"_s},
        {u"nocobase.certificate"_s, u"the rehearsal speaks plain http on this computer"_s},
        {u"nocobase.plain-http"_s, u"plain http to this computer is no risk"_s},
        {u"nocobase.api-key"_s, u"the rehearsal knows no API keys: any that is typed is refused"_s},
        {u"setup.incomplete"_s, u"nothing has to be wrong: leave the fields of the credentials empty"_s},
        {u"setup.not-applied"_s, u"nothing has to be wrong: try the login before anything is applied"_s},
        {u"apply.cut.old"_s, u"needs a run of the program that was cut off"_s},
        {u"apply.cut.new"_s, u"needs a run of the program that was cut off"_s},
        {u"apply.cut.between"_s, u"needs a run of the program that was cut off"_s},
        {u"apply.cut.changed"_s, u"needs a run of the program that was cut off"_s},
        {u"proxy.needed"_s, u"this computer is always reached directly"_s},
        {u"proxy.refused"_s, u"this computer is always reached directly"_s},
        {u"dns.unknown"_s, u"this computer is reached by its number, not by a name"_s},
        {u"browser.cannot-start"_s,
         u"a matter of this computer: the simulated services have no part in it"_s},
        {u"browser.blank"_s, u"a matter of this computer: the simulated services have no part in it"_s},
        {u"browser.ended"_s, u"a matter of this computer: the simulated services have no part in it"_s},
        {u"browser.hung"_s, u"the simulated pages have no scripts without an end"_s},
        {u"browser.empty"_s, u"the simulated pages are drawn without scripts"_s},
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
