// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"
#include "checks/subjects.h"

using namespace Qt::StringLiterals;

namespace checks {

namespace {

QString check()
{
    return u"homepage.link"_s;
}

bool isSameAddress(const QString &a, const QString &b)
{
    const auto plain = [](const QString &text) {
        return QUrl(text.trimmed()).adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
    };
    return !a.trimmed().isEmpty() && plain(a) == plain(b);
}

// The plain address that the workbench is to open; as the person gave it, else where NocoBase goes after a
// login.
QString plainAddress(const setup::Setup &setup)
{
    if (!setup.homepage.desktop.isEmpty())
        return setup.homepage.desktop;
    const QString &path = setup.authenticator.redirectLink;
    return setup.nocobase.url.toString(QUrl::StripTrailingSlash) + (path.isEmpty() ? u"/admin"_s : path);
}

// An OAuth address as the homepage carries ids of its own.
Finding oauthLink(Finding finding, const wecom::LoginLink &link, const World &world)
{
    if (const auto fault = linkFault(link, wecom::parseState(link.state), world))
        return wrong(std::move(finding), fault->cause, fault->evidence);
    if (const auto fault = callbackFault(link, world))
        return wrong(std::move(finding), fault->cause, fault->evidence);
    return good(std::move(finding), {{u"url"_s, link.host}});
}

} // namespace

// agent/get shows one address (document path 90227); which one when mobile and desktop differ is not
// documented.
QList<Finding> homepageChecks(const World &world)
{
    const AgentView view = agentView(world);
    Finding finding = onAgent(check(), view);
    if (!view.info || world.setup.nocobase.url.isEmpty())
        return {withoutAgent(finding, view, world)};
    const setup::Homepage &wish = world.setup.homepage;
    const QString found = view.info->homeUrl, expected = plainAddress(world.setup);
    if (const auto link = wecom::parseLoginLink(QUrl(found)); link && link->kind == wecom::LinkKind::OAuth)
        return {oauthLink(finding, *link, world)};
    const bool separate = !wish.mobile.isEmpty() && wish.mobile != expected;
    const QJsonObject evidence{{u"expected"_s, expected}, {u"found"_s, found}};
    const bool equal = isSameAddress(found, expected) || isSameAddress(found, wish.mobile);
    const bool automatic = world.setup.authenticator.automaticLogin;
    if (equal && automatic)
        return {good(finding, evidence)};
    const bool canSet = view.from == Vantage::Pc && !separate;
    if (equal) // people land on the sign-in page
        return {warned(finding, u"homepage.plain"_s, evidence,
                       canSet && wish.desktop.isEmpty() ? action::setHomepage : "")};
    if (found.isEmpty())
        return {warned(finding, u"homepage.empty"_s, evidence, canSet ? action::setHomepage : "")};
    if (separate)
        return {outOfSight(finding, evidence)};
    return {warned(finding, u"homepage.other"_s, evidence, canSet ? action::setHomepage : "")};
}

} // namespace checks
