// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "parts/clipboard.h"
#include "parts/copyrow.h"
#include "parts/fields.h"
#include "shell/steppage.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QMenu>
#include <QMimeData>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

const QString company = u"ww9f3c1a7be4d2065a"_s;
const QString agent = u"1000004"_s;
const QString canary = u"CANARY_0123456789-abcdefghijklmnopqrstuvwxy"_s;

void setClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

// A new setup whose servers answer nothing, so that no test waits for the internet.
void begin(const Stage &stage)
{
    stage.host()->newSetup(u"t"_s);
    const QUrl nowhere(u"http://127.0.0.1:9"_s);
    stage.session()->edit([&](setup::Setup &setup) { setup.wecom = {nowhere, nowhere, nowhere}; });
}

void click(const Stage &stage, const QString &name)
{
    auto *button = stage.find<QWidget>(name);
    QVERIFY2(button && button->isVisible(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

QString message(const Stage &stage, const QString &field)
{
    return stage.find<QLabel>(field + u".message"_s)->text();
}

// To another program and back, as far as the window can tell.
class Elsewhere
{
public:
    explicit Elsewhere(const Stage &stage) : m_stage(stage)
    {
        m_browser.show();
        m_browser.activateWindow();
        m_left = QTest::qWaitForWindowActive(&m_browser) && !stage.window()->isActiveWindow();
    }
    bool left() const { return m_left; }
    bool comeBack()
    {
        m_browser.hide();
        m_stage.window()->activateWindow();
        return QTest::qWaitForWindowActive(m_stage.window());
    }

private:
    const Stage &m_stage;
    QWidget m_browser;
    bool m_left = false;
};

// Everything that can be seen or read out.
QString allTexts(const QWidget *top)
{
    QStringList texts;
    const auto children = top->findChildren<QWidget *>();
    for (const auto *child : children) {
        texts << child->accessibleName() << child->accessibleDescription() << child->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(child))
            texts << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(child))
            texts << button->text();
        if (const auto *edit = qobject_cast<const QLineEdit *>(child))
            texts << edit->displayText();
    }
    return texts.join(u'\n');
}

} // namespace

class TestClipboard : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void init() { setClipboard(u"nothing of interest"_s); }
    void cleanup() { ui::setClipboardLife(std::chrono::minutes(1)); }

    void oneTextFillsAllThree();
    void itSaysWhatItRecognised();
    void starsAndConsoleAddressesAreNotTaken();
    void aPublicAccountIsNoticed();
    void pasteIntoOrdinaryFieldsIsTold();
    void theMenusPasteIsCleanedToo();
    void wecomsAddressIsNoNocobase();

    void whatFitsIsOfferedOnComingBack();
    void aSecretIsOfferedWithoutShowingIt();
    void nothingIsReadWhileAway();
    void notNowHoldsUntilSomethingElseIsCopied();
    void ownCopiesAreNotOffered();
    void theOwnershipFileIsOffered();

    void aSecretIsMarkedAndTakenOffAgain();
    void somebodyElsesTextIsLeftAlone();
    void noSecretIsLeftAnywhere();
};

void TestClipboard::oneTextFillsAllThree()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    setClipboard(u"企业ID：%1\nAgentId 1000004\nSecret\n%2\n"_s.arg(company, canary));
    click(stage, u"credentials.agentId.paste"_s);
    const auto &values = stage.session()->credentials();
    QCOMPARE(values.companyId, company);
    QCOMPARE(values.agentId, agent);
    QVERIFY(values.secret == vault::Secret::fromText(canary));
    QCOMPARE(stage.find<QLineEdit>(u"credentials.agentId.edit"_s)->text(), agent);
    QVERIFY(stage.waitIdle(60000));
}

void TestClipboard::itSaysWhatItRecognised()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    setClipboard(u" １０００００４\u200B\r\n"_s);
    click(stage, u"credentials.companyId.paste"_s);
    QCOMPARE(message(stage, u"credentials.agentId"_s), u"Recognised: AgentId"_s);
    QVERIFY(message(stage, u"credentials.companyId"_s).contains(u"AgentId"_s));
    QVERIFY(stage.session()->credentials().companyId.isEmpty());
    // It is said until the field is typed in.
    QTest::keyClicks(stage.find<QLineEdit>(u"credentials.companyId.edit"_s), u"ww"_s);
    QVERIFY(!message(stage, u"credentials.companyId"_s).contains(u"AgentId"_s));
}

void TestClipboard::starsAndConsoleAddressesAreNotTaken()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    auto *edit = stage.find<QLineEdit>(u"credentials.agentId.edit"_s);
    QTest::keyClicks(edit, agent);
    for (const auto &bad :
         {u"********"_s,
          u"https://work.weixin.qq.com/wework_admin/frame#apps/modApiApp/5629501234567890"_s}) {
        setClipboard(bad);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit->text(), agent);
        QCOMPARE(stage.session()->credentials().agentId, agent);
        QVERIFY(message(stage, u"credentials.agentId"_s).startsWith(u"Not taken"_s));
        QCOMPARE(edit->accessibleDescription(), message(stage, u"credentials.agentId"_s));
    }
}

