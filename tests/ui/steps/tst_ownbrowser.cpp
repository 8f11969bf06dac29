// SPDX-License-Identifier: Apache-2.0
// The test login in the person's own browser, and the card of what was tried without a phone. The embedded
// browser is not there in this program: everything here works without it.
#include "../../unit/demo/asker.h"
#include "support.h"

#include "checks/sights.h"
#include "parts/checklist.h"
#include "parts/consolepicture.h"
#include "steps/sightpicker.h"

#include <QAbstractButton>
#include <QLabel>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

// At the test login, with the rehearsal's login applied, in the person's own browser.
struct OwnStage : Stage
{
    OwnStage()
    {
        for (const StepId step : {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain,
                                  StepId::TrustedIp, StepId::Homepage})
            session()->rehearsal()->perform(step);
        const auto *rehearsal = host()->rehearsal();
        const auto samples = rehearsal->samples();
        session()->edit([&](setup::Setup &setup) {
            setup.nocobase.account = rehearsal->sampleAccount();
            setup.authenticator.name = u"wecom"_s;
        });
        session()->setCompanyId(samples.companyId);
        session()->setAgentId(samples.agentId);
        session()->setSecret(samples.secret);
        session()->setPassword(samples.password);
        QCoro::waitFor(session()->checkAll());
        QCoro::waitFor(session()->apply());
        window()->showStep(StepId::TestLogin);
        waitIdle();
        press(u"test.use-own"_s);
    }
    bool press(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled() || !button->isVisibleTo(window()))
            return false;
        button->click();
        return true;
    }
    bool isShown(const QString &name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }
    QString text(const QString &name) const
    {
        const auto *label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    checks::Finding finding(const QString &check) const
    {
        for (const auto &one : session()->findings()) {
            if (one.check == check)
                return one;
        }
        return {};
    }
};

} // namespace

class TestOwnBrowser : public QObject
{
    Q_OBJECT
private slots:
    // Each known end is a picture of its own, with words and a text instead of the picture.
    void everyEndHasItsPicture()
    {
        OwnStage stage;
        QStringList pictures;
        for (const checks::Sight &sight : checks::sights()) {
            const auto *tile = stage.find<ui::SightTile>(u"test.own.sight."_s + sight.id);
            QVERIFY2(tile, qPrintable(sight.id));
            auto *picture = tile->findChild<ui::ConsolePicture *>();
            QVERIFY2(picture && picture->isValid(), qPrintable(sight.id));
            QVERIFY2(!tile->accessibleName().isEmpty() && !picture->accessibleName().isEmpty(),
                     qPrintable(sight.id));
            QVERIFY2(tile->accessibleName() != picture->accessibleName(), qPrintable(sight.id));
            QFile file(u":/"_s + sight.picture() + u".svg"_s);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString drawn = QString::fromUtf8(file.readAll());
            QVERIFY(drawn.contains(u"${card}"_s)); // in the theme's colours
            QVERIFY(!pictures.contains(drawn));
            pictures.append(drawn);
        }
    }

    void aPictureLeadsToItsCause()
    {
        OwnStage stage;
        QVERIFY(stage.press(u"test.own.sight.no-mobile"_s));
        QCOMPARE(stage.finding(u"test.login"_s).cause, u"login.first-time"_s);
        QCOMPARE(stage.session()->state(StepId::TestLogin), assistant::StepState::NeedsAttention);
        QVERIFY(stage.isShown(u"test.own.meaning.test.login"_s));
        QVERIFY(!stage.text(u"test.own.meaning.test.login.todo"_s).isEmpty());
        QVERIFY(!stage.isShown(u"test.own.result"_s));
        QVERIFY(stage.press(u"test.own.sight.link-refused"_s));
        QVERIFY(stage.finding(u"test.login"_s).cause.isEmpty());
        QCOMPARE(stage.finding(u"test.login"_s).possible.size(), 3);
    }

    void aGoodEndIsConfirmedOnly()
    {
        OwnStage stage;
        QVERIFY(stage.press(u"test.own.sight.signed-in"_s));
        QCOMPARE(stage.session()->state(StepId::TestLogin), assistant::StepState::Confirmed);
        QVERIFY(stage.isShown(u"test.own.result"_s));
        QVERIFY(!stage.isShown(u"test.own.meaning"_s));
        QVERIFY(stage.press(u"test.own.sight.no-role"_s)); // and after all not
        QVERIFY(!stage.session()->isConfirmed(StepId::TestLogin));
    }

    // Watched from the moment the link is shown; who appeared is asked about before it counts.
    void aFirstLoginIsSeenAndAskedAbout()
    {
        OwnStage stage;
        QVERIFY(QTest::qWaitFor([&] { return stage.session()->linkWatch()->hasBegun(); }, 30000));
        QVERIFY(!stage.isShown(u"test.own.newlink.found"_s));
        Asker phone;
        phone.agent = Asker::insideWecom;
        phone.get(phone.get(stage.session()->oauthHomepageUrl(u"/admin"_s)).location);
        QVERIFY(QTest::qWaitFor([&] { return stage.isShown(u"test.own.newlink.found"_s); }, 40000));
        QVERIFY(stage.session()->state(StepId::TestLogin) != assistant::StepState::Verified);
        QVERIFY(stage.press(u"test.own.newlink.found.no"_s)); // a colleague's
        QVERIFY(!stage.isShown(u"test.own.newlink.found"_s));
        QVERIFY(stage.session()->state(StepId::TestLogin) != assistant::StepState::Verified);
    }

