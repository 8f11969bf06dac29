// SPDX-License-Identifier: Apache-2.0
// From the welcome to the report with the keyboard alone: Tab, arrows, Space, Enter, and typing.
#include "support.h"

#include "parts/buttons.h"
#include "parts/text.h"
#include "shell/steppage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using assistant::StepState;
using setup::StepId;

class tst_Keyboard : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void cleanup() { ui::Language::instance().set(u"en"_s); }
    void everyPageBeginsSomewhere();
    void oneAreaAfterTheOther();
    void focusIsSeen();
    void titlesAreHeadings();
    void switchingTheLanguageLosesNothing_data();
    void switchingTheLanguageLosesNothing();
    void fromWelcomeToFinish_data();
    void fromWelcomeToFinish();

private:
    static QString focused()
    {
        const auto *widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString();
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        if (auto *widget = QApplication::focusWidget())
            QTest::keyClick(widget, key, with);
    }
    // Tab by Tab, as far as it goes round once.
    static bool tabTo(const QString &name)
    {
        for (int i = 0; i < 300 && focused() != name; ++i) {
            key(Qt::Key_Tab);
            if (focused().isEmpty()) // within a web page, which goes on by itself
                QTest::qWait(50);
        }
        return focused() == name;
    }
    static bool press(const QString &name)
    {
        const bool there = tabTo(name);
        if (there)
            key(Qt::Key_Space);
        return there;
    }
    static void active(const Stage &stage)
    {
        stage.window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    }
};

void tst_Keyboard::everyPageBeginsSomewhere()
{
    const Stage stage;
    active(stage);
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY(stage.waitIdle());
        auto *widget = QApplication::focusWidget();
        const auto name = setup::stepName(step.id);
        QVERIFY2(widget, qPrintable(name));
        const bool isOfThePage =
            stage.window()->page()->isAncestorOf(widget) || widget->objectName() == u"footer.primary"_s;
        QVERIFY2(isOfThePage && widget->isVisible() && widget->isEnabled(),
                 qPrintable(name + u": "_s + widget->objectName()));
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface && !interface->text(QAccessible::Name).isEmpty());
        QVERIFY2(interface->role() != QAccessible::NoRole && interface->role() != QAccessible::Client,
                 qPrintable(widget->objectName()));
    }
}

// Through what stands over the page, the page, what leads on from it, and then the rail: also to rows that
// came into being later than all of it.
void tst_Keyboard::oneAreaAfterTheOther()
{
    const Stage stage;
    active(stage);
    const QStringList areas{u"head"_s, u"pages"_s, u"footer"_s, u"rail"_s};
    const auto areaOf = [&](const QWidget *widget) {
        for (qsizetype i = 0; i < areas.size(); ++i) {
            if (stage.window()->findChild<QWidget *>(areas.at(i))->isAncestorOf(widget))
                return i;
        }
        return qsizetype(-1);
    };
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY(stage.waitIdle());
        QVERIFY(tabTo(u"rail.about"_s));
        QList<qsizetype> went;
        do {
            key(Qt::Key_Tab);
            const auto area = areaOf(QApplication::focusWidget());
            if (went.isEmpty() || went.constLast() != area)
                went << area;
        } while (focused() != u"rail.about"_s);
        went.removeAll(0); // not always something
        const bool leadsOn = stage.window()->findChild<QWidget *>(u"footer.primary"_s)->isEnabled();
        QVERIFY(leadsOn || step.id == setup::StepId::Welcome);
        QCOMPARE(went, leadsOn ? (QList<qsizetype>{1, 2, 3}) : (QList<qsizetype>{1, 3}));
    }
}

// What has the keyboard looks different from what has not.
void tst_Keyboard::focusIsSeen()
{
    const Stage stage;
    active(stage);
    int seen = 0;
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY(stage.waitIdle());
        QSet<const QWidget *> reached;
        for (int i = 0; i < 200; ++i) {
            key(Qt::Key_Tab);
            auto *widget = QApplication::focusWidget();
            if (!widget || reached.contains(widget))
                break;
            reached.insert(widget);
            if (!widget->inherits("QAbstractButton") && !widget->inherits("QLineEdit"))
                continue;
            const auto with = widget->grab().toImage();
            key(Qt::Key_Tab);
            const auto without = widget->grab().toImage();
            key(Qt::Key_Backtab, Qt::ShiftModifier);
            QVERIFY2(with != without, qPrintable(widget->objectName()));
            QCOMPARE(QApplication::focusWidget(), widget); // the way back is the way forth
            ++seen;
        }
    }
    QVERIFY(seen > 100);
}

void tst_Keyboard::titlesAreHeadings()
{
    const Stage stage;
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        auto *title = stage.find<ui::Text>(u"head.title"_s);
        auto *interface = QAccessible::queryAccessibleInterface(title);
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Heading);
        QCOMPARE(interface->text(QAccessible::Name), title->text());
    }
    QVERIFY(stage.waitIdle());
}

void tst_Keyboard::switchingTheLanguageLosesNothing_data()
{
    QTest::addColumn<QString>("language");
    for (const auto &code : {u"zh_CN"_s, u"zh_TW"_s, u"ja"_s})
        QTest::newRow(qPrintable(code)) << code;
}

