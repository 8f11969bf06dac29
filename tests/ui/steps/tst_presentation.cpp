// SPDX-License-Identifier: Apache-2.0
// Presentation mode: on every page, nothing that is seen or read out names the company, a host or a person;
// and the stages of a login, which can be opened, replayed and saved.
// Values of a test program may be made before main(). clazy:excludeall=non-pod-global-static
#include "assistant/identifiers.h"
#include "shell/presentation.h"
#include "shell/steprail.h"
#include "steps/leak.h"
#include "support.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;
using ui::Presentation;

namespace {

const QString companyId = u"ww9f3c1a7be4d2065a"_s, agentId = u"1000004"_s;
const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());

login::Trace failedLogin(const assistant::SetupSession &session)
{
    login::Tracer tracer({session.setup().nocobase.url, QUrl(session.setup().authenticator.origin), companyId,
                          agentId, u"wecom"_s},
                         noon);
    QUrl page = session.setup().nocobase.url;
    page.setPath(u"/signin"_s);
    tracer.requested(page, noon.addSecs(1));
    tracer.pressed(noon.addSecs(2));
    const QUrl wecom = wecom::webLoginUrl(session.setup().wecom.login, companyId, agentId,
                                          session.callbackAddress(), u"CANARYSTATE"_s, u"zh"_s);
    tracer.requested(wecom, noon.addSecs(3));
    tracer.looked(wecom, u"扫描成功"_s, true, noon.addSecs(9));
    tracer.finish(login::Outcome::NotConfirmed, noon.addSecs(200));
    return tracer.trace();
}

} // namespace

