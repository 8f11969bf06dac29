// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "checks/catalogue.h"
#include "parts/buttons.h"
#include "parts/messagebar.h"
#include "shell/steppage.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

void click(const Stage &stage, const QString &name)
{
    auto *button = stage.find<QWidget>(name);
    QVERIFY2(button && button->isVisible(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

// Rows of the list before are gone once this has been done.
void goToWelcome(const Stage &stage)
{
    stage.window()->showStep(StepId::Welcome);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QString rowText(const Stage &stage, const QString &id)
{
    const auto *row = stage.find<QWidget>(u"welcome.setup."_s + id);
    return row ? row->accessibleName() + u'\n' + row->accessibleDescription() : QString();
}

QString handOver(const QTemporaryDir &folder, const QString &id, const QString &url)
{
    setup::Setup setup;
    setup.id = id;
    setup.name = u"Handed over"_s;
    setup.nocobase.url = QUrl(url);
    setup.nocobase.account = u"somebody"_s;
    QFile file(folder.filePath(u"hand-over.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(setup::toJson(setup::forHandOver(setup))).toJson());
    return file.fileName();
}

} // namespace

// Silent for as long as the system's question for a password stands.
class SlowStore final : public vault::SecretStore
{
public:
    QCoro::Task<vault::StoreState> probe() override
    {
        ++asked;
        co_return state;
    }
    QCoro::Task<vault::StoreState> unlock() override { co_return state; }
    QCoro::Task<net::Result<vault::Entry>> read(QString name) override { return m_kept->read(name); }
    QCoro::Task<net::Result<void>> write(QString name, vault::Entry entry) override
    {
        return m_kept->write(name, entry);
    }
    QCoro::Task<net::Result<void>> remove(QString name) override { return m_kept->remove(name); }
    bool isPersistent() const override { return true; }

    vault::StoreState state = vault::StoreState::Silent;
    int asked = 0;

private:
    vault::SecretStorePtr m_kept = vault::sessionStore();
};

class TestWelcome : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void continuesWhereItWasLeft();
    void showsHowFarASetupIs();
    void importsAHandOverFile();
    void importsByDropping();
    void anImportCannotUseStoredValues();
    void aBrokenFileIsTold();
    void theRehearsalIsAnEqualChoice();
    void aSilentKeychainIsAskedAgain();
    void aForeignFileIsCalledSo_data();
    void aForeignFileIsCalledSo();
    void aSampleOfARehearsalIsNotImported();
    void anImportDoesNotEndTheRehearsal();
    void whatIsKeptForThisRunOutlastsARehearsal();
    void aTourGivesBackTheSetupThatIsContinued();
    void theListIsReadableInASmallWindow_data();
    void theListIsReadableInASmallWindow();
    void removesASetupOnceAsked();
    void removingTheOpenSetupClosesIt();
    void aSetupThatCannotBeRemovedStays();
    void givesASetupAnotherName();
    void aLongNameIsCutAndSaid();
    void whatIsOpenInAnotherWindowIsLeftToIt();
    void aCopyHasANameOfItsOwn();
    void aSetupCalledLikeTheRehearsalIsNotOpen();
    void rowsMadeAnewKeepTheFocus();
};

void TestWelcome::continuesWhereItWasLeft()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"First"_s);
    const auto first = stage.session()->setup().id;
    click(stage, u"rail.trusted-ip"_s);
    QCOMPARE(stage.window()->currentStep(), StepId::TrustedIp);
    goToWelcome(stage); // which is no place to continue at
    stage.host()->newSetup(u"Second"_s);
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
    click(stage, u"rail.options"_s);
    goToWelcome(stage);
    QVERIFY(rowText(stage, first).contains(u"Left at: Trusted IP"_s));
    click(stage, u"welcome.setup.%1.open"_s.arg(first));
    QCOMPARE(stage.session()->setup().id, first);
    QCOMPARE(stage.window()->currentStep(), StepId::TrustedIp);
    // The one that is open goes on where it was, too.
    goToWelcome(stage);
    click(stage, u"welcome.setup.%1.open"_s.arg(first));
    QCOMPARE(stage.window()->currentStep(), StepId::TrustedIp);
    QVERIFY(stage.waitIdle());
}

void TestWelcome::showsHowFarASetupIs()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"CRM"_s);
    const auto id = stage.session()->setup().id;
    goToWelcome(stage);
    QVERIFY(rowText(stage, id).contains(u"0 of 11 steps done"_s) ||
            rowText(stage, id).contains(u"1 of 11 steps done"_s)); // the keychain is looked at here
    stage.session()->edit([](setup::Setup &setup) { setup.nocobase.url = QUrl(u"http://127.0.0.1:9"_s); });
    stage.session()->confirm(StepId::CallbackDomain, true);
    QVERIFY(stage.session()->saveNow());
    QCoro::waitFor(stage.session()->checkNocobase()); // nothing answers there
    goToWelcome(stage);
    const auto text = rowText(stage, id);
    QVERIFY2(text.contains(u"127.0.0.1"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Last checked: "_s), qPrintable(text));
    QVERIFY(stage.waitIdle());
}

void TestWelcome::importsAHandOverFile()
{
    const Stage stage({}, false);
    QTemporaryDir folder;
    const auto path = handOver(folder, u"crm"_s, u"http://127.0.0.1:9"_s);
    click(stage, u"welcome.openFile"_s);
    auto *dialog = stage.find<QFileDialog>(u"welcome.dialog"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(path);
    QCOMPARE(stage.session()->setup().name, u"Handed over"_s);
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
    const auto *message = stage.find<ui::MessageBar>(u"head.message"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->accessibleName().contains(u"Handed over"_s));
    // It is one of the setups at once, and stays one when it is imported again.
    QCOMPARE(stage.host()->setups().size(), 1);
    QVERIFY(stage.host()->openFile(path));
    QCOMPARE(stage.host()->setups().size(), 2);
    QVERIFY(stage.waitIdle());
}

void TestWelcome::importsByDropping()
{
    const Stage stage({}, false);
    QTemporaryDir folder;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(handOver(folder, u"crm"_s, u"http://127.0.0.1:9"_s))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.window()->page(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stage.window()->page(), &drop);
    QCOMPARE(stage.session()->setup().name, u"Handed over"_s);
    QVERIFY(stage.waitIdle());
}

// A file that names another server under a known id gets nothing of what is stored for that id.
void TestWelcome::anImportCannotUseStoredValues()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"CRM"_s);
    const auto id = stage.session()->setup().id;
    stage.session()->setSecret(vault::Secret::fromText(u"CANARY-secret"_s));
    QVERIFY(QCoro::waitFor(stage.session()->saveCredentials(false)));
    QTemporaryDir folder;
    QVERIFY(stage.host()->openFile(handOver(folder, id, u"http://127.0.0.1:9"_s)));
    QVERIFY(stage.session()->setup().id != id);
    QVERIFY(QCoro::waitFor(stage.session()->loadCredentials()));
    QVERIFY(stage.session()->credentials().secret.isEmpty());
    QVERIFY(stage.waitIdle());
}

void TestWelcome::aBrokenFileIsTold()
{
    const Stage stage({}, false);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"broken.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"schema\":");
    file.close();
    click(stage, u"welcome.openFile"_s);
    emit stage.find<QFileDialog>(u"welcome.dialog"_s)->fileSelected(file.fileName());
    QCOMPARE(stage.window()->currentStep(), StepId::Welcome);
    QVERIFY(stage.find<ui::MessageBar>(u"welcome.message"_s)->isVisible());
    QVERIFY(stage.host()->setups().isEmpty());
}

