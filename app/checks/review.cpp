// SPDX-License-Identifier: Apache-2.0
#include "checks/linkfault.h"
#include "checks/subjects.h"
#include "setup/record.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace checks {

namespace {

// What was proven of the login address by NocoBase itself, or in the browser.
struct Address
{
    const setup::Seen<wecom::LoginLink> *start = nullptr;
    const setup::Seen<login::Trace> *trace = nullptr;
    std::optional<wecom::LoginLink> link;
    std::optional<wecom::NocobaseState> state;

    Finding on(const QString &check) const { return start ? seen(check, *start) : seen(check, *trace); }
};

Address addressOf(const World &world)
{
    Address address;
    const auto *start = world.current(world.facts.startLinkParts, Inputs::Authenticator);
    const auto *trace = world.current(world.facts.testLogin, Inputs::Login);
    if (start && start->what) {
        address.start = start;
        address.link = *start->what;
        address.state = wecom::parseState(start->what->state);
    } else if (trace && trace->what && trace->what->link) { // the test login went through the same address
        address.trace = trace;
        address.link = trace->what->link;
        address.state = trace->what->state;
    }
    return address;
}

Finding layout(const World &world)
{
    const QString check = u"review.layout"_s;
    const auto *fact = world.current(world.facts.layout, Inputs::NocobaseLogin);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (!fact || !plugin || plugin->authType.isEmpty()) // without the plugin there is nothing to learn
        return start(check);
    if (fact->what && fact->what->isUsable())
        return good(seen(check, *fact));
    if (!fact->what && fact->what.error().code != FaultCode::Missing)
        return withFault(seen(check, *fact), fact->what.error(), Side::Nocobase, world);
    // The person has filled in NocoBase's own form; what can be proven of it is said by the other lines.
    if (world.setup.confirmed.contains(setup::stepName(StepId::Review)))
        return noticed(seen(check, *fact), u"layout.unknown"_s);
    return wrong(seen(check, *fact), u"layout.unknown"_s);
}

QList<Finding> marker(const World &world)
{
    const auto *rows = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto wecom = wecomRows(world);
    for (const auto *row : wecom) {
        if (!nocobase::isMarkerRow(*row))
            continue;
        Finding finding = noticed(seen(u"review.marker"_s, *rows), {}, {{u"name"_s, row->name}});
        finding.action = QString::fromLatin1(action::removeMarker);
        return {finding};
    }
    return {};
}

Finding notEqual(Finding finding, const QStringList &differing)
{
    return notAsked(
        std::move(finding), "",
        {{u"count"_s, differing.size()}, {u"differing"_s, QJsonArray::fromStringList(differing)}});
}

// What was written and read back; else what the row holds now, which is as good.
Finding applied(const World &world)
{
    const QString check = u"review.applied"_s;
    const auto *rows = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto *back = world.current(world.facts.readBack, Inputs::Authenticator);
    // What NocoBase keeps of its own is not proven by being the same.
    if (rows && ourRow(world) && world.credentials.companyId.isEmpty() &&
        !nocobase::isMarkerRow(*ourRow(world)))
        return notYet(start(check), u"setup.incomplete"_s);
    if (back && back->what && (!rows || rows->at <= back->at)) {
        const QJsonObject evidence{{u"name"_s, back->what->name},
                                   {u"count"_s, back->what->differing.size()},
                                   {u"differing"_s, QJsonArray::fromStringList(back->what->differing)}};
        if (back->what->equal)
            return good(seen(check, *back), evidence);
        return unsure(seen(check, *back), {u"layout.unknown"_s, u"authenticator.changed"_s}, evidence,
                      u"authenticator-form"_s);
    }
    const auto *row = ourRow(world);
    const auto *places = world.value(world.facts.layout, Inputs::NocobaseLogin);
    if (!rows || !row || nocobase::isMarkerRow(*row))
        return start(check);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    if (!plugin || plugin->authType.isEmpty()) // nothing to know yet
        return start(check);
    if (!places || !places->isUsable())
        return outOfSight(seen(check, *rows), {{u"name"_s, row->name}});
    const QStringList differing = differingOptions(*row, *places, world);
    if (differing.isEmpty())
        return good(seen(check, *rows), {{u"name"_s, row->name}});
    return notEqual(seen(check, *rows), differing);
}

// An apply of an earlier run that did not come to its end. Nothing stands in the way of applying anew.
QList<Finding> cut(const World &world)
{
    const auto *fact = world.current(world.facts.cutApply, Inputs::NocobaseLogin);
    if (!fact || !fact->what)
        return {};
    using Has = setup::CutApply::Has;
    const Has has = fact->what->has;
    const QString cause = u"apply.cut."_s + setup::cutName(has);
    const Finding finding = seen(u"review.cut"_s, *fact);
    const QJsonObject evidence{{u"names"_s, fact->what->authenticators.join(u", "_s)}};
    return {has == Has::Old || has == Has::New ? noticed(finding, cause, evidence)
                                               : warned(finding, cause, evidence)};
}

// The row against what this assistant wrote into it last. Only what is not secret is on record; another
// Secret shows when the row was also saved again since.
QStringList changedSince(const QJsonObject &applied, const nocobase::Authenticator &row,
                         const nocobase::OptionLayout &layout, const World &world)
{
    const QJsonObject fields = applied[u"fields"_s].toObject();
    // A switch that was never touched is not there at all, which is as good as off.
    const auto plain = [](const QString &text) { return text == u"false"_s ? QString() : text; };
    QStringList changed;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const std::optional<QString> now = fieldText(row, layout, it.key());
        if (now && plain(*now) != plain(it.value().toString()))
            changed.append(it.key());
    }
    const bool savedAgain = row.updatedAt != applied[u"updatedAt"_s].toString();
    if (savedAgain && differingOptions(row, layout, world).contains(u"secret"_s))
        changed.append(u"secret"_s);
    return changed;
}

