// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/copyrow.h"
#include "parts/fields.h"
#include "steps/consolestep.h"

class QCheckBox;
class QRadioButton;

namespace ui {

// Step 10: what opens when somebody taps the app in WeCom's workbench. A plain NocoBase address where
// automatic login is on, else WeCom's own login address; one for all devices, or one each for phone and
// computer.
class HomepagePage : public ConsoleStepPage
{
    Q_OBJECT
public:
    HomepagePage(assistant::SetupSession *session, QWidget *parent);
    void onEnter() override;
    void render() override;
    void retranslate() override;

private:
    void store();
    void show(const setup::Homepage &homepage);
    QString linkTo(const QString &path) const;
    QString pathOf(const QString &link) const;

    Card *m_wish;
    QRadioButton *m_plain, *m_oauth;
    Text *m_plainHint, *m_oauthHint;
    QCheckBox *m_separate;
    TextField *m_desktopPath, *m_mobilePath;
    CopyRow *m_desktop, *m_mobile;
    Text *m_desktopLabel, *m_mobileLabel;
};

} // namespace ui
