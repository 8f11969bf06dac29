// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/theme.h"

#include <QStringList>

namespace ui {

// What wecom-setup was started with.
struct CommandLine
{
    enum class Does { Open, Help, Version, Refuse } does = Does::Open;
    QString said; // help text, or what is wrong
    QString setupFile;
    bool rehearsal = false;
    QStringList faults;
    QString language;   // empty: the system's
    QString playFolder; // not empty: the unattended walk-through
    Theme::Choice theme = Theme::Choice::System;
};

// Needs no application object, so that it can be read before one is made.
CommandLine readCommandLine(const QStringList &arguments, const QStringList &knownFaults);

} // namespace ui
