// SPDX-License-Identifier: Apache-2.0
// Values of a test program may be made before main(). clazy:excludeall=non-pod-global-static
#include "login/trace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using login::HopKind;
using login::Tracer;

namespace {

const QString code = u"CANARYCODE7f3kQ"_s;
const QString session = u"eyJhbGciOiJIUzI1NiJ9.CANARYSESSION.x1"_s;
const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());

login::Expected plain()
{
    return {QUrl(u"https://crm.example.com"_s), QUrl(u"https://crm.example.com"_s), u"ww9f3c1a7be4d2065a"_s,
            u"1000004"_s, u"wecom"_s};
}

QString stateFor(const QString &authenticator)
{
    const QString text = u"redirect=/admin&app=main&name=%1&isWeComBrowser=false"_s.arg(authenticator);
    return QString::fromLatin1(text.toUtf8().toBase64());
}

QUrl wecomLogin(const QString &callback, const QString &companyId = u"ww9f3c1a7be4d2065a"_s,
                const QString &agentId = u"1000004"_s, const QString &authenticator = u"wecom"_s)
{
    return wecom::webLoginUrl(QUrl(u"https://login.work.weixin.qq.com"_s), companyId, agentId, QUrl(callback),
                              stateFor(authenticator), u"zh"_s);
}

QUrl wecomOAuth(const QString &callback)
{
    return wecom::oauthUrl(QUrl(u"https://open.weixin.qq.com"_s), u"ww9f3c1a7be4d2065a"_s, u"1000004"_s,
                           QUrl(callback), stateFor(u"wecom"_s));
}

QUrl callback(const QString &base, bool withCode = true)
{
    QUrl url(base + u"/api/wecom:redirect"_s);
    QUrlQuery query;
    if (withCode)
        query.addQueryItem(u"code"_s, code);
    query.addQueryItem(u"state"_s, stateFor(u"wecom"_s));
    url.setQuery(query);
    return url;
}

QUrl landing(const QString &page, const QString &authenticator = u"wecom"_s)
{
    return QUrl(page + u"?authenticator="_s + authenticator + u"&token="_s + session);
}

