// SPDX-License-Identifier: Apache-2.0
// SetupSession against the rehearsal: the order of questions, what survives an edit, what is sent and what is
// not.
#include "sessionstage.h"

#include "checks/actions.h"

#include <QSignalSpy>
#include <QTest>

#include <qcoro/qcorotask.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using assistant::StepState;
using setup::Inputs;
using setup::StepId;

namespace {

nocobase::Authenticator rowNamed(const QString &name, const net::Result<QList<nocobase::Authenticator>> &rows)
{
    for (const nocobase::Authenticator &row : rows.value_or(QList<nocobase::Authenticator>())) {
        if (row.name == name)
            return row;
    }
    return {};
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private slots:
    void healthyWorldHasNoProblem();
    void applyReadBackUndo();
    void undoIsOnRecordBeforeTheFirstWrite();
    void secondApplyWritesNothing();
    void applyTakesFewRequests_data();
    void applyTakesFewRequests();
    void laterChangesAreAskedAbout();
    void editMakesFactsStale();
    void wrongSecretIsSentOnce();
    void refusedPasswordIsNotSentAgain();
    void callsJoin();
    void goingAwayInTheMiddle();
    void editInTheMiddle();
    void askingNeedsConsent();
    void plainHttpElsewhereSendsNoPassword();
    void otherOriginsGetNothing();
    void passwordStaysWithItsAddress();
    void nothingIsWrittenWithStoredValuesOfOtherOrigins();
    void typingWinsOverTheKeychain();
    void savingRemovesNothingThatWasNotRead();
    void lookingWritesNoSetup();
    void linkNeedsItsParts();
    void whatWasTypedIsSaved();
};

void TestSession::healthyWorldHasNoProblem()
{
    Stage stage;
    stage.session->setMayAskServer(true);
    QCoro::waitFor(stage.session->checkAll());
    for (const auto &finding : stage.session->findings()) {
        QVERIFY2(finding.severity != checks::Severity::Problem,
                 qPrintable(finding.check + u' ' + finding.cause));
    }
    QCOMPARE(stage.session->state(StepId::Nocobase), StepState::Verified);
    QCOMPARE(stage.session->state(StepId::Credentials), StepState::Verified);
    QCOMPARE(stage.session->state(StepId::TrustedIp), StepState::Verified);
    QVERIFY(stage.causes().contains(u"pc.untrusted"_s));
}

void TestSession::applyReadBackUndo()
{
    Stage stage;
    QCoro::waitFor(stage.session->checkAll());
    const auto before = stage.session->plan();
    QCOMPARE(before.kind, apply::ChangePlan::Kind::Update);
    QVERIFY(before.changeCount() > 0);

    const auto result = QCoro::waitFor(stage.session->apply());
    QCOMPARE(result.end, apply::ApplyResult::End::Ok);
    QCOMPARE(stage.session->plan().changeCount(), 0);
    QCOMPARE(stage.session->state(StepId::Review), StepState::Verified);
    QVERIFY(stage.session->canUndo());

    QVERIFY(QCoro::waitFor(stage.session->undo()));
    QCOMPARE(stage.session->plan().changeCount(), before.changeCount());
    QVERIFY(!stage.session->canUndo());
}

// Was saved only after apply had ended, so a run that was cut could not be undone.
void TestSession::undoIsOnRecordBeforeTheFirstWrite()
{
    Stage stage({}, vault::brokenStore(vault::StoreState::Usable)); // in memory, and says that it keeps
    QCoro::waitFor(stage.session->checkAll());
    const setup::Repository repository{QDir(stage.folder.path())};
    QVERIFY(repository.record(u"crm"_s).undo.isEmpty());
    QList<bool> onRecord;
    connect(&stage.http, &net::Http::exchanged, this, [&](const net::Exchange &exchange) {
        if (exchange.writes)
            onRecord.append(!repository.record(u"crm"_s).undo.isEmpty());
    });
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    QVERIFY(!onRecord.isEmpty());
    QVERIFY(!onRecord.contains(false));
}

void TestSession::secondApplyWritesNothing()
{
    Stage stage;
    QCoro::waitFor(stage.session->checkAll());
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    const int writes = stage.http.writeCount();
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Unchanged);
    QCOMPARE(stage.http.writeCount(), writes);
}

