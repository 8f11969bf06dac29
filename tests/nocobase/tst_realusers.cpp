// SPDX-License-Identifier: Apache-2.0
// Users that a login makes, on a real NocoBase: recognised, deleted, read back, and the session ended. The
// browser is played (unit/assistant/walker.h); tests/e2e has a real one.
#include "realstage.h"

#include "../unit/assistant/walker.h"

#include "assistant/aftertest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using assistant::AfterTest;
using login::Outcome;
using setup::StepId;

class TestRealUsers : public QObject
{
    Q_OBJECT

    demo::Rehearsal m_wecom;
    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<RealStage> m_stage;
    std::unique_ptr<Walker> m_walker;
    qint64 m_row = 0;

    AfterTest *after() const { return m_stage->session->loginTest()->afterwards(); }
    Outcome logIn() const { return QCoro::waitFor(m_stage->session->loginTest()->run(m_walker.get())); }
    QJsonValue userNow(qint64 id) { return m_server->ask(u"users:get"_s, RealServer::byId(id)).data(); }

private slots:
    void initTestCase()
    {
        const QString wecom = m_wecom.wecomUrl().toString();
        m_server = std::make_unique<RealServer>(QStringList{u"--layout"_s, u"flat"_s},
                                                QMap<QString, QString>{{u"WECOM_API_BASE"_s, wecom},
                                                                       {u"WECOM_LOGIN_BASE"_s, wecom},
                                                                       {u"WECOM_OAUTH_BASE"_s, wecom}});
        QVERIFY(m_server->isRunning());
        const QUrl nocobase(m_server->url().adjusted(QUrl::StripTrailingSlash));
        m_wecom.setNocobase(nocobase);
        for (const StepId step :
             {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain, StepId::TrustedIp})
            m_wecom.perform(step);
        m_row = makeRow(*m_server, u"company"_s,
                        {{u"corpId"_s, m_wecom.companyId()},
                         {u"agentId"_s, m_wecom.agentId()},
                         {u"secret"_s, m_wecom.secret().revealText()},
                         {u"origin"_s, nocobase.toString()},
                         {u"redirectLink"_s, u""_s},
                         {u"autoLogin"_s, false},
                         {u"public"_s, QJsonObject{{u"autoSignup"_s, true}, {u"tooltip"_s, u""_s}}}},
                        true);
        QVERIFY(m_row > 0);
        m_stage = std::make_unique<RealStage>(nocobase, [&](setup::Setup &setup) {
            setup.authenticator.origin = nocobase.toString();
            setup.authenticator.automaticLogin = false;
            setup.authenticator.redirectLink = QString();
            setup.authenticator.autoSignup = true;
            setup.wecom = {m_wecom.wecomUrl(), m_wecom.wecomUrl(), m_wecom.wecomUrl()};
        });
        m_stage->session->setCompanyId(m_wecom.companyId());
        m_stage->session->setAgentId(m_wecom.agentId());
        m_stage->session->setSecret(m_wecom.secret());
        m_stage->look();
        m_walker =
            std::make_unique<Walker>(&m_wecom, QUrl(m_server->url().toString() + u"api/"_s), "company");
    }

    void deletesTheUserThatTheTestCreated()
    {
        QCOMPARE(login::outcomeName(logIn()), u"signed-in"_s);
        QTRY_COMPARE_WITH_TIMEOUT(after()->userStage(), AfterTest::Stage::Offered, 20000);
        const auto made = *after()->createdUser();
        QVERIFY(!made.username.isEmpty() || !made.nickname.isEmpty());
        QVERIFY(userNow(made.id).isObject());
        const QByteArray token = m_stage->session->loginTest()->sessionToken().reveal();
        QCOMPARE(m_server->ask(u"auth:check"_s, {}, {}, token).data()[u"id"_s].toInteger(), made.id);

        QCoro::waitFor(after()->deleteUser());
        QCOMPARE(after()->userStage(), AfterTest::Stage::Done);
        QVERIFY(userNow(made.id).isNull());
        QUrlQuery links = RealServer::byId(m_row);
        links.addQueryItem(u"appends"_s, u"users"_s);
        QCOMPARE(m_server->ask(u"authenticators:get"_s, links).data()[u"users"_s].toArray().size(), 0);
        QCOMPARE(m_server->ask(u"auth:check"_s, {}, {}, token).status, 401);
    }

    // The same person can begin anew, and is met the second time.
    void offersNobodyWhoWasThere()
    {
        QCOMPARE(login::outcomeName(logIn()), u"signed-in"_s);
        QTRY_COMPARE_WITH_TIMEOUT(after()->userStage(), AfterTest::Stage::Offered, 20000);
        QCOMPARE(login::outcomeName(logIn()), u"signed-in"_s);
        QTest::qWait(2000);
        QCOMPARE(after()->userStage(), AfterTest::Stage::None);
        QCOMPARE(after()->sessionStage(), AfterTest::Stage::Offered);
    }

    // A user that an administrator makes during the test is no doing of the test.
    void offersNobodyWhomAPersonMade()
    {
        const qint64 before = m_stage->session->trace()->who->id;
        m_server->ask(u"users:destroy"_s, RealServer::byId(before), QJsonObject());
        QVERIFY(userNow(before).isNull());
        m_walker->beforeScan = [this] {
            const QJsonObject colleague{{u"username"_s, u"liwei"_s},
                                        {u"nickname"_s, u"Li Wei"_s},
                                        {u"phone"_s, u"13800138000"_s},
                                        {u"password"_s, u"member-123"_s},
                                        {u"roles"_s, QJsonArray{u"member"_s}}};
            const auto answer = m_server->ask(u"users:create"_s, {}, colleague);
            QVERIFY2(answer.data()[u"createdById"_s].toInteger() > 0, answer.text.constData());
        };
        QCOMPARE(login::outcomeName(logIn()), u"signed-in"_s);
        m_walker->beforeScan = {};
        const auto *trace = m_stage->session->trace();
        QVERIFY(trace->who);
        QCOMPARE(userNow(trace->who->id)[u"username"_s].toString(), u"liwei"_s); // met by phone number
        QTest::qWait(2000);
        QCOMPARE(after()->userStage(), AfterTest::Stage::None);
    }

    void signsTheTestOut()
    {
        QCOMPARE(login::outcomeName(logIn()), u"signed-in"_s);
        const QByteArray token = m_stage->session->loginTest()->sessionToken().reveal();
        QCOMPARE(m_server->ask(u"auth:check"_s, {}, {}, token).status, 200);
        QCoro::waitFor(after()->signOut());
        QCOMPARE(after()->sessionStage(), AfterTest::Stage::Done);
        QCOMPARE(m_server->ask(u"auth:check"_s, {}, {}, token).status, 401);
    }

    void turnsMakingUsersOff()
    {
        QVERIFY(after()->createsUsers());
        m_stage->session->edit([](setup::Setup &setup) { setup.authenticator.autoSignup = false; });
        QCOMPARE(m_stage->apply().end, apply::ApplyResult::End::Ok);
        QVERIFY(!after()->createsUsers());
        const auto options = m_server->authenticator(m_row)[u"options"_s].toObject();
        QCOMPARE(options[u"public"_s][u"autoSignup"_s].toBool(true), false);
        QVERIFY(m_stage->undo());
        QCOMPARE(m_server->authenticator(m_row)[u"options"_s][u"public"_s][u"autoSignup"_s].toBool(), true);
    }
};

QTEST_GUILESS_MAIN(TestRealUsers)
#include "tst_realusers.moc"
