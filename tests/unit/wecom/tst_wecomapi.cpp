// SPDX-License-Identifier: Apache-2.0
#include "answers.h"

#include "wecom/api.h"

#include <qcoro/qcorotask.h>

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wecom;
using net::FaultCode;

namespace {
const vault::Secret &token()
{
    static const vault::Secret value(QByteArray("canary-token/+="));
    return value;
}

QString untrusted(const QString &ip)
{
    return u"not allow to access from your ip, hint: [1662317178339603627481038], from ip: %1, more info at "
           "https://open.work.weixin.qq.com/devtool/query?e=60020"_s.arg(ip);
}
} // namespace

class TstWecomApi : public QObject
{
    Q_OBJECT
private slots:
    void judges_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QTest::addColumn<int>("errcode");
        QTest::addColumn<QString>("ip");
        QTest::newRow("no errcode") << QJsonObject{{u"userid"_s, u"a"_s}} << 0 << QString();
        QTest::newRow("zero") << QJsonObject{{u"errcode"_s, 0}} << 0 << QString();
        QTest::newRow("busy") << QJsonObject{{u"errcode"_s, -1}, {u"errmsg"_s, u"system busy"_s}} << -1
                              << QString();
        QTest::newRow("address named")
            << QJsonObject{{u"errcode"_s, 60020}, {u"errmsg"_s, untrusted(u"114.132.235.244"_s)}} << 60020
            << u"114.132.235.244"_s;
        QTest::newRow("no message") << QJsonObject{{u"errcode"_s, 40029}} << 40029 << QString();
        QTest::newRow("as text") << QJsonObject{{u"errcode"_s, u"40029"_s}} << 40029 << QString();
    }
    void judges()
    {
        QFETCH(QJsonObject, answer);
        QFETCH(int, errcode);
        const auto result = judged(answer);
        QCOMPARE(result.has_value(), errcode == 0);
        if (result) {
            QCOMPARE(*result, answer);
            return;
        }
        QCOMPARE(result.error().code, FaultCode::WecomError);
        QCOMPARE(result.error().number(u"errcode"_s), errcode);
        QTEST(result.error().param(u"ip"_s), "ip");
    }

    void readsAgent()
    {
        Answers wecom(
            {QJsonObject{{u"errcode"_s, 0},
                         {u"agentid"_s, 1000004},
                         {u"name"_s, u"CRM"_s},
                         {u"close"_s, 1},
                         {u"redirect_domain"_s, u"crm.example.com:8443"_s},
                         {u"home_url"_s, u"https://crm.example.com/admin"_s},
                         {u"allow_userinfos"_s,
                          QJsonObject{{u"user"_s, QJsonArray{QJsonObject{{u"userid"_s, u"LiWei"_s}}}}}},
                         {u"allow_partys"_s, QJsonObject{{u"partyid"_s, QJsonArray{1, 22}}}},
                         {u"allow_tags"_s, QJsonObject{{u"tagid"_s, QJsonArray{3}}}}}});
        net::Http http;
        const auto info =
            QCoro::waitFor(agentGet(directCaller(&http, wecom.url(), {}), token(), u"1000004"_s));
        QVERIFY(info);
        QCOMPARE(info->agentId, 1000004);
        QCOMPARE(info->name, u"CRM"_s);
        QVERIFY(info->closed);
        QCOMPARE(info->redirectDomain, u"crm.example.com:8443"_s);
        QCOMPARE(info->homeUrl, u"https://crm.example.com/admin"_s);
        QCOMPARE(info->userIds, QStringList{u"LiWei"_s});
        QCOMPARE(info->departmentIds, (QStringList{u"1"_s, u"22"_s}));
        QCOMPARE(info->tagIds, QStringList{u"3"_s});
        QVERIFY(!info->scopeEmpty());
        QCOMPARE(wecom.asked.size(), 1);
        QCOMPARE(wecom.asked.first().url.path(), u"/cgi-bin/agent/get"_s);
        QCOMPARE(wecom.asked.first().param(u"access_token"_s), token().revealText());
        QCOMPARE(wecom.asked.first().param(u"agentid"_s), u"1000004"_s);
        QVERIFY(!wecom.asked.first().head.toLower().contains("authorization"));
    }

    void agentFaults_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QTest::addColumn<FaultCode>("code");
        QTest::newRow("other app") << QJsonObject{{u"errcode"_s, 301002}} << FaultCode::WecomError;
        QTest::newRow("not an agent")
            << QJsonObject{{u"errcode"_s, 0}, {u"name"_s, u"x"_s}} << FaultCode::BadAnswer;
    }
    void agentFaults()
    {
        QFETCH(QJsonObject, answer);
        QFETCH(FaultCode, code);
        Answers wecom({answer});
        net::Http http;
        const auto info = QCoro::waitFor(agentGet(directCaller(&http, wecom.url(), {}), token(), u"1"_s));
        QVERIFY(!info);
        QCOMPARE(info.error().code, code);
    }

    void lists()
    {
        Answers wecom({QJsonObject{
            {u"errcode"_s, 0},
            {u"agentlist"_s, QJsonArray{QJsonObject{{u"agentid"_s, 1000016}, {u"name"_s, u"A"_s}}}}}});
        net::Http http;
        const auto list = QCoro::waitFor(agentList(directCaller(&http, wecom.url(), {}), token()));
        QVERIFY(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().agentId, 1000016);
    }

    void setsOnlyWhatIsGiven_data()
    {
        QTest::addColumn<bool>("domain");
        QTest::addColumn<bool>("home");
        QTest::newRow("both") << true << true;
        QTest::newRow("domain") << true << false;
        QTest::newRow("home") << false << true;
    }
    void setsOnlyWhatIsGiven()
    {
        QFETCH(bool, domain);
        QFETCH(bool, home);
        Answers wecom({QJsonObject{{u"errcode"_s, 0}}});
        net::Http http;
        AgentChange change;
        if (domain)
            change.redirectDomain = u"crm.example.com"_s;
        if (home)
            change.homeUrl = u"https://crm.example.com/admin"_s;
        QVERIFY(QCoro::waitFor(agentSet(&http, wecom.url(), token(), u"1000004"_s, change, {})));
        QCOMPARE(http.writeCount(), 1);
        QCOMPARE(wecom.asked.first().method, QByteArray("POST"));
        QCOMPARE(wecom.asked.first().param(u"access_token"_s), token().revealText());
        const QJsonObject body = QJsonDocument::fromJson(wecom.asked.first().body).object();
        QCOMPARE(body.value(u"agentid"_s).toInteger(), 1000004);
        QCOMPARE(body.contains(u"redirect_domain"_s), domain);
        QCOMPARE(body.contains(u"home_url"_s), home);
    }

    void setFaults_data()
    {
        QTest::addColumn<int>("errcode");
        for (const int errcode : {85004, 85005, 40094, 60020})
            QTest::addRow("%d", errcode) << errcode;
    }
    void setFaults()
    {
        QFETCH(int, errcode);
        Answers wecom({QJsonObject{{u"errcode"_s, errcode}}});
        net::Http http;
        AgentChange change;
        change.redirectDomain = u"crm.example.com"_s;
        const auto done = QCoro::waitFor(agentSet(&http, wecom.url(), token(), u"1"_s, change, {}));
        QVERIFY(!done);
        QCOMPARE(done.error().number(u"errcode"_s), errcode);
        QCOMPARE(wecom.asked.size(), 1); // never tried again
    }

    void probes_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("address");
        QTest::newRow("not trusted") << QJsonObject{{u"errcode"_s, 60020},
                                                    {u"errmsg"_s, untrusted(u"203.0.113.7"_s)}}
                                     << true << false << u"203.0.113.7"_s;
        QTest::newRow("not trusted, no address")
            << QJsonObject{{u"errcode"_s, 60020}} << true << false << QString();
        QTest::newRow("trusted") << QJsonObject{{u"errcode"_s, 40029},
                                                {u"errmsg"_s, u"invalid code, from ip: 1.2.3.4"_s}}
                                 << true << true << u"1.2.3.4"_s;
        QTest::newRow("token bad") << QJsonObject{{u"errcode"_s, 40014}} << false << false << QString();
    }
    void probes()
    {
        QFETCH(QJsonObject, answer);
        QFETCH(bool, ends);
        Answers wecom({answer});
        net::Http http;
        const auto probe = QCoro::waitFor(probeTrust(directCaller(&http, wecom.url(), {}), token()));
        QCOMPARE(probe.has_value(), ends);
        QCOMPARE(wecom.asked.first().url.path(), u"/cgi-bin/auth/getuserinfo"_s);
        if (!ends) {
            QCOMPARE(probe.error().code, FaultCode::WecomError);
            return;
        }
        QTEST(probe->trusted, "trusted");
        QTEST(probe->address, "address");
    }

    void cancels()
    {
        Answers wecom({QJsonObject{{u"errcode"_s, 0}}});
        wecom.delay = std::chrono::seconds(20);
        net::Http http;
        const auto cancel = std::make_shared<net::Cancel>();
        QTimer::singleShot(50, cancel.get(), &net::Cancel::cancel);
        const auto list = QCoro::waitFor(agentList(directCaller(&http, wecom.url(), cancel), token()));
        QVERIFY(!list);
        QCOMPARE(list.error().code, FaultCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TstWecomApi)
#include "tst_wecomapi.moc"