void TestSession::applyTakesFewRequests_data()
{
    QTest::addColumn<int>("others"); // authenticators that lose their automatic login
    QTest::newRow("one row") << 0;
    QTest::newRow("two others") << 2;
}

// From nothing known, with a token: look, apply, read back, and the login address as the proof.
void TestSession::applyTakesFewRequests()
{
    QFETCH(int, others);
    Stage stage;
    nocobase::Client other(&stage.http, {stage.rehearsal.nocobaseUrl()}, {});
    QVERIFY(QCoro::waitFor(other.signIn(stage.rehearsal.account(), stage.rehearsal.password(), u"basic"_s)));
    const nocobase::Authenticator row = rowNamed(u"wecom"_s, QCoro::waitFor(other.authenticators()));
    QVERIFY(row.id > 0);
    nocobase::Authenticator branch = rowNamed(u"wecom-branch"_s, QCoro::waitFor(other.authenticators()));
    branch.enabled = false; // would be one more to change
    QVERIFY(QCoro::waitFor(other.update(branch)));
    const auto layout = nocobase::learnLayout(row, {{nocobase::Option::Secret, u""_s}});
    for (int i = 0; i < others; ++i) {
        nocobase::Authenticator also = row;
        also.id = 0;
        also.name = u"branch%1"_s.arg(i);
        also.enabled = true;
        also.options = layout.written(row.options, nocobase::Option::AutomaticLogin, true);
        QVERIFY(QCoro::waitFor(other.create(also)));
    }
    stage.session->setPassword({});
    stage.session->setToken(other.token());
    stage.session->edit([](setup::Setup &setup) { setup.authenticator.automaticLogin = true; });
    const int asked = stage.http.requestCount();
    QCoro::waitFor(stage.session->checkNocobase());
    QCOMPARE(stage.session->plan().authenticatorCount(), 1 + others);
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    QVERIFY(stage.session->facts().startLinkParts && stage.session->facts().startLinkParts->what);
    QCOMPARE(stage.session->state(StepId::Review), StepState::Verified);
    const int requests = stage.http.requestCount() - asked;
    QVERIFY2(requests <= 12 + 3 * others, qPrintable(QString::number(requests)));
    QCOMPARE(stage.session->plan().changeCount(), 0);
}

void TestSession::laterChangesAreAskedAbout()
{
    Stage stage;
    QCoro::waitFor(stage.session->checkAll());
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    nocobase::Client colleague(&stage.http, {stage.rehearsal.nocobaseUrl()}, {});
    QVERIFY(
        QCoro::waitFor(colleague.signIn(stage.rehearsal.account(), stage.rehearsal.password(), u"basic"_s)));
    auto row = rowNamed(u"wecom"_s, QCoro::waitFor(colleague.authenticators()));
    row.title = u"by a colleague"_s;
    QVERIFY(QCoro::waitFor(colleague.update(row)));
    const auto refused = QCoro::waitFor(stage.session->undo());
    QVERIFY(!refused && apply::isLaterChange(refused.error()));
    QVERIFY(stage.session->canUndo());
    QVERIFY(QCoro::waitFor(stage.session->undo(apply::Over::LaterChanges)));
    QVERIFY(!stage.session->canUndo());
}

void TestSession::editMakesFactsStale()
{
    Stage stage;
    stage.session->setMayAskServer(true);
    QCoro::waitFor(stage.session->checkAll());
    QCOMPARE(stage.session->state(StepId::Credentials), StepState::Verified);
    stage.session->setSecret(vault::Secret::fromText(u"x"_s.repeated(43)));
    QCOMPARE(stage.session->state(StepId::Credentials), StepState::Open);
    stage.session->setSecret(stage.rehearsal.secret());
    QCOMPARE(stage.session->state(StepId::Credentials), StepState::Verified);
}

void TestSession::wrongSecretIsSentOnce()
{
    Stage stage;
    stage.session->setSecret(vault::Secret::fromText(u"x"_s.repeated(43)));
    QCoro::waitFor(stage.session->checkWecom());
    QVERIFY(stage.causes().contains(u"wecom.secret.wrong"_s));
    const int asked = stage.http.requestCount();
    QCoro::waitFor(stage.session->checkAgain(StepId::Credentials));
    QCOMPARE(stage.http.requestCount(), asked);
    QCOMPARE(stage.tokens->wrongSecrets(), 1);
    QVERIFY(stage.causes().contains(u"wecom.secret.wrong"_s));
}

