// SPDX-License-Identifier: Apache-2.0
// What the pages of WeCom's console do about findings: look again at one thing, say what changed, hold back
// what would harm, and give what has to be entered or put somewhere.
#include "support.h"

#include "checks/actions.h"
#include "checks/catalogue.h"
#include "parts/checklist.h"
#include "parts/checkrow.h"
#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "shell/steppage.h"
#include "steps/ownershipguide.h"
#include "steps/trustedip.h"

#include <QAccessible>
#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

struct Heard
{
    QAccessible::Event type;
    QString object, name;
};
QList<Heard> *heard = nullptr;

void listen(QAccessibleEvent *event)
{
    if (!heard || !event->object())
        return;
    const auto *widget = qobject_cast<QWidget *>(event->object());
    heard->append(
        {event->type(), event->object()->objectName(), widget ? widget->accessibleName() : QString()});
}

// Everything that a screen reader is told while this lives; the accessibility bus of the room makes Qt tell
// it.
class Listening
{
public:
    Listening() : m_before(QAccessible::installUpdateHandler(listen)) { heard = &all; }
    ~Listening()
    {
        heard = nullptr;
        QAccessible::installUpdateHandler(m_before);
    }
    Q_DISABLE_COPY_MOVE(Listening)
    QStringList names(const QString &object, QAccessible::Event type) const
    {
        QStringList found;
        for (const auto &one : all) {
            if (one.object == object && one.type == type)
                found.append(one.name);
        }
        return found;
    }
    QList<Heard> all;

private:
    QAccessible::UpdateHandler m_before;
};

void fillCredentials(const Stage &stage)
{
    const auto samples = stage.host()->rehearsal()->samples();
    stage.session()->setCompanyId(samples.companyId);
    stage.session()->setAgentId(samples.agentId);
    stage.session()->setSecret(samples.secret);
}

QString cause(const Stage &stage, const QString &check)
{
    for (const auto &finding : stage.session()->findings()) {
        if (finding.check == check)
            return finding.cause;
    }
    return {};
}

constexpr QAccessible::Event said()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return QAccessible::Announcement;
#else
    return QAccessible::Alert;
#endif
}

} // namespace

class tst_Diagnosis : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void lookingAgainKeepsFocusAndIsHeard();
    void everyRowThatCanBeSeenCanBeLookedAtAgain();
    void whatCannotBeLookedAtSaysWhatIsMissing_data();
    void whatCannotBeLookedAtSaysWhatIsMissing();
    void severalWrongSecretsAskFirst();
    void aHeldBackSecretIsNeededToAskTheServer();
    void manyDomainSettingsAskFirst();
    void aLockedKeychainCanBeUnlockedOrLeft();
    void theGuideGivesTheRule();
    void aStrangeContentIsPutThereAsAFile();
    void aChangedServerAddressShowsBoth();
    void aFaultIsPractised();
};

