// SPDX-License-Identifier: Apache-2.0
// What is left of the embedded browser after a test: nothing, on no disk and in no process table.
#include "viewerstage.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList folders()
{
    QStringList all{QDir::homePath(), QDir::tempPath()};
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        if (qEnvironmentVariableIsSet(name))
            all << qEnvironmentVariable(name);
    }
    return all;
}

// All files that a program of this person could have written, with their content.
QMap<QString, QByteArray> files()
{
    QMap<QString, QByteArray> found;
    const QStringList all = folders();
    for (const QString &folder : all) {
        for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            found.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        }
    }
    return found;
}

} // namespace

class TestViewerLeft : public ViewerTest
{
    Q_OBJECT

private slots:
    void leavesNoFile()
    {
        m_server->page(
            "/page",
            "<p>x</p><script>localStorage.setItem('k', 'CANARY-storage'); document.cookie = "
            "'j=CANARY-script; max-age=9999'; indexedDB.open('CANARY-database'); "
            "caches.open('CANARY-cache')</script>",
            "Set-Cookie: s=CANARY-cookie; Max-Age=9999; HttpOnly\r\nCache-Control: max-age=9999\r\n");
        m_server->page(
            "/again",
            "<p id=o></p><script>o.textContent = localStorage.getItem('k') + '|' + document.cookie</script>");
        const auto before = files();
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QVERIFY(shown.settled());
        shown.viewer->open(m_server->url(u"/again"_s));
        // It is there while it lasts.
        QTRY_VERIFY_WITH_TIMEOUT(shown.text().contains(u"CANARY-storage"_s), 15000);
        QVERIFY(m_server->asked.last().cookie.contains("CANARY-cookie"));
        shown.viewer->close();
        QTest::qWait(200);

        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/again"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), u"null|"_s, 15000);
        shown.viewer->close();
        QTest::qWait(1000); // a profile writes late
        const auto after = files();
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            QVERIFY2(!it.value().contains("CANARY"), qPrintable(it.key()));
            // Chromium's empty list of authorities is nobody's trace.
            const bool expected = before.contains(it.key()) || it.key().contains(u"/.pki/nssdb/"_s) ||
                                  it.key().contains(u"fontconfig"_s);
            QVERIFY2(expected, qPrintable(it.key()));
        }
    }

    // While the program goes on.
    void leavesNoPageProcess()
    {
        m_server->page("/page", "<p>x</p>");
        Shown shown(m_plugin);
        QVERIFY(shown.start({m_server->origin()}));
        shown.viewer->open(m_server->url(u"/page"_s));
        QVERIFY(shown.settled());
        const qint64 self = QCoreApplication::applicationPid();
        QVERIFY(!processes::renderersOf(self).isEmpty());
        shown.viewer->close();
        QTRY_VERIFY_WITH_TIMEOUT(processes::renderersOf(self).isEmpty(), 20000);
    }

    // When the program ends.
    void leavesNoProcess()
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"leavesNoPageProcess"_s});
        QVERIFY(child.waitForStarted());
        const qint64 ancestor = child.processId();
        QSet<qint64> seen;
        bool hadRenderer = false;
        QElapsedTimer time;
        for (time.start(); child.state() != QProcess::NotRunning && time.elapsed() < 60000;) {
            seen += processes::descendantsOf(ancestor);
            hadRenderer = hadRenderer || !processes::renderersOf(ancestor).isEmpty();
            child.waitForFinished(20);
        }
        QCOMPARE(child.state(), QProcess::NotRunning);
        QCOMPARE(child.exitCode(), 0);
        QVERIFY(hadRenderer); // so there was something to leave behind
        QTRY_VERIFY_WITH_TIMEOUT(std::none_of(seen.cbegin(), seen.cend(), processes::isRunning), 10000);
    }
};

int main(int argc, char **argv)
{
    return runViewerTest<TestViewerLeft>(argc, argv);
}

#include "tst_viewerleft.moc"
