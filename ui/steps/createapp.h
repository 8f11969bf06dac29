// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "steps/consolestep.h"

namespace ui {

// Step 3: a self-built app with a logo and somebody who may see it.
class CreateAppPage : public ConsoleStepPage
{
    Q_OBJECT
public:
    CreateAppPage(assistant::SetupSession *session, QWidget *parent);
    void retranslate() override;

private:
    ConsoleCard *m_scope;
};

} // namespace ui