void TestClipboard::aPublicAccountIsNoticed()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    setClipboard(u"wx9f3c1a7be4d2065a"_s);
    click(stage, u"credentials.companyId.paste"_s);
    QVERIFY(message(stage, u"credentials.companyId"_s).contains(u"public account"_s));
    setClipboard(u"0f"_s.repeated(16));
    click(stage, u"credentials.secret.paste"_s);
    QVERIFY(message(stage, u"credentials.secret"_s).contains(u"public account"_s));
    QVERIFY(stage.waitIdle(60000));
}

void TestClipboard::pasteIntoOrdinaryFieldsIsTold()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Nocobase);
    setClipboard(u"\u200Badmin\n"_s);
    auto *account = stage.find<QLineEdit>(u"nocobase.account.edit"_s);
    account->setFocus();
    QTest::keyClick(account, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(account->text(), u"admin"_s);
    QCOMPARE(stage.session()->setup().nocobase.account, u"admin"_s);
    // A password keeps every character but a line break.
    setClipboard(u" p\u00A0ｗ \n"_s);
    click(stage, u"nocobase.password.paste"_s);
    QCOMPARE(stage.session()->credentials().password.revealText(), u" p\u00A0ｗ "_s);
}

void TestClipboard::theMenusPasteIsCleanedToo()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    setClipboard(u"AgentId：1000004"_s);
    auto *edit = stage.find<QLineEdit>(u"credentials.agentId.edit"_s);
    QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(5, 5), edit->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(edit, &event);
    auto *menu = stage.find<QMenu>(u"credentials.agentId.menu"_s);
    QVERIFY(menu && menu->isVisible());
    auto *paste = menu->findChild<QAction *>(u"credentials.agentId.menu.paste"_s);
    QVERIFY(paste && paste->isEnabled());
    paste->trigger();
    QCOMPARE(stage.session()->credentials().agentId, agent);
    menu->close();
}

void TestClipboard::wecomsAddressIsNoNocobase()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Nocobase);
    setClipboard(u"https://work.weixin.qq.com/wework_admin/frame#apps"_s);
    click(stage, u"nocobase.address.paste"_s);
    QVERIFY(stage.session()->setup().nocobase.url.isEmpty());
    QVERIFY(message(stage, u"nocobase.address"_s).contains(u"WeCom"_s));
}

void TestClipboard::whatFitsIsOfferedOnComingBack()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    auto *offer = stage.find<QWidget>(u"credentials.offer"_s);
    QVERIFY(!offer->isVisible());
    Elsewhere browser(stage);
    QVERIFY(browser.left());
    setClipboard(u"AgentId: 1000004"_s);
    QVERIFY(browser.comeBack());
    QTRY_VERIFY(offer->isVisible());
    QCOMPARE(offer->accessibleName(), u"On your clipboard: AgentId 1000004"_s);
    click(stage, u"credentials.offer.take"_s);
    QCOMPARE(stage.session()->credentials().agentId, agent);
    QCOMPARE(stage.find<QLineEdit>(u"credentials.agentId.edit"_s)->text(), agent);
    QVERIFY(!offer->isVisible());
}

void TestClipboard::aSecretIsOfferedWithoutShowingIt()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    Elsewhere browser(stage);
    setClipboard(canary);
    QVERIFY(browser.comeBack());
    QTRY_VERIFY(stage.find<QWidget>(u"credentials.offer"_s)->isVisible());
    QVERIFY(!allTexts(stage.window()).contains(u"CANARY"_s));
    QVERIFY(stage.session()->credentials().secret.isEmpty()); // nothing is taken by itself
    click(stage, u"credentials.offer.take"_s);
    QVERIFY(stage.session()->credentials().secret == vault::Secret::fromText(canary));
    QVERIFY(!allTexts(stage.window()).contains(u"CANARY"_s));
    QVERIFY(stage.waitIdle(60000));
}

void TestClipboard::nothingIsReadWhileAway()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    Elsewhere browser(stage);
    QVERIFY(browser.left());
    setClipboard(agent);
    QTest::qWait(50);
    QVERIFY(!stage.find<QWidget>(u"credentials.offer"_s)->isVisible());
    // Nor by a page that is not the one that is seen.
    stage.window()->showStep(StepId::TrustedIp);
    QVERIFY(browser.comeBack());
    QTest::qWait(50);
    QVERIFY(stage.find<QWidget>(u"credentials.offer"_s)->isHidden());
    // On arriving there it is.
    stage.window()->showStep(StepId::Credentials);
    QTRY_VERIFY(stage.find<QWidget>(u"credentials.offer"_s)->isVisible());
}

