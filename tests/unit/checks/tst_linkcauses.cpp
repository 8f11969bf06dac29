// SPDX-License-Identifier: Apache-2.0
// Login addresses as other programs wrote them, and the one thing that is said about each.
#include "worlds.h"

#include <QTest>

using namespace worlds;

namespace {

const char webLogin[] = "https://login.work.weixin.qq.com/wwlogin/sso/login";
const char oauth[] = "https://open.weixin.qq.com/connect/oauth2/authorize";
const char callback[] = "https%3A%2F%2Fcrm.example.com%2Fapi%2Fwecom%3Aredirect";

struct Parts
{
    QString base = QLatin1String(webLogin);
    QString company = u"ww9f3c1a7be4d2065a"_s;
    QString agent = u"1000004"_s;
    QString redirect = QLatin1String(callback);
    QString state = stateFor(u"wecom"_s);
    QString more = {}; // further parameters and the fragment

    static QString stateFor(const QString &authenticator)
    {
        const QString form = u"redirect=/admin&app=main&name=%1&isWeComBrowser=false"_s.arg(authenticator);
        return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(form.toUtf8().toBase64())));
    }
    QUrl url() const
    {
        const QString agentid = agent.isNull() ? QString() : u"&agentid="_s + agent;
        return QUrl::fromEncoded((base + u"?login_type=CorpApp&appid="_s + company + agentid +
                                  u"&redirect_uri="_s + redirect + u"&state="_s + state + more)
                                     .toLatin1());
    }
};

// The same with another thing in one place.
Parts with(QString Parts::*part, const QString &value)
{
    Parts parts;
    parts.*part = value;
    return parts;
}

Parts inClient(const QString &scope, const QString &agent = u"1000004"_s)
{
    Parts parts;
    parts.base = QLatin1String(oauth);
    parts.agent = agent;
    parts.more = u"&response_type=code&scope="_s + scope + u"#wechat_redirect"_s;
    return parts;
}

} // namespace

class LinkCausesTest : public QObject
{
    Q_OBJECT

private slots:
    void made_data()
    {
        QTest::addColumn<QUrl>("address");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<StepId>("step");
        const auto review = [](const char *name, const Parts &parts, const QString &cause) {
            const QString check = cause == u"link.encoding"_s ? u"review.callback"_s : u"review.link"_s;
            QTest::newRow(name) << parts.url() << check << cause << StepId::Review;
        };
        const auto origin = [](const char *name, const QString &redirect, const QString &cause) {
            QTest::newRow(name) << with(&Parts::redirect, redirect).url() << u"options.origin"_s << cause
                                << StepId::LoginOptions;
        };
        review("as it should be", {}, {});
        review("as it should be, inside WeCom", inClient(u"snsapi_privateinfo"_s), {});
        review("the older login page",
               with(&Parts::base, u"https://open.work.weixin.qq.com/wwopen/sso/qrConnect"_s), {});
        review("a state nobody can read", with(&Parts::state, u"x"_s), {});
        review("another host", with(&Parts::base, u"https://login.example.net/wwlogin/sso/login"_s),
               u"link.host"_s);
        review("the API's host", with(&Parts::base, u"https://qyapi.weixin.qq.com/wwlogin/sso/login"_s),
               u"link.host"_s);
        review("another company", with(&Parts::company, u"ww0000000000000000"_s), u"link.wrong-ids"_s);
        review("another app", with(&Parts::agent, u"1000002"_s), u"link.wrong-ids"_s);
        review("a blank behind the app", with(&Parts::agent, u"1000004%20"_s), u"link.wrong-ids"_s);
        QTest::newRow("another authenticator")
            << with(&Parts::state, Parts::stateFor(u"wecom-branch"_s)).url() << u"review.state"_s
            << u"link.wrong-ids"_s << StepId::Review;
        review("no agent id", with(&Parts::agent, QString()), u"link.agentid-missing"_s);
        review("no agent id, inside WeCom", inClient(u"snsapi_privateinfo"_s, QString()),
               u"link.agentid-missing"_s);
        review("silent scope", inClient(u"snsapi_base"_s), u"link.scope"_s);
        review("old scope", inClient(u"snsapi_userinfo"_s), u"link.scope"_s);
        review("not encoded", with(&Parts::redirect, u"https://crm.example.com/api/wecom:redirect"_s),
               u"link.encoding"_s);
        review(
            "encoded twice",
            with(&Parts::redirect, u"https%253A%252F%252Fcrm.example.com%252Fapi%252Fwecom%253Aredirect"_s),
            u"link.encoding"_s);
        review("an address of another kind inside",
               with(&Parts::redirect, QLatin1String(callback) + u"%3Fnext%3Dmyapp%253A%252F%252Fhome"_s),
               u"link.encoding"_s);
        review("a web address inside is fine",
               with(&Parts::redirect,
                    QLatin1String(callback) + u"%3Fnext%3Dhttps%253A%252F%252Fcrm.example.com"_s),
               {});
        origin("as it should be, back", QLatin1String(callback), {});
        origin("explicit 443", u"https%3A%2F%2Fcrm.example.com%3A443%2Fapi%2Fwecom%3Aredirect"_s,
               u"domain.port"_s);
        origin("the server's own port", u"https%3A%2F%2Fcrm.example.com%3A13000%2Fapi%2Fwecom%3Aredirect"_s,
               u"domain.port"_s);
        origin("a host only the server knows", u"http%3A%2F%2F10.0.0.5%3A13000%2Fapi%2Fwecom%3Aredirect"_s,
               u"link.internal-host"_s);
        origin("a container's name", u"http%3A%2F%2Fnocobase%3A13000%2Fapi%2Fwecom%3Aredirect"_s,
               u"link.internal-host"_s);
        origin("without encryption", u"http%3A%2F%2Fcrm.example.com%2Fapi%2Fwecom%3Aredirect"_s,
               u"link.internal-host"_s);
        origin("another domain", u"https%3A%2F%2Fold.example.com%2Fapi%2Fwecom%3Aredirect"_s,
               u"link.internal-host"_s);
    }
    void made()
    {
        QFETCH(QUrl, address);
        QFETCH(QString, check);
        QFETCH(QString, cause);
        QFETCH(StepId, step);
        const auto parts = wecom::parseLoginLink(address);
        QVERIFY(parts);
        TestWorld w = healthy();
        w.put<wecom::LoginLink>(w.facts.startLinkParts, *parts, Inputs::Authenticator);
        const Finding finding = w.finding(check);
        QCOMPARE(finding.cause, cause);
        QCOMPARE(severityName(finding.severity), cause.isEmpty() ? u"ok"_s : u"problem"_s);
        QCOMPARE(setup::stepName(finding.step), setup::stepName(step));
    }

