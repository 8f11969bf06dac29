// SPDX-License-Identifier: Apache-2.0
// What a session lets the server ask, what it holds back to protect the person, and that looking at one thing
// again looks at nothing else.
#include "../net/scriptedserver.h"
#include "../wecom/answers.h"
#include "sessionstage.h"

#include "checks/actions.h"

#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using assistant::StepState;
using checks::Severity;
using setup::StepId;

namespace {

vault::Secret wrongSecret(int number)
{
    return vault::Secret::fromText(QString::number(number).repeated(43).left(43));
}

// The services that were asked, in the order of their first request.
class Asked : public QObject
{
public:
    explicit Asked(Stage &stage)
    {
        const auto nocobase = stage.rehearsal.nocobaseUrl(), wecom = stage.rehearsal.wecomUrl();
        connect(&stage.http, &net::Http::exchanged, this, [this, nocobase, wecom](const net::Exchange &it) {
            const QUrl url(it.url);
            const QString who = url.port() == wecom.port()                 ? u"wecom"_s
                                : url.path().startsWith(u"/WW_verify_"_s)  ? u"file"_s
                                : url.path().contains(u"customRequests"_s) ? u"server"_s
                                                                           : u"nocobase"_s;
            if (!all.contains(who))
                all.append(who);
        });
    }
    QStringList all;
};

QJsonObject refusal(int errcode)
{
    return {{u"errcode"_s, errcode}, {u"errmsg"_s, u"no"_s}};
}

QJsonObject token()
{
    return {{u"errcode"_s, 0}, {u"access_token"_s, u"T"_s}, {u"expires_in"_s, 7200}};
}

} // namespace

class TestAsking : public QObject
{
    Q_OBJECT
private slots:
    void whatThePcMayNotSeeComesThroughTheServer();
    void aChangedAddressIsNoticed();
    void addressesAreRemembered();
    void leftOversAreRemovedNextTime();
    void nothingIsSentWhileWecomPauses();
    void busyIsTriedThreeTimes();
    void wrongSecretsAreCountedAcrossSetups();
    void oneFindingAsksOnlyWhatItNeeds_data();
    void oneFindingAsksOnlyWhatItNeeds();
    void theFileIsComparedAndKeptWithTheSetup();
    void theFileAsTheSiteAnswers_data();
    void theFileAsTheSiteAnswers();
    void domainSettingsAreCounted();
    void refusedDomainSettingsAreNamed();
    void lockedKeychainOffersToUnlock();
};

void TestAsking::whatThePcMayNotSeeComesThroughTheServer()
{
    demo::RehearsalOptions options;
    options.faults = QStringList{u"ip.untrusted"_s};
    Stage stage(options);
    stage.session->setMayAskServer(true);
    QCoro::waitFor(stage.session->checkAll());
    QVERIFY(stage.causes().contains(u"ip.untrusted"_s));
    const QList<StepId> waiting{StepId::CreateApp, StepId::Credentials, StepId::TrustedDomain};
    for (const StepId step : waiting)
        QVERIFY2(stage.session->state(step) != StepState::Verified, qPrintable(setup::stepName(step)));
    QVERIFY(stage.finding(u"homepage.link"_s).reason == checks::Reason::Unreachable);

    // The person adds the address in the console and asks again, on that page alone.
    stage.rehearsal.setFaults({});
    QVERIFY(stage.rehearsal.perform(StepId::TrustedIp));
    QCoro::waitFor(stage.session->checkAgain(stage.finding(u"ip.trusted"_s)));
    QCOMPARE(stage.session->state(StepId::TrustedIp), StepState::Verified);
    for (const StepId step : waiting)
        QVERIFY2(stage.session->state(step) == StepState::Verified, qPrintable(setup::stepName(step)));
    QVERIFY(stage.finding(u"homepage.link"_s).reason == checks::Reason::None);
    QCOMPARE(stage.finding(u"app.scope"_s).vantage, setup::Vantage::Server);
    QVERIFY(!stage.rehearsal.wecomSawNocobaseToken());
}

void TestAsking::aChangedAddressIsNoticed()
{
    setup::Record record;
    record.serverAddress = u"203.0.113.250"_s;
    record.serverAddressTrusted = u"203.0.113.250"_s;
    demo::RehearsalOptions options;
    options.faults = QStringList{u"ip.untrusted"_s};
    Stage stage(options, vault::sessionStore(), record);
    stage.session->setMayAskServer(true);
    QCoro::waitFor(stage.session->checkAll());
    const auto finding = stage.finding(u"ip.trusted"_s);
    QCOMPARE(finding.cause, u"ip.changed"_s);
    QCOMPARE(finding.evidence[u"ip"_s].toString(), stage.rehearsal.serversAddress());
    QCOMPARE(finding.evidence[u"before"_s].toString(), u"203.0.113.250"_s);
    QCOMPARE(stage.session->record().serverAddress, stage.rehearsal.serversAddress());
    QCOMPARE(stage.session->record().serverAddressBefore, u"203.0.113.250"_s);
    QCOMPARE(stage.session->record().serverAddressTrusted, u"203.0.113.250"_s);
}

