// SPDX-License-Identifier: Apache-2.0
// The rehearsal's login pages, codes and phone.
#include "asker.h"

#include "wecom/links.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Phone = assistant::RehearsalControl::PhoneState;
using setup::StepId;

namespace {

QUrl webLogin(const Services &s)
{
    return wecom::webLoginUrl(s.rehearsal.wecomUrl(), s.rehearsal.companyId(), s.rehearsal.agentId(),
                              s.callback(), u"state"_s, u"zh"_s);
}

// A code as the callback gets it, from inside the WeCom client.
QString codeFromInside(Services &s, const QByteArray &scope = "snsapi_privateinfo", bool withAgent = true)
{
    QUrl url = wecom::oauthUrl(s.rehearsal.wecomUrl(), s.rehearsal.companyId(), s.rehearsal.agentId(),
                               s.callback(), u"st"_s);
    QByteArray text = url.toEncoded(QUrl::RemoveFragment).replace("snsapi_privateinfo", scope);
    if (!withAgent)
        text.replace("&agentid=" + s.rehearsal.agentId().toLatin1(), "");
    s.asker.agent = Asker::insideWecom;
    const QUrl target = s.asker.get(QUrl::fromEncoded(text)).location;
    s.asker.agent = Asker::nocobase;
    return QUrlQuery(target).queryItemValue(u"code"_s);
}

QJsonObject exchange(Services &s, const QString &code, const QString &path = u"auth/getuserinfo"_s)
{
    s.asker.agent = Asker::nocobase;
    return s.ask(path, {{u"code"_s, code}}).json();
}

} // namespace

class TstRehearsalLogin : public QObject
{
    Q_OBJECT
private slots:
    void goodAndBadDomainsGetTheSameDocument()
    {
        Services s;
        s.asker.agent = Asker::browser;
        const auto mismatch = s.asker.get(webLogin(s)); // no callback domain is set yet
        s.configure();
        const auto good = s.asker.get(webLogin(s));
        const auto broken = s.asker.get(s.wecom(u"/wwlogin/sso/login"_s, {{u"appid"_s, u"x"_s}}));
        QCOMPARE(good.status, 200);
        QCOMPARE(mismatch.body, good.body);
        QCOMPARE(broken.body, good.body);
        QVERIFY(!good.body.contains(QByteArrayLiteral("不一致"))); // only the script learns it
        QVERIFY(!good.body.contains("<img"));
        QVERIFY(good.body.contains("wwLogin_qrcode_img"));
        QCOMPARE(s.asker.get(s.wecom(u"/wwopen/sso/qrConnect"_s)).body, good.body);
    }

