// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "checks/catalogue.h"
#include "parts/buttons.h"
#include "parts/fields.h"
#include "shell/steppage.h"
#include "shell/steprail.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QRadioButton>
#include <QTemporaryDir>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

void paste(const Stage &stage, const QString &field, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    stage.find<QAbstractButton>(field + u".paste"_s)->click();
}

void type(const Stage &stage, const QString &field, const QString &text)
{
    auto *edit = stage.find<QLineEdit>(field + u".edit"_s);
    QVERIFY2(edit, qPrintable(field));
    edit->clear();
    QTest::keyClicks(edit, text);
}

// The simulated NocoBase, connected to through the page.
void connectNocobase(const Stage &stage)
{
    stage.window()->showStep(StepId::Nocobase);
    const auto *rehearsal = stage.host()->rehearsal();
    type(stage, u"nocobase.account"_s, rehearsal->sampleAccount());
    type(stage, u"nocobase.password"_s, rehearsal->samples().password.revealText());
    stage.find<QAbstractButton>(u"footer.primary"_s)->click();
    QVERIFY(stage.waitIdle());
}

void fillCredentials(const Stage &stage)
{
    stage.host()->rehearsal()->control()->perform(StepId::CreateApp);
    stage.window()->showStep(StepId::Credentials);
    const auto samples = stage.host()->rehearsal()->samples();
    paste(stage, u"credentials.companyId"_s, samples.companyId);
    paste(stage, u"credentials.agentId"_s, samples.agentId);
    paste(stage, u"credentials.secret"_s, samples.secret.revealText());
    QVERIFY(stage.waitIdle());
}

bool hasCause(const Stage &stage, StepId step, const QString &cause)
{
    const auto findings = stage.session()->findings(step);
    return std::any_of(findings.begin(), findings.end(),
                       [&](const auto &finding) { return finding.cause == cause; });
}

QString causes(const Stage &stage, StepId step)
{
    QStringList all;
    const auto findings = stage.session()->findings(step);
    for (const auto &finding : findings)
        all.append(finding.check + u'=' + checks::severityName(finding.severity) + u' ' + finding.cause);
    return all.join(u", "_s);
}

} // namespace

class tst_Pages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void addressBecomesOrigin_data();
    void addressBecomesOrigin();
    void plainHttpAsksFirst();
    void checkConnectionThenNext();
    void wrongPasswordIsTold();
    void onlyOneWayToSignIn();
    void pasteGoesWhereItBelongs();
    void starsAreNotTaken();
    void whatAFieldRefusesGoesNowhere();
    void secretIsAskedOncePerValue();
    void valuesAreKeptInTheStore();
    void callbackDomainCanBeConfirmed();
    void ownershipFileByDrop();
    void anAddressBecomesTheFilesName();
    void aRedirectLinkThatIsNoPageIsToldOnBothSides();
    void serverIsAskedOnlyWithConsent();
    void keychainMissingOffersThisRunOnly();
    void rehearsalIsMarkedEverywhere();
    void rehearsalDoesNotLeadToTheRealConsole();
    void rehearsalBarStaysReadable();
    void refusedAddressLeadsToTrustedIp();
    void wordCountsOnlyWhereNobodySaw();
    void rehearsalPutsNothingIntoTheKeychain();
    void rehearsalRefusesAnotherServer_data();
    void rehearsalRefusesAnotherServer();
};

void tst_Pages::addressBecomesOrigin_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("host") << u"crm.example.com"_s << u"https://crm.example.com"_s
                          << u"https://crm.example.com"_s;
    QTest::newRow("page") << u"https://crm.example.com/admin/"_s << u"https://crm.example.com"_s
                          << u"https://crm.example.com"_s;
    QTest::newRow("sub-path") << u"https://example.com/nocobase"_s << u"https://example.com/nocobase"_s
                              << u"https://example.com"_s;
    QTest::newRow("port") << u"https://crm.example.com:8443/signin"_s << u"https://crm.example.com:8443"_s
                          << u"https://crm.example.com:8443"_s;
}

void tst_Pages::addressBecomesOrigin()
{
    QFETCH(QString, typed);
    const Stage stage({}, false);
    stage.host()->newSetup(u"t"_s);
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
    type(stage, u"nocobase.address"_s, typed);
    auto url = stage.session()->setup().nocobase.url;
    QTEST(url.toString(QUrl::StripTrailingSlash), "url");
    QTEST(stage.session()->setup().authenticator.origin, "origin");
    // What was typed stays as it was typed while the person is at it.
    QCOMPARE(stage.find<QLineEdit>(u"nocobase.address.edit"_s)->text(), typed);
}

