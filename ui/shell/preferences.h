// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/theme.h"

#include <QObject>
#include <QSettings>

class QMainWindow;

namespace ui {

// What the window remembers of the person's taste, in <config dir>/wecom-setup/window.ini: language, theme,
// size and place. Nothing about setups. The rehearsal and the unattended walk-through have none.
class Preferences : public QObject
{
    Q_OBJECT
public:
    explicit Preferences(const QString &file, QObject *parent = nullptr);
    static QString fileOfUser();

    QString language() const; // empty: never chosen
    Theme::Choice theme() const;
    // Gives the window its size and place back, and writes down from now on what the person chooses. A window
    // that no screen shows any more is placed anew by Qt.
    void follow(QMainWindow *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSettings m_settings;
};

} // namespace ui
