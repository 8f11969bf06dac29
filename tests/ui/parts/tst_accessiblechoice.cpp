// SPDX-License-Identifier: Apache-2.0
#include "parts/accessiblechoice.h"

#include <QAccessible>
#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// What a screen reader does to a check box or a radio button.
class tst_AccessibleChoice : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { ui::installAccessibleChoices(); }
    void toggling_data();
    void toggling();
    void oneOfSeveral();
    void disabledOffersNothing();

private:
    static void toggle(QWidget *widget)
    {
        auto *actions = QAccessible::queryAccessibleInterface(widget)->actionInterface();
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::toggleAction()));
        actions->doAction(QAccessibleActionInterface::toggleAction());
    }
};

void tst_AccessibleChoice::toggling_data()
{
    QTest::addColumn<bool>("radio");
    QTest::newRow("check box") << false;
    QTest::newRow("radio button") << true;
}

void tst_AccessibleChoice::toggling()
{
    QFETCH(bool, radio);
    const std::unique_ptr<QAbstractButton> button(radio ? static_cast<QAbstractButton *>(new QRadioButton)
                                                        : new QCheckBox);
    button->setText(u"&Automatic login"_s);
    QSignalSpy clicked(button.get(), &QAbstractButton::clicked);
    toggle(button.get());
    QCOMPARE(clicked.size(), 1); // what the pages listen to
    auto *said = QAccessible::queryAccessibleInterface(button.get());
    QVERIFY(said->state().checkable);
    QVERIFY(said->state().checked);
    QCOMPARE(said->text(QAccessible::Name), u"Automatic login"_s);
    QCOMPARE(said->role(), radio ? QAccessible::RadioButton : QAccessible::CheckBox);
}

void tst_AccessibleChoice::oneOfSeveral()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *first = new QRadioButton(u"first"_s, &page);
    auto *second = new QRadioButton(u"second"_s, &page);
    layout->addWidget(first);
    layout->addWidget(second);
    first->setChecked(true);
    toggle(second);
    QVERIFY(!QAccessible::queryAccessibleInterface(first)->state().checked);
    QVERIFY(QAccessible::queryAccessibleInterface(second)->state().checked);
}

void tst_AccessibleChoice::disabledOffersNothing()
{
    QCheckBox box;
    box.setEnabled(false);
    QVERIFY(QAccessible::queryAccessibleInterface(&box)->actionInterface()->actionNames().isEmpty());
}

QTEST_MAIN(tst_AccessibleChoice)
#include "tst_accessiblechoice.moc"
