// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/logintest.h"
#include "assistant/usersbefore.h"

namespace assistant {

// One test, from its beginning to its end; a later one has a Run of its own.
struct LoginTest::Run
{
    Run(Given what, login::LoginViewer *viewer)
        : given(std::move(what))
        , browser(viewer)
        , tracer(given.expected, QDateTime::currentDateTimeUtc())
        , cancel(std::make_shared<net::Cancel>())
    {}

    Given given;
    QPointer<login::LoginViewer> browser;
    login::Tracer tracer;
    net::CancelPtr cancel;
    std::optional<UsersBefore> before; // nothing when nobody could look

    // Whether there is nobody any more to go on with.
    bool isOver() const { return !browser || cancel->isCancelled(); }
    std::chrono::milliseconds limit(login::Wait wait) const
    {
        return given.limit ? given.limit(wait) : login::limitOf(wait).time;
    }
    const login::Trace &trace() const { return tracer.trace(); }
};

} // namespace assistant
