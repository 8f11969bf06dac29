// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "processes.h"
#include "webserver.h"

#include "shell/viewerloader.h"
#include "viewer/viewerplugin.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <qcoro/qcorotask.h>

#include <memory>
#include <unistd.h>

constexpr auto limit = std::chrono::seconds(20);

// A viewer in a window, and all that it said.
struct Shown
{
    explicit Shown(ui::ViewerPlugin *plugin)
        : viewer(plugin->create(nullptr))
        , window(plugin->widget(viewer.get()))
    {
        window->resize(640, 480);
        window->show();
        QObject::connect(viewer.get(), &login::LoginViewer::requested, viewer.get(),
                         [this](const QUrl &url) { requested << url; });
        QObject::connect(viewer.get(), &login::LoginViewer::failed, viewer.get(),
                         [this](const net::Fault &fault) { failed << fault; });
        QObject::connect(viewer.get(), &login::LoginViewer::loaded, viewer.get(),
                         [this](bool ok, int status) { loaded << std::pair(ok, status); });
    }
    net::Result<void> start(const QStringList &origins)
    {
        login::ViewerOptions options;
        options.allowedOrigins = origins;
        options.pins = pins;
        options.proxy = proxy;
        return QCoro::waitFor(viewer->start(options));
    }
    net::Result<login::PageState> settled() { return QCoro::waitFor(viewer->settled(limit)); }
    // What the page says at the moment; empty while it cannot be asked. For what is looked at again and
    // again: settled() waits until nothing has changed for seconds.
    QString text() const
    {
        const auto state = QCoro::waitFor(viewer->settled(std::chrono::milliseconds(400)));
        return state ? state->text : QString();
    }
    // What the line above the page says that the page did not get.
    QByteArray refused() const
    {
        const auto *notice = window->findChild<QLabel *>(QStringLiteral("browserNotice"));
        return notice && notice->isVisible() ? notice->property("refused").toByteArray() : QByteArray();
    }
    QString notice() const { return window->findChild<QLabel *>(QStringLiteral("browserNotice"))->text(); }

    QList<net::Pin> pins;
    net::ProxySetting proxy{net::ProxySetting::Kind::None, {}};
    std::unique_ptr<login::LoginViewer> viewer;
    std::unique_ptr<QWidget> window;
    QList<QUrl> requested;
    QList<net::Fault> failed;
    QList<std::pair<bool, int>> loaded;
};

// Tests of the embedded browser, as an ordinary user with its sandbox on. A class of tests derives from it.
class ViewerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto loaded = ui::ViewerLoader::load();
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().said));
        m_plugin = *loaded;
        QVERIFY(geteuid() != 0); // the room's --user
        // The kernel's sandbox must be what it is for users, or these tests prove less than they say.
        QVERIFY(!qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"));
    }
    void init()
    {
        m_server = std::make_unique<WebServer>();
        m_other = std::make_unique<WebServer>();
    }

protected:
    ui::ViewerPlugin *m_plugin = nullptr;
    std::unique_ptr<WebServer> m_server, m_other;
};

template<class Test>
int runViewerTest(int argc, char **argv)
{
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