void TestWelcome::theRehearsalIsAnEqualChoice()
{
    const Stage stage({}, false);
    const auto *begin = stage.find<ui::Button>(u"welcome.begin"_s);
    const auto *rehearse = stage.find<ui::Button>(u"welcome.rehearse"_s);
    QVERIFY(begin->isVisible() && rehearse->isVisible());
    QCOMPARE(begin->isPrimary(), rehearse->isPrimary());
    const auto card = [&](const QString &name) { return stage.find<QWidget>(name)->width(); };
    QCOMPARE(card(u"welcome.new"_s), card(u"welcome.try"_s));
    click(stage, u"welcome.rehearse"_s);
    QVERIFY(stage.session()->isRehearsal());
    // Nothing of it is remembered.
    click(stage, u"rail.trusted-ip"_s);
    QVERIFY(stage.host()->setups().isEmpty());
    QVERIFY(stage.waitIdle());
}

// Nobody types a Secret twice for having rehearsed in between.
void TestWelcome::whatIsKeptForThisRunOutlastsARehearsal()
{
    const auto keychain = std::make_shared<SlowStore>();
    keychain->state = vault::StoreState::Usable;
    const Stage stage({}, false, keychain);
    stage.host()->newSetup(u"CRM"_s);
    const auto id = stage.session()->setup().id;
    const auto secret = vault::Secret::fromText(u"CANARY-secret-of-this-run-only-0123456789ab"_s);
    stage.session()->useSessionStore();
    stage.session()->setSecret(secret);
    QVERIFY(QCoro::waitFor(stage.session()->saveCredentials(false)));
    goToWelcome(stage);
    click(stage, u"welcome.rehearse"_s);
    QVERIFY(stage.session()->isRehearsal());
    goToWelcome(stage);
    click(stage, u"welcome.setup.%1.open"_s.arg(id));
    QCOMPARE(stage.session()->setup().id, id);
    QTRY_VERIFY(stage.session()->credentials().secret == secret);
    QVERIFY(!stage.session()->storeIsPersistent());
    QVERIFY(!QCoro::waitFor(keychain->read(id + u"/secret"_s)));
    QVERIFY(stage.waitIdle());
}

