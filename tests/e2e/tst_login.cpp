// SPDX-License-Identifier: Apache-2.0
// The main job, end to end, on real parts: the real window, the embedded browser with its sandbox on, and a
// real NocoBase; WeCom alone is the rehearsal's. What the program has done is looked up on the server by a
// client of the tests' own.
#include "assistant/aftertest.h"
#include "login/stages.h"
#include "loginstage.h"
#include "setup/schema.h"

#include <QApplication>

#include <unistd.h>

using namespace Qt::StringLiterals;
using login::HopKind;
using login::Outcome;
using setup::StepId;

class TestLogin : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;
    qint64 m_row = 0;
    qint64 m_user = 0;
    bool m_applied = false;

    QJsonObject options() { return m_world->server().authenticator(m_row)[u"options"_s].toObject(); }
    QJsonArray linked()
    {
        QUrlQuery query = RealServer::byId(m_row);
        query.addQueryItem(u"appends"_s, u"users"_s);
        return m_world->server().ask(u"authenticators:get"_s, query).data().toObject()[u"users"_s].toArray();
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(geteuid() != 0, "the embedded browser refuses root: run in a room with --user");
        m_world = std::make_unique<World>();
        QVERIFY(m_world->isRunning());
        // What NocoBase's own form leaves behind: a disabled row, from which the layout is learned, with a
        // key that nobody knows.
        m_row = m_world->server().createAuthenticator(
            {{u"name"_s, u"s_e2e"_s},
             {u"authType"_s, u"wecom"_s},
             {u"title"_s, u"old"_s},
             {u"enabled"_s, false},
             {u"options"_s,
              QJsonObject{{u"corpId"_s, u"ww0000000000000000"_s},
                          {u"agentId"_s, u"1000002"_s},
                          {u"secret"_s, u"form-Secret_of-no-real-company-00000000001x"_s},
                          {u"origin"_s, u"https://old.example.com"_s},
                          {u"redirectLink"_s, u""_s},
                          {u"autoLogin"_s, false},
                          {u"unknown"_s, u"kept"_s},
                          {u"public"_s, QJsonObject{{u"autoSignup"_s, false}, {u"tooltip"_s, u""_s}}}}}});
        QVERIFY(m_row > 0);
        const QJsonObject colleague{{u"username"_s, u"liwei"_s},
                                    {u"nickname"_s, u"Li Wei"_s},
                                    {u"phone"_s, u"13800138000"_s},
                                    {u"password"_s, u"member-123"_s},
                                    {u"roles"_s, QJsonArray{u"member"_s}}};
        m_user =
            m_world->server().ask(u"users:create"_s, {}, colleague).data().toObject()[u"id"_s].toInteger();
        QVERIFY(m_user > 0);
    }

    void signsIn()
    {
        LoginStage stage(*m_world);
        QVERIFY(stage.isOpen());
        QVERIFY(stage.connectToNocobase());
        m_world->wecom().perform(StepId::CreateApp);
        QVERIFY(stage.giveCredentials());

        m_world->wecom().perform(StepId::CallbackDomain);
        QVERIFY(stage.goTo(StepId::CallbackDomain));
        QVERIFY(stage.press(u"callback.check.callback.domain.action"_s));
        QVERIFY(stage.idle());
        QVERIFY2(isVerified(stage, StepId::CallbackDomain), stage.said(StepId::CallbackDomain).c_str());

        m_world->wecom().perform(StepId::TrustedDomain);
        m_world->wecom().perform(StepId::TrustedIp);
        QVERIFY(stage.goTo(StepId::TrustedIp));
        QVERIFY(stage.press(u"trusted-ip.consent.ask"_s));
        QVERIFY(stage.idle());
        QVERIFY2(isVerified(stage, StepId::TrustedIp), stage.said(StepId::TrustedIp).c_str());
        QVERIFY2(isVerified(stage, StepId::Credentials), stage.said(StepId::Credentials).c_str());

        QVERIFY(stage.goTo(StepId::LoginOptions));
        QVERIFY(stage.type(u"options.title.edit"_s, u"WeCom e2e"_s));
        // The first login of somebody whose phone number is not known yet makes a user.
        if (World::hasRealNames())
            QVERIFY(stage.press(u"options.signup"_s));
        QVERIFY(stage.goTo(StepId::Review));
        QCOMPARE(stage.session()->plan().impossible, QString());
        QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Update);
        QVERIFY(stage.press(u"footer.primary"_s));
        QVERIFY(stage.idle());
        QVERIFY2(isVerified(stage, StepId::Review), stage.said(StepId::Review).c_str());
        m_applied = true;

        QCOMPARE(login::outcomeName(stage.testLogin()), u"signed-in"_s);
        QList<HopKind> kinds;
        for (const auto &hop : stage.session()->trace()->hops)
            kinds << hop.kind;
        for (const HopKind kind :
             {HopKind::SignInPage, HopKind::WecomLogin, HopKind::Callback, HopKind::Landing})
            QVERIFY2(kinds.contains(kind), qPrintable(login::hopName(kind)));
        everyStagePassed(stage);
        // With real names the phone number was not known before, so NocoBase has made a user.
        const auto how = World::hasRealNames() ? login::How::CreatedNow : login::How::MatchedByPhone;
        QCOMPARE(login::howName(stage.session()->trace()->who->how), login::howName(how));
        QVERIFY2(isVerified(stage, StepId::TestLogin), stage.said(StepId::TestLogin).c_str());
        nothingSecretIsShown(stage);
        // Without scrolling: what came of it, and what happened beside it.
        for (const auto &name : {u"test.check.test.login"_s, u"test.timeline.row1"_s}) {
            const auto *part = stage.window()->findChild<QWidget *>(name);
            QTRY_VERIFY2(part && part->isVisible() && !part->visibleRegion().isEmpty(), qPrintable(name));
        }
    }

    void theServerHoldsWhatWasPlanned()
    {
        QVERIFY(m_applied);
        const QJsonObject row = m_world->server().authenticator(m_row);
        QCOMPARE(row[u"name"_s].toString(), u"s_e2e"_s);
        QCOMPARE(row[u"title"_s].toString(), u"WeCom e2e"_s);
        QCOMPARE(row[u"enabled"_s].toBool(), true);
        const QJsonObject planned{
            {u"corpId"_s, m_world->wecom().companyId()},
            {u"agentId"_s, m_world->wecom().agentId()},
            {u"secret"_s, m_world->wecom().secret().revealText()},
            {u"origin"_s, net::originOf(m_world->nocobase)},
            {u"redirectLink"_s, u""_s},
            {u"autoLogin"_s, false},
            {u"unknown"_s, u"kept"_s},
            {u"public"_s, QJsonObject{{u"autoSignup"_s, World::hasRealNames()}, {u"tooltip"_s, u""_s}}}};
        QCOMPARE(options(), planned);
    }

    void theUserIsLinked()
    {
        QVERIFY(m_applied);
        const QJsonArray users = linked();
        QCOMPARE(users.size(), 1);
        const QJsonObject user = users.first().toObject();
        if (!World::hasRealNames())
            QCOMPARE(user[u"id"_s].toInteger(), m_user);
        QVERIFY(QJsonDocument(user).toJson().contains("LiWei"));
    }

    void theSecondTimeTheUserIsBound()
    {
        QVERIFY(m_applied);
        LoginStage stage(*m_world);
        QVERIFY(stage.connectToNocobase());
        QVERIFY(stage.giveCredentials());
        QCOMPARE(login::outcomeName(stage.testLogin()), u"signed-in"_s);
        QCOMPARE(login::howName(stage.session()->trace()->who->how), u"bound-before"_s);
        // Closing the window signs the test out before it goes.
        const auto *test = stage.session()->loginTest();
        const QByteArray token = test->sessionToken().reveal();
        QCOMPARE(m_world->server().ask(u"auth:check"_s, {}, {}, token).status, 200);
        stage.window()->close();
        QTRY_VERIFY(!stage.window()->isVisible());
        QCOMPARE(test->afterwards()->sessionStage(), assistant::AfterTest::Stage::Done);
        QCOMPARE(m_world->server().ask(u"auth:check"_s, {}, {}, token).status, 401);
        everyStagePassed(stage);
    }

    // The plugin tells people its own sentences only. What they cannot prove is listed as possible, and no
    // more.
    void failures_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("possible");
        QTest::newRow("trusted IP") << u"ip.untrusted"_s << u"plugin-sentence"_s << QString()
                                    << u"login.ip"_s;
        QTest::newRow("out of scope") << u"login.member.out-of-scope"_s << u"plugin-sentence"_s << QString()
                                      << u"login.member.out-of-scope"_s;
        QTest::newRow("trusted domain")
            << u"domain.oauth.mismatch"_s << u"plugin-sentence"_s << QString() << u"domain.oauth.mismatch"_s;
        QTest::newRow("Secret was reset")
            << u"wecom.secret.wrong"_s << u"plugin-sentence"_s << QString() << u"wecom.secret.wrong"_s;
        QTest::newRow("callback domain") << u"domain.callback.mismatch"_s << u"domain-mismatch"_s
                                         << u"domain.callback.mismatch"_s << QString();
        QTest::newRow("declined") << u"login.declined"_s << u"declined"_s << u"login.declined"_s << QString();
    }

    void failures()
    {
        QFETCH(QString, fault);
        QFETCH(QString, outcome);
        QFETCH(QString, cause);
        QFETCH(QString, possible);
        QVERIFY(m_applied);
        LoginStage stage(*m_world);
        QVERIFY(stage.connectToNocobase());
        QVERIFY(stage.giveCredentials()); // while the Secret is right still
        m_world->wecom().setFaults({fault});
        const Outcome seen = stage.testLogin();
        m_world->wecom().setFaults({});
        QCOMPARE(login::outcomeName(seen), outcome);
        const auto findings = stage.findings(u"test.login"_s);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().severity, checks::Severity::Problem);
        QCOMPARE(findings.first().cause, cause);
        if (!possible.isEmpty())
            QVERIFY2(findings.first().possible.contains(possible),
                     qPrintable(findings.first().possible.join(u' ')));
        QVERIFY(
            !stage.session()->trace()->sentence.contains(QRegularExpression(u"[4-6]\\d{4}"_s))); // no errcode
        QCOMPARE(linked().size(), 1);
        nothingSecretIsShown(stage);
    }

