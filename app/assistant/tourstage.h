// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/tourplan.h"
#include "checks/finding.h"

#include <qcoro/qcorotask.h>

#include <chrono>
#include <functional>

namespace assistant {

// What a tour needs of its surroundings: the window shows its stations, tests need none.
class TourStage
{
public:
    virtual ~TourStage() = default;
    // Does and shows what the station is about; true when it is to be seen, false when it cannot be. Whoever
    // calls again, or cancel(), makes an earlier call end with false. The stations of a chapter come in their
    // order, and its Opening begins everything anew.
    virtual QCoro::Task<bool> show(TourChapter chapter, TourStation station) = 0;
    virtual void cancel() = 0;
    // What the assistant says of the chapter's fault, once it says anything.
    virtual std::optional<checks::Finding> finding(const TourChapter &chapter) const = 0;
    // The tour is over: nothing is held any more.
    virtual void leave() = 0;
};

// Time to read, counted by a clock that tests turn themselves.
class TourClock
{
public:
    virtual ~TourClock() = default;
    virtual void after(std::chrono::milliseconds time, std::function<void()> then) = 0; // one at a time
    virtual void stop() = 0;
};
std::unique_ptr<TourClock> makeTourClock(); // the real one

} // namespace assistant