void tst_Pages::plainHttpAsksFirst()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"t"_s);
    auto *consent = stage.find<QCheckBox>(u"nocobase.plainHttp"_s);
    type(stage, u"nocobase.address"_s, u"http://crm.example.com"_s);
    QVERIFY(consent->isVisible());
    QVERIFY(!stage.session()->setup().nocobase.allowPlainHttp);
    consent->click();
    QVERIFY(stage.session()->setup().nocobase.allowPlainHttp);
    type(stage, u"nocobase.address"_s, u"https://crm.example.com"_s);
    QVERIFY(!consent->isVisible());
    type(stage, u"nocobase.address"_s, u"http://127.0.0.1:1"_s);
    QVERIFY(!consent->isVisible());
}

void tst_Pages::checkConnectionThenNext()
{
    const Stage stage;
    stage.window()->showStep(StepId::Nocobase);
    QVERIFY(stage.waitIdle());
    auto *primary = stage.find<ui::Button>(u"footer.primary"_s);
    QCOMPARE(primary->accessibleName(), u"Next"_s);
    const auto *rehearsal = stage.host()->rehearsal();
    type(stage, u"nocobase.account"_s, rehearsal->sampleAccount());
    type(stage, u"nocobase.password"_s, rehearsal->samples().password.revealText());
    QCOMPARE(primary->accessibleName(), u"Check connection"_s);
    primary->click();
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
    QVERIFY(stage.waitIdle());
    QCOMPARE(primary->accessibleName(), u"Next"_s);
    QCOMPARE(stage.session()->state(StepId::Nocobase), assistant::StepState::Verified);
    QCOMPARE(stage.find<QLabel>(u"footer.status"_s)->text(), u"Everything here is checked"_s);
    primary->click();
    QCOMPARE(stage.window()->currentStep(), StepId::CreateApp);
    QVERIFY(stage.waitIdle());
}

void tst_Pages::wrongPasswordIsTold()
{
    const Stage stage;
    stage.window()->showStep(StepId::Nocobase);
    type(stage, u"nocobase.account"_s, stage.host()->rehearsal()->sampleAccount());
    type(stage, u"nocobase.password"_s, u"wrong"_s);
    stage.find<QAbstractButton>(u"footer.primary"_s)->click();
    QVERIFY(stage.waitIdle());
    QVERIFY2(hasCause(stage, StepId::Nocobase, u"nocobase.sign-in"_s),
             qPrintable(causes(stage, StepId::Nocobase)));
    QCOMPARE(stage.session()->state(StepId::Nocobase), assistant::StepState::NeedsAttention);
    QCOMPARE(stage.find<QAbstractButton>(u"rail.nocobase"_s)->accessibleDescription(),
             u"current step, needs attention"_s);
    // What was typed is still there, and going on is possible.
    QCOMPARE(stage.find<QLineEdit>(u"nocobase.password.edit"_s)->text(), u"wrong"_s);
    stage.find<QAbstractButton>(u"footer.primary"_s)->click();
    QCOMPARE(stage.window()->currentStep(), StepId::CreateApp);
    QVERIFY(stage.waitIdle());
}

void tst_Pages::onlyOneWayToSignIn()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"t"_s);
    stage.find<QRadioButton>(u"nocobase.byKey"_s)->click();
    QVERIFY(!stage.find<QWidget>(u"nocobase.password"_s)->isVisible());
    type(stage, u"nocobase.token"_s, u"CANARY-key"_s);
    QVERIFY(!stage.session()->credentials().token.isEmpty());
    stage.find<QRadioButton>(u"nocobase.byAccount"_s)->click();
    QVERIFY(stage.session()->credentials().token.isEmpty());
    QVERIFY(stage.find<QWidget>(u"nocobase.password"_s)->isVisible());
}

