// SPDX-License-Identifier: Apache-2.0
// A double click, or a key that is held down, does what one press does.
#include "assistant/steps.h"
#include "parts/buttons.h"
#include "support.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

// By the way that the system's clicks take, which go to whatever is there.
void doubleClick(const QWidget *button)
{
    auto *window = button->window();
    const QPoint at = button->mapTo(window, button->rect().center());
    QTest::mouseDClick(window->windowHandle(), Qt::LeftButton, {}, at);
    QCoreApplication::processEvents();
}

void hold(QWidget *button, int key, Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent first(QEvent::KeyPress, key, modifiers, u"\r"_s),
        again(QEvent::KeyPress, key, modifiers, u"\r"_s, true, 1);
    QCoreApplication::sendEvent(button, &first);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::sendEvent(button, &again);
}

} // namespace

class tst_SecondPress : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void nextGoesOneStep();
    void whatComesInTheSamePlaceIsNotPressed();
    void aHeldKeyPressesOnce();
    void aHeldAccessKeyPressesOnce();
};

void tst_SecondPress::nextGoesOneStep()
{
    const Stage stage;
    QVERIFY(QTest::qWaitForWindowExposed(stage.window()));
    stage.window()->showStep(StepId::CreateApp);
    QVERIFY(stage.waitIdle());
    doubleClick(stage.find<QWidget>(u"footer.primary"_s));
    QCOMPARE(stage.window()->currentStep(), *assistant::next(StepId::CreateApp));
    doubleClick(stage.find<QWidget>(u"footer.back"_s));
    QCOMPARE(stage.window()->currentStep(), StepId::CreateApp);
    QVERIFY(stage.waitIdle());
}

// As on the drawn phone, where "Agree" stands where "Scan" was.
void tst_SecondPress::whatComesInTheSamePlaceIsNotPressed()
{
    const auto agreedByOneDoubleClick = [] {
        QWidget box;
        auto *column = new QVBoxLayout(&box);
        auto *scan = new ui::Button(u"scan"_s, &box);
        auto *agree = new ui::Button(u"agree"_s, &box);
        column->addWidget(scan);
        column->addWidget(agree);
        agree->hide();
        const QSignalSpy agreed(agree, &QPushButton::clicked);
        connect(scan, &QPushButton::clicked, &box, [scan, agree, column] {
            scan->hide();
            agree->show();
            column->activate();
        });
        box.resize(200, 60);
        box.show();
        if (!QTest::qWaitForWindowExposed(&box))
            return -1;
        doubleClick(scan);
        return agree->isVisible() ? int(agreed.size()) : -1;
    };
    QCOMPARE(agreedByOneDoubleClick(), 1); // as Qt has it
    const Stage stage;
    QCOMPARE(agreedByOneDoubleClick(), 0);
}

void tst_SecondPress::aHeldKeyPressesOnce()
{
    const Stage stage;
    stage.window()->showStep(StepId::CreateApp);
    QVERIFY(stage.waitIdle());
    hold(stage.find<QWidget>(u"footer.primary"_s), Qt::Key_Return);
    QCOMPARE(stage.window()->currentStep(), *assistant::next(StepId::CreateApp));
    QVERIFY(stage.waitIdle());
}

void tst_SecondPress::aHeldAccessKeyPressesOnce()
{
    const Stage stage;
    stage.window()->showStep(StepId::CreateApp);
    QVERIFY(stage.waitIdle());
    auto *primary = stage.find<QWidget>(u"footer.primary"_s);
    for (const bool repeats : {false, true}) {
        QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_N, Qt::AltModifier, u"n"_s, repeats, 1);
        key.ignore();
        QCoreApplication::sendEvent(primary, &key);
        QCOMPARE(key.isAccepted(), repeats); // which leaves no shortcut to look for
    }
}

QTEST_MAIN(tst_SecondPress)
#include "tst_secondpress.moc"
