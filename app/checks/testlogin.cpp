// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"
#include "checks/sights.h"
#include "checks/subjects.h"
#include "wecom/identifiers.h"

using namespace Qt::StringLiterals;
using login::Outcome;
using login::Sentence;

namespace checks {

namespace {

bool serverUntrusted(const World &world)
{
    const auto *probe = world.value(world.facts.trustFromServer, Inputs::WecomFromServer);
    if (probe)
        return !probe->trusted;
    const auto *agent = world.current(world.facts.agentFromServer, Inputs::WecomFromServer);
    return agent && !agent->what && isWecomError(&agent->what.error(), wecom::code::ipNotTrusted);
}

bool serverCannotReachWecom(const World &world)
{
    const auto *probe = world.current(world.facts.trustFromServer, Inputs::WecomFromServer);
    return probe && !probe->what && probe->what.error().code == net::FaultCode::Unreachable;
}

// The code lives five minutes from the callback to its exchange (document path 96442), and is made right
// before it.
bool wasQuick(const login::Trace &trace)
{
    constexpr qint64 codeSeconds = 300, margin = 30;
    const auto callback = std::find_if(trace.hops.begin(), trace.hops.end(), [](const login::Hop &hop) {
        return hop.kind == login::HopKind::Callback;
    });
    if (callback == trace.hops.end() || !callback->at.isValid() || callback + 1 == trace.hops.end())
        return false;
    const QDateTime last = trace.hops.constLast().at;
    return last.isValid() && callback->at.secsTo(last) < codeSeconds - margin;
}

// Possible causes that other facts rule out.
bool isRuledOut(const QString &cause, const login::Trace &trace, const World &world)
{
    if (cause == u"login.code-expired"_s)
        return wasQuick(trace);
    const auto *probe = world.value(world.facts.trustFromServer, Inputs::WecomFromServer);
    if (cause == u"login.ip"_s || cause == u"server.cannot-reach-wecom"_s)
        return probe && (probe->trusted || cause != u"login.ip"_s);
    const auto *token = world.value(world.facts.token, Inputs::WecomToken);
    if (cause.startsWith(u"wecom.secret."_s) || cause.startsWith(u"wecom.company-id."_s)) {
        const auto *back = world.value(world.facts.readBack, Inputs::Authenticator);
        return token && back && back->equal; // NocoBase holds the very values WeCom has accepted
    }
    const AgentView view = agentView(world);
    if (cause == u"domain.oauth.mismatch"_s)
        return view.info &&
               view.info->redirectDomain.compare(wecom::consoleDomain(QUrl(world.setup.authenticator.origin)),
                                                 Qt::CaseInsensitive) == 0;
    if (cause == u"wecom.app.disabled"_s)
        return view.info && !view.info->closed;
    return false;
}

// What other checks have proven, and nobody can sign in with.
std::optional<Finding> obstacle(const World &world)
{
    const auto findings = appChecks(world);
    const auto proven = std::find_if(findings.begin(), findings.end(), [](const Finding &one) {
        return one.severity == Severity::Problem && !one.cause.isEmpty();
    });
    return proven == findings.end() ? std::nullopt : std::optional(*proven);
}

// What other checks have proven of a possible cause: it is the one that fits, and comes first.
bool isKnown(const QString &cause, const World &world)
{
    const auto findings = domainChecks(world) + callbackChecks(world) + credentialsChecks(world);
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &one) {
        const bool isOfKind =
            one.cause == cause || (cause == u"domain.oauth.mismatch"_s &&
                                   (one.cause == u"domain.oauth.empty"_s || one.cause == u"domain.port"_s));
        return one.severity == Severity::Problem && isOfKind;
    });
}

// As unsure(), with what is known already.
Finding knowing(Finding finding, QStringList possible, const QJsonObject &evidence, const QString &tell,
                const World &world)
{
    const auto proven = obstacle(world);
    if (proven && (possible.contains(u"login.member.out-of-scope"_s) || possible.contains(proven->cause))) {
        finding.vantage = proven->vantage;
        finding.evidence[u"app"_s] = proven->evidence[u"app"_s];
        return wrong(std::move(finding), proven->cause, evidence);
    }
    std::stable_partition(possible.begin(), possible.end(),
                          [&](const QString &cause) { return isKnown(cause, world); });
    QJsonObject all = evidence;
    if (!possible.isEmpty() && isKnown(possible.first(), world))
        all[u"known"_s] = possible.first();
    return unsure(std::move(finding), possible, all, tell);
}

