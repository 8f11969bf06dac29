// SPDX-License-Identifier: Apache-2.0
#include "parts/accessiblechoice.h"

#include <QAccessibleWidget>
#include <QCheckBox>
#include <QRadioButton>
#include <QRegularExpression>

#include <utility>

namespace ui {

namespace {

class AccessibleChoice : public QAccessibleWidget
{
public:
    AccessibleChoice(QAbstractButton *button, QAccessible::Role role) : QAccessibleWidget(button, role) {}

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button()->isChecked();
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString said = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name || !said.isEmpty())
            return said;
        // As QAccessibleButton does it: the label without the mark of its access key.
        static const QRegularExpression mark(QStringLiteral("\\(&\\w\\)|&(?=\\w)"));
        QString label = button()->text();
        return label.remove(mark);
    }

    QStringList actionNames() const override
    {
        QStringList names;
        if (button()->isEnabled())
            names << toggleAction() << setFocusAction();
        return names;
    }

    void doAction(const QString &name) override
    {
        if (name == toggleAction())
            button()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QAbstractButton *button() const { return qobject_cast<QAbstractButton *>(object()); }
};

QAccessibleInterface *choice(const QString &, QObject *object)
{
    if (auto *box = qobject_cast<QCheckBox *>(object))
        return new AccessibleChoice(box, QAccessible::CheckBox);
    if (auto *radio = qobject_cast<QRadioButton *>(object))
        return new AccessibleChoice(radio, QAccessible::RadioButton);
    return nullptr;
}

} // namespace

void installAccessibleChoices()
{
    static bool installed = false;
    if (!std::exchange(installed, true))
        QAccessible::installFactory(choice);
}

} // namespace ui
