// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report.h"

namespace report {

// Who can do something: often two people, each with one of the two admin consoles.
enum class Role { WecomAdmin, NocobaseAdmin };
Role roleFor(setup::StepId step);

// Something that is left to do, in one language.
struct TodoItem
{
    setup::StepId step;
    Role role;
    QString title;    // of the step
    QStringList what; // what was found wrong, or that the step was not done yet
    QStringList todo; // what to do, in order; may be empty
};

// One for each step that is neither verified nor confirmed, in the order of the steps; empty when all is
// done.
QList<TodoItem> todoOf(const Report &report, const QString &language);

// To be sent to both people: by role, each line in Chinese and English, the report's language first. Plain
// text without any secret; empty when nothing is left.
QString todoText(const Report &report);

QString roleName(Role role, const QString &language);

} // namespace report
