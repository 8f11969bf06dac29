// SPDX-License-Identifier: Apache-2.0
#include "steps/logintimeline.h"

#include "checks/catalogue.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;
using login::HopKind;
using login::Outcome;

namespace {

constexpr int scanSeconds = 300; // as long as SetupSession waits for a person

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::LoginTimeline)
};

const login::Hop *find(const login::Trace &trace, std::initializer_list<HopKind> kinds)
{
    for (const auto &hop : trace.hops) {
        if (std::find(kinds.begin(), kinds.end(), hop.kind) != kinds.end())
            return &hop;
    }
    return nullptr;
}

QString placeOf(const login::Hop &hop)
{
    const QString port = hop.url.port() > 0 ? u":%1"_s.arg(hop.url.port()) : QString();
    return hop.url.host() + port + hop.url.path();
}

QString secondsFrom(const QDateTime &from, const QDateTime &to)
{
    return Words::tr("%1 s").arg(double(from.msecsTo(to)) / 1000, 0, 'f', 1);
}

Timeline::Item opened(const login::Trace &trace, const login::Hop *page, const login::Hop *after)
{
    if (!page)
        return {Mark::Todo, Words::tr("Sign-in page opened"), {}};
    const QString took = after ? u" · "_s + secondsFrom(page->at, after->at) : QString();
    const bool ended = trace.outcome != Outcome::Running && !after;
    return {after || !ended ? Mark::Ok : Mark::Problem, Words::tr("Sign-in page opened"),
            placeOf(*page) + took};
}

Timeline::Item sent(const login::Hop *wecom, const std::optional<wecom::LoginLink> &link)
{
    const QString title = Words::tr("NocoBase sent you to WeCom");
    if (!wecom)
        return {Mark::Todo, title, {}};
    if (wecom->proven)
        return {Mark::Ok, title, Words::tr("Company ID, AgentId and callback domain are right")};
    return {Mark::Warning, title,
            link ? Words::tr("It carries Company ID %1, AgentId %2").arg(link->companyId, link->agentId)
                 : Words::tr("Its address could not be read")};
}

Timeline::Item scan(const login::Hop *wecom, const login::Hop *callback, const QDateTime &now, bool scanned)
{
    if (callback)
        return {Mark::Ok, Words::tr("Scanned and confirmed"), {}};
    if (!wecom)
        return {Mark::Todo, Words::tr("Waiting for the scan"), {}};
    const qint64 left = std::max<qint64>(0, scanSeconds - wecom->at.secsTo(now));
    const QString clock = u"%1:%2"_s.arg(left / 60).arg(left % 60, 2, 10, QChar(u'0'));
    return {Mark::Running,
            scanned ? Words::tr("Scanned; waiting for the confirmation on the phone")
                    : Words::tr("Waiting for the scan"),
            Words::tr("%1 left").arg(clock)};
}

Timeline::Item returned(const login::Hop *callback, const login::Hop *end, bool running)
{
    const QString title = Words::tr("WeCom returns to NocoBase");
    if (!callback)
        return {Mark::Todo, title, {}};
    if (callback->status >= 400)
        return {Mark::Problem, title, Words::tr("NocoBase has no page for the answer")};
    if (!callback->proven)
        return {Mark::Problem, title, Words::tr("It came back without a code")};
    return {end || !running ? Mark::Ok : Mark::Running, title, Words::tr("With a one-use code, hidden here")};
}

Timeline::Item signedIn(const login::Trace &trace, const login::Hop *landing, const login::Hop *error)
{
    const QString title = Words::tr("NocoBase signs the user in");
    if (landing && trace.who) {
        const QString name = trace.who->nickname.isEmpty() ? trace.who->username : trace.who->nickname;
        if (trace.who->hasRole)
            return {Mark::Ok, title, name};
        return {Mark::Problem, title,
                name.isEmpty() ? Words::tr("The user has no role in NocoBase")
                               : Words::tr("%1 has no role in NocoBase").arg(name)};
    }
    if (landing)
        return {trace.outcome == Outcome::Running ? Mark::Running : Mark::Ok, title, {}};
    if (error)
        return {Mark::Problem, title, Words::tr("NocoBase says: %1").arg(trace.sentence)};
    return {Mark::Todo, title, {}};
}

// The test has ended: what was still under way has not come, and the first stage that is missing says so.
void closeAt(QList<Timeline::Item> &items, const login::Trace &trace, const QString &language)
{
    if (trace.outcome == Outcome::SignedIn)
        return;
    const bool named =
        std::any_of(items.begin(), items.end(), [](const auto &item) { return item.mark == Mark::Problem; });
    for (auto &item : items) {
        if (item.mark != Mark::Running && item.mark != Mark::Todo)
            continue;
        if (!named) {
            item.mark = trace.outcome == Outcome::Cancelled ? Mark::Notice : Mark::Problem;
            item.detail = checks::Catalogue::instance().label(u"outcomes"_s,
                                                              login::outcomeName(trace.outcome), language);
            return;
        }
        item.mark = Mark::Todo;
    }
}

} // namespace

QList<Timeline::Item> loginStages(const login::Trace *trace, const QDateTime &now, bool scanned,
                                  const QString &language)
{
    const login::Trace none;
    const login::Trace &seen = trace ? *trace : none;
    const auto *page = find(seen, {HopKind::SignInPage});
    const auto *wecom = find(seen, {HopKind::WecomLogin, HopKind::WecomOAuth});
    const auto *callback = find(seen, {HopKind::Callback});
    const auto *landing = find(seen, {HopKind::Landing, HopKind::SignedIn});
    const auto *error = find(seen, {HopKind::SignInError});
    const bool running = seen.outcome == Outcome::Running;
    QList<Timeline::Item> items{
        opened(seen, page, wecom), sent(wecom, seen.link), scan(wecom, callback, now, scanned),
        returned(callback, landing ? landing : error, running), signedIn(seen, landing, error)};
    if (trace && running && page && !wecom)
        items[1].mark = Mark::Running;
    if (trace && running && !page)
        items[0].mark = Mark::Running;
    if (trace && !running)
        closeAt(items, seen, language);
    return items;
}

} // namespace ui
