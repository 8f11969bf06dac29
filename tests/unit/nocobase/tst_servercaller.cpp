// SPDX-License-Identifier: Apache-2.0
#include "../net/scriptedserver.h"

#include "nocobase/servercaller.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace {

// The custom-request plugin: keeps requests, and "sends" them with one prepared answer.
class CustomRequests : public ScriptedServer
{
public:
    CustomRequests()
        : ScriptedServer([this](QTcpSocket *socket, const QByteArray &request) { reply(socket, request); })
    {}

    static QByteArray json(const QByteArray &body, const QByteArray &status = "200 OK")
    {
        return whole(status, "Content-Type: application/json\r\n", body);
    }

    QByteArray sendAnswer;
    bool pluginOn = true;
    bool hangOnSend = false;
    QMap<QString, QJsonObject> kept;
    QList<QJsonObject> sent;

private:
    void reply(QTcpSocket *socket, const QByteArray &request)
    {
        const QUrl url = QUrl::fromEncoded(request.split(' ').value(1));
        const QJsonObject body =
            QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        const QString action = url.path();
        if (!pluginOn) {
            socket->write(whole("404 Not Found", "Content-Type: text/plain\r\n", "Not Found"));
        } else if (action == u"/api/customRequests:create"_s) {
            kept.insert(body.value(u"key"_s).toString(), body);
            socket->write(json(R"({"data":{}})"));
        } else if (action.startsWith(u"/api/customRequests:send/"_s)) {
            sent << kept.value(action.section(u'/', -1));
            if (!hangOnSend)
                socket->write(sendAnswer);
        } else if (action == u"/api/customRequests:destroy"_s) {
            const auto removed = kept.remove(QUrlQuery(url).queryItemValue(u"filterByTk"_s));
            socket->write(json("{\"data\":" + QByteArray::number(removed) + '}'));
        } else {
            QJsonArray rows;
            for (auto it = kept.keyBegin(); it != kept.keyEnd(); ++it)
                rows << QJsonObject{{u"key"_s, *it}};
            socket->write(json(QJsonDocument(QJsonObject{{u"data"_s, rows}}).toJson()));
        }
    }
};

QString valueOf(const QJsonArray &pairs, const QString &name)
{
    for (const QJsonValue &pair : pairs) {
        if (pair[u"name"_s].toString() == name)
            return pair[u"value"_s].toString();
    }
    return {};
}

} // namespace

class TestServerCaller : public QObject
{
    Q_OBJECT

    net::Http m_http;

