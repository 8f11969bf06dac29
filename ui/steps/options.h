// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/card.h"
#include "parts/checklist.h"
#include "parts/fields.h"
#include "shell/steppage.h"

class QCheckBox;

namespace ui {

// Step 8: how the login shows itself and what it does. An option that this NocoBase does not know stays
// usable and says which version brings it: what was wished is kept until then.
class OptionsPage : public StepPage
{
    Q_OBJECT
public:
    OptionsPage(assistant::SetupSession *session, QWidget *parent);
    QWidget *initialFocus() const override { return m_title->edit(); }
    void render() override;
    void retranslate() override;

private:
    // A switch with a sentence under it.
    struct Switch
    {
        QCheckBox *box;
        Text *hint;
    };
    Switch addSwitch(Card *card, const QString &name);
    void label(const Switch &one, const QString &text, const QString &hint);
    void wire();
    QString gate(const QString &check, const QString &option) const;

    Card *m_look, *m_login, *m_checkCard;
    TextField *m_title, *m_tooltip, *m_redirect;
    Switch m_signup, m_automatic, m_enabled;
    Text *m_origin;
    CheckList *m_checks;
};

} // namespace ui