void tst_Diagnosis::lookingAgainKeepsFocusAndIsHeard()
{
    const Stage stage({u"domain.ownership.missing"_s});
    auto *rehearsal = stage.host()->rehearsal();
    fillCredentials(stage);
    stage.window()->showStep(StepId::TrustedDomain);
    stage.session()->setOwnershipFile(rehearsal->ownershipFile());
    QCoro::waitFor(stage.session()->check(StepId::TrustedDomain));
    QCOMPARE(cause(stage, u"domain.file"_s), u"domain.ownership.missing"_s);

    const QString row = u"trusted-domain.check.domain.file"_s;
    auto *again = stage.find<QAbstractButton>(row + u".again"_s);
    QVERIFY(again && again->isVisible());
    QVERIFY(again->accessibleName().startsWith(u"Check again: Problem: "_s));
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    again->setFocus();
    QCOMPARE(QApplication::focusWidget(), again);

    rehearsal->control()->setFaults({});
    rehearsal->control()->perform(StepId::TrustedDomain);
    const auto *wecom = stage.session()->facts().token ? &*stage.session()->facts().token : nullptr;
    const auto askedWecom = wecom ? wecom->at : QDateTime();
    const Listening listening;
    QTest::keyClick(again, Qt::Key_Space);
    QCOMPARE(again->text(), u"Checking…"_s);
    QTest::keyClick(again, Qt::Key_Space); // pressing twice asks once
    QTRY_VERIFY(!listening.names(row, said()).isEmpty());
    QCOMPARE(cause(stage, u"domain.file"_s), QString());
    QCOMPARE(QApplication::focusWidget(), again);
    QCOMPARE(stage.session()->facts().token->at, askedWecom); // nothing but the file was looked for
    // The result itself, once as an announcement of the row and as the name of the focused button.
    const auto announced = listening.names(row, said());
    QCOMPARE(announced.size(), 1);
    QVERIFY2(announced.first().startsWith(u"Checked: "_s), qPrintable(announced.first()));
    const auto renamed = listening.names(row + u".again"_s, QAccessible::NameChanged);
    QVERIFY(!renamed.isEmpty());
    QVERIFY2(renamed.constLast().startsWith(u"Check again: Checked: "_s), qPrintable(renamed.constLast()));
}

void tst_Diagnosis::everyRowThatCanBeSeenCanBeLookedAtAgain()
{
    const Stage stage;
    fillCredentials(stage);
    stage.session()->edit([&](setup::Setup &setup) {
        setup.nocobase.account = stage.host()->rehearsal()->sampleAccount();
        setup.domainFile.name = stage.host()->rehearsal()->ownershipFile();
    });
    stage.session()->setPassword(stage.host()->rehearsal()->samples().password);
    stage.session()->setMayAskServer(true);
    int rowsSeen = 0;
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY(stage.waitIdle());
        const auto findings = stage.session()->findings(step.id);
        for (const auto &finding : findings) {
            if (step.id == StepId::TestLogin || !stage.session()->canCheckAgain(finding))
                continue;
            // Some pages tell a finding in another form than a row.
            const auto rows = stage.window()->page()->findChildren<ui::CheckRow *>();
            for (const auto *row : rows) {
                if (!row->objectName().endsWith(u'.' + finding.check) || row->isHidden())
                    continue;
                const auto *again = row->findChild<ui::AgainButton *>(row->objectName() + u".again"_s);
                QVERIFY2(again && !again->isHidden(), qPrintable(finding.check));
                QVERIFY(again->accessibleName().size() > again->text().size());
                ++rowsSeen;
            }
        }
    }
    QVERIFY(rowsSeen > 12);
}

void tst_Diagnosis::whatCannotBeLookedAtSaysWhatIsMissing_data()
{
    QTest::addColumn<bool>("rehearsal");
    QTest::newRow("fresh rehearsal") << true;
    QTest::newRow("fresh setup") << false;
}

// Each arrow of a fresh setup begins something; a row without one says what is missing, and leads there.
void tst_Diagnosis::whatCannotBeLookedAtSaysWhatIsMissing()
{
    QFETCH(bool, rehearsal);
    const Stage stage({}, rehearsal);
    if (!rehearsal)
        stage.host()->newSetup(u"t"_s);
    int told = 0;
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY(stage.waitIdle());
        const auto findings = stage.session()->findings(step.id);
        for (const auto &finding : findings) {
            const auto rows = stage.window()->page()->findChildren<ui::CheckRow *>();
            for (const auto *row : rows) {
                if (!row->objectName().endsWith(u'.' + finding.check) || !row->isVisible())
                    continue;
                const auto part = [row](const QString &name) {
                    auto *found = row->findChild<QAbstractButton *>(row->objectName() + u'.' + name);
                    return found && found->isVisible() ? found : nullptr;
                };
                if (auto *again = part(u"again"_s)) {
                    const QSignalSpy works(stage.session(), &assistant::SetupSession::workChanged);
                    const int requests = stage.session()->http()->requestCount();
                    again->click();
                    QVERIFY(stage.waitIdle());
                    QVERIFY2(!works.isEmpty(), qPrintable(finding.check));
                    QVERIFY2(stage.session()->http()->requestCount() > requests ||
                                 finding.check.startsWith(u"keychain."_s),
                             qPrintable(finding.check));
                    continue;
                }
                const auto lack = stage.session()->lackFor(finding);
                if (finding.reason != checks::Reason::NotAsked || !lack)
                    continue;
                const auto *detail = row->findChild<QLabel *>(row->objectName() + u".detail"_s);
                QVERIFY2(detail->isVisible(), qPrintable(finding.check));
                QVERIFY2(lack->where == step.id || part(u"jump"_s), qPrintable(finding.check));
                QVERIFY(!checks::Catalogue::instance().label(u"lacks"_s, lack->what, u"en"_s).isEmpty());
                ++told;
            }
        }
    }
    QVERIFY2(told > 5, qPrintable(QString::number(told)));
}

