// SPDX-License-Identifier: Apache-2.0
// The client against a real NocoBase with the plugin on: signing in, rights, rows, templates, asking from the
// server.
#include "realserver.h"

#include "../unit/net/scriptedserver.h"

#include "nocobase/servercaller.h"
#include "wecom/links.h"

#include <QTest>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Authenticator;
using nocobase::Client;
using nocobase::ClientPtr;

class TestRealClient : public QObject
{
    Q_OBJECT

    RealServer m_server;
    net::Http m_http;

    ClientPtr client(const QByteArray &apiKey = {})
    {
        auto client = std::make_shared<Client>(&m_http, nocobase::Target{m_server.url()}, nullptr);
        if (!apiKey.isEmpty())
            client->useToken(vault::Secret(apiKey), true);
        return client;
    }
    ClientPtr root()
    {
        ClientPtr rooted = client();
        const auto signedIn =
            QCoro::waitFor(rooted->signIn(u"nocobase"_s, vault::Secret("admin123"), u"basic"_s));
        return signedIn ? rooted : nullptr;
    }
    // A person with one role, signed in.
    ClientPtr member(const QString &name, const QString &role)
    {
        const QJsonObject user{{u"username"_s, name},
                               {u"nickname"_s, name},
                               {u"password"_s, u"member-123"_s},
                               {u"roles"_s, QJsonArray{role}}};
        m_server.ask(u"users:create"_s, {}, user);
        ClientPtr person = client();
        const auto signedIn = QCoro::waitFor(person->signIn(name, vault::Secret("member-123"), u"basic"_s));
        return signedIn ? person : nullptr;
    }

private slots:
    void initTestCase() { QVERIFY(m_server.isRunning()); }