Finding possibly(Finding finding, const QStringList &causes, const QJsonObject &evidence,
                 const login::Trace &trace, const World &world)
{
    QStringList remaining;
    for (const QString &cause : causes) {
        if (!isRuledOut(cause, trace, world))
            remaining.append(cause);
    }
    // Asking from the server's side tells the address from the rest; NocoBase's log tells all of them apart.
    const bool ask = remaining.contains(u"login.ip"_s) && !cannotAskServer(world);
    finding = knowing(std::move(finding), remaining, evidence, ask ? u"ask-server"_s : u"log"_s, world);
    if (ask && finding.cause.isEmpty())
        finding.action = QString::fromLatin1(action::askServer);
    return finding;
}

// "User not found." proves its cause only while NocoBase may not create the user itself.
bool createsUsers(const World &world)
{
    const auto *row = ourRow(world);
    const auto *layout = world.value(world.facts.layout, Inputs::NocobaseLogin);
    if (row && layout && layout->has(nocobase::Option::AutoSignup))
        return isOn(*row, *layout, nocobase::Option::AutoSignup);
    return world.setup.authenticator.autoSignup;
}

bool hadCode(const login::Trace &trace)
{
    return std::any_of(trace.hops.begin(), trace.hops.end(), [](const login::Hop &hop) {
        return hop.kind == login::HopKind::Callback && hop.proven;
    });
}

// The plugin shows its own sentences only, never WeCom's number: most of them leave several causes possible.
Finding bySentence(Finding finding, const login::Trace &trace, const World &world)
{
    const QJsonObject evidence{{u"sentence"_s, trace.sentence}};
    const Sentence sentence = login::sentenceOf(trace.sentence);
    if (sentence == Sentence::NoMobile)
        return wrong(std::move(finding), u"login.first-time"_s, evidence);
    if (sentence == Sentence::UserNotFound && !createsUsers(world))
        return wrong(std::move(finding), u"login.user-not-found"_s, evidence);
    if (sentence == Sentence::UserNotFound)
        return unsure(std::move(finding), {u"login.first-time"_s, u"login.user-not-found"_s}, evidence,
                      u"phone-number"_s);
    if (sentence == Sentence::NoCode && !hadCode(trace))
        return wrong(std::move(finding), u"login.declined"_s, evidence);
    if (sentence == Sentence::NoCode)
        return possibly(std::move(finding), {u"login.code-used"_s, u"login.code-expired"_s}, evidence, trace,
                        world);
    if (serverCannotReachWecom(world))
        return wrong(std::move(finding), u"server.cannot-reach-wecom"_s, evidence);
    // NocoBase holds the very values that WeCom refuses, and that has no address in it: gettoken is open to
    // all.
    const auto *token = world.current(world.facts.token, Inputs::WecomToken);
    const auto *back = world.value(world.facts.readBack, Inputs::Authenticator);
    if (sentence == Sentence::NoAccessToken && back && back->equal && token && !token->what &&
        token->what.error().code == net::FaultCode::WecomError)
        return byCode(std::move(finding), token->what.error(), evidence);
    const QStringList aboutToken{u"wecom.secret.wrong"_s, u"wecom.company-id.wrong"_s,
                                 u"wecom.app.disabled"_s, u"server.cannot-reach-wecom"_s};
    if (sentence == Sentence::NoAccessToken)
        return possibly(std::move(finding), aboutToken, evidence, trace, world);
    if (serverUntrusted(world)) // NocoBase's own log would show the same
        return wrong(std::move(finding), u"login.ip"_s, evidence);
    const QStringList aboutMember{u"login.ip"_s, u"login.member.out-of-scope"_s, u"domain.oauth.mismatch"_s,
                                  u"login.code-used"_s, u"login.code-expired"_s};
    return possibly(std::move(finding),
                    sentence == Sentence::NoUserId ? aboutMember : aboutMember + aboutToken, evidence, trace,
                    world);
}

