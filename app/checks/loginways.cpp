// SPDX-License-Identifier: Apache-2.0
// The ways of logging in, each by itself. What is judged is NocoBase's part: that people are sent to WeCom by
// the right address. WeCom's part is seen by a login only, so none of these counts towards "verified".
#include "checks/linkfault.h"
#include "checks/sights.h"
#include "checks/subjects.h"
#include "setup/record.h"
#include "setup/ways.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using setup::Way;
using setup::WayTried;

namespace checks {

namespace {

QString ours(const World &world)
{
    const auto *row = ourRow(world);
    return row ? row->name : world.setup.authenticator.name.value_or(QString());
}

Finding startWay(const Way &way)
{
    Finding finding = start(way.check());
    finding.decides = false;
    return finding;
}

// Not tried with today's values; when it was tried at all.
Finding untried(const Way &way, const World &world)
{
    Finding finding = notAsked(startWay(way));
    const QJsonObject before = world.record ? world.record->ways.value(way.id).toObject() : QJsonObject();
    const QDateTime at = QDateTime::fromString(before[u"at"_s].toString(), Qt::ISODate);
    if (at.isValid()) {
        finding.evidence[u"last"_s] = at.toLocalTime().date().toString(Qt::ISODate);
        finding.evidence[u"result"_s] = before[u"result"_s];
        finding.evidence[u"words"_s] = u"before"_s;
    }
    return finding;
}

// The address that NocoBase sends people to. That of another authenticator has ids of its own.
std::optional<LinkFault> faultIn(const WayTried &tried, const Way &way, const World &world)
{
    if (auto fault = stateFault(tried.state, tried.authenticator))
        return fault;
    if (!way.second) {
        if (auto fault = explained(linkFault(*tried.link, tried.state, world), world))
            return fault;
        return callbackFault(*tried.link, world);
    }
    if (auto fault = encodingFault(*tried.link))
        return fault;
    return scopeFault(*tried.link);
}

// Another WeCom authenticator of this NocoBase that it went on by, of its own accord.
QString tookOther(const WayTried &tried, const Way &way, const World &world)
{
    const auto *list = world.value(world.facts.publicList, Inputs::NocobaseHost);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (!way.isInside() || tried.how != WayTried::How::ByItself || !tried.state || !list || !plugin)
        return {};
    const QString name = tried.state->authenticator;
    const bool isThere = std::any_of(list->begin(), list->end(), [&](const auto &row) {
        return row.name == name && row.authType == plugin->authType;
    });
    return isThere && name != tried.authenticator ? name : QString();
}

// It has automatic login. Beside ours that is one too many; alone it is somebody's choice, with an app of its
// own.
Finding byOther(Finding finding, const QString &other, const World &world)
{
    if (world.setup.authenticator.automaticLogin)
        return wrong(std::move(finding), u"authenticator.several-automatic"_s, {{u"other"_s, other}});
    return noticed(std::move(finding), {}, {{u"authenticator"_s, other}, {u"words"_s, u"by-other"_s}});
}

Finding atWecom(Finding finding, const WayTried &tried, const Way &way, const World &world)
{
    if (const QString other = tookOther(tried, way, world); !other.isEmpty())
        return byOther(std::move(finding), other, world);
    const QJsonObject evidence{{u"how"_s, setup::howName(tried.how)},
                               {u"host"_s, tried.link->host},
                               {u"authenticator"_s, tried.authenticator}};
    const bool isOauth = tried.link->kind == wecom::LinkKind::OAuth;
    if (const auto fault = faultIn(tried, way, world))
        return faulty(std::move(finding), *fault);
    if (isOauth && !way.isInside())
        return wrong(std::move(finding), u"login.outside-wecom"_s, evidence);
    if (!isOauth && way.isInside())
        return wrong(std::move(finding), u"login.inside-unnoticed"_s, evidence);
    finding = good(std::move(finding), evidence);
    if (way.isInside() && tried.how != WayTried::How::ByItself)
        finding.evidence[u"words"_s] = setup::howName(tried.how);
    return finding;
}

Finding judged(Finding finding, const WayTried &tried, const Way &way, const World &world)
{
    // Without values of ours, or an authenticator that was chosen, there is nothing to compare with.
    const QString gap = setupGap(world);
    if (!way.second && !gap.isEmpty() && (gap == u"setup.incomplete"_s || ours(world).isEmpty()))
        return notYet(std::move(finding), gap);
    if (tried.end == WayTried::End::Wecom && tried.link)
        return atWecom(std::move(finding), tried, way, world);
    const QJsonObject evidence{{u"name"_s, tried.authenticator}};
    if (tried.end == WayTried::End::NoButton)
        return wrong(std::move(finding), u"plugin.no-button"_s, evidence);
    if (way.isInside() && world.setup.authenticator.automaticLogin)
        return wrong(std::move(finding), u"login.inside-unnoticed"_s, evidence);
    return unsure(std::move(finding), {u"plugin.no-button"_s, u"plugin.off"_s}, evidence, u"sign-in-page"_s);
}

Finding tried(const Way &way, const setup::Seen<WayTried> &seen, const World &world)
{
    Finding finding = startWay(way);
    finding.vantage = seen.from;
    finding.at = seen.at;
    if (seen.what)
        return judged(std::move(finding), *seen.what, way, world);
    const net::FaultCode code = seen.what.error().code;
    // Without a browser there is nobody to look.
    if (code == net::FaultCode::BrowserCannotStart || code == net::FaultCode::BrowserBlank)
        return outOfSight(std::move(finding), {{u"fault"_s, net::faultName(code)}});
    return withFault(std::move(finding), seen.what.error(), Side::Nocobase, world);
}

// A colleague who may not see the app is to be refused. The line in NocoBase's log or the phone says so.
Finding outOfScope(const Way &way, const World &world)
{
    const QString cause = u"login.member.out-of-scope"_s;
    const auto *told = world.current(world.facts.toldByLog, Inputs::Login);
    Finding finding = startWay(way);
    if (told && told->what && told->what->cause == cause) {
        finding.vantage = told->from;
        finding.at = told->at;
        return good(std::move(finding), {{u"errcode"_s, told->what->errcode}});
    }
    const auto *sight = world.current(world.facts.sight, Inputs::Login);
    const Sight *known = sight && sight->what ? sightOf(sight->what->id) : nullptr;
    if (known && known->causes == QStringList{cause}) {
        finding.vantage = sight->from;
        finding.at = sight->at;
        return good(std::move(finding));
    }
    return outOfSight(std::move(finding));
}

} // namespace

QList<Finding> loginWayChecks(const World &world)
{
    QList<Finding> findings;
    const QString name = ours(world);
    const setup::Stamp today = setup::stampOf(Inputs::Login, world.setup, world.credentials);
    for (const Way &way : setup::ways()) {
        if (!setup::hasWay(way, world, name))
            continue;
        if (way.page == Way::Page::None) {
            findings.append(outOfScope(way, world));
            continue;
        }
        const auto seen = world.facts.ways.constFind(way.id);
        const bool counts = seen != world.facts.ways.constEnd() && seen->with == today;
        findings.append(counts ? tried(way, *seen, world) : untried(way, world));
    }
    return findings;
}

} // namespace checks
