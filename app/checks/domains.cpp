// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"
#include "checks/subjects.h"
#include "checks/support.h"
#include "wecom/identifiers.h"

using namespace Qt::StringLiterals;
using login::HopKind;
using login::LoginPageVerdict;
using login::Outcome;

namespace checks {

namespace {

QString wanted(const World &world)
{
    return wecom::consoleDomain(QUrl(world.setup.authenticator.origin));
}

QString ruleName(wecom::DomainRule rule)
{
    switch (rule) {
    case wecom::DomainRule::IpAddress:
        return u"ip-address"_s;
    case wecom::DomainRule::Localhost:
        return u"localhost"_s;
    case wecom::DomainRule::Underscore:
        return u"underscore"_s;
    case wecom::DomainRule::SharedService:
        return u"shared-service"_s;
    case wecom::DomainRule::NotADomain:
        return u"not-a-domain"_s;
    case wecom::DomainRule::Good:
        break;
    }
    return {};
}

// "https://host:443" is not "https://host" to WeCom: it compares text (document path 98173).
bool namesItsOwnPort(const QString &origin)
{
    const QUrl url(origin);
    return (url.scheme() == u"https"_s && url.port() == 443) ||
           (url.scheme() == u"http"_s && url.port() == 80);
}

// A login that got as far as the QR code shows the same as rendering the page did.
bool loginPassedWecomsPage(const login::Trace &trace)
{
    bool atWecom = false;
    for (const login::Hop &hop : trace.hops) {
        if (hop.kind == HopKind::WecomLogin)
            atWecom = hop.proven;
        else if (hop.kind == HopKind::Callback && atWecom)
            return true;
    }
    return atWecom && (trace.outcome == Outcome::NotScanned || trace.outcome == Outcome::NotConfirmed);
}

Finding notRendered(Finding finding, const net::Fault &fault, const World &world)
{
    // Without a browser no machine can see it.
    if (fault.code == net::FaultCode::BrowserCannotStart || fault.code == net::FaultCode::BrowserBlank)
        return outOfSight(std::move(finding),
                          {{u"domain"_s, wanted(world)}, {u"fault"_s, net::faultName(fault.code)}});
    return withFault(std::move(finding), fault, Side::Wecom, world);
}

// The address that NocoBase made names another domain than the one wanted, so what WeCom refuses may be
// right.
bool madeForAnotherDomain(const setup::Seen<setup::RenderedLoginPage> &fact, const World &world)
{
    const auto *link = world.value(world.facts.startLinkParts, Inputs::Authenticator);
    return &fact == world.current(world.facts.builtLoginPage, Inputs::Authenticator) && link &&
           wecom::consoleDomain(link->redirectUri).compare(wanted(world), Qt::CaseInsensitive) != 0;
}

Finding rendered(const setup::Seen<setup::RenderedLoginPage> &fact, const World &world)
{
    Finding finding = seen(u"callback.domain"_s, fact);
    const QJsonObject evidence{{u"domain"_s, wanted(world)}};
    if (!fact.what)
        return notRendered(finding, fact.what.error(), world);
    const bool rightIds = agentView(world).info != nullptr;
    switch (fact.what->verdict) {
    case LoginPageVerdict::QrShown:
        return good(finding, evidence);
    case LoginPageVerdict::DomainMismatch:
        if (madeForAnotherDomain(fact, world))
            return unsure(finding, {u"link.internal-host"_s, u"domain.callback.mismatch"_s}, evidence);
        return wrong(finding, u"domain.callback.mismatch"_s, evidence, action::renderLoginPage);
    case LoginPageVerdict::LinkRefused:
        // Only with ids that are known to be right does the refusal speak of the domain.
        if (rightIds)
            return wrong(finding, u"domain.callback.mismatch"_s, evidence, action::renderLoginPage);
        return unsure(finding,
                      {u"wecom.agent.unknown"_s, u"wecom.company-id.wrong"_s, u"domain.callback.mismatch"_s},
                      evidence, u"ids-first"_s);
    case LoginPageVerdict::OutsideWecom:
    case LoginPageVerdict::Unclear:
        break;
    }
    finding = unreachable(finding, {}, evidence);
    finding.possible = {u"domain.callback.mismatch"_s};
    return finding;
}

// With such an address, WeCom's page speaks of another app or another place than the Origin.
bool leadsElsewhere(const wecom::LoginLink &link, const World &world)
{
    return linkFault(link, std::nullopt, world) || callbackFault(link, world);
}

Finding callbackDomain(const World &world)
{
    const QString check = u"callback.domain"_s;
    // By the address that we build, or by the one that NocoBase made; what was seen last counts.
    const auto *page = world.current(world.facts.loginPage, Inputs::LoginPage);
    const auto *built = world.current(world.facts.builtLoginPage, Inputs::Authenticator);
    const auto *made = world.value(world.facts.startLinkParts, Inputs::Authenticator);
    if (built && (!page || page->at <= built->at) && !(made && leadsElsewhere(*made, world)))
        page = built;
    const auto *test = world.current(world.facts.testLogin, Inputs::Login);
    const bool elsewhere = test && test->what && test->what->link && leadsElsewhere(*test->what->link, world);
    if (test && test->what && !elsewhere && (!page || page->at <= test->at)) {
        const QJsonObject evidence{{u"domain"_s, wanted(world)}};
        if (loginPassedWecomsPage(*test->what))
            return good(seen(check, *test), evidence);
        if (test->what->outcome == Outcome::DomainMismatch)
            return wrong(seen(check, *test), u"domain.callback.mismatch"_s, evidence,
                         action::renderLoginPage);
    }
    if (page)
        return rendered(*page, world);
    // No API shows it; the browser can, once there is something to render.
    Finding finding = outOfSight(start(check), {{u"domain"_s, wanted(world)}});
    const auto &ids = world.credentials;
    if (!ids.companyId.isEmpty() && !ids.agentId.isEmpty() && !world.setup.authenticator.origin.isEmpty())
        finding.action = QString::fromLatin1(action::renderLoginPage);
    return finding;
}

Finding form(const World &world)
{
    Finding finding = start(u"callback.form"_s);
    const QString &origin = world.setup.authenticator.origin;
    if (origin.isEmpty())
        return finding;
    finding.evidence[u"domain"_s] = wanted(world);
    if (world.setup.isRehearsal())
        return good(finding);
    const QString rule = ruleName(wecom::domainRule(QUrl(origin)));
    if (!rule.isEmpty())
        return wrong(finding, u"domain.not-allowed"_s, {{u"rule"_s, rule}});
    if (namesItsOwnPort(origin))
        return wrong(finding, u"domain.port"_s,
                     {{u"expected"_s, wanted(world)}, {u"found"_s, QUrl(origin).authority()}});
    return good(finding);
}

QList<Finding> ownershipFile(const World &world)
{
    const QString check = u"domain.file"_s;
    const auto *fact = world.current(world.facts.ownershipFile, Inputs::OriginOnly);
    if (!fact) { // without the file's name there is nothing to look for, and the domain below decides
        Finding finding = start(check);
        finding.decides = false;
        return {finding};
    }
    Finding finding = seen(check, *fact);
    if (!fact->what)
        return {withFault(finding, fact->what.error(), Side::Nocobase, world)};
    const setup::OwnershipFile &file = *fact->what;
    const QJsonObject evidence{{u"file"_s, file.fileName},
                               {u"status"_s, file.status},
                               {u"url"_s, world.setup.authenticator.origin + u"/"_s + file.fileName}};
    using Plain = setup::OwnershipFile::Plain;
    if (file.status == 200 && file.bodyMatches) {
        finding = good(finding, evidence);
        if (file.plain != Plain::NotAsked && file.plain != Plain::Same)
            finding.evidence[u"words"_s] = u"okhttps"_s;
        return {finding};
    }
    if (!file.redirect.isEmpty()) { // whether WeCom follows is not documented
        finding = unsure(finding, {u"domain.ownership.missing"_s}, evidence);
        finding.evidence[u"words"_s] = u"redirected"_s;
        finding.evidence[u"redirect"_s] = file.redirect;
        return {finding};
    }
    if (file.status != 200)
        return {wrong(finding, u"domain.ownership.missing"_s, evidence, action::checkAgain)};
    if (file.madeUpNameAnswers)
        return {wrong(finding, u"domain.ownership.masked"_s, evidence, action::checkAgain)};
    return {unsure(finding, {u"domain.ownership.masked"_s, u"domain.ownership.missing"_s}, evidence,
                   u"open-file"_s)};
}

// Equal but for a port, on either side.
bool sameHost(const QString &a, const QString &b)
{
    return a.section(u':', 0, 0).compare(b.section(u':', 0, 0), Qt::CaseInsensitive) == 0;
}

Finding oauthDomain(const World &world)
{
    const AgentView view = agentView(world);
    Finding finding = onAgent(u"domain.oauth"_s, view);
    const QString expected = wanted(world);
    if (isWecomError(view.fault, wecom::code::domainMismatch))
        return wrong(finding, u"domain.oauth.mismatch"_s, {{u"expected"_s, expected}});
    if (!view.info || expected.isEmpty())
        return withoutAgent(finding, view, world);
    const QString found = view.info->redirectDomain.trimmed();
    // Only an app that answers this computer can be changed from here.
    const char *setForMe = view.from == Vantage::Pc ? action::setTrustedDomain : "";
    const QJsonObject evidence{{u"expected"_s, expected}, {u"found"_s, found}};
    const bool equal = found.compare(expected, Qt::CaseInsensitive) == 0;
    if (found.isEmpty())
        return wrong(finding, u"domain.oauth.empty"_s, evidence, setForMe);
    if (equal)
        return good(finding, evidence);
    return wrong(finding, sameHost(found, expected) ? u"domain.port"_s : u"domain.oauth.mismatch"_s, evidence,
                 setForMe);
}

// What WeCom said when the domain was set from here. It is silent while all is well.
QList<Finding> setFromHere(const World &world)
{
    const auto *fact = world.current(world.facts.domainSetting, Inputs::WecomApp);
    if (!fact || fact->what || fact->what.error().code != net::FaultCode::WecomError)
        return {};
    const QJsonObject evidence{{u"domain"_s, wanted(world)}, {u"expected"_s, wanted(world)}};
    Finding finding = seen(u"domain.set"_s, *fact);
    finding.decides = false;
    const net::Fault &fault = fact->what.error();
    if (isWecomError(&fault, wecom::code::domainNotOwned)) // it was set all the same (document path 90228)
        return {warned(finding, u"domain.ownership.unverified"_s, evidence)};
    if (isWecomError(&fault, wecom::code::ipNotTrusted))
        return {noticed(finding, u"pc.untrusted"_s, {{u"ip"_s, fault.param(u"ip"_s)}})};
    return {byCode(finding, fault, evidence)};
}

// What WeCom's console told the person; until the domain is another one, or was seen to be right.
QList<Finding> saidByConsole(const World &world)
{
    const auto *told = world.current(world.facts.toldByConsole, Inputs::OriginOnly);
    if (!told || !told->what)
        return {};
    Finding finding = seen(u"domain.console"_s, *told);
    finding.decides = false;
    const QJsonObject evidence{{u"domain"_s, wanted(world)},
                               {u"expected"_s, wanted(world)},
                               {u"rule"_s, u"console"_s},
                               {u"ip"_s, told->what->address},
                               {u"errcode"_s, told->what->errcode}};
    if (told->what->cause.isEmpty())
        return {noticed(finding, {}, evidence)};
    return {wrong(finding, told->what->cause, evidence)};
}

} // namespace

QList<Finding> callbackChecks(const World &world)
{
    return {form(world), callbackDomain(world)};
}

QList<Finding> domainChecks(const World &world)
{
    return ownershipFile(world) + QList<Finding>{oauthDomain(world)} + setFromHere(world) +
           saidByConsole(world);
}

} // namespace checks
