// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "parts/buttons.h"
#include "parts/messagebar.h"
#include "shell/steppage.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QMimeData>

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
};

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

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
