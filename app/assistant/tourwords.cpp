// SPDX-License-Identifier: Apache-2.0
#include "assistant/tourwords.h"

#include "checks/catalogue.h"

#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace assistant {

namespace {

using Kind = TourStation::Kind;

QString keyOf(const TourChapter &chapter, const TourStation &station, bool proven)
{
    switch (station.kind) {
    case Kind::Opening:
        return chapter.fault.isEmpty() ? u"opening"_s : u"opening-fault"_s;
    case Kind::Hop:
        return station.goesWrong ? u"goes-wrong"_s : login::tourHopName(*station.hop);
    case Kind::Finding:
        return proven ? u"finding"_s : u"finding-possible"_s;
    case Kind::Cure:
        return u"cure"_s;
    case Kind::Cured:
        return u"cured"_s;
    case Kind::Ending:
        return u"ending"_s;
    }
    return {};
}

// The words of the cause itself, with the values that were seen where they were.
checks::Words causeWords(const QString &cause, const QString &language,
                         const std::optional<checks::Finding> &seen)
{
    checks::Finding finding = seen.value_or(checks::Finding());
    finding.cause = cause;
    finding.severity = checks::Severity::Problem;
    return checks::Catalogue::instance().words(finding, language);
}

} // namespace

QString tourChapterTitle(const TourChapter &chapter, const QString &language)
{
    const auto &catalogue = checks::Catalogue::instance();
    return chapter.fault.isEmpty() ? catalogue.tour(u"good-login"_s, language, {}).title
                                   : catalogue.causeTitle(chapter.fault, language);
}

TourWords tourWords(const TourChapter &chapter, const TourStation &station, const QString &language,
                    const std::optional<checks::Finding> &seen)
{
    const auto cause = chapter.fault.isEmpty() ? checks::Words() : causeWords(chapter.fault, language, seen);
    const bool proven = !seen || !seen->cause.isEmpty();
    const QString title = seen ? cause.title : tourChapterTitle(chapter, language);
    const QJsonObject values{{u"title"_s, title}, {u"detail"_s, cause.detail}, {u"proof"_s, cause.proof}};
    const auto words = checks::Catalogue::instance().tour(keyOf(chapter, station, proven), language, values);
    return {words.title, words.text, station.kind == Kind::Cure ? cause.todo : QStringList()};
}

std::chrono::milliseconds readingTime(const TourWords &words)
{
    static const QRegularExpression han(u"[\\p{Han}\\p{Hiragana}\\p{Katakana}]"_s), space(u"\\s+"_s);
    const QString all = words.title + u' ' + words.text + u' ' + words.todo.join(u' ');
    const auto characters = all.count(han);
    const auto others = QString(all).remove(han).split(space, Qt::SkipEmptyParts).size();
    const auto needed = 2000ms + 180ms * characters + 300ms * others;
    return std::clamp<std::chrono::milliseconds>(needed, 4s, 25s);
}

} // namespace assistant