// A tour has put it aside as it was, so it is not read anew from its file: NocoBase's password is typed once.
void TestWelcome::aTourGivesBackTheSetupThatIsContinued()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"CRM"_s);
    const QPointer<assistant::SetupSession> mine = stage.session();
    const auto id = mine->setup().id;
    QVERIFY(stage.host()->startTour({}));
    QVERIFY(stage.session()->isRehearsal());
    goToWelcome(stage);
    click(stage, u"welcome.setup.%1.open"_s.arg(id));
    QCOMPARE(stage.session(), mine.data());
    QVERIFY(stage.host()->isOpen(id));
    QVERIFY(stage.waitIdle());
}

void TestWelcome::aSilentKeychainIsAskedAgain()
{
    const auto store = std::make_shared<SlowStore>();
    const Stage stage({}, false, store);
    QTRY_COMPARE(stage.session()->findings(StepId::Welcome).first().reason, checks::Reason::Unreachable);
    const int before = store->asked;
    store->state = vault::StoreState::Usable; // the person has answered, and comes back
    QEvent back(QEvent::WindowActivate);
    QCoreApplication::sendEvent(stage.find<QWidget>(u"page.welcome"_s), &back);
    QTRY_COMPARE(stage.session()->findings(StepId::Welcome).first().severity, checks::Severity::Ok);
    QCOMPARE(store->asked, before + 1);
    QCoreApplication::sendEvent(stage.find<QWidget>(u"page.welcome"_s), &back);
    QVERIFY(stage.waitIdle());
    QCOMPARE(store->asked, before + 1); // what has answered is left alone
}

void TestWelcome::aForeignFileIsCalledSo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("json") << QByteArray("{\"hello\": 1}");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("list") << QByteArray("[1]");
}

