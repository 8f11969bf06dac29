// SPDX-License-Identifier: Apache-2.0
// A real NocoBase under a path, with the plugin installed but off, and with a list of allowed targets: wrong
// addresses, restarts, enabling.
#include "realserver.h"

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

    void namesTheRightAddress()
    {
        QUrl wrong = m_server.url();
        QVERIFY(wrong.path() == u"/nb/"_s);
        wrong.setPath(u"/"_s);
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
        QVERIFY(m_server.ask(u"customRequests:list"_s).data().toArray().isEmpty());
    }

    void enablesThePlugin()
    {
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