void tst_Pages::pasteGoesWhereItBelongs()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"t"_s);
    stage.window()->showStep(StepId::Credentials);
    const auto secret = u"CANARY_0123456789-abcdefghijklmnopqrstuvwxy"_s;
    QCOMPARE(secret.size(), 43);
    type(stage, u"credentials.companyId"_s, u"ww0"_s);
    paste(stage, u"credentials.companyId"_s, u"  "_s + secret + u"\n"_s);
    QVERIFY(stage.session()->credentials().secret == vault::Secret::fromText(secret));
    QCOMPARE(stage.session()->credentials().companyId, u"ww0"_s);
    QCOMPARE(stage.find<QLineEdit>(u"credentials.companyId.edit"_s)->text(), u"ww0"_s);
    QVERIFY(!stage.find<QLineEdit>(u"credentials.secret.edit"_s)->displayText().contains(u"CANARY"_s));
    paste(stage, u"credentials.companyId"_s, u"\uFEFFｗｗ9f3c1a7be4d2065a "_s); // full-width, invisible mark
    QCOMPARE(stage.session()->credentials().companyId, u"ww9f3c1a7be4d2065a"_s);
    paste(stage, u"credentials.agentId"_s, u"1000004"_s);
    QCOMPARE(stage.session()->credentials().agentId, u"1000004"_s);
    QVERIFY(stage.waitIdle(60000));
}

void tst_Pages::starsAreNotTaken()
{
    const Stage stage;
    stage.window()->showStep(StepId::Credentials);
    type(stage, u"credentials.companyId"_s, stage.host()->rehearsal()->samples().companyId);
    QVERIFY(stage.waitIdle());
    const int requests = stage.session()->http()->requestCount();
    paste(stage, u"credentials.secret"_s, u"*****************"_s);
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->http()->requestCount(), requests); // it is not sent
    QVERIFY(stage.find<QLabel>(u"credentials.secret.message"_s)->text().contains(u"stars"_s));
}

void tst_Pages::whatAFieldRefusesGoesNowhere()
{
    const Stage stage;
    fillCredentials(stage);
    stage.window()->showStep(StepId::CreateApp);
    const auto store = stage.host()->rehearsal()->store();
    const auto id = stage.session()->setup().id;
    const auto stored = [&](const QString &name) { return QCoro::waitFor(store->read(id + name)); };
    QVERIFY(QTest::qWaitFor([&] { return stored(u"/secret"_s).has_value(); }));
    const auto companyId = stored(u"/company-id"_s)->value, secret = stored(u"/secret"_s)->value;
    QVERIFY(stage.waitIdle());
    stage.window()->showStep(StepId::Credentials);
    const int requests = stage.session()->http()->requestCount();
    type(stage, u"credentials.companyId"_s, u"ww***"_s);
    type(stage, u"credentials.agentId"_s, u"agent"_s);
    type(stage, u"credentials.secret"_s, u" abc def "_s);
    stage.window()->showStep(StepId::CreateApp);
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->http()->requestCount(), requests);
    QVERIFY(stored(u"/company-id"_s)->value == companyId); // what was there before
    QVERIFY(stored(u"/secret"_s)->value == secret);
    QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Impossible);
    QVERIFY(!stage.session()->hasIds());
    // Each is wrong by its form; nobody was asked, so nothing else is said of it.
    for (const QString &check : {u"wecom.company-id"_s, u"wecom.agent"_s, u"wecom.secret"_s}) {
        const auto findings = stage.session()->findings(StepId::Credentials);
        const auto one = std::find_if(findings.begin(), findings.end(),
                                      [&](const checks::Finding &finding) { return finding.check == check; });
        QVERIFY2(one != findings.end(), qPrintable(check));
        QCOMPARE(checks::severityName(one->severity), u"warning"_s);
        QVERIFY2(one->evidence.contains(u"shape"_s), qPrintable(check));
        QVERIFY(one->cause.isEmpty() && one->possible.isEmpty() && !one->at.isValid());
    }
}

void tst_Pages::secretIsAskedOncePerValue()
{
    const Stage stage;
    fillCredentials(stage);
    QVERIFY(!stage.session()->findings(StepId::Credentials).isEmpty());
    const int requests = stage.session()->http()->requestCount();
    QVERIFY(requests > 0);
    for (int i = 0; i < 3; ++i) {
        stage.window()->showStep(StepId::CreateApp);
        stage.window()->showStep(StepId::Credentials);
        QVERIFY(stage.waitIdle());
    }
    QCOMPARE(stage.session()->http()->requestCount(), requests);
}

