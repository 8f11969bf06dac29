// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace demo {

// One thing the rehearsal can do wrong, named by the cause that the assistant is to find.
struct FaultEntry
{
    QString cause;
    QString effect; // what it does to the simulated world
};

// The menu. A fault stays in force through perform() until it is taken off.
const QList<FaultEntry> &faultTable();
// Causes that no simulated world can have, each with the reason. Together with the menu these are all causes.
const QList<FaultEntry> &beyondTheRehearsal();
QStringList faultIds();

} // namespace demo