QString kinds(const login::Trace &trace)
{
    QStringList names;
    for (const login::Hop &hop : trace.hops)
        names.append(login::hopName(hop.kind) + (hop.proven ? u"+"_s : u""_s));
    return names.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(login::Expected)

class TracerTest : public QObject
{
    Q_OBJECT

private slots:
    void chains_data()
    {
        QTest::addColumn<login::Expected>("expected");
        QTest::addColumn<QList<QUrl>>("urls");
        QTest::addColumn<QString>("hops");
        QTest::addColumn<bool>("token");

        const QString crm = u"https://crm.example.com"_s;
        const QString toCrm = crm + u"/api/wecom:redirect"_s;
        QTest::newRow("whole login") << plain()
                                     << QList<QUrl>{QUrl(crm + u"/signin"_s), wecomLogin(toCrm),
                                                    callback(crm), landing(crm + u"/admin"_s),
                                                    QUrl(crm + u"/admin"_s)}
                                     << u"sign-in-page+ wecom-login+ callback+ landing+ signed-in+"_s << true;
        QTest::newRow("modern pages")
            << plain()
            << QList<QUrl>{QUrl(crm + u"/v/signin?redirect=%2Fv%2Fadmin"_s), wecomLogin(toCrm), callback(crm),
                           landing(crm + u"/v/admin"_s), QUrl(crm + u"/v/admin/"_s)}
            << u"sign-in-page+ wecom-login+ callback+ landing+ signed-in+"_s << true;
        login::Expected sub = plain();
        sub.nocobase = QUrl(u"https://crm.example.com/nb/"_s);
        QTest::newRow("sub-path") << sub
                                  << QList<QUrl>{QUrl(crm + u"/nb/signin"_s),
                                                 wecomLogin(crm + u"/nb/api/wecom:redirect"_s),
                                                 callback(crm + u"/nb"_s), landing(crm + u"/nb/admin"_s),
                                                 QUrl(crm + u"/nb/admin"_s)}
                                  << u"sign-in-page+ wecom-login+ callback+ landing+ signed-in+"_s << true;
        QTest::newRow("outside the sub-path")
            << sub << QList<QUrl>{QUrl(crm + u"/signin"_s), QUrl(crm + u"/nbx/signin"_s)} << u"other other"_s
            << false;
        QTest::newRow("sub-application")
            << plain() << QList<QUrl>{QUrl(crm + u"/apps/branch/signin"_s)} << u"sign-in-page+"_s << false;
        QTest::newRow("declined: state only")
            << plain() << QList<QUrl>{QUrl(crm + u"/signin"_s), wecomLogin(toCrm), callback(crm, false)}
            << u"sign-in-page+ wecom-login+ callback"_s << false;
        QTest::newRow("back with a sentence")
            << plain()
            << QList<QUrl>{QUrl(crm + u"/signin"_s), wecomLogin(toCrm), callback(crm),
                           QUrl(crm + u"/signin?authenticator=wecom&error=User+not+found."_s)}
            << u"sign-in-page+ wecom-login+ callback+ sign-in-error"_s << false;
        QTest::newRow("old login page, moved on from the new one")
            << plain()
            << QList<QUrl>{QUrl(
                   u"https://open.work.weixin.qq.com/wwopen/sso/qrConnect?appid=ww9f3c1a7be4d2065a&agentid=1000004&redirect_uri=https%3A%2F%2Fcrm.example.com%2Fapi%2Fwecom%3Aredirect&state=x"_s)}
            << (wecom::parseLoginLink(QUrl(
                    u"https://open.work.weixin.qq.com/wwopen/sso/qrConnect?appid=a&agentid=1&redirect_uri=https%3A%2F%2Fa&state=x"_s))
                    ? u"wecom-login+"_s
                    : u"wecom-login"_s)
            << false;
        QTest::newRow("inside the client")
            << plain()
            << QList<QUrl>{wecomOAuth(toCrm), callback(crm), landing(crm + u"/m"_s), QUrl(crm + u"/m"_s)}
            << u"wecom-oauth+ callback+ landing+ signed-in+"_s << true;
        QTest::newRow("internal host")
            << plain()
            << QList<QUrl>{QUrl(crm + u"/signin"_s),
                           wecomLogin(u"http://10.0.0.5:13000/api/wecom:redirect"_s),
                           callback(u"http://10.0.0.5:13000"_s)}
            << u"sign-in-page+ wecom-login callback"_s << false;
        QTest::newRow("other company") << plain() << QList<QUrl>{wecomLogin(toCrm, u"ww0000000000000000"_s)}
                                       << u"wecom-login"_s << false;
        QTest::newRow("other app") << plain()
                                   << QList<QUrl>{wecomLogin(toCrm, u"ww9f3c1a7be4d2065a"_s, u"1000002"_s)}
                                   << u"wecom-login"_s << false;
        QTest::newRow("other authenticator")
            << plain()
            << QList<QUrl>{wecomLogin(toCrm, u"ww9f3c1a7be4d2065a"_s, u"1000004"_s, u"wecom-branch"_s)}
            << u"wecom-login"_s << false;
        QTest::newRow("landing of another authenticator")
            << plain() << QList<QUrl>{landing(crm + u"/admin"_s, u"basic"_s)} << u"landing"_s << true;
        QTest::newRow("same address twice, and with a fragment")
            << plain()
            << QList<QUrl>{QUrl(crm + u"/signin"_s), QUrl(crm + u"/signin"_s), QUrl(crm + u"/signin#top"_s)}
            << u"sign-in-page+"_s << false;
        QTest::newRow("routes after signing in are one hop")
            << plain()
            << QList<QUrl>{landing(crm + u"/admin"_s), QUrl(crm + u"/admin"_s), QUrl(crm + u"/admin/qx7"_s)}
            << u"landing+ signed-in+"_s << true;
        QTest::newRow("page rewrites its own address")
            << plain()
            << QList<QUrl>{wecomLogin(toCrm),
                           QUrl(wecomLogin(toCrm).toString(QUrl::FullyEncoded) + u"&version=1.2"_s)}
            << u"wecom-login+"_s << false;
        QTest::newRow("no page of the web")
            << plain() << QList<QUrl>{QUrl(u"about:blank"_s), QUrl(u"data:text/html,x"_s), QUrl()} << u""_s
            << false;
        QTest::newRow("home page before any login")
            << plain() << QList<QUrl>{QUrl(crm + u"/admin"_s), QUrl(crm + u"/signin"_s)}
            << u"other sign-in-page+"_s << false;
    }
    void chains()
    {
        QFETCH(login::Expected, expected);
        QFETCH(QList<QUrl>, urls);
        QFETCH(QString, hops);
        QFETCH(bool, token);
        Tracer tracer(expected, noon);
        for (const QUrl &url : std::as_const(urls))
            tracer.requested(url, noon.addSecs(1));
        QCOMPARE(kinds(tracer.trace()), hops);
        QCOMPARE(!tracer.sessionToken().isEmpty(), token);

        const QByteArray json = QJsonDocument(login::toJson(tracer.trace())).toJson();
        QVERIFY(!json.contains("CANARY"));
        for (const login::Hop &hop : tracer.trace().hops)
            QVERIFY(!hop.url.toString(QUrl::FullyEncoded).contains(u"CANARY"_s));
        QVERIFY(!json.contains(stateFor(u"wecom"_s).toUtf8()));
    }

    void keepsTheTokenAsASecret()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(landing(u"https://crm.example.com/admin"_s), noon);
        QCOMPARE(tracer.sessionToken().revealText(), session);
    }

    void sawCodeTellsDeclinedApart()
    {
        Tracer agreed(plain(), noon), declined(plain(), noon);
        agreed.requested(callback(u"https://crm.example.com"_s), noon);
        declined.requested(callback(u"https://crm.example.com"_s, false), noon);
        QVERIFY(agreed.sawCode());
        QVERIFY(!declined.sawCode());
    }

    void readsTheSentence()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(callback(u"https://crm.example.com"_s), noon);
        tracer.requested(
            QUrl(u"https://crm.example.com/signin?authenticator=wecom&error=Failed+to+get+mobile"_s), noon);
        QCOMPARE(login::sentenceOf(tracer.trace().sentence), login::Sentence::NoMobile);
        Tracer chinese(plain(), noon);
        chinese.requested(QUrl(u"https://crm.example.com/v/signin?error="_s +
                               QString::fromLatin1(QUrl::toPercentEncoding(u"用户不存在。"_s))),
                          noon);
        QCOMPARE(login::sentenceOf(chinese.trace().sentence), login::Sentence::UserNotFound);
    }

    void readsTheSentenceOffThePage()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(callback(u"https://crm.example.com"_s), noon);
        tracer.requested(QUrl(u"https://crm.example.com/signin?authenticator=wecom"_s), noon);
        tracer.rendered(u"登录\n未获取到userid"_s, false);
        QCOMPARE(login::sentenceOf(tracer.trace().sentence), login::Sentence::NoUserId);
    }

    // The sentence travels in an address that anybody can write: what looks like a secret in it is masked all
    // the same.
    void sentenceIsMasked()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(
            QUrl(
                u"https://crm.example.com/signin?error=failed%3A%20https%3A%2F%2Fx%2F%3Faccess_token%3DCANARYTOKEN"_s),
            noon);
        QVERIFY(!tracer.trace().sentence.contains(u"CANARYTOKEN"_s));
        QVERIFY(!QJsonDocument(login::toJson(tracer.trace())).toJson().contains("CANARYTOKEN"));
    }

    void statusTakesProofBack()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(callback(u"https://crm.example.com"_s), noon);
        QVERIFY(tracer.trace().hops.last().proven);
        tracer.finalStatus(404);
        QCOMPARE(tracer.trace().hops.last().status, 404);
        QVERIFY(!tracer.trace().hops.last().proven);
    }

    void refusedPageTakesProofBack()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(wecomLogin(u"https://crm.example.com/api/wecom:redirect"_s), noon);
        tracer.rendered(u"加载中"_s, false);
        QVERIFY(tracer.trace().hops.last().proven);
        tracer.rendered(u"redirect_uri 与配置的授权完成回调域名不一致"_s, false);
        QVERIFY(!tracer.trace().hops.last().proven);
    }

    void linkAndStateAreKeptDecodedOnly()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(wecomLogin(u"https://crm.example.com/api/wecom:redirect"_s), noon);
        QVERIFY(tracer.trace().link && tracer.trace().state);
        QVERIFY(tracer.trace().link->state.isEmpty());
        QCOMPARE(tracer.trace().link->companyId, u"ww9f3c1a7be4d2065a"_s);
        QCOMPARE(tracer.trace().state->authenticator, u"wecom"_s);
    }

    void jsonTellsAll()
    {
        Tracer tracer(plain(), noon);
        tracer.requested(QUrl(u"https://crm.example.com/signin"_s), noon);
        tracer.setWho({7, u"Li Wei"_s, u"liwei"_s, {u"member"_s}, true});
        tracer.finish(login::Outcome::SignedIn, noon.addSecs(30));
        const QJsonObject json = login::toJson(tracer.trace());
        QCOMPARE(json[u"outcome"_s].toString(), u"signed-in"_s);
        QCOMPARE(json[u"hops"_s].toArray().size(), 1);
        QCOMPARE(json[u"who"_s][u"username"_s].toString(), u"liwei"_s);
        QCOMPARE(json[u"ended"_s].toString(), u"2026-11-22T12:00:30Z"_s);
    }
};

QTEST_GUILESS_MAIN(TracerTest)
#include "tst_tracer.moc"
