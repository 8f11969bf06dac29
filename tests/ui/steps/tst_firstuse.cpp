// SPDX-License-Identifier: Apache-2.0
// What a person meets who has only read the introduction: coming back to a setup, mistyped addresses, the
// keyboard, and the look of the window.
// Values of a test program may be made before main(). clazy:excludeall=non-pod-global-static
#include "checks/finding.h"
#include "parts/buttons.h"
#include "setup/repository.h"
#include "shell/steppage.h"
#include "shell/steprail.h"
#include "steps/phonecard.h"
#include "support.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using setup::StepId;
using ui::Theme;

namespace {

// A phone that a page waits for.
class Phone final : public assistant::RehearsalControl
{
public:
    PhoneState state = PhoneState::PageWaits;

    bool perform(StepId) override { return false; }
    PhoneState phone() const override { return state; }
    bool scan() override
    {
        state = PhoneState::Scanned;
        return true;
    }
    bool agree() override
    {
        state = PhoneState::Agreed;
        return true;
    }
    bool decline() override { return false; }
    QString appName() const override { return u"NocoBase"_s; }
    QUrl phoneUrl() const override { return QUrl(u"http://127.0.0.1:9"_s); }
    void holdHops(bool) override {}
    void letHop(login::TourHop) override {}
    std::optional<login::TourHop> waitsFor() const override { return {}; }
    std::unique_ptr<login::LoginViewer> playedBrowser(net::Http *) override { return nullptr; }
    QStringList faultMenu() const override { return {}; }
    QStringList faults() const override { return {}; }
    void setFaults(const QStringList &) override {}
};

QString folderOf(const Stage &stage)
{
    return QFileInfo(stage.host()->setups().first().path).path();
}

// As after a start: setups are there, and none is open.
void openNone(const Stage &stage)
{
    stage.host()->newSetup(u"To be removed"_s);
    stage.host()->remove(stage.session()->setup().id);
    QVERIFY(stage.host()->isUntouched());
    QVERIFY(stage.waitIdle());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    stage.window()->showStep(StepId::Welcome);
}

} // namespace

class tst_FirstUse : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void theLastSetupIsContinued();
    void whereOnlyABrokenOneIsThereTheKeyboardIsOnNothingThatRemoves();
    void theKeychainIsTriedWithoutAVisit();
    void whatWasSeenLastIsToldAtTheEnd();
    void whatIsNoAddressIsNotKept();
    void enterChecksTheConnection();
    void theKeyboardStaysWithThePhone();
    void theLookIsChosenInTheWindow();
    void aLongNameLeavesRoomForTheSteps();
};

void tst_FirstUse::theLastSetupIsContinued()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"First"_s);
    const QString first = stage.session()->setup().id;
    stage.host()->newSetup(u"Second"_s);
    QTest::qWait(20);
    QVERIFY(stage.host()->openSetup(first));
    stage.window()->showStep(StepId::TrustedIp); // which is written down
    openNone(stage);
    auto *primary = stage.find<ui::Button>(u"footer.primary"_s);
    QCOMPARE(primary->accessibleName(), u"Continue"_s);
    QCOMPARE(stage.window()->page()->initialFocus()->objectName(), u"welcome.setup.%1.open"_s.arg(first));
    primary->click();
    QCOMPARE(stage.session()->setup().id, first);
    QCOMPARE(stage.window()->currentStep(), StepId::TrustedIp);
    QCOMPARE(stage.host()->setups().size(), 2);
    QVERIFY(stage.waitIdle());
}

void tst_FirstUse::whereOnlyABrokenOneIsThereTheKeyboardIsOnNothingThatRemoves()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"Broken"_s);
    const QString path = stage.host()->setups().first().path;
    openNone(stage);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("rubbish") == 7);
    file.close();
    stage.window()->showStep(StepId::Welcome);
    QCOMPARE(stage.host()->setups().size(), 1);
    QCOMPARE(stage.window()->page()->initialFocus()->objectName(), u"welcome.name.edit"_s);
    QCOMPARE(stage.find<ui::Button>(u"footer.primary"_s)->accessibleName(), u"Begin"_s);
}

void tst_FirstUse::theKeychainIsTriedWithoutAVisit()
{
    const Stage stage;
    QVERIFY(stage.window()->currentStep() != StepId::Welcome);
    QTRY_COMPARE(stage.session()->state(StepId::Welcome), assistant::StepState::Verified);
    QVERIFY(stage.waitIdle());
}

void tst_FirstUse::whatWasSeenLastIsToldAtTheEnd()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"Seen before"_s);
    const QString id = stage.session()->setup().id;
    const setup::Repository repository{QDir(folderOf(stage))};
    openNone(stage);
    setup::Record record = repository.record(id);
    record.findings = {};
    for (const auto &check :
         {u"nocobase.reach"_s, u"nocobase.sign-in"_s, u"nocobase.role"_s, u"plugin.wecom"_s}) {
        checks::Finding seen;
        seen.check = check;
        seen.step = StepId::Nocobase;
        seen.severity = checks::Severity::Ok;
        seen.at = QDateTime::currentDateTimeUtc().addDays(-1);
        record.findings.append(checks::toJson(seen));
    }
    QVERIFY(repository.saveRecord(id, record));
    QVERIFY(stage.host()->openSetup(id));
    stage.window()->showStep(StepId::Finish);
    QVERIFY(stage.waitIdle());
    QVERIFY(stage.session()->state(StepId::Nocobase) == assistant::StepState::Open); // nobody has looked
    QVERIFY(stage.find<QLabel>(u"footer.status"_s)->text().contains(u"When last checked: 1 of 11"_s));
    QVERIFY(!stage.find<QWidget>(u"finish.save-poster"_s)->isVisible()); // there is no link to print
}

