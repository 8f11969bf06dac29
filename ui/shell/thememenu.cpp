// SPDX-License-Identifier: Apache-2.0
#include "shell/thememenu.h"

#include <QMenu>

namespace ui {

using namespace Qt::StringLiterals;
using Choice = Theme::Choice;

ThemeMenu::ThemeMenu(QMenu *menu) : QActionGroup(menu)
{
    menu->addSeparator();
    const QList<std::pair<Choice, QString>> looks{{Choice::System, u"theme.system"_s},
                                                  {Choice::Light, u"theme.light"_s},
                                                  {Choice::Dark, u"theme.dark"_s}};
    for (const auto &[choice, name] : looks) {
        auto *action = menu->addAction(QString());
        action->setObjectName(name);
        action->setCheckable(true);
        addAction(action);
        m_actions.insert(choice, action);
        connect(action, &QAction::triggered, this,
                [choice = choice] { Theme::instance().setChoice(choice); });
    }
    connect(&Theme::instance(), &Theme::changed, this, &ThemeMenu::render);
    retranslate();
    render();
}

void ThemeMenu::render()
{
    m_actions.value(Theme::instance().choice())->setChecked(true);
}

void ThemeMenu::retranslate()
{
    m_actions.value(Choice::System)->setText(tr("As the system looks"));
    m_actions.value(Choice::Light)->setText(tr("Light"));
    m_actions.value(Choice::Dark)->setText(tr("Dark"));
}

} // namespace ui
