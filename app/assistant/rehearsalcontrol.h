// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/stepid.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace assistant {

// What a page may do in a rehearsal: the parts of the flow that happen in WeCom's console, or in somebody's
// hand. The pages get it from main.cpp and know nothing of the simulated servers behind it.
class RehearsalControl
{
public:
    virtual ~RehearsalControl() = default;

    // Does in the simulated console what this step tells the person to do; false when the step has nothing to
    // do there.
    virtual bool perform(setup::StepId step) = 0;

    // The phone. scan() fails while no login page waits for one.
    enum class PhoneState { Idle, PageWaits, Scanned, Agreed, Declined };
    virtual PhoneState phone() const = 0;
    virtual bool scan() = 0;
    virtual bool agree() = 0;
    virtual bool decline() = 0;

    virtual QStringList faultMenu() const = 0; // cause ids it can produce
    virtual QStringList faults() const = 0;    // those in force
    virtual void setFaults(const QStringList &causes) = 0;
};

} // namespace assistant