void TestAsking::addressesAreRemembered()
{
    Stage stage;
    stage.session->setMayAskServer(true);
    QCoro::waitFor(stage.session->checkAll());
    // WeCom names the address with every refusal, so also with the one that proves it is trusted.
    const setup::Record kept = setup::Repository(QDir(stage.folder.path())).record(u"crm"_s);
    QCOMPARE(kept.serverAddress, stage.rehearsal.serversAddress());
    QCOMPARE(kept.serverAddressTrusted, stage.rehearsal.serversAddress());
    QVERIFY(kept.serverAddressBefore.isEmpty());
    QVERIFY(!kept.requestsLeftOver);
}

void TestAsking::leftOversAreRemovedNextTime()
{
    for (const bool known : {false, true}) {
        setup::Record record;
        record.requestsLeftOver = known;
        Stage stage({}, vault::sessionStore(), record);
        const auto client = std::make_shared<nocobase::Client>(
            &stage.http, nocobase::Target{stage.rehearsal.nocobaseUrl()}, nullptr);
        QVERIFY(QCoro::waitFor(
            client->signIn(stage.rehearsal.account(), stage.rehearsal.password(), u"basic"_s)));
        const QString key = u"wecom-setup-1700000000-left"_s;
        QVERIFY(
            QCoro::waitFor(client->call(u"customRequests:create"_s, {}, QJsonObject{{u"key"_s, key}}, true)));
        QCoro::waitFor(stage.session->checkNocobase());
        const auto rows = QCoro::waitFor(client->call(u"customRequests:list"_s, {}, std::nullopt, false));
        QVERIFY(rows);
        const bool isThere = !rows->toObject()[u"data"_s].toArray().isEmpty();
        QCOMPARE(isThere, !known); // without a run of ours before, nothing is touched
        QVERIFY(!stage.session->record().requestsLeftOver);
    }
}

void TestAsking::nothingIsSentWhileWecomPauses()
{
    Answers wecom({token(), refusal(45009)});
    Stage stage;
    stage.session->edit([&](setup::Setup &setup) { setup.wecom.api = wecom.url(); });
    QCoro::waitFor(stage.session->checkWecom());
    const auto paused = stage.finding(u"wecom.agent"_s);
    QCOMPARE(paused.cause, u"wecom.rate-limited"_s);
    const auto until = QDateTime::fromString(paused.evidence[u"until"_s].toString(), Qt::ISODate);
    QVERIFY(until > QDateTime::currentDateTimeUtc().addSecs(1800));
    const auto asked = wecom.asked.size();
    QCoro::waitFor(stage.session->checkAgain(paused));
    QCoro::waitFor(stage.session->checkAgain(StepId::Credentials));
    QCOMPARE(wecom.asked.size(), asked);
    QCOMPARE(stage.finding(u"wecom.secret"_s).cause, u"wecom.rate-limited"_s);
}

void TestAsking::busyIsTriedThreeTimes()
{
    Answers wecom({token(), refusal(-1)});
    Stage stage;
    stage.tokens = std::make_shared<wecom::TokenKeeper>(
        &stage.http, wecom::TokenPauses{{std::chrono::milliseconds(1), std::chrono::milliseconds(1)}});
    const auto caller =
        stage.tokens->polite(wecom::directCaller(&stage.http, wecom.url(), {}), wecom.url(), {});
    const auto got = QCoro::waitFor(stage.tokens->token(wecom.url(), u"ww"_s, wrongSecret(1), {}));
    QVERIFY(got);
    const auto app = QCoro::waitFor(wecom::agentGet(caller, got->value, u"1"_s));
    QVERIFY(!app);
    QCOMPARE(app.error().number(u"errcode"_s), -1);
    QCOMPARE(wecom.asked.size(), 4);
}

