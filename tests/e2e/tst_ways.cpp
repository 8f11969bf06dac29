// SPDX-License-Identifier: Apache-2.0
// The ways of logging in without a phone, in the real window, with the real embedded browser and its sandbox,
// against a real NocoBase with two authenticators.
#include "loginstage.h"

#include <QApplication>

#include <qcoro/qcorotask.h>

#include <unistd.h>

using namespace Qt::StringLiterals;
using setup::StepId;

class TestWays : public QObject
{
    Q_OBJECT

    static QJsonObject row(const QString &name, const QString &title, bool automatic,
                           const demo::Rehearsal &wecom, const QUrl &nocobase)
    {
        return {{u"name"_s, name},
                {u"authType"_s, u"wecom"_s},
                {u"title"_s, title},
                {u"enabled"_s, true},
                {u"options"_s,
                 QJsonObject{{u"corpId"_s, wecom.companyId()},
                             {u"agentId"_s, wecom.agentId()},
                             {u"secret"_s, wecom.secret().revealText()},
                             {u"origin"_s, net::originOf(nocobase)},
                             {u"redirectLink"_s, u""_s},
                             {u"autoLogin"_s, automatic},
                             {u"public"_s, QJsonObject{{u"autoSignup"_s, false}, {u"tooltip"_s, u""_s}}}}}};
    }

    static void everyWay(const LoginStage &stage, const QStringList &ids)
    {
        QVERIFY(stage.goTo(StepId::TestLogin));
        QVERIFY(stage.press(u"test.also.try"_s));
        QVERIFY(stage.idle(400000));
        for (const QString &id : ids) {
            const auto findings = stage.findings(u"test.way."_s + id);
            QCOMPARE(findings.size(), 1);
            QVERIFY2(findings.first().severity == checks::Severity::Ok,
                     qPrintable(id + u' ' +
                                QString::fromUtf8(QJsonDocument(checks::toJson(findings.first())).toJson())));
            QCOMPARE(findings.first().vantage, setup::Vantage::Browser);
        }
        QVERIFY(stage.session()->state(StepId::TestLogin) != assistant::StepState::Verified);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(geteuid() != 0, "the embedded browser refuses root: run in a room with --user");
    }

    void realNocobase()
    {
        World world;
        QVERIFY(world.isRunning());
        auto &server = world.server();
        const auto &wecom = world.wecom();
        QVERIFY(server.createAuthenticator(row(u"s_ways"_s, u"WeCom ways"_s, true, wecom, world.nocobase)) >
                0);
        QVERIFY(server.createAuthenticator(
                    row(u"s_second"_s, u"Branch office"_s, false, wecom, world.nocobase)) > 0);
        LoginStage stage(world);
        QVERIFY(stage.isOpen());
        stage.session()->edit([](setup::Setup &setup) {
            setup.authenticator.name = u"s_ways"_s;
            setup.authenticator.title = u"WeCom ways"_s;
            setup.authenticator.automaticLogin = true;
        });
        QVERIFY(stage.connectToNocobase());
        QVERIFY(stage.giveCredentials());
        everyWay(stage, {u"inside-desktop"_s, u"inside-phone"_s, u"homepage-desktop"_s, u"sign-in-v1"_s,
                         u"sign-in-v2"_s, u"second"_s});
        const auto &second = stage.session()->facts().ways[u"second"_s];
        QVERIFY(second.what && second.what->state);
        QCOMPARE(second.what->state->authenticator, u"s_second"_s);
    }

    // The rehearsal's sign-in page that does not notice where it is.
    void unnoticedInTheRehearsal()
    {
        demo::Rehearsal rehearsal;
        for (const StepId step : {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain})
            rehearsal.perform(step);
        QTemporaryDir folder;
        net::Http http;
        assistant::Services services;
        services.http = &http;
        services.store = vault::sessionStore();
        services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
        services.repository.emplace(QDir(folder.path()));
        ui::SessionHost host(services, nullptr);
        ui::MainWindow window(&host);
        window.show();
        host.newSetup(u"t"_s);
        assistant::SetupSession *session = host.session();
        session->edit([&](setup::Setup &setup) {
            setup.nocobase.url = rehearsal.nocobaseUrl();
            setup.nocobase.account = rehearsal.account();
            setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
            setup.authenticator.name = u"wecom"_s;
            setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
            setup.authenticator.automaticLogin = true;
        });
        session->setCompanyId(rehearsal.companyId());
        session->setAgentId(rehearsal.agentId());
        session->setSecret(rehearsal.secret());
        session->setPassword(rehearsal.password());
        QCoro::waitFor(session->checkAll());
        QCoro::waitFor(session->apply());
        window.showStep(StepId::TestLogin);
        const auto idle = [&] { return waitFor([&] { return !session->isBusy(); }, 200000); };
        const auto cause = [&](const QString &check) {
            const auto all = session->findings(StepId::TestLogin);
            for (const auto &one : all) {
                if (one.check == check)
                    return one.severity == checks::Severity::Ok ? u"ok"_s : one.cause;
            }
            return QString();
        };
        QVERIFY(idle());
        const QString way = u"test.way.inside-desktop"_s;
        const auto again = [&] {
            auto *button = window.findChild<QAbstractButton *>(u"test.also.check."_s + way + u".again"_s);
            QVERIFY(button && button->isEnabled());
            button->click();
        };
        again();
        QVERIFY(idle());
        QCOMPARE(cause(way), u"ok"_s);
        rehearsal.setFaults({u"login.inside-unnoticed"_s});
        again();
        QVERIFY(idle());
        QCOMPARE(cause(way), u"login.inside-unnoticed"_s);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    ui::Theme::instance().install(&application);
    ui::Language::instance().set(u"en"_s);
    TestWays test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ways.moc"
