// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"

#include <QJsonObject>

namespace setup {

// Checks an object against a JSON Schema of the program's resources, e.g. ":/schema/setup.json". BadInput
// with params field (JSON pointer of the first member that is wrong) and the validator's sentence in `said`.
net::Result<void> validate(const QJsonObject &object, const QString &schemaPath);

// How many characters a setup's text member may have, by its JSON pointer such as "/authenticator/title".
int longest(const QString &member);

} // namespace setup