void TestAsking::wrongSecretsAreCountedAcrossSetups()
{
    Stage first;
    for (int number = 1; number <= wecom::TokenKeeper::wrongSecretLimit; ++number) {
        first.session->setSecret(wrongSecret(number));
        QCoro::waitFor(first.session->checkWecom());
        QCOMPARE(first.finding(u"wecom.secret"_s).cause, u"wecom.secret.wrong"_s);
    }
    // Another setup of the same run, as with a company of its own.
    assistant::Services services;
    services.http = &first.http;
    services.store = vault::sessionStore();
    services.tokens = first.tokens;
    setup::Setup setup = first.session->setup();
    setup.id = u"other"_s;
    assistant::SetupSession other(services, setup);
    other.setCompanyId(first.rehearsal.companyId());
    other.setAgentId(first.rehearsal.agentId());
    other.setSecret(wrongSecret(9));
    const int asked = first.http.requestCount();
    QCoro::waitFor(other.checkWecom());
    QCOMPARE(first.http.requestCount(), asked);
    const auto held = [&other] {
        const auto own = other.findings(StepId::Credentials);
        return *std::find_if(own.begin(), own.end(),
                             [](const auto &finding) { return finding.check == u"wecom.secret"_s; });
    };
    QCOMPARE(held().action, QString::fromLatin1(checks::action::sendSecret));
    QCOMPARE(held().evidence[u"count"_s].toString(), QString::number(wecom::TokenKeeper::wrongSecretLimit));
    // The person's word counts once.
    QVERIFY(QCoro::waitFor(other.act(held())));
    QCOMPARE(first.http.requestCount(), asked + 1);
    QCOMPARE(held().cause, u"wecom.secret.wrong"_s);
    other.setSecret(wrongSecret(8));
    QCoro::waitFor(other.checkWecom());
    QCOMPARE(first.http.requestCount(), asked + 1);
    QCOMPARE(held().action, QString::fromLatin1(checks::action::sendSecret));
}

void TestAsking::oneFindingAsksOnlyWhatItNeeds_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("keychain") << u"keychain.usable"_s << QStringList();
    QTest::newRow("nocobase") << u"nocobase.sign-in"_s << QStringList{u"nocobase"_s};
    QTest::newRow("plugin") << u"plugin.wecom"_s << QStringList{u"nocobase"_s};
    QTest::newRow("secret") << u"wecom.secret"_s << QStringList{u"wecom"_s, u"server"_s};
    QTest::newRow("file") << u"domain.file"_s << QStringList{u"file"_s};
    QTest::newRow("server") << u"ip.trusted"_s << QStringList{u"server"_s};
    QTest::newRow("browser") << u"callback.domain"_s << QStringList();
}

void TestAsking::oneFindingAsksOnlyWhatItNeeds()
{
    QFETCH(QString, check);
    QFETCH(QStringList, asked);
    Stage stage;
    stage.session->setMayAskServer(true);
    stage.session->setOwnershipFile(stage.rehearsal.ownershipFileName());
    QCoro::waitFor(stage.session->checkAll());
    const auto finding = stage.finding(check);
    QCOMPARE(finding.check, check);
    QCOMPARE(stage.session->canCheckAgain(finding), check != u"callback.domain"_s);
    const Asked now(stage);
    QCoro::waitFor(stage.session->checkAgain(finding));
    QCOMPARE(now.all, asked);
}

void TestAsking::theFileIsComparedAndKeptWithTheSetup()
{
    Stage stage;
    const QString name = stage.rehearsal.ownershipFileName();
    stage.session->setOwnershipFile(name, "another content\n");
    QCoro::waitFor(stage.session->checkOwnershipFile());
    QVERIFY(stage.session->facts().ownershipFile->what->contentKnown);
    QVERIFY(!stage.session->facts().ownershipFile->what->bodyMatches);
    QCOMPARE(stage.finding(u"domain.file"_s).severity, Severity::Problem);

    stage.session->setOwnershipFile(name, name.mid(10, 16).toUtf8());
    QVERIFY(stage.finding(u"domain.file"_s).reason == checks::Reason::NotAsked); // not what was looked for
    QCoro::waitFor(stage.session->checkOwnershipFile());
    QCOMPARE(stage.finding(u"domain.file"_s).severity, Severity::Ok);
    stage.session->setOwnershipFile(name); // naming it again forgets nothing
    QCOMPARE(stage.finding(u"domain.file"_s).severity, Severity::Ok);

    // A later run, as by the command line, knows what to look for.
    QVERIFY(stage.session->saveNow());
    const auto kept = setup::Repository(QDir(stage.folder.path())).load(u"crm"_s);
    QVERIFY(kept);
    QCOMPARE(kept->domainFile.name, name);
    assistant::Services services;
    services.http = &stage.http;
    services.store = vault::sessionStore();
    services.tokens = stage.tokens;
    assistant::SetupSession later(services, *kept);
    QCoro::waitFor(later.checkAll());
    QVERIFY(later.facts().ownershipFile->what->bodyMatches);
    QVERIFY(later.facts().ownershipFile->what->contentKnown);
}