Finding noButton(Finding finding, const World &world)
{
    const auto *list = world.value(world.facts.publicList, Inputs::NocobaseHost);
    const auto *row = ourRow(world);
    if (row && !row->enabled)
        return wrong(std::move(finding), u"authenticator.disabled"_s, {{u"name"_s, row->name}});
    const QString name = row ? row->name : world.setup.authenticator.name.value_or(QString());
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (plugin && plugin->authType.isEmpty() && plugin->listed && !plugin->enabled)
        return wrong(std::move(finding), u"plugin.off"_s, {}, action::enablePlugin);
    const auto shownWithTitle = [&](const nocobase::PublicAuthenticator &entry) {
        return entry.name == name && !entry.authTypeTitle.isEmpty();
    };
    if (list && std::any_of(list->begin(), list->end(), shownWithTitle))
        return wrong(std::move(finding), u"plugin.no-button"_s, {{u"name"_s, name}});
    return unsure(std::move(finding), {u"plugin.no-button"_s, u"authenticator.disabled"_s, u"plugin.off"_s},
                  {{u"name"_s, name}}, u"sign-in-page"_s);
}

Finding callbackSilent(Finding finding, const login::Trace &trace, const World &world)
{
    if (serverCannotReachWecom(world))
        return wrong(std::move(finding), u"server.cannot-reach-wecom"_s);
    return possibly(std::move(finding),
                    {u"server.cannot-reach-wecom"_s, u"nocobase.restarting"_s, u"login.code-expired"_s}, {},
                    trace, world);
}

bool isOfNocobase(const QUrl &page, const World &world)
{
    const QString origin = net::originOf(page);
    return origin == net::originOf(world.setup.nocobase.url) || origin == world.setup.authenticator.origin;
}

// A page that could not be loaded says of its server what any request would say, certificate included; so it
// is told and asked about in the same way. One that the browser was not to open was not seen.
Finding unopened(Finding finding, const login::Trace &trace, const World &world)
{
    if (!trace.whole || trace.whole->code == net::FaultCode::OriginNotAllowed)
        return outOfSight(std::move(finding));
    const bool isNocobase = trace.hops.isEmpty() || isOfNocobase(trace.hops.constLast().url, world);
    return withFault(std::move(finding), *trace.whole, isNocobase ? Side::Nocobase : Side::Wecom, world);
}

Finding signedIn(Finding finding, const login::Trace &trace)
{
    const login::Who who = trace.who.value_or(login::Who{});
    return good(std::move(finding), {{u"user"_s, who.nickname.isEmpty() ? who.username : who.nickname}});
}

Finding byOutcome(Finding finding, const login::Trace &trace, const World &world)
{
    finding.evidence[u"outcome"_s] = login::outcomeName(trace.outcome);
    const bool signedInAll =
        trace.outcome == Outcome::SignedIn || trace.outcome == Outcome::SignedInWithoutRole;
    // A login address that is wrong explains whatever came after it.
    if (trace.link && !signedInAll && trace.outcome != Outcome::Cancelled) {
        auto fault = explained(linkFault(*trace.link, trace.state, world), world);
        if (!fault)
            fault = callbackFault(*trace.link, world);
        if (fault)
            return wrong(std::move(finding), fault->cause, fault->evidence);
    }
    switch (trace.outcome) {
    case Outcome::SignedIn:
        return signedIn(finding, trace);
    case Outcome::SignedInWithoutRole:
        return wrong(finding, u"login.no-role"_s, {{u"user"_s, trace.who ? trace.who->nickname : QString()}});
    case Outcome::PluginSentence:
        return bySentence(finding, trace, world);
    case Outcome::NoButton:
        return noButton(finding, world);
    case Outcome::NotSent:
        return unsure(finding, {u"nocobase.restarting"_s, u"plugin.no-button"_s}, {}, u"sign-in-page"_s);
    case Outcome::DomainMismatch:
        return wrong(finding, u"domain.callback.mismatch"_s,
                     {{u"domain"_s, wecom::consoleDomain(QUrl(world.setup.authenticator.origin))}});
    case Outcome::LinkRefused:
        return knowing(finding,
                       {u"domain.callback.mismatch"_s, u"wecom.agent.unknown"_s, u"wecom.company-id.wrong"_s},
                       {}, u"ids-first"_s, world);
    case Outcome::OutsideWecom:
        return wrong(finding, u"login.outside-wecom"_s);
    case Outcome::NotScanned:
    case Outcome::Expired:
        if (const auto proven = obstacle(world))
            finding.possible = {proven->cause};
        else
            finding.possible = {u"login.member.out-of-scope"_s};
        return wrong(finding, u"login.not-scanned"_s);
    case Outcome::NotConfirmed:
    case Outcome::NotReturned:
        return knowing(finding, {u"login.member.out-of-scope"_s, u"login.declined"_s}, {}, u"phone"_s, world);
    case Outcome::Declined:
        return wrong(finding, u"login.declined"_s);
    case Outcome::CallbackMissing:
        return wrong(finding, u"login.callback-missing"_s);
    case Outcome::CallbackSilent:
        return callbackSilent(finding, trace, world);
    case Outcome::WrongIds:
        return unsure(finding, {u"link.wrong-ids"_s, u"link.internal-host"_s}, {}, u"apply-again"_s);
    case Outcome::PageFailed:
        return unopened(finding, trace, world);
    case Outcome::BrowserFailed: // the login was not seen; the person's own browser can show it
        return outOfSight(finding);
    case Outcome::Running:
    case Outcome::Cancelled:
        return notAsked(finding);
    }
    return notAsked(finding);
}

