// SPDX-License-Identifier: Apache-2.0
// The rehearsal's WeCom plugin: its links, and who is signed in.
#include "asker.h"

#include "wecom/links.h"

#include <QTest>

using namespace Qt::StringLiterals;
using setup::StepId;

class TstRehearsalPlugin : public QObject
{
    Q_OBJECT
private slots:
    void theStartLinkCarriesTheRow()
    {
        Services s;
        QVERIFY(s.signIn());
        QCOMPARE(s.apply().status, 200);
        const auto web = wecom::parseLoginLink(s.startLink());
        QVERIFY(web);
        QCOMPARE(web->kind, wecom::LinkKind::WebLogin);
        QCOMPARE(web->companyId, s.rehearsal.companyId());
        QCOMPARE(web->agentId, s.rehearsal.agentId());
        QCOMPARE(web->redirectUri, s.callback());
        QCOMPARE(wecom::parseState(web->state)->authenticator, u"wecom"_s);
        s.asker.agent = Asker::insideWecom;
        const auto inside = wecom::parseLoginLink(s.startLink());
        QCOMPARE(inside->kind, wecom::LinkKind::OAuth);
        QCOMPARE(inside->scope, u"snsapi_privateinfo"_s);
        s.asker.headers = {{"X-Authenticator", "basic"}};
        QCOMPARE(s.asker.post(s.api(u"wecom:getAuthUrl"_s), {}).status, 500);
    }

    void aColleagueSignsIn()
    {
        Services s;
        s.configure();
        QVERIFY(s.signIn());
        QCOMPARE(s.apply().status, 200);
        const QUrl end = s.logIn();
        QCOMPARE(end.path(), u"/admin"_s);
        QCOMPARE(QUrlQuery(end).queryItemValue(u"authenticator"_s), u"wecom"_s);
        const QUrl users =
            s.api(u"authenticators:get"_s, {{u"filterByTk"_s, u"2"_s}, {u"appends"_s, u"users"_s}});
        const QJsonArray linked = s.asker.get(users).data()[u"users"_s].toArray();
        QCOMPARE(linked.size(), 1);
        QCOMPARE(linked.at(0)[u"usersAuthenticators"_s][u"uuid"_s].toString(), u"LiWei"_s);
        s.asker.headers = {{"Authorization", "Bearer " + Services::session(end).toLatin1()}};
        const auto me = s.asker.get(s.api(u"auth:check"_s));
        QCOMPARE(me.data()[u"username"_s].toString(), u"liwei"_s);
        QCOMPARE(me.data()[u"roles"_s][0][u"name"_s].toString(), u"member"_s);
        QCOMPARE(s.asker.get(s.api(u"authenticators:list"_s)).status, 403); // an ordinary user
    }

    void aStrangerIsCreatedWhereThatIsOn()
    {
        Services s;
        s.configure();
        QVERIFY(s.signIn());
        s.apply(true);
        s.rehearsal.setFaults({u"login.user-not-found"_s});
        QVERIFY(!Services::session(s.logIn()).isEmpty());
    }

    void outsidersAreNotIdentified()
    {
        Services s;
        s.configure();
        QVERIFY(s.signIn());
        s.apply();
        s.rehearsal.setPhoneOwner(demo::PhoneOwner::Outsider);
        QCOMPARE(Services::sentence(s.logIn()), u"Failed to get userid"_s);
    }

    void theHomepageIsWhatThePluginShows()
    {
        Services s;
        s.configure();
        QVERIFY(s.signIn());
        s.apply(false, true);
        s.rehearsal.perform(StepId::Homepage);
        s.asker.agent = Asker::nocobase;
        s.asker.headers.clear();
        const auto home = [&] {
            return s.ask(u"agent/get"_s, {{u"agentid"_s, s.rehearsal.agentId()}})
                .json()
                .value(u"home_url"_s)
                .toString();
        };
        QCOMPARE(home(), s.rehearsal.nocobaseUrl().toString() + u"/admin"_s);
        QVERIFY(s.signIn());
        s.apply(false, false);
        s.rehearsal.perform(StepId::Homepage);
        const auto link = wecom::parseLoginLink(QUrl::fromEncoded(home().toLatin1()));
        QVERIFY(link);
        QCOMPARE(link->kind, wecom::LinkKind::OAuth);
        QCOMPARE(wecom::parseState(link->state)->redirect, u"/admin"_s);
    }
};

QTEST_GUILESS_MAIN(TstRehearsalPlugin)
#include "tst_rehearsalplugin.moc"