    nocobase::ClientPtr client(const CustomRequests &server, net::CancelPtr cancel = {})
    {
        auto client = std::make_shared<nocobase::Client>(&m_http, nocobase::Target{server.url()}, cancel);
        client->useToken(vault::Secret("CANARY-nocobase"), true);
        return client;
    }
    QCoro::Task<net::Result<QJsonObject>> ask(nocobase::ClientPtr client)
    {
        QUrlQuery query;
        query.addQueryItem(u"code"_s, u"wizard-probe"_s);
        const auto caller = nocobase::serverCaller(client, QUrl(u"https://qyapi.weixin.qq.com"_s));
        return caller->get(u"/cgi-bin/auth/getuserinfo"_s, query, vault::Secret("TOKEN"));
    }

private slots:
    void asksAndTidiesUp()
    {
        CustomRequests server;
        server.sendAnswer =
            CustomRequests::json(R"({"errcode":60020,"errmsg":"not allow, from ip: 1.2.3.4"})");
        const auto answer = QCoro::waitFor(ask(client(server)));
        QVERIFY(answer);
        QCOMPARE(answer->value(u"errcode"_s).toInt(), 60020);
        QVERIFY(server.kept.isEmpty());
        QCOMPARE(server.sent.size(), 1);
        const QJsonObject options = server.sent.first().value(u"options"_s).toObject();
        QCOMPARE(options.value(u"url"_s).toString(),
                 u"https://qyapi.weixin.qq.com/cgi-bin/auth/getuserinfo"_s);
        QCOMPARE(options.value(u"method"_s).toString(), u"GET"_s);
        QCOMPARE(valueOf(options.value(u"params"_s).toArray(), u"access_token"_s), u"TOKEN"_s);
        QCOMPARE(valueOf(options.value(u"params"_s).toArray(), u"code"_s), u"wizard-probe"_s);
        // Without it NocoBase would send its own token to the target.
        QCOMPARE(valueOf(options.value(u"headers"_s).toArray(), u"Authorization"_s), u"none"_s);
        QVERIFY(!QJsonDocument(server.sent.first()).toJson().contains("CANARY"));
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("refusedBy");
        QTest::newRow("not reached") << CustomRequests::json(
                                            R"({"message":"getaddrinfo ENOTFOUND qyapi.weixin.qq.com"})",
                                            "500 Internal Server Error")
                                     << static_cast<int>(FaultCode::Unreachable) << QString();
        QTest::newRow("forbidden on the server")
            << CustomRequests::json(
                   R"({"errors":[{"message":"Outbound request is blocked. Add it to SERVER_REQUEST_WHITELIST"}]})",
                   "500 Internal Server Error")
            << static_cast<int>(FaultCode::NocobaseError) << u"whitelist"_s;
        QTest::newRow("forbidden to the role")
            << CustomRequests::json(R"({"errors":[{"message":"No permissions"}]})", "403 Forbidden")
            << static_cast<int>(FaultCode::NocobaseError) << u"role"_s;
        QTest::newRow("nonsense") << CustomRequests::json("[]") << static_cast<int>(FaultCode::BadAnswer)
                                  << QString();
    }
    void failures()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        CustomRequests server;
        server.sendAnswer = answer;
        const auto result = QCoro::waitFor(ask(client(server)));
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QTEST(result.error().param(u"refusedBy"_s), "refusedBy");
        QVERIFY(server.kept.isEmpty());
    }

    void withoutThePlugin()
    {
        CustomRequests server;
        server.pluginOn = false;
        QVERIFY(QCoro::waitFor(ask(client(server))).error().code == FaultCode::Missing);
    }

    void cancellingLeavesNothingBehind()
    {
        CustomRequests server;
        server.hangOnSend = true;
        const auto cancel = std::make_shared<net::Cancel>();
        QTimer::singleShot(300, cancel.get(), [&] { cancel->cancel(); });
        const auto result = QCoro::waitFor(ask(client(server, cancel)));
        QVERIFY(result.error().code == FaultCode::Cancelled);
        QCOMPARE(server.sent.size(), 1);
        QVERIFY(server.kept.isEmpty());
    }

    void removesWhatAnEarlierRunLeft()
    {
        CustomRequests server;
        server.kept = {{u"wecom-setup-1"_s, {}}, {u"somebody-elses"_s, {}}, {u"wecom-setup-2"_s, {}}};
        const auto cleaned = QCoro::waitFor(nocobase::removeLeftOverRequests(client(server)));
        QVERIFY(cleaned && *cleaned);
        QCOMPARE(server.kept.keys(), QStringList{u"somebody-elses"_s});
    }

    // Two people, or two runs, may ask through one NocoBase at the same time.
    void leavesWhatAnotherRunIsUsing()
    {
        CustomRequests server;
        const QString theirs = u"wecom-setup-%1-x"_s.arg(QDateTime::currentSecsSinceEpoch() - 5);
        server.kept = {{u"wecom-setup-1700000000-old"_s, {}}, {theirs, {}}};
        const auto cleaned = QCoro::waitFor(nocobase::removeLeftOverRequests(client(server)));
        QVERIFY(cleaned && !*cleaned);
        QCOMPARE(server.kept.keys(), QStringList{theirs});
    }
};

QTEST_GUILESS_MAIN(TestServerCaller)
#include "tst_servercaller.moc"
