// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

namespace assistant {

// What the steps ask for in a rehearsal, so that nobody has to type it.
struct TourSamples
{
    setup::Credentials credentials;
    QString account;
    QString ownershipFile;
};

// Goes through all steps of a rehearsal as somebody does who follows them, up to the test login: fills the
// samples in, does what belongs into the console, looks at everything and applies. Ends early where the fault
// is named, since going on would cure some. Without a fault, or with one of the login, it ends before the
// test.
QCoro::Task<void> prepareRehearsal(QPointer<SetupSession> session, TourSamples samples, QString fault);

// What the session says of this cause: the finding that names it, else one that calls it possible.
std::optional<checks::Finding> findingOf(const SetupSession &session, const QString &cause);

} // namespace assistant
