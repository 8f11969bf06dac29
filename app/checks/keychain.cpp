// SPDX-License-Identifier: Apache-2.0
#include "checks/subjects.h"
#include "checks/support.h"

using namespace Qt::StringLiterals;

namespace checks {

namespace {

QString causeOf(vault::StoreState state)
{
    switch (state) {
    case vault::StoreState::Missing:
        return u"keychain.missing"_s;
    case vault::StoreState::Locked:
        return u"keychain.locked"_s;
    case vault::StoreState::Refused:
        return u"keychain.refused"_s;
    case vault::StoreState::Usable:
    case vault::StoreState::Silent:
        break;
    }
    return {};
}

} // namespace

QList<Finding> keychainChecks(const World &world)
{
    const QString check = u"keychain.usable"_s;
    const auto *fact = world.current(world.facts.keychain, Inputs::None);
    if (!fact)
        return {start(check)};
    if (!fact->what)
        return {unreachable(seen(check, *fact), {}, {{u"fault"_s, net::faultName(fact->what.error().code)}})};
    // Everything is kept for this run only: the way of a rehearsal, or the person's own choice.
    if (fact->from == Vantage::Person && world.setup.isRehearsal()) {
        Finding finding = good(seen(check, *fact), {{u"words"_s, u"rehearsal"_s}});
        finding.vantage = Vantage::Pc;
        return {finding};
    }
    if (fact->from == Vantage::Person)
        return {noticed(seen(check, *fact), {})};
    if (*fact->what == vault::StoreState::Silent)
        return {unreachable(seen(check, *fact))};
    const QString cause = causeOf(*fact->what);
    if (cause.isEmpty())
        return {good(seen(check, *fact))};
    const bool locked = *fact->what == vault::StoreState::Locked;
    return {wrong(seen(check, *fact), cause, {}, locked ? action::unlockKeychain : action::useSessionStore)};
}

} // namespace checks
