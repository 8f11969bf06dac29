// SPDX-License-Identifier: Apache-2.0
// The rehearsal's WeCom API against what is documented and measured of the real one.
#include "asker.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using setup::StepId;

class TstRehearsalWecom : public QObject
{
    Q_OBJECT
private slots:
    void answers200WithErrcode()
    {
        Services s;
        const auto reply = s.getToken(u"x"_s, u"y"_s);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.contentType.startsWith("application/json"));
        QVERIFY(reply.json().contains(u"errcode"_s));
    }

    void unknownPathIsAnEmpty404()
    {
        Services s;
        for (const QString &path : {u"/cgi-bin/agent/nothing"_s, u"/cgi-bin/"_s, u"/nothing"_s}) {
            const auto reply = s.asker.get(s.wecom(path));
            QCOMPARE(reply.status, 404);
            QVERIFY(reply.body.isEmpty());
        }
    }

    void plainHttpIsMovedWhereHttpsEndsInFront()
    {
        demo::RehearsalOptions options;
        options.httpsOnly = true;
        Services s(options);
        auto reply = s.asker.get(s.wecom(u"/cgi-bin/gettoken"_s));
        QCOMPARE(reply.status, 301);
        QCOMPARE(reply.location.scheme(), u"https"_s);
        s.asker.headers = {{"X-Forwarded-Proto", "https"}};
        QCOMPARE(s.asker.get(s.wecom(u"/cgi-bin/gettoken"_s)).status, 200);
    }

    void getTokenChecksInOrder_data()
    {
        QTest::addColumn<QString>("company");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<int>("errcode");
        const demo::Rehearsal sample;
        const QString company = sample.companyId(), secret = sample.secret().revealText();
        QTest::newRow("nothing: Secret first") << QString() << QString() << 41004;
        QTest::newRow("no Secret") << company << QString() << 41004;
        QTest::newRow("no company") << QString() << secret << 41002;
        QTest::newRow("fake company") << u"ww0000000000000001"_s << u"nonsense"_s << 40013;
        QTest::newRow("wrong Secret") << company << u"nonsense"_s << 40001;
        QTest::newRow("good") << company << secret << 0;
    }
    void getTokenChecksInOrder()
    {
        QFETCH(QString, company);
        QFETCH(QString, secret);
        Services s;
        QTEST(s.getToken(company, secret).errcode(), "errcode");
    }

    void getTokenIsNotBehindTheAddressRule()
    {
        Services s; // no address is trusted at all
        for (const char *agent : {Asker::assistant, Asker::nocobase}) {
            s.asker.agent = agent;
            QCOMPARE(s.getToken(s.rehearsal.companyId(), s.rehearsal.secret().revealText()).errcode(), 0);
        }
    }

    void theSameTokenUntilItEnds()
    {
        Services s;
        const QString first = s.token();
        QCOMPARE(s.token(), first);
        s.configure();
        s.asker.agent = Asker::nocobase;
        s.rehearsal.passTime(7200s);
        const auto late = s.asker.get(s.wecom(u"/cgi-bin/agent/list"_s, {{u"access_token"_s, first}}));
        QCOMPARE(late.errcode(), 42001);
        QVERIFY(s.token() != first);
    }

    void messagesAreShapedLikeTheRealOnes()
    {
        Services s;
        static const QRegularExpression shape(
            u"\\Anot allow to access from your ip, hint: \\[\\d+\\], from ip: 198\\.51\\.100\\.23, more info "
            u"at "
            "https://open\\.work\\.weixin\\.qq\\.com/devtool/query\\?e=60020\\z"_s);
        const QString message = s.ask(u"agent/list"_s).json().value(u"errmsg"_s).toString();
        QVERIFY2(shape.match(message).hasMatch(), qPrintable(message));
        const auto invalid = s.asker.get(s.wecom(u"/cgi-bin/agent/list"_s, {{u"access_token"_s, u"x"_s}}));
        QCOMPARE(invalid.errcode(), 40014);
        QVERIFY(!invalid.json().value(u"errmsg"_s).toString().contains(u"hint"_s));
    }

    void tokenFromTheQueryOnly()
    {
        Services s;
        s.configure();
        s.asker.agent = Asker::nocobase;
        const QString token = s.token();
        const QUrl bare = s.wecom(u"/cgi-bin/agent/list"_s);
        QCOMPARE(s.asker.get(bare).errcode(), 41001);
        s.asker.headers = {{"Authorization", "Bearer " + token.toLatin1()},
                           {"access_token", token.toLatin1()}};
        QCOMPARE(s.asker.get(bare).errcode(), 41001);
        s.asker.headers.clear();
        QCOMPARE(s.asker.post(bare, {{u"access_token"_s, token}}).errcode(), 41001);
        s.asker.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        QCOMPARE(s.asker.send("POST", bare, "access_token=" + token.toLatin1()).errcode(), 41001);
    }

    void addressRuleComesBeforeParameters_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {u"agent/get"_s, u"agent/list"_s, u"agent/set"_s, u"auth/getuserinfo"_s,
                                    u"user/getuserinfo"_s, u"auth/getuserdetail"_s, u"user/get"_s})
            QTest::newRow(qPrintable(path)) << path;
    }
    void addressRuleComesBeforeParameters()
    {
        QFETCH(QString, path);
        Services s;
        QCOMPARE(s.ask(path).errcode(), 60020); // no parameter at all
    }

    void eachAddressIsTrustedForItself()
    {
        Services s;
        const QList<std::pair<QString, QString>> dummy{{u"code"_s, u"wizard-probe"_s}};
        s.asker.agent = Asker::nocobase;
        auto reply = s.ask(u"auth/getuserinfo"_s, dummy);
        QCOMPARE(reply.errcode(), 60020);
        QVERIFY(reply.json()
                    .value(u"errmsg"_s)
                    .toString()
                    .contains(u"from ip: "_s + s.rehearsal.serversAddress()));
        QVERIFY(s.rehearsal.perform(StepId::TrustedIp));
        QCOMPARE(s.ask(u"auth/getuserinfo"_s, dummy).errcode(), 40029);
        s.asker.agent = Asker::assistant;
        reply = s.ask(u"auth/getuserinfo"_s, dummy);
        QCOMPARE(reply.errcode(), 60020);
        QVERIFY(reply.json()
                    .value(u"errmsg"_s)
                    .toString()
                    .contains(u"from ip: "_s + s.rehearsal.thisComputersAddress()));
    }

    void thisComputerMayBeTrustedToo()
    {
        demo::RehearsalOptions options;
        options.thisComputerTrusted = true;
        Services s(options);
        QCOMPARE(s.ask(u"agent/list"_s).errcode(), 0);
    }

    void addressLists()
    {
        Services s;
        for (const QString &path : {u"getcallbackip"_s, u"get_api_domain_ip"_s}) {
            const auto reply = s.ask(path);
            QCOMPARE(reply.errcode(), 0);
            QVERIFY(!reply.json().value(u"ip_list"_s).toArray().isEmpty());
        }
    }

    void manyWrongSecretsBanTheAddress()
    {
        Services s;
        int errcode = 0;
        for (int i = 0; i < 12 && errcode != 45009; ++i)
            errcode = s.getToken(s.rehearsal.companyId(), u"wrong%1"_s.arg(i)).errcode();
        QCOMPARE(errcode, 45009);
        // The right one is not heard either, but another address is.
        QCOMPARE(s.getToken(s.rehearsal.companyId(), s.rehearsal.secret().revealText()).errcode(), 45009);
        s.asker.agent = Asker::nocobase;
        QVERIFY(!s.token().isEmpty());
        s.asker.agent = Asker::assistant;
        s.rehearsal.passTime(3601s);
        QVERIFY(!s.token().isEmpty());
    }

    void agentShowsTheConsole()
    {
        Services s;
        s.asker.agent = Asker::nocobase;
        s.rehearsal.perform(StepId::TrustedIp);
        const QString agentId = s.rehearsal.agentId();
        QJsonObject agent = s.ask(u"agent/get"_s, {{u"agentid"_s, agentId}}).json();
        QCOMPARE(agent.value(u"agentid"_s).toInteger(), agentId.toLongLong());
        QCOMPARE(agent.value(u"close"_s).toInt(-1), 0);
        QVERIFY(agent.value(u"allow_partys"_s)[u"partyid"_s].toArray().isEmpty()); // a new app: nobody
        QVERIFY(agent.value(u"allow_userinfos"_s)[u"user"_s].toArray().isEmpty());
        QVERIFY(agent.value(u"redirect_domain"_s).toString().isEmpty());
        s.configure();
        s.rehearsal.perform(StepId::Homepage);
        agent = s.ask(u"agent/get"_s, {{u"agentid"_s, agentId}}).json();
        QVERIFY(!agent.value(u"allow_partys"_s)[u"partyid"_s].toArray().isEmpty());
        QCOMPARE(agent.value(u"redirect_domain"_s).toString(), s.rehearsal.nocobaseUrl().authority());
        QCOMPARE(agent.value(u"home_url"_s).toString(), s.rehearsal.nocobaseUrl().toString() + u"/admin"_s);
        QVERIFY(!QJsonDocument(agent).toJson().contains("callback")); // no API shows the callback domain

        const QJsonArray list = s.ask(u"agent/list"_s).json().value(u"agentlist"_s).toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.at(0)[u"agentid"_s].toInteger(), agentId.toLongLong());
    }

    void agentRefusesOtherIds_data()
    {
        QTest::addColumn<QString>("agentId");
        QTest::addColumn<int>("errcode");
        QTest::newRow("none") << QString() << 41011;
        QTest::newRow("nonsense") << u"abc"_s << 40056;
        QTest::newRow("console number") << u"5629501234567890"_s << 40056;
        QTest::newRow("another app") << u"1000002"_s << 301002;
    }
    void agentRefusesOtherIds()
    {
        QFETCH(QString, agentId);
        Services s;
        s.configure();
        s.asker.agent = Asker::nocobase;
        QTEST(s.ask(u"agent/get"_s, {{u"agentid"_s, agentId}}).errcode(), "errcode");
    }

    void agentSetWrites()
    {
        demo::RehearsalOptions options;
        options.thisComputerTrusted = true;
        Services s(options);
        const qint64 id = s.rehearsal.agentId().toLongLong();
        const QString domain = s.rehearsal.nocobaseUrl().authority();
        const auto agent = [&] {
            return s.ask(u"agent/get"_s, {{u"agentid"_s, s.rehearsal.agentId()}}).json();
        };
        QCOMPARE(s.tell(u"agent/set"_s, {{u"home_url"_s, u"https://a.example"_s}}).errcode(), 41011);
        QCOMPARE(s.tell(u"agent/set"_s, {{u"agentid"_s, 1000002}}).errcode(), 301002);
        QCOMPARE(
            s.tell(u"agent/set"_s, {{u"agentid"_s, id}, {u"home_url"_s, u"crm.example.com"_s}}).errcode(),
            40094);
        QCOMPARE(
            s.tell(u"agent/set"_s, {{u"agentid"_s, id}, {u"home_url"_s, u"https://a.example/m"_s}}).errcode(),
            0);
        QCOMPARE(agent().value(u"home_url"_s).toString(), u"https://a.example/m"_s);
        QVERIFY(agent().value(u"redirect_domain"_s).toString().isEmpty()); // what is not named stays
        // Not owned: kept, but said so.
        QCOMPARE(s.tell(u"agent/set"_s, {{u"agentid"_s, id}, {u"redirect_domain"_s, domain}}).errcode(),
                 85005);
        QCOMPARE(agent().value(u"redirect_domain"_s).toString(), domain);
        s.rehearsal.perform(StepId::TrustedDomain);
        QCOMPARE(s.tell(u"agent/set"_s, {{u"agentid"_s, id}, {u"redirect_domain"_s, domain}}).errcode(), 0);
        QCOMPARE(
            s.tell(u"agent/set"_s, {{u"agentid"_s, id}, {u"redirect_domain"_s, u"b.example"_s}}).errcode(),
            85005);
    }

    void twentyDomainSettingsAMonth()
    {
        demo::RehearsalOptions options;
        options.thisComputerTrusted = true;
        Services s(options);
        s.rehearsal.perform(StepId::TrustedDomain);
        const QJsonObject body{{u"agentid"_s, s.rehearsal.agentId().toLongLong()},
                               {u"redirect_domain"_s, s.rehearsal.nocobaseUrl().authority()}};
        for (int i = 0; i < 20; ++i)
            QCOMPARE(s.tell(u"agent/set"_s, body).errcode(), 0);
        QCOMPARE(s.tell(u"agent/set"_s, body).errcode(), 85004);
    }

    void membersHaveNoPhoneHere()
    {
        Services s;
        s.configure();
        s.asker.agent = Asker::nocobase;
        const QJsonObject member = s.ask(u"user/get"_s, {{u"userid"_s, u"LiWei"_s}}).json();
        QCOMPARE(member.value(u"errcode"_s).toInt(), 0);
        QVERIFY(!member.value(u"name"_s).toString().isEmpty());
        for (const QString &name :
             {u"mobile"_s, u"email"_s, u"biz_mail"_s, u"avatar"_s, u"gender"_s, u"qr_code"_s, u"address"_s})
            QVERIFY2(!member.contains(name), qPrintable(name));
        QCOMPARE(s.ask(u"user/get"_s, {{u"userid"_s, u"nobody"_s}}).errcode(), 60111);
        QCOMPARE(s.ask(u"user/get"_s).errcode(), 41009);
        s.rehearsal.setPhoneOwner(demo::PhoneOwner::ColleagueOutOfScope);
        QCOMPARE(s.ask(u"user/get"_s, {{u"userid"_s, u"LiWei"_s}}).errcode(), 60011);
    }
};

QTEST_GUILESS_MAIN(TstRehearsalWecom)
#include "tst_rehearsalwecom.moc"
