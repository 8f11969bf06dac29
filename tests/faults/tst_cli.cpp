// SPDX-License-Identifier: Apache-2.0
// wecom-setup-cli as its users run it, against the rehearsal: what it prints, how it ends, and that no secret
// leaves it.
#include "clistage.h"

#include <QTest>

class TestCli : public QObject
{
    Q_OBJECT
private slots:
    void healthy();
    void faults_data();
    void faults();
    void twoFaultsAreBothNamed();
    void planApplyUndo();
    void proofIsPrinted();
    void pluginIsEnabledFirst();
    void enablingFails();
    void layoutUnknownSaysWhatToDo();
    void severalAuthenticatorsAreNamed();
    void flawsAndGatesAreTold();
    void applyNeedsConsent();
    void whatIsMissingIsSaid();
    void undoneTwiceIsSaid();
    void helpNamesWhatIsTyped();
    void usage_data();
    void usage();
    void brokenSetup();
    void unreachable();
    void link();
    void reports();
    void secretsFromStandardInput();
    void demoRunsUntilItIsAskedToStop();
    void noSecretLeaves();
};

void TestCli::healthy()
{
    const Stage stage;
    const Ended ended = stage.json(u"check"_s, {u"--ask-server"_s});
    QCOMPARE(ended.causes(), QStringList());
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.setup().value(u"id"_s).toString(), u"crm"_s);
    QCOMPARE(ended.setup().value(u"applied"_s).toBool(true), false);
}

void TestCli::faults_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault :
         {"wecom.secret.wrong", "wecom.company-id.wrong", "wecom.agent.other-app", "wecom.app.disabled",
          "wecom.app.scope-empty", "ip.untrusted", "server.cannot-reach-wecom", "domain.oauth.mismatch",
          "nocobase.sign-in", "nocobase.role", "nocobase.too-old", "plugin.off", "plugin.absent"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestCli::faults()
{
    QFETCH(QString, fault);
    const Stage stage({fault});
    const Ended ended = stage.json(u"check"_s, {u"--ask-server"_s});
    QVERIFY2(ended.causes().contains(fault),
             qPrintable(ended.causes().join(u' ') + QString::fromUtf8(ended.err)));
    QCOMPARE(ended.code, 1);
}

void TestCli::twoFaultsAreBothNamed()
{
    const Stage stage({u"domain.oauth.mismatch"_s, u"plugin.off"_s});
    const Ended ended = stage.json(u"check"_s, {u"--ask-server"_s});
    QVERIFY(ended.causes().contains(u"domain.oauth.mismatch"_s));
    QVERIFY(ended.causes().contains(u"plugin.off"_s));
}

void TestCli::planApplyUndo()
{
    const Stage stage;
    const Ended planned = stage.json(u"plan"_s);
    QCOMPARE(planned.code, 0);
    const QJsonArray changes = planned.setup().value(u"changes"_s).toArray();
    QVERIFY(!changes.isEmpty());

    const Ended applied = stage.json(u"apply"_s, {u"--yes"_s});
    QCOMPARE(applied.code, 0);
    QVERIFY(applied.setup().value(u"applied"_s).toBool());
    QCOMPARE(stage.json(u"plan"_s).setup().value(u"changes"_s).toArray().size(), 0);
    const Ended again = stage.json(u"apply"_s, {u"--yes"_s});
    QCOMPARE(again.code, 0);
    QVERIFY(!again.setup().value(u"applied"_s).toBool());
}

// As a person reads it, and the same as ids in JSON.
void TestCli::proofIsPrinted()
{
    const Stage stage;
    const QStringList yes{u"apply"_s, stage.file(), u"--yes"_s, u"--secrets"_s, u"env"_s};
    const Ended plain = stage.run(yes);
    QCOMPARE(plain.code, 0);
    QVERIFY(plain.out.contains("wecom-branch  automaticLogin: “true” → “false”"));
    QVERIFY(plain.out.contains("wecom  secret: “set” → “new”"));
    QVERIFY(plain.out.contains("Written and read back."));
    const auto findings = stage.json(u"apply"_s, {u"--yes"_s}).setup().value(u"findings"_s).toArray();
    for (const QString &check : {u"review.applied"_s, u"review.public"_s, u"review.link"_s,
                                 u"review.callback"_s, u"review.state"_s}) {
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const auto &finding) {
            return finding.toObject().value(u"check"_s).toString() == check;
        });
        QVERIFY2(found != findings.end(), qPrintable(check));
        QCOMPARE(found->toObject().value(u"severity"_s).toString(), u"ok"_s);
    }
    const Ended again = stage.run(yes);
    QCOMPARE(again.code, 0);
    QVERIFY(again.out.contains("nothing was written"));
}