    // A page of WeCom's that was opened with such an address says nothing about the domain of the Origin.
    void anotherPlaceProvesNothingAboutOurs()
    {
        TestWorld w = healthy();
        w.facts.loginPage.reset();
        login::Trace failed = trace(login::Outcome::DomainMismatch);
        loginEnds(w, failed);
        QCOMPARE(w.finding(u"callback.domain"_s).cause, u"domain.callback.mismatch"_s);
        failed.link->redirectUri = QUrl(u"http://10.0.0.5:13000/api/wecom:redirect"_s);
        loginEnds(w, failed);
        QVERIFY(w.finding(u"callback.domain"_s).cause.isEmpty());
        QCOMPARE(w.finding(u"test.login"_s).cause, u"link.internal-host"_s);
    }

    // The same address as the app's homepage, and as a login that came to nothing has shown it.
    void elsewhere_data()
    {
        QTest::addColumn<QUrl>("address");
        QTest::addColumn<QString>("cause");
        Parts leaked = inClient(u"snsapi_privateinfo"_s);
        leaked.redirect = u"http%3A%2F%2F10.0.0.5%3A13000%2Fapi%2Fwecom%3Aredirect"_s;
        Parts port = inClient(u"snsapi_privateinfo"_s);
        port.redirect = u"https%3A%2F%2Fcrm.example.com%3A443%2Fapi%2Fwecom%3Aredirect"_s;
        Parts other = inClient(u"snsapi_privateinfo"_s);
        other.company = u"ww0000000000000000"_s;
        QTest::newRow("scope") << inClient(u"snsapi_base"_s).url() << u"link.scope"_s;
        QTest::newRow("internal host") << leaked.url() << u"link.internal-host"_s;
        QTest::newRow("port") << port.url() << u"domain.port"_s;
        QTest::newRow("ids") << other.url() << u"link.wrong-ids"_s;
        QTest::newRow("no agent id") << inClient(u"snsapi_privateinfo"_s, QString()).url()
                                     << u"link.agentid-missing"_s;
    }
    void elsewhere()
    {
        QFETCH(QUrl, address);
        QFETCH(QString, cause);
        TestWorld w = healthy();
        auto info = agentInfo();
        info.homeUrl = QString::fromLatin1(address.toEncoded());
        w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        QCOMPARE(w.finding(u"homepage.link"_s).cause, cause);
        QCOMPARE(w.finding(u"homepage.link"_s).step, StepId::Homepage);

        login::Trace failed = trace(login::Outcome::OutsideWecom);
        failed.link = wecom::parseLoginLink(address);
        failed.state = wecom::parseState(failed.link->state);
        loginEnds(w, failed);
        QCOMPARE(w.finding(u"test.login"_s).cause, cause);
        failed.outcome = login::Outcome::SignedIn; // it worked all the same
        loginEnds(w, failed);
        QVERIFY(w.finding(u"test.login"_s).cause.isEmpty());
    }
};

QTEST_GUILESS_MAIN(LinkCausesTest)
#include "tst_linkcauses.moc"
