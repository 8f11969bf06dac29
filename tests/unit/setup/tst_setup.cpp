// SPDX-License-Identifier: Apache-2.0
#include "setup/schema.h"
#include "setup/setup.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSetup : public QObject
{
    Q_OBJECT
private slots:
    void roundTrip();
    void whatFieldsTakeCanBeReadAgain();
    void unknownMembersSurvive();
    void rejects_data();
    void rejects();
    void typedAddress_data();
    void typedAddress();
    void rehearsalIsLoopbackOnly();
    void noSecretInFile();
    void handOverHasNoIds();
};

namespace {

QJsonObject parse(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject smallest()
{
    return parse(R"({"schema":"wecom-setup/1","id":"crm","nocobase":{"url":"https://crm.example.com"}})");
}

} // namespace

void TestSetup::roundTrip()
{
    setup::Setup made;
    made.id = u"crm"_s;
    made.name = u"客户 CRM"_s;
    made.nocobase = {QUrl(u"https://crm.example.com/nb"_s), u"branch"_s, u"admin@example.com"_s, true};
    made.authenticator.name = u"wecom"_s;
    made.authenticator.origin = u"https://crm.example.com"_s;
    made.authenticator.redirectLink = u"/m"_s;
    made.authenticator.autoSignup = true;
    made.authenticator.automaticLogin = true;
    made.authenticator.enabled = false;
    made.homepage = {u"https://crm.example.com/admin"_s, u"https://crm.example.com/m"_s};
    made.confirmed.insert(u"callback"_s, QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate));

    const auto read = setup::fromJson(setup::toJson(made));
    QVERIFY(read);
    setup::Setup compared = *read;
    compared.unknown = {};
    QVERIFY(compared == made);
}

// Fields take them as they are; the checks say what is wrong with them.
void TestSetup::whatFieldsTakeCanBeReadAgain()
{
    setup::Setup made;
    made.id = u"crm"_s;
    made.name = QString(setup::longest(u"/name"_s), u'n');
    made.nocobase.account = QString(setup::longest(u"/nocobase/account"_s), u'a');
    made.nocobase.application = QString(setup::longest(u"/nocobase/application"_s), u'a');
    made.authenticator.title = QString(setup::longest(u"/authenticator/title"_s), u't');
    made.authenticator.tooltip = QString(setup::longest(u"/authenticator/tooltip"_s), u't');
    QVERIFY(setup::fromJson(setup::toJson(made)));
    for (const QString &link :
         {u"dashboard"_s, u"no page"_s, QString(setup::longest(u"/authenticator/redirectLink"_s), u'客')}) {
        made.authenticator.redirectLink = link;
        const auto read = setup::fromJson(setup::toJson(made));
        QVERIFY(read);
        QCOMPARE(read->authenticator.redirectLink, link);
    }
    made.name += u'n';
    QVERIFY(!setup::fromJson(setup::toJson(made)));
}

void TestSetup::unknownMembersSurvive()
{
    QJsonObject json = smallest();
    json.insert(u"later"_s, 7);
    QJsonObject nocobase = json.value(u"nocobase"_s).toObject();
    nocobase.insert(u"proxyName"_s, u"x"_s);
    json.insert(u"nocobase"_s, nocobase);

    auto read = setup::fromJson(json);
    QVERIFY(read);
    read->nocobase.account = u"admin"_s;
    const QJsonObject written = setup::toJson(*read);
    QCOMPARE(written.value(u"later"_s).toInt(), 7);
    QCOMPARE(written.value(u"nocobase"_s).toObject().value(u"proxyName"_s).toString(), u"x"_s);
    QCOMPARE(written.value(u"nocobase"_s).toObject().value(u"account"_s).toString(), u"admin"_s);
}

void TestSetup::rejects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");

