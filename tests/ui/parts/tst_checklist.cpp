// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "checks/actions.h"
#include "checks/catalogue.h"
#include "demo/rehearsal.h"
#include "parts/checklist.h"
#include "parts/checkrow.h"
#include "parts/messagebar.h"

#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>

#include <qcoro/qcorotask.h>

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
    void causesComeBeforeHowToTellThem();
    void setForMeShowsBeforeAndAfterAndUndoes();
    void longLinksLeaveRoomForTheWords();
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

// The row asks with both values, sets the domain in WeCom, and gives the old one back.
void tst_CheckList::setForMeShowsBeforeAndAfterAndUndoes()
{
    demo::RehearsalOptions options;
    options.thisComputerTrusted = true;
    options.faults = QStringList{u"domain.oauth.mismatch"_s};
    demo::Rehearsal rehearsal(options);
    rehearsal.perform(setup::StepId::CreateApp);
    rehearsal.perform(setup::StepId::TrustedDomain);
    net::Http http;
    assistant::Services services;
    services.http = &http;
    services.store = vault::sessionStore();
    services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
    setup::Setup setup;
    setup.id = u"crm"_s;
    setup.nocobase.url = rehearsal.nocobaseUrl();
    setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
    setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
    assistant::SetupSession session(services, setup);
    session.setCompanyId(rehearsal.companyId());
    session.setAgentId(rehearsal.agentId());
    session.setSecret(rehearsal.secret());
    ui::CheckList list(&session, setup::StepId::TrustedDomain, u"l"_s);
    connect(&session, &assistant::SetupSession::changed, &list, &ui::CheckList::render);
    connect(&session, &assistant::SetupSession::workChanged, &list, &ui::CheckList::render);
    list.show();
    QCoro::waitFor(session.checkWecom());
    const auto domain = [&session] {
        const auto findings = session.findings(setup::StepId::TrustedDomain);
        for (const auto &one : findings) {
            if (one.check == u"domain.oauth"_s)
                return one.evidence[u"found"_s].toString();
        }
        return QString();
    };
    const auto click = [&list](const QString &name) {
        auto *button = list.findChild<QAbstractButton *>(u"l.domain.oauth."_s + name);
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    };
    const auto before = domain();
    const auto wanted = QUrl(setup.authenticator.origin).authority();
    QVERIFY(!before.isEmpty() && before != wanted);
    click(u"action"_s);
    const auto *question = list.findChild<ui::MessageBar *>(u"l.domain.oauth.question"_s);
    QVERIFY(question && question->accessibleName().contains(before));
    QVERIFY(question->accessibleName().contains(wanted));
    QCOMPARE(domain(), before); // nothing has happened yet
    click(u"question.yes"_s);
    QVERIFY(QTest::qWaitFor([&] { return domain() == wanted; }, 30000));
    auto *undo = list.findChild<QAbstractButton *>(u"l.domain.oauth.undo"_s);
    QTRY_VERIFY(undo && undo->isVisible());
    QVERIFY(undo->accessibleName().contains(before));
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return domain() == before; }, 30000));
    QTRY_VERIFY(!undo->isVisible());
}

void tst_CheckList::causesComeBeforeHowToTellThem()
{
    const Stage stage({}, false);
    ui::CheckList list(stage.session(), setup::StepId::Credentials, u"l"_s);
    auto unsure = finding(u"nocobase.reach"_s, checks::Severity::Problem);
    unsure.possible = {u"dns.unknown"_s, u"proxy.needed"_s};
    unsure.evidence = {{u"tell"_s, u"another-site"_s}};
    list.setFindings({unsure});
    const auto &catalogue = checks::Catalogue::instance();
    const QString said = list.findChild<QLabel *>(u"l.nocobase.reach.todo"_s)->text();
    const QString tell = catalogue.words(unsure, u"en"_s).todo.value(0);
    QVERIFY(!tell.isEmpty());
    for (const QString &cause : std::as_const(unsure.possible)) {
        const auto at = said.indexOf(catalogue.causeTitle(cause, u"en"_s));
        QVERIFY(at >= 0 && at < said.indexOf(tell));
    }
}

// Beside the words, or under them where those would become a narrow column.
void tst_CheckList::longLinksLeaveRoomForTheWords()
{
    ui::CheckRow row(u"r"_s);
    row.setContent(ui::Mark::Todo, u"Whether the app is enabled has not been asked yet"_s,
                   u"Company ID and Secret are needed first."_s);
    row.setLink(u"jump"_s, u"Go to: Company ID, AgentId, Secret"_s);
    row.show();
    const auto *words = row.findChild<QLabel *>(u"r.title"_s);
    const auto *link = row.findChild<QWidget *>(u"r.jump"_s);
    const auto isBeside = [&] { return link->x() >= words->geometry().right(); };
    row.resize(900, 80);
    QTRY_VERIFY(isBeside());
    row.resize(430, 120);
    QTRY_VERIFY(!isBeside() && link->y() > words->geometry().bottom());
    QVERIFY(words->width() > 350);
    row.setLink(u"jump"_s, u"Go to: 1"_s); // a shorter one, in the same room
    QTRY_VERIFY(isBeside());
}

QTEST_MAIN(tst_CheckList)
#include "tst_checklist.moc"