void tst_Pages::valuesAreKeptInTheStore()
{
    const Stage stage;
    fillCredentials(stage);
    stage.window()->showStep(StepId::CreateApp);
    const auto samples = stage.host()->rehearsal()->samples();
    const auto store = stage.host()->rehearsal()->store();
    const auto id = stage.session()->setup().id;
    QVERIFY(QTest::qWaitFor([&] { return QCoro::waitFor(store->read(id + u"/secret"_s)).has_value(); }));
    const auto kept = QCoro::waitFor(store->read(id + u"/secret"_s));
    QVERIFY(kept->value == samples.secret);
    QVERIFY(kept->origins.contains(net::originOf(stage.session()->setup().wecom.api)));
    QVERIFY(stage.waitIdle());
}

void tst_Pages::callbackDomainCanBeConfirmed()
{
    const Stage stage;
    fillCredentials(stage);
    stage.window()->showStep(StepId::CallbackDomain);
    QVERIFY(stage.waitIdle());
    auto *box = stage.find<QCheckBox>(u"callback.confirm.box"_s);
    QVERIFY(box && box->isVisible());
    box->click();
    QCOMPARE(stage.session()->state(StepId::CallbackDomain), assistant::StepState::Confirmed);
    QCOMPARE(stage.find<QAbstractButton>(u"rail.callback"_s)->accessibleDescription(),
             u"current step, confirmed by you"_s);
    box->click();
    QCOMPARE(stage.session()->state(StepId::CallbackDomain), assistant::StepState::Open);
}

void tst_Pages::ownershipFileByDrop()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"t"_s);
    stage.window()->showStep(StepId::TrustedDomain);
    QTemporaryDir folder;
    const auto drop = [&](const QString &name, const QByteArray &content) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(stage.window()->page(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(stage.window()->page(), &event);
    };
    drop(u"holiday.jpg"_s, "x");
    QVERIFY(stage.session()->setup().domainFile.name.isEmpty());
    QVERIFY(stage.find<QLabel>(u"trusted-domain.file.message"_s)->text().contains(u"holiday.jpg"_s));
    drop(u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s, "7hQk2PzX1aBcD3eF");
    QCOMPARE(stage.session()->setup().domainFile.name, u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s);
    QVERIFY(stage.waitIdle());
}

void tst_Pages::anAddressBecomesTheFilesName()
{
    const Stage stage;
    stage.window()->showStep(StepId::TrustedDomain);
    QVERIFY(stage.waitIdle());
    const QString field = u"trusted-domain.file"_s, name = u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s;
    const auto *edit = stage.find<QLineEdit>(field + u".edit"_s);
    paste(stage, field, u"https://crm.example.com/"_s + name + u"?v=1"_s);
    QCOMPARE(edit->text(), name);
    QCOMPARE(stage.session()->setup().domainFile.name, name);
    const auto *message = stage.find<QLabel>(field + u".message"_s);
    const bool isHint = message->isHidden();
    QVERIFY(isHint);
    type(stage, field, u"https://crm.example.com/"_s);
    QVERIFY(!message->isHidden());
    stage.find<QAbstractButton>(u"trusted-domain.rehearsal.perform"_s)->setFocus();
    stage.find<QAbstractButton>(u"trusted-domain.rehearsal.perform"_s)->click();
    QVERIFY(stage.waitIdle());
    QCOMPARE(edit->text(), stage.host()->rehearsal()->ownershipFile());
    QVERIFY(message->isHidden()); // it was about another text
}

void tst_Pages::aRedirectLinkThatIsNoPageIsToldOnBothSides()
{
    const Stage stage;
    connectNocobase(stage);
    stage.window()->showStep(StepId::LoginOptions);
    const auto severity = [&] {
        const auto findings = stage.session()->findings(StepId::LoginOptions);
        for (const auto &finding : findings) {
            if (finding.check == u"options.redirect-link"_s)
                return checks::severityName(finding.severity);
        }
        return QString();
    };
    const auto *message = stage.find<QLabel>(u"options.redirect.message"_s);
    const QString hint = message->text();
    for (const QString &link : {u"http://127.0.0.1:43423/admin page"_s, u"/admin page"_s, u"admin"_s}) {
        type(stage, u"options.redirect"_s, link);
        QCOMPARE(severity(), u"warning"_s);
        QVERIFY(message->text() != hint);
        QCOMPARE(stage.session()->state(StepId::LoginOptions), assistant::StepState::NeedsAttention);
    }
    type(stage, u"options.redirect"_s, u"/admin"_s);
    QCOMPARE(severity(), u"ok"_s);
    QCOMPARE(message->text(), hint);
}

