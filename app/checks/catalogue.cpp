// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"

#include "checks/languages.h"
#include "setup/ways.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace checks {

namespace {

QJsonObject loaded(const QString &name)
{
    QFile file(u":/catalogue/"_s + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

// A language's own words over those that stand in for it, word by word: what it lacks is still said.
QJsonObject over(QJsonObject below, const QJsonObject &own)
{
    for (auto it = own.begin(); it != own.end(); ++it)
        below[it.key()] =
            it->isObject() ? QJsonValue(over(below[it.key()].toObject(), it->toObject())) : QJsonValue(*it);
    return below;
}

// Which words of its check a finding without a cause is given.
QString keyOf(const Finding &finding)
{
    const QString chosen = finding.evidence[u"words"_s].toString();
    if (!chosen.isEmpty())
        return chosen;
    if (finding.severity != Severity::Unknown)
        return severityName(finding.severity);
    switch (finding.reason) {
    case Reason::Unreachable:
        return u"unreachable"_s;
    case Reason::OutOfSight:
        return u"outofsight"_s;
    case Reason::None:
    case Reason::NotAsked:
        break;
    }
    return u"notasked"_s;
}

QString timeOfDay(const QString &iso, const QString &language)
{
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODate);
    return at.isValid() ? QLocale(language).toString(at.toLocalTime().time(), QLocale::ShortFormat)
                        : QString();
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

const Catalogue &Catalogue::instance()
{
    static const Catalogue catalogue;
    return catalogue;
}

Catalogue::Catalogue()
{
    m_structure = loaded(u"causes"_s)[u"causes"_s].toObject();
    for (const LanguageEntry &entry : checks::languages())
        m_words.insert(entry.code, over(m_words.value(entry.instead), loaded(entry.code)));
}

QJsonObject Catalogue::in(const QString &section, const QString &key, const QString &language) const
{
    const auto known = m_words.constFind(language);
    const auto words = known != m_words.constEnd() ? known : m_words.constFind(languageFor({language}));
    const QJsonValue entry = words->value(section)[key];
    return entry.isString() ? QJsonObject{{u"text"_s, entry}} : entry.toObject();
}

// A value as words: enumerations and option names have words of their own, lists are joined.
QString Catalogue::shown(const QString &name, const QJsonValue &value, const QString &language) const
{
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray list = value.toArray();
        for (const auto &part : list) {
            const QString option = label(u"options"_s, part.toString(), language);
            parts.append(option.isEmpty() ? part.toString() : option);
        }
        return parts.join(label(u"general"_s, u"separator"_s, language));
    }
    if (name == u"until"_s)
        return timeOfDay(value.toString(), language);
    const QString text = value.toVariant().toString();
    const QString known = in(u"values"_s, name, language)[text].toString();
    return known.isEmpty() ? text : known;
}

// Puts the evidence in. What is missing gets a word that keeps the sentence readable.
QString Catalogue::filled(const QString &text, const QJsonObject &evidence, const QString &language) const
{
    static const QRegularExpression placeholder(u"\\{(\\w+)\\}"_s);
    QString out;
    qsizetype from = 0;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString name = match.captured(1);
        QString value = name == u"fault"_s
                            ? sentence(u"faults"_s, evidence[name].toString(), evidence, language)
                        : evidence.contains(name) ? shown(name, evidence[name], language)
                                                  : QString();
        if (value.isEmpty())
            value = label(u"placeholders"_s, name, language);
        out += match.capturedStart() == 0 && !evidence.contains(name) ? capitalised(value) : value;
    }
    out += QStringView(text).mid(from);
    return out;
}

void Catalogue::addCause(Words &words, const QString &cause, const Finding &finding,
                         const QString &language) const
{
    const QJsonObject structure = m_structure[cause].toObject();
    const QJsonObject said = in(u"causes"_s, cause, language);
    // What needs a value that only the proof brings is not advised without it.
    const bool isUnproven = finding.cause.isEmpty() && said.contains(u"todounproven"_s);
    const QJsonArray todo = said[isUnproven ? u"todounproven"_s : u"todo"_s].toArray();
    for (const auto &step : todo)
        words.todo.append(filled(step.toString(), finding.evidence, language));
    words.place = structure[u"place"_s].toString();
    words.paste = finding.evidence[structure[u"paste"_s].toString()].toString();
    words.link = QUrl(filled(structure[u"link"_s].toString(), finding.evidence, language));
    words.jump = setup::stepFromName(structure[u"jump"_s].toString());
}

Words Catalogue::words(const Finding &finding, const QString &language) const
{
    Words words;
    words.actionLabel = label(u"actions"_s, finding.action, language);
    if (!finding.cause.isEmpty()) {
        const QJsonObject cause = in(u"causes"_s, finding.cause, language);
        words.title = filled(cause[u"title"_s].toString(finding.cause), finding.evidence, language);
        if (setup::wayOf(finding.check)) // one of several of its kind: which one comes first
            words.title =
                checkName(finding.check, language) + label(u"general"_s, u"colon"_s, language) + words.title;
        words.detail = filled(cause[u"detail"_s].toString(), finding.evidence, language);
        words.seen = m_structure[finding.cause][u"seen"_s].toString();
        words.proof = filled(cause[u"proof"_s].toString(), finding.evidence, language);
        words.ruledOutBy = filled(cause[u"ruledout"_s].toString(), finding.evidence, language);
        addCause(words, finding.cause, finding, language);
        return words;
    }
    const QJsonObject check = in(u"checks"_s, finding.check, language);
    const QString key = keyOf(finding);
    if (check.contains(key)) {
        words.title = filled(check[key].toString(), finding.evidence, language);
        words.detail = filled(check[key + u"detail"_s].toString(), finding.evidence, language);
    } else {
        const QJsonObject name{{u"list"_s, check[u"name"_s].toString(finding.check)}};
        words.title = filled(label(u"general"_s, u"unclear"_s, language), name, language);
    }
    if (finding.isWrong() && finding.possible.size() == 1)
        addCause(words, finding.possible.first(), finding, language);
    if (finding.severity == Severity::Unknown && finding.possible.size() == 1)
        words.jump = setup::stepFromName(m_structure[finding.possible.first()][u"jump"_s].toString());
    const QString known = finding.evidence[u"known"_s].toString();
    if (finding.isWrong() && !known.isEmpty())
        words.jump = setup::stepFromName(m_structure[known][u"jump"_s].toString());
    const QString tell = label(u"tells"_s, finding.evidence[u"tell"_s].toString(), language);
    if (finding.possible.size() > 1 && !tell.isEmpty())
        words.todo = {filled(tell, finding.evidence, language)};
    return words;
}

QString Catalogue::faultText(const net::Fault &fault, const QString &language) const
{
    QJsonObject params;
    for (auto it = fault.params.begin(); it != fault.params.end(); ++it)
        params[it.key()] = it.value();
    // A file that is missing or wrong is told with its name and what to do about it.
    const QString name = net::faultName(fault.code);
    QString text;
    if (fault.params.contains(u"reason"_s)) // what exactly, where there are words for it
        text = label(u"faults"_s, name + u'-' + fault.param(u"reason"_s), language);
    if (text.isEmpty() && fault.params.contains(u"path"_s))
        text = label(u"faults"_s, name + u"-file"_s, language);
    else if (text.isEmpty() && fault.param(u"field"_s) == u"updatedAt"_s) // changed since it was applied
        text = label(u"faults"_s, name + u"-since"_s, language);
    if (text.isEmpty())
        text = label(u"faults"_s, name, language);
    // WeCom's number is known by its cause.
    const QString cause =
        fault.code == net::FaultCode::WecomError ? causeOfCode(fault.number(u"errcode"_s)) : u"wecom.other"_s;
    if (cause != u"wecom.other"_s)
        text = causeTitle(cause, language) + label(u"general"_s, u"end"_s, language);
    if (text.isEmpty())
        text = label(u"faults"_s, u"unknown"_s, language);
    return filled(text, params, language);
}

QString Catalogue::vantageText(setup::Vantage vantage, const QString &language) const
{
    return label(u"vantages"_s, setup::vantageName(vantage), language);
}

StepWords Catalogue::step(setup::StepId id, const QString &language) const
{
    const QJsonObject words = in(u"steps"_s, setup::stepName(id), language);
    const QString group = label(u"groups"_s, words[u"group"_s].toString(), language);
    return {words[u"title"_s].toString(), words[u"rail"_s].toString(), words[u"lead"_s].toString(), group};
}

QString Catalogue::causeTitle(const QString &cause, const QString &language) const
{
    const QJsonObject words = in(u"causes"_s, cause, language);
    const QString name = words[u"short"_s].toString();
    return name.isEmpty() ? filled(words[u"title"_s].toString(cause), {}, language) : name;
}

TourText Catalogue::tour(const QString &key, const QString &language, const QJsonObject &values) const
{
    const QJsonObject words = in(u"tour"_s, key, language);
    return {filled(words[u"title"_s].toString(), values, language),
            filled(words[u"text"_s].toString(), values, language).trimmed()};
}

QString Catalogue::label(const QString &section, const QString &key, const QString &language) const
{
    return in(section, key, language)[u"text"_s].toString();
}

QString Catalogue::sentence(const QString &section, const QString &key, const QJsonObject &evidence,
                            const QString &language) const
{
    return filled(label(section, key, language), evidence, language);
}

QString Catalogue::checkName(const QString &check, const QString &language) const
{
    return in(u"checks"_s, check, language)[u"name"_s].toString(check);
}

QString Catalogue::possibleText(const Finding &finding, const QString &language) const
{
    if (finding.possible.isEmpty())
        return {};
    QStringList titles;
    for (const QString &cause : finding.possible)
        titles.append(causeTitle(cause, language));
    const QString list = titles.join(label(u"general"_s, u"separator"_s, language));
    return filled(label(u"general"_s, u"possible"_s, language), {{u"list"_s, list}}, language);
}

QString Catalogue::proofText(const Finding &finding, const QString &language) const
{
    const QString proof = in(u"causes"_s, finding.cause, language)[u"proof"_s].toString();
    if (finding.cause.isEmpty() || proof.isEmpty())
        return {};
    const QString said = filled(proof, finding.evidence, language);
    return filled(label(u"general"_s, u"proof"_s, language), {{u"list"_s, said}}, language);
}

QString Catalogue::causeOfCode(int errcode) const
{
    for (auto it = m_structure.begin(); it != m_structure.end(); ++it) {
        if (it.value()[u"codes"_s].toArray().contains(errcode))
            return it.key();
    }
    return u"wecom.other"_s;
}

setup::Told Catalogue::recognised(const QString &said) const
{
    static const QRegularExpression number(u"(?:errcode|errorcode|query\\?e)[\"'\\s:=]*(-?\\d{1,7})"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression from(u"from ip: ([0-9]{1,3}(?:\\.[0-9]{1,3}){3})"_s);
    static const QRegularExpression space(u"\\s+"_s);
    setup::Told told;
    if (const auto address = from.match(said); address.hasMatch())
        told.address = address.captured(1);
    if (const auto code = number.match(said); code.hasMatch() && code.captured(1).toInt() != 0) {
        told.errcode = code.captured(1).toInt();
        told.cause = causeOfCode(told.errcode);
        return told;
    }
    // The longest of the known texts in it: a short one may be part of another's.
    const QString text = QString(said).remove(space).toLower();
    qsizetype best = 0;
    for (auto it = m_structure.begin(); it != m_structure.end(); ++it) {
        const QJsonArray known = it.value()[u"texts"_s].toArray();
        for (const auto &entry : known) {
            const QString one = entry.toString().remove(space).toLower();
            if (one.size() > best && text.contains(one)) {
                best = one.size();
                told.cause = it.key();
            }
        }
    }
    return told;
}

QStringList Catalogue::causes() const
{
    return m_structure.keys();
}

QStringList Catalogue::languages() const
{
    return m_words.keys();
}

} // namespace checks
