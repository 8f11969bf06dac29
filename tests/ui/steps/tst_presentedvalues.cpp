// SPDX-License-Identifier: Apache-2.0
// Presentation mode hides what NocoBase holds and what is to be copied, too.
#include "parts/checklist.h"
#include "shell/presentation.h"
#include "steps/leak.h"
#include "support.h"

using namespace Qt::StringLiterals;
using setup::StepId;
using ui::Presentation;

class TestPresentedValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressApplication(); }
    void cleanup() { Presentation::instance().set(false); }

    // What NocoBase holds before anything is applied, of this company and of another one.
    void whatNocobaseHoldsIsNotNamed()
    {
        const Stage stage;
        stage.window()->showStep(StepId::Nocobase);
        stage.find<QAbstractButton>(u"nocobase.rehearsal.samples"_s)->click();
        QVERIFY(stage.waitIdle());
        const auto samples = stage.host()->rehearsal()->samples();
        stage.session()->setCompanyId(samples.companyId);
        stage.session()->setAgentId(samples.agentId);
        stage.session()->setSecret(samples.secret);
        stage.session()->edit([](setup::Setup &setup) { setup.authenticator.name = u"wecom"_s; });
        const QStringList held{u"ww0000000000000000"_s, u"ww1111111111111111"_s, u"1000002"_s,
                               u"wecom-branch"_s, u"branch office"_s};
        stage.window()->showStep(StepId::Review);
        QVERIFY(stage.waitIdle());
        for (const QString &one : held)
            QVERIFY2(!leak(stage.window(), {one}).isEmpty(), qPrintable(one));
        Presentation::instance().set(true);
        for (const auto &step : assistant::steps()) {
            stage.window()->showStep(step.id);
            QVERIFY(stage.waitIdle());
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCOMPARE(leak(stage.window(), held), QString());
        }
        Presentation::instance().set(false);
        QVERIFY(!leak(stage.window(), held).isEmpty());
    }

    // A value that is cut off has no whole name in it any more.
    void whatIsToBeCopiedIsNotNamed()
    {
        const QString host = u"crm.a-long-name-of-a-company.example.com"_s;
        ui::CheckList list(nullptr, StepId::TrustedDomain, u"l"_s);
        checks::Finding finding;
        finding.check = u"trusted-domain.set"_s;
        finding.severity = checks::Severity::Problem;
        finding.cause = u"domain.oauth.mismatch"_s;
        finding.evidence = {{u"expected"_s, host}, {u"found"_s, u"old.example.com"_s}};
        list.setFindings({finding});
        const auto *copy = list.findChild<QAbstractButton *>(u"l.trusted-domain.set.copy"_s);
        QVERIFY(copy && copy->text().contains(u"crm.a-long-name"_s));
        Presentation::instance().setIdentifiers({host});
        Presentation::instance().set(true);
        list.setFindings({finding});
        QVERIFY(!leak(&list, {u"crm."_s, u"company"_s, u"example.com"_s}).contains(u"copy"_s));
    }
};

QTEST_MAIN(TestPresentedValues)
#include "tst_presentedvalues.moc"
