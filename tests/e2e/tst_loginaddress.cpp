// SPDX-License-Identifier: Apache-2.0
// Where the plugin does not tell its login address, the review page takes it from the sign-in page's own
// button, in the embedded browser.
#include "demo/rehearsal.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/theme.h"
#include "waiting.h"

#include <QAbstractButton>
#include <QApplication>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using setup::StepId;

class TestLoginAddress : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY2(geteuid() != 0, "the embedded browser refuses root: run in a room with --user");
    }

    void theButtonShowsIt()
    {
        demo::RehearsalOptions options;
        options.startAction = false;
        demo::Rehearsal rehearsal(options);
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
        host.session()->edit([&](setup::Setup &setup) {
            setup.nocobase.url = rehearsal.nocobaseUrl();
            setup.nocobase.account = rehearsal.account();
            setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
            setup.authenticator.name = u"wecom"_s;
            setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
        });
        host.session()->setCompanyId(rehearsal.companyId());
        host.session()->setAgentId(rehearsal.agentId());
        host.session()->setSecret(rehearsal.secret());
        host.session()->setPassword(rehearsal.password());
        const auto idle = [&] { return waitFor([&] { return !host.session()->isBusy(); }, 90000); };
        const auto press = [&](const QString &name) {
            auto *button = window.findChild<QAbstractButton *>(name);
            QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
            button->click();
        };
        window.showStep(StepId::Review);
        QVERIFY(idle());
        press(u"footer.primary"_s);
        QVERIFY(idle());
        const auto finding = [&](const QString &check) {
            const auto all = host.session()->findings(StepId::Review);
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.check == check; });
            return found == all.end() ? checks::Finding() : *found;
        };
        QCOMPARE(finding(u"review.link"_s).reason, checks::Reason::OutOfSight);
        press(u"review.proved.review.link.action"_s);
        QVERIFY(idle());
        for (const QString &check : {u"review.link"_s, u"review.callback"_s, u"review.state"_s}) {
            QVERIFY2(finding(check).severity == checks::Severity::Ok, qPrintable(check));
            QCOMPARE(finding(check).vantage, setup::Vantage::Browser);
        }
        const auto *frame = window.findChild<QWidget *>(u"review.frame"_s);
        QVERIFY(frame && !frame->isVisible()); // nothing of it stays
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    ui::Theme::instance().install(&application);
    ui::Language::instance().set(u"en"_s);
    TestLoginAddress test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_loginaddress.moc"