void TestClipboard::notNowHoldsUntilSomethingElseIsCopied()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    auto *offer = stage.find<QWidget>(u"credentials.offer"_s);
    {
        Elsewhere browser(stage);
        setClipboard(agent);
        QVERIFY(browser.comeBack());
        QTRY_VERIFY(offer->isVisible());
        auto *no = stage.find<QWidget>(u"credentials.offer.no"_s);
        no->setFocus();
        QTest::keyClick(no, Qt::Key_Return);
        QVERIFY(!offer->isVisible());
    }
    {
        Elsewhere browser(stage);
        QVERIFY(browser.comeBack());
        QTest::qWait(50);
        QVERIFY(!offer->isVisible());
    }
    Elsewhere browser(stage);
    setClipboard(company);
    QVERIFY(browser.comeBack());
    QTRY_VERIFY(offer->isVisible());
}

void TestClipboard::ownCopiesAreNotOffered()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::Credentials);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    Elsewhere browser(stage);
    ui::copyToClipboard(agent);
    QVERIFY(ui::isOwnClipboard());
    QVERIFY(browser.comeBack());
    QTest::qWait(50);
    QVERIFY(!stage.find<QWidget>(u"credentials.offer"_s)->isVisible());
    setClipboard(agent);
    QVERIFY(!ui::isOwnClipboard());
}

void TestClipboard::theOwnershipFileIsOffered()
{
    const Stage stage({}, false);
    begin(stage);
    stage.window()->showStep(StepId::TrustedDomain);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    Elsewhere browser(stage);
    setClipboard(u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s);
    QVERIFY(browser.comeBack());
    QTRY_VERIFY(stage.find<QWidget>(u"trusted-domain.offer"_s)->isVisible());
    click(stage, u"trusted-domain.offer.take"_s);
    QCOMPARE(stage.session()->setup().domainFile.name, u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s);
    QVERIFY(stage.waitIdle());
}

void TestClipboard::aSecretIsMarkedAndTakenOffAgain()
{
    ui::CopyRow row(u"c"_s);
    row.setHidden([] { return canary; }, u"Secret"_s, true);
    row.show();
    QVERIFY(!allTexts(&row).contains(u"CANARY"_s));
    ui::setClipboardLife(std::chrono::milliseconds(200));
    QTest::mouseClick(row.findChild<QWidget *>(u"c.copy"_s), Qt::LeftButton);
    const auto *there = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(there->text(), canary);
    QCOMPARE(there->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    const auto windows = [](const QString &name) {
        return u"application/x-qt-windows-mime;value=\"%1\""_s.arg(name);
    };
    QVERIFY(there->hasFormat(windows(u"ExcludeClipboardContentFromMonitorProcessing"_s)));
    QCOMPARE(there->data(windows(u"CanIncludeInClipboardHistory"_s)), QByteArray(4, '\0'));
    QVERIFY(row.findChild<QAbstractButton *>(u"c.copy"_s)->text().startsWith(u"Copied"_s));
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().contains(u"CANARY"_s));
}

void TestClipboard::somebodyElsesTextIsLeftAlone()
{
    ui::setClipboardLife(std::chrono::milliseconds(50));
    ui::copyToClipboard(canary, true);
    setClipboard(u"copied meanwhile"_s);
    QTest::qWait(200);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"copied meanwhile"_s);
    // What is no secret stays for good.
    ui::copyToClipboard(u"crm.example.com"_s);
    QTest::qWait(200);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"crm.example.com"_s);
}

// The values pasted, copied, and the setup saved and closed: no Secret on the clipboard or in any file.
void TestClipboard::noSecretIsLeftAnywhere()
{
    QTemporaryDir folder;
    net::Http http;
    {
        assistant::Services services;
        services.http = &http;
        services.store = vault::sessionStore();
        services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
        services.repository.emplace(QDir(folder.path()));
        ui::SessionHost host(services, {});
        ui::MainWindow window(&host);
        window.show();
        host.newSetup(u"Canary"_s);
        host.session()->edit([](setup::Setup &setup) { setup.wecom.api = QUrl(u"http://127.0.0.1:9"_s); });
        window.showStep(StepId::Credentials);
        setClipboard(u"%1 1000004 %2"_s.arg(company, canary));
        window.findChild<QAbstractButton *>(u"credentials.secret.paste"_s)->click();
        QVERIFY(host.session()->credentials().secret == vault::Secret::fromText(canary));
        QVERIFY(QTest::qWaitFor([&] { return !host.session()->isBusy(); }, 30000));
        ui::setClipboardLife(std::chrono::milliseconds(50));
        ui::copyToClipboard(host.session()->credentials().secret.revealText(), true);
        for (const auto &step : assistant::steps()) {
            window.showStep(step.id);
            QVERIFY(!allTexts(&window).contains(u"CANARY"_s));
        }
        QVERIFY(QTest::qWaitFor([&] { return !host.session()->isBusy(); }, 60000));
        QVERIFY(host.session()->saveNow());
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().contains(u"CANARY"_s));
        window.close();
    }
    int files = 0;
    QDirIterator all(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("CANARY"), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 1);
}

QTEST_MAIN(TestClipboard)
#include "tst_clipboard.moc"
