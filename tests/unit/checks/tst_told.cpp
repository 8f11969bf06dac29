// SPDX-License-Identifier: Apache-2.0
// WeCom's numbers, and what a person copied from its console or from NocoBase's log.
#include "checks/catalogue.h"
#include "worlds.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace worlds;
using checks::Catalogue;
using login::Outcome;

namespace {

const QString address = u"203.0.113.7"_s;

void told(TestWorld &w, const QString &text)
{
    w.put<setup::Told>(w.facts.toldByConsole, Catalogue::instance().recognised(text), Inputs::OriginOnly,
                       Vantage::Person);
}

void logged(TestWorld &w, const QString &text, int secondsLater = 60)
{
    w.put<setup::Told>(w.facts.toldByLog, Catalogue::instance().recognised(text), Inputs::Login,
                       Vantage::Person, noon.addSecs(secondsLater));
}

QString refusal(int errcode)
{
    return u"{\"errcode\":%1,\"errmsg\":\"…, hint: [1662317178339603627481038], from ip: 203.0.113.7, more "
           u"info "
           "at https://open.work.weixin.qq.com/devtool/query?e=%1\"}"_s.arg(errcode);
}

} // namespace

class ToldTest : public QObject
{
    Q_OBJECT

private slots:
    // Each call's numbers, as WeCom's list of them has them (document path 90313), one that nobody knows
    // included.
    void codes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("cause");
        const auto rows = [](const char *call, const QString &check,
                             const QList<std::pair<int, QString>> &list) {
            for (const auto &[code, cause] : list)
                QTest::addRow("%s %d", call, code) << code << check << cause;
        };
        rows("gettoken", u"wecom.secret"_s,
             {{-1, u"wecom.busy"_s},
              {40001, u"wecom.secret.wrong"_s},
              {40091, u"wecom.secret.wrong"_s},
              {41004, u"wecom.secret.wrong"_s},
              {43009, u"wecom.company.unverified"_s},
              {45009, u"wecom.rate-limited"_s},
              {45033, u"wecom.busy"_s},
              {301007, u"wecom.company.unusable"_s},
              {40058, u"wecom.other"_s},
              {999999, u"wecom.other"_s}});
        rows("gettoken", u"wecom.company-id"_s,
             {{40013, u"wecom.company-id.wrong"_s},
              {2000002, u"wecom.company-id.wrong"_s},
              {41002, u"wecom.company-id.wrong"_s}});
        rows("gettoken", u"app.enabled"_s, {{50003, u"wecom.app.disabled"_s}});
        rows("agent/get", u"wecom.agent"_s,
             {{-1, u"wecom.busy"_s},
              {40014, u"wecom.token-ended"_s},
              {41001, u"wecom.token-ended"_s},
              {42001, u"wecom.token-ended"_s},
              {40056, u"wecom.agent.unknown"_s},
              {41011, u"wecom.agent.unknown"_s},
              {45009, u"wecom.rate-limited"_s},
              {301007, u"wecom.company.unusable"_s},
              {888888, u"wecom.other"_s}});
        rows("agent/get", u"wecom.pc"_s, {{60020, u"pc.untrusted"_s}});
        rows("agent/get", u"wecom.secret"_s, {{48002, u"wecom.secret.other-kind"_s}});
        rows("agent/get", u"app.enabled"_s, {{50003, u"wecom.app.disabled"_s}});
        rows("agent/set", u"domain.set"_s,
             {{85004, u"domain.limit"_s},
              {85005, u"domain.ownership.unverified"_s},
              {60020, u"pc.untrusted"_s},
              {45009, u"wecom.rate-limited"_s},
              {40058, u"wecom.other"_s},
              {60028, u"wecom.other"_s},
              {85002, u"wecom.other"_s},
              {301002, u"wecom.agent.other-app"_s},
              {40014, u"wecom.token-ended"_s}});
        rows("probe", u"ip.trusted"_s,
             {{60020, u"ip.untrusted"_s},
              {42001, u"wecom.token-ended"_s},
              {45009, u"wecom.rate-limited"_s},
              {50001, u"domain.oauth.mismatch"_s},
              {50003, u"wecom.app.disabled"_s},
              {777777, u"wecom.other"_s}});
    }
    void codes()
    {
        QFETCH(int, code);
        QFETCH(QString, check);
        QFETCH(QString, cause);
        TestWorld w = healthy();
        const QString call = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
        const net::Fault fault = wecomError(code, address);
        if (call == u"gettoken"_s)
            tokenFails(w, fault);
        else if (call == u"agent/get"_s)
            agentFails(w, code, address);
        else if (call == u"agent/set"_s)
            w.put<bool>(w.facts.domainSetting, tl::unexpected(fault), Inputs::WecomApp);
        else {
            w.facts.testLogin.reset();
            w.put<wecom::TrustProbe>(w.facts.trustFromServer, tl::unexpected(fault), Inputs::WecomFromServer,
                                     Vantage::Server);
        }
        const Finding finding = w.finding(check);
        QCOMPARE(finding.cause, cause);
        const auto words = Catalogue::instance().words(finding, u"en"_s);
        QVERIFY(!words.title.isEmpty() && !words.todo.isEmpty());
        if (cause == u"wecom.other"_s) {
            QVERIFY(words.detail.contains(QString::number(code)));
            QVERIFY(words.link.toString().endsWith(u"="_s + QString::number(code)));
        }
    }

    void noTwoCausesClaimACode()
    {
        QFile file(u":/catalogue/causes.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject causes = QJsonDocument::fromJson(file.readAll()).object()[u"causes"_s].toObject();
        QSet<int> seen;
        for (auto it = causes.begin(); it != causes.end(); ++it) {
            const QJsonArray codes = it.value()[u"codes"_s].toArray();
            for (const auto &code : codes) {
                QVERIFY2(!seen.contains(code.toInt()), qPrintable(it.key()));
                seen.insert(code.toInt());
                QCOMPARE(Catalogue::instance().causeOfCode(code.toInt()), it.key());
            }
        }
        QVERIFY(seen.size() > 30);
        QCOMPARE(Catalogue::instance().causeOfCode(123), u"wecom.other"_s);
    }

    void console_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cause");
        QTest::newRow("filing") << u"为保障企业数据安全，需配置备案主体与当前企业主体相同或有关联关系的域名"_s
                                << u"domain.filing"_s;
        QTest::newRow("filing, after checking") << u"域名主体校验未通过，请重新填写"_s << u"domain.filing"_s;
        QTest::newRow("filing, in English")
            << u"Domain name ownership verification failed. Make sure that the filing entity is the same as or related to the current company entity"_s
            << u"domain.filing"_s;
        QTest::newRow("tunnel") << u"该域名主体为第三方服务商，请使用企业主体域名"_s
                                << u"domain.not-allowed"_s;
        QTest::newRow("address") << u"该域名被限制设置，请重新设置"_s << u"domain.not-allowed"_s;
        QTest::newRow("locked list") << u"配置企业可信IP前，请先 设置可信域名 或 设置接收消息服务器URL"_s
                                     << u"domain.oauth.empty"_s;
        QTest::newRow("number") << refusal(85004) << u"domain.limit"_s;
        QTest::newRow("login page") << u"redirect_uri 与配置的授权完成回调域名不一致"_s
                                    << u"domain.callback.mismatch"_s;
        QTest::newRow("nothing known") << u"请稍后再试"_s << QString();
    }
    void console()
    {
        QFETCH(QString, text);
        QFETCH(QString, cause);
        TestWorld w = healthy();
        QVERIFY(w.finding(u"domain.console"_s).check.isEmpty());
        told(w, text);
        const Finding finding = w.finding(u"domain.console"_s);
        QCOMPARE(finding.cause, cause);
        QCOMPARE(finding.vantage, Vantage::Person);
        QCOMPARE(finding.step, StepId::TrustedDomain);
        QCOMPARE(severityName(finding.severity), cause.isEmpty() ? u"notice"_s : u"problem"_s);
        w.setup.authenticator.origin = u"https://crm2.example.com"_s; // another domain, another answer
        QVERIFY(w.finding(u"domain.console"_s).check.isEmpty());
    }

    // The plugin keeps WeCom's number to itself; NocoBase's log has it.
    void log_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cause");
        QTest::newRow("address") << refusal(60020) << u"login.ip"_s;
        QTest::newRow("expired") << refusal(42003) << u"login.code-expired"_s;
        QTest::newRow("invalid") << refusal(40029) << u"login.code-used"_s;
        QTest::newRow("used") << refusal(42022) << u"login.code-used"_s;
        for (const int code : {60111, 60011, 50002, 60021})
            QTest::addRow("member %d", code) << refusal(code) << u"login.member.out-of-scope"_s;
        QTest::newRow("domain") << refusal(50001) << u"domain.oauth.mismatch"_s;
        QTest::newRow("app") << refusal(50003) << u"wecom.app.disabled"_s;
        QTest::newRow("secret") << refusal(40001) << u"wecom.secret.wrong"_s;
        QTest::newRow("ticket") << refusal(84014) << u"login.first-time"_s;
        QTest::newRow("network") << u"Error: getaddrinfo ENOTFOUND qyapi.weixin.qq.com"_s
                                 << u"server.cannot-reach-wecom"_s;
        QTest::newRow("another number") << refusal(654321) << u"wecom.other"_s;
        QTest::newRow("as JavaScript prints it")
            << u"{ errcode: 60111, errmsg: 'userid not found' }"_s << u"login.member.out-of-scope"_s;
    }
    void log()
    {
        QFETCH(QString, text);
        QFETCH(QString, cause);
        TestWorld w = healthy();
        loginSays(w, u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s);
        QVERIFY(w.finding(u"test.login"_s).cause.isEmpty());
        logged(w, text);
        const Finding finding = w.finding(u"test.login"_s);
        QCOMPARE(finding.cause, cause);
        QCOMPARE(finding.vantage, Vantage::Person);
        QCOMPARE(finding.step, StepId::TestLogin);
        QVERIFY(finding.possible.isEmpty());
        loginEnds(w, trace(Outcome::SignedIn));
        w.facts.testLogin->at = noon.addSecs(120); // a login that works ends what was told before
        QCOMPARE(w.finding(u"test.login"_s).severity, Severity::Ok);
    }
    void anUnknownLineChangesNothing()
    {
        TestWorld w = healthy();
        loginSays(w, u"The WeCom API call failed."_s);
        const Finding before = w.finding(u"test.login"_s);
        logged(w, u"2026-11-22 12:00:00 [info] request from 203.0.113.9"_s);
        QCOMPARE(w.finding(u"test.login"_s), before);
        logged(w, u"{\"errcode\":0,\"errmsg\":\"ok\"}"_s);
        QCOMPARE(w.finding(u"test.login"_s), before);
    }
    void theAddressIsRead()
    {
        TestWorld w = healthy();
        loginSays(w, u"The WeCom API call failed."_s);
        logged(w, refusal(60020));
        QCOMPARE(w.finding(u"test.login"_s).evidence[u"ip"_s].toString(), address);
        QCOMPARE(w.finding(u"test.login"_s).action, QString::fromLatin1(checks::action::copyAddress));
    }
};

QTEST_GUILESS_MAIN(ToldTest)
#include "tst_told.moc"
