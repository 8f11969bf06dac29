// SPDX-License-Identifier: Apache-2.0
// What is asked or told where the person is looking, and where the keyboard is afterwards.
#include "checks/actions.h"
#include "parts/messagebar.h"
#include "shell/steppage.h"
#include "support.h"

#include <QAbstractButton>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

QScrollArea *areaOf(const Stage &stage)
{
    return stage.find<QScrollArea>(stage.window()->page()->objectName() + u".scroll"_s);
}

// All of it, once the layouts have come to rest.
bool comesIntoView(const Stage &stage, QWidget *part)
{
    const auto *area = areaOf(stage);
    return QTest::qWaitFor(
        [&] {
            const QRect at(part->mapTo(area->viewport(), QPoint()), part->size());
            return part->isVisible() && part->height() > 20 && area->viewport()->rect().contains(at);
        },
        2000);
}

} // namespace

class tst_Questions : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void aQuestionIsSeenAndLeavesTheKeyboardAtItsRow();
    void whatCouldNotBeImportedIsSeen();
};

void tst_Questions::aQuestionIsSeenAndLeavesTheKeyboardAtItsRow()
{
    const Stage stage;
    stage.window()->resize(1000, 640);
    stage.window()->activateWindow();
    stage.window()->showStep(StepId::Nocobase);
    stage.find<QAbstractButton>(u"nocobase.rehearsal.samples"_s)->click();
    QVERIFY(stage.waitIdle());
    const auto samples = stage.host()->rehearsal()->samples();
    stage.session()->setCompanyId(samples.companyId);
    stage.session()->setAgentId(samples.agentId);
    stage.session()->setSecret(samples.secret);
    stage.window()->showStep(StepId::Credentials);
    QVERIFY(stage.waitIdle());
    QString row;
    const auto findings = stage.session()->findings(StepId::Credentials);
    for (const auto &finding : findings) {
        if (finding.action == QLatin1String(checks::action::askServer))
            row = u"credentials.check."_s + finding.check;
    }
    auto *action = stage.find<QAbstractButton>(row + u".action"_s);
    QVERIFY(action && action->isVisible());
    areaOf(stage)->verticalScrollBar()->setValue(action->mapTo(stage.window()->page(), QPoint()).y() -
                                                 areaOf(stage)->viewport()->height() + action->height() + 8);
    action->setFocus();
    action->click();
    auto *question = stage.find<ui::MessageBar>(row + u".question"_s);
    QVERIFY(question && comesIntoView(stage, question));
    stage.find<QAbstractButton>(row + u".question.no"_s)->click();
    QCOMPARE(stage.window()->focusWidget(), action);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    action->click();
    stage.find<QAbstractButton>(row + u".question.yes"_s)->click();
    QVERIFY(stage.waitIdle());
    const auto *focused = stage.window()->focusWidget();
    auto *own = stage.find<QWidget>(row);
    QVERIFY(focused && (focused == own || own->isAncestorOf(focused)));
    // From there, the keyboard goes on to what is next, not to the first of the page.
    QTest::keyClick(stage.window()->focusWidget(), Qt::Key_Tab);
    QVERIFY(!qobject_cast<QLineEdit *>(stage.window()->focusWidget()));
}

void tst_Questions::whatCouldNotBeImportedIsSeen()
{
    const Stage stage({}, false);
    stage.window()->resize(860, 600);
    stage.window()->showStep(StepId::Welcome);
    auto *bar = areaOf(stage)->verticalScrollBar();
    bar->setValue(bar->maximum());
    QVERIFY(bar->value() > 0);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"rubbish.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("rubbish") == 7);
    file.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(1, 1), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.window()->page(), &enter);
    QDropEvent drop(QPointF(1, 1), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.window()->page(), &drop);
    auto *message = stage.find<QWidget>(u"welcome.message"_s);
    QVERIFY(comesIntoView(stage, message));
}

QTEST_MAIN(tst_Questions)
#include "tst_questions.moc"