void TestSession::refusedPasswordIsNotSentAgain()
{
    Stage stage;
    stage.session->setPassword(vault::Secret::fromText(u"no"_s));
    QCoro::waitFor(stage.session->check(StepId::Nocobase));
    QVERIFY(stage.causes().contains(u"nocobase.sign-in"_s));
    const int asked = stage.http.requestCount();
    QCoro::waitFor(stage.session->check(StepId::Nocobase));
    QCOMPARE(stage.http.requestCount(), asked);
}

void TestSession::callsJoin()
{
    Stage stage;
    auto first = stage.session->checkNocobase();
    const int afterFirst = stage.http.requestCount();
    auto second = stage.session->checkNocobase();
    QCOMPARE(stage.http.requestCount(), afterFirst);
    QCoro::waitFor(first);
    QCoro::waitFor(second);
    QVERIFY(!stage.session->isBusy());
}

void TestSession::goingAwayInTheMiddle()
{
    demo::RehearsalOptions slow;
    slow.delay = std::chrono::milliseconds(300);
    Stage stage(slow);
    auto all = stage.session->checkAll();
    QTest::qWait(50);
    stage.session.reset();
    QCoro::waitFor(all); // ends, and touches nothing that is gone
}

void TestSession::editInTheMiddle()
{
    demo::RehearsalOptions slow;
    slow.delay = std::chrono::milliseconds(300);
    Stage stage(slow);
    auto check = stage.session->checkNocobase();
    QTest::qWait(50);
    stage.session->setPassword(vault::Secret::fromText(u"no"_s));
    QCoro::waitFor(check);
    QVERIFY(!stage.session->facts().identity || !stage.session->facts().identity->what);
    QCoro::waitFor(stage.session->checkNocobase());
    QVERIFY(stage.causes().contains(u"nocobase.sign-in"_s));
}

void TestSession::askingNeedsConsent()
{
    Stage stage;
    QCoro::waitFor(stage.session->checkAll());
    QVERIFY(!stage.session->facts().trustFromServer);
    QVERIFY(stage.session->state(StepId::TrustedIp) != StepState::Verified);
    QCOMPARE(stage.http.writeCount(), 0);
}

void TestSession::plainHttpElsewhereSendsNoPassword()
{
    Stage stage;
    auto setup = stage.session->setup();
    setup.nocobase.url = QUrl(u"http://crm.invalid"_s);
    assistant::Services services; // no rehearsal: that would not leave this computer
    services.http = &stage.http;
    services.store = vault::sessionStore();
    services.tokens = stage.tokens;
    stage.session = std::make_unique<assistant::SetupSession>(services, setup);
    stage.session->setPassword(stage.rehearsal.password());
    QList<QString> asked;
    connect(&stage.http, &net::Http::exchanged, this,
            [&](const net::Exchange &exchange) { asked.append(exchange.url); });
    QCoro::waitFor(stage.session->checkNocobase());
    for (const QString &url : std::as_const(asked))
        QVERIFY2(!url.contains(u"signIn"_s), qPrintable(url));
}

void TestSession::otherOriginsGetNothing()
{
    const auto store = vault::sessionStore();
    {
        Stage stage({}, store);
        QVERIFY(QCoro::waitFor(stage.session->saveCredentials(false)));
    }
    // The same setup id, but its file now names other hosts: a stolen or edited setup.
    Stage thief({}, store);
    thief.session->setCompanyId({});
    thief.session->setSecret({});
    QVERIFY(QCoro::waitFor(thief.session->loadCredentials()));
    QVERIFY(thief.session->isWithheld());
    const int asked = thief.http.requestCount();
    QCoro::waitFor(thief.session->checkWecom());
    QCOMPARE(thief.http.requestCount(), asked);
    thief.session->rebind();
    QCoro::waitFor(thief.session->checkWecom());
    QVERIFY(thief.http.requestCount() > asked);
}

