// SPDX-License-Identifier: Apache-2.0
// Look, plan, apply, proof, and undo on a real NocoBase, in every layout of the plugin's options.
#include "realstage.h"

#include "nocobase/optionlayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using apply::ChangePlan;
using checks::Severity;
using nocobase::Option;
using End = apply::ApplyResult::End;

class TestRealApply : public QObject
{
    Q_OBJECT

    RealServer m_server;
    QList<qint64> m_made;

    qint64 make(const QString &name, const QJsonObject &options, bool enabled)
    {
        const qint64 id = makeRow(m_server, name, options, enabled);
        m_made << id;
        return id;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.isRunning());
        for (const auto &[name, value] : {std::pair{u"HOST_VAR"_s, u"https://crm.example.com"_s},
                                          {u"AGENT_VAR"_s, u"1000777"_s},
                                          {u"WECOM_SECRET"_s, u"from the server's own store"_s}})
            m_server.ask(u"environmentVariables:create"_s, {},
                         QJsonObject{{u"name"_s, name}, {u"type"_s, u"default"_s}, {u"value"_s, value}});
    }

    void cleanup()
    {
        const QList<qint64> made = std::exchange(m_made, {});
        for (const qint64 id : made)
            m_server.ask(u"authenticators:destroy"_s, RealServer::byId(id), QJsonObject());
    }

    // One row is one layout: what NocoBase's own form has left in it, with keys that nobody knows and a
    // template; where the options are; what is to be in it afterwards; and the agentid of the address
    // NocoBase then makes.
    void wholeWay_data()
    {
        QTest::addColumn<QByteArray>("ours");
        QTest::addColumn<QByteArray>("pointers");
        QTest::addColumn<QByteArray>("applied");
        QTest::addColumn<QString>("agentId");
        QTest::addColumn<QStringList>("publicSecrets");
        QTest::newRow("flat")
            << QByteArray(
                   R"({"corpId":"ww9999999999999999","agentId":"1000001","secret":"OLD","origin":"{{ $env.HOST_VAR }}",
                "redirectLink":"","autoLogin":false,"public":{"autoSignup":true,"tooltip":"first inside WeCom"},
                "vendor":{"kept":[1,null,{"deep":"as it is"}],"webhook":"CANARY-hook"}})")
            << QByteArray(
                   R"({"companyId":"/corpId","agentId":"/agentId","secret":"/secret","origin":"/origin",
                "redirectLink":"/redirectLink","automaticLogin":"/autoLogin","autoSignup":"/public/autoSignup",
                "tooltip":"/public/tooltip"})")
            << QByteArray(
                   R"({"corpId":"ww0123456789abcdef","agentId":"1000002","secret":"NEW","origin":"{{ $env.HOST_VAR }}",
                "redirectLink":"/m","autoLogin":true,"public":{"autoSignup":false,"tooltip":""},
                "vendor":{"kept":[1,null,{"deep":"as it is"}],"webhook":"CANARY-hook"}})")
            << u"1000002"_s << QStringList{};
        QTest::newRow("wecom")
            << QByteArray(
                   R"({"wecom":{"corpid":"ww9999999999999999","agentid":1000001,"secret":"{{ $env.WECOM_SECRET }}","origin":"ORIGIN",
                "later":{}},"public":{"autoSignup":true,"autoLogin":false,"redirect":""}})")
            << QByteArray(
                   R"({"companyId":"/wecom/corpid","agentId":"/wecom/agentid","secret":"/wecom/secret","origin":"/wecom/origin",
                "redirectLink":"/public/redirect","automaticLogin":"/public/autoLogin","autoSignup":"/public/autoSignup"})")
            << QByteArray(
                   R"({"wecom":{"corpid":"ww0123456789abcdef","agentid":1000002,"secret":"{{ $env.WECOM_SECRET }}","origin":"ORIGIN",
                "later":{}},"public":{"autoSignup":false,"autoLogin":true,"redirect":"/m"}})")
            << u"1000002"_s << QStringList{};
        QTest::newRow("internal")
            << QByteArray(R"({"internal":{"appKey":"ww9999999999999999","agentId":"{{ $env.AGENT_VAR }}",
                "appSecret":"OLD","domain":"https:\/\/old.example.com","redirectUrl":"/old","note":"CANARY note"},
                "public":{"autoSignup":true,"autoLogin":false}})")
            << QByteArray(
                   R"({"companyId":"/internal/appKey","agentId":"/internal/agentId","secret":"/internal/appSecret",
                "origin":"/internal/domain","redirectLink":"/internal/redirectUrl","automaticLogin":"/public/autoLogin",
                "autoSignup":"/public/autoSignup"})")
            << QByteArray(R"({"internal":{"appKey":"ww0123456789abcdef","agentId":"{{ $env.AGENT_VAR }}",
                "appSecret":"NEW","domain":"ORIGIN","redirectUrl":"/m","note":"CANARY note"},
                "public":{"autoSignup":false,"autoLogin":true}})")
            << u"1000777"_s << QStringList{};
        QTest::newRow("public")
            << QByteArray(
                   R"({"agentId":"1000001","redirect":"","extra":{"flag":true,"template":"{{ $env.AGENT_VAR }}"},
                "public":{"corpId":"ww9999999999999999","corpSecret":"OLD","baseUrl":"https:\/\/old.example.com",
                "autoLogin":false,"autoSignup":true}})")
            << QByteArray(
                   R"({"companyId":"/public/corpId","agentId":"/agentId","secret":"/public/corpSecret","origin":"/public/baseUrl",
                "redirectLink":"/redirect","automaticLogin":"/public/autoLogin","autoSignup":"/public/autoSignup"})")
            << QByteArray(
                   R"({"agentId":"1000002","redirect":"/m","extra":{"flag":true,"template":"{{ $env.AGENT_VAR }}"},
                "public":{"corpId":"ww0123456789abcdef","corpSecret":"NEW","baseUrl":"ORIGIN",
                "autoLogin":true,"autoSignup":false}})")
            << u"1000002"_s << QStringList{u"/public/corpSecret"_s};
        QTest::newRow("misleading")
            << QByteArray(
                   R"({"token":"ww9999999999999999","key":"1000001","id":"OLD","name":"https:\/\/old.example.com",
                "settings":{"secret":"/old","origin":false,"corp":true,"agentId":"please","x":"{{ $env.AGENT_VAR }}"}})")
            << QByteArray(R"({"companyId":"/token","agentId":"/key","secret":"/id","origin":"/name"})")
            << QByteArray(R"({"token":"ww0123456789abcdef","key":"1000002","id":"NEW","name":"ORIGIN",
                "settings":{"secret":"/old","origin":false,"corp":true,"agentId":"please","x":"{{ $env.AGENT_VAR }}"}})")
            << u"1000002"_s << QStringList{};
    }

    void wholeWay()
    {
        QFETCH(QByteArray, ours);
        QFETCH(QByteArray, pointers);
        QFETCH(QByteArray, applied);
        QFETCH(QString, agentId);
        QFETCH(QStringList, publicSecrets);
        m_server.setLayout(QString::fromLatin1(QTest::currentDataTag()));
        const auto places = nocobase::OptionLayout::fromJson({{u"pointers"_s, parsed(pointers)}});
        QVERIFY(places);
        const qint64 id = make(u"company"_s, parsed(ours), false);
        // Two others of this company sign in automatically, which only one may do.
        QList<qint64> others;
        for (const QString &name : {u"branch"_s, u"shop"_s}) {
            QJsonObject options{{u"of"_s, name}, {u"webhook"_s, u"CANARY-"_s + name}};
            options = places->written(options, Option::CompanyId, u"ww1111111111111111"_s);
            others << make(name, places->written(options, Option::AutomaticLogin, true), true);
        }
        QMap<qint64, QByteArray> before;
        for (const qint64 row : others + QList{id})
            before.insert(row, rowText(m_server, row));

        const RealStage stage(m_server.url());
        stage.look();
        QCOMPARE(stage.session->facts().layout->what->pointers, places->pointers);
        for (const nocobase::Authenticator &row : *stage.session->facts().authenticators->what) {
            if (row.id == id)
                QCOMPARE(nocobase::publicSecrets(row, *places), publicSecrets);
        }
        QCOMPARE(stage.causes().contains(u"authenticator.secret-public"_s), !publicSecrets.isEmpty());
        const ChangePlan plan = stage.session->plan();
        QVERIFY(plan.kind == ChangePlan::Kind::Update);
        const bool isAutomatic = places->has(Option::AutomaticLogin);
        QCOMPARE(plan.authenticatorCount(), isAutomatic ? 3 : 1);
        QCOMPARE(stage.reason(u"automaticLogin"_s), isAutomatic ? QString() : u"no-layout"_s);
        QVERIFY(!QJsonDocument(apply::toJson(plan)).toJson().contains("CANARY"));
        const auto first = stage.apply();
        QVERIFY2(first.end == End::Ok, qPrintable(net::faultName(first.fault.code)));
        QVERIFY(first.readBack.equal && first.readBack.listedPublicly && first.readBack.typeTitleShown);

        const QJsonObject after = m_server.authenticator(id);
        QCOMPARE(after.value(u"options"_s).toObject(), parsed(applied));
        QCOMPARE(after.value(u"title"_s).toString(), u"企业微信"_s);
        QVERIFY(after.value(u"enabled"_s).toBool());
        for (const qint64 row : std::as_const(others)) {
            const QJsonObject options = m_server.authenticator(row).value(u"options"_s).toObject();
            QCOMPARE(places->read(options, Option::AutomaticLogin).toBool(), false);
            QVERIFY(options.contains(u"webhook"_s));
        }

        // NocoBase itself now makes the address with these ids.
        const auto &link = stage.session->facts().startLinkParts;
        QVERIFY(link && link->what);
        QCOMPARE(link->what->companyId, u"ww0123456789abcdef"_s);
        QCOMPARE(link->what->agentId, agentId);
        QCOMPARE(link->what->redirectUri.toString(), u"https://crm.example.com/api/wecom:redirect"_s);
        QCOMPARE(wecom::parseState(link->what->state)->authenticator, u"company"_s);

        // A second time there is nothing to do, and nothing is sent that writes.
        stage.look();
        QVERIFY(stage.session->plan().kind == ChangePlan::Kind::Nothing);
        const int writes = stage.http.writeCount();
        QVERIFY(stage.apply().end == End::Unchanged);
        QCOMPARE(stage.http.writeCount(), writes);
        QCOMPARE(m_server.authenticator(id), after);

        // No secret in what would be on disk, and all of it comes back.
        QVERIFY(!QJsonDocument(first.undo).toJson().contains("CANARY"));
        QVERIFY(!QJsonDocument(first.applied).toJson().contains("CANARY"));
        QVERIFY(stage.undo());
        for (auto row = before.cbegin(); row != before.cend(); ++row)
            QCOMPARE(rowText(m_server, row.key()), row.value());
    }

    // Somebody has saved NocoBase's own form once, with the values that the program names.
    void learnsFromMarkerValues_data()
    {
        QTest::addColumn<QByteArray>("form"); // by the names of our options
        QTest::newRow("flat") << QByteArray(
            R"({"companyId":"/corpId","agentId":"/agentId","secret":"/secret","origin":"/origin",
            "redirectLink":"/redirectLink","tooltip":"/public/tooltip"})");
        QTest::newRow("internal") << QByteArray(
            R"({"companyId":"/internal/appKey","agentId":"/internal/agentId","secret":"/internal/appSecret",
            "origin":"/internal/domain","redirectLink":"/internal/redirectUrl","tooltip":"/public/tooltip"})");
        QTest::newRow("misleading") << QByteArray(
            R"({"companyId":"/token","agentId":"/key","secret":"/id","origin":"/name",
            "redirectLink":"/settings/secret","tooltip":"/settings/agentId"})");
    }
    void learnsFromMarkerValues()
    {
        QFETCH(QByteArray, form);
        m_server.setLayout(QString::fromLatin1(QTest::currentDataTag()));
        const auto places = nocobase::OptionLayout::fromJson({{u"pointers"_s, parsed(form)}});
        const QMap<Option, QString> marker = nocobase::markerValues();
        QJsonObject options{{u"public"_s, QJsonObject{{u"autoSignup"_s, true}}}};
        for (auto it = marker.cbegin(); it != marker.cend(); ++it)
            options = places->written(options, it.key(), it.value());
        const qint64 id = make(u"by-the-form"_s, options, false);
        const QByteArray before = rowText(m_server, id);
        const RealStage stage(m_server.url(), [](setup::Setup &setup) { setup.authenticator.name.reset(); });
        stage.look();
        const nocobase::OptionLayout learned = *stage.session->facts().layout->what;
        QVERIFY(learned.source == nocobase::LayoutSource::MarkerRow);
        for (auto it = places->pointers.cbegin(); it != places->pointers.cend(); ++it)
            QCOMPARE(learned.pointers.value(it.key()), it.value());
        QCOMPARE(stage.apply().end, End::Ok);
        const auto &link = stage.session->facts().startLinkParts;
        QVERIFY(link && link->what);
        QCOMPARE(link->what->companyId, u"ww0123456789abcdef"_s);
        QCOMPARE(wecom::parseState(link->what->state)->redirect, u"/m"_s);
        QVERIFY(stage.undo());
        QCOMPARE(rowText(m_server, id), before);
    }

    void makesOneWhereThereIsNone()
    {
        m_server.setLayout(u"internal"_s);
        const QJsonObject form{
            {u"internal"_s, QJsonObject{{u"appKey"_s, u"ww9999999999999999"_s},
                                        {u"agentId"_s, u"1000001"_s},
                                        {u"appSecret"_s, QString::fromLatin1(RealStage::oldSecret)},
                                        {u"domain"_s, u"https://old.example.com"_s}}}};
        make(u"another"_s, form, true);
        const RealStage stage(m_server.url(), [](setup::Setup &setup) {
            setup.authenticator.name = u"fresh"_s;
            setup.authenticator.automaticLogin = false;
        });
        stage.look();
        QVERIFY(stage.session->plan().kind == ChangePlan::Kind::Create);
        const auto made = stage.apply();
        QVERIFY2(made.end == End::Ok, qPrintable(net::faultName(made.fault.code)));
        QCOMPARE(made.readBack.name, u"fresh"_s);
        QCOMPARE(m_server.authenticator(made.readBack.id)[u"options"_s].toObject(),
                 parsed(R"({"internal":{"appKey":"ww0123456789abcdef","agentId":"1000002","appSecret":"NEW",
            "domain":"ORIGIN"}})"));
        const auto &link = stage.session->facts().startLinkParts;
        QVERIFY(link && link->what);
        QCOMPARE(wecom::parseState(link->what->state)->authenticator, u"fresh"_s);
        QVERIFY(stage.undo());
        QVERIFY(m_server.authenticator(made.readBack.id).isEmpty());
    }

    // Twice the same Company ID: it is not guessed which, but asked; the answer is what counts.
    void anAmbiguousRowIsNotWritten()
    {
        m_server.setLayout(u"flat"_s);
        const qint64 id = make(
            u"company"_s,
            parsed(
                R"({"corpId":"ww0123456789abcdef","login":{"corpId":"ww0123456789abcdef"},"agentId":"1000001",
            "secret":"OLD"})"),
            true);
        const QByteArray before = rowText(m_server, id);
        const RealStage stage(m_server.url());
        stage.look();
        QVERIFY(stage.causes().contains(u"layout.unknown"_s));
        QCOMPARE(stage.session->plan().impossible, u"choose-layout"_s);
        QVERIFY(stage.apply().end == End::Refused);
        QCOMPARE(stage.http.writeCount(), 0);
        QCOMPARE(rowText(m_server, id), before);
        stage.session->answerLayout(nocobase::Option::CompanyId, u"/login/corpId"_s);
        QCOMPARE(stage.session->plan().kind, apply::ChangePlan::Kind::Update);
        QCOMPARE(rowText(m_server, id), before);
    }

    void somebodyElseWasFaster()
    {
        m_server.setLayout(u"flat"_s);
        const qint64 id =
            make(u"company"_s,
                 parsed(R"({"corpId":"ww9999999999999999","agentId":"1000001","secret":"OLD"})"), true);
        const RealStage stage(m_server.url());
        stage.look();
        const auto rename = [&](const QString &title) {
            m_server.ask(u"authenticators:update"_s, RealServer::byId(id),
                         QJsonObject{{u"id"_s, id}, {u"enabled"_s, true}, {u"title"_s, title}});
        };
        rename(u"changed meanwhile"_s);
        const int writes = stage.http.writeCount();
        const auto refused = stage.apply();
        QVERIFY(refused.end == End::Refused);
        QVERIFY(refused.fault.code == net::FaultCode::Conflict);
        QCOMPARE(stage.http.writeCount(), writes);
        // It was looked at again with that; now it goes, and what comes later is not undone unasked.
        QVERIFY(stage.apply().end == End::Ok);
        rename(u"changed afterwards"_s);
        const auto asked = QCoro::waitFor(stage.session->undo());
        QVERIFY(!asked && apply::isLaterChange(asked.error()));
        QCOMPARE(m_server.authenticator(id)[u"title"_s].toString(), u"changed afterwards"_s);
        QVERIFY(QCoro::waitFor(stage.session->undo(apply::Over::LaterChanges)));
        QCOMPARE(m_server.authenticator(id)[u"title"_s].toString(), u"changed meanwhile"_s);
    }
};

QTEST_GUILESS_MAIN(TestRealApply)
#include "tst_realapply.moc"