void tst_Pages::serverIsAskedOnlyWithConsent()
{
    const Stage stage({u"ip.untrusted"_s});
    connectNocobase(stage);
    fillCredentials(stage);
    const int writes = stage.session()->http()->writeCount();
    stage.window()->showStep(StepId::TrustedIp);
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->http()->writeCount(), writes); // nothing was created on the server
    QVERIFY(!stage.session()->mayAskServer());
    QVERIFY(!stage.find<QWidget>(u"trusted-ip.address"_s)->isVisible());
    auto *ask = stage.find<QAbstractButton>(u"trusted-ip.consent.ask"_s);
    QVERIFY(ask->isVisible());
    ask->click();
    QVERIFY(stage.waitIdle());
    QVERIFY(hasCause(stage, StepId::TrustedIp, u"ip.untrusted"_s));
    const auto *address = stage.find<QLabel>(u"trusted-ip.address.value"_s);
    QVERIFY(address->isVisible());
    QCOMPARE(address->text(), u"203.0.113.7"_s);
    QVERIFY(!ask->isVisible());
}

void tst_Pages::keychainMissingOffersThisRunOnly()
{
    const Stage stage({u"keychain.missing"_s});
    stage.window()->showStep(StepId::Welcome);
    QVERIFY(stage.waitIdle());
    QVERIFY(hasCause(stage, StepId::Welcome, u"keychain.missing"_s));
    const auto check = stage.session()->findings(StepId::Welcome).first().check;
    auto *action = stage.find<QAbstractButton>(u"welcome.check."_s + check + u".action"_s);
    QVERIFY(action && action->isVisible());
    action->click();
    QVERIFY(stage.waitIdle());
    QVERIFY(!stage.session()->storeIsPersistent());
    QVERIFY(!hasCause(stage, StepId::Welcome, u"keychain.missing"_s));
}

void tst_Pages::rehearsalIsMarkedEverywhere()
{
    const Stage stage;
    QVERIFY(stage.find<QLabel>(u"rail.who"_s)->text().contains(u"Rehearsal"_s));
    for (const auto id :
         {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain, StepId::TrustedIp}) {
        stage.window()->showStep(id);
        QVERIFY(stage.waitIdle());
        auto *bar = stage.find<QWidget>(setup::stepName(id) + u".rehearsal"_s);
        QVERIFY2(bar && bar->isVisible(), qPrintable(setup::stepName(id)));
        QVERIFY(stage.find<QAbstractButton>(setup::stepName(id) + u".rehearsal.perform"_s)->isVisible());
    }
}

// What is made up is not to be pasted into the real one.
void tst_Pages::rehearsalDoesNotLeadToTheRealConsole()
{
    const Stage rehearsal;
    const Stage real({}, false);
    real.session()->edit(
        [](setup::Setup &setup) { setup.nocobase.url = QUrl(u"https://crm.example.invalid"_s); });
    for (const auto id : {StepId::CreateApp, StepId::Credentials, StepId::CallbackDomain,
                          StepId::TrustedDomain, StepId::TrustedIp, StepId::Homepage}) {
        const QString name = setup::stepName(id) + u".console.open"_s;
        for (const Stage *stage : {&rehearsal, &real}) {
            stage->window()->showStep(id);
            QVERIFY(stage->waitIdle());
            QVERIFY(stage->find<QWidget>(name));
            QCOMPARE(stage->find<QWidget>(name)->isVisible(), stage == &real);
        }
    }
}

// In a narrow window its text has a line of its own.
void tst_Pages::rehearsalBarStaysReadable()
{
    const Stage stage;
    for (const int width : {860, 1120, 860}) {
        stage.window()->resize(width, 700);
        for (const auto id : {StepId::CreateApp, StepId::Credentials, StepId::Homepage}) {
            stage.window()->showStep(id);
            QVERIFY(stage.waitIdle());
            QTest::qWait(30);
            const auto *text = stage.find<QLabel>(setup::stepName(id) + u".rehearsal.text"_s);
            QVERIFY2(text && text->width() >= 200, qPrintable(QString::number(text->width())));
            QVERIFY(text->height() >= text->heightForWidth(text->width()));
        }
    }
}