    void theRightOneIsProof()
    {
        OwnStage stage;
        QVERIFY(QTest::qWaitFor([&] { return stage.session()->linkWatch()->hasBegun(); }, 30000));
        Asker phone;
        phone.agent = Asker::insideWecom;
        phone.get(phone.get(stage.session()->oauthHomepageUrl(u"/admin"_s)).location);
        QVERIFY(QTest::qWaitFor([&] { return stage.isShown(u"test.own.newlink.found"_s); }, 40000));
        QVERIFY(stage.press(u"test.own.newlink.found.yes"_s));
        QCOMPARE(stage.session()->state(StepId::TestLogin), assistant::StepState::Verified);
        QCOMPARE(stage.finding(u"test.login"_s).vantage, setup::Vantage::Pc);
    }

    // Without values there is nothing to try, and the card says so.
    void nothingIsTriedWithoutValues()
    {
        OwnStage stage;
        const auto *button = stage.find<QAbstractButton>(u"test.also.try"_s);
        QVERIFY(button->isEnabled());
        const QString said = stage.text(u"test.also.about"_s);
        stage.session()->setCompanyId({});
        QVERIFY(!button->isEnabled());
        QVERIFY(stage.text(u"test.also.about"_s) != said);
    }

    // Another device cannot open an address of this computer: no QR code leads it there.
    void noCodeForAnAddressOfThisComputer()
    {
        OwnStage stage;
        QVERIFY(net::isLoopback(stage.session()->signInUrl()));
        QVERIFY(stage.isShown(u"test.own.link"_s));
        QVERIFY(!stage.isShown(u"test.own.qr"_s));
        QVERIFY(stage.isShown(u"test.own.qr-text"_s)); // which says why
        const QString said = stage.text(u"test.own.qr-text"_s);
        stage.host()->newSetup(u"Real"_s); // a rehearsal has no other address
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the rehearsal's pages
        stage.window()->showStep(StepId::TestLogin);
        stage.press(u"test.use-own"_s);
        stage.session()->edit(
            [](setup::Setup &setup) { setup.nocobase.url = QUrl(u"https://crm.example.com"_s); });
        QVERIFY(stage.isShown(u"test.own.qr"_s));
        QVERIFY(stage.text(u"test.own.qr-text"_s) != said);
    }

    // With a row that tells of something wrong, nobody says that everything is checked.
    void theFooterKnowsOfTheRows()
    {
        OwnStage stage;
        auto *session = stage.session();
        login::Trace good;
        good.outcome = login::Outcome::SignedIn;
        good.started = good.ended = QDateTime::currentDateTimeUtc();
        const QString before = stage.text(u"footer.status"_s);
        emit session->loginTest()->ended(
            good, setup::stampOf(setup::Inputs::Login, session->setup(), session->credentials()));
        QCOMPARE(session->state(StepId::TestLogin), assistant::StepState::Verified);
        const QString checked = stage.text(u"footer.status"_s);
        QVERIFY(checked != before);
        setup::WayTried nowhere;
        nowhere.end = setup::WayTried::End::NoButton;
        emit session->loginWays()->tried(
            u"sign-in-v1"_s,
            {nowhere, QDateTime::currentDateTimeUtc(), setup::Vantage::Browser,
             setup::stampOf(setup::Inputs::Login, session->setup(), session->credentials())});
        QCOMPARE(stage.finding(u"test.way.sign-in-v1"_s).severity, checks::Severity::Problem);
        QCOMPARE(session->state(StepId::TestLogin), assistant::StepState::Verified);
        QVERIFY(stage.text(u"footer.status"_s) != checked);
    }

    // A row for each way, with its own button; where there is no browser, that is said.
    void whatWasTriedWithoutAPhone()
    {
        OwnStage stage;
        for (const char *id : {"inside-desktop", "inside-phone", "homepage-desktop", "homepage-phone",
                               "sign-in-v1", "sign-in-v2", "out-of-scope"})
            QVERIFY2(stage.find<QWidget>(u"test.also.check.test.way."_s + QLatin1String(id)), id);
        QVERIFY(stage.find<QAbstractButton>(u"test.also.check.test.way.sign-in-v1.again"_s));
        QVERIFY(!stage.find<QAbstractButton>(u"test.also.check.test.way.out-of-scope.again"_s));
        QVERIFY(!stage.find<QWidget>(u"test.check.test.way.sign-in-v1"_s)); // not among the result
        QVERIFY(stage.find<QAbstractButton>(u"test.also.try"_s)->isEnabled());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    dressApplication();
    TestOwnBrowser test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ownbrowser.moc"
