// SPDX-License-Identifier: Apache-2.0
#include "asker.h"

#include "wecom/identifiers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {
// How many threads this process has.
int threads()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Threads:"))
            return line.mid(8).trimmed().toInt();
    }
    return -1;
}
} // namespace

class TstRehearsal : public QObject
{
    Q_OBJECT
private slots:
    void startsAndStops()
    {
        const int before = threads();
        QVERIFY(before > 0);
        QElapsedTimer clock;
        clock.start();
        QUrl wecom, nocobase;
        {
            const demo::Rehearsal rehearsal;
            QVERIFY(rehearsal.isRunning());
            wecom = rehearsal.wecomUrl();
            nocobase = rehearsal.nocobaseUrl();
            QVERIFY(threads() > before);
            QVERIFY(wecom != nocobase);
            for (const QUrl &url : {wecom, nocobase})
                QCOMPARE(url.host(), u"127.0.0.1"_s);
        }
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QTRY_COMPARE_WITH_TIMEOUT(threads(), before, 500);
        for (const QUrl &url : {wecom, nocobase}) {
            QTcpSocket socket;
            socket.connectToHost(url.host(), quint16(url.port()));
            QVERIFY(!socket.waitForConnected(500));
        }
    }

    void stopsWhileABrowserHoldsConnections()
    {
        QElapsedTimer clock;
        QTcpSocket idle, other;
        {
            const demo::Rehearsal rehearsal;
            idle.connectToHost(u"127.0.0.1"_s, quint16(rehearsal.wecomUrl().port()));
            other.connectToHost(u"127.0.0.1"_s, quint16(rehearsal.nocobaseUrl().port()));
            QVERIFY(idle.waitForConnected(1000));
            QVERIFY(other.waitForConnected(1000));
            clock.start();
        }
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
    }

    void takesAGivenPort()
    {
        int port = 0;
        { // one that was free a moment ago, and the next as well
            QTcpServer first, second;
            while (!second.isListening()) {
                first.close();
                QVERIFY(first.listen(QHostAddress::LocalHost));
                port = first.serverPort();
                second.listen(QHostAddress::LocalHost, quint16(port + 1));
            }
        }
        demo::RehearsalOptions options;
        options.port = port;
        const demo::Rehearsal rehearsal(options);
        QVERIFY(rehearsal.isRunning());
        QCOMPARE(rehearsal.nocobaseUrl().port(), port);
        QCOMPARE(rehearsal.wecomUrl().port(), port + 1);
        const demo::Rehearsal late(options);
        QVERIFY(!late.isRunning());
    }

    void twoDoNotMix()
    {
        Services a, b;
        QVERIFY(a.rehearsal.wecomUrl() != b.rehearsal.wecomUrl());
        a.rehearsal.setFaults({u"wecom.company-id.wrong"_s});
        QVERIFY(a.token().isEmpty());
        QVERIFY(!b.token().isEmpty());
    }

    void answersAfterADelay()
    {
        demo::RehearsalOptions options;
        options.delay = std::chrono::milliseconds(150);
        Services s(options);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!s.token().isEmpty());
        QVERIFY(clock.elapsed() >= 150);
    }

    void samplesLookReal()
    {
        const demo::Rehearsal rehearsal;
        QCOMPARE(wecom::companyIdShape(rehearsal.companyId()), wecom::Shape::Good);
        QCOMPARE(wecom::agentIdShape(rehearsal.agentId()), wecom::Shape::Good);
        QCOMPARE(wecom::secretShape(rehearsal.secret().revealText()), wecom::Shape::Good);
        QVERIFY(wecom::isOwnershipFileName(rehearsal.ownershipFileName()));
    }

    void performsConsoleSteps_data()
    {
        QTest::addColumn<StepId>("step");
        QTest::addColumn<bool>("expected");
        QTest::newRow("welcome") << StepId::Welcome << false;
        QTest::newRow("nocobase") << StepId::Nocobase << false;
        QTest::newRow("create") << StepId::CreateApp << true;
        QTest::newRow("credentials") << StepId::Credentials << false;
        QTest::newRow("callback") << StepId::CallbackDomain << true;
        QTest::newRow("trusted domain") << StepId::TrustedDomain << true;
        QTest::newRow("trusted ip") << StepId::TrustedIp << true;
        QTest::newRow("options") << StepId::LoginOptions << false;
        QTest::newRow("review") << StepId::Review << false;
        QTest::newRow("homepage") << StepId::Homepage << true;
        QTest::newRow("test, no page waits") << StepId::TestLogin << false;
        QTest::newRow("finish") << StepId::Finish << false;
    }
    void performsConsoleSteps()
    {
        QFETCH(StepId, step);
        demo::Rehearsal rehearsal;
        QTEST(rehearsal.perform(step), "expected");
    }

    void menuIsComplete()
    {
        const QStringList menu = demo::Rehearsal::menu();
        for (const QString &cause : {u"wecom.secret.wrong"_s,
                                     u"wecom.company-id.wrong"_s,
                                     u"wecom.agent.other-app"_s,
                                     u"wecom.app.disabled"_s,
                                     u"wecom.app.scope-empty"_s,
                                     u"ip.untrusted"_s,
                                     u"domain.callback.mismatch"_s,
                                     u"domain.oauth.mismatch"_s,
                                     u"login.member.out-of-scope"_s,
                                     u"login.declined"_s,
                                     u"login.user-not-found"_s,
                                     u"plugin.off"_s,
                                     u"plugin.absent"_s,
                                     u"nocobase.too-old"_s,
                                     u"nocobase.role"_s,
                                     u"nocobase.sign-in"_s,
                                     u"keychain.missing"_s,
                                     u"server.cannot-reach-wecom"_s,
                                     u"domain.ownership.missing"_s,
                                     u"domain.ownership.masked"_s})
            QVERIFY2(menu.contains(cause), qPrintable(cause));
        QStringList unique = menu;
        unique.removeDuplicates();
        QCOMPARE(unique, menu);
    }

    void faultsAreWhatWasSet()
    {
        demo::RehearsalOptions options;
        options.faults = {u"ip.untrusted"_s, u"no.such.cause"_s};
        demo::Rehearsal rehearsal(options);
        QCOMPARE(rehearsal.faults(), QStringList{u"ip.untrusted"_s});
        QCOMPARE(rehearsal.faultMenu(), demo::Rehearsal::menu());
        rehearsal.setFaults({});
        QVERIFY(rehearsal.faults().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstRehearsal)
#include "tst_rehearsal.moc"