// What is the browser's own fault; a page that it was not to open is none.
QList<Finding> browser(const setup::Seen<login::Trace> &fact)
{
    if (!fact.what || fact.what->outcome != Outcome::BrowserFailed)
        return {};
    static const QHash<QString, QString> causes{
        {u"browser-cannot-start"_s, u"browser.cannot-start"_s},
        {u"browser-blank"_s, u"browser.blank"_s},
        {u"browser-ended"_s, u"browser.ended"_s},
        {u"browser-hung"_s, u"browser.hung"_s},
        {u"browser-empty"_s, u"browser.empty"_s},
    };
    const QString cause = causes.value(fact.what->fault);
    if (cause.isEmpty())
        return {};
    return {noticed(seen(u"test.browser"_s, fact), cause, {{u"fault"_s, fact.what->fault}})};
}

// A line of NocoBase's log has the number that the plugin keeps to itself.
Finding byLog(const setup::Seen<setup::Told> &told)
{
    // Out of the log it speaks of a login; the Trusted IP step would speak of the server at any time.
    const bool address = told.what->errcode == wecom::code::ipNotTrusted;
    return wrong(seen(u"test.login"_s, told), address ? u"login.ip"_s : told.what->cause,
                 {{u"ip"_s, told.what->address}, {u"errcode"_s, told.what->errcode}},
                 address && !told.what->address.isEmpty() ? action::copyAddress : "");
}

// In the person's own browser: a new link that NocoBase has, or what the person saw, if nothing came after
// it.
std::optional<Finding> byOwnBrowser(const World &world)
{
    const auto *own = world.current(world.facts.ownLogin, Inputs::Login);
    const auto *sight = world.current(world.facts.sight, Inputs::Login);
    const auto *test = world.current(world.facts.testLogin, Inputs::Login);
    const auto isLater = [test](const auto *one) { return one && (!test || test->at <= one->at); };
    const Sight *known = isLater(sight) && sight->what ? sightOf(sight->what->id) : nullptr;
    if (isLater(own) && own->what && (!known || sight->at <= own->at)) {
        const auto &who = *own->what;
        return good(
            seen(u"test.login"_s, *own),
            {{u"user"_s, who.nickname.isEmpty() ? who.username : who.nickname}, {u"words"_s, u"newlink"_s}});
    }
    if (!known || known->isGood()) // that it worked is the person's word: the step is confirmed
        return std::nullopt;
    Finding finding = seen(u"test.login"_s, *sight);
    const QJsonObject evidence{{u"sight"_s, known->id}};
    if (known->causes.size() == 1)
        return wrong(std::move(finding), known->causes.first(), evidence);
    return unsure(std::move(finding), known->causes, evidence, known->tell);
}

} // namespace

QList<Finding> testLoginChecks(const World &world)
{
    const QString check = u"test.login"_s;
    const auto *fact = world.current(world.facts.testLogin, Inputs::Login);
    const auto *told = world.current(world.facts.toldByLog, Inputs::Login);
    const bool isNewer = told && (!fact || fact->at <= told->at);
    if (isNewer && told->what && !told->what->cause.isEmpty())
        return {byLog(*told)};
    if (const auto own = byOwnBrowser(world))
        return {*own};
    if (!fact)
        return {start(check)};
    if (!fact->what)
        return {withFault(seen(check, *fact), fact->what.error(), Side::Nocobase, world)};
    return QList<Finding>{byOutcome(seen(check, *fact), *fact->what, world)} + browser(*fact);
}

} // namespace checks
