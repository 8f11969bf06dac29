// SPDX-License-Identifier: Apache-2.0
// Values of a test program may be made before main(). clazy:excludeall=non-pod-global-static
#include "../net/scriptedserver.h"

#include "nocobase/client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

// In raw strings "//" is written "\/\/": moc 6.4 takes it for a comment there.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;
using nocobase::Client;
using nocobase::Target;

namespace {

// Gives the answers in their order, the last one again and again.
class Nocobase : public ScriptedServer
{
public:
    explicit Nocobase(QByteArrayList script)
        : ScriptedServer([this](QTcpSocket *socket, const QByteArray &request) { reply(socket, request); })
        , m_script(std::move(script))
    {}

    static QByteArray json(const QByteArray &body, const QByteArray &status = "200 OK",
                           const QByteArray &headers = {})
    {
        return whole(status, "Content-Type: application/json; charset=utf-8\r\n" + headers, body);
    }
    static QByteArray plain(const QByteArray &status, const QByteArray &body)
    {
        return whole(status, "Content-Type: text/plain; charset=utf-8\r\n", body);
    }

    QByteArrayList paths() const
    {
        QByteArrayList result;
        for (const QByteArray &request : requests)
            result << request.left(request.indexOf(" HTTP/"));
        return result;
    }
    static QByteArray header(const QByteArray &request, const QByteArray &name)
    {
        const QByteArrayList lines = request.left(request.indexOf("\r\n\r\n")).split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
    static QJsonObject body(const QByteArray &request)
    {
        return QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
    }
    Target target(const QString &application = u"main"_s) const { return {url(), application}; }

private:
    void reply(QTcpSocket *socket, const QByteArray &)
    {
        socket->write(m_script.size() > 1 ? m_script.takeFirst() : m_script.first());
    }
    QByteArrayList m_script;
};

const QByteArray infoJson = R"({"data":{"version":"2.2.15","name":"main"}})";

} // namespace

class TestNocobaseClient : public QObject
{
    Q_OBJECT
private slots:
    void headers_data()
    {
        QTest::addColumn<QString>("application");
        QTest::addColumn<QByteArray>("xApp");
        QTest::newRow("main") << u"main"_s << QByteArray();
        QTest::newRow("sub-application") << u"sales"_s << QByteArray("sales");
    }
    void headers()
    {
        QFETCH(QString, application);
        QFETCH(QByteArray, xApp);
        Nocobase server(
            {Nocobase::json(infoJson, "200 OK", "Set-Cookie: nb_authenticator_main=wecom; path=/\r\n")});
        net::Http http;
        Client client(&http, server.target(application), {});
        client.useToken(vault::Secret("key"), true);
        QVERIFY(QCoro::waitFor(client.info()));
        QVERIFY(QCoro::waitFor(client.whoAmI()).error().code == FaultCode::NocobaseError);
        for (const QByteArray &request : std::as_const(server.requests)) {
            QCOMPARE(Nocobase::header(request, "X-Authenticator"), QByteArray("basic"));
            QCOMPARE(Nocobase::header(request, "X-App"), xApp);
            for (const char *absent : {"Cookie", "Origin", "Referer", "X-Role"})
                QCOMPARE(Nocobase::header(request, absent), QByteArray());
        }
        // The version is public: a bad key must not be able to spoil it.
        QCOMPARE(Nocobase::header(server.requests.first(), "Authorization"), QByteArray());
        QCOMPARE(Nocobase::header(server.requests.last(), "Authorization"), QByteArray("Bearer key"));
    }

    void signsInAndTakesOverRenewedTokens()
    {
        const QByteArray list = R"({"data":[]})";
        Nocobase server({Nocobase::json(R"({"data":{"user":{"id":1},"token":"T1"}})"),
                         Nocobase::json(list, "200 OK", "x-new-token: T2\r\n"), Nocobase::json(list)});
        net::Http http;
        Client client(&http, server.target(), {});
        QVERIFY(QCoro::waitFor(client.signIn(u"nocobase"_s, vault::Secret("CANARY-pw"), u"password"_s)));
        QVERIFY(QCoro::waitFor(client.authenticators()));
        QVERIFY(QCoro::waitFor(client.authenticators()));
        QCOMPARE(server.paths().constFirst(), QByteArray("POST /api/auth:signIn"));
        QCOMPARE(Nocobase::header(server.requests.at(0), "X-Authenticator"), QByteArray("password"));
        QCOMPARE(Nocobase::body(server.requests.at(0)).value(u"account"_s).toString(), u"nocobase"_s);
        QCOMPARE(Nocobase::header(server.requests.at(1), "Authorization"), QByteArray("Bearer T1"));
        QCOMPARE(Nocobase::header(server.requests.at(2), "Authorization"), QByteArray("Bearer T2"));
        QCOMPARE(Nocobase::header(server.requests.at(2), "X-Authenticator"), QByteArray("password"));
    }

    void neverSignsAnApiKeyOut()
    {
        Nocobase server({Nocobase::json("{}", "200 OK", "x-new-token: other\r\n")});
        net::Http http;
        Client client(&http, server.target(), {});
        client.useToken(vault::Secret("key"), true);
        QVERIFY(QCoro::waitFor(client.signOut()));
        QVERIFY(server.requests.isEmpty());
        (void)QCoro::waitFor(client.whoAmI());
        QVERIFY(client.token() == vault::Secret("key"));
    }

    void anOldServersNobodyIsARefusal()
    {
        Nocobase server({Nocobase::json(R"({"data":{}})")});
        net::Http http;
        Client client(&http, server.target(), {});
        const auto who = QCoro::waitFor(client.whoAmI());
        QVERIFY(!who);
        QCOMPARE(who.error().number(u"status"_s), 401);
    }

