// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "parts/buttons.h"
#include "report/report.h"
#include "shell/steppage.h"

#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QTextBrowser>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;

class TestFinish : public QObject
{
    Q_OBJECT

private:
    static void click(const Stage &stage, const QString &name)
    {
        auto *button = stage.find<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QVERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        button->click();
    }

private slots:
    void initTestCase() { dressApplication(); }

    void whatIsLeftCanBeSentToBothAdmins()
    {
        Stage stage;
        stage.window()->showStep(StepId::Finish);
        QVERIFY(stage.find<QWidget>(u"finish.left"_s)->isVisible());
        click(stage, u"finish.copy-left"_s);
        const auto steps = report::reportOf(*stage.session(), u"en"_s).steps;
        for (const auto &step : steps)
            QVERIFY(step.id != StepId::Finish); // nothing is checked there, so nothing is open
        QCOMPARE(steps.size(), stage.session()->progress().all);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(u"企业微信管理员"_s));
        QVERIFY(text.contains(u"For the NocoBase admin"_s));
        QVERIFY(stage.find<QWidget>(u"finish.saved"_s)->isVisible());
    }

    void theReportCanBeLookedAt()
    {
        Stage stage;
        stage.window()->showStep(StepId::Finish);
        click(stage, u"finish.preview-report"_s);
        auto *dialog = stage.find<QDialog>(u"finish.preview"_s);
        QVERIFY(dialog && dialog->isVisible());
        auto *view = dialog->findChild<QTextBrowser *>(u"finish.preview.text"_s);
        QVERIFY(view->toPlainText().contains(stage.session()->setup().name));
        QPointer<QDialog> open(dialog);
        dialog->findChild<QAbstractButton *>(u"finish.preview.close"_s)->click();
        QTRY_VERIFY(!open);
    }

    void aPosterIsSaved()
    {
        Stage stage;
        stage.session()->edit(
            [](setup::Setup &setup) { setup.homepage.desktop = setup.authenticator.origin + u"/admin"_s; });
        stage.window()->showStep(StepId::Finish);
        QTemporaryDir folder;
        click(stage, u"finish.save-poster"_s);
        auto *dialog = stage.find<QFileDialog>(u"finish.dialog"_s);
        QVERIFY(dialog);
        const QString path = folder.filePath(u"poster.pdf"_s);
        emit dialog->fileSelected(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        dialog->close();
        // Told where the button is, and in view.
        const auto *saved = stage.find<QWidget>(u"finish.saved"_s);
        QVERIFY(stage.find<QWidget>(u"finish.colleagues"_s)->isAncestorOf(saved));
        QTRY_VERIFY(!saved->visibleRegion().isEmpty());
        QTRY_COMPARE(saved->visibleRegion().boundingRect(), saved->rect());
    }

    void theReminderAndWhatIsLeftAreSaved()
    {
        Stage stage;
        stage.window()->showStep(StepId::Finish);
        QTemporaryDir folder;
        const auto save = [&](const QString &button, const QString &name) {
            click(stage, button);
            auto *dialog = stage.find<QFileDialog>(u"finish.dialog"_s);
            QVERIFY(dialog);
            emit dialog->fileSelected(folder.filePath(name));
            delete dialog;
        };
        save(u"finish.remind"_s, u"check.ics"_s);
        save(u"finish.save-left"_s, u"left.txt"_s);
        save(u"finish.save-hand-over"_s, u"crm.json"_s);
        const auto read = [&](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        QVERIFY(read(u"check.ics"_s).startsWith(u"BEGIN:VCALENDAR"_s));
        const QString day = QDate::currentDate().addDays(7).toString(u"yyyyMMdd"_s);
        QVERIFY(read(u"check.ics"_s).contains(u"DTSTART;VALUE=DATE:"_s + day));
        QVERIFY(read(u"left.txt"_s).contains(u"企业微信管理员"_s));
        QVERIFY(read(u"crm.json"_s).contains(u"wecom-setup/1"_s));
    }

    void everythingIsCheckedAgain()
    {
        Stage stage;
        stage.window()->showStep(StepId::Finish);
        QVERIFY(stage.waitIdle());
        click(stage, u"finish.check-all"_s);
        QVERIFY(stage.session()->isBusy());
        QVERIFY(!stage.find<QAbstractButton>(u"finish.check-all"_s)->isEnabled());
        QVERIFY(stage.waitIdle());
        QTRY_VERIFY(stage.find<QAbstractButton>(u"finish.check-all"_s)->isEnabled());
    }

    void noRoomIsKeptForACodeThatIsNotKnown()
    {
        const Stage stage({}, false);
        stage.host()->newSetup(u"CRM"_s);
        stage.window()->showStep(StepId::Finish);
        const auto *code = stage.find<QWidget>(u"finish.qr"_s);
        QVERIFY(!code->isVisible());
        stage.session()->edit([](setup::Setup &setup) {
            setup.nocobase.url = QUrl(u"http://127.0.0.1:9"_s);
            setup.authenticator.origin = u"http://127.0.0.1:9"_s;
            setup.homepage.desktop = u"http://127.0.0.1:9/admin"_s;
        });
        QTRY_VERIFY(code->isVisible());
        QVERIFY(stage.waitIdle());
    }

    void aSetupIsDuplicatedWithoutWhatWasConfirmed()
    {
        Stage stage({}, false);
        stage.host()->newSetup(u"CRM"_s);
        const QString original = stage.session()->setup().id;
        stage.session()->edit([](setup::Setup &setup) {
            setup.nocobase.url = QUrl(u"http://127.0.0.1:9"_s);
            setup.nocobase.account = u"admin"_s;
            setup.confirmed.insert(u"callbackDomain"_s, QDateTime::currentDateTimeUtc());
        });
        QVERIFY(stage.session()->saveNow());
        stage.window()->showStep(StepId::Nocobase);
        stage.window()->showStep(StepId::Welcome);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // rows of the list before
        click(stage, u"welcome.setup."_s + original + u".duplicate"_s);
        const auto &copy = stage.session()->setup();
        QVERIFY(copy.id != original);
        QVERIFY(copy.name.contains(u"CRM"_s) && copy.name != u"CRM"_s);
        QCOMPARE(copy.nocobase.url, QUrl(u"http://127.0.0.1:9"_s));
        QCOMPARE(copy.nocobase.account, u"admin"_s);
        QVERIFY(copy.confirmed.isEmpty());
        QCOMPARE(stage.host()->setups().size(), 2);
    }
};

QTEST_MAIN(TestFinish)
#include "tst_finish.moc"
