// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"
#include "checks/subjects.h"
#include "checks/support.h"
#include "nocobase/versiontable.h"
#include "wecom/identifiers.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using nocobase::Option;

namespace checks {

namespace {

// The address NocoBase makes must lead back to the Origin, not to a host that only the server knows.
Finding origin(const World &world)
{
    const QString check = u"options.origin"_s;
    const QString &origin = world.setup.authenticator.origin;
    // Before NocoBase has answered, the Origin is only what somebody typed.
    if (origin.isEmpty() || !world.value(world.facts.server, Inputs::NocobaseHost))
        return start(check);
    const QUrl url(origin);
    if (!world.setup.isRehearsal() && wecom::domainRule(url) != wecom::DomainRule::Good)
        return wrong(start(check), u"domain.not-allowed"_s, {{u"domain"_s, wecom::consoleDomain(url)}});
    const auto *link = world.current(world.facts.startLinkParts, Inputs::Authenticator);
    if (link && link->what) {
        if (const auto fault = callbackFault(*link->what, world))
            return wrong(seen(check, *link), fault->cause, fault->evidence);
    }
    Finding finding = link && link->what ? seen(check, *link) : start(check);
    return good(finding, {{u"domain"_s, wecom::consoleDomain(url)}, {u"origin"_s, origin}});
}

// Says something only about an option that is wanted.
QList<Finding> gate(const QString &check, Option option, bool isWanted, const World &world)
{
    if (!isWanted)
        return {};
    const auto *server = world.current(world.facts.server, Inputs::NocobaseHost);
    const std::optional<bool> known = versionKnows(option, world);
    if (!server || !known)
        return {start(check)};
    QJsonObject evidence{{u"version"_s, server->what->versionText}, {u"needs"_s, versionFor(option)}};
    if (!*known)
        return {wrong(seen(check, *server), u"nocobase.too-old"_s, evidence)};
    const QVersionNumber mended = nocobase::mendedBy(server->what->version, option);
    if (mended.isNull())
        return {good(seen(check, *server), evidence)};
    evidence[u"needs"_s] = mended.toString();
    return {noticed(seen(check, *server), {}, evidence)};
}

// NocoBase opens it below its own address; whatever is no page there is written as it is, and leads nowhere.
bool isPage(const QString &link)
{
    return link.startsWith(u'/') && !link.contains(QRegularExpression(u"\\s"_s));
}

QList<Finding> redirectLink(const QString &link, const World &world)
{
    if (!link.isEmpty() && !isPage(link))
        return {warned(start(u"options.redirect-link"_s), {}, {{u"link"_s, link}})};
    return gate(u"options.redirect-link"_s, Option::RedirectLink, !link.isEmpty(), world);
}

QList<Finding> onlyOneAutomatic(const World &world)
{
    const auto *layout = world.value(world.facts.layout, Inputs::NocobaseLogin);
    const auto *fact = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const bool isKnown = versionKnows(Option::AutomaticLogin, world).value_or(true);
    if (!world.setup.authenticator.automaticLogin || !isKnown || !layout || !fact)
        return {};
    const auto *ours = ourRow(world);
    const auto rows = wecomRows(world);
    Finding finding = seen(u"options.only-one"_s, *fact);
    for (const auto *row : rows) {
        if (row == ours || !row->enabled || !isOn(*row, *layout, Option::AutomaticLogin))
            continue;
        const QJsonObject evidence{{u"other"_s, row->name}};
        // Two at once is a fault now; one that is to be taken over is only worth a warning.
        const bool bothNow = ours && ours->enabled && isOn(*ours, *layout, Option::AutomaticLogin);
        return {bothNow ? wrong(finding, u"authenticator.several-automatic"_s, evidence)
                        : warned(finding, u"authenticator.several-automatic"_s, evidence)};
    }
    return {good(finding)};
}

} // namespace

QList<Finding> optionsChecks(const World &world)
{
    const setup::AuthenticatorWish &wish = world.setup.authenticator;
    return QList<Finding>{origin(world)} + redirectLink(wish.redirectLink, world) +
           gate(u"options.automatic-login"_s, Option::AutomaticLogin, wish.automaticLogin, world) +
           gate(u"options.signup"_s, Option::AutoSignup, wish.autoSignup, world) +
           gate(u"options.tooltip"_s, Option::Tooltip, !wish.tooltip.isEmpty(), world) +
           onlyOneAutomatic(world);
}

} // namespace checks