void TestCli::pluginIsEnabledFirst()
{
    const Stage stage({u"plugin.off"_s});
    const Ended planned = stage.json(u"plan"_s);
    QCOMPARE(planned.code, 0);
    QCOMPARE(planned.setup().value(u"changes"_s).toArray().size(), 1);
    QCOMPARE(planned.setup()[u"changes"_s][0][u"field"_s].toString(), u"plugin"_s);
    const Ended applied = stage.json(u"apply"_s, {u"--yes"_s});
    QCOMPARE(applied.code, 0);
    QVERIFY(applied.setup().value(u"applied"_s).toBool());
    QVERIFY(applied.setup().value(u"changes"_s).toArray().size() > 1);
    QCOMPARE(stage.json(u"plan"_s).setup().value(u"changes"_s).toArray().size(), 0);
}

void TestCli::enablingFails()
{
    const Stage stage({u"plugin.failed"_s});
    const Ended ended = stage.json(u"apply"_s, {u"--yes"_s});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.causes().contains(u"plugin.failed"_s), qPrintable(ended.causes().join(u' ')));
    QVERIFY(!ended.setup().value(u"applied"_s).toBool(true));
    const Ended plain = stage.run({u"apply"_s, stage.file(), u"--yes"_s, u"--secrets"_s, u"env"_s});
    QVERIFY(plain.out.contains("[plugin.failed]"));
    QVERIFY(plain.out.contains("license key does not match")); // what NocoBase said
}

void TestCli::layoutUnknownSaysWhatToDo()
{
    Stage stage({u"layout.unknown"_s});
    stage.setup.authenticator.name.reset();
    const Ended plain = stage.run({u"plan"_s, stage.file(), u"--secrets"_s, u"env"_s});
    QCOMPARE(plain.code, 1);
    QVERIFY(plain.out.contains("[layout.unknown]"));
    QVERIFY(plain.out.contains("wecom-setup-company-id"));
    QVERIFY(plain.out.contains("/admin/settings/auth/authenticators"));
    // The person has saved that row: it is learned from, and becomes the real one.
    stage.perform(StepId::Review);
    const Ended applied = stage.json(u"apply"_s, {u"--yes"_s});
    QCOMPARE(applied.code, 0);
    QVERIFY(applied.setup().value(u"applied"_s).toBool());
    QVERIFY(!applied.out.contains("review.marker"));
}

void TestCli::severalAuthenticatorsAreNamed()
{
    Stage stage;
    stage.setup.authenticator.name.reset();
    const Ended plain = stage.run({u"plan"_s, stage.file(), u"--secrets"_s, u"env"_s});
    QCOMPARE(plain.code, 1);
    QVERIFY(plain.out.contains("wecom, wecom-branch"));
    QVERIFY(plain.out.contains("authenticator.name"));
}

void TestCli::flawsAndGatesAreTold()
{
    Stage stage({u"nocobase.too-old"_s});
    stage.setup.authenticator.autoSignup = true;
    const Ended plain = stage.run({u"plan"_s, stage.file(), u"--secrets"_s, u"env"_s});
    QVERIFY(plain.out.contains("automaticLogin: not changed (too-old 1.4.0)"));
    QVERIFY(plain.out.contains("autoSignup: has a known flaw before NocoBase 1.9.42"));
}

