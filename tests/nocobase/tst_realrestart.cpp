// SPDX-License-Identifier: Apache-2.0
// A real NocoBase under a path, with the plugin installed but off, and with a list of allowed targets: wrong
// addresses, restarts, enabling.
#include "era.h"
#include "realstage.h"

#include "nocobase/servercaller.h"

#include <qcoro/qcorotimer.h>

#include <QDeadlineTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::FaultCode;
using nocobase::Client;
using nocobase::ClientPtr;

class TestRealRestart : public QObject
{
    Q_OBJECT

    RealServer m_server{{u"--plugin"_s, u"off"_s, u"--base"_s, u"/nb"_s},
                        {{u"SERVER_REQUEST_WHITELIST"_s, u"allowed.example.com"_s}}};
    net::Http m_http;
    ClientPtr m_root;

private slots:
    void initTestCase()
    {
        QVERIFY(m_server.isRunning());
        m_root = std::make_shared<Client>(&m_http, nocobase::Target{m_server.url()}, nullptr);
        QVERIFY(QCoro::waitFor(m_root->signIn(u"nocobase"_s, vault::Secret("admin123"), u"basic"_s)));
    }

    // What people paste from their browser.
    void namesTheRightAddress_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/", "/nb/v/", "/nb/v/signin", "/nb/signin", "/nb/admin/settings/auth"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void namesTheRightAddress()
    {
        QFETCH(QString, path);
        QUrl wrong = m_server.url();
        QVERIFY(wrong.path() == u"/nb/"_s);
        wrong.setPath(path);
        const RealStage stage(wrong);
        stage.look();
        QVERIFY2(stage.causes().contains(u"nocobase.base-path"_s), qPrintable(stage.causes().join(u' ')));
        const checks::Finding *reach = stage.finding(u"nocobase.reach"_s);
        QCOMPARE(QUrl(reach->evidence[u"url"_s].toString()), m_server.url());
        QCoro::waitFor(stage.session->act(*reach)); // "Use this address"
        QVERIFY(stage.session->facts().server->what);
        Client lost(&m_http, nocobase::Target{wrong}, nullptr);
        const auto info = QCoro::waitFor(lost.info());
        QVERIFY(!info);
        QVERIFY(info.error().code == FaultCode::NotJson);
        QCOMPARE(QUrl(info.error().param(u"apiBase"_s)), m_server.url());
        const auto base = QCoro::waitFor(lost.findApiBase());
        QVERIFY(base);
        QCOMPARE(*base, m_server.url());
        Client found(&m_http, nocobase::Target{*base}, nullptr);
        QVERIFY(QCoro::waitFor(found.info()));
        QVERIFY(QCoro::waitFor(found.findApiBase()).error().code == FaultCode::Missing);
    }

    void aForbiddenTargetIsNotAnUnreachableOne()
    {
        const auto caller = nocobase::serverCaller(m_root, QUrl(u"https://qyapi.weixin.qq.com"_s));
        const auto probe = QCoro::waitFor(wecom::probeTrust(caller, vault::Secret("SHORT-LIVED")));
        QVERIFY(!probe);
        QVERIFY(probe.error().code == FaultCode::NocobaseError);
        QCOMPARE(probe.error().param(u"refusedBy"_s), u"whitelist"_s);
        QVERIFY(m_server.ask(u"customRequests:list"_s).data().toArray().isEmpty());
    }

    void saysThatItIsOff()
    {
        const RealStage stage(m_server.url());
        stage.look();
        QVERIFY(stage.causes().contains(u"plugin.off"_s));
        QCOMPARE(stage.session->plan().kind, apply::ChangePlan::Kind::EnablePlugin);
        QVERIFY(stage.apply().end == apply::ApplyResult::End::Refused);
        QCOMPARE(stage.http.writeCount(), 0);
    }

