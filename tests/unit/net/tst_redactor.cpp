// SPDX-License-Identifier: Apache-2.0
#include "net/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace net;
using namespace Qt::StringLiterals;

// Every secret in these tables contains "kAnArY" or, where numbers are the point, 987654321.
class TestRedactor : public QObject
{
    Q_OBJECT
private slots:
    void url_data();
    void url();
    void text_data();
    void text();
    void json_data();
    void json();
    void header_data();
    void header();
    void names_data();
    void names();
    void twiceIsOnce();
};

namespace {

void mustHide(const QString &shown)
{
    QVERIFY2(!shown.contains(u"kAnArY"_s, Qt::CaseInsensitive), qPrintable(shown));
    QVERIFY2(!shown.contains(u"987654321"_s), qPrintable(shown));
}

QString encoded(const QString &plain, int times)
{
    QString result = plain;
    for (int i = 0; i < times; ++i)
        result = QString::fromLatin1(QUrl::toPercentEncoding(result));
    return result;
}

} // namespace

void TestRedactor::url_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("kept");
    const QStringList ids = {u"corpid=ww1234"_s};
    QTest::newRow("gettoken")
        << u"https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1234&corpsecret=kAnArY"_s
        << ids + QStringList{u"qyapi.weixin.qq.com/cgi-bin/gettoken"_s, u"corpsecret=***"_s};
    QTest::newRow("token") << u"https://h/agent/get?access_token=kAnArY&agentid=1000002"_s
                           << QStringList{u"agentid=1000002"_s};
    QTest::newRow("callback") << u"https://crm.example.com/api/wecom:redirect?code=kAnArY-_x&state=kAnArY2"_s
                              << QStringList{u"/api/wecom:redirect"_s};
    QTest::newRow("landing") << u"https://crm.example.com/admin?authenticator=wecom&token=kAnArY"_s
                             << QStringList{u"authenticator=wecom"_s};
    QTest::newRow("fragment") << u"https://h/#access_token=kAnArY&x=1"_s << QStringList{u"x=1"_s};
    QTest::newRow("fragment route") << u"https://h/#/page?ticket=kAnArY"_s << QStringList{u"#/page"_s};
    QTest::newRow("user") << u"https://admin:kAnArY@h/path"_s << QStringList{u"h/path"_s};
    QTest::newRow("name encoded") << u"https://h/?%63ode=kAnArY&a=1"_s << QStringList{u"a=1"_s};
    QTest::newRow("value with escapes") << u"https://h/?code=a%26kAnArY&a=1"_s << QStringList{u"a=1"_s};
    QTest::newRow("upper case") << u"https://h/?CODE=kAnArY"_s << QStringList{};
    QTest::newRow("semicolon") << u"https://h/p;token=kAnArY?x=1"_s << QStringList{};
    const QString inner =
        u"https://crm.example.com/api/wecom:redirect?code=kAnArY&state=kAnArY&next=/admin"_s;
    for (int times = 1; times <= 4; ++times) {
        QTest::addRow("nested %d", times)
            << u"https://login.work.weixin.qq.com/sso?appid=ww1234&redirect_uri=%1&agentid=7"_s.arg(
                   encoded(inner, times))
            << QStringList{u"appid=ww1234"_s, u"agentid=7"_s, u"crm.example.com"_s};
    }
    QTest::newRow("nested in nested")
        << u"https://a/?u="_s + encoded(u"https://b/?v="_s + encoded(inner, 1), 1)
        << QStringList{u"crm.example.com"_s};
    QTest::newRow("nested in fragment") << u"https://a/#u="_s + encoded(inner, 1) << QStringList{};
    QTest::newRow("nested json") << u"https://a/?q="_s +
                                        encoded(u"{\"secret\":\"kAnArY\",\"agentid\":7}"_s, 1)
                                 << QStringList{};
    QTest::newRow("nested json, twice")
        << u"https://a/?q="_s + encoded(u"{\"secret\":\"kAnArY\"}"_s, 2) << QStringList{};
    QTest::newRow("token looks") << u"https://h/go/eyJhbGciOiJI.eyJrQW5BclkiOjF9kAnArY.kAnArY"_s
                                 << QStringList{};
    QTest::newRow("empty") << u"https://h/?code=&x=1"_s << QStringList{u"code=&"_s};
}