void tst_Diagnosis::severalWrongSecretsAskFirst()
{
    const Stage stage;
    fillCredentials(stage);
    stage.window()->showStep(StepId::Credentials);
    for (int number = 1; number <= wecom::TokenKeeper::wrongSecretLimit + 1; ++number) {
        stage.session()->setSecret(vault::Secret::fromText(QString::number(number).repeated(43)));
        QCoro::waitFor(stage.session()->check(StepId::Credentials));
    }
    const int asked = stage.session()->http()->requestCount();
    const QString row = u"credentials.check.wecom.secret"_s;
    auto *action = stage.find<QAbstractButton>(row + u".action"_s);
    QVERIFY(action && action->isVisible());
    action->click();
    auto *question = stage.find<ui::MessageBar>(row + u".question"_s);
    QVERIFY(question && question->isVisible());
    QCOMPARE(stage.session()->http()->requestCount(), asked);
    stage.find<QAbstractButton>(row + u".question.yes"_s)->click();
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->http()->requestCount(), asked + 1);
    QCOMPARE(cause(stage, u"wecom.secret"_s), u"wecom.secret.wrong"_s);
}

void tst_Diagnosis::aHeldBackSecretIsNeededToAskTheServer()
{
    const Stage stage;
    fillCredentials(stage);
    stage.session()->edit(
        [&](setup::Setup &setup) { setup.nocobase.account = stage.host()->rehearsal()->sampleAccount(); });
    stage.session()->setPassword(stage.host()->rehearsal()->samples().password);
    for (int number = 1; number <= wecom::TokenKeeper::wrongSecretLimit + 1; ++number) {
        stage.session()->setSecret(vault::Secret::fromText(QString::number(number).repeated(43)));
        QCoro::waitFor(stage.session()->check(StepId::Credentials));
    }
    stage.window()->showStep(StepId::TrustedIp);
    QVERIFY(stage.waitIdle());
    const auto finding = stage.session()->findings(StepId::TrustedIp).first();
    const auto lack = stage.session()->lackFor(finding);
    QVERIFY(lack);
    QCOMPARE(lack->what, u"secret-held"_s);
    QVERIFY(!stage.find<QAbstractButton>(u"trusted-ip.consent.ask"_s)->isVisible());
    const auto *action = stage.find<QAbstractButton>(u"trusted-ip.check.ip.trusted.action"_s);
    QVERIFY(!action || !action->isVisible());
    auto *there = stage.find<QAbstractButton>(u"trusted-ip.consent.go"_s);
    QVERIFY(there && there->isVisible());
    there->click();
    QCOMPARE(stage.window()->currentStep(), StepId::Credentials);
}

