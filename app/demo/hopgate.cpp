// SPDX-License-Identifier: Apache-2.0
#include "demo/hopgate.h"

#include <algorithm>

using login::TourHop;
using std::chrono::steady_clock;

namespace demo {

namespace {

// A page asks several times a second; one that was closed asks no more.
constexpr auto stillAsking = std::chrono::seconds(6);

} // namespace

void HopGate::hold(bool on)
{
    m_on = on;
    m_let = TourHop::SignInPage;
    m_asked.reset();
}

void HopGate::let(TourHop hop)
{
    m_let = std::max(m_let, hop);
}

bool HopGate::isHeld(TourHop hop)
{
    if (!m_on || hop <= m_let)
        return false;
    m_asked = hop;
    m_askedAt = steady_clock::now();
    return true;
}

std::optional<TourHop> HopGate::waiting() const
{
    const bool waits = m_on && m_asked && *m_asked > m_let && steady_clock::now() - m_askedAt < stillAsking;
    return waits ? m_asked : std::nullopt;
}

} // namespace demo
