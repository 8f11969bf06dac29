// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/stepid.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace scenes {

// A language and a theme that scenes are shown in.
struct Look
{
    QString language, theme; // "en", "light"

    bool operator==(const Look &other) const = default;
    QString folder() const { return language + u'-' + theme; }
};

enum class State { Empty, Ok, Attention, Busy };
QString stateName(State state);

// What is wrong in a page's scene of attention, and how far somebody has gone before it is seen there.
struct Trouble
{
    QStringList faults;
    setup::StepId until = setup::StepId::Welcome;
};

// What tests/scenes/scenes.json says: the looks, and what is wrong in each page's scene of attention.
class SceneTable
{
public:
    explicit SceneTable(const QString &file);

    // In full: every scene in these looks.
    QList<Look> full;
    // The guide's pictures are scenes of what is done.
    QList<Look> guide;
    // The others: every page in each of them, and every state in each language and theme.
    QList<Look> pairs;
    QMap<setup::StepId, Trouble> attention;

    QList<Look> looksOf(setup::StepId step, State state) const;
};

} // namespace scenes
