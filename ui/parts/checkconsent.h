// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

namespace ui {

// What is said before the program does something about a finding that touches other people, lowers a guard or
// changes what WeCom has (then what is there now and what it becomes); empty when nothing is to be asked.
QString consentFor(const checks::Finding &finding, const assistant::SetupSession *session);
QString consentButton(const checks::Finding &finding); // the verb that says yes

} // namespace ui
