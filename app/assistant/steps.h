// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/finding.h"

#include <QJsonArray>
#include <QList>
#include <QMap>

namespace assistant {

enum class Group { Prepare, WecomConsole, Nocobase, GoLive };

// A step is data plus a page. The table's order is the order of the rail; needs says which steps' values it
// works with.
struct Step
{
    setup::StepId id;
    Group group;
    QList<setup::StepId> needs;
    QString consolePlace; // id for wecom::consolePlace, empty when the step is not in WeCom's console
};

const QList<Step> &steps();
const Step &step(setup::StepId id);
int stepNumber(setup::StepId id); // from 1
std::optional<setup::StepId> next(setup::StepId id);
std::optional<setup::StepId> previous(setup::StepId id);

// Verified: machines saw all that decides. Confirmed: the person said so, where no machine could see.
// NeedsAttention: a problem or warning; one that does not decide undoes nothing that was verified. Open: not
// looked at yet.
enum class StepState { Open, Confirmed, Verified, NeedsAttention };
QString stateName(StepState state); // "open", "confirmed", "verified", "attention"

// Pure: from the step's own findings and the person's word.
StepState stateOf(setup::StepId id, const QList<checks::Finding> &findings, bool confirmed);
// How far a setup was when it was looked at last, from its remembered findings.
struct Progress
{
    int done = 0, attention = 0, all = 0; // steps; the last one sums up and does not count
    void count(StepState state);
    StepState state() const; // of the step that sums up
};
// The last step only sums up the others: nothing is checked there.
bool sumsUp(setup::StepId id);
Progress progressOf(const QJsonArray &findings, const QMap<QString, QDateTime> &confirmed);
// May the person confirm it: nothing is wrong, and something that decides is out of sight or could not be
// asked.
bool isConfirmable(setup::StepId id, const QList<checks::Finding> &findings);

} // namespace assistant