void tst_FirstUse::whatIsNoAddressIsNotKept()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"Mistyped"_s);
    stage.window()->showStep(StepId::Nocobase);
    auto *edit = stage.find<QLineEdit>(u"nocobase.address.edit"_s);
    const QString typed = u"not a url at all !!"_s;
    QTest::keyClicks(edit, typed);
    QVERIFY(stage.session()->setup().nocobase.url.isEmpty());
    QVERIFY(stage.session()->setup().authenticator.origin.isEmpty());
    QTest::keyClick(edit, Qt::Key_Tab);
    edit->clearFocus();
    stage.window()->showStep(StepId::Credentials);
    stage.window()->showStep(StepId::Nocobase);
    QCOMPARE(edit->text(), typed);
    edit->clear();
    QTest::keyClicks(edit, u"127.0.0.1:9"_s);
    QCOMPARE(stage.session()->setup().nocobase.url, QUrl(u"http://127.0.0.1:9"_s));
    QCOMPARE(stage.find<ui::Button>(u"footer.primary"_s)->accessibleName(), u"Check connection"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(stage.waitIdle());
    QVERIFY(stage.session()->facts().server); // somebody has looked
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
    QCOMPARE(stage.find<ui::Button>(u"footer.primary"_s)->accessibleName(), u"Next"_s);
}

void tst_FirstUse::enterChecksTheConnection()
{
    const Stage stage;
    stage.window()->showStep(StepId::Nocobase);
    QVERIFY(stage.waitIdle());
    const auto *rehearsal = stage.host()->rehearsal();
    stage.session()->edit([&](setup::Setup &setup) { setup.nocobase.account = rehearsal->sampleAccount(); });
    auto *password = stage.find<QLineEdit>(u"nocobase.password.edit"_s);
    QTest::keyClicks(password, u"wrong"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QVERIFY(stage.waitIdle());
    QVERIFY(stage.session()->facts().identity);
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
}

void tst_FirstUse::theKeyboardStaysWithThePhone()
{
    Phone phone;
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *before = new ui::Button(u"before"_s, &window);
    auto *card = new ui::PhoneCard(&phone, u"phone"_s, &window);
    auto *after = new ui::Button(u"after"_s, &window);
    for (QWidget *part : std::initializer_list<QWidget *>{before, card, after})
        column->addWidget(part);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *scan = window.findChild<QAbstractButton *>(u"phone.scan"_s);
    auto *agree = window.findChild<QAbstractButton *>(u"phone.agree"_s);
    QTRY_VERIFY(scan->isVisible());
    scan->setFocus();
    scan->click();
    QTRY_VERIFY(agree->isVisible());
    QCOMPARE(window.focusWidget(), agree);
    agree->click();
    QTRY_VERIFY(!agree->isVisible());
    QVERIFY(card->isAncestorOf(window.focusWidget()));
}

void tst_FirstUse::theLookIsChosenInTheWindow()
{
    const Stage stage;
    for (const auto &[name, choice] : {std::pair(u"theme.dark"_s, Theme::Choice::Dark),
                                       std::pair(u"theme.system"_s, Theme::Choice::System),
                                       std::pair(u"theme.light"_s, Theme::Choice::Light)}) {
        auto *action = stage.find<QAction>(name);
        QVERIFY2(action && !action->text().isEmpty(), qPrintable(name));
        int told = 0;
        const auto connection = connect(&Theme::instance(), &Theme::changed, this, [&told] { ++told; });
        action->trigger();
        disconnect(connection);
        QCOMPARE(Theme::instance().choice(), choice);
        QVERIFY(told > 0); // so that it is written down
        QVERIFY(action->isChecked());
        QVERIFY(stage.find<QAction>(u"language.en"_s)->isChecked());
    }
    QVERIFY(stage.waitIdle());
}

void tst_FirstUse::aLongNameLeavesRoomForTheSteps()
{
    const Stage stage({}, false);
    const QString name = QString(u"A company with a long name "_s).repeated(6).trimmed();
    stage.host()->newSetup(name);
    const auto *who = stage.find<QLabel>(u"rail.who"_s);
    QCoreApplication::processEvents();
    QVERIFY(who->height() <= 2 * who->fontMetrics().lineSpacing() + 6);
    QCOMPARE(who->toolTip(), name);
    QCOMPARE(who->accessibleName(), name);
    // The step that is shown is seen in a low window, too.
    stage.window()->showStep(StepId::Finish);
    stage.window()->resize(860, 460);
    const auto *item = stage.window()->rail()->item(StepId::Finish);
    QTRY_VERIFY(item->visibleRegion().boundingRect().height() >= item->height() - 1);
    QVERIFY(stage.waitIdle());
}

QTEST_MAIN(tst_FirstUse)
#include "tst_firstuse.moc"
