// SPDX-License-Identifier: Apache-2.0
// A real server that says it is an older version, with the answers that differed there; and who may sign in.
#include "era.h"
#include "realstage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using apply::ChangePlan;
using checks::Severity;
using setup::Inputs;
using setup::StepId;
using End = apply::ApplyResult::End;

class TestRealVersions : public QObject
{
    Q_OBJECT

    RealServer m_server;
    qint64 m_row = 0;

    QByteArray newApiKey(const QString &role)
    {
        const QJsonObject wanted{
            {u"name"_s, u"setup"_s}, {u"expiresIn"_s, u"1d"_s}, {u"role"_s, QJsonObject{{u"name"_s, role}}}};
        return m_server.ask(u"apiKeys:create"_s, {}, wanted).data()[u"token"_s].toString().toUtf8();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.isRunning());
        m_server.ask(
            u"environmentVariables:create"_s, {},
            QJsonObject{{u"name"_s, u"AGENT_VAR"_s}, {u"type"_s, u"default"_s}, {u"value"_s, u"1000777"_s}});
        m_server.ask(u"users:create"_s, {},
                     QJsonObject{{u"username"_s, u"plain"_s},
                                 {u"password"_s, u"member-123"_s},
                                 {u"roles"_s, QJsonArray{u"member"_s}}});
        m_row = makeRow(
            m_server, u"company"_s,
            parsed(
                R"({"corpId":"ww9999999999999999","agentId":"{{ $env.AGENT_VAR }}","secret":"OLD","origin":"ORIGIN",
            "redirectLink":"/old","autoLogin":false,"public":{"autoSignup":true,"tooltip":"before"}})"),
            true);
        QVERIFY(m_row > 0);
    }

    void eachVersion_data()
    {
        QTest::addColumn<int>("era");
        QTest::addColumn<QStringList>("tooOld");
        const auto is = [](int era, const QStringList &tooOld) {
            QTest::newRow(eras[static_cast<std::size_t>(era)].version) << era << tooOld;
        };
        is(0, {u"automaticLogin"_s, u"redirectLink"_s, u"tooltip"_s});
        is(1, {u"tooltip"_s});
        is(2, {});
        is(3, {});
    }
    void eachVersion()
    {
        QFETCH(int, era);
        QFETCH(QStringList, tooOld);
        const Era &then = eras[static_cast<std::size_t>(era)];
        m_server.setVersion(QString::fromLatin1(then.version));
        EraProxy proxy(m_server.url(), then);
        proxy.templates.insert(u"{{ $env.AGENT_VAR }}"_s, u"1000777"_s);
        const QByteArray before = rowText(m_server, m_row);

        const RealStage stage(proxy.base(),
                              [](setup::Setup &setup) { setup.authenticator.tooltip = u"after"_s; });
        stage.session->setAgentId(u"1000777"_s);
        stage.look();
        QCOMPARE(stage.session->facts().server->what->versionText, QString::fromLatin1(then.version));
        QCOMPARE(stage.session->facts().identity->what->username, u"nocobase"_s);
        QVERIFY(stage.session->facts().plugin->what->enabled);
        QVERIFY(stage.session->plan().kind == ChangePlan::Kind::Update);
        for (const QString &field : {u"automaticLogin"_s, u"redirectLink"_s, u"tooltip"_s})
            QCOMPARE(stage.reason(field), tooOld.contains(field) ? u"too-old"_s : QString());
        QCOMPARE(stage.reason(u"agentId"_s), u"template"_s);

        const auto applied = stage.apply();
        QVERIFY2(applied.end == End::Ok, qPrintable(net::faultName(applied.fault.code)));
        const QJsonObject options = m_server.authenticator(m_row)[u"options"_s].toObject();
        QCOMPARE(options[u"autoLogin"_s].toBool(), !tooOld.contains(u"automaticLogin"_s));
        QCOMPARE(options[u"agentId"_s].toString(), u"{{ $env.AGENT_VAR }}"_s);
        QCOMPARE(options[u"public"_s][u"tooltip"_s].toString(),
                 tooOld.contains(u"tooltip"_s) ? u"before"_s : u"after"_s);
        // A version that does not know variables takes the template for the AgentId, and that is seen.
        QCOMPARE(stage.causes().contains(u"link.wrong-ids"_s), !then.rendersTemplates);
        QVERIFY(stage.session->facts().startLinkParts->what);

        stage.look();
        QVERIFY(stage.session->plan().kind == ChangePlan::Kind::Nothing);
        const int writes = stage.http.writeCount();
        QVERIFY(stage.apply().end == End::Unchanged);
        QCOMPARE(stage.http.writeCount(), writes);
        QVERIFY(stage.undo());
        QCOMPARE(rowText(m_server, m_row), before);

        QByteArray remembered = QJsonDocument(setup::toJson(stage.session->record())).toJson();
        QVERIFY(!remembered.contains("CANARY"));
        for (const QByteArray &request : std::as_const(proxy.requests)) {
            QVERIFY(!request.toLower().contains("x-app:")); // nobody has asked for a sub-application
            QVERIFY(!request.toLower().contains("cookie:"));
        }
    }

    void badTokens_data()
    {
        QTest::addColumn<int>("era");
        for (int era = 0; era < static_cast<int>(eras.size()); ++era)
            QTest::newRow(eras[static_cast<std::size_t>(era)].version) << era;
    }
    void badTokens()
    {
        QFETCH(int, era);
        EraProxy proxy(m_server.url(), eras[static_cast<std::size_t>(era)]);
        const RealStage byKey(proxy.base());
        byKey.session->setPassword({});
        byKey.session->setToken(vault::Secret("no.such.key"));
        byKey.look();
        QVERIFY2(byKey.causes().contains(u"nocobase.api-key"_s), qPrintable(byKey.causes().join(u' ')));
        const RealStage byPassword(proxy.base());
        byPassword.session->setPassword(vault::Secret("CANARY-wrong"));
        byPassword.look();
        QVERIFY(byPassword.causes().contains(u"nocobase.sign-in"_s));
        // Somebody without the right: which role it is stands there.
        const RealStage member(proxy.base(),
                               [](setup::Setup &setup) { setup.nocobase.account = u"plain"_s; });
        member.session->setPassword(vault::Secret("member-123"));
        member.look();
        QVERIFY(member.causes().contains(u"nocobase.role"_s));
        QCOMPARE(member.finding(u"nocobase.role"_s)->evidence[u"role"_s].toString(), u"member"_s);
        QCOMPARE(member.session->plan().impossible, u"nocobase.role"_s);
        QVERIFY(member.apply().end == End::Refused);
        QCOMPARE(member.http.writeCount(), 0);
    }

    void pluginAbsent()
    {
        RealServer bare({u"--plugin"_s, u"absent"_s});
        QVERIFY(bare.isRunning());
        const RealStage stage(bare.url());
        stage.look();
        QVERIFY(stage.causes().contains(u"plugin.absent"_s));
        QCOMPARE(stage.session->plan().impossible, u"plugin.absent"_s);
        QVERIFY(stage.apply().end == End::Refused);
        // It must not even be tried: the server would reload for nothing and may stay broken.
        QVERIFY(!QCoro::waitFor(stage.session->enablePlugin()));
        QCOMPARE(stage.http.writeCount(), 0);
    }

    void passwordSwitchedOff()
    {
        const QByteArray key = newApiKey(u"admin"_s);
        QVERIFY(!key.isEmpty());
        const qint64 basic =
            m_server.ask(u"authenticators:list"_s).data().toArray().first()[u"id"_s].toInteger();
        const auto setBasic = [&](bool enabled) {
            const QJsonObject body{{u"id"_s, basic}, {u"enabled"_s, enabled}};
            return m_server.ask(u"authenticators:update"_s, RealServer::byId(basic), body, key).status;
        };
        QCOMPARE(setBasic(false), 200);
        const RealStage byPassword(m_server.url());
        byPassword.look();
        const QStringList causes = byPassword.causes();
        const RealStage byKey(m_server.url());
        byKey.session->setPassword({});
        byKey.session->setToken(vault::Secret(key));
        byKey.look();
        const bool works = byKey.session->plan().kind == ChangePlan::Kind::Update;
        QCOMPARE(setBasic(true), 200); // also for the next test
        QVERIFY2(causes.contains(u"nocobase.password-off"_s), qPrintable(causes.join(u' ')));
        QVERIFY(works);
    }

    void tokensAreRenewedAndSessionsEnd()
    {
        const auto policy = [&](const QString &token, const QString &session, const QString &renew) {
            const QJsonObject config{{u"tokenExpirationTime"_s, token},
                                     {u"sessionExpirationTime"_s, session},
                                     {u"expiredTokenRenewLimit"_s, renew}};
            const QUrlQuery which{{u"filterByTk"_s, u"token-policy-config"_s}};
            return m_server
                .ask(u"tokenControlConfig:update"_s, which, QJsonObject{{u"config"_s, config}},
                     newApiKey(u"root"_s))
                .status;
        };
        QCOMPARE(policy(u"1s"_s, u"5s"_s, u"4s"_s), 200);
        nocobase::ClientPtr client;
        const RealStage stage(m_server.url());
        stage.look();
        QVERIFY(stage.session->facts().identity->what);
        net::Http http;
        nocobase::Client other(&http, {m_server.url()}, {});
        QVERIFY(QCoro::waitFor(other.signIn(u"nocobase"_s, vault::Secret("admin123"), u"basic"_s)));
        const QByteArray first = other.token().reveal();
        QTest::qWait(1800);
        QVERIFY(QCoro::waitFor(other.authenticators()));
        QVERIFY(other.token().reveal() != first); // x-new-token
        QTest::qWait(4000);
        const auto over = QCoro::waitFor(other.authenticators());
        QVERIFY(!over);
        QCOMPARE(over.error().param(u"code"_s), u"EXPIRED_SESSION"_s);
        // A session that has ended is begun anew where there is a password.
        stage.look();
        const bool isIn = stage.session->facts().identity->what.has_value();
        policy(u"1d"_s, u"7d"_s, u"1d"_s);
        QVERIFY(isIn);
        QCOMPARE(stage.causes().contains(u"nocobase.sign-in"_s), false);
    }
};

QTEST_GUILESS_MAIN(TestRealVersions)
#include "tst_realversions.moc"
