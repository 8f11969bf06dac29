// SPDX-License-Identifier: Apache-2.0
#include "assistant/tourplan.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using login::TourHop;

namespace assistant {

namespace {

using Kind = TourStation::Kind;

QList<TourHop> hopsOf(const QJsonArray &names)
{
    QList<TourHop> hops;
    for (const auto &name : names) {
        if (const auto hop = login::tourHopFromName(name.toString()))
            hops.append(*hop);
    }
    return hops;
}

TourChapter goodLoginOver(const QList<TourHop> &hops)
{
    TourChapter chapter;
    chapter.id = TourPlan::goodLogin();
    chapter.playsLogin = true;
    chapter.stations.append({Kind::Opening, {}, false});
    for (const TourHop hop : hops)
        chapter.stations.append({Kind::Hop, hop, false});
    chapter.stations.append({Kind::Ending, {}, false});
    return chapter;
}

TourChapter faultOver(const QJsonObject &row, const QString &subject, const QList<TourHop> &hops)
{
    TourChapter chapter;
    chapter.fault = row[u"fault"_s].toString();
    chapter.id = chapter.fault;
    chapter.subject = subject;
    chapter.declines = row[u"phone"_s].toString() == u"declines"_s;
    chapter.triesWays = row[u"tries"_s].toString() == u"ways"_s;
    chapter.stations.append({Kind::Opening, {}, false});
    const auto at = login::tourHopFromName(row[u"at"_s].toString());
    chapter.playsLogin = at.has_value();
    for (const TourHop hop : hops) {
        if (at && hop <= *at)
            chapter.stations.append({Kind::Hop, hop, hop == *at});
    }
    chapter.stations.append({Kind::Finding, {}, false});
    chapter.stations.append({Kind::Cure, {}, false});
    if (!at) // a login without the fault is a chapter of its own
        chapter.stations.append({Kind::Cured, {}, false});
    return chapter;
}

} // namespace

TourPlan::TourPlan()
{
    QFile file(u":/tour.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject plan = QJsonDocument::fromJson(file.readAll()).object();
    const QList<TourHop> hops = hopsOf(plan[u"login"_s].toArray());
    m_chapters.append(goodLoginOver(hops));
    const QJsonArray subjects = plan[u"subjects"_s].toArray();
    for (const auto &subject : subjects) {
        const QJsonArray faults = subject[u"faults"_s].toArray();
        for (const auto &row : faults)
            m_chapters.append(faultOver(row.toObject(), subject[u"id"_s].toString(), hops));
    }
}

const TourPlan &TourPlan::instance()
{
    static const TourPlan plan;
    return plan;
}

const TourChapter *TourPlan::chapter(const QString &id) const
{
    const auto found = std::find_if(m_chapters.begin(), m_chapters.end(),
                                    [&id](const TourChapter &chapter) { return chapter.id == id; });
    return found == m_chapters.end() ? nullptr : &*found;
}

const TourChapter *TourPlan::after(const QString &id) const
{
    const auto *known = chapter(id);
    return known && known != &m_chapters.last() ? known + 1 : nullptr;
}

} // namespace assistant
