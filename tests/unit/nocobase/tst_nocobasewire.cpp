// SPDX-License-Identifier: Apache-2.0
#include "nocobase/client.h"
#include "nocobase/wire.h"

#include <QJsonDocument>
#include <QTest>

// In raw strings "//" is written "\/\/": moc 6.4 takes it for a comment there.

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Target;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

net::Response response(int status, const QByteArray &type, const QByteArray &body)
{
    net::Response answer;
    answer.status = status;
    answer.contentType = type;
    answer.headers = {{"Content-Type", type}, {"Location", "https://crm.example.com/"}};
    answer.body = body;
    answer.url = QUrl(u"http://crm.example.com/api/app:getInfo"_s);
    return answer;
}

QByteArray page(const QByteArray &api)
{
    return "<html><script>window['__nocobase_api_base_url__'] = '" + api + "';</script></html>";
}

} // namespace

class TestNocobaseWire : public QObject
{
    Q_OBJECT
private slots:
    void addresses_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("api");
        QTest::newRow("bare") << u"https://crm.example.com"_s << u"https://crm.example.com/api/app:getInfo"_s;
        QTest::newRow("slash") << u"https://crm.example.com/"_s
                               << u"https://crm.example.com/api/app:getInfo"_s;
        QTest::newRow("sub-path") << u"http://127.0.0.1:13000/nb"_s
                                  << u"http://127.0.0.1:13000/nb/api/app:getInfo"_s;
        QTest::newRow("query") << u"https://crm.example.com/nb/?x=1#y"_s
                               << u"https://crm.example.com/nb/api/app:getInfo"_s;
    }
    void addresses()
    {
        QFETCH(QString, base);
        QFETCH(QString, api);
        QCOMPARE(Target{QUrl(base)}.api(u"app:getInfo"_s).toString(), api);
    }

    void judges_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("fault"); // -1: a success
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("value");
        const QByteArray json = "application/json; charset=utf-8", html = "text/html; charset=utf-8";
        const auto code = [](FaultCode fault) { return static_cast<int>(fault); };
        QTest::newRow("success") << 200 << json << QByteArray(R"({"data":1})") << -1 << QString()
                                 << QString();
        QTest::newRow("refused") << 401 << json
                                 << QByteArray(R"({"errors":[{"message":"no","code":"EXPIRED_SESSION"}]})")
                                 << code(FaultCode::NocobaseError) << u"code"_s << u"EXPIRED_SESSION"_s;
        QTest::newRow("refused without a code")
            << 400 << json << QByteArray(R"({"errors":[{"message":"Name already exists"}]})")
            << code(FaultCode::NocobaseError) << u"status"_s << u"400"_s;
        QTest::newRow("restarting")
            << 503 << json
            << QByteArray(
                   R"({"error":{"message":"x","maintaining":true,"code":"APP_COMMANDING","command":{"name":"pm.enable"}}})")
            << code(FaultCode::Restarting) << u"command"_s << u"pm.enable"_s;
        QTest::newRow("no such application")
            << 404 << json << QByteArray(R"({"error":{"message":"x","code":"APP_NOT_FOUND"}})")
            << code(FaultCode::NocobaseError) << u"code"_s << u"APP_NOT_FOUND"_s;
        QTest::newRow("no such action")
            << 404 << QByteArray("text/plain; charset=utf-8") << QByteArray("Not Found")
            << code(FaultCode::Missing) << u"status"_s << u"404"_s;
        QTest::newRow("somebody else's 404") << 404 << html << QByteArray("<h1>404</h1>")
                                             << code(FaultCode::HttpStatus) << u"status"_s << u"404"_s;
        QTest::newRow("flapping") << 500 << QByteArray("text/plain") << QByteArray("Internal Server Error")
                                  << code(FaultCode::HttpStatus) << u"status"_s << u"500"_s;
        QTest::newRow("gateway") << 502 << html << QByteArray("<h1>Bad Gateway</h1>")
                                 << code(FaultCode::HttpStatus) << u"status"_s << u"502"_s;
        QTest::newRow("sent elsewhere") << 301 << html << QByteArray() << code(FaultCode::HttpStatus)
                                        << u"location"_s << u"https://crm.example.com/"_s;
        QTest::newRow("a page instead") << 200 << html << page("/nb/api/") << code(FaultCode::NotJson)
                                        << u"apiBase"_s << u"http://crm.example.com/nb/"_s;
        QTest::newRow("a page that names this path")
            << 200 << html << page("/api/") << code(FaultCode::NotJson) << u"apiBase"_s << QString();
        QTest::newRow("a page of somebody else")
            << 200 << html << QByteArray("<html>") << code(FaultCode::NotJson) << u"apiBase"_s << QString();
        QTest::newRow("broken") << 200 << json << QByteArray("{") << code(FaultCode::BadAnswer) << QString()
                                << QString();
        QTest::newRow("broken refusal")
            << 403 << json << QByteArray("{") << code(FaultCode::NocobaseError) << u"status"_s << u"403"_s;
    }
    void judges()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, fault);
        QFETCH(QString, param);
        QFETCH(QString, value);
        const auto result =
            nocobase::wire::judged(response(status, type, body), Target{QUrl(u"http://crm.example.com"_s)});
        QCOMPARE(result.has_value(), fault == -1);
        if (result)
            return;
        QCOMPARE(static_cast<int>(result.error().code), fault);
        if (!param.isEmpty())
            QCOMPARE(result.error().param(param), value);
    }

    void masksWhatItQuotes()
    {
        const auto result = nocobase::wire::judged(
            response(500, "application/json",
                     R"({"errors":[{"message":"GET https:\/\/x/?access_token=CANARY-1 failed"}]})"),
            Target{});
        QVERIFY(!result);
        QVERIFY(result.error().said.contains(u"failed"_s));
        QVERIFY(!result.error().said.contains(u"CANARY"_s));
    }

    void emptyObjectIsNoList()
    {
        QVERIFY(!nocobase::wire::dataOf(QJsonObject()));
        QVERIFY(nocobase::wire::dataOf(object(R"({"data":null})")));
    }

    void rights_data()
    {
        QTest::addColumn<bool>("allowAll");
        QTest::addColumn<QStringList>("snippets");
        QTest::addColumn<bool>("authenticators");
        QTest::addColumn<bool>("plugins");
        QTest::newRow("root") << true << QStringList{} << true << true;
        QTest::newRow("admin") << false << QStringList{u"pm"_s, u"pm.*"_s, u"ui.*"_s} << true << true;
        QTest::newRow("member") << false << QStringList{u"!pm"_s, u"!pm.*"_s, u"!ui.*"_s} << false << false;
        QTest::newRow("precise") << false << QStringList{u"!pm"_s, u"pm.auth.authenticators"_s} << true
                                 << false;
        QTest::newRow("precise, but all denied")
            << false << QStringList{u"pm.auth.authenticators"_s, u"!pm.*"_s} << false << false;
        QTest::newRow("all but that")
            << false << QStringList{u"pm"_s, u"pm.*"_s, u"!pm.auth.authenticators"_s} << false << true;
        QTest::newRow("nothing") << false << QStringList{} << false << false;
    }
    void rights()
    {
        QFETCH(bool, allowAll);
        QFETCH(QStringList, snippets);
        QFETCH(bool, authenticators);
        QFETCH(bool, plugins);
        nocobase::Identity identity;
        identity.allowAll = allowAll;
        identity.snippets = snippets;
        QCOMPARE(identity.mayManageAuthenticators(), authenticators);
        QCOMPARE(identity.mayManagePlugins(), plugins);
    }

    void readsRowsLeniently()
    {
        const auto row = nocobase::wire::authenticator(object(
            R"({"id":"352","name":"n","authType":"wecom","title":null,"enabled":1,"options":{"a":1},"updatedAt":"u"})"));
        QCOMPARE(row.id, 352);
        QVERIFY(row.enabled);
        QVERIFY(row.title.isEmpty());
        // A title that was never set is put back as that, not as an empty text.
        const QJsonObject body = nocobase::wire::body(row);
        QVERIFY(body.value(u"title"_s).isNull());
        QCOMPARE(body.value(u"id"_s).toInteger(), 352);
        QVERIFY(body.contains(u"enabled"_s));
        nocobase::Authenticator fresh;
        QVERIFY(!nocobase::wire::body(fresh).contains(u"id"_s));
        QCOMPARE(nocobase::wire::body(fresh).value(u"title"_s), QJsonValue(u""_s));
    }

    void findsThePlugin_data()
    {
        QTest::addColumn<QByteArray>("plugins");
        QTest::addColumn<QStringList>("types");
        QTest::addColumn<QString>("told"); // package enabled type customRequests
        const QStringList basic{u"Email/Password"_s};
        QTest::newRow("on")
            << QByteArray(
                   R"([{"name":"auth-wecom","packageName":"@nocobase/plugin-auth-wecom","enabled":true}])")
            << QStringList{u"Email/Password"_s, u"wecom"_s}
            << u"@nocobase/plugin-auth-wecom true wecom false"_s;
        QTest::newRow("off") << QByteArray(R"([{"packageName":"@nocobase/plugin-auth-wecom","enabled":false},
            {"packageName":"@nocobase/plugin-action-custom-request","enabled":true}])")
                             << basic << u"@nocobase/plugin-auth-wecom false - true"_s;
        QTest::newRow("other name, type in capitals")
            << QByteArray(R"([{"packageName":"@nocobase/plugin-wecom","enabled":true}])")
            << QStringList{u"WeCom"_s} << u"@nocobase/plugin-wecom true WeCom false"_s;
        QTest::newRow("both, one on")
            << QByteArray(R"([{"packageName":"@nocobase/plugin-auth-wecom","enabled":false},
            {"packageName":"@nocobase/plugin-wecom","enabled":true}])")
            << basic << u"@nocobase/plugin-wecom true - false"_s;
        QTest::newRow("absent") << QByteArray(R"([{"packageName":"@nocobase/plugin-auth","enabled":true}])")
                                << basic << u"- false - false"_s;
    }
    void findsThePlugin()
    {
        QFETCH(QByteArray, plugins);
        QFETCH(QStringList, types);
        QFETCH(QString, told);
        QList<nocobase::PluginInfo> infos;
        const QJsonArray rows = QJsonDocument::fromJson(plugins).array();
        for (const QJsonValue &row : rows)
            infos << nocobase::wire::plugin(row.toObject());
        QList<nocobase::AuthType> authTypes;
        for (const QString &type : std::as_const(types))
            authTypes << nocobase::AuthType{type, {}};
        const auto found = nocobase::findWecomPlugin(infos, authTypes);
        const auto orDash = [](const QString &text) { return text.isEmpty() ? u"-"_s : text; };
        const auto yes = [](bool is) { return is ? u"true"_s : u"false"_s; };
        QCOMPARE(QStringList({orDash(found.packageName), yes(found.enabled), orDash(found.authType),
                              yes(found.customRequests)})
                     .join(u' '),
                 told);
        QCOMPARE(found.listed, !found.packageName.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNocobaseWire)
#include "tst_nocobasewire.moc"
