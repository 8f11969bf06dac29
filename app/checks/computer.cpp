// SPDX-License-Identifier: Apache-2.0
#include "checks/subjects.h"
#include "checks/support.h"

using namespace Qt::StringLiterals;

namespace checks {

namespace {

constexpr qint64 allowedSeconds = 120;

} // namespace

// The clock, by the date NocoBase's answer carries. Only what was seen to be right or wrong is said.
QList<Finding> computerChecks(const World &world)
{
    const auto *fact = world.current(world.facts.server, Inputs::NocobaseHost);
    if (!fact || !fact->what || !fact->what->serverDate.isValid() || !fact->at.isValid())
        return {};
    const qint64 seconds = fact->what->serverDate.secsTo(fact->at);
    Finding finding = seen(u"computer.clock"_s, *fact);
    finding.decides = false;
    if (qAbs(seconds) <= allowedSeconds)
        return {good(finding)};
    return {warned(finding, u"clock.wrong"_s,
                   {{u"minutes"_s, (qAbs(seconds) + 30) / 60}, {u"ahead"_s, seconds > 0}},
                   action::checkAgain)};
}

} // namespace checks
