// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QActionGroup>
#include <QMap>

#include "shell/theme.h"

class QMenu;

namespace ui {

// The three looks, at the end of a menu; Preferences keep which was chosen. Named "theme.system" and so on.
class ThemeMenu : public QActionGroup
{
    Q_OBJECT
public:
    explicit ThemeMenu(QMenu *menu);
    void retranslate();

private:
    void render();

    QMap<Theme::Choice, QAction *> m_actions;
};

} // namespace ui
