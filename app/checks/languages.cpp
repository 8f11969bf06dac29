// SPDX-License-Identifier: Apache-2.0
#include "checks/languages.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace checks {

namespace {

QStringList strings(const QJsonValue &list)
{
    QStringList all;
    const QJsonArray entries = list.toArray();
    for (const auto &entry : entries)
        all.append(entry.toString());
    return all;
}

Script scriptOf(const QString &name)
{
    if (name == u"simplified"_s)
        return Script::Simplified;
    if (name == u"traditional"_s)
        return Script::Traditional;
    return name == u"japanese"_s ? Script::Japanese : Script::Latin;
}

QList<LanguageEntry> readLanguages()
{
    QList<LanguageEntry> all;
    const QDir folder(u":/languages"_s); // tests put one of their own beside ours
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    QJsonArray rows;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonArray some = QJsonDocument::fromJson(file.readAll())[u"languages"_s].toArray();
        for (const auto &row : some)
            rows.append(row);
    }
    for (const auto &row : std::as_const(rows))
        all.append(LanguageEntry{row[u"code"_s].toString(), row[u"name"_s].toString(),
                                 strings(row[u"tags"_s]), row[u"instead"_s].toString(),
                                 scriptOf(row[u"script"_s].toString()), strings(row[u"fonts"_s])});
    if (all.isEmpty()) // the texts in the source are English
        all.append({u"en"_s, u"English"_s, {u"en"_s}, {}, Script::Latin, {}});
    return all;
}

// How much of a system's name a language answers to; nothing when it is another's.
qsizetype match(const LanguageEntry &language, const QString &wanted)
{
    qsizetype best = 0;
    for (const QString &tag : language.tags) {
        if (wanted == tag || wanted.startsWith(tag + u'-'))
            best = std::max(best, tag.size());
    }
    return best;
}

} // namespace

const QList<LanguageEntry> &languages()
{
    static const QList<LanguageEntry> all = readLanguages();
    return all;
}

bool isLanguage(const QString &code)
{
    return languageCodes().contains(code);
}

const LanguageEntry &language(const QString &code)
{
    const auto &all = languages();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const LanguageEntry &entry) { return entry.code == code; });
    return found == all.end() ? all.first() : *found;
}

QStringList languageCodes()
{
    QStringList codes;
    for (const LanguageEntry &entry : languages())
        codes.append(entry.code);
    return codes;
}

QString languageFor(const QStringList &wanted)
{
    for (const QString &name : wanted) {
        const QString tag = QString(name).replace(u'_', u'-');
        const LanguageEntry *best = nullptr;
        for (const LanguageEntry &entry : languages()) {
            if (match(entry, tag) > (best ? match(*best, tag) : 0))
                best = &entry;
        }
        if (best)
            return best->code;
    }
    return languages().first().code;
}

QString unknownLanguage(const QString &code)
{
    return u"Unknown language “%1”. Known: %2"_s.arg(code, languageCodes().join(u", "_s));
}

} // namespace checks
