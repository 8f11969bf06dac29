// SPDX-License-Identifier: Apache-2.0
#include "apply/decisions.h"

#include "nocobase/versiontable.h"

using namespace Qt::StringLiterals;
using nocobase::Authenticator;
using nocobase::Option;
using nocobase::OptionLayout;

namespace apply {

namespace {

// One field of what the person wants.
struct Wish
{
    QString field;
    std::optional<Option> option;
    QJsonValue value;
};

QList<Wish> wishesOf(const setup::World &world)
{
    const setup::AuthenticatorWish &wish = world.setup.authenticator;
    const setup::Credentials &credentials = world.credentials;
    const auto option = [](Option which, const QJsonValue &value) {
        return Wish{nocobase::optionName(which), which, value};
    };
    return {
        Wish{u"title"_s, {}, wish.title},
        Wish{u"enabled"_s, {}, wish.enabled},
        option(Option::CompanyId, credentials.companyId),
        option(Option::AgentId, credentials.agentId),
        option(Option::Secret, credentials.secret.revealText()),
        option(Option::Origin, wish.origin),
        option(Option::AutoSignup, wish.autoSignup),
        option(Option::AutomaticLogin, wish.automaticLogin),
        option(Option::RedirectLink, wish.redirectLink),
        option(Option::Tooltip, wish.tooltip),
    };
}

// A form may save an AgentId as a number or as text; a switch that was never touched is not there at all.
QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::String:
        return value.toString();
    default:
        return {};
    }
}

bool isDefault(const QJsonValue &value)
{
    return value.isBool() ? !value.toBool() : shown(value).isEmpty();
}

bool isSame(const QJsonValue &before, const QJsonValue &after)
{
    if (isDefault(before) && isDefault(after))
        return true;
    return shown(before) == shown(after);
}

bool isCredential(const std::optional<Option> &option)
{
    return option == Option::CompanyId || option == Option::AgentId || option == Option::Secret;
}

// Without these an authenticator is worth nothing, so an empty wish never empties them; the same for the
// Origin.
bool keepsWhenEmpty(const std::optional<Option> &option)
{
    return isCredential(option) || option == Option::Origin;
}

QJsonValue valueIn(const Authenticator &row, const OptionLayout &layout, const Wish &wish)
{
    if (wish.option)
        return layout.read(row.options, *wish.option);
    return wish.field == u"title"_s ? QJsonValue(row.title) : QJsonValue(row.enabled);
}

// The JSON type that the plugin's form has used in this company's rows.
QJsonValue typedLike(const QJsonValue &sample, const QJsonValue &value)
{
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return sample.isDouble() && value.isString() && isNumber ? QJsonValue(number) : value;
}

QVersionNumber versionOf(const setup::World &world)
{
    const auto *server = world.value(world.facts.server, setup::Inputs::NocobaseHost);
    return server ? server->version : QVersionNumber();
}

QString whyNot(const Wish &wish, const QJsonValue &before, const OptionLayout &layout,
               const setup::World &world, QString *note)
{
    if (nocobase::isTemplate(before)) {
        *note = before.toString();
        return u"template"_s;
    }
    if (wish.option && !isDefault(wish.value) && !nocobase::knows(versionOf(world), *wish.option)) {
        *note = nocobase::broughtBy(*wish.option).toString();
        return u"too-old"_s;
    }
    if (wish.option && !layout.has(*wish.option))
        return u"no-layout"_s;
    return {};
}

Decision decision(const Authenticator &row, const OptionLayout &layout, const setup::World &world,
                  const Wish &wish)
{
    const QJsonValue before = valueIn(row, layout, wish);
    const QJsonValue after = keepsWhenEmpty(wish.option) && isDefault(wish.value) ? before : wish.value;
    Decision result;
    Change &change = result.change;
    change.authenticator = row.name;
    change.field = wish.field;
    change.secret = wish.option == Option::Secret;
    change.changes = !isSame(before, after);
    change.kept = isCredential(wish.option) && isDefault(wish.value) && !isDefault(before);
    if (change.changes) {
        change.reason = whyNot(wish, before, layout, world, &change.note);
        change.changes = change.reason.isEmpty();
    }
    if (wish.option && !isDefault(after) && change.reason.isEmpty())
        change.mended = nocobase::mendedBy(versionOf(world), *wish.option).toString();
    const auto state = [](bool there) { return there ? u"set"_s : QString(); };
    change.before = change.secret ? state(!isDefault(before)) : shown(before);
    change.after = change.secret ? state(!isDefault(after)) : shown(after);
    if (change.secret && change.changes)
        change.after = u"new"_s;
    result.option = wish.option;
    result.value = after;
    return result;
}

} // namespace