QList<Finding> changed(const World &world)
{
    const auto *rows = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto *row = ourRow(world);
    const auto *places = world.value(world.facts.layout, Inputs::NocobaseLogin);
    if (!world.record || !row || !places || world.record->applied[u"id"_s].toInteger() != row->id)
        return {};
    const QStringList differing = changedSince(world.record->applied, *row, *places, world);
    Finding finding = seen(u"review.changed"_s, *rows);
    finding.decides = !differing.isEmpty(); // that nobody changed anything proves nothing
    if (differing.isEmpty())
        return {good(finding, {{u"name"_s, row->name}})};
    return {warned(finding, u"authenticator.changed"_s,
                   {{u"name"_s, row->name},
                    {u"differing"_s, QJsonArray::fromStringList(differing)},
                    {u"when"_s, row->updatedAt}})};
}

QList<Finding> enabled(const World &world)
{
    const auto *rows = world.current(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto *row = ourRow(world);
    if (!row)
        return {};
    Finding finding = seen(u"review.enabled"_s, *rows);
    const QJsonObject evidence{{u"name"_s, row->name}};
    if (row->enabled)
        return {good(finding, evidence)};
    // Applying switches it on; leaving it off may be the person's own wish.
    return {world.setup.authenticator.enabled ? warned(finding, u"authenticator.disabled"_s, evidence)
                                              : noticed(finding, u"authenticator.disabled"_s, evidence)};
}

// As everybody sees it who opens the sign-in page.
QList<Finding> listed(const World &world)
{
    const QString check = u"review.public"_s;
    const auto *row = ourRow(world);
    const auto *list = world.current(world.facts.publicList, Inputs::NocobaseHost);
    if (!row || !row->enabled)
        return {};
    if (!list)
        return {start(check)};
    if (!list->what)
        return {withFault(seen(check, *list), list->what.error(), Side::Nocobase, world)};
    const QJsonObject evidence{{u"name"_s, row->name}};
    for (const nocobase::PublicAuthenticator &entry : *list->what) {
        if (entry.name != row->name)
            continue;
        // NocoBase lists a row of a type that is not registered too; only its type has no title then.
        if (!entry.authTypeTitle.isEmpty())
            return {good(seen(check, *list), evidence)};
        return {unsure(seen(check, *list), {u"plugin.failed"_s, u"plugin.no-button"_s}, evidence)};
    }
    return {unsure(seen(check, *list), {u"authenticator.changed"_s, u"authenticator.disabled"_s}, evidence)};
}

// Why there is no login address to look at.
Finding withoutAddress(const QString &check, const World &world)
{
    const auto *asked = world.current(world.facts.startLink, Inputs::Authenticator);
    if (!asked)
        return start(check);
    // Plugins without that action exist; the browser shows the same address.
    if (!asked->what && asked->what.error().code != FaultCode::Missing)
        return withFault(seen(check, *asked), asked->what.error(), Side::Nocobase, world);
    Finding finding = outOfSight(seen(check, *asked));
    finding.decides = false;
    finding.action = QString::fromLatin1(action::showLoginAddress);
    return finding;
}

Finding link(const World &world)
{
    const QString check = u"review.link"_s;
    const Address address = addressOf(world);
    if (!address.link)
        return withoutAddress(check, world);
    auto fault = explained(idsFault(*address.link, world), world);
    if (!fault)
        fault = scopeFault(*address.link);
    return fault ? faulty(address.on(check), *fault) : good(address.on(check));
}

Finding callback(const World &world)
{
    const QString check = u"review.callback"_s;
    const Address address = addressOf(world);
    if (!address.link) {
        Finding finding = withoutAddress(check, world);
        finding.action.clear(); // said once
        return finding;
    }
    if (const auto fault = encodingFault(*address.link))
        return wrong(address.on(check), fault->cause, fault->evidence);
    if (const auto fault = callbackFault(*address.link, world))
        return wrong(address.on(check), fault->cause, fault->evidence);
    return good(address.on(check), {{u"origin"_s, world.setup.authenticator.origin}});
}

// An unknown name makes NocoBase answer through another authenticator, without a word.
Finding state(const World &world)
{
    const QString check = u"review.state"_s;
    const Address address = addressOf(world);
    if (!address.link) {
        Finding finding = withoutAddress(check, world);
        finding.action.clear();
        return finding;
    }
    const auto *row = ourRow(world);
    const QString name = world.setup.authenticator.name.value_or(row ? row->name : QString());
    if (const auto fault = stateFault(address.state, name))
        return wrong(address.on(check), fault->cause, fault->evidence);
    if (!name.isEmpty() && address.state && address.state->authenticator == name)
        return good(address.on(check), {{u"name"_s, name}});
    Finding finding = outOfSight(address.on(check), {{u"words"_s, u"unreadable"_s}});
    finding.decides = false;
    return finding;
}

// Asked without a code: whatever it says, somebody is there to say it.
QList<Finding> answering(const World &world)
{
    const auto *fact = world.current(world.facts.callbackStatus, Inputs::Authenticator);
    if (!fact || !fact->what)
        return {};
    const int status = *fact->what;
    Finding finding = seen(u"review.answering"_s, *fact);
    if (status == 404 || status == 405)
        return {wrong(finding, u"login.callback-missing"_s, {{u"status"_s, status}}, action::checkAgain)};
    return {good(finding)};
}

} // namespace

QList<Finding> reviewChecks(const World &world)
{
    return QList<Finding>{layout(world)} + marker(world) + QList<Finding>{applied(world)} + cut(world) +
           changed(world) + enabled(world) + listed(world) +
           QList<Finding>{link(world), callback(world), state(world)} + answering(world);
}

} // namespace checks
