// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/tourhop.h"

#include <chrono>

namespace demo {

// Where a tour holds the simulated login. The pages ask before each hop, again and again, so that nothing
// blocks and no browser waits for a document; WeCom's answer to the page that polls is held in the same way.
// Under the world's mutex.
class HopGate
{
public:
    // On: everything after the sign-in page waits until let() names it. Off: nothing waits.
    void hold(bool on);
    void let(login::TourHop hop); // and all hops before it
    bool isOn() const { return m_on; }
    // Asked by whoever is about to take this hop; remembers that somebody waits for it.
    bool isHeld(login::TourHop hop);
    // The hop that somebody is waiting for at this moment.
    std::optional<login::TourHop> waiting() const;

private:
    bool m_on = false;
    login::TourHop m_let = login::TourHop::SignInPage;
    std::optional<login::TourHop> m_asked;
    std::chrono::steady_clock::time_point m_askedAt;
};

} // namespace demo
