// SPDX-License-Identifier: Apache-2.0
#include "wecom/links.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace wecom;

class TstLinks : public QObject
{
    Q_OBJECT
private slots:
    void buildsWebLogin_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("expected");
        const QString tail =
            u"/wwlogin/sso/login?login_type=CorpApp&appid=ww9f3c1a7be4d2065a&agentid=1000004&redirect_uri="
            "https%3A%2F%2Fcrm.example.com%2Fapi%2Fwecom%3Aredirect%3Fa%3D1%26b%3D2&state=a%2Bb%3D&lang="_s;
        QTest::newRow("WeCom") << u"https://login.work.weixin.qq.com"_s << u"en"_s
                               << u"https://login.work.weixin.qq.com"_s + tail + u"en"_s;
        QTest::newRow("Chinese") << u"https://login.work.weixin.qq.com/"_s << u"zh_CN"_s
                                 << u"https://login.work.weixin.qq.com"_s + tail + u"zh"_s;
        QTest::newRow("private, with a path") << u"http://127.0.0.1:8080/wecom"_s << u"ja"_s
                                              << u"http://127.0.0.1:8080/wecom"_s + tail + u"en"_s;
    }
    void buildsWebLogin()
    {
        QFETCH(QString, host);
        QFETCH(QString, language);
        QFETCH(QString, expected);
        const QUrl redirect(u"https://crm.example.com/api/wecom:redirect?a=1&b=2"_s);
        const QUrl url =
            webLoginUrl(QUrl(host), u"ww9f3c1a7be4d2065a"_s, u"1000004"_s, redirect, u"a+b="_s, language);
        QCOMPARE(QString::fromLatin1(url.toEncoded()), expected);
    }

    void buildsOAuth()
    {
        const QUrl url =
            oauthUrl(QUrl(u"https://open.weixin.qq.com"_s), u"ww9f3c1a7be4d2065a"_s, u"1000004"_s,
                     QUrl(u"https://crm.example.com:8443/api/wecom:redirect"_s), u"st"_s);
        const QString text = QString::fromLatin1(url.toEncoded());
        QVERIFY(text.endsWith(u"#wechat_redirect"_s)); // WeCom demands it
        QVERIFY(
            text.contains(u"redirect_uri=https%3A%2F%2Fcrm.example.com%3A8443%2Fapi%2Fwecom%3Aredirect&"_s));
        const QUrlQuery query(url);
        QCOMPARE(query.queryItemValue(u"scope"_s), u"snsapi_privateinfo"_s);
        QCOMPARE(query.queryItemValue(u"agentid"_s), u"1000004"_s);
        QCOMPARE(query.queryItemValue(u"response_type"_s), u"code"_s);
    }

    void roundTrips()
    {
        const QUrl redirect(u"https://crm.example.com/nb/api/wecom:redirect?x=%26"_s);
        const QUrl host(u"http://127.0.0.1:4321"_s);
        const auto web = parseLoginLink(webLoginUrl(host, u"ww1"_s, u"7"_s, redirect, u"s+/="_s, u"zh"_s));
        QVERIFY(web);
        QCOMPARE(web->kind, LinkKind::WebLogin);
        QCOMPARE(web->host, u"127.0.0.1:4321"_s);
        QCOMPARE(web->companyId, u"ww1"_s);
        QCOMPARE(web->agentId, u"7"_s);
        QCOMPARE(web->redirectUri, redirect);
        QCOMPARE(web->state, u"s+/="_s);
        QVERIFY(web->scope.isEmpty());
        const auto oauth = parseLoginLink(oauthUrl(host, u"ww1"_s, u"7"_s, redirect, u"s"_s));
        QVERIFY(oauth);
        QCOMPARE(oauth->kind, LinkKind::OAuth);
        QCOMPARE(oauth->redirectUri, redirect);
        QCOMPARE(oauth->scope, u"snsapi_privateinfo"_s);
    }

    void parses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("redirect");
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("agentId");
        const QByteArray login =
            "https://login.work.weixin.qq.com/wwlogin/sso/login?appid=ww1&agentid=7&redirect_uri=";
        QTest::newRow("encoded once")
            << QByteArray(login + "https%3A%2F%2Fa.example%2Fcb%3Fx%3D1&state=s")
            << u"https://a.example/cb?x=1"_s << u"https%3A%2F%2Fa.example%2Fcb%3Fx%3D1"_s << u"7"_s;
        QTest::newRow("encoded twice")
            << QByteArray(login + "https%253A%252F%252Fa.example%252Fcb&state=s") << u"https://a.example/cb"_s
            << u"https%253A%252F%252Fa.example%252Fcb"_s << u"7"_s;
        QTest::newRow("not encoded, cut at &")
            << QByteArray(login + "https://a.example/cb?x=1&y=2") << u"https://a.example/cb?x=1"_s
            << u"https://a.example/cb?x=1"_s << u"7"_s;
        QTest::newRow("old address, no agent")
            << QByteArray("https://open.work.weixin.qq.com/wwopen/sso/"
                          "qrConnect?appid=ww1&redirect_uri=https%3A%2F%2Fa.example")
            << u"https://a.example"_s << u"https%3A%2F%2Fa.example"_s << QString();
        QTest::newRow("oauth, no redirect")
            << QByteArray(
                   "https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww1&agentid=7#wechat_redirect")
            << QString() << QString() << u"7"_s;
    }
    void parses()
    {
        QFETCH(QByteArray, address);
        QFETCH(QString, redirect);
        const auto link = parseLoginLink(QUrl::fromEncoded(address));
        QVERIFY(link);
        QCOMPARE(link->companyId, u"ww1"_s);
        QCOMPARE(link->redirectUri, QUrl(redirect));
        QTEST(link->redirectUriRaw, "raw");
        QTEST(link->agentId, "agentId");
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("sign-in page") << u"https://crm.example.com/signin"_s;
        QTest::newRow("callback") << u"https://crm.example.com/api/wecom:redirect?code=1"_s;
        QTest::newRow("in a parameter only") << u"https://x.example/?next=/wwlogin/sso/login"_s;
        QTest::newRow("empty") << QString();
    }
    void refusesOthers()
    {
        QFETCH(QString, address);
        QVERIFY(!parseLoginLink(QUrl(address)));
    }

    void states_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("authenticator");
        QTest::addColumn<QString>("redirect");
        const QByteArray form = "redirect=%2Fadmin%3Fx%3D1&app=main&name=s_5lmlffyve9n&isWeComBrowser=true";
        const QString full = QString::fromLatin1(form.toBase64());
        QTest::newRow("base64") << full << u"s_5lmlffyve9n"_s << u"/admin?x=1"_s;
        QTest::newRow("no padding") << QString::fromLatin1(QByteArray("redirect=&app=main&name=wecom")
                                                               .toBase64(QByteArray::OmitTrailingEquals))
                                    << u"wecom"_s << QString();
        QTest::newRow("URL-safe") << QString::fromLatin1(
                                         QByteArray("redirect=/\xC3\xBF\xC3\xBF?>>&app=main&name=a")
                                             .toBase64(QByteArray::Base64UrlEncoding))
                                  << u"a"_s << u"/\u00FF\u00FF?>>"_s;
        QTest::newRow("plain form") << u"redirect=/admin&app=main&name=basic2"_s << u"basic2"_s
                                    << u"/admin"_s;
        QTest::newRow("escaped form")
            << u"name%3Dbasic3%26app%3Dmain%26redirect%3D%2Fm"_s << u"basic3"_s << u"/m"_s;
    }
    void states()
    {
        QFETCH(QString, state);
        const auto parsed = parseState(state);
        QVERIFY(parsed);
        QTEST(parsed->authenticator, "authenticator");
        QTEST(parsed->redirect, "redirect");
        QCOMPARE(parsed->application, u"main"_s);
    }

    void foreignStates_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("empty") << QString();
        QTest::newRow("random") << u"8f3a0c"_s;
        QTest::newRow("base64 of something else")
            << QString::fromLatin1(QByteArray("hello=world").toBase64());
    }
    void foreignStates()
    {
        QFETCH(QString, state);
        QVERIFY(!parseState(state));
    }
};

QTEST_GUILESS_MAIN(TstLinks)
#include "tst_links.moc"
