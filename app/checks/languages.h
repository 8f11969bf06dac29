// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace checks {

// Which characters a language is written with; its fonts must have them.
enum class Script { Latin, Simplified, Traditional, Japanese };

// A language of the program, a row of resources/languages.json: the one list of them. Programs, catalogue,
// build, packages and tests all read it.
struct LanguageEntry
{
    QString code;     // as of the files of words: "zh_TW"
    QString name;     // in itself: "繁體中文"
    QStringList tags; // beginnings of the system's names for it, e.g. "zh-Hant"; the longest one counts
    QString instead;  // whose words stand in where its own are missing; empty for English
    Script script = Script::Latin;
    QStringList fonts; // families with its forms of Chinese characters, the best first
};

const QList<LanguageEntry> &languages();
// English for a code that is not in the list.
const LanguageEntry &language(const QString &code);
bool isLanguage(const QString &code);
QStringList languageCodes();
// The first of the wanted ones that the program has, from names like "zh-Hant-HK", "zh_TW" or "ja-JP";
// English when there is none.
QString languageFor(const QStringList &wanted);
// "Unknown language “tlh”. Known: en, …", for both programs' command lines.
QString unknownLanguage(const QString &code);

} // namespace checks
