// SPDX-License-Identifier: Apache-2.0
#include "login/limits.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace login {

namespace {

struct Row
{
    Wait wait;
    Limit limit;
};

// A first look at NocoBase loads some megabytes of scripts. A QR code of WeCom's lives about five minutes.
constexpr std::array<Row, 9> table{{
    {Wait::Button, {60s, false}},
    {Wait::Start, {40s, false}},
    {Wait::Page, {20s, false}},
    {Wait::Scan, {300s, true}},
    {Wait::Refresh, {60s, true}},
    {Wait::Confirm, {180s, true}},
    {Wait::Return, {40s, false}},
    {Wait::Answer, {40s, false}},
    {Wait::Landing, {20s, false}},
}};

} // namespace

Limit limitOf(Wait wait)
{
    const auto row =
        std::find_if(table.begin(), table.end(), [wait](const Row &r) { return r.wait == wait; });
    return row->limit;
}

Wait waitOf(const Trace &trace)
{
    if (trace.sightings.isEmpty())
        return Wait::Scan; // a QR code that cannot be seen from here may be there all the same
    switch (trace.sightings.last().what) {
    case Sight::QrShown:
        return Wait::Scan;
    case Sight::Scanned:
        return Wait::Confirm;
    case Sight::Confirmed:
        return Wait::Return;
    case Sight::Refused:
    case Sight::Expired:
        return Wait::Refresh;
    }
    return Wait::Scan;
}

QDateTime waitingSince(const Trace &trace)
{
    if (!trace.sightings.isEmpty())
        return trace.sightings.last().at;
    for (const Hop &hop : trace.hops) {
        if (hop.kind == HopKind::WecomLogin || hop.kind == HopKind::WecomOAuth)
            return hop.at;
    }
    return trace.started;
}

std::chrono::milliseconds waited(const Trace &trace, const QDateTime &from, const QDateTime &to)
{
    qint64 passed = std::max<qint64>(0, from.msecsTo(to));
    for (const Pause &pause : trace.pauses) {
        const QDateTime begin = std::max(from, pause.from);
        const QDateTime end = pause.to.isValid() ? std::min(to, pause.to) : to;
        passed -= std::max<qint64>(0, begin.msecsTo(end));
    }
    return std::chrono::milliseconds(std::max<qint64>(0, passed));
}

} // namespace login