void tst_Diagnosis::manyDomainSettingsAskFirst()
{
    QTemporaryDir folder;
    const setup::Repository repository{QDir(folder.path())};
    setup::Record record;
    record.domainChanges[QDate::currentDate().toString(u"yyyy-MM"_s)] = 16;
    QVERIFY(repository.saveRecord(u"crm"_s, record));
    net::Http http;
    assistant::Services services;
    services.http = &http;
    services.store = vault::sessionStore();
    services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
    services.repository = repository;
    setup::Setup setup;
    setup.id = u"crm"_s;
    assistant::SetupSession session(services, setup);
    ui::CheckList list(&session, StepId::TrustedDomain, u"l"_s);
    checks::Finding finding;
    finding.check = u"domain.oauth"_s;
    finding.step = StepId::TrustedDomain;
    finding.severity = checks::Severity::Problem;
    finding.cause = u"domain.oauth.mismatch"_s;
    finding.action = QString::fromLatin1(checks::action::setTrustedDomain);
    list.setFindings({finding});
    list.show();
    list.findChild<QAbstractButton *>(u"l.domain.oauth.action"_s)->click();
    const auto *question = list.findChild<ui::MessageBar *>(u"l.domain.oauth.question"_s);
    QVERIFY(question);
    QVERIFY(question->accessibleName().contains(u"16"_s));
    QCOMPARE(http.requestCount(), 0);
}

void tst_Diagnosis::aLockedKeychainCanBeUnlockedOrLeft()
{
    const Stage stage({u"keychain.locked"_s});
    stage.window()->showStep(StepId::Welcome);
    QVERIFY(stage.waitIdle());
    QCOMPARE(cause(stage, u"keychain.usable"_s), u"keychain.locked"_s);
    const QString row = u"welcome.check.keychain.usable"_s;
    auto *unlock = stage.find<QAbstractButton>(row + u".action"_s);
    auto *leave = stage.find<QAbstractButton>(row + u".other"_s);
    QVERIFY(unlock && unlock->isVisible() && leave && leave->isVisible());
    unlock->click();
    QVERIFY(stage.waitIdle());
    QCOMPARE(cause(stage, u"keychain.usable"_s), u"keychain.locked"_s); // the simulated one cannot be opened
    leave->click();
    QVERIFY(stage.waitIdle());
    QVERIFY(!stage.session()->storeIsPersistent());
    QVERIFY(!leave->isVisible());
}

void tst_Diagnosis::theGuideGivesTheRule()
{
    const Stage stage;
    stage.window()->showStep(StepId::TrustedDomain);
    auto *guide = stage.find<ui::OwnershipGuide>(u"trusted-domain.guide"_s);
    QVERIFY(guide && !guide->isVisible()); // there is nothing to say before the file is known
    stage.session()->setOwnershipFile(u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s, "7hQk2PzX1aBcD3eF\n");
    QVERIFY(guide->isVisible());
    const auto *snippet = stage.find<ui::CopyRow>(u"trusted-domain.guide.snippet"_s);
    QVERIFY(snippet->value().startsWith(u"location = /WW_verify_7hQk2PzX1aBcD3eF.txt {"_s));
    QVERIFY(snippet->value().contains(u"return 200 \"7hQk2PzX1aBcD3eF\";"_s));
    stage.find<QRadioButton>(u"trusted-domain.guide.caddy"_s)->click();
    QVERIFY(snippet->value().contains(u"respond \"7hQk2PzX1aBcD3eF\" 200"_s));
    stage.find<QRadioButton>(u"trusted-domain.guide.docker"_s)->click();
    QVERIFY(snippet->value().contains(u"./WW_verify_7hQk2PzX1aBcD3eF.txt:/app/nocobase/"_s));
    QVERIFY(stage.waitIdle());
}

void tst_Diagnosis::aStrangeContentIsPutThereAsAFile()
{
    const setup::DomainFile named{u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s, {}};
    const setup::DomainFile strange{named.name, u"a\"; } evil $host"_s};
    for (const auto &file : {named, strange}) {
        QVERIFY(!ui::nginxRule(file).contains(u"return"_s));
        QVERIFY(ui::nginxRule(file).contains(u"root "_s));
        QVERIFY(!ui::caddyRule(file).contains(u"respond"_s));
        QVERIFY(!ui::nginxRule(file).contains(u"evil"_s) && !ui::caddyRule(file).contains(u"evil"_s));
    }
}

