// SPDX-License-Identifier: Apache-2.0
// Values of a test program may be made before main(). clazy:excludeall=non-pod-global-static
// Plan, apply, read back and undo on a real NocoBase, in two layouts of the plugin's options.
#include "realserver.h"

#include "apply/applier.h"
#include "wecom/links.h"

#include <QTest>

using namespace Qt::StringLiterals;
using apply::ApplyResult;
using apply::ChangePlan;
using nocobase::Option;
using setup::Inputs;

namespace {

const QByteArray newSecret = "CANARYnewSecret0123456789-_0123456789AbCdEf";
const QByteArray oldSecret = "CANARYoldSecret0123456789-_0123456789AbCdEf";

QJsonObject parsed(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace("OLD", oldSecret)
                                       .replace("NEW", newSecret)
                                       .replace("ORIGIN", "https:/"
                                                          "/crm.example.com"))
        .object();
}

} // namespace

class TestRealApply : public QObject
{
    Q_OBJECT

    net::Http m_http;
    std::unique_ptr<RealServer> m_server;
    nocobase::ClientPtr m_client;
    vault::SecretStorePtr m_store = vault::sessionStore();
    setup::Setup m_setup;
    setup::Credentials m_credentials;
    setup::Facts m_facts;

    setup::World world() const { return {m_setup, m_credentials, m_facts}; }

    template<class T>
    setup::Seen<T> seen(const net::Result<T> &what, Inputs inputs = Inputs::NocobaseLogin)
    {
        return {what, QDateTime::currentDateTimeUtc(), setup::Vantage::Pc,
                setup::stampOf(inputs, m_setup, m_credentials)};
    }

    void look()
    {
        m_facts.server = seen(QCoro::waitFor(m_client->info()), Inputs::NocobaseHost);
        m_facts.identity = seen(QCoro::waitFor(m_client->whoAmI()));
        const auto plugins = QCoro::waitFor(m_client->plugins());
        const auto types = QCoro::waitFor(m_client->types());
        m_facts.plugin = seen<nocobase::WecomPlugin>(nocobase::findWecomPlugin(*plugins, *types));
        m_facts.authenticators = seen(QCoro::waitFor(m_client->authenticators()));
    }

    ApplyResult applyNow(const QJsonObject &previousUndo = {})
    {
        const ChangePlan plan = apply::plan(world());
        return QCoro::waitFor(apply::applyPlan(m_client, plan, apply::rowsToWrite(plan, world()),
                                               *m_facts.authenticators->what, m_store, m_setup.id, {},
                                               previousUndo));
    }

