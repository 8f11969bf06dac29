// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "checks/actions.h"
#include "parts/checklist.h"
#include "parts/checkrow.h"
#include "parts/messagebar.h"

#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

checks::Finding finding(const QString &check, checks::Severity severity, const QString &cause = {},
                        const char *action = nullptr)
{
    checks::Finding made;
    made.check = check;
    made.step = setup::StepId::Nocobase;
    made.severity = severity;
    made.cause = cause;
    made.at = QDateTime::currentDateTime();
    if (action)
        made.action = QString::fromLatin1(action);
    return made;
}

} // namespace

class tst_CheckList : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void rowsStayInPlace();
    void asksBeforeItTouchesOthers();
    void copiesTheAddress();
    void leavesActionsToThePage();
    void saysPossibleCauses();
};

void tst_CheckList::rowsStayInPlace()
{
    const Stage stage({}, false);
    ui::CheckList list(stage.session(), setup::StepId::Nocobase, u"l"_s);
    list.setFindings({finding(u"nocobase.reach"_s, checks::Severity::Unknown),
                      finding(u"nocobase.role"_s, checks::Severity::Unknown)});
    auto *row = list.findChild<ui::CheckRow *>(u"l.nocobase.reach"_s);
    QVERIFY(row);
    const auto before = row->accessibleName();
    list.setFindings({finding(u"nocobase.role"_s, checks::Severity::Ok),
                      finding(u"nocobase.reach"_s, checks::Severity::Problem, u"nocobase.unreachable"_s)});
    QCOMPARE(list.findChild<ui::CheckRow *>(u"l.nocobase.reach"_s), row);
    QVERIFY(row->accessibleName() != before);
    QCOMPARE(list.layout()->indexOf(row), 1);
    list.setFindings({finding(u"nocobase.role"_s, checks::Severity::Ok)});
    QVERIFY(row->isHidden());
}

void tst_CheckList::asksBeforeItTouchesOthers()
{
    const Stage stage({}, false);
    ui::CheckList list(stage.session(), setup::StepId::Nocobase, u"l"_s);
    list.setFindings({finding(u"nocobase.plugin"_s, checks::Severity::Problem, u"plugin.off"_s,
                              checks::action::enablePlugin)});
    list.show();
    auto *row = list.findChild<ui::CheckRow *>(u"l.nocobase.plugin"_s);
    auto *action = list.findChild<QAbstractButton *>(u"l.nocobase.plugin.action"_s);
    QVERIFY(row && action && !action->text().isEmpty());
    action->click();
    auto *bar = row->findChild<ui::MessageBar *>(u"l.nocobase.plugin.question"_s);
    QVERIFY(bar && bar->isVisible());
    QVERIFY(bar->accessibleName().contains(u"restarts"_s));
    QVERIFY(!stage.session()->isBusy()); // nothing has begun
    QVERIFY(action->isHidden());
    row->findChild<QAbstractButton *>(u"l.nocobase.plugin.question.no"_s)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!row->findChild<ui::MessageBar *>(u"l.nocobase.plugin.question"_s));
    QVERIFY(!action->isHidden());
}

void tst_CheckList::copiesTheAddress()
{
    const Stage stage({}, false);
    ui::CheckList list(stage.session(), setup::StepId::TrustedIp, u"l"_s);
    auto untrusted = finding(u"trusted-ip.server"_s, checks::Severity::Problem, u"ip.untrusted"_s,
                             checks::action::copyAddress);
    untrusted.evidence = {{u"ip"_s, u"203.0.113.7"_s}};
    list.setFindings({untrusted});
    list.findChild<QAbstractButton *>(u"l.trusted-ip.server.action"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"203.0.113.7"_s);
}

void tst_CheckList::leavesActionsToThePage()
{
    const Stage stage({}, false);
    ui::CheckList list(stage.session(), setup::StepId::CallbackDomain, u"l"_s);
    list.leaveToPage({QString::fromLatin1(checks::action::renderLoginPage)});
    QSignalSpy wanted(&list, &ui::CheckList::actionWanted);
    list.setFindings(
        {finding(u"callback.page"_s, checks::Severity::Unknown, {}, checks::action::renderLoginPage)});
    auto *action = list.findChild<QAbstractButton *>(u"l.callback.page.action"_s);
    QVERIFY(action);
    action->click();
    QCOMPARE(wanted.size(), 1);
}

void tst_CheckList::saysPossibleCauses()
{
    const Stage stage({}, false);
    ui::CheckList list(stage.session(), setup::StepId::TestLogin, u"l"_s);
    auto unclear = finding(u"test.login"_s, checks::Severity::Problem);
    unclear.possible = {u"login.ip"_s, u"wecom.secret.wrong"_s};
    list.setFindings({unclear});
    const auto *todo = list.findChild<QLabel *>(u"l.test.login.todo"_s);
    QVERIFY(todo && !todo->isHidden());
    QCOMPARE(todo->text().count(u"Possible:"_s), 2);
}

QTEST_MAIN(tst_CheckList)
#include "tst_checklist.moc"
