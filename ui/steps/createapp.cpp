// SPDX-License-Identifier: Apache-2.0
#include "steps/createapp.h"

namespace ui {

using namespace Qt::StringLiterals;

CreateAppPage::CreateAppPage(assistant::SetupSession *session, QWidget *parent)
    : ConsoleStepPage(session, setup::StepId::CreateApp, 4, parent)
    , m_scope(addPicture(u"scope"_s, u"scope"_s))
{}

void CreateAppPage::retranslate()
{
    ConsoleStepPage::retranslate();
    m_scope->setHeading(tr("Who may see it"));
    instructions()->setRich(0, tr("Open <b>App Management</b> and go to <b>Self-built</b>"));
    instructions()->setRich(
        1, tr("Choose <b>Create an app</b>, and give it a logo and the name your colleagues will see"));
    instructions()->setRich(
        2, tr("Under <b>Allowed users</b>, choose the departments or members who will sign in. "
              "Nobody else can use the login."));
    instructions()->setRich(3, tr("Choose <b>Create an app</b> at the bottom, then come back"));
}

} // namespace ui
