// SPDX-License-Identifier: Apache-2.0
#include "checks/subjects.h"
#include "checks/support.h"

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace checks {

namespace {

Finding reach(const World &world)
{
    const QString check = u"nocobase.reach"_s;
    const auto *fact = world.current(world.facts.server, Inputs::NocobaseHost);
    if (world.setup.nocobase.url.isEmpty() || !fact)
        return start(check);
    if (fact->what)
        return good(seen(check, *fact), {{u"version"_s, fact->what->versionText},
                                         {u"name"_s, fact->what->name},
                                         {u"host"_s, world.setup.nocobase.url.host()}});
    const net::Fault &fault = fact->what.error();
    // A web page where JSON was expected; the page itself names the right address.
    const auto *found = world.value(world.facts.apiBase, Inputs::NocobaseHost);
    const QString named = found ? found->toString() : fault.param(u"apiBase"_s);
    if (fault.code == FaultCode::NotJson && !named.isEmpty())
        return wrong(seen(check, *fact), u"nocobase.base-path"_s,
                     {{u"url"_s, named}, {u"host"_s, world.setup.nocobase.url.host()}}, action::useApiBase);
    return withFault(seen(check, *fact), fault, Side::Nocobase, world);
}

QList<Finding> https(const World &world)
{
    const QUrl &url = world.setup.nocobase.url;
    Finding finding = start(u"nocobase.https"_s);
    if (url.scheme() == u"https"_s)
        return world.value(world.facts.server, Inputs::NocobaseHost)
                   ? QList<Finding>{good(finding, {{u"host"_s, url.host()}})}
                   : QList<Finding>{};
    if (url.isEmpty() || net::isLoopback(url))
        return {};
    return {warned(finding, u"nocobase.plain-http"_s, {{u"host"_s, url.host()}})};
}

bool hasPasswordSignIn(const QList<nocobase::PublicAuthenticator> &list)
{
    return std::any_of(list.begin(), list.end(),
                       [](const auto &row) { return row.authType == u"Email/Password"_s; });
}

// NocoBase 2.2, measured: unknown account and wrong password get the same 401.
Finding refusedSignIn(Finding finding, const net::Fault &fault, const World &world)
{
    const QString code = fault.param(u"code"_s);
    QJsonObject evidence{{u"account"_s, world.setup.nocobase.account}};
    if (!code.isEmpty())
        evidence[u"code"_s] = code;
    if (fault.number(u"status"_s) == 403 || code == u"USER_HAS_NO_ROLES_ERR"_s)
        return wrong(std::move(finding), u"nocobase.role"_s, evidence);
    const bool byKey = !world.credentials.token.isEmpty();
    return wrong(std::move(finding), byKey ? u"nocobase.api-key"_s : u"nocobase.sign-in"_s, evidence);
}

Finding signIn(const World &world)
{
    const QString check = u"nocobase.sign-in"_s;
    const auto *fact = world.current(world.facts.identity, Inputs::NocobaseLogin);
    if (fact && fact->what) {
        const QString name = fact->what->nickname.isEmpty() ? fact->what->username : fact->what->nickname;
        return good(seen(check, *fact), {{u"user"_s, name}, {u"role"_s, fact->what->role}});
    }
    const auto *list = world.current(world.facts.publicList, Inputs::NocobaseHost);
    if (list && list->what && !hasPasswordSignIn(*list->what) && world.credentials.token.isEmpty())
        return wrong(seen(check, *list), u"nocobase.password-off"_s, {}, action::useApiKey);
    if (!fact)
        return start(check);
    const net::Fault &fault = fact->what.error();
    const int status = fault.number(u"status"_s);
    const bool answered = fault.code == FaultCode::NocobaseError || fault.code == FaultCode::HttpStatus;
    if (answered && (status == 401 || status == 403))
        return refusedSignIn(seen(check, *fact), fault, world);
    return withFault(seen(check, *fact), fault, Side::Nocobase, world);
}

Finding role(const World &world)
{
    const QString check = u"nocobase.role"_s;
    const auto *fact = world.current(world.facts.identity, Inputs::NocobaseLogin);
    if (!fact || !fact->what)
        return start(check);
    const QJsonObject evidence{{u"role"_s, fact->what->role}};
    const auto *rows = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const bool refused = rows && !rows->what && rows->what.error().number(u"status"_s) == 403;
    if (!fact->what->mayManageAuthenticators() || refused)
        return wrong(seen(check, *fact), u"nocobase.role"_s, evidence);
    return good(seen(check, *fact), evidence);
}

} // namespace

QList<Finding> nocobaseChecks(const World &world)
{
    return QList<Finding>{reach(world)} + https(world) + QList<Finding>{signIn(world), role(world)};
}

} // namespace checks