void TestRedactor::url()
{
    QFETCH(QString, url);
    QFETCH(QStringList, kept);
    const QString shown = redact::url(QUrl(url)).toString(QUrl::FullyEncoded);
    mustHide(shown);
    for (const QString &part : std::as_const(kept))
        QVERIFY2(shown.contains(part), qPrintable(shown));
    mustHide(redact::text(url));
    mustHide(redact::text(u"went to "_s + url + u" and came back"_s));
    QVERIFY(redact::text(u"went to "_s + url + u" and came back"_s).endsWith(u" and came back"_s));
}

void TestRedactor::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: only the canary counts
    QTest::newRow("nothing") << u"Nothing to hide here: 40029, ip 1.2.3.4"_s
                             << u"Nothing to hide here: 40029, ip 1.2.3.4"_s;
    QTest::newRow("bearer") << u"Authorization: Bearer kAnArY"_s << u"Authorization: ***"_s;
    QTest::newRow("bearer alone") << u"sent Bearer kAnArY.x-y to it"_s << u"sent Bearer *** to it"_s;
    QTest::newRow("bearer word") << u"the bearer of this"_s << u"the bearer of this"_s;
    QTest::newRow("cookie line") << u"a\nSet-Cookie: token=kAnArY; Path=/\nb"_s << u"a\nSet-Cookie: ***\nb"_s;
    QTest::newRow("form") << u"grant=x&client_secret=kAnArY&corpid=ww1"_s
                          << u"grant=x&client_secret=***&corpid=ww1"_s;
    QTest::newRow("json") << u"got {\"errcode\":0,\"access_token\":\"kAnArY\",\"expires_in\":7200}"_s
                          << u"got {\"errcode\":0,\"access_token\":\"***\",\"expires_in\":7200}"_s;
    QTest::newRow("json in json") << u"{\"body\":\"{\\\"password\\\":\\\"kAn\\\\\\\"ArY\\\"}\"}"_s
                                  << QString();
    QTest::newRow("json, escaped quote")
        << u"{\"secret\":\"a\\\"kAnArY\",\"x\":1}"_s << u"{\"secret\":\"***\",\"x\":1}"_s;
    QTest::newRow("json, cut") << u"{\"a\":1,\"secret\":\"kAnArY"_s << QString();
    QTest::newRow("json, number") << u"{\"password\":987654321,\"code\":40029}"_s
                                  << u"{\"password\":***,\"code\":40029}"_s;
    QTest::newRow("python") << u"{'secret': 'kAnArY', 'x': 1}"_s << u"{'secret': '***', 'x': 1}"_s;
    QTest::newRow("colon") << u"Secret: kAnArY, AgentId: 7"_s << u"Secret: ***, AgentId: 7"_s;
    QTest::newRow("spaces") << u"password = kAnArY done"_s << u"password = *** done"_s;
    QTest::newRow("error code") << u"error code: 40029, hint"_s << u"error code: 40029, hint"_s;
    QTest::newRow("wecom") << u"not allow to access from your ip, from ip: 203.0.113.7, errcode=60020"_s
                           << u"not allow to access from your ip, from ip: 203.0.113.7, errcode=60020"_s;
    QTest::newRow("chinese") << u"回调 code=kAnArY 失败"_s << u"回调 code=*** 失败"_s;
    QTest::newRow("two") << u"code=kAnArY1 state=kAnArY2"_s << u"code=*** state=***"_s;
    QTest::newRow("array") << u"tokens [\"x\"] token=kAnArY"_s << u"tokens [\"x\"] token=***"_s;
    QTest::newRow("curl") << u"curl -H 'Authorization: Bearer kAnArY' https://h"_s << QString();
    QTest::newRow("qt") << u"Error transferring https://h/gettoken?corpsecret=kAnArY - server replied: No"_s
                        << u"Error transferring https://h/gettoken?corpsecret=*** - server replied: No"_s;
}

void TestRedactor::text()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QString shown = redact::text(text);
    mustHide(shown);
    if (!expected.isEmpty())
        QCOMPARE(shown, expected);
}

