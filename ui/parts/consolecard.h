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
    // place: id of wecom::consolePlace; picture: name in resources/console.
    ConsoleCard(const QString &objectName, const QString &place, const QString &picture,
                QWidget *parent = nullptr);
    // Shows the way above the picture too, for pages that do not show it elsewhere.
    void showPath(const QString &appName);
    void setLabels(const QStringList &english, const QStringList &chinese);
    void setHeading(const QString &heading); // default: "Where it is"
    Button *openButton() const { return m_open; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void relabel();
    QString m_place, m_pictureName, m_heading;
    QStringList m_english, m_chinese;
    ConsolePath *m_path;
    ConsolePicture *m_picture;
    Button *m_open;
};

} // namespace ui
