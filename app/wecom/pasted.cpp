// SPDX-License-Identifier: Apache-2.0
#include "wecom/pasted.h"

#include "wecom/identifiers.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace wecom {

namespace {

constexpr qsizetype longestText = 20000; // longer ones are no note with three values in it

std::optional<Field> fieldByShape(const QString &value)
{
    const Shape company = companyIdShape(value);
    if (company == Shape::Good || (company == Shape::PublicAccount && value.startsWith(u"wx"_s)))
        return Field::CompanyId;
    if (agentIdShape(value) == Shape::Good)
        return Field::AgentId;
    if (secretShape(value) == Shape::Good)
        return Field::Secret;
    return std::nullopt;
}

// The word in front of the value.
QString labelled(const QString &text, Field field)
{
    static const QRegularExpression company(u"(?<![0-9A-Za-z])(w[wx][0-9a-f]{16})(?![0-9A-Za-z])"_s);
    static const QRegularExpression agent(u"(?i)agent[\\s_]*id[\"']?\\s*[=:]?\\s*[\"']?(\\d{1,10})(?!\\d)"_s);
    static const QRegularExpression secret(
        u"(?i)secret[\"']?\\s*[=:]?\\s*[\"']?([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])"_s);
    const QRegularExpression &pattern = field == Field::CompanyId ? company
                                        : field == Field::AgentId ? agent
                                                                  : secret;
    return pattern.match(text).captured(1);
}

QString alone(const QStringList &words, Field field)
{
    for (const QString &word : words) {
        if (fieldByShape(word) == field)
            return word;
    }
    return {};
}

bool isConsoleAddress(const QString &text)
{
    const QUrl url(text.contains(u"://"_s) ? text : u"https://"_s + text);
    return url.host() == u"work.weixin.qq.com"_s && url.path().startsWith(u"/wework_admin"_s);
}

} // namespace

std::optional<QString> Pasted::value(Field field) const
{
    for (const Value &one : values) {
        if (one.field == field)
            return one.text;
    }
    return std::nullopt;
}

Pasted readPasted(const QString &raw)
{
    Pasted pasted;
    pasted.text = cleaned(raw);
    if (pasted.text.isEmpty())
        return pasted;
    if (const auto field = fieldByShape(pasted.text)) { // also where a line break stands within it
        pasted.kind = Pasted::Kind::Values;
        pasted.values = {{*field, pasted.text}};
        return pasted;
    }
    static const QRegularExpression lineBreaks(u"[\\r\\n\\t\\x{2028}\\x{2029}]+"_s);
    static const QRegularExpression gaps(u"[\\s,;|，；、]+"_s);
    const QString spaced = cleaned(QString(raw.left(longestText)).replace(lineBreaks, u" "_s));
    const QStringList words = spaced.split(gaps, Qt::SkipEmptyParts);
    for (const Field field : {Field::CompanyId, Field::AgentId, Field::Secret}) {
        QString found = labelled(spaced, field);
        if (found.isEmpty())
            found = alone(words, field);
        if (!found.isEmpty())
            pasted.values.append({field, found});
    }
    if (!pasted.values.isEmpty())
        pasted.kind = Pasted::Kind::Values;
    else if (isMasked(pasted.text))
        pasted.kind = Pasted::Kind::Masked;
    else if (isConsoleAddress(pasted.text))
        pasted.kind = Pasted::Kind::ConsolePage;
    else
        pasted.kind = Pasted::Kind::Other;
    return pasted;
}

} // namespace wecom
