// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/consolepath.h"
#include "parts/consolepicture.h"

namespace ui {

// At a page's side: the picture of the place in WeCom's console and the button that opens the console there.
class ConsoleCard : public Card
{
    Q_OBJECT
public:
    // An id of wecom::consolePlace, which has the picture and what is written in it.
    ConsoleCard(const QString &objectName, const QString &place, QWidget *parent = nullptr);
    void setPlace(const QString &place);
    QString place() const { return m_place; }
    // Shows the way above the picture too, for pages that do not show it elsewhere.
    void showPath(const QString &appName);
    void setOpenShown(bool shown);           // one a page is enough; none in a rehearsal: it is WeCom's own
    void setHeading(const QString &heading); // default: "Where it is"
    Button *openButton() const { return m_open; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void relabel();
    QString m_place, m_heading, m_appName;
    bool m_showsPath = false;
    ConsolePath *m_path;
    ConsolePicture *m_picture;
    Button *m_open;
};

} // namespace ui