// Typed text, the place of the cursor, the keyboard's place, how far the page is scrolled, and work under
// way.
void tst_Keyboard::switchingTheLanguageLosesNothing()
{
    QFETCH(QString, language);
    const Stage stage;
    active(stage);
    stage.window()->resize(910, 480);
    stage.window()->showStep(StepId::LoginOptions);
    QVERIFY(stage.waitIdle());
    auto *edit = stage.find<QLineEdit>(u"options.tooltip.edit"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"half a sent"_s);
    QTest::keyClick(edit, Qt::Key_Left);
    auto *scroll = stage.find<QScrollArea>(u"page.options.scroll"_s);
    QVERIFY(scroll);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    const int down = scroll->verticalScrollBar()->value();
    const auto title = stage.find<ui::Text>(u"head.title"_s)->text();
    QCoro::connect(stage.session()->checkAll(), stage.window(), [] {});
    QVERIFY(stage.session()->isBusy());
    ui::Language::instance().set(language);
    QVERIFY(stage.session()->isBusy());
    QCoreApplication::processEvents();
    QVERIFY(stage.find<ui::Text>(u"head.title"_s)->text() != title);
    QCOMPARE(edit->text(), u"half a sent"_s);
    QCOMPARE(edit->cursorPosition(), int(u"half a sen"_s.size()));
    QCOMPARE(QApplication::focusWidget(), edit);
    QVERIFY(down == 0 || scroll->verticalScrollBar()->value() > 0);
    QVERIFY(stage.waitIdle());
    QCOMPARE(edit->text(), u"half a sent"_s);
}

void tst_Keyboard::fromWelcomeToFinish_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void tst_Keyboard::fromWelcomeToFinish()
{
    QFETCH(QString, language);
    ui::Language::instance().set(language);
    const Stage stage({}, false);
    active(stage);
    const auto at = [&](StepId id) { return stage.waitIdle() && stage.window()->currentStep() == id; };
    QVERIFY(at(StepId::Welcome));
    QCOMPARE(focused(), u"welcome.name.edit"_s);
    QVERIFY(press(u"welcome.rehearse"_s));
    QTRY_COMPARE(stage.window()->currentStep(), StepId::Nocobase);
    QVERIFY(at(StepId::Nocobase));
    QVERIFY(press(u"nocobase.rehearsal.samples"_s));
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->state(StepId::Nocobase), StepState::Verified);
    QVERIFY(press(u"footer.primary"_s));
    QVERIFY(at(StepId::CreateApp));
    QVERIFY(press(u"create.rehearsal.perform"_s));
    QVERIFY(stage.waitIdle());
    key(Qt::Key_Return, Qt::ControlModifier); // the shorter way to "Next"
    QVERIFY(at(StepId::Credentials));
    QVERIFY(press(u"credentials.rehearsal.samples"_s));
    QVERIFY(stage.waitIdle());
    QVERIFY(press(u"footer.primary"_s));
    for (const StepId id : {StepId::CallbackDomain, StepId::TrustedDomain, StepId::TrustedIp}) {
        QVERIFY(at(id));
        QVERIFY2(press(setup::stepName(id) + u".rehearsal.perform"_s), qPrintable(setup::stepName(id)));
        QVERIFY(stage.waitIdle());
        if (id == StepId::TrustedIp) {
            QVERIFY(press(u"trusted-ip.consent.ask"_s));
            QVERIFY(stage.waitIdle());
        }
        QVERIFY(press(u"footer.primary"_s));
    }
    QVERIFY(at(StepId::LoginOptions));
    QCOMPARE(focused(), u"options.title.edit"_s);
    if (!stage.session()->setup().authenticator.automaticLogin)
        QVERIFY(press(u"options.automatic"_s));
    QVERIFY(press(u"footer.primary"_s));
    QVERIFY(at(StepId::Review));
    if (stage.find<QWidget>(u"review.choice.wecom"_s)) {
        // Radio buttons are one stop for Tab; arrows choose.
        for (int i = 0; i < 300 && !focused().startsWith(u"review.choice."_s); ++i)
            key(Qt::Key_Tab);
        for (int i = 0; i < 5 && focused() != u"review.choice.wecom"_s; ++i)
            key(Qt::Key_Down);
        QCOMPARE(focused(), u"review.choice.wecom"_s);
        key(Qt::Key_Space);
        QVERIFY(stage.waitIdle());
    }
    QVERIFY(press(u"footer.primary"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.session()->isBusy() &&
                                 stage.session()->plan().kind == apply::ChangePlan::Kind::Nothing,
                             60000);
    QVERIFY(press(u"footer.primary"_s));
    QVERIFY(at(StepId::Homepage));
    QVERIFY(press(u"homepage.rehearsal.perform"_s));
    QVERIFY(stage.waitIdle());
    QVERIFY(press(u"footer.primary"_s));
    QVERIFY(at(StepId::TestLogin));
    // The embedded browser has tests of its own; here it is the person's.
    QVERIFY(press(u"test.use-own"_s));
    QVERIFY(press(u"test.own.sight.signed-in"_s));
    QVERIFY(stage.waitIdle());
    QTRY_COMPARE(stage.session()->state(StepId::TestLogin), StepState::Confirmed);
    QVERIFY(press(u"footer.primary"_s));
    QVERIFY(at(StepId::Finish));
    for (const auto &step : assistant::steps())
        QVERIFY2(stage.session()->state(step.id) != StepState::NeedsAttention,
                 qPrintable(setup::stepName(step.id)));
}

QTEST_MAIN(tst_Keyboard)
#include "tst_keyboard.moc"