    QTest::newRow("no schema") << QByteArray(R"({"id":"crm","nocobase":{"url":""}})") << u"/"_s;
    QTest::newRow("other schema") << QByteArray(
                                         R"({"schema":"wecom-setup/9","id":"crm","nocobase":{"url":""}})")
                                  << u"/schema"_s;
    QTest::newRow("id leaves the folder")
        << QByteArray(R"({"schema":"wecom-setup/1","id":"../x","nocobase":{"url":""}})") << u"/id"_s;
    QTest::newRow("no web address")
        << QByteArray(R"({"schema":"wecom-setup/1","id":"crm","nocobase":{"url":"ftp://x"}})")
        << u"/nocobase/url"_s;
    QTest::newRow("password in the address")
        << QByteArray(R"({"schema":"wecom-setup/1","id":"crm","nocobase":{"url":"https://a:b@x"}})")
        << u"/nocobase/url"_s;
    QTest::newRow("origin with a path")
        << QByteArray(
               R"({"schema":"wecom-setup/1","id":"crm","nocobase":{"url":"https://x"},"authenticator":{"origin":"https://x/y"}})")
        << u"/authenticator/origin"_s;
    QTest::newRow("switch as text")
        << QByteArray(
               R"({"schema":"wecom-setup/1","id":"crm","nocobase":{"url":"https://x"},"authenticator":{"enabled":"yes"}})")
        << u"/authenticator/enabled"_s;
    QTest::newRow("WeCom in clear")
        << QByteArray(
               R"({"schema":"wecom-setup/1","id":"crm","nocobase":{"url":"https://x"},"wecom":{"api":"http://qyapi.example.com"}})")
        << u"/wecom/api"_s;
}

void TestSetup::rejects()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const auto read = setup::fromJson(parse(json));
    QVERIFY(!read);
    QCOMPARE(read.error().param(u"field"_s), field);
}

void TestSetup::typedAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url"); // empty: refused

    QTest::newRow("host") << u"crm.example.com"_s << u"https://crm.example.com"_s;
    QTest::newRow("blanks around") << u"  https://crm.example.com/ "_s << u"https://crm.example.com"_s;
    QTest::newRow("admin page") << u"https://crm.example.com/admin/abc?x=1#y"_s
                                << u"https://crm.example.com"_s;
    QTest::newRow("sign-in page") << u"https://crm.example.com/signin?redirect=/admin"_s
                                  << u"https://crm.example.com"_s;
    QTest::newRow("modern page") << u"https://crm.example.com/v/admin/"_s << u"https://crm.example.com"_s;
    QTest::newRow("sub-path") << u"https://crm.example.com/nb/signin"_s << u"https://crm.example.com/nb"_s;
    QTest::newRow("api") << u"https://crm.example.com/nb/api/"_s << u"https://crm.example.com/nb"_s;
    QTest::newRow("default port") << u"https://crm.example.com:443"_s << u"https://crm.example.com"_s;
    QTest::newRow("own port") << u"http://10.0.0.5:13000/"_s << u"http://10.0.0.5:13000"_s;
    QTest::newRow("loopback") << u"localhost:13000"_s << u"http://localhost:13000"_s;
    QTest::newRow("empty") << u" "_s << QString();
    QTest::newRow("words") << u"my crm"_s << QString();
    QTest::newRow("other scheme") << u"ftp://crm.example.com"_s << QString();
    QTest::newRow("with password") << u"https://a:b@crm.example.com"_s << QString();
}

void TestSetup::typedAddress()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    const auto read = setup::nocobaseUrlFromTyped(typed);
    QCOMPARE(read.has_value(), !url.isEmpty());
    if (read)
        QCOMPARE(read->toString(), url);
}

void TestSetup::rehearsalIsLoopbackOnly()
{
    setup::Setup setup;
    const QUrl here(u"http://127.0.0.1:4000"_s);
    setup.nocobase.url = here;
    setup.wecom = {here, here, here};
    QVERIFY(setup.isRehearsal());
    setup.wecom.oauth = QUrl(u"https://open.weixin.qq.com"_s);
    QVERIFY(!setup.isRehearsal());
}

void TestSetup::noSecretInFile()
{
    setup::Setup setup;
    setup.id = u"crm"_s;
    const QByteArray text = QJsonDocument(setup::toJson(setup)).toJson();
    for (const char *word : {"secret", "password", "token"})
        QVERIFY2(!text.toLower().contains(word), word);
}

void TestSetup::handOverHasNoIds()
{
    setup::Setup setup;
    setup.id = u"crm"_s;
    setup.nocobase.account = u"admin"_s;
    setup.homepage.desktop = u"https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww9f3c1a7be4d2065a"
                             "&agentid=1000004&redirect_uri=https%3A%2F%2Fcrm.example.com#wechat_redirect"_s;
    setup.homepage.mobile = u"https://crm.example.com/m"_s;
    const QByteArray text = QJsonDocument(setup::toJson(setup::forHandOver(setup))).toJson();
    QVERIFY(!text.contains("ww9f3c1a7be4d2065a"));
    QVERIFY(!text.contains("1000004"));
    QVERIFY(text.contains("https://crm.example.com/m"));
}

QTEST_GUILESS_MAIN(TestSetup)
#include "tst_setup.moc"
