// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"

#include <chrono>

namespace login {

// What a login waits for, one after the other.
enum class Wait {
    Button,  // NocoBase's sign-in page, until its button could be pressed
    Start,   // NocoBase's redirect to WeCom, from then on
    Page,    // WeCom's page, until it shows its QR code or says why not
    Scan,    // a phone
    Refresh, // a person, to have a new QR code instead of one that has expired
    Confirm, // the person with the phone, once it has scanned
    Return,  // WeCom's redirect back, once the person has confirmed
    Answer,  // NocoBase, once it has the code
    Landing, // the page after the session was opened
};
struct Limit
{
    std::chrono::seconds time;
    bool human; // a person is waited for: minutes, with a countdown
};
// The one place of all limits; the test and whoever shows it go by the same.
Limit limitOf(Wait wait);

// What the page waits for, by what it has shown last.
Wait waitOf(const Trace &trace);
// Since when that is.
QDateTime waitingSince(const Trace &trace);

// How much of a limit has passed between the two times. While the limits stood still (Trace::pauses), nothing
// has.
std::chrono::milliseconds waited(const Trace &trace, const QDateTime &from, const QDateTime &to);

} // namespace login