void TestWelcome::aForeignFileIsCalledSo()
{
    QFETCH(QByteArray, content);
    const Stage stage({}, false);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"some.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto opened = stage.host()->openFile(file.fileName());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, net::FaultCode::BadInput);
    QCOMPARE(opened.error().param(u"reason"_s), u"foreign"_s);
    const auto &catalogue = checks::Catalogue::instance();
    const auto languages = catalogue.languages();
    for (const auto &language : languages) {
        net::Fault plain = opened.error();
        plain.params.remove(u"reason"_s);
        QVERIFY(catalogue.faultText(opened.error(), language) != catalogue.faultText(plain, language));
        QVERIFY(catalogue.faultText(opened.error(), language).contains(file.fileName()));
    }
    QVERIFY(stage.host()->setups().isEmpty());
}

void TestWelcome::aSampleOfARehearsalIsNotImported()
{
    const Stage stage;
    const auto *session = stage.session();
    QTemporaryDir folder;
    QFile file(folder.filePath(u"rehearsal.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(setup::toJson(setup::forHandOver(session->setup()))).toJson());
    file.close();
    const auto opened = stage.host()->openFile(file.fileName());
    QVERIFY(!opened);
    QCOMPARE(opened.error().param(u"reason"_s), u"of-rehearsal"_s);
    QVERIFY(stage.host()->setups().isEmpty());
    QCOMPARE(stage.session(), session);

    // The same addresses, but somebody's own setup: they run the servers themselves.
    auto own = session->setup();
    own.id = u"local"_s;
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(setup::toJson(own)).toJson());
    file.close();
    QVERIFY(stage.host()->openFile(file.fileName()));
    QCOMPARE(stage.host()->setups().size(), 1);
}

void TestWelcome::anImportDoesNotEndTheRehearsal()
{
    const Stage stage;
    goToWelcome(stage);
    const auto *session = stage.session();
    QTemporaryDir folder;
    QVERIFY(stage.host()->openFile(handOver(folder, u"crm"_s, u"http://127.0.0.1:9"_s)));
    QCOMPARE(stage.session(), session);
    QVERIFY(stage.host()->rehearsal());
    QVERIFY(stage.find<ui::MessageBar>(u"head.message"_s)->isVisible());
    QCOMPARE(stage.host()->setups().size(), 1);
    click(stage, u"welcome.setup.crm.open"_s); // it waits in the list
    QCOMPARE(stage.session()->setup().name, u"Handed over"_s);
    QVERIFY(stage.waitIdle());
}

void TestWelcome::theListIsReadableInASmallWindow_data()
{
    QTest::addColumn<QString>("language");
    const auto languages = checks::Catalogue::instance().languages();
    for (const auto &language : languages)
        QTest::newRow(qPrintable(language)) << language;
}

void TestWelcome::theListIsReadableInASmallWindow()
{
    QFETCH(QString, language);
    const Stage stage({}, false);
    stage.host()->newSetup(u"Acme Ltd"_s);
    ui::Language::instance().set(language);
    const auto english = qScopeGuard([] { ui::Language::instance().set(u"en"_s); });
    stage.window()->resize(860, 600);
    goToWelcome(stage);
    QVERIFY(stage.waitIdle());
    QCoreApplication::processEvents();
    const auto *list = stage.find<QWidget>(u"page.welcome.main"_s);
    const auto *side = stage.find<QWidget>(u"page.welcome.side"_s);
    QVERIFY(list && side);
    QVERIFY2(side->y() >= list->y() + list->height(), "the columns stand side by side");
}

void TestWelcome::removesASetupOnceAsked()
{
    const Stage stage({}, false);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    stage.host()->newSetup(u"First"_s);
    const auto first = stage.session()->setup().id;
    stage.session()->setSecret(vault::Secret::fromText(u"CANARY-secret"_s));
    QVERIFY(QCoro::waitFor(stage.session()->saveCredentials(false)));
    stage.host()->newSetup(u"Second"_s);
    const auto second = stage.session()->setup().id;
    goToWelcome(stage);
    const auto row = u"welcome.setup."_s + first;
    click(stage, row + u".remove"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(stage.host()->setups().size(), 2); // it asks first
    QVERIFY(stage.find<QWidget>(row + u".question.no"_s)->hasFocus());
    click(stage, row + u".question.no"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!stage.find<QWidget>(row + u".question"_s));
    QCOMPARE(stage.host()->setups().size(), 2);
    click(stage, row + u".remove"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    click(stage, row + u".question.yes"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(stage.host()->setups().size(), 1);
    QVERIFY(!stage.find<QWidget>(row));
    QCOMPARE(stage.session()->setup().id, second); // which is open still
    // Who begins another one of that name gets nothing of it.
    stage.host()->newSetup(u"First"_s);
    QCOMPARE(stage.session()->setup().id, first);
    QVERIFY(QCoro::waitFor(stage.session()->loadCredentials()));
    QVERIFY(stage.session()->credentials().secret.isEmpty());
    QVERIFY(stage.waitIdle());
}

void TestWelcome::removingTheOpenSetupClosesIt()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"First"_s);
    const auto row = u"welcome.setup."_s + stage.session()->setup().id;
    goToWelcome(stage);
    stage.session()->edit([](setup::Setup &setup) { setup.name = u"Not written yet"_s; });
    click(stage, row + u".remove"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    click(stage, row + u".question.yes"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(stage.host()->isUntouched());
    QCOMPARE(stage.window()->currentStep(), StepId::Welcome);
    QTest::qWait(600); // longer than an edit waits to be written
    QVERIFY(stage.host()->setups().isEmpty());
    QVERIFY(stage.waitIdle());
}

void TestWelcome::aSetupThatCannotBeRemovedStays()
{
    QTemporaryDir folder;
    net::Http http;
    assistant::Services services;
    services.http = &http;
    services.store = vault::brokenStore(vault::StoreState::Locked);
    services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
    services.repository.emplace(QDir(folder.path()));
    ui::SessionHost host(services, ui::makeRehearsal);
    ui::MainWindow window(&host);
    window.show();
    host.newSetup(u"First"_s);
    const auto id = host.session()->setup().id;
    QSignalSpy told(&host, &ui::SessionHost::notRemoved);
    host.remove(id);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().at(1).value<net::Fault>().code, net::FaultCode::KeychainLocked);
    QVERIFY(window.findChild<ui::MessageBar *>(u"head.message"_s)->isVisible());
    QCOMPARE(host.setups().size(), 1);
}

void TestWelcome::givesASetupAnotherName()
{
    const Stage stage({}, false);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    stage.host()->newSetup(u"First"_s);
    const auto first = stage.session()->setup().id;
    stage.host()->newSetup(u"Second"_s);
    const auto second = stage.session()->setup().id;
    goToWelcome(stage);
    for (const auto &id : {first, second}) {
        const auto row = u"welcome.setup."_s + id;
        click(stage, row + u".rename"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        auto *line = stage.find<QLineEdit>(row + u".name.edit"_s);
        QVERIFY(line && line->hasFocus());
        line->setText(u"New "_s + id);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!stage.find<QLineEdit>(row + u".name.edit"_s));
        QCOMPARE(stage.window()->focusWidget()->objectName(), row + u".rename"_s); // rows were made anew
    }
    QCOMPARE(stage.session()->setup().name, u"New "_s + second);
    QVERIFY(stage.window()->windowTitle().contains(u"New "_s + second));
    const auto setups = stage.host()->setups();
    QCOMPARE(setups.size(), 2);
    for (const auto &listed : setups)
        QCOMPARE(listed.name, u"New "_s + listed.id); // whose id stays
    QVERIFY(stage.waitIdle());
}

void TestWelcome::aLongNameIsCutAndSaid()
{
    const Stage stage({}, false);
    auto *name = stage.find<QLineEdit>(u"welcome.name.edit"_s);
    QTest::keyClicks(name, QString(210, u'x'));
    QVERIFY(stage.find<QLabel>(u"welcome.name.message"_s)->text().contains(u"200"_s));
    click(stage, u"welcome.begin"_s);
    const auto setups = stage.host()->setups();
    QCOMPARE(setups.size(), 1);
    QVERIFY(setups.constFirst().readable);
    QCOMPARE(setups.constFirst().name, QString(200, u'x'));
    QVERIFY(stage.waitIdle());
}

void TestWelcome::whatIsOpenInAnotherWindowIsLeftToIt()
{
    QTemporaryDir folder;
    net::Http http;
    assistant::Services services;
    services.http = &http;
    services.store = vault::sessionStore();
    services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
    services.repository.emplace(QDir(folder.path()));
    auto first = std::make_unique<ui::SessionHost>(services, nullptr);
    first->newSetup(u"CRM"_s);
    const auto id = first->session()->setup().id;
    ui::SessionHost second(services, nullptr);
    ui::MainWindow window(&second);
    window.show();
    const auto told = [&window] {
        auto *message = window.findChild<ui::MessageBar *>(u"head.message"_s);
        return message->isVisible() ? message->accessibleName() : QString();
    };
    auto *open = window.findChild<QWidget *>(u"welcome.setup.%1.open"_s.arg(id));
    QVERIFY(open);
    QTest::mouseClick(open, Qt::LeftButton);
    QVERIFY(second.isUntouched());
    const auto opened = second.openSetup(id);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, net::FaultCode::Conflict);
    const auto file = second.openFile(QDir(folder.path()).filePath(id + u".json"_s));
    QVERIFY(!file);
    QCOMPARE(file.error().code, net::FaultCode::Conflict);
    second.rename(id, u"Other"_s);
    QVERIFY2(told().contains(u"another window"_s), qPrintable(told()));
    QSignalSpy notRemoved(&second, &ui::SessionHost::notRemoved);
    second.remove(id);
    QCOMPARE(notRemoved.size(), 1);
    QCOMPARE(second.setups().constFirst().name, u"CRM"_s);
    first.reset();
    QVERIFY(second.openSetup(id));
    QCOMPARE(second.session()->setup().name, u"CRM"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!second.session()->isBusy(), 20000);
}

// Or it would go on to a control far below, and the page would scroll there.
void TestWelcome::rowsMadeAnewKeepTheFocus()
{
    const Stage stage({}, false);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    for (const QString &name : {u"First"_s, u"Second"_s, u"Third"_s})
        stage.host()->newSetup(name);
    goToWelcome(stage);
    QVERIFY(stage.waitIdle());
    const auto *bar = stage.find<QScrollArea>(u"page.welcome.scroll"_s)->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    const QString focused = stage.window()->focusWidget()->objectName();
    QVERIFY(focused.endsWith(u".open"_s));
    ui::Language::instance().set(u"ja"_s);
    const auto restore = qScopeGuard([] { ui::Language::instance().set(u"en"_s); });
    QCoreApplication::processEvents();
    QCOMPARE(stage.window()->focusWidget()->objectName(), focused);
    QCOMPARE(bar->value(), 0);
}

void TestWelcome::aCopyHasANameOfItsOwn()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"CRM"_s);
    QString id = stage.session()->setup().id;
    for (const QString &name : {u"CRM (2)"_s, u"CRM (3)"_s}) {
        goToWelcome(stage);
        click(stage, u"welcome.setup.%1.duplicate"_s.arg(id));
        QCOMPARE(stage.session()->setup().name, name);
        id = stage.session()->setup().id; // the next one is a copy of the copy
    }
    QVERIFY(stage.waitIdle());
}

void TestWelcome::aSetupCalledLikeTheRehearsalIsNotOpen()
{
    const Stage stage({}, false);
    stage.host()->newSetup(u"Rehearsal"_s);
    const auto id = stage.session()->setup().id;
    QVERIFY(stage.host()->isOpen(id));
    QVERIFY(stage.host()->startRehearsal({}));
    QCOMPARE(stage.session()->setup().id, id);
    QVERIFY(!stage.host()->isOpen(id));
    goToWelcome(stage);
    click(stage, u"welcome.setup.%1.open"_s.arg(id));
    QVERIFY(!stage.session()->rehearsal());
    QVERIFY(stage.host()->isOpen(id));
    QVERIFY(stage.waitIdle());
}

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