    void start(const QString &layout)
    {
        m_server = std::make_unique<RealServer>(QStringList{u"--layout"_s, layout});
        QVERIFY(m_server->isRunning());
        m_client = std::make_shared<nocobase::Client>(&m_http, nocobase::Target{m_server->url()}, nullptr);
        QVERIFY(QCoro::waitFor(m_client->signIn(u"nocobase"_s, vault::Secret("admin123"), u"basic"_s)));
        m_store = vault::sessionStore();
        m_facts = {};
        m_setup = {};
        m_setup.id = u"crm"_s;
        m_setup.nocobase.url = m_server->url();
        m_setup.authenticator.name = u"company"_s;
        m_setup.authenticator.title = u"企业微信"_s;
        m_setup.authenticator.origin = u"https://crm.example.com"_s;
        m_setup.authenticator.automaticLogin = true;
        m_setup.authenticator.redirectLink = u"/m"_s;
        m_setup.authenticator.enabled = true;
        m_credentials = {};
        m_credentials.companyId = u"ww0123456789abcdef"_s;
        m_credentials.agentId = u"1000002"_s;
        m_credentials.secret = vault::Secret(newSecret);
    }

private slots:
    void wholeWay_data()
    {
        QTest::addColumn<QByteArray>("ours");    // as somebody left it, with keys nobody knows
        QTest::addColumn<QByteArray>("applied"); // exactly what is to be in it afterwards
        QTest::addColumn<QByteArray>("other");   // another authenticator with automatic login
        QTest::addColumn<QString>("switchOfOther");
        QTest::newRow("flat")
            << QByteArray(
                   R"({"corpId":"ww9999999999999999","agentId":"1000001","secret":"OLD","origin":"{{ $env.ORIGIN_VAR }}",
                "redirectLink":"","autoLogin":false,"public":{"autoSignup":true,"tooltip":"first inside WeCom"},
                "vendor":{"kept":[1,null,{"deep":"as it is"}],"webhook":"CANARY-hook"}})")
            << QByteArray(
                   R"({"corpId":"ww0123456789abcdef","agentId":"1000002","secret":"NEW","origin":"{{ $env.ORIGIN_VAR }}",
                "redirectLink":"/m","autoLogin":true,"public":{"autoSignup":false,"tooltip":""},
                "vendor":{"kept":[1,null,{"deep":"as it is"}],"webhook":"CANARY-hook"}})")
            << QByteArray(
                   R"({"corpId":"ww1111111111111111","agentId":"1000003","secret":"OLD","autoLogin":true,"x":1})")
            << u"/autoLogin"_s;
        QTest::newRow("wecom")
            << QByteArray(
                   R"({"wecom":{"corpid":"ww9999999999999999","agentid":1000001,"secret":"{{ $env.WECOM_SECRET }}","origin":"",
                "later":{}},"public":{"autoSignup":true,"autoLogin":false,"redirect":""}})")
            << QByteArray(
                   R"({"wecom":{"corpid":"ww0123456789abcdef","agentid":1000002,"secret":"{{ $env.WECOM_SECRET }}","origin":"",
                "later":{}},"public":{"autoSignup":false,"autoLogin":true,"redirect":"/m"}})")
            << QByteArray(R"({"wecom":{"corpid":"ww1111111111111111"},"public":{"autoLogin":true}})")
            << u"/public/autoLogin"_s;
    }

    void wholeWay()
    {
        QFETCH(QByteArray, ours);
        QFETCH(QByteArray, applied);
        QFETCH(QByteArray, other);
        QFETCH(QString, switchOfOther);
        start(QString::fromLatin1(QTest::currentDataTag()));
        const auto row = [](const QString &name, const QByteArray &options, bool enabled) {
            return QJsonObject{{u"name"_s, name},
                               {u"authType"_s, u"wecom"_s},
                               {u"enabled"_s, enabled},
                               {u"options"_s, parsed(options)}};
        };
        const qint64 id = m_server->createAuthenticator(row(u"company"_s, ours, false));
        const qint64 otherId = m_server->createAuthenticator(row(u"branch"_s, other, true));
        QVERIFY(id > 0 && otherId > 0);
        const QJsonObject before = m_server->authenticator(id);
        const QJsonObject otherBefore = m_server->authenticator(otherId);

        look();
        const auto *rows = world().value(m_facts.authenticators, Inputs::NocobaseLogin);
        QVERIFY(rows);
        const auto found =
            std::find_if(rows->cbegin(), rows->cend(), [&](const auto &one) { return one.id == id; });
        m_facts.layout = seen<nocobase::OptionLayout>(nocobase::learnLayout(*found, {}));

        const ChangePlan plan = apply::plan(world());
        QVERIFY(plan.kind == ChangePlan::Kind::Update);
        QCOMPARE(plan.authenticatorCount(), 2);
        QVERIFY(!QJsonDocument(apply::toJson(plan)).toJson().contains("CANARY"));
        const auto first = applyNow();
        QVERIFY2(first.end == ApplyResult::End::Ok, qPrintable(net::faultName(first.fault.code)));
        QVERIFY(first.readBack.equal && first.readBack.listedPublicly && first.readBack.typeTitleShown);

        const QJsonObject after = m_server->authenticator(id);
        QCOMPARE(after.value(u"options"_s).toObject(), parsed(applied));
        QCOMPARE(after.value(u"title"_s).toString(), u"企业微信"_s);
        QVERIFY(after.value(u"enabled"_s).toBool());
        nocobase::OptionLayout pointer;
        pointer.pointers.insert(Option::AutomaticLogin, switchOfOther);
        QCOMPARE(m_server->authenticator(otherId).value(u"options"_s).toObject(),
                 pointer.written(otherBefore.value(u"options"_s).toObject(), Option::AutomaticLogin, false));

        // NocoBase itself now makes the address with these ids.
        const auto link = QCoro::waitFor(m_client->startLink(u"company"_s));
        QVERIFY(link);
        const auto parts = wecom::parseLoginLink(*link);
        QVERIFY(parts);
        QCOMPARE(parts->companyId, u"ww0123456789abcdef"_s);
        QCOMPARE(parts->agentId, u"1000002"_s);
        QCOMPARE(wecom::parseState(parts->state)->authenticator, u"company"_s);

        // A second time there is nothing to do, and nothing is sent that writes.
        look();
        QVERIFY(apply::plan(world()).kind == ChangePlan::Kind::Nothing);
        const int writes = m_http.writeCount();
        QVERIFY(applyNow().end == ApplyResult::End::Unchanged);
        QCOMPARE(m_http.writeCount(), writes);
        QCOMPARE(m_server->authenticator(id), after);

        // No secret in what is kept on disk, and all of it comes back.
        QVERIFY(!QJsonDocument(first.undo).toJson().contains("CANARY"));
        QVERIFY(!QJsonDocument(first.applied).toJson().contains("CANARY"));
        QVERIFY(QCoro::waitFor(apply::undo(m_client, first.undo, m_store, m_setup.id)));
        const auto restored = [](QJsonObject now, QJsonObject then) {
            now.remove(u"updatedAt"_s);
            then.remove(u"updatedAt"_s);
            return QJsonDocument(now).toJson() == QJsonDocument(then).toJson();
        };
        QVERIFY(restored(m_server->authenticator(id), before));
        QVERIFY(restored(m_server->authenticator(otherId), otherBefore));
    }

    void makesOneWhereThereIsNone()
    {
        start(u"internal"_s);
        // Somebody has saved NocoBase's own form once, with the values the program names; the row has gone
        // since.
        const QMap<Option, QString> marker = nocobase::markerValues();
        const QJsonObject saved{{u"appKey"_s, marker.value(Option::CompanyId)},
                                {u"agentId"_s, marker.value(Option::AgentId)},
                                {u"appSecret"_s, marker.value(Option::Secret)},
                                {u"domain"_s, marker.value(Option::Origin)},
                                {u"redirectUrl"_s, marker.value(Option::RedirectLink)}};
        nocobase::Authenticator row;
        row.options = {{u"internal"_s, saved},
                       {u"public"_s, QJsonObject{{u"autoSignup"_s, true}, {u"autoLogin"_s, false}}}};
        m_setup.authenticator.name.reset();
        look();
        m_facts.layout = seen<nocobase::OptionLayout>(nocobase::learnLayout(row, {}));

        const ChangePlan plan = apply::plan(world());
        QVERIFY(plan.kind == ChangePlan::Kind::Create);
        const auto made = applyNow();
        QVERIFY2(made.end == ApplyResult::End::Ok, qPrintable(net::faultName(made.fault.code)));
        QCOMPARE(made.readBack.name, u"wecom"_s);
        const QJsonObject options = m_server->authenticator(made.readBack.id).value(u"options"_s).toObject();
        QCOMPARE(options,
                 parsed(R"({"internal":{"appKey":"ww0123456789abcdef","agentId":"1000002","appSecret":"NEW",
            "domain":"ORIGIN","redirectUrl":"/m"},"public":{"autoLogin":true}})"));
        const auto link = QCoro::waitFor(m_client->startLink(u"wecom"_s));
        QVERIFY(link);
        QCOMPARE(wecom::parseLoginLink(*link)->redirectUri.toString(),
                 u"https://crm.example.com/api/wecom:redirect"_s);
        QVERIFY(QCoro::waitFor(apply::undo(m_client, made.undo, m_store, m_setup.id)));
        QVERIFY(m_server->authenticator(made.readBack.id).isEmpty());
    }

    void somebodyElseWasFaster()
    {
        start(u"flat"_s);
        const qint64 id = m_server->createAuthenticator(
            {{u"name"_s, u"company"_s},
             {u"authType"_s, u"wecom"_s},
             {u"enabled"_s, true},
             {u"options"_s,
              parsed(R"({"corpId":"ww9999999999999999","agentId":"1000001","secret":"OLD"})")}});
        look();
        m_facts.layout =
            seen<nocobase::OptionLayout>(nocobase::learnLayout(m_facts.authenticators->what->last(), {}));
        m_server->ask(u"authenticators:update"_s, RealServer::byId(id),
                      QJsonObject{{u"id"_s, id}, {u"enabled"_s, true}, {u"title"_s, u"changed meanwhile"_s}});
        const int writes = m_http.writeCount();
        const auto refused = applyNow();
        QVERIFY(refused.end == ApplyResult::End::Refused);
        QVERIFY(refused.fault.code == net::FaultCode::Conflict);
        QCOMPARE(m_http.writeCount(), writes);
        QCOMPARE(m_server->authenticator(id).value(u"title"_s).toString(), u"changed meanwhile"_s);
    }
};

QTEST_GUILESS_MAIN(TestRealApply)
#include "tst_realapply.moc"