    void theScriptLearnsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("problem");
        const QString refused = u"该链接无法访问"_s;
        QTest::newRow("good") << u"login_type=CorpApp&appid=APP&agentid=AGENT&redirect_uri=CALLBACK"_s
                              << QString();
        QTest::newRow("other domain")
            << u"appid=APP&agentid=AGENT&redirect_uri=http%3A%2F%2Fcrm.example.com%2F"_s
            << u"redirect_uri 与配置的授权完成回调域名不一致"_s;
        QTest::newRow("other port") << u"appid=APP&agentid=AGENT&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F"_s
                                    << u"redirect_uri 与配置的授权完成回调域名不一致"_s;
        QTest::newRow("other path") << u"appid=APP&agentid=AGENT&redirect_uri=CALLBACK%2Fmore"_s << QString();
        QTest::newRow("other company") << u"appid=ww1&agentid=AGENT&redirect_uri=CALLBACK"_s << refused;
        QTest::newRow("other agent") << u"appid=APP&agentid=7&redirect_uri=CALLBACK"_s << refused;
        QTest::newRow("no address") << u"appid=APP&agentid=AGENT"_s << refused;
        QTest::newRow("encoded twice")
            << u"appid=APP&agentid=AGENT&redirect_uri=http%253A%252F%252F127.0.0.1"_s << refused;
        QTest::newRow("provider's type")
            << u"login_type=ServiceApp&appid=APP&agentid=AGENT&redirect_uri=CALLBACK"_s << refused;
        QTest::newRow("foreign scheme inside")
            << u"appid=APP&agentid=AGENT&redirect_uri=CALLBACK%3Fnext%3Djms%3A%2F%2Fx"_s << refused;
    }
    void theScriptLearnsWhatIsWrong()
    {
        QFETCH(QString, query);
        Services s;
        s.configure();
        query.replace(u"APP&"_s, s.rehearsal.companyId() + u'&').replace(u"AGENT"_s, s.rehearsal.agentId());
        query.replace(u"CALLBACK"_s, QString::fromLatin1(QUrl::toPercentEncoding(s.callback().toString())));
        QString problem;
        const QString key = s.openLoginPage(
            QUrl(s.rehearsal.wecomUrl().toString() + u"/wwlogin/sso/login?"_s + query), &problem);
        QTEST(problem, "problem");
        QCOMPARE(key.isEmpty(), !problem.isEmpty());
        if (!key.isEmpty())
            QCOMPARE(key.size(), 16);
    }

    void theQrCodeIsAPicture()
    {
        Services s;
        s.configure();
        const QString key = s.openLoginPage(webLogin(s));
        const auto picture = s.asker.get(s.wecom(u"/wwlogin/sso/qrcode"_s, {{u"key"_s, key}}));
        QCOMPARE(picture.status, 200);
        QCOMPARE(picture.contentType, QByteArray("image/svg+xml"));
        QVERIFY(picture.body.count("h1v1h-1z") > 150); // dark modules
        QCOMPARE(s.asker.get(s.wecom(u"/wwlogin/sso/qrcode"_s, {{u"key"_s, u"x"_s}})).status, 404);
    }

    void thePhoneGoesThroughItsStates()
    {
        Services s;
        s.configure();
        QCOMPARE(s.rehearsal.phone(), Phone::Idle);
        QVERIFY(!s.rehearsal.scan());
        QVERIFY(!s.rehearsal.agree());
        const QString key = s.openLoginPage(webLogin(s));
        QCOMPARE(s.rehearsal.phone(), Phone::PageWaits);
        QCOMPARE(s.poll(key).value(u"status"_s).toString(), u"QRCODE_SCAN_NEVER"_s);
        QVERIFY(!s.rehearsal.agree()); // not before the scan
        QVERIFY(s.rehearsal.scan());
        QVERIFY(!s.rehearsal.scan());
        QCOMPARE(s.rehearsal.phone(), Phone::Scanned);
        QCOMPARE(s.poll(key).value(u"status"_s).toString(), u"QRCODE_SCAN_ING"_s);
        QVERIFY(s.rehearsal.agree());
        QCOMPARE(s.rehearsal.phone(), Phone::Agreed);
        const QJsonObject agreed = s.poll(key);
        QCOMPARE(agreed.value(u"status"_s).toString(), u"QRCODE_SCAN_SUCC"_s);
        const QUrl target(agreed.value(u"location"_s).toString());
        QCOMPARE(QUrlQuery(target).queryItemValue(u"code"_s), agreed.value(u"auth_code"_s).toString());
        QCOMPARE(QUrlQuery(target).queryItemValue(u"state"_s), u"state"_s);
        QCOMPARE(target.adjusted(QUrl::RemoveQuery), s.callback());
        QCOMPARE(s.poll(key).value(u"auth_code"_s), agreed.value(u"auth_code"_s)); // one code for one page
    }

    void decliningGivesNoCode()
    {
        Services s;
        s.configure();
        const QString key = s.openLoginPage(webLogin(s));
        QVERIFY(s.rehearsal.scan());
        QVERIFY(s.rehearsal.decline());
        QCOMPARE(s.rehearsal.phone(), Phone::Declined);
        const QUrlQuery target(QUrl(s.poll(key).value(u"location"_s).toString()));
        QVERIFY(!target.hasQueryItem(u"code"_s));
        QCOMPARE(target.queryItemValue(u"state"_s), u"state"_s);
    }

    void thePhoneIsAPageToo()
    {
        Services s;
        s.configure();
        QCOMPARE(s.asker.get(s.rehearsal.phoneUrl()).status, 200);
        const QUrl state = s.wecom(u"/phone/state"_s), scan = s.wecom(u"/phone/scan"_s),
                   agree = s.wecom(u"/phone/agree"_s);
        QCOMPARE(s.asker.get(state).json().value(u"state"_s).toString(), u"idle"_s);
        QVERIFY(!s.asker.post(scan, {}).json().value(u"done"_s).toBool());
        s.openLoginPage(webLogin(s));
        QCOMPARE(s.asker.get(scan).status, 405); // looking is not scanning
        QCOMPARE(s.asker.get(state).json().value(u"state"_s).toString(), u"waits"_s);
        QVERIFY(s.asker.post(scan, {}).json().value(u"done"_s).toBool());
        QVERIFY(s.asker.post(agree, {}).json().value(u"done"_s).toBool());
        QCOMPARE(s.rehearsal.phone(), Phone::Agreed);
    }

    void aPageExpires()
    {
        Services s;
        s.configure();
        const QString key = s.openLoginPage(webLogin(s));
        s.rehearsal.passTime(301s);
        QCOMPARE(s.poll(key).value(u"status"_s).toString(), u"QRCODE_SCAN_ERR"_s);
        QVERIFY(!s.rehearsal.scan());
    }

    void thePhoneSaysThatThePageIsTooOld()
    {
        Services s;
        s.configure();
        QVERIFY(!s.openLoginPage(webLogin(s)).isEmpty());
        s.rehearsal.passTime(301s);
        QCOMPARE(s.rehearsal.phone(), Phone::Expired);
        QCOMPARE(s.asker.get(s.wecom(u"/phone/state"_s)).json().value(u"state"_s).toString(), u"expired"_s);
    }

    void thePhoneSaysThatThereIsNoPermission()
    {
        Services s;
        s.configure();
        s.rehearsal.setPhoneOwner(demo::PhoneOwner::ColleagueOutOfScope);
        s.openLoginPage(webLogin(s));
        QVERIFY(s.rehearsal.scan());
        QVERIFY(s.rehearsal.agree());
        QCOMPARE(s.rehearsal.phone(), Phone::NoPermission);
    }

    void aTourHoldsEachHop()
    {
        using login::TourHop;
        Services s;
        s.configure();
        const auto may = [&s](const QUrl &service, const char *hop) {
            const QUrl url(service.toString(QUrl::StripTrailingSlash) + u"/rehearsal/may?hop="_s +
                           QString::fromLatin1(hop));
            return s.asker.get(url).json().value(u"go"_s).toBool();
        };
        const QUrl nocobase = s.rehearsal.nocobaseUrl();
        QVERIFY(may(nocobase, "start")); // nothing is held without a tour
        QCOMPARE(s.rehearsal.waitsFor(), std::optional<TourHop>());
        s.rehearsal.holdHops(true);
        QVERIFY(may(nocobase, "sign-in-page"));
        QVERIFY(!may(nocobase, "start"));
        QCOMPARE(s.rehearsal.waitsFor(), std::optional(TourHop::Start));
        s.rehearsal.letHop(TourHop::WecomPage);
        QVERIFY(may(nocobase, "start")); // with those before it
        QVERIFY(may(nocobase, "wecom-page"));

        const QString key = s.openLoginPage(webLogin(s));
        QCOMPARE(s.rehearsal.waitsFor(), std::optional(TourHop::Scan));
        s.rehearsal.passTime(900s); // somebody explains for a quarter of an hour
        QVERIFY(s.rehearsal.scan());
        QCOMPARE(s.rehearsal.waitsFor(), std::optional(TourHop::Confirm));
        QVERIFY(s.rehearsal.agree());
        QCOMPARE(s.poll(key).value(u"status"_s).toString(), u"QRCODE_SCAN_ING"_s);
        QCOMPARE(s.rehearsal.waitsFor(), std::optional(TourHop::Callback));
        s.rehearsal.letHop(TourHop::Callback);
        const QJsonObject agreed = s.poll(key);
        QCOMPARE(agreed.value(u"status"_s).toString(), u"QRCODE_SCAN_SUCC"_s);

        s.asker.agent = Asker::browser;
        const QUrl callback = QUrl::fromEncoded(agreed.value(u"location"_s).toString().toLatin1());
        const auto held = s.asker.get(callback);
        QCOMPARE(held.status, 200);
        QVERIFY(held.body.contains("may('session')"));
        QCOMPARE(s.rehearsal.waitsFor(), std::optional(TourHop::Session));
        s.rehearsal.letHop(TourHop::Session);
        QCOMPARE(s.asker.get(callback).status, 302);
        QVERIFY(!may(nocobase, "landing"));
        s.rehearsal.holdHops(false);
        QVERIFY(may(nocobase, "landing"));
        QCOMPARE(s.rehearsal.waitsFor(), std::optional<TourHop>());
    }

    void oauthIsForTheClientAlone()
    {
        Services s;
        s.configure();
        const QUrl url = wecom::oauthUrl(s.rehearsal.wecomUrl(), s.rehearsal.companyId(),
                                         s.rehearsal.agentId(), s.callback(), u"st"_s);
        s.asker.agent = Asker::browser;
        const auto outside = s.asker.get(url);
        QCOMPARE(outside.status, 200);
        QVERIFY(QString::fromUtf8(outside.body).contains(u"请在企业微信客户端打开链接"_s));
        s.asker.agent = Asker::insideWecom;
        const auto inside = s.asker.get(url);
        QCOMPARE(inside.status, 302);
        QCOMPARE(inside.location.adjusted(QUrl::RemoveQuery), s.callback());
        QVERIFY(QUrlQuery(inside.location).hasQueryItem(u"code"_s));
        QCOMPARE(QUrlQuery(inside.location).queryItemValue(u"state"_s), u"st"_s);
    }

    void oauthChecksTheTrustedDomain()
    {
        Services s; // no trusted domain
        const QUrl url = wecom::oauthUrl(s.rehearsal.wecomUrl(), s.rehearsal.companyId(),
                                         s.rehearsal.agentId(), s.callback(), u"st"_s);
        s.asker.agent = Asker::insideWecom;
        const auto refused = s.asker.get(url);
        QCOMPARE(refused.location.path(), u"/wwopen/uriconfirm"_s);
        QCOMPARE(QUrlQuery(refused.location).queryItemValue(u"err_type"_s), u"domain_err"_s);
        QVERIFY(QString::fromUtf8(s.asker.get(refused.location).body)
                    .contains(u"redirect_uri需使用应用可信域名"_s));
    }

    void aCodeWorksOnce()
    {
        Services s;
        s.configure();
        const QString code = codeFromInside(s);
        QCOMPARE(exchange(s, code).value(u"userid"_s).toString(), u"LiWei"_s);
        QCOMPARE(exchange(s, code).value(u"errcode"_s).toInt(), 40029);
    }

    void aCodeLivesFiveMinutes()
    {
        Services s;
        s.configure();
        const QString early = codeFromInside(s), late = codeFromInside(s);
        s.rehearsal.passTime(299s);
        QCOMPARE(exchange(s, early).value(u"errcode"_s).toInt(), 0);
        s.rehearsal.passTime(2s);
        QCOMPARE(exchange(s, late).value(u"errcode"_s).toInt(), 42003);
    }

    void theDomainIsLookedAtAgainAtTheExchange()
    {
        Services s;
        s.configure();
        const QString code = codeFromInside(s);
        s.rehearsal.setFaults({u"domain.oauth.mismatch"_s});
        QCOMPARE(exchange(s, code).value(u"errcode"_s).toInt(), 50001);
        s.rehearsal.setFaults({});
        QCOMPARE(exchange(s, code).value(u"errcode"_s).toInt(), 0);
    }

    void whoGetsWhat_data()
    {
        QTest::addColumn<int>("owner");
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<bool>("withAgent");
        QTest::addColumn<bool>("userid");
        QTest::addColumn<bool>("ticket");
        const QByteArray base = "snsapi_base", full = "snsapi_privateinfo";
        QTest::newRow("colleague") << 0 << full << true << true << true;
        QTest::newRow("colleague, base") << 0 << base << true << true << false;
        QTest::newRow("colleague, no agentid") << 0 << full << false << true << false;
        QTest::newRow("out of scope, base") << 1 << base << true << true << false;
        QTest::newRow("outsider, base") << 2 << base << true << false << false;
    }
    void whoGetsWhat()
    {
        QFETCH(int, owner);
        QFETCH(QByteArray, scope);
        QFETCH(bool, withAgent);
        QFETCH(bool, userid);
        QFETCH(bool, ticket);
        Services s;
        s.configure();
        s.rehearsal.setPhoneOwner(demo::PhoneOwner(owner));
        const QJsonObject who = exchange(s, codeFromInside(s, scope, withAgent));
        QCOMPARE(who.value(u"errcode"_s).toInt(-1), 0);
        QCOMPARE(who.contains(u"userid"_s), userid);
        QCOMPARE(who.contains(u"openid"_s), !userid);
        QCOMPARE(who.contains(u"user_ticket"_s), ticket);
        const QJsonObject legacy = exchange(s, codeFromInside(s, scope, withAgent), u"user/getuserinfo"_s);
        QCOMPARE(legacy.contains(u"UserId"_s), userid);
        QCOMPARE(legacy.contains(u"OpenId"_s), !userid);
    }

    void privateInfoNeedsTheScope()
    {
        Services s;
        s.configure();
        s.rehearsal.setPhoneOwner(demo::PhoneOwner::ColleagueOutOfScope);
        QVERIFY(codeFromInside(s).isEmpty()); // an error page instead
    }

    void theWebLoginHasNoTicket()
    {
        Services s;
        s.configure();
        const QString key = s.openLoginPage(webLogin(s));
        QVERIFY(s.rehearsal.scan() && s.rehearsal.agree());
        const QJsonObject who = exchange(s, s.poll(key).value(u"auth_code"_s).toString());
        QCOMPARE(who.value(u"userid"_s).toString(), u"LiWei"_s);
        QVERIFY(!who.contains(u"user_ticket"_s));
    }

    void aTicketGivesThePhoneNumber()
    {
        Services s;
        s.configure();
        const QString ticket = exchange(s, codeFromInside(s)).value(u"user_ticket"_s).toString();
        const QJsonObject detail = s.tell(u"auth/getuserdetail"_s, {{u"user_ticket"_s, ticket}}).json();
        QCOMPARE(detail.value(u"userid"_s).toString(), u"LiWei"_s);
        QVERIFY(!detail.value(u"mobile"_s).toString().isEmpty());
        QVERIFY(!detail.contains(u"name"_s));
        QCOMPARE(s.tell(u"auth/getuserdetail"_s, {}).errcode(), 84090);
        QCOMPARE(s.tell(u"auth/getuserdetail"_s, {{u"user_ticket"_s, u"x"_s}}).errcode(), 84015);
        s.rehearsal.passTime(1801s);
        QCOMPARE(s.tell(u"auth/getuserdetail"_s, {{u"user_ticket"_s, ticket}}).errcode(), 84014);
    }
};

QTEST_GUILESS_MAIN(TstRehearsalLogin)
#include "tst_rehearsallogin.moc"
