// SPDX-License-Identifier: Apache-2.0
#include "login/replay.h"

#include <algorithm>

namespace login {

namespace {

template<class T, class When>
QList<T> before(const QList<T> &all, const QDateTime &moment, When when)
{
    QList<T> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
                 [&](const T &one) { return when(one) <= moment; });
    return kept;
}

bool has(const Trace &trace, std::initializer_list<HopKind> kinds)
{
    return std::any_of(trace.hops.begin(), trace.hops.end(), [&kinds](const Hop &hop) {
        return std::find(kinds.begin(), kinds.end(), hop.kind) != kinds.end();
    });
}

} // namespace

QList<QDateTime> momentsOf(const Trace &trace)
{
    QList<QDateTime> moments{trace.started, trace.pressed, trace.ended};
    for (const Hop &hop : trace.hops)
        moments.append(hop.at);
    for (const Sighting &one : trace.sightings)
        moments.append(one.at);
    moments.removeIf([](const QDateTime &at) { return !at.isValid(); });
    std::sort(moments.begin(), moments.end());
    const auto same = std::unique(moments.begin(), moments.end());
    moments.resize(same - moments.begin());
    return moments;
}

Trace upTo(const Trace &trace, const QDateTime &moment)
{
    if (trace.ended.isValid() && moment >= trace.ended)
        return trace;
    Trace then = trace;
    then.outcome = Outcome::Running;
    then.ended = {};
    then.who.reset();
    then.fault.clear();
    then.hops = before(trace.hops, moment, [](const Hop &hop) { return hop.at; });
    then.sightings = before(trace.sightings, moment, [](const Sighting &one) { return one.at; });
    then.pauses = before(trace.pauses, moment, [](const Pause &pause) { return pause.from; });
    if (then.pressed > moment)
        then.pressed = {};
    if (!has(then, {HopKind::WecomLogin, HopKind::WecomOAuth})) {
        then.link.reset();
        then.state.reset();
    }
    if (!has(then, {HopKind::SignInError}))
        then.sentence.clear();
    return then;
}

} // namespace login