void TestRedactor::json_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("token") << R"({"data":{"token":"kAnArY","user":{"id":1}}})"_ba
                           << R"({"data":{"token":"***","user":{"id":1}}})"_ba;
    QTest::newRow("options")
        << R"({"options":{"public":{"corpId":"ww1","agentId":"7"},"secret":"kAnArY"}})"_ba
        << R"({"options":{"public":{"corpId":"ww1","agentId":"7"},"secret":"***"}})"_ba;
    QTest::newRow("deep") << R"([[{"appSecret":{"v":"kAnArY"}}]])"_ba
                          << R"([[{"appSecret":"***"}]])"_ba;
    QTest::newRow("row")
        << R"([{"name":"Authorization","value":"kAnArY"},{"name":"X-Locale","value":"zh"}])"_ba
        << R"([{"name":"Authorization","value":"***"},{"name":"X-Locale","value":"zh"}])"_ba;
    QTest::newRow("url inside") << R"({"url":"https://h/?access_token=kAnArY&agentid=7"})"_ba
                                << R"({"url":"https://h/?access_token=***&agentid=7"})"_ba;
    QTest::newRow("json inside") << R"({"said":"{\"secret\":\"kAnArY\"}"})"_ba
                                 << R"({"said":"{\"secret\":\"***\"}"})"_ba;
    QTest::newRow("kept") << R"({"code":0,"errcode":40029,"hasPassword":true,"secret":"","token":null})"_ba
                          << R"({"code":0,"errcode":40029,"hasPassword":true,"secret":"","token":null})"_ba;
    QTest::newRow("number") << R"({"password":987654321})"_ba
                            << R"({"password":"***"})"_ba;
}

void TestRedactor::json()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto value = [](const QByteArray &bytes) {
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    };
    QVERIFY(!value(before).toObject().isEmpty() || !value(before).toArray().isEmpty());
    QCOMPARE(redact::json(value(before)), value(after));
}

void TestRedactor::header_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("bearer") << "Authorization"_ba
                            << "Bearer kAnArY"_ba
                            << "Bearer ***"_ba;
    QTest::newRow("bare") << "authorization"_ba
                          << "kAnArY"_ba
                          << "***"_ba;
    QTest::newRow("proxy") << "Proxy-Authorization"_ba
                           << "Basic kAnArY=="_ba
                           << "Basic ***"_ba;
    QTest::newRow("cookie") << "Cookie"_ba
                            << "a=kAnArY"_ba
                            << "***"_ba;
    QTest::newRow("set-cookie") << "set-cookie"_ba
                                << "a=kAnArY; Path=/"_ba
                                << "***"_ba;
    QTest::newRow("new token") << "X-New-Token"_ba
                               << "kAnArY"_ba
                               << "***"_ba;
    QTest::newRow("location") << "Location"_ba
                              << "/admin?token=kAnArY&authenticator=wecom"_ba
                              << "/admin?token=***&authenticator=wecom"_ba;
    QTest::newRow("plain") << "X-Authenticator"_ba
                           << "basic"_ba
                           << "basic"_ba;
    QTest::newRow("type") << "Content-Type"_ba
                          << "application/json; charset=utf-8"_ba
                          << "application/json; charset=utf-8"_ba;
    QTest::newRow("empty") << "Authorization"_ba
                           << ""_ba
                           << ""_ba;
}

void TestRedactor::header()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(redact::header(name, value), "expected");
}

void TestRedactor::names_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *name :
         {"secret",      "corpsecret",    "Secret", "password",     "access_token", "suite_access_token",
          "code",        "auth_code",     "ticket", "jsapi_ticket", "state",        "token",
          "x-new-token", "Authorization", "Cookie", "Set-Cookie",   "apiKey",       "client_secret",
          "appSecret",   "user_ticket"})
        QTest::newRow(name) << true;
    for (const char *name :
         {"corpid", "corpId", "agentid", "appid", "errcode", "errmsg", "origin", "redirect_uri",
          "authenticator", "userid", "statusCode", "status", "name", "expires_in", "barcode"})
        QTest::newRow(name) << false;
}

void TestRedactor::names()
{
    QTEST(redact::isSecretName(QString::fromLatin1(QTest::currentDataTag())), "secret");
}

void TestRedactor::twiceIsOnce()
{
    const QString once =
        redact::text(u"https://h/?code=kAnArY {\"secret\":\"kAnArY\"} Bearer kAnArY password: kAnArY"_s);
    mustHide(once);
    QCOMPARE(redact::text(once), once);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
