// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace vault {

// Overwrites a buffer that nobody else shares, with writes that no optimiser may leave out, and empties it. A
// buffer that is shared stays as it is for its other owner.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace vault