// The server was asked, and WeCom refused it for its address: the page says so, and leads to the cure.
void tst_Pages::refusedAddressLeadsToTrustedIp()
{
    const Stage stage({u"ip.untrusted"_s});
    connectNocobase(stage);
    fillCredentials(stage);
    stage.window()->showStep(StepId::CreateApp);
    QVERIFY(stage.waitIdle());
    const QString row = u"create.check.app.created"_s;
    const auto *title = stage.find<QLabel>(row + u".title"_s);
    const QString before = title->text();
    stage.find<QAbstractButton>(row + u".action"_s)->click();
    stage.find<QAbstractButton>(row + u".question.yes"_s)->click();
    QVERIFY(stage.waitIdle());
    QVERIFY(title->text() != before);
    auto *jump = stage.find<QAbstractButton>(row + u".jump"_s);
    QVERIFY(jump && jump->isVisible());
    jump->click();
    QCOMPARE(stage.window()->currentStep(), StepId::TrustedIp);
    QVERIFY(stage.waitIdle());
}

void tst_Pages::wordCountsOnlyWhereNobodySaw()
{
    const Stage stage;
    connectNocobase(stage);
    fillCredentials(stage);
    stage.host()->rehearsal()->control()->perform(StepId::TrustedIp);
    stage.window()->showStep(StepId::CreateApp);
    QVERIFY(stage.waitIdle());
    const auto *box = stage.find<QWidget>(u"create.confirm"_s);
    QVERIFY(box->isVisible()); // this computer may not ask
    stage.session()->confirm(StepId::CreateApp, true);
    QVERIFY(box->isVisible());
    stage.session()->setMayAskServer(true);
    QCoro::waitFor(stage.session()->checkAgain(StepId::CreateApp));
    QCOMPARE(stage.session()->state(StepId::CreateApp), assistant::StepState::Verified);
    QVERIFY(!box->isVisible());
}

void tst_Pages::rehearsalPutsNothingIntoTheKeychain()
{
    const Stage stage;
    stage.window()->showStep(StepId::Credentials);
    QVERIFY(stage.waitIdle());
    const QString rehearsed = stage.find<QLabel>(u"head.lead"_s)->text();
    QVERIFY(!rehearsed.isEmpty());
    QVERIFY(rehearsed != checks::Catalogue::instance().step(StepId::Credentials, u"en"_s).lead);
}

void tst_Pages::rehearsalRefusesAnotherServer_data()
{
    QTest::addColumn<QString>("wayBack");
    QTest::newRow("link") << u"nocobase.addressBack"_s;
    QTest::newRow("sample") << u"nocobase.rehearsal.samples"_s;
}

void tst_Pages::rehearsalRefusesAnotherServer()
{
    QFETCH(QString, wayBack);
    const Stage stage;
    stage.window()->showStep(StepId::Nocobase);
    QVERIFY(stage.waitIdle());
    const auto own = stage.session()->setup();
    const int requests = stage.session()->http()->requestCount();
    const auto *back = stage.find<QWidget>(u"nocobase.addressBack"_s);
    QVERIFY(!back->isVisible());
    type(stage, u"nocobase.address"_s, u"https://crm.example.com"_s);
    QVERIFY(back->isVisible());
    QTest::mouseClick(stage.find<QWidget>(u"footer.primary"_s), Qt::LeftButton);
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
    QCOMPARE(stage.session()->http()->requestCount(), requests);
    QCOMPARE(stage.session()->setup(), own);
    QVERIFY(stage.session()->isRehearsal());
    QVERIFY(back->isVisible());
    QTest::mouseClick(stage.find<QWidget>(wayBack), Qt::LeftButton);
    QVERIFY(stage.waitIdle());
    QVERIFY(!back->isVisible());
    QCOMPARE(stage.find<QLineEdit>(u"nocobase.address.edit"_s)->text(), own.nocobase.url.toDisplayString());
    // Not even the session takes another one, and its door leads to this computer alone.
    stage.session()->edit([](setup::Setup &setup) {
        setup.nocobase.url = QUrl(u"https://crm.example.com"_s);
        setup.authenticator.origin = u"https://crm.example.com"_s;
    });
    QVERIFY(stage.session()->isRehearsal());
    const int before = stage.session()->http()->requestCount();
    net::Request request;
    request.url = QUrl(u"https://crm.example.com"_s);
    const auto refused = QCoro::waitFor(stage.session()->http()->send(request));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, net::FaultCode::OriginNotAllowed);
    QCOMPARE(stage.session()->http()->requestCount(), before);
}

QTEST_MAIN(tst_Pages)
#include "tst_pages.moc"
