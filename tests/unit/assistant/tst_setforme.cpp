// SPDX-License-Identifier: Apache-2.0
#include "sessionstage.h"

#include "checks/actions.h"

#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using checks::Severity;

namespace {

demo::RehearsalOptions withFault(const QStringList &faults)
{
    demo::RehearsalOptions options;
    options.thisComputerTrusted = true;
    options.faults = faults;
    return options;
}

} // namespace

// What "Set it for me" replaces in WeCom can be put back, once, and never over somebody's later change.
class TestSetForMe : public QObject
{
    Q_OBJECT
private slots:
    void domainAndBack()
    {
        Stage stage(withFault({u"domain.oauth.mismatch"_s}));
        QCoro::waitFor(stage.session->checkWecom());
        const auto wrong = stage.finding(u"domain.oauth"_s);
        QCOMPARE(wrong.cause, u"domain.oauth.mismatch"_s);
        const QString before = wrong.evidence[u"found"_s].toString();
        QVERIFY(!before.isEmpty());
        QVERIFY(stage.session->agentUndo().before(u"domain.oauth"_s).isEmpty());

        QVERIFY(QCoro::waitFor(stage.session->act(wrong)));
        QCOMPARE(stage.finding(u"domain.oauth"_s).severity, Severity::Ok);
        QCOMPARE(stage.session->agentUndo().before(u"domain.oauth"_s), before);

        QVERIFY(QCoro::waitFor(stage.session->putBack(u"domain.oauth"_s)));
        QCOMPARE(stage.finding(u"domain.oauth"_s).evidence[u"found"_s].toString(), before);
        QVERIFY(stage.session->agentUndo().before(u"domain.oauth"_s).isEmpty());
        QCOMPARE(stage.session->domainSettingsThisMonth(), 2); // both count
        QCOMPARE(QCoro::waitFor(stage.session->putBack(u"domain.oauth"_s)).error().code,
                 net::FaultCode::Missing);
    }

    void homepageAndBack()
    {
        Stage stage(withFault({u"homepage.other"_s}));
        stage.session->edit([&](setup::Setup &setup) {
            setup.authenticator.automaticLogin = true;
            setup.homepage.desktop = setup.authenticator.origin + u"/admin"_s;
        });
        QCoro::waitFor(stage.session->checkWecom());
        const auto wrong = stage.finding(u"homepage.link"_s);
        QCOMPARE(wrong.action, QString::fromLatin1(checks::action::setHomepage));
        const QString before = wrong.evidence[u"found"_s].toString();
        QVERIFY(QCoro::waitFor(stage.session->act(wrong)));
        QCOMPARE(stage.finding(u"homepage.link"_s).severity, Severity::Ok);
        QVERIFY(QCoro::waitFor(stage.session->putBack(u"homepage.link"_s)));
        QCOMPARE(stage.finding(u"homepage.link"_s).evidence[u"found"_s].toString(), before);
    }

    void aLaterChangeStays()
    {
        Stage stage(withFault({u"domain.oauth.mismatch"_s}));
        QCoro::waitFor(stage.session->checkWecom());
        QVERIFY(QCoro::waitFor(stage.session->act(stage.finding(u"domain.oauth"_s))));
        // Somebody else gives the app a domain of their own.
        const auto token = QCoro::waitFor(stage.tokens->token(
            stage.session->setup().wecom.api, stage.rehearsal.companyId(), stage.rehearsal.secret(), {}));
        QVERIFY(token);
        wecom::AgentChange theirs;
        theirs.redirectDomain = u"theirs.example.com"_s;
        // Refused as not verified, and kept all the same.
        (void)QCoro::waitFor(wecom::agentSet(&stage.http, stage.session->setup().wecom.api, token->value,
                                             stage.rehearsal.agentId(), theirs, {}));
        QCOMPARE(QCoro::waitFor(stage.session->putBack(u"domain.oauth"_s)).error().code,
                 net::FaultCode::Conflict);
        QCOMPARE(stage.finding(u"domain.oauth"_s).evidence[u"found"_s].toString(), u"theirs.example.com"_s);
    }

    void nothingToPutBackWhereNothingWas()
    {
        assistant::AgentUndo undo;
        undo.note(u"domain.oauth"_s, {}, u"crm.example.com"_s);
        QVERIFY(undo.before(u"domain.oauth"_s).isEmpty());
        undo.note(u"domain.oauth"_s, u"CRM.example.com"_s, u"crm.example.com"_s);
        QVERIFY(undo.before(u"domain.oauth"_s).isEmpty());
        undo.note(u"homepage.link"_s, u"https://a"_s, u"https://b"_s);
        QCOMPARE(undo.change(u"homepage.link"_s).homeUrl, u"https://a"_s);
        QVERIFY(!undo.change(u"homepage.link"_s).redirectDomain);
        wecom::AgentInfo now;
        now.homeUrl = u"https://b"_s;
        QVERIFY(undo.isStill(u"homepage.link"_s, now));
        now.homeUrl = u"https://c"_s;
        QVERIFY(!undo.isStill(u"homepage.link"_s, now));
    }

    // Where the person was, and what was seen last, until another value is typed.
    void remembersStepAndFindings()
    {
        Stage stage(withFault({}));
        const setup::Repository repository{QDir(stage.folder.path())};
        QCoro::waitFor(stage.session->checkWecom());
        stage.session->noteStep(setup::StepId::TrustedIp);
        QVERIFY(stage.session->saveNow());
        const auto listed = repository.list().constFirst();
        QCOMPARE(listed.step, setup::stepName(setup::StepId::TrustedIp));
        const auto seen = assistant::progressOf(listed.findings, listed.confirmed);
        QVERIFY(seen.done > 0);
        QCOMPARE(seen.all, int(assistant::steps().size()) - 1);

        // Another run that looks at one thing alone does not forget the rest.
        assistant::Services services;
        services.http = &stage.http;
        services.store = vault::sessionStore();
        services.tokens = std::make_shared<wecom::TokenKeeper>(&stage.http);
        services.repository = repository;
        assistant::SetupSession again(services, *repository.load(u"crm"_s));
        QCoro::waitFor(again.checkKeychain());
        const auto later = repository.list().constFirst();
        QVERIFY(assistant::progressOf(later.findings, later.confirmed).done >= seen.done);
        again.setSecret(vault::Secret::fromText(u"another"_s));
        QCoro::waitFor(again.checkKeychain());
        const auto other = repository.list().constFirst();
        QVERIFY(assistant::progressOf(other.findings, other.confirmed).done < seen.done);
    }
};

QTEST_GUILESS_MAIN(TestSetForMe)
#include "tst_setforme.moc"
