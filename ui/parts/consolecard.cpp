// SPDX-License-Identifier: Apache-2.0
#include "parts/consolecard.h"

#include "parts/openpage.h"
#include "shell/language.h"
#include "wecom/console.h"

#include <QEvent>

namespace ui {

using namespace Qt::StringLiterals;

ConsoleCard::ConsoleCard(const QString &objectName, const QString &place, QWidget *parent)
    : Card(objectName, parent)
    , m_place(place)
    , m_path(new ConsolePath(objectName + u".path"_s, this))
    , m_picture(new ConsolePicture(objectName + u".picture"_s, this))
    , m_open(new Button(objectName + u".open"_s, this))
{
    body()->addWidget(m_path);
    body()->addWidget(m_picture);
    body()->addSpacing(2);
    body()->addWidget(m_open, 0, Qt::AlignLeft);
    m_path->hide();
    connect(m_open, &QPushButton::clicked, this,
            [this] { openPage(wecom::consolePlace(m_place).url, this); });
    relabel();
}

void ConsoleCard::setPlace(const QString &place)
{
    if (m_place == place)
        return;
    m_place = place;
    relabel();
}

void ConsoleCard::showPath(const QString &appName)
{
    m_showsPath = true;
    m_appName = appName;
    relabel();
}

void ConsoleCard::setOpenShown(bool shown)
{
    m_open->setVisible(shown);
}

void ConsoleCard::setHeading(const QString &heading)
{
    m_heading = heading;
    relabel();
}

void ConsoleCard::relabel()
{
    const auto place = wecom::consolePlace(m_place);
    QStringList labels;
    for (const auto &mark : place.marks)
        labels.append(Language::instance().isChinese() ? mark.chinese : mark.english);
    const auto description =
        labels.isEmpty() ? tr("Picture of the page in the console")
                         : tr("Picture of the page in the console; marked: %1").arg(labels.join(u", "_s));
    m_picture->setPicture(place.picture, labels, description);
    setTitle(m_heading.isEmpty() ? tr("Where it is") : m_heading);
    m_open->setLabel(tr("&Open the console"));
    if (m_showsPath)
        m_path->setPlace(m_place, m_appName);
    m_path->setVisible(m_showsPath);
}

void ConsoleCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        relabel();
}

} // namespace ui
