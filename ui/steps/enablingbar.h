// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/messagebar.h"

#include <QTimer>

namespace ui {

// Where switching the plugin on has got to, with the time it has taken and may take; hidden otherwise.
class EnablingBar : public MessageBar
{
    Q_OBJECT
public:
    EnablingBar(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    void render();

private:
    QPointer<assistant::SetupSession> m_session;
    QTimer m_second;
};

} // namespace ui
