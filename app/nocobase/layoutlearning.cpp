// SPDX-License-Identifier: Apache-2.0
#include "nocobase/jsonleaves.h"
#include "nocobase/optionlayout.h"

#include "net/redactor.h"
#include "wecom/identifiers.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace nocobase {

namespace {

// How a key may be called; looked at only between equals, for switches and for templates.
QRegularExpression nameOf(Option option)
{
    const auto pattern = [&]() -> QString {
        switch (option) {
        case Option::CompanyId:
            return u"^(corp|company)[_-]?(id|key)?$|^app[_-]?key$"_s;
        case Option::AgentId:
            return u"^agent[_-]?id$"_s;
        case Option::Secret:
            return u"secret$"_s;
        case Option::Origin:
            return u"origin|domain|base[_-]?url|host"_s;
        case Option::AutoSignup:
            return u"auto[_-]?(sign[_-]?up|create|register)"_s;
        case Option::AutomaticLogin:
            return u"auto(matic)?[_-]?(log[_-]?in|sign[_-]?in)"_s;
        case Option::RedirectLink:
            return u"redirect"_s;
        case Option::Tooltip:
            return u"tool[_-]?tip|button[_-]?tip"_s;
        }
        return u"(?!)"_s;
    };
    return QRegularExpression(pattern(), QRegularExpression::CaseInsensitiveOption);
}

QString asText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

bool isWebOrigin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return (url.scheme() == u"https"_s || url.scheme() == u"http"_s) && !url.host().isEmpty() &&
           url.path().size() < 2 && !url.hasQuery();
}

// Could a form have saved this value for this option?
bool fits(Option option, const QJsonValue &value)
{
    const QString text = asText(value);
    switch (option) {
    case Option::CompanyId:
        return value.isString() && wecom::companyIdShape(text) == wecom::Shape::Good;
    case Option::AgentId:
        return (value.isString() || value.isDouble()) && wecom::agentIdShape(text) == wecom::Shape::Good;
    case Option::Secret:
        return value.isString() && wecom::secretShape(text) == wecom::Shape::Good;
    case Option::Origin:
        return value.isString() && isWebOrigin(text);
    case Option::AutoSignup:
    case Option::AutomaticLogin:
        return value.isBool();
    case Option::RedirectLink:
        // A path of the application; an absolute one is a callback of some other plugin.
        return value.isString() && (text.isEmpty() || text.startsWith(u'/'));
    case Option::Tooltip:
        return value.isString();
    }
    return false;
}

bool isToldByName(Option option)
{
    return option == Option::AutoSignup || option == Option::AutomaticLogin ||
           option == Option::RedirectLink || option == Option::Tooltip;
}

using Leaves = QList<JsonLeaf>;

Leaves having(const Leaves &leaves, const std::function<bool(const JsonLeaf &)> &quality)
{
    Leaves result;
    std::copy_if(leaves.cbegin(), leaves.cend(), std::back_inserter(result), quality);
    return result;
}

class Learning
{
public:
    explicit Learning(const QJsonObject &options) : m_free(leavesOf(options)) {}

    // Somebody was asked, and this is the answer.
    void placeByAnswer(Option option, const QString &pointer)
    {
        const bool isThere =
            place(option, having(m_free, [&](const JsonLeaf &leaf) { return leaf.pointer == pointer; }));
        if (isThere || pointer.isEmpty())
            m_answered << option;
    }

    // Whoever holds exactly this value.
    bool placeByValue(Option option, const QString &value)
    {
        if (value.isEmpty() || isSettled(option))
            return false;
        return placeOne(option,
                        having(m_free, [&](const JsonLeaf &leaf) { return asText(leaf.value) == value; }));
    }

    void placeByShape(Option option)
    {
        if (isSettled(option) || isToldByName(option))
            return;
        placeOne(option, having(m_free, [&](const JsonLeaf &leaf) { return fits(option, leaf.value); }));
    }

    void placeByName(Option option)
    {
        if (isSettled(option))
            return;
        const QRegularExpression name = nameOf(option);
        const Leaves named = having(m_free, [&](const JsonLeaf &leaf) {
            const bool possible =
                isTemplate(leaf.value) || (isToldByName(option) && fits(option, leaf.value));
            return possible && name.match(leaf.key).hasMatch();
        });
        if (named.size() == 1 && place(option, named))
            m_layout.guessed << option;
        else if (named.size() > 1)
            m_layout.ambiguous.insert(option, pointersOf(named));
    }

    // What is still free of the places in question; a marker row's switches have no other sign than being
    // one.
    void nameCandidates(Option option)
    {
        const bool isSwitch = option == Option::AutoSignup || option == Option::AutomaticLogin;
        const auto isFree = [this](const QString &pointer) {
            return std::any_of(m_free.cbegin(), m_free.cend(),
                               [&](const JsonLeaf &leaf) { return leaf.pointer == pointer; });
        };
        if (m_layout.ambiguous.contains(option)) {
            QStringList &places = m_layout.ambiguous[option];
            places.removeIf([&](const QString &pointer) { return !isFree(pointer); });
            if (places.isEmpty() || isSettled(option))
                m_layout.ambiguous.remove(option);
        } else if (isSwitch && !isSettled(option) && m_layout.source == LayoutSource::MarkerRow) {
            const Leaves fitting =
                having(m_free, [&](const JsonLeaf &leaf) { return fits(option, leaf.value); });
            if (!fitting.isEmpty())
                m_layout.ambiguous.insert(option, pointersOf(fitting));
        }
    }

