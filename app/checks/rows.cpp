// SPDX-License-Identifier: Apache-2.0
#include "checks/support.h"

#include "nocobase/versiontable.h"

using namespace Qt::StringLiterals;
using nocobase::Option;

namespace checks {

namespace {

QString asText(const QJsonValue &value)
{
    const QString text = value.toVariant().toString().trimmed();
    return text.endsWith(u'/') && text.startsWith(u"http"_s) ? text.chopped(1) : text;
}

bool isSwitch(Option option)
{
    return option == Option::AutoSignup || option == Option::AutomaticLogin;
}

// What the row should hold for an option; undefined for what this setup does not say.
QJsonValue wish(Option option, const World &world)
{
    const setup::AuthenticatorWish &wish = world.setup.authenticator;
    const auto given = [](const QString &text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
    };
    switch (option) {
    case Option::CompanyId:
        return given(world.credentials.companyId);
    case Option::AgentId:
        return given(world.credentials.agentId);
    case Option::Origin:
        return given(wish.origin);
    case Option::AutoSignup:
        return wish.autoSignup;
    case Option::AutomaticLogin:
        return wish.automaticLogin;
    case Option::RedirectLink:
        return wish.redirectLink;
    case Option::Tooltip:
        return wish.tooltip;
    case Option::Secret: // compared as a Secret, never as text
        break;
    }
    return QJsonValue::Undefined;
}

bool isEqual(Option option, const QJsonValue &found, const World &world)
{
    if (nocobase::isTemplate(found))
        return true; // the person's own variable: kept as it is
    if (option == Option::Secret)
        return world.credentials.secret.isEmpty() ||
               vault::Secret::fromText(asText(found)) == world.credentials.secret;
    const QJsonValue wanted = wish(option, world);
    if (wanted.isUndefined())
        return true;
    if (isSwitch(option))
        return found.toBool() == wanted.toBool();
    return asText(found) == asText(wanted);
}

} // namespace

QList<const nocobase::Authenticator *> wecomRows(const World &world)
{
    const auto *rows = world.value(world.facts.authenticators, Inputs::NocobaseLogin);
    const auto *plugin = world.value(world.facts.plugin, Inputs::NocobaseLogin);
    const QString type = plugin && !plugin->authType.isEmpty() ? plugin->authType : u"wecom"_s;
    QList<const nocobase::Authenticator *> found;
    if (!rows)
        return found;
    for (const nocobase::Authenticator &row : *rows) {
        if (row.authType == type)
            found.append(&row);
    }
    return found;
}

const nocobase::Authenticator *ourRow(const World &world)
{
    const auto rows = wecomRows(world);
    if (!world.setup.authenticator.name)
        return rows.size() == 1 ? rows.first() : nullptr;
    for (const auto *row : rows) {
        if (row->name == *world.setup.authenticator.name)
            return row;
    }
    return nullptr;
}

QStringList differingOptions(const nocobase::Authenticator &row, const nocobase::OptionLayout &layout,
                             const World &world)
{
    QStringList differing;
    if (!world.setup.authenticator.title.isEmpty() && row.title != world.setup.authenticator.title)
        differing.append(u"title"_s);
    if (row.enabled != world.setup.authenticator.enabled)
        differing.append(u"enabled"_s);
    const auto options = nocobase::allOptions();
    for (const Option option : options) {
        if (!layout.has(option) || !versionKnows(option, world).value_or(true))
            continue;
        if (!isEqual(option, layout.read(row.options, option), world))
            differing.append(nocobase::optionName(option));
    }
    return differing;
}

std::optional<QString> fieldText(const nocobase::Authenticator &row, const nocobase::OptionLayout &layout,
                                 const QString &field)
{
    if (field == u"title"_s)
        return row.title;
    if (field == u"enabled"_s)
        return row.enabled ? u"true"_s : u"false"_s;
    const auto options = nocobase::allOptions();
    for (const Option option : options) {
        if (nocobase::optionName(option) != field || !layout.has(option))
            continue;
        const QJsonValue value = layout.read(row.options, option);
        if (isSwitch(option)) // one that was never touched is not there at all
            return value.toBool() ? u"true"_s : u"false"_s;
        return value.toVariant().toString();
    }
    return std::nullopt;
}

bool isOn(const nocobase::Authenticator &row, const nocobase::OptionLayout &layout, Option option)
{
    return layout.has(option) && layout.read(row.options, option).toBool();
}

QString versionFor(Option option)
{
    const QVersionNumber brought = nocobase::broughtBy(option);
    return brought.isNull() ? QString() : brought.toString();
}

std::optional<bool> versionKnows(Option option, const World &world)
{
    if (nocobase::broughtBy(option).isNull())
        return true;
    const auto *server = world.value(world.facts.server, Inputs::NocobaseHost);
    if (!server || server->version.isNull())
        return std::nullopt;
    return nocobase::knows(server->version, option);
}

} // namespace checks