    void readsWhatIsPublic()
    {
        const auto info = QCoro::waitFor(client()->info());
        QVERIFY(info);
        QCOMPARE(info->version, QVersionNumber(2, 2, 15));
        QVERIFY(qAbs(info->serverDate.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        const auto list = QCoro::waitFor(client()->publicList());
        QVERIFY(list);
        QCOMPARE(list->first().authType, u"Email/Password"_s);
    }

    void signsIn()
    {
        const auto wrong =
            QCoro::waitFor(client()->signIn(u"nocobase"_s, vault::Secret("CANARY-wrong"), u"basic"_s));
        QVERIFY(!wrong);
        QVERIFY(wrong.error().code == FaultCode::NocobaseError);
        QCOMPARE(wrong.error().number(u"status"_s), 401);
        const auto nobody = QCoro::waitFor(client()->signIn(u"nobody"_s, vault::Secret("x"), u"basic"_s));
        QCOMPARE(nobody.error().params, wrong.error().params);
        const ClientPtr rooted = root();
        QVERIFY(rooted);
        const auto who = QCoro::waitFor(rooted->whoAmI());
        QVERIFY(who);
        QCOMPARE(who->username, u"nocobase"_s);
        QVERIFY(who->allowAll && who->mayManageAuthenticators() && who->mayManagePlugins());
        QVERIFY(QCoro::waitFor(rooted->signOut()));
        QVERIFY(!rooted->isSignedIn());
    }

    void worksWithAnApiKeyAndSparesIt()
    {
        const QJsonObject wanted{{u"name"_s, u"setup"_s},
                                 {u"expiresIn"_s, u"1d"_s},
                                 {u"role"_s, QJsonObject{{u"name"_s, u"admin"_s}}}};
        const QByteArray key =
            m_server.ask(u"apiKeys:create"_s, {}, wanted).data()[u"token"_s].toString().toUtf8();
        QVERIFY(!key.isEmpty());
        const ClientPtr keyed = client(key);
        for (int round = 0; round < 2; ++round) {
            const auto who = QCoro::waitFor(keyed->whoAmI());
            QVERIFY(who);
            QCOMPARE(who->role, u"admin"_s);
            QVERIFY(who->mayManageAuthenticators());
            QVERIFY(QCoro::waitFor(keyed->authenticators()));
            QVERIFY(QCoro::waitFor(keyed->signOut())); // would destroy it if it were sent
        }
        const auto refused = QCoro::waitFor(client("no.such.key")->whoAmI());
        QCOMPARE(refused.error().number(u"status"_s), 401);
        QCOMPARE(refused.error().param(u"code"_s), u"INVALID_TOKEN"_s);
    }

    void knowsItsRightsBeforehand()
    {
        const ClientPtr plain = member(u"plain"_s, u"member"_s);
        QVERIFY(plain);
        const auto who = QCoro::waitFor(plain->whoAmI());
        QVERIFY(who);
        QVERIFY(!who->mayManageAuthenticators() && !who->mayManagePlugins());
        const auto rows = QCoro::waitFor(plain->authenticators());
        QCOMPARE(rows.error().number(u"status"_s), 403);

        // What we expect of a role beforehand is what NocoBase then lets through.
        const QList<std::pair<QStringList, bool>> roles{
            {{u"pm.auth.authenticators"_s}, true},
            {{u"!pm"_s, u"pm.*"_s}, true},
            {{u"!pm"_s, u"!pm.*"_s, u"pm.auth.authenticators"_s}, false},
            {{u"pm"_s, u"pm.*"_s, u"!pm.auth.authenticators"_s}, false},
        };
        for (qsizetype i = 0; i < roles.size(); ++i) {
            const QString name = u"role%1"_s.arg(i);
            m_server.ask(u"roles:create"_s, {},
                         QJsonObject{{u"name"_s, name},
                                     {u"snippets"_s, QJsonArray::fromStringList(roles.at(i).first)}});
            const ClientPtr person = member(u"person%1"_s.arg(i), name);
            QVERIFY(person);
            const auto rights = QCoro::waitFor(person->whoAmI());
            QVERIFY(rights);
            QCOMPARE(rights->mayManageAuthenticators(), roles.at(i).second);
            QCOMPARE(QCoro::waitFor(person->authenticators()).has_value(), rights->mayManageAuthenticators());
            QCOMPARE(QCoro::waitFor(person->plugins()).has_value(), rights->mayManagePlugins());
        }
    }

    void seesPluginAndType()
    {
        const ClientPtr rooted = root();
        const auto plugins = QCoro::waitFor(rooted->plugins());
        const auto types = QCoro::waitFor(rooted->types());
        QVERIFY(plugins && types);
        const auto found = nocobase::findWecomPlugin(*plugins, *types);
        QVERIFY(found.listed && found.enabled && found.customRequests);
        QCOMPARE(found.packageName, u"@nocobase/plugin-auth-wecom"_s);
        QCOMPARE(found.name, u"auth-wecom"_s);
        QCOMPARE(found.version, u"2.2.15"_s);
        QCOMPARE(found.authType, u"wecom"_s);
    }

    void writesRowsAndKeepsTemplates()
    {
        m_server.ask(
            u"environmentVariables:create"_s, {},
            QJsonObject{{u"name"_s, u"AGENT"_s}, {u"type"_s, u"default"_s}, {u"value"_s, u"1000777"_s}});
        const ClientPtr rooted = root();
        Authenticator row;
        row.name = u"templated"_s;
        row.authType = u"wecom"_s;
        row.title = u"企业微信"_s;
        row.enabled = true;
        row.options = {{u"corpId"_s, u"ww0123456789abcdef"_s},
                       {u"agentId"_s, u"{{ $env.AGENT }}"_s},
                       {u"origin"_s, u"https://crm.example.com"_s},
                       {u"unknown"_s, QJsonArray{1, QJsonValue()}}};
        const auto made = QCoro::waitFor(rooted->create(row));
        QVERIFY(made);
        const auto stored = QCoro::waitFor(rooted->authenticator(*made));
        QVERIFY(stored);
        QCOMPARE(stored->options, row.options);
        Authenticator changed = *stored;
        changed.title = u"WeCom"_s;
        QVERIFY(QCoro::waitFor(rooted->update(changed)));
        QCOMPARE(m_server.authenticator(*made).value(u"options"_s).toObject(), row.options);
        QCOMPARE(m_server.authenticator(*made).value(u"title"_s).toString(), u"WeCom"_s);

        // The address NocoBase makes has the variable's value.
        const auto link = QCoro::waitFor(rooted->startLink(u"templated"_s));
        QVERIFY(link);
        const auto parts = wecom::parseLoginLink(*link);
        QVERIFY(parts);
        QCOMPARE(parts->companyId, u"ww0123456789abcdef"_s);
        QCOMPARE(parts->agentId, u"1000777"_s);
        QCOMPARE(parts->redirectUri.toString(), u"https://crm.example.com/api/wecom:redirect"_s);
        const auto state = wecom::parseState(parts->state);
        QVERIFY(state);
        QCOMPARE(state->authenticator, u"templated"_s);
        QCOMPARE(state->application, u"main"_s);

        QVERIFY(QCoro::waitFor(rooted->linkedUsers(*made))->isEmpty());
        QVERIFY(QCoro::waitFor(rooted->destroy(*made)));
        QVERIFY(QCoro::waitFor(rooted->authenticator(*made)).error().code == FaultCode::Missing);
        QVERIFY(QCoro::waitFor(rooted->update(changed)).error().code == FaultCode::Missing);
        QVERIFY(QCoro::waitFor(rooted->destroy(*made)).error().code == FaultCode::Missing);
    }

    void theLastOneIsNotSwitchedOff()
    {
        const ClientPtr rooted = root();
        const auto rows = QCoro::waitFor(rooted->authenticators());
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        Authenticator basic = rows->first();
        basic.enabled = false;
        QCOMPARE(QCoro::waitFor(rooted->update(basic)).error().number(u"status"_s), 400);
        QVERIFY(m_server.authenticator(basic.id).value(u"enabled"_s).toBool());
    }

    void asksFromTheServersSide()
    {
        ScriptedServer wecom;
        wecom.answer = [](QTcpSocket *socket, const QByteArray &) {
            socket->write(ScriptedServer::whole(
                "200 OK", "Content-Type: application/json\r\n",
                R"({"errcode":60020,"errmsg":"not allow to access from your ip, from ip: 203.0.113.9, more"})"));
        };
        const ClientPtr rooted = root();
        const auto caller = nocobase::serverCaller(rooted, wecom.url(u""_s));
        const auto probe = QCoro::waitFor(wecom::probeTrust(caller, vault::Secret("SHORT-LIVED")));
        QVERIFY(probe);
        QVERIFY(!probe->trusted);
        QCOMPARE(probe->address, u"203.0.113.9"_s);
        QCOMPARE(wecom.requests.size(), 1);
        const QByteArray seen = wecom.requests.first();
        QVERIFY(seen.startsWith("GET /cgi-bin/auth/getuserinfo?"));
        QVERIFY(seen.contains("access_token=SHORT-LIVED"));
        // Neither the caller's token nor anything that would let WeCom's side act in NocoBase.
        QVERIFY(!seen.contains(rooted->token().reveal()));
        QVERIFY(!seen.toLower().contains("bearer"));
        QVERIFY(m_server.ask(u"customRequests:list"_s).data().toArray().isEmpty());

        // Nothing listens there.
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl deaf(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
        closed.close();
        const auto failed = QCoro::waitFor(
            wecom::probeTrust(nocobase::serverCaller(rooted, deaf), vault::Secret("SHORT-LIVED")));
        QVERIFY(!failed);
        QVERIFY(failed.error().code == FaultCode::Unreachable);
        QVERIFY(m_server.ask(u"customRequests:list"_s).data().toArray().isEmpty());
    }

    // What WeCom refuses the computer, NocoBase brings.
    void readsTheAppFromTheServersSide()
    {
        ScriptedServer wecom;
        wecom.answer = [](QTcpSocket *socket, const QByteArray &request) {
            const bool list = request.startsWith("GET /cgi-bin/agent/list?");
            socket->write(ScriptedServer::whole(
                "200 OK", "Content-Type: application/json\r\n",
                list
                    ? R"({"errcode":0,"agentlist":[{"agentid":1000004,"name":"CRM"}]})"
                    : R"({"errcode":0,"agentid":1000004,"name":"CRM","close":0,"redirect_domain":"a.example"})"));
        };
        const auto caller = nocobase::serverCaller(root(), wecom.url(u""_s));
        const auto app = QCoro::waitFor(wecom::agentGet(caller, vault::Secret("SHORT-LIVED"), u"1000004"_s));
        QVERIFY(app);
        QCOMPARE(app->redirectDomain, u"a.example"_s);
        QVERIFY(wecom.requests.constLast().contains("agentid=1000004"));
        const auto list = QCoro::waitFor(wecom::agentList(caller, vault::Secret("SHORT-LIVED")));
        QVERIFY(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->constFirst().agentId, 1000004);
        QVERIFY(m_server.ask(u"customRequests:list"_s).data().toArray().isEmpty());
    }

    void tidiesUpAfterAnEarlierRun()
    {
        for (const QString &key : {u"wecom-setup-left"_s, u"of-somebody-else"_s})
            m_server.ask(u"customRequests:create"_s, {},
                         QJsonObject{{u"key"_s, key}, {u"options"_s, QJsonObject()}});
        QVERIFY(QCoro::waitFor(nocobase::removeLeftOverRequests(root())));
        const QJsonArray left = m_server.ask(u"customRequests:list"_s).data().toArray();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first()[u"key"_s].toString(), u"of-somebody-else"_s);
    }
};

QTEST_GUILESS_MAIN(TestRealClient)
#include "tst_realclient.moc"