void TestSession::passwordStaysWithItsAddress()
{
    Stage stage;
    demo::Rehearsal other;
    QList<QString> asked;
    connect(&stage.http, &net::Http::exchanged, this,
            [&](const net::Exchange &exchange) { asked.append(exchange.url); });
    const auto signedInAt = [&asked](const QUrl &server) {
        return std::any_of(asked.begin(), asked.end(), [&server](const QString &url) {
            return url.startsWith(server.toString()) && url.contains(u"signIn"_s);
        });
    };
    stage.session->edit([&](setup::Setup &setup) { setup.nocobase.url = other.nocobaseUrl(); });
    QCoro::waitFor(stage.session->check(StepId::Nocobase));
    QVERIFY(!signedInAt(other.nocobaseUrl()));
    QCOMPARE(stage.session->facts().identity->what.error().code, net::FaultCode::OriginNotAllowed);
    QCoro::waitFor(stage.session->checkAgain(StepId::Nocobase)); // "Check connection": the person asks for it
    QVERIFY(signedInAt(other.nocobaseUrl()));
    QCOMPARE(stage.session->state(StepId::Nocobase), StepState::Verified);
}

void TestSession::nothingIsWrittenWithStoredValuesOfOtherOrigins()
{
    const auto store = vault::sessionStore();
    {
        Stage stage({}, store);
        QVERIFY(QCoro::waitFor(stage.session->saveCredentials(false)));
    }
    Stage thief({}, store);
    thief.session->setCompanyId({});
    thief.session->setAgentId({});
    thief.session->setSecret({});
    QVERIFY(QCoro::waitFor(thief.session->loadCredentials()));
    QCoro::waitFor(thief.session->checkNocobase());
    QCOMPARE(thief.session->plan().kind, apply::ChangePlan::Kind::Impossible);
    QCOMPARE(thief.session->plan().impossible, u"credentials-withheld"_s);
    QCOMPARE(QCoro::waitFor(thief.session->apply()).end, apply::ApplyResult::End::Refused);
    QCOMPARE(thief.http.writeCount(), 0);
    const auto kept = QCoro::waitFor(thief.session->saveCredentials(true));
    QCOMPARE(kept.error().code, net::FaultCode::OriginNotAllowed);
}

void TestSession::typingWinsOverTheKeychain()
{
    const auto store = vault::sessionStore();
    Stage stage({}, store);
    QVERIFY(QCoro::waitFor(stage.session->saveCredentials(false)));
    stage.session->setCompanyId({});
    auto loading = stage.session->loadCredentials();
    stage.session->setCompanyId(u"ww1111111111111111"_s);
    QCoro::waitFor(loading);
    // The session store answers at once; a keychain takes its time. Either way what was typed last stands.
    QCOMPARE(stage.session->credentials().companyId, u"ww1111111111111111"_s);
}

void TestSession::savingRemovesNothingThatWasNotRead()
{
    const auto store = vault::sessionStore();
    const QString name = u"crm/secret"_s;
    QVERIFY(QCoro::waitFor(store->write(name, {vault::Secret::fromText(u"kept"_s), {u"https://x"_s}})));
    Stage stage({}, store);
    stage.session->setSecret({});
    QVERIFY(QCoro::waitFor(stage.session->saveCredentials(false)));
    const auto read = QCoro::waitFor(store->read(name));
    QVERIFY(read);
    QCOMPARE(read->value.revealText(), u"kept"_s);
}

void TestSession::lookingWritesNoSetup()
{
    Stage stage;
    QCoro::waitFor(stage.session->checkAll());
    const QDir folder(stage.folder.path());
    stage.session.reset();
    QVERIFY(!folder.exists(u"crm.json"_s));
}

void TestSession::linkNeedsItsParts()
{
    Stage stage;
    QVERIFY(stage.session->homepageLink().contains(u"oauth2"_s));
    stage.session->edit([](setup::Setup &setup) { setup.authenticator.name.reset(); });
    QCOMPARE(stage.session->homepageLink(), QString()); // NocoBase was not asked for the name yet
}

void TestSession::whatWasTypedIsSaved()
{
    Stage stage;
    stage.session->edit([](setup::Setup &setup) { setup.authenticator.title = u"企业微信"_s; });
    const QDir folder(stage.folder.path());
    stage.session.reset();
    const auto saved = setup::Repository(folder).load(u"crm"_s);
    QVERIFY(saved);
    QCOMPARE(saved->authenticator.title, u"企业微信"_s);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