void tst_Diagnosis::aChangedServerAddressShowsBoth()
{
    QTemporaryDir folder;
    const setup::Repository repository{QDir(folder.path())};
    setup::Record record;
    record.serverAddress = u"203.0.113.7"_s;
    record.serverAddressBefore = u"203.0.113.250"_s;
    QVERIFY(repository.saveRecord(u"crm"_s, record));
    net::Http http;
    assistant::Services services;
    services.http = &http;
    services.store = vault::sessionStore();
    services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
    services.repository = repository;
    setup::Setup setup;
    setup.id = u"crm"_s;
    assistant::SetupSession session(services, setup);
    ui::TrustedIpPage page(&session, nullptr);
    page.start();
    page.show();
    QCOMPARE(page.findChild<ui::CopyRow *>(u"trusted-ip.address"_s)->value(), u"203.0.113.7"_s);
    const auto *both = page.findChild<ui::CopyRow *>(u"trusted-ip.both"_s);
    QVERIFY(both->isVisible());
    QCOMPARE(both->value(), u"203.0.113.7;203.0.113.250"_s); // as the console takes a list
    QVERIFY(page.findChild<QLabel *>(u"trusted-ip.before"_s)->text().contains(u"203.0.113.250"_s));
}

void tst_Diagnosis::aFaultIsPractised()
{
    const Stage stage;
    fillCredentials(stage);
    stage.window()->showStep(StepId::TrustedDomain);
    const auto *control = stage.host()->rehearsal()->control();
    const auto choose = [&](const QString &fault) {
        QTest::mouseClick(stage.find<QWidget>(u"trusted-domain.rehearsal.fault"_s), Qt::LeftButton);
        auto *menu = stage.find<QMenu>(u"trusted-domain.rehearsal.fault.menu"_s);
        QVERIFY(menu && menu->isVisible());
        const auto *checked = menu->findChild<QAction *>(control->faults().value(0, u"good-login"_s));
        QVERIFY(checked && checked->isChecked());
        auto *action = menu->findChild<QAction *>(fault);
        QVERIFY(action && action->isVisible() && !action->isChecked());
        QVERIFY(action->actionGroup() && action->actionGroup()->isExclusive()); // one at a time, and drawn so
        action->trigger();
        menu->close();
        QVERIFY(stage.waitIdle());
    };
    stage.session()->setOwnershipFile(stage.host()->rehearsal()->ownershipFile());
    choose(u"domain.ownership.missing"_s);
    QCOMPARE(control->faults(), QStringList{u"domain.ownership.missing"_s});
    QCOMPARE(cause(stage, u"domain.file"_s),
             u"domain.ownership.missing"_s); // it is looked at without being asked
    // On the other pages it is said, and offered to be taken off; what needs another keychain is not offered.
    stage.window()->showStep(StepId::TrustedIp);
    QTest::mouseClick(stage.find<QWidget>(u"trusted-ip.rehearsal.fault"_s), Qt::LeftButton);
    auto *menu = stage.find<QMenu>(u"trusted-ip.rehearsal.fault.menu"_s);
    QVERIFY(menu->findChild<QAction *>(u"domain.ownership.missing"_s)->isChecked());
    QVERIFY(!menu->findChild<QAction *>(u"keychain.locked"_s)->isVisible());
    menu->findChild<QAction *>(u"good-login"_s)->trigger();
    menu->close();
    QVERIFY(stage.waitIdle());
    QVERIFY(control->faults().isEmpty());
    stage.window()->showStep(StepId::TrustedDomain);
    stage.host()->rehearsal()->control()->perform(StepId::TrustedDomain);
    QCoro::waitFor(stage.session()->checkAgain(StepId::TrustedDomain));
    QCOMPARE(cause(stage, u"domain.file"_s), QString());
}

QTEST_MAIN(tst_Diagnosis)
#include "tst_diagnosis.moc"
