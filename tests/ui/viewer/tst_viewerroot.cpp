// SPDX-License-Identifier: Apache-2.0
// As the superuser the embedded browser only says why it does not start; and nothing of WebEngine is loaded
// before it is wanted.
#include "viewerstage.h"

using namespace Qt::StringLiterals;

class TestViewerRoot : public QObject
{
    Q_OBJECT

private slots:
    void refusesRoot()
    {
        if (geteuid() != 0)
            QSKIP("runs as root only");
        QFile maps(u"/proc/self/maps"_s);
        QVERIFY(maps.open(QIODevice::ReadOnly) && !maps.readAll().contains("libQt6WebEngineCore"));
        const auto plugin = ui::ViewerLoader::load();
        QVERIFY(plugin);
        Shown shown(*plugin);
        const auto started = shown.start({u"http://127.0.0.1"_s});
        QVERIFY(!started);
        QCOMPARE(started.error().code, net::FaultCode::BrowserCannotStart);
        QCOMPARE(started.error().param(u"reason"_s), u"root"_s);
        QVERIFY(!shown.window->findChild<QWidget *>(u"browserView"_s));
    }
};

int main(int argc, char **argv)
{
    return runViewerTest<TestViewerRoot>(argc, argv);
}

#include "tst_viewerroot.moc"
