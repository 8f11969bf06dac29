// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace login {

// The hops of a login at which a tour stops, in their order. Scan and Confirm happen on the phone, Callback
// is WeCom's way back, Session what NocoBase does with the code.
enum class TourHop { SignInPage, Start, WecomPage, Scan, Confirm, Callback, Session, Landing };

QString tourHopName(TourHop hop); // "sign-in-page", ... for files and pages
std::optional<TourHop> tourHopFromName(const QString &name);

} // namespace login