void TestCli::applyNeedsConsent()
{
    const Stage stage;
    const Ended ended = stage.json(u"apply"_s);
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.err.contains("--yes"));
    QVERIFY(ended.out.isEmpty() || QJsonDocument::fromJson(ended.out).isObject());
    QVERIFY(!stage.json(u"plan"_s).setup().value(u"changes"_s).toArray().isEmpty());
}

void TestCli::whatIsMissingIsSaid()
{
    Stage stage;
    for (const QString &name :
         {u"WECOM_COMPANY_ID"_s, u"WECOM_AGENT_ID"_s, u"WECOM_SECRET"_s, u"NOCOBASE_PASSWORD"_s})
        stage.environment.remove(name);
    const Ended nothing = stage.json(u"check"_s);
    QCOMPARE(nothing.code, 0);
    QVERIFY(!nothing.setup().isEmpty());
    for (const char *word : {"Company ID", "AgentId", "Secret", "password", "--secrets"})
        QVERIFY2(nothing.err.contains(word), nothing.err.constData());
    QVERIFY(Stage().json(u"check"_s).err.isEmpty());
}

void TestCli::undoneTwiceIsSaid()
{
    const Stage stage;
    const Ended undone = stage.json(u"undo"_s);
    QCOMPARE(undone.code, 1);
    QVERIFY2(undone.err.contains("undo"), undone.err.constData());
}

void TestCli::helpNamesWhatIsTyped()
{
    Stage stage;
    stage.environment.insert(u"APPIMAGE"_s, u"/opt/WeCom_Setup-1.AppImage"_s);
    const Ended help = stage.run({u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains("Usage: WeCom_Setup-1.AppImage cli [options]"), help.out.constData());
}

void TestCli::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QStringList{} << QByteArray("check");
    QTest::newRow("unknown command") << QStringList{u"chek"_s} << QByteArray("chek");
    QTest::newRow("unknown option") << QStringList{u"check"_s, u"--foo"_s} << QByteArray("foo");
    QTest::newRow("no file") << QStringList{u"check"_s} << QByteArray("setup file");
    QTest::newRow("missing file") << QStringList{u"check"_s, u"/nowhere/x.json"_s}
                                  << QByteArray("/nowhere/x.json");
    QTest::newRow("secrets from nowhere")
        << QStringList{u"check"_s, u"x.json"_s, u"--secrets"_s, u"args"_s} << QByteArray("args");
    QTest::newRow("report format") << QStringList{u"report"_s, u"x.json"_s, u"--out"_s, u"x.doc"_s}
                                   << QByteArray(".pdf");
    QTest::newRow("unknown fault") << QStringList{u"demo"_s, u"--fault"_s, u"no.such"_s}
                                   << QByteArray("no.such");
    QTest::newRow("port") << QStringList{u"demo"_s, u"--port"_s, u"70000"_s} << QByteArray("65535");
}

void TestCli::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Stage stage;
    const Ended ended = stage.run(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(says), ended.err.constData());
    QVERIFY(ended.out.isEmpty());
}

void TestCli::brokenSetup()
{
    const Stage stage;
    const QString path = stage.folder() + u"/broken.json"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema":"wecom-setup/1","id":"broken","nocobase":{"url":"ftp://x"}})");
    file.close();
    const Ended ended = stage.run({u"check"_s, path, u"--secrets"_s, u"env"_s});
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.err.contains("broken.json"));
    QVERIFY(ended.err.contains("/nocobase/url"));
}

void TestCli::unreachable()
{
    Stage stage;
    stage.setup.nocobase.url = QUrl(u"http://127.0.0.1:1"_s);
    const Ended ended = stage.json(u"check"_s);
    QVERIFY(ended.causes(u"unknown"_s).contains(u"nocobase.unreachable"_s));
    QCOMPARE(ended.causes(), QStringList());
    QCOMPARE(ended.code, 3);
}

