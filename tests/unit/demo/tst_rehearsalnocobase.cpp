// SPDX-License-Identifier: Apache-2.0
// The rehearsal's NocoBase against what was measured of 2.2.15.
#include "asker.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using setup::StepId;

class TstRehearsalNocobase : public QObject
{
    Q_OBJECT

    static QJsonObject row(Services &s, const QString &id)
    {
        return s.asker.get(s.api(u"authenticators:get"_s, {{u"filterByTk"_s, id}})).data().toObject();
    }
    static QStringList typeNames(const Asker::Reply &reply)
    {
        QStringList names;
        const QJsonArray types = reply.data().toArray();
        for (const QJsonValue &type : types)
            names.append(type[u"name"_s].toString());
        return names;
    }

private slots:
    void versionIsPublic()
    {
        Services s;
        s.asker.headers = {{"Authorization", "Bearer rubbish"}};
        const auto reply = s.asker.get(s.api(u"app:getInfo"_s));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.data()[u"version"_s].toString(), u"2.2.15"_s);
    }

    void unknownActionsAndPaths()
    {
        Services s;
        const auto action = s.asker.get(s.api(u"nothing:here"_s));
        QCOMPARE(action.status, 404);
        QCOMPARE(action.body, QByteArray("Not Found"));
        QUrl outside = s.rehearsal.nocobaseUrl();
        outside.setPath(u"/nb/api/app:getInfo"_s);
        const auto page = s.asker.get(outside);
        QCOMPARE(page.status, 200);
        QVERIFY(page.contentType.startsWith("text/html"));
        QVERIFY(page.body.contains("window['__nocobase_api_base_url__'] = '/api/'"));
    }

    void signInRefusals_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<int>("status");
        const demo::Rehearsal sample;
        const QString account = sample.account(), password = sample.password().revealText();
        QTest::newRow("good") << account << password << QByteArray() << 200;
        QTest::newRow("by e-mail") << u"admin@example.com"_s << password << QByteArray() << 200;
        QTest::newRow("wrong password") << account << u"x"_s << QByteArray() << 401;
        QTest::newRow("unknown") << u"nobody"_s << password << QByteArray() << 401;
        QTest::newRow("empty") << QString() << QString() << QByteArray() << 400;
        QTest::newRow("foreign origin") << account << password << QByteArray("https://evil.example") << 403;
        QTest::newRow("null origin") << account << password << QByteArray("null") << 403;
    }
    void signInRefusals()
    {
        QFETCH(QString, account);
        QFETCH(QString, password);
        QFETCH(QByteArray, origin);
        Services s;
        if (!origin.isEmpty())
            s.asker.headers = {{"Origin", origin}};
        const auto reply =
            s.asker.post(s.api(u"auth:signIn"_s), {{u"account"_s, account}, {u"password"_s, password}});
        QTEST(reply.status, "status");
        QVERIFY(reply.status == 200 || !reply.message().isEmpty());
        QCOMPARE(!reply.data()[u"token"_s].toString().isEmpty(), reply.status == 200);
    }

    void wrongPasswordAndUnknownAccountSoundAlike()
    {
        Services s;
        const QUrl url = s.api(u"auth:signIn"_s);
        const auto wrong =
            s.asker.post(url, {{u"account"_s, s.rehearsal.account()}, {u"password"_s, u"x"_s}});
        const auto unknown = s.asker.post(url, {{u"account"_s, u"nobody"_s}, {u"password"_s, u"x"_s}});
        QCOMPARE(wrong.body, unknown.body);
        QVERIFY(wrong.errorCode().isEmpty());
    }

    void tokensAndTheirCodes()
    {
        Services s;
        const QUrl check = s.api(u"auth:check"_s);
        QCOMPARE(s.asker.get(check).errorCode(), u"EMPTY_TOKEN"_s);
        s.asker.headers = {{"Authorization", "Bearer rubbish"}};
        QCOMPARE(s.asker.get(check).errorCode(), u"INVALID_TOKEN"_s);
        QVERIFY(s.signIn());
        QCOMPARE(s.asker.get(check).data()[u"username"_s].toString(), u"admin"_s);
        const QJsonValue role = s.asker.get(s.api(u"roles:check"_s)).data();
        QCOMPARE(role[u"role"_s].toString(), u"root"_s);
        QVERIFY(role[u"allowAll"_s].toBool());
        s.asker.headers.append(std::pair<QByteArray, QByteArray>("X-Role", "nobody"));
        const auto other = s.asker.get(s.api(u"roles:check"_s));
        QCOMPARE(other.status, 401);
        QCOMPARE(other.errorCode(), u"ROLE_NOT_FOUND_FOR_USER"_s);
        s.asker.headers.removeLast();
        s.asker.post(s.api(u"auth:signOut"_s), {});
        QCOMPARE(s.asker.get(check).errorCode(), u"BLOCKED_TOKEN"_s);
    }

    void everythingElseNeedsTheAdministrator()
    {
        Services s;
        for (const QString &action : {u"authenticators:list"_s, u"authenticators:listTypes"_s, u"pm:list"_s})
            QCOMPARE(s.asker.get(s.api(action)).status, 401);
        QCOMPARE(s.asker.get(s.api(u"authenticators:publicList"_s)).status, 200);
        QCOMPARE(s.asker.get(s.api(u"pm:listEnabled"_s)).status, 200);
    }

    void theRowsOfABusyServer()
    {
        Services s;
        QVERIFY(s.signIn());
        const QJsonArray rows =
            s.asker.get(s.api(u"authenticators:list"_s, {{u"paginate"_s, u"false"_s}})).data().toArray();
        QCOMPARE(rows.size(), 3);
        const QJsonObject wecom = row(s, u"2"_s);
        QCOMPARE(wecom.value(u"name"_s).toString(), u"wecom"_s);
        QCOMPARE(wecom.value(u"options"_s)[u"wecom"_s][u"corpId"_s].toString(), u"ww0000000000000000"_s);
        QCOMPARE(wecom.value(u"options"_s)[u"wecom"_s][u"secret"_s].toString().size(), 43);
        QVERIFY(!wecom.value(u"options"_s)[u"public"_s][u"autoLogin"_s].toBool());
        QVERIFY(row(s, u"3"_s).value(u"options"_s)[u"public"_s][u"autoLogin"_s].toBool());
        QVERIFY(s.asker.get(s.api(u"authenticators:get"_s, {{u"filterByTk"_s, u"77"_s}})).data().isNull());
        QVERIFY(!s.asker.get(s.api(u"authenticators:list"_s, {{u"filter"_s, u"{bad"_s}}))
                     .json()
                     .contains(u"data"_s));
    }

    void thePublicListShowsPublicOptionsOnly()
    {
        Services s;
        const auto reply = s.asker.get(s.api(u"authenticators:publicList"_s));
        QVERIFY(!reply.body.contains("Secret"));
        QVERIFY(!reply.body.contains("corpId"));
        QCOMPARE(reply.data().toArray().size(), 3);
    }

    void updateTraps_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("id and enabled")
            << QJsonObject{{u"id"_s, 2}, {u"enabled"_s, true}, {u"title"_s, u"T"_s}} << 200;
        QTest::newRow("no id, no enabled") << QJsonObject{{u"title"_s, u"T"_s}} << 400;
        QTest::newRow("no id, off") << QJsonObject{{u"enabled"_s, false}} << 400;
        QTest::newRow("id, off") << QJsonObject{{u"id"_s, 2}, {u"enabled"_s, false}} << 200;
        QTest::newRow("options null")
            << QJsonObject{{u"id"_s, 2}, {u"enabled"_s, true}, {u"options"_s, QJsonValue()}} << 400;
    }
    void updateTraps()
    {
        QFETCH(QJsonObject, body);
        Services s;
        QVERIFY(s.signIn());
        const auto reply = s.asker.post(s.api(u"authenticators:update"_s, {{u"filterByTk"_s, u"2"_s}}), body);
        QTEST(reply.status, "status");
        if (reply.status == 200)
            QCOMPARE(reply.data().toArray().size(), 1);
    }

    void updateReplacesOptionsWhole()
    {
        Services s;
        QVERIFY(s.signIn());
        const QString before = row(s, u"2"_s).value(u"updatedAt"_s).toString();
        const QJsonObject options{{u"wecom"_s, QJsonObject{{u"corpId"_s, u"ww1"_s}}}};
        const QUrl url = s.api(u"authenticators:update"_s, {{u"filterByTk"_s, u"2"_s}});
        QCOMPARE(s.asker.post(url, {{u"id"_s, 2}, {u"enabled"_s, true}, {u"options"_s, options}}).status,
                 200);
        QCOMPARE(row(s, u"2"_s).value(u"options"_s).toObject(), options); // "public" is gone
        QVERIFY(row(s, u"2"_s).value(u"updatedAt"_s).toString() != before);
        const QUrl missing = s.api(u"authenticators:update"_s, {{u"filterByTk"_s, u"77"_s}});
        QCOMPARE(s.asker.post(missing, {{u"id"_s, 77}, {u"enabled"_s, true}}).data().toArray().size(), 0);
    }

    void createAndDestroy()
    {
        Services s;
        QVERIFY(s.signIn());
        const QUrl create = s.api(u"authenticators:create"_s);
        QCOMPARE(s.asker.post(create, {{u"authType"_s, u"wecom"_s}}).message(), u"Name cannot be null"_s);
        QCOMPARE(s.asker.post(create, {{u"name"_s, u"n"_s}}).message(), u"Auth Type cannot be null"_s);
        QCOMPARE(s.asker.post(create, {{u"name"_s, u"wecom"_s}, {u"authType"_s, u"wecom"_s}}).message(),
                 u"Name already exists"_s);
        const auto made =
            s.asker.post(create, {{u"name"_s, u"n"_s}, {u"authType"_s, u"no-such-type"_s}}); // not looked at
        QCOMPARE(made.status, 200);
        QVERIFY(!made.data()[u"enabled"_s].toBool(true));
        const QString id = QString::number(made.data()[u"id"_s].toInteger());
        const auto destroy = [&](const QString &tk) {
            return s.asker.post(s.api(u"authenticators:destroy"_s, {{u"filterByTk"_s, tk}}), {});
        };
        QCOMPARE(destroy(id).data().toInt(), 1);
        QCOMPARE(destroy(id).data().toInt(-1), 0);
        QCOMPARE(destroy(u"1"_s).status, 200);
        QCOMPARE(destroy(u"2"_s).status, 200);
        QCOMPARE(destroy(u"3"_s).status, 400); // the last enabled one
    }

    void anUnknownAuthenticatorFallsBackSilently()
    {
        Services s;
        s.asker.headers = {{"X-Authenticator", "no-such-one"}};
        const auto reply =
            s.asker.post(s.api(u"auth:signIn"_s), {{u"account"_s, s.rehearsal.account()},
                                                   {u"password"_s, s.rehearsal.password().revealText()}});
        QCOMPARE(reply.status, 200); // answered by the first enabled one
        s.asker.headers = {{"X-Authenticator", "wecom"}};
        QCOMPARE(s.asker.post(s.api(u"auth:signIn"_s), {{u"account"_s, u"a"_s}}).status, 401);
    }

    void enablingAPluginRestarts()
    {
        demo::RehearsalOptions options;
        options.faults = {u"plugin.off"_s};
        options.restart = 300ms;
        Services s(options);
        QVERIFY(s.signIn());
        QVERIFY(!typeNames(s.asker.get(s.api(u"authenticators:listTypes"_s))).contains(u"wecom"_s));
        QCOMPARE(s.asker.get(s.api(u"wecom:redirect"_s)).status, 404);
        const auto enabled = s.asker.post(s.api(u"pm:enable"_s, {{u"filterByTk"_s, u"auth-wecom"_s}}), {});
        QCOMPARE(enabled.status, 200);
        const auto away = s.asker.get(s.api(u"app:getInfo"_s));
        QCOMPARE(away.status, 503);
        QVERIFY(away.json().value(u"error"_s)[u"maintaining"_s].toBool());
        QCOMPARE(away.json().value(u"error"_s)[u"command"_s][u"name"_s].toString(), u"pm.enable"_s);
        QTest::qWait(350);
        QList<int> seen;
        for (int i = 0; i < 10; ++i)
            seen.append(s.asker.get(s.api(u"authenticators:listTypes"_s)).status);
        QVERIFY(seen.contains(404) && seen.contains(500)); // unsteady first
        QCOMPARE(seen.mid(5), QList<int>(5, 200));
        QVERIFY(typeNames(s.asker.get(s.api(u"authenticators:listTypes"_s))).contains(u"wecom"_s));
    }

    void enablingMayWaitForTheAnswer()
    {
        demo::RehearsalOptions options;
        options.faults = {u"plugin.off"_s};
        options.restart = 300ms;
        Services s(options);
        QVERIFY(s.signIn());
        QElapsedTimer clock;
        clock.start();
        const QUrl url = s.api(u"pm:enable"_s, {{u"filterByTk"_s, u"@nocobase/plugin-auth-wecom"_s},
                                                {u"awaitResponse"_s, u"true"_s}});
        QCOMPARE(s.asker.post(url, {}).status, 200);
        QVERIFY(clock.elapsed() >= 290);
    }

    void customRequestsAskFromTheServer()
    {
        Services s;
        s.configure();
        const QString token = s.token();
        QVERIFY(s.signIn());
        const auto param = [](const QString &name, const QString &value) {
            return QJsonObject{{u"name"_s, name}, {u"value"_s, value}};
        };
        const QJsonObject options{
            {u"method"_s, u"GET"_s},
            {u"url"_s, s.rehearsal.wecomUrl().toString() + u"/cgi-bin/auth/getuserinfo"_s},
            {u"headers"_s, QJsonArray{param(u"Authorization"_s, u"none"_s)}},
            {u"params"_s, QJsonArray{param(u"access_token"_s, token), param(u"code"_s, u"wizard-probe"_s)}}};
        const QJsonObject request{{u"key"_s, u"K"_s}, {u"name"_s, u"probe"_s}, {u"options"_s, options}};
        const QUrl create = s.api(u"customRequests:create"_s), send = s.api(u"customRequests:send/K"_s);
        QCOMPARE(s.asker.post(send, {}).status, 404);
        QCOMPARE(s.asker.post(create, request).status, 200);
        const auto answer = s.asker.post(send, {});
        QCOMPARE(answer.errcode(), 40029); // WeCom's own body, not wrapped; trusted
        QVERIFY(answer.json().value(u"errmsg"_s).toString().contains(s.rehearsal.serversAddress()));
        s.rehearsal.setFaults({u"ip.untrusted"_s});
        QVERIFY(s.asker.post(send, {}).errcode() != 40029);
        s.rehearsal.setFaults({u"server.cannot-reach-wecom"_s});
        const auto unreachable = s.asker.post(send, {});
        QCOMPARE(unreachable.status, 500);
        QVERIFY(unreachable.json().contains(u"message"_s));
        const QUrl destroy = s.api(u"customRequests:destroy"_s, {{u"filterByTk"_s, u"K"_s}});
        QCOMPARE(s.asker.post(destroy, {}).data().toInt(), 1);
        QCOMPARE(s.asker.post(destroy, {}).data().toInt(-1), 0);
        QVERIFY(s.asker.get(s.api(u"customRequests:list"_s)).data().toArray().isEmpty());
    }

    void customRequestsTakeTheCallersTokenAlong_data()
    {
        QTest::addColumn<QJsonArray>("headers");
        QTest::addColumn<bool>("leaks");
        QTest::newRow("no header") << QJsonArray() << true;
        QTest::newRow("overridden") << QJsonArray{QJsonObject{{u"name"_s, u"Authorization"_s},
                                                              {u"value"_s, u"none"_s}}}
                                    << false;
    }
    void customRequestsTakeTheCallersTokenAlong()
    {
        QFETCH(QJsonArray, headers);
        Services s;
        QVERIFY(s.signIn());
        const QJsonObject options{{u"url"_s, s.rehearsal.wecomUrl().toString() + u"/cgi-bin/agent/list"_s},
                                  {u"headers"_s, headers}};
        s.asker.post(s.api(u"customRequests:create"_s), {{u"key"_s, u"K"_s}, {u"options"_s, options}});
        QCOMPARE(s.asker.post(s.api(u"customRequests:send/K"_s), {}).errcode(), 41001); // it did ask
        QTEST(s.rehearsal.wecomSawNocobaseToken(), "leaks");
    }

    void customRequestsLeaveTheComputerAlone()
    {
        Services s;
        QVERIFY(s.signIn());
        const QJsonObject request{{u"key"_s, u"K"_s},
                                  {u"options"_s, QJsonObject{{u"url"_s, u"http://example.com/"_s}}}};
        QCOMPARE(s.asker.post(s.api(u"customRequests:create"_s), request).status, 200);
        QCOMPARE(s.asker.post(s.api(u"customRequests:send/K"_s), {}).status, 500); // never asked
    }

    void pagesAreThere_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path :
             {u"/signin"_s, u"/v/signin"_s, u"/admin"_s, u"/v/admin/"_s, u"/m"_s, u"/rehearsal.css"_s})
            QTest::newRow(qPrintable(path)) << path;
    }
    void pagesAreThere()
    {
        QFETCH(QString, path);
        Services s;
        QUrl url = s.rehearsal.nocobaseUrl();
        url.setPath(path);
        const auto reply = s.asker.get(url);
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.body.contains("Page not found"));
    }
};

QTEST_GUILESS_MAIN(TstRehearsalNocobase)
#include "tst_rehearsalnocobase.moc"
