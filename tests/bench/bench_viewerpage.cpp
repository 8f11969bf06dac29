// SPDX-License-Identifier: Apache-2.0
// bench_viewerpage URL [wait]: the embedded browser as the program uses it, showing one page. Prints its
// process id; with "wait" it opens on the first line it is sent. The next line closes the browser, one more
// ends the program.
#include "shell/viewerloader.h"
#include "viewer/viewerplugin.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QWidget>

#include <qcoro/qcorotask.h>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

void show(QWidget *window, std::unique_ptr<login::LoginViewer> &viewer, const QUrl &url)
{
    const auto plugin = ui::ViewerLoader::load();
    if (!plugin)
        return;
    viewer.reset((*plugin)->create(nullptr));
    QWidget *browser = (*plugin)->widget(viewer.get());
    browser->setParent(window);
    browser->resize(window->size());
    browser->show();
    login::ViewerOptions options;
    options.allowedOrigins = {net::originOf(url)};
    QCoro::connect(viewer->start(options), viewer.get(), [&viewer, url](const net::Result<void> &started) {
        if (started)
            viewer->open(url);
    });
}

} // namespace

int main(int argc, char **argv)
{
    std::printf("%lld\n", static_cast<long long>(getpid()));
    std::fflush(stdout);
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QUrl url(arguments.value(1));
    QWidget window;
    window.resize(800, 600);
    window.show();
    std::unique_ptr<login::LoginViewer> viewer;
    bool closed = false;
    if (arguments.value(2) != u"wait"_s)
        show(&window, viewer, url);
    QSocketNotifier line(0, QSocketNotifier::Read);
    QObject::connect(&line, &QSocketNotifier::activated, &window, [&] {
        char text[64];
        if (read(0, text, sizeof text) <= 0 || closed) {
            QApplication::quit();
        } else if (!viewer) {
            show(&window, viewer, url);
        } else {
            viewer->close();
            closed = true;
        }
    });
    return QApplication::exec();
}