void TestCli::link()
{
    Stage stage;
    const Ended plain = stage.run({u"link"_s, stage.file(), u"--secrets"_s, u"env"_s});
    QCOMPARE(plain.code, 0);
    QCOMPARE(plain.out.trimmed(), (stage.setup.nocobase.url.toString() + u"/admin"_s).toUtf8());

    stage.setup.authenticator.automaticLogin = false;
    const Ended full = stage.run({u"link"_s, stage.file(), u"--secrets"_s, u"env"_s});
    QVERIFY(full.out.contains("/connect/oauth2/authorize?"));
    QVERIFY(full.out.contains(stage.rehearsal().companyId().toUtf8()));
    QVERIFY(full.out.trimmed().endsWith("#wechat_redirect"));

    stage.environment.remove(u"WECOM_COMPANY_ID"_s);
    const Ended without = stage.run({u"link"_s, stage.file(), u"--secrets"_s, u"env"_s});
    QCOMPARE(without.code, 1);
    QVERIFY(without.out.isEmpty());
}

void TestCli::reports()
{
    const Stage stage;
    for (const auto &[ending, begins] :
         {std::pair{"html", "<!DOCTYPE html"}, {"pdf", "%PDF"}, {"json", "{"}}) {
        const QString path = stage.folder() + u"/report."_s + QString::fromLatin1(ending);
        const Ended ended =
            stage.run({u"report"_s, stage.file(), u"--out"_s, path, u"--secrets"_s, u"env"_s});
        QCOMPARE(ended.code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().toLower().startsWith(QByteArray(begins).toLower()));
    }
}

void TestCli::secretsFromStandardInput()
{
    Stage stage;
    const QJsonObject one{{u"companyId"_s, stage.rehearsal().companyId()},
                          {u"agentId"_s, stage.rehearsal().agentId()},
                          {u"secret"_s, stage.rehearsal().secret().revealText()},
                          {u"password"_s, stage.rehearsal().password().revealText()}};
    for (const QString &name :
         {u"WECOM_COMPANY_ID"_s, u"WECOM_AGENT_ID"_s, u"WECOM_SECRET"_s, u"NOCOBASE_PASSWORD"_s})
        stage.environment.remove(name);
    const QByteArray input = QJsonDocument(QJsonObject{{u"crm"_s, one}}).toJson();
    const Ended ended = stage.run(
        {u"check"_s, stage.file(), u"--json"_s, u"--secrets"_s, u"stdin"_s, u"--ask-server"_s}, input);
    QCOMPARE(ended.code, 0);
    const Ended bad =
        stage.run({u"check"_s, stage.file(), u"--json"_s, u"--secrets"_s, u"stdin"_s}, "not json");
    QCOMPARE(bad.code, 2);
}

void TestCli::demoRunsUntilItIsAskedToStop()
{
    QProcess process;
    process.start(QStringLiteral(CLI_PROGRAM), {u"demo"_s, u"--fault"_s, u"plugin.off"_s});
    QVERIFY(process.waitForReadyRead(20000));
    const QJsonObject told = QJsonDocument::fromJson(process.readLine()).object();
    QVERIFY(QUrl(told.value(u"nocobase"_s).toString()).port() > 0);
    QVERIFY(setup::fromJson(told.value(u"setup"_s).toObject()));
    process.terminate();
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitCode(), 0);
}

void TestCli::noSecretLeaves()
{
    const Stage stage;
    QByteArray seen;
    for (const QString &command : {u"check"_s, u"plan"_s}) {
        const Ended quiet = stage.json(command);
        const Ended plain = stage.run({command, stage.file(), u"--secrets"_s, u"env"_s});
        seen += quiet.out + quiet.err + plain.out + plain.err;
    }
    const Ended applied = stage.json(u"apply"_s, {u"--yes"_s});
    const Ended reported = stage.run(
        {u"report"_s, stage.file(), u"--out"_s, stage.folder() + u"/r.html"_s, u"--secrets"_s, u"env"_s});
    seen += applied.out + applied.err + reported.out + reported.err;
    const QDir folder(stage.folder());
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        seen += file.readAll();
    }
    QVERIFY(seen.size() > 1000);
    for (const QByteArray &canary : stage.canaries())
        QVERIFY2(!seen.contains(canary), "a secret was printed or stored");
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
