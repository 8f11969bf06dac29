// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/applier.h"
#include "parts/timeline.h"
#include "setup/stepid.h"

namespace ui {

// The words of the review page for what the engine says in ids.
QString fieldLabel(const apply::Change &change);
QString fieldValue(const apply::Change &change, bool after);
QString keptText(const apply::Change &change); // why a wish is not carried out
QString obstacleText(const QString &why, const QString &language);
setup::StepId stepForObstacle(const QString &why); // where the obstacle can be removed
QList<Timeline::Item> stageItems(apply::Stage now);
QString resultText(const apply::ApplyResult &result, const QString &language);

} // namespace ui