    void updatesSendTheWholeRow()
    {
        Nocobase server({Nocobase::json(R"({"data":[{"id":7}]})"), Nocobase::json(R"({"data":[]})")});
        net::Http http;
        Client client(&http, server.target(), {});
        nocobase::Authenticator row;
        row.id = 7;
        row.name = u"wecom"_s;
        row.options = {{u"unknown"_s, QJsonArray{1, 2}}};
        QVERIFY(QCoro::waitFor(client.update(row)));
        QVERIFY(server.paths().constFirst().startsWith("POST /api/authenticators:update?filterByTk=7"));
        const QJsonObject body = Nocobase::body(server.requests.first());
        QCOMPARE(body.value(u"id"_s).toInt(), 7);
        QCOMPARE(body.value(u"enabled"_s), QJsonValue(false));
        QCOMPARE(body.value(u"options"_s).toObject(), row.options);
        QCOMPARE(http.writeCount(), 1);
        // The second time there is no such row: 200 with nothing in it.
        QVERIFY(QCoro::waitFor(client.update(row)).error().code == FaultCode::Missing);
    }

    void silentFailuresAreFaults()
    {
        Nocobase server({Nocobase::json("{}"), Nocobase::json(R"({"data":null})"), Nocobase::json("{}")});
        net::Http http;
        Client client(&http, server.target(), {});
        QVERIFY(QCoro::waitFor(client.authenticators()).error().code == FaultCode::BadAnswer);
        QVERIFY(QCoro::waitFor(client.authenticator(3)).error().code == FaultCode::Missing);
        QVERIFY(QCoro::waitFor(client.info()).error().code == FaultCode::BadAnswer);
    }

    void waitsThroughARestart()
    {
        const QByteArray info = Nocobase::json(infoJson);
        const QByteArray on = Nocobase::json(R"({"data":[{"name":"auth-wecom"}]})");
        const QByteArray restarting = Nocobase::json(
            R"({"error":{"maintaining":true,"code":"APP_COMMANDING"}})", "503 Service Unavailable");
        // Accepted; 503; a good one; flapping: 404, 500, a list without the plugin; then well.
        Nocobase server({Nocobase::json(R"({"data":"auth-wecom"})"), restarting, info, on,
                         Nocobase::plain("404 Not Found", "Not Found"),
                         Nocobase::plain("500 Internal Server Error", "Internal Server Error"), info,
                         Nocobase::json(R"({"data":[]})"), info, on, info, on, info, on, info, on, info, on});
        net::Http http;
        Client client(&http, server.target(), {});
        QVERIFY(QCoro::waitFor(client.enablePlugin(u"auth-wecom"_s, 20s)));
        QVERIFY(server.paths().constFirst().startsWith("POST /api/pm:enable?filterByTk=auth-wecom"));
        QCOMPARE(server.requests.size(), 18);
    }

    void saysWhenItNeverComesOn()
    {
        Nocobase server({Nocobase::json(R"({"data":"auth-wecom"})"), Nocobase::json(infoJson)});
        net::Http http;
        Client client(&http, server.target(), {});
        const auto enabled = QCoro::waitFor(client.enablePlugin(u"auth-wecom"_s, 900ms));
        QVERIFY(!enabled);
        QCOMPARE(enabled.error().param(u"code"_s), u"NOT_ENABLED"_s);
        Nocobase refusing({Nocobase::json(R"({"errors":[{"message":"Failed to enable plugin"}]})",
                                          "500 Internal Server Error")});
        Client other(&http, refusing.target(), {});
        QVERIFY(QCoro::waitFor(other.enablePlugin(u"auth-wecom"_s, 5s)).error().code ==
                FaultCode::NocobaseError);
        QCOMPARE(refusing.requests.size(), 1);
    }

    void stopsWaitingWhenCancelled()
    {
        Nocobase server({Nocobase::json(R"({"data":"x"})"), Nocobase::json("{}", "503 Service Unavailable")});
        net::Http http;
        const auto cancel = std::make_shared<net::Cancel>();
        Client client(&http, server.target(), cancel);
        QTimer::singleShot(400ms, cancel.get(), [&] { cancel->cancel(); });
        QVERIFY(QCoro::waitFor(client.enablePlugin(u"x"_s, 20s)).error().code == FaultCode::Cancelled);
    }

    void theStartLinkIsAskedAsAnybody()
    {
        Nocobase server(
            {Nocobase::json(R"({"data":"https:\/\/login.example.com/wwlogin/sso/login?appid=ww1"})"),
             Nocobase::plain("404 Not Found", "Not Found"), Nocobase::json(R"({"data":"nonsense"})")});
        net::Http http;
        Client client(&http, server.target(), {});
        client.useToken(vault::Secret("CANARY"), true);
        const auto link = QCoro::waitFor(client.startLink(u"company"_s));
        QVERIFY(link);
        QCOMPARE(link->host(), u"login.example.com"_s);
        QCOMPARE(Nocobase::header(server.requests.first(), "X-Authenticator"), QByteArray("company"));
        QCOMPARE(Nocobase::header(server.requests.first(), "Authorization"), QByteArray());
        QVERIFY(QCoro::waitFor(client.startLink(u"company"_s)).error().code == FaultCode::Missing);
        QVERIFY(QCoro::waitFor(client.startLink(u"company"_s)).error().code == FaultCode::BadAnswer);
    }
};

QTEST_GUILESS_MAIN(TestNocobaseClient)
#include "tst_nocobaseclient.moc"
