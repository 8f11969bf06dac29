// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/tourplan.h"
#include "checks/finding.h"

#include <QStringList>

#include <chrono>

namespace assistant {

// What is said at a station, in one language. All of it is from the catalogue: what is special to a fault are
// the words of its cause.
struct TourWords
{
    QString title;
    QString text;
    QStringList todo; // of a Cure
};
// seen: what the assistant says of the fault by now, for the values in its words.
TourWords tourWords(const TourChapter &chapter, const TourStation &station, const QString &language,
                    const std::optional<checks::Finding> &seen = {});
QString tourChapterTitle(const TourChapter &chapter, const QString &language);

// How long somebody needs to read it and to look at what it tells of.
std::chrono::milliseconds readingTime(const TourWords &words);

} // namespace assistant
