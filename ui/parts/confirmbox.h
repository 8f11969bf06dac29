// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

#include <QCheckBox>
#include <QWidget>

namespace ui {

class Text;

// "I did this in the console": shown only where no machine could see it (assistant::isConfirmable), or where
// it was said.
class ConfirmBox : public QWidget
{
    Q_OBJECT
public:
    ConfirmBox(assistant::SetupSession *session, setup::StepId step, const QString &objectName,
               QWidget *parent = nullptr);
    void render();
    // Default: "I did this in the console".
    void setLabel(const QString &label);

protected:
    void changeEvent(QEvent *event) override;

private:
    void relabel();
    QPointer<assistant::SetupSession> m_session;
    setup::StepId m_step;
    QCheckBox *m_box;
    Text *m_hint;
    QString m_label;
};

} // namespace ui