    void enablesThePlugin_data()
    {
        QTest::addColumn<bool>("awaits");
        QTest::newRow("the answer is only a receipt") << false;
        QTest::newRow("the answer is the outcome") << true;
    }
    void enablesThePlugin()
    {
        QFETCH(bool, awaits);
        const auto now =
            nocobase::findWecomPlugin(*QCoro::waitFor(m_root->plugins()), *QCoro::waitFor(m_root->types()));
        // Never when it is off already: a reload for nothing may leave this server broken.
        if (now.enabled)
            m_server.ask(u"pm:disable"_s, QUrlQuery{{u"filterByTk"_s, now.name}}, QJsonObject());
        QDeadlineTimer settled(60s);
        int good = 0;
        while (good < 5 && !settled.hasExpired()) {
            const bool isThere = QCoro::waitFor(m_root->types()).has_value();
            good = isThere ? good + 1 : 0;
            QTest::qWait(100);
        }
        QCOMPARE(good, 5);
        EraProxy proxy(m_server.url(), eras[awaits ? 3 : 2]);
        const auto here = m_root;
        m_root = std::make_shared<Client>(&m_http, nocobase::Target{proxy.base()}, nullptr);
        m_root->useToken(here->token(), false);
        const auto back = qScopeGuard([&] { m_root = here; });
        const auto before =
            nocobase::findWecomPlugin(*QCoro::waitFor(m_root->plugins()), *QCoro::waitFor(m_root->types()));
        QVERIFY(before.listed);
        QVERIFY(!before.enabled);
        QVERIFY(before.authType.isEmpty());
        QVERIFY(QCoro::waitFor(m_root->startLink(u"basic"_s)).error().code == FaultCode::Missing);

        QVERIFY(QCoro::waitFor(m_root->enablePlugin(before.name, 90s)));

        const auto after =
            nocobase::findWecomPlugin(*QCoro::waitFor(m_root->plugins()), *QCoro::waitFor(m_root->types()));
        QVERIFY(after.enabled);
        QCOMPARE(after.authType, u"wecom"_s);
    }

    // Its own path belongs to the callback address, and to nothing else.
    void wholeWayUnderAPath()
    {
        const qint64 id = makeRow(
            m_server, u"company"_s,
            parsed(
                R"({"corpId":"ww9999999999999999","agentId":"1000001","secret":"OLD","origin":"https:\/\/x.example.com"})"),
            true);
        const QByteArray before = rowText(m_server, id);
        const RealStage stage(m_server.url());
        stage.look();
        QCOMPARE(stage.apply().end, apply::ApplyResult::End::Ok);
        const auto &link = stage.session->facts().startLinkParts;
        QVERIFY(link && link->what);
        QCOMPARE(link->what->redirectUri.toString(), u"https://crm.example.com/nb/api/wecom:redirect"_s);
        QCOMPARE(stage.session->webLoginUrl().query().contains(u"%2Fnb%2Fapi%2Fwecom"_s), true);
        QVERIFY(stage.undo());
        QCOMPARE(rowText(m_server, id), before);
        m_server.ask(u"authenticators:destroy"_s, RealServer::byId(id), QJsonObject());
    }

    void aRestartIsToldFromAFailure()
    {
        QCOMPARE(m_server.ask(u"app:restart"_s, {}, QJsonObject()).status, 200);
        bool sawRestart = false;
        int good = 0;
        QDeadlineTimer deadline(60s);
        while (good < 5 && !deadline.hasExpired()) {
            const auto info = QCoro::waitFor(m_root->info());
            if (!info && info.error().code == FaultCode::Restarting)
                sawRestart = true;
            good = info ? good + (sawRestart ? 1 : 0) : 0;
            QTest::qWait(20);
        }
        QVERIFY(sawRestart);
        QCOMPARE(good, 5);
        QVERIFY(QCoro::waitFor(m_root->whoAmI()));
    }
};

QTEST_GUILESS_MAIN(TestRealRestart)
#include "tst_realrestart.moc"
