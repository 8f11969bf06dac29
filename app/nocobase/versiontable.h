// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/optionlayout.h"

#include <QVersionNumber>

namespace nocobase {

// What is known of the WeCom plugin's versions, from resources/versions.json (NocoBase's release notes). A
// null version means that it is not known, and nothing is said about it.

// The version that brought the option; null for one that was always there.
QVersionNumber broughtBy(Option option);
// False when this version is known and older than the option.
bool knows(const QVersionNumber &version, Option option);
// The version that mends a known flaw of the option, where this version still has it; null where it does not.
QVersionNumber mendedBy(const QVersionNumber &version, Option option);

} // namespace nocobase