void TestAsking::theFileAsTheSiteAnswers_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("anyName");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("words");
    const auto page = [](const char *status) {
        return ScriptedServer::whole(status, "Content-Type: text/html\r\n", "<html>NocoBase</html>");
    };
    const QByteArray moved =
        ScriptedServer::whole("301 Moved", "Location: https://www.example.com/x\r\n", "");
    const QByteArray right =
        ScriptedServer::whole("200 OK", "Content-Type: text/plain\r\n", "token-of-wecom\n");
    const QByteArray other = ScriptedServer::whole("200 OK", "Content-Type: text/plain\r\n", "another-token");
    QTest::newRow("right") << right << page("404 Not Found") << QString() << QString();
    QTest::newRow("right, though any name answers") << right << page("200 OK") << QString() << QString();
    QTest::newRow("absent") << page("404 Not Found") << page("404 Not Found") << u"domain.ownership.missing"_s
                            << QString();
    QTest::newRow("forbidden") << page("403 Forbidden") << page("403 Forbidden")
                               << u"domain.ownership.missing"_s << QString();
    QTest::newRow("the page for every name")
        << page("200 OK") << page("200 OK") << u"domain.ownership.masked"_s << QString();
    QTest::newRow("another file") << other << page("404 Not Found") << QString() << QString();
    QTest::newRow("sent on") << moved << moved << QString() << u"redirected"_s;
}

void TestAsking::theFileAsTheSiteAnswers()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, anyName);
    QFETCH(QString, cause);
    const QString name = u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s;
    ScriptedServer site([&](QTcpSocket *socket, const QByteArray &request) {
        socket->write(request.contains(name.toUtf8()) ? file : anyName);
    });
    Stage stage;
    stage.session->edit([&](setup::Setup &setup) {
        setup.authenticator.origin = site.url().toString(QUrl::StripTrailingSlash | QUrl::RemovePath);
    });
    stage.session->setOwnershipFile(name, "token-of-wecom");
    QCoro::waitFor(stage.session->checkOwnershipFile());
    const auto finding = stage.finding(u"domain.file"_s);
    QCOMPARE(finding.cause, cause);
    QCOMPARE(finding.severity == Severity::Ok, file.contains("token-of-wecom"));
    QTEST(finding.evidence[u"words"_s].toString(), "words");
    QCOMPARE(site.requests.size(), 2); // the Origin names a port, so there is no other scheme to try
}

void TestAsking::domainSettingsAreCounted()
{
    demo::RehearsalOptions options;
    options.thisComputerTrusted = true;
    Stage stage(options);
    QCoro::waitFor(stage.session->checkWecom());
    QCOMPARE(stage.session->domainSettingsThisMonth(), 0);
    QVERIFY(QCoro::waitFor(stage.session->setTrustedDomain()));
    QVERIFY(QCoro::waitFor(stage.session->setTrustedDomain()));
    QCOMPARE(stage.session->domainSettingsThisMonth(), 2);
    const setup::Record kept = setup::Repository(QDir(stage.folder.path())).record(u"crm"_s);
    QCOMPARE(kept.domainChanges.value(QDate::currentDate().toString(u"yyyy-MM"_s)), 2);
}

void TestAsking::refusedDomainSettingsAreNamed()
{
    demo::RehearsalOptions options;
    options.thisComputerTrusted = true;
    options.faults = QStringList{u"domain.ownership.missing"_s};
    Stage stage(options);
    QCoro::waitFor(stage.session->checkWecom());
    QVERIFY(!QCoro::waitFor(stage.session->setTrustedDomain()));
    QVERIFY(stage.causes().contains(u"domain.ownership.unverified"_s));
    QCoro::waitFor(stage.session->checkAgain(stage.finding(u"domain.oauth"_s)));
    QCOMPARE(stage.finding(u"domain.oauth"_s).severity, Severity::Ok); // it can be seen no more

    int settings = stage.session->domainSettingsThisMonth();
    while (stage.finding(u"domain.set"_s).cause != u"domain.limit"_s && settings < 30) {
        // Somebody else puts the old one back each time.
        stage.session->edit([&](setup::Setup &setup) {
            setup.authenticator.origin = u"http://127.0.0.1:%1"_s.arg(20000 + settings);
        });
        (void)QCoro::waitFor(stage.session->setTrustedDomain());
        settings = stage.session->domainSettingsThisMonth();
    }
    QCOMPARE(stage.finding(u"domain.set"_s).cause, u"domain.limit"_s);
    QCOMPARE(settings, 21); // WeCom takes twenty
}

void TestAsking::lockedKeychainOffersToUnlock()
{
    Stage stage({}, vault::brokenStore(vault::StoreState::Locked));
    QCoro::waitFor(stage.session->checkKeychain());
    const auto locked = stage.finding(u"keychain.usable"_s);
    QCOMPARE(locked.cause, u"keychain.locked"_s);
    QCOMPARE(locked.action, QString::fromLatin1(checks::action::unlockKeychain));
    QVERIFY(QCoro::waitFor(stage.session->act(locked)));
    QCOMPARE(stage.finding(u"keychain.usable"_s).cause, u"keychain.locked"_s); // this one stays locked
}

QTEST_GUILESS_MAIN(TestAsking)
#include "tst_asking.moc"