private:
    static void everyStagePassed(const LoginStage &stage)
    {
        const auto *trace = stage.session()->trace();
        QVERIFY(trace->who);
        QVERIFY(stage.hasSeen(login::Sight::QrShown) && stage.hasSeen(login::Sight::Scanned));
        const auto stages = login::stagesOf(trace, trace->ended);
        for (const auto &one : stages)
            QVERIFY2(one.state == login::StageState::Passed && one.at.isValid(),
                     qPrintable(login::stageName(one.id) + u' ' + one.told));
        const auto fits = setup::validate(login::exported(*trace), u":/schema/login.json"_s);
        QVERIFY2(fits, fits ? "" : qPrintable(fits.error().param(u"field"_s) + fits.error().said));
        const QByteArray file = QJsonDocument(login::exported(*trace)).toJson();
        QVERIFY(!file.contains("rehearsal-code-") && !file.contains("eyJ"));
    }
    static bool isVerified(const LoginStage &stage, StepId id)
    {
        return stage.session()->state(id) == assistant::StepState::Verified;
    }
    void nothingSecretIsShown(const LoginStage &stage)
    {
        const QString texts = stage.allTexts();
        for (const QString &canary : {u"rehearsal-code-"_s, m_world->wecom().secret().revealText(),
                                      u"admin123"_s, u"eyJ"_s, u"token=e"_s})
            QVERIFY2(!texts.contains(canary), qPrintable(canary));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    ui::Theme::instance().install(&application);
    ui::Language::instance().set(u"en"_s);
    TestLogin test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_login.moc"