class TestPresentation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressApplication(); }
    void cleanup() { Presentation::instance().set(false); }

    // The address of the way in names the server, and its QR code says it to every phone in the room.
    void theWayInIsNotShown()
    {
        const Stage stage;
        stage.session()->setCompanyId(companyId); // or there is no address yet
        stage.session()->setAgentId(agentId);
        stage.session()->edit([](setup::Setup &setup) {
            setup.authenticator.name = u"wecom"_s;
            setup.homepage.desktop = u"http://127.0.0.1:9"_s;
        });
        stage.window()->showStep(setup::StepId::Finish);
        QVERIFY(stage.waitIdle());
        for (const QString &name : {u"finish.link"_s, u"finish.qr"_s}) {
            auto *part = stage.window()->findChild<QWidget *>(name);
            QVERIFY2(part && part->isVisible(), qPrintable(name));
            Presentation::instance().set(true);
            QVERIFY2(!part->isVisible(), qPrintable(name));
            Presentation::instance().set(false);
            QVERIFY2(part->isVisible(), qPrintable(name));
        }
    }

    void nothingIsNamedOnAnyPage()
    {
        Stage stage;
        auto *session = stage.session();
        session->setCompanyId(companyId);
        session->setAgentId(agentId);
        session->edit([](setup::Setup &setup) { setup.nocobase.account = u"liwei@crm.example.com"_s; });
        QCoro::waitFor(session->checkAll());
        session->loginTest()->setRemembered(failedLogin(*session));
        QStringList identifiers = assistant::identifiersOf(*session);
        for (const QString &one : {session->credentials().companyId, session->credentials().agentId,
                                   session->setup().nocobase.url.host(), session->setup().nocobase.account})
            QVERIFY2(identifiers.contains(one), qPrintable(one));
        // Half of the pages are made before, and half of them while it is on.
        const auto steps = assistant::steps();
        for (qsizetype i = 0; i < steps.size(); i += 2) {
            stage.window()->rail()->item(steps.at(i).id)->click();
            QVERIFY(stage.waitIdle());
        }
        QVERIFY(!leak(stage.window(), identifiers).isEmpty()); // it is told while the mode is off
        QTest::mouseClick(stage.find<QAbstractButton>(u"rail.present"_s), Qt::LeftButton);
        QVERIFY(Presentation::instance().isOn());
        for (const auto &step : steps) {
            stage.window()->rail()->item(step.id)->click();
            QVERIFY(stage.waitIdle());
            QTest::qWait(50);
            QCOMPARE(leak(stage.window(), identifiers), QString());
        }
        Presentation::instance().set(false);
        QVERIFY(!leak(stage.window(), identifiers).isEmpty());
    }

    void textsGrowAndShrink()
    {
        Stage stage;
        auto *title = stage.find<QLabel>(u"head.title"_s);
        QVERIFY(title);
        const qreal before = title->font().pointSizeF();
        Presentation::instance().set(true);
        QVERIFY(title->font().pointSizeF() > before * 1.2);
        Presentation::instance().set(false);
        QCOMPARE(title->font().pointSizeF(), before);
    }

    void secretsStayHidden()
    {
        Stage stage;
        stage.session()->setSecret(vault::Secret::fromText(u"CANARYSECRET"_s));
        stage.session()->setPassword(vault::Secret::fromText(u"CANARYPASSWORD"_s));
        stage.window()->rail()->item(StepId::Credentials)->click();
        auto *secret = stage.find<QLineEdit>(u"credentials.secret.edit"_s);
        auto *company = stage.find<QLineEdit>(u"credentials.companyId.edit"_s);
        QVERIFY(secret && company);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        Presentation::instance().set(true);
        QCOMPARE(company->echoMode(), QLineEdit::Password);
        Presentation::instance().set(false);
        QCOMPARE(company->echoMode(), QLineEdit::Normal);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
    }

    // One that is shown is hidden when the presentation begins, and none can be shown while it goes on.
    void secretsCannotBeRevealed_data()
    {
        QTest::addColumn<StepId>("step");
        QTest::addColumn<QString>("field");
        QTest::newRow("secret") << StepId::Credentials << u"credentials.secret"_s;
        QTest::newRow("password") << StepId::Nocobase << u"nocobase.password"_s;
    }
    void secretsCannotBeRevealed()
    {
        QFETCH(StepId, step);
        QFETCH(QString, field);
        const Stage stage;
        stage.session()->setSecret(vault::Secret::fromText(u"CANARYSECRET"_s));
        stage.session()->setPassword(vault::Secret::fromText(u"CANARYPASSWORD"_s));
        stage.window()->showStep(step);
        auto *line = stage.find<QLineEdit>(field + u".edit"_s);
        auto *show = stage.find<QAbstractButton>(field + u".show"_s);
        QVERIFY(line && show && show->isVisible());
        show->click();
        QVERIFY(line->displayText().contains(u"CANARY"_s));
        Presentation::instance().set(true);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QVERIFY(!show->isVisible());
        show->click();
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        Presentation::instance().set(false);
        QCOMPARE(line->echoMode(), QLineEdit::Password); // it is for the person to show it again
        QVERIFY(show->isVisible());
        QVERIFY(stage.waitIdle());
    }

    // The list of setups names companies that the open one has nothing to do with.
    void otherSetupsAreNotNamed()
    {
        const Stage stage({}, false);
        stage.host()->newSetup(u"Acme Ltd"_s);
        stage.session()->edit(
            [](setup::Setup &setup) { setup.nocobase.url = QUrl(u"https://acme.example"_s); });
        QVERIFY(stage.session()->saveNow());
        stage.host()->newSetup(u"Other"_s);
        stage.window()->showStep(StepId::Welcome);
        const QStringList names{u"Acme"_s, u"acme.example"_s, u"Other"_s};
        QVERIFY(!leak(stage.window(), names).isEmpty());
        Presentation::instance().set(true);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(leak(stage.window(), names), QString());
        stage.window()->showStep(StepId::Nocobase);
        stage.window()->showStep(StepId::Welcome);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(leak(stage.window(), names), QString());
        // Nor in what is told of one while a rehearsal is open.
        QVERIFY(stage.host()->startRehearsal({}));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        emit stage.host()->imported(u"Acme Ltd"_s);
        QVERIFY(stage.find<QWidget>(u"head.message"_s)->isVisible());
        QCOMPARE(leak(stage.window(), names), QString());
        QVERIFY(stage.waitIdle());
    }

    // Who is signed in is hidden even where it is an account that every installation has.
    void whoIsSignedInIsNotNamed()
    {
        const Stage stage;
        stage.window()->showStep(StepId::Nocobase);
        stage.find<QAbstractButton>(u"nocobase.rehearsal.samples"_s)->click();
        QVERIFY(stage.waitIdle());
        const QString who = stage.session()->facts().identity->what->nickname;
        auto *row = stage.find<QWidget>(u"nocobase.check.nocobase.sign-in"_s);
        QVERIFY(row && row->accessibleName().contains(who));
        Presentation::instance().set(true);
        for (const auto &step : assistant::steps()) {
            stage.window()->showStep(step.id);
            QVERIFY(stage.waitIdle());
            QCOMPARE(leak(stage.window(), {who}), QString());
        }
    }

    void aRehearsalIsCalledOneStill()
    {
        const Stage stage({}, false);
        stage.host()->newSetup(u"Rehearsal"_s); // a saved setup of that name
        QVERIFY(stage.host()->startRehearsal({}));
        Presentation::instance().set(true);
        QVERIFY(stage.find<QLabel>(u"rail.who"_s)->text().startsWith(u"Rehearsal"_s));
        QVERIFY(stage.window()->windowTitle().endsWith(u"Rehearsal"_s));
        QVERIFY(stage.waitIdle());
    }

    // A setup may be called as words of the program are, most of all by the name that the program gives it.
    void ownWordsStay_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("given") << QString();
        QTest::newRow("typed") << u"WeCom"_s + u" login for NocoBase"_s;
        QTest::newRow("step") << u"Address of your NocoBase"_s;
    }
    void ownWordsStay()
    {
        QFETCH(QString, name);
        const Stage stage({}, false);
        if (name.isEmpty())
            stage.find<QAbstractButton>(u"welcome.begin"_s)->click();
        else
            stage.host()->newSetup(name);
        stage.window()->showStep(StepId::Nocobase);
        const QString called = stage.session()->setup().name;
        const auto texts = [&stage] {
            return QStringList{stage.find<QLabel>(u"rail.brand"_s)->text(),
                               stage.find<QLabel>(u"head.title"_s)->text(),
                               stage.find<QLabel>(u"nocobase.address.label"_s)->text(),
                               stage.find<QLabel>(u"nocobase.about.text"_s)->text()};
        };
        const QStringList before = texts();
        QVERIFY(stage.window()->windowTitle().endsWith(called));
        Presentation::instance().set(true);
        QCOMPARE(texts(), before);
        QVERIFY(!stage.window()->windowTitle().contains(called));
        QVERIFY(!stage.find<QLabel>(u"rail.who"_s)->text().contains(called));
    }

    void onlyWholeWordsAreHidden()
    {
        auto &presentation = Presentation::instance();
        presentation.setIdentifiers({u"crm"_s, u"crm.example.com"_s, u"1000004"_s, u"李伟"_s});
        QCOMPARE(presentation.shown(u"crm.example.com"_s), u"crm.example.com"_s);
        presentation.set(true);
        QCOMPARE(presentation.shown(u"https://crm.example.com/signin"_s), u"https://••••/signin"_s);
        QCOMPARE(presentation.shown(u"https://crm.example.com:46129/signin"_s), u"https://••••/signin"_s);
        QCOMPARE(presentation.shown(u"1000004: 46129"_s), u"••••: 46129"_s);
        QCOMPARE(presentation.shown(u"crmx 10000041 1000004"_s), u"crmx 10000041 ••••"_s);
        QCOMPARE(presentation.shown(u"李伟登录了"_s), u"••••登录了"_s);
    }

    void aStageCanBeOpened()
    {
        Stage stage;
        stage.session()->loginTest()->setRemembered(failedLogin(*stage.session()));
        stage.window()->rail()->item(StepId::TestLogin)->click();
        auto *details = stage.find<QLabel>(u"test.timeline.row3.details"_s);
        auto *open = stage.find<QAbstractButton>(u"test.timeline.row3.open"_s);
        QVERIFY(details && open);
        QVERIFY(!details->isVisible());
        open->click();
        QVERIFY(details->isVisible());
        const QString text = details->accessibleName();
        QVERIFY(text.contains(companyId));
        QVERIFY(text.contains(agentId));
        QVERIFY(!text.contains(u"CANARY"_s));
        open->click();
        QVERIFY(!details->isVisible());
    }

    void aLoginIsReplayedStepByStep()
    {
        Stage stage;
        stage.session()->loginTest()->setRemembered(failedLogin(*stage.session()));
        stage.window()->rail()->item(StepId::TestLogin)->click();
        auto *step = stage.find<QAbstractButton>(u"test.happened.replay.step"_s);
        QVERIFY(step && step->isVisible());
        const auto spoken = [&](int row) {
            return stage.find<QWidget>(u"test.timeline.row%1"_s.arg(row))->accessibleName();
        };
        const QString atEnd = spoken(3);
        step->click(); // its beginning
        const QString atBeginning = spoken(3);
        QVERIFY(atBeginning != atEnd);
        for (int i = 0; i < 10 && spoken(3) != atEnd; ++i)
            step->click();
        QCOMPARE(spoken(3), atEnd);
        auto *play = stage.find<QAbstractButton>(u"test.happened.replay.play"_s);
        const QString word = play->text();
        play->click();
        QVERIFY(play->text() != word);
        play->click();
        QCOMPARE(play->text(), word);
    }

    void aLoginIsSaved()
    {
        Stage stage;
        stage.session()->loginTest()->setRemembered(failedLogin(*stage.session()));
        stage.window()->rail()->item(StepId::TestLogin)->click();
        Presentation::instance().set(true); // what is saved is the same
        stage.find<QAbstractButton>(u"test.happened.save"_s)->click();
        auto *dialog = stage.find<QFileDialog>(u"test.login.dialog"_s);
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString name = folder.filePath(u"login.json"_s);
        emit dialog->fileSelected(name);
        dialog->close();
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QVERIFY(saved.contains("wecom-setup-login/1"));
        QVERIFY(saved.contains(companyId.toUtf8()));
        QVERIFY(!saved.contains("CANARY"));
    }
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