Choice chooseRow(const setup::World &world)
{
    const auto *plugin = world.value(world.facts.plugin, setup::Inputs::NocobaseLogin);
    const auto *rows = world.value(world.facts.authenticators, setup::Inputs::NocobaseLogin);
    const std::optional<QString> &name = world.setup.authenticator.name;
    Choice choice;
    QStringList taken;
    for (const Authenticator &row : *rows) {
        taken << row.name;
        const bool ours = row.authType == plugin->authType;
        if (name && row.name == *name) {
            if (ours)
                choice.row = row;
            else
                choice.impossible = u"choose-authenticator"_s; // that name signs people in by something else
        }
        if (ours)
            choice.candidates << row.name;
    }
    if (!name && choice.candidates.size() > 1)
        choice.impossible = u"choose-authenticator"_s;
    if (!name && choice.candidates.size() == 1)
        choice.row = *std::find_if(rows->cbegin(), rows->cend(), [&](const Authenticator &row) {
            return row.authType == plugin->authType;
        });
    if (choice.row || !choice.impossible.isEmpty())
        return choice;
    Authenticator fresh;
    fresh.authType = plugin->authType;
    fresh.name = name.value_or(u"wecom"_s);
    for (int i = 2; !name && taken.contains(fresh.name); ++i)
        fresh.name = u"wecom-%1"_s.arg(i);
    choice.row = fresh;
    return choice;
}

QList<Decision> decide(const Authenticator &row, const OptionLayout &layout, const setup::World &world)
{
    const auto *rows = world.value(world.facts.authenticators, setup::Inputs::NocobaseLogin);
    QList<Decision> decisions;
    const QList<Wish> wishes = wishesOf(world);
    for (const Wish &wish : wishes) {
        Decision next = decision(row, layout, world, wish);
        if (wish.option && rows) {
            for (const Authenticator &other : *rows) {
                if (other.authType == row.authType)
                    next.value = typedLike(layout.read(other.options, *wish.option), next.value);
            }
        }
        decisions << next;
    }
    return decisions;
}

QList<Decision> decideOthers(const Authenticator &ours, const QList<Decision> &decisions,
                             const OptionLayout &layout, const setup::World &world)
{
    const Authenticator after = changed(ours, decisions, layout);
    if (!after.enabled || !layout.read(after.options, Option::AutomaticLogin).toBool())
        return {};
    QList<Decision> others;
    const auto *rows = world.value(world.facts.authenticators, setup::Inputs::NocobaseLogin);
    for (const Authenticator &row : *rows) {
        if (row.id == ours.id || row.authType != ours.authType || !row.enabled ||
            !layout.read(row.options, Option::AutomaticLogin).toBool())
            continue;
        Decision off;
        off.change.authenticator = row.name;
        off.change.field = nocobase::optionName(Option::AutomaticLogin);
        off.change.before = shown(true);
        off.change.after = shown(false);
        off.option = Option::AutomaticLogin;
        off.value = false;
        others << off;
    }
    return others;
}

Authenticator changed(Authenticator row, const QList<Decision> &decisions, const OptionLayout &layout)
{
    for (const Decision &decision : decisions) {
        if (!decision.change.changes || decision.change.authenticator != row.name)
            continue;
        if (decision.option)
            row.options = layout.written(row.options, *decision.option, decision.value);
        else if (decision.change.field == u"title"_s)
            row.title = decision.value.toString();
        else
            row.enabled = decision.value.toBool();
    }
    return row;
}

} // namespace apply
