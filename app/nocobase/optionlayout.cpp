// SPDX-License-Identifier: Apache-2.0
#include "nocobase/optionlayout.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nocobase {

namespace {

struct Name
{
    Option option;
    const char16_t *text;
};
constexpr std::array names{
    Name{Option::CompanyId, u"companyId"},
    Name{Option::AgentId, u"agentId"},
    Name{Option::Secret, u"secret"},
    Name{Option::Origin, u"origin"},
    Name{Option::AutoSignup, u"autoSignup"},
    Name{Option::AutomaticLogin, u"automaticLogin"},
    Name{Option::RedirectLink, u"redirectLink"},
    Name{Option::Tooltip, u"tooltip"},
};

struct SourceName
{
    LayoutSource source;
    const char16_t *text;
};
constexpr std::array sourceNames{
    SourceName{LayoutSource::ExistingRow, u"existing-row"},
    SourceName{LayoutSource::MarkerRow, u"marker-row"},
    SourceName{LayoutSource::KnownTable, u"known-table"},
};

// RFC 6901: "/a/b", with ~1 for a slash and ~0 for a tilde within a key.
QStringList keysOf(const QString &pointer)
{
    QStringList keys = pointer.split(u'/').mid(1);
    for (QString &key : keys)
        key.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    return keys;
}

QJsonObject writtenAt(QJsonObject object, const QStringList &keys, const QJsonValue &value)
{
    const QString &key = keys.first();
    if (keys.size() == 1)
        object.insert(key, value);
    else
        object.insert(key, writtenAt(object.value(key).toObject(), keys.mid(1), value));
    return object;
}

} // namespace

QString optionName(Option option)
{
    for (const Name &entry : names) {
        if (entry.option == option)
            return QString::fromUtf16(entry.text);
    }
    return {};
}

std::optional<Option> optionFromName(const QString &name)
{
    for (const Name &entry : names) {
        if (name == QStringView(entry.text))
            return entry.option;
    }
    return {};
}

QList<Option> allOptions()
{
    QList<Option> all;
    for (const Name &entry : names)
        all << entry.option;
    return all;
}

bool OptionLayout::isUsable() const
{
    return has(Option::CompanyId) && has(Option::AgentId) && has(Option::Secret);
}

QJsonValue OptionLayout::read(const QJsonObject &options, Option option) const
{
    QJsonValue value = options;
    const QString pointer = pointers.value(option);
    if (pointer.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    const QStringList keys = keysOf(pointer);
    for (const QString &key : keys)
        value = value.toObject().value(key);
    return value;
}

QJsonObject OptionLayout::written(QJsonObject options, Option option, const QJsonValue &value) const
{
    const QString pointer = pointers.value(option);
    if (pointer.isEmpty())
        return options;
    return writtenAt(options, keysOf(pointer), value);
}

QJsonObject OptionLayout::toJson() const
{
    QJsonObject places;
    for (auto it = pointers.cbegin(); it != pointers.cend(); ++it)
        places.insert(optionName(it.key()), it.value());
    QJsonArray byName;
    for (const Option option : guessed)
        byName << optionName(option);
    const auto &known = sourceNames[static_cast<std::size_t>(source)];
    return {{u"pointers"_s, places}, {u"source"_s, QString::fromUtf16(known.text)}, {u"guessed"_s, byName}};
}

std::optional<OptionLayout> OptionLayout::fromJson(const QJsonObject &json)
{
    OptionLayout layout;
    const QJsonObject places = json.value(u"pointers"_s).toObject();
    for (auto it = places.constBegin(); it != places.constEnd(); ++it) {
        const std::optional<Option> option = optionFromName(it.key());
        const QString pointer = it.value().toString();
        if (option && pointer.startsWith(u'/') && pointer.size() > 1)
            layout.pointers.insert(*option, pointer);
    }
    if (layout.pointers.isEmpty())
        return {};
    const QString source = json.value(u"source"_s).toString();
    for (const SourceName &entry : sourceNames) {
        if (source == QStringView(entry.text))
            layout.source = entry.source;
    }
    const QJsonArray byName = json.value(u"guessed"_s).toArray();
    for (const QJsonValue &value : byName) {
        if (const std::optional<Option> option = optionFromName(value.toString());
            option && layout.has(*option))
            layout.guessed << *option;
    }
    return layout;
}

bool isTemplate(const QJsonValue &value)
{
    static const QRegularExpression variable(uR"(\{\{\s*\$env\.[^}]+\}\})"_s);
    return value.isString() && variable.match(value.toString()).hasMatch();
}

} // namespace nocobase
