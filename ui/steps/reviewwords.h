// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/timeline.h"
#include "setup/stepid.h"

namespace ui {

// The words of the review page for what the engine says in ids.
QString fieldLabel(const apply::Change &change);
QString fieldValue(const apply::Change &change, bool after);
QString notEnteredText(const apply::ChangePlan &plan); // empty when all credentials were entered here
QString keptText(const apply::Change &change);         // why a wish is not carried out
QString flawText(const apply::Change &change);         // made, but this version has a flaw there
// What tells one authenticator from another: title, on or off, Company ID.
QString candidateText(const assistant::SetupSession &session, const QString &name);
// Why the plugin could not be enabled and what to do; empty when nothing of the kind is known.
QString failureOfPlugin(const assistant::SetupSession &session, const QString &language);
QString obstacleText(const QString &why, const QString &language);
setup::StepId stepForObstacle(const QString &why); // where the obstacle can be removed
QList<Timeline::Item> stageItems(apply::Stage now);
QString resultText(const apply::ApplyResult &result, const QString &language);

} // namespace ui
