// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "parts/fields.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class tst_Fields : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void pasteLinkGivesTheRawText();
    void pasteByKeyboardIsTheSame();
    void settingTheSameTextKeepsTheCursor();
    void messageReplacesTheHint();
    void moreThanFitsIsSaid();
    void secretIsDots();
    void secretLeavesNothingToUndo();
    void secretHidesWhenItsPageIsLeft();
    void secretCannotBeCopiedWhileHidden();
    void takesChinese();
    void labelsLeadToTheLine();
};

void tst_Fields::pasteLinkGivesTheRawText()
{
    ui::TextField field(u"f"_s);
    QSignalSpy pasted(&field, &ui::TextField::pasted);
    QSignalSpy edited(&field, &ui::TextField::edited);
    QGuiApplication::clipboard()->setText(u" 1000004\n"_s);
    field.findChild<QAbstractButton *>(u"f.paste"_s)->click();
    QCOMPARE(pasted.size(), 1);
    QCOMPARE(pasted.first().first().toString(), u" 1000004\n"_s);
    QVERIFY(edited.isEmpty());
}

void tst_Fields::pasteByKeyboardIsTheSame()
{
    ui::TextField field(u"f"_s);
    field.setText(u"old"_s);
    QSignalSpy pasted(&field, &ui::TextField::pasted);
    QGuiApplication::clipboard()->setText(u"new"_s);
    field.edit()->selectAll();
    QTest::keyClick(field.edit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.size(), 1);
    // A paste in the middle of a text is an ordinary edit.
    field.setText(u"ab"_s);
    field.edit()->setCursorPosition(1);
    QTest::keyClick(field.edit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.size(), 1);
    QCOMPARE(field.text(), u"anewb"_s);
}

void tst_Fields::settingTheSameTextKeepsTheCursor()
{
    ui::TextField field(u"f"_s);
    field.setText(u"abcdef"_s);
    field.edit()->setCursorPosition(2);
    field.setText(u"abcdef"_s);
    QCOMPARE(field.edit()->cursorPosition(), 2);
}

void tst_Fields::messageReplacesTheHint()
{
    ui::TextField field(u"f"_s);
    field.setHint(u"hint"_s);
    const auto *message = field.findChild<QLabel *>(u"f.message"_s);
    QCOMPARE(message->text(), u"hint"_s);
    field.setMessage(ui::TextField::Tone::Problem, u"wrong"_s);
    QCOMPARE(message->text(), u"wrong"_s);
    QCOMPARE(field.edit()->accessibleDescription(), u"wrong"_s);
    field.setMessage(ui::TextField::Tone::Problem, {});
    QCOMPARE(message->text(), u"hint"_s);
}

void tst_Fields::moreThanFitsIsSaid()
{
    ui::TextField field(u"f"_s);
    field.setHint(u"hint"_s);
    field.setLongest(5);
    QSignalSpy edited(&field, &ui::TextField::edited);
    auto *message = field.findChild<QLabel *>(u"f.message"_s);
    QTest::keyClicks(field.edit(), u"12345"_s);
    QCOMPARE(message->text(), u"hint"_s);
    QTest::keyClicks(field.edit(), u"6"_s);
    QCOMPARE(field.text(), u"12345"_s);
    QVERIFY2(message->text().contains(u'5'), qPrintable(message->text()));
    field.setMessage(ui::TextField::Tone::Problem, u"wrong"_s); // by the page, which knows nothing of it
    QVERIFY(message->text() != u"wrong"_s);
    QTest::keyClick(field.edit(), Qt::Key_Backspace);
    QCOMPARE(message->text(), u"wrong"_s);
    QGuiApplication::clipboard()->setText(u"abcdefgh"_s);
    field.edit()->selectAll();
    QTest::keySequence(field.edit(), QKeySequence::Paste);
    QCOMPARE(field.text(), u"abcde"_s);
    QCOMPARE(edited.constLast().constFirst().toString(), u"abcde"_s);
    QVERIFY(message->text() != u"wrong"_s);
}

void tst_Fields::secretIsDots()
{
    ui::SecretField field(u"f"_s);
    field.setSecret(vault::Secret::fromText(u"CANARY-secret"_s));
    QVERIFY(!field.edit()->displayText().contains(u"CANARY"_s));
    QCOMPARE(field.edit()->displayText().size(), 13);
    field.findChild<QAbstractButton *>(u"f.show"_s)->click();
    QCOMPARE(field.edit()->displayText(), u"CANARY-secret"_s);
    QVERIFY(field.secret() == vault::Secret::fromText(u"CANARY-secret"_s));
}

void tst_Fields::secretLeavesNothingToUndo()
{
    ui::SecretField field(u"f"_s);
    QTest::keyClicks(field.edit(), u"CANARY"_s);
    QVERIFY(!field.edit()->isUndoAvailable());
    field.edit()->selectAll();
    QTest::keyClick(field.edit(), Qt::Key_Delete);
    field.edit()->undo();
    QCOMPARE(field.edit()->text(), QString());
    // Nor while it is shown.
    field.findChild<QAbstractButton *>(u"f.show"_s)->click();
    QTest::keyClicks(field.edit(), u"CANARY"_s);
    field.setSecret({});
    field.edit()->undo();
    QCOMPARE(field.edit()->text(), QString());
}

void tst_Fields::secretHidesWhenItsPageIsLeft()
{
    ui::SecretField field(u"f"_s);
    field.show();
    field.findChild<QAbstractButton *>(u"f.show"_s)->click();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
    field.hide();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
}

void tst_Fields::secretCannotBeCopiedWhileHidden()
{
    ui::SecretField field(u"f"_s);
    field.setSecret(vault::Secret::fromText(u"CANARY"_s));
    QGuiApplication::clipboard()->setText(u"before"_s);
    field.edit()->selectAll();
    QTest::keyClick(field.edit(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void tst_Fields::takesChinese()
{
    ui::TextField field(u"f"_s);
    QSignalSpy edited(&field, &ui::TextField::edited);
    field.show();
    QInputMethodEvent event;
    event.setCommitString(u"销售系统"_s);
    QCoreApplication::sendEvent(field.edit(), &event);
    QCOMPARE(field.text(), u"销售系统"_s);
    QCOMPARE(edited.size(), 1);
}

void tst_Fields::labelsLeadToTheLine()
{
    ui::TextField field(u"f"_s);
    field.setLabel(u"&Company ID"_s);
    QCOMPARE(field.edit()->accessibleName(), u"Company ID"_s);
    QCOMPARE(field.findChild<QLabel *>(u"f.label"_s)->buddy(), field.edit());
    field.setLabel(u"企业ID(&C)"_s);
    QCOMPARE(field.edit()->accessibleName(), u"企业ID"_s);
}

QTEST_MAIN(tst_Fields)
#include "tst_fields.moc"