    OptionLayout &layout() { return m_layout; }

private:
    bool isSettled(Option option) const { return m_layout.has(option) || m_answered.contains(option); }

    static QStringList pointersOf(const Leaves &leaves)
    {
        QStringList pointers;
        for (const JsonLeaf &leaf : leaves)
            pointers << leaf.pointer;
        return pointers;
    }

    // Of several, the one whose name says so; else none.
    bool placeOne(Option option, const Leaves &candidates)
    {
        const QRegularExpression name = nameOf(option);
        if (candidates.size() < 2)
            return place(option, candidates);
        const Leaves named =
            having(candidates, [&](const JsonLeaf &leaf) { return name.match(leaf.key).hasMatch(); });
        if (place(option, named))
            return true;
        QStringList &places = m_layout.ambiguous[option];
        for (const JsonLeaf &leaf : candidates) {
            if (!places.contains(leaf.pointer))
                places << leaf.pointer;
        }
        return false;
    }

    bool place(Option option, const Leaves &candidates)
    {
        if (candidates.size() != 1)
            return false;
        const QString pointer = candidates.first().pointer;
        m_layout.pointers.insert(option, pointer);
        m_layout.ambiguous.remove(option);
        m_free.removeIf([&](const JsonLeaf &leaf) { return leaf.pointer == pointer; });
        return true;
    }

    Leaves m_free; // not yet placed
    QList<Option> m_answered;
    OptionLayout m_layout;
};

} // namespace

QMap<Option, QString> markerValues()
{
    return {{Option::CompanyId, u"wecom-setup-company-id"_s},
            {Option::AgentId, u"9999999"_s},
            {Option::Secret, u"wecom-setup-secret"_s},
            {Option::Origin, u"https://wecom-setup.invalid"_s},
            {Option::RedirectLink, u"/wecom-setup-redirect"_s},
            {Option::Tooltip, u"wecom-setup-tooltip"_s}};
}

bool isMarkerRow(const Authenticator &row)
{
    const QList<JsonLeaf> leaves = leavesOf(row.options);
    const auto holds = [&](Option option) {
        const QString marker = markerValues().value(option);
        return std::any_of(leaves.cbegin(), leaves.cend(),
                           [&](const JsonLeaf &leaf) { return asText(leaf.value) == marker; });
    };
    return !row.enabled && holds(Option::CompanyId) && holds(Option::Secret);
}

OptionLayout learnLayout(const Authenticator &row, const QMap<Option, QString> &knownValues,
                         const QMap<Option, QString> &answers)
{
    Learning learning(row.options);
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        learning.placeByAnswer(it.key(), it.value());
    const QMap<Option, QString> markers = markerValues();
    const QList<Option> options = allOptions();
    for (const Option option : options) {
        if (learning.placeByValue(option, markers.value(option)))
            learning.layout().source = LayoutSource::MarkerRow;
    }
    for (const Option option : options)
        learning.placeByValue(option, knownValues.value(option));
    for (const Option option : options)
        learning.placeByShape(option);
    for (const Option option : options)
        learning.placeByName(option);
    for (const Option option : options)
        learning.nameCandidates(option);
    learning.layout().learnedFrom = row.name;
    return learning.layout();
}

std::optional<OptionLayout> knownLayout(const QString &packageName, const QString &version)
{
    QFile file(u":/layouts.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QVersionNumber wanted = QVersionNumber::fromString(version);
    const QJsonArray table = QJsonDocument::fromJson(file.readAll()).object().value(u"layouts"_s).toArray();
    for (const QJsonValue &value : table) {
        const QJsonObject entry = value.toObject();
        const auto bound = [&](const QString &name) {
            return QVersionNumber::fromString(entry.value(name).toString());
        };
        if (entry.value(u"package"_s).toString() != packageName || wanted < bound(u"from"_s))
            continue;
        if (!bound(u"below"_s).isNull() && wanted >= bound(u"below"_s))
            continue;
        std::optional<OptionLayout> layout = OptionLayout::fromJson(entry);
        if (layout)
            layout->source = LayoutSource::KnownTable;
        return layout;
    }
    return {};
}

QStringList publicSecrets(const Authenticator &row, const OptionLayout &layout)
{
    QStringList pointers;
    const QList<JsonLeaf> leaves = leavesOf(row.options);
    for (const JsonLeaf &leaf : leaves) {
        const QString text = leaf.value.toString();
        if (!leaf.pointer.startsWith(u"/public/"_s) || text.isEmpty())
            continue;
        const bool isSecret = leaf.pointer == layout.pointers.value(Option::Secret) ||
                              wecom::secretShape(text) == wecom::Shape::Good ||
                              net::redact::isSecretName(leaf.key);
        if (isSecret)
            pointers << leaf.pointer;
    }
    return pointers;
}

} // namespace nocobase
