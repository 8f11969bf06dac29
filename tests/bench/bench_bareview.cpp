// SPDX-License-Identifier: Apache-2.0
// What bench_viewer compares with: bench_bareview URL, the least that shows a page with WebEngine, drawn in
// the same way. Prints its process id; ends on a line.
#include <QApplication>
#include <QSocketNotifier>
#include <QWebEngineView>

#include <cstdio>
#include <unistd.h>

int main(int argc, char **argv)
{
    std::printf("%lld\n", static_cast<long long>(getpid()));
    std::fflush(stdout);
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu");
    const QApplication application(argc, argv);
    QWebEngineView view;
    view.resize(800, 600);
    view.load(QUrl(QApplication::arguments().value(1)));
    view.show();
    const QSocketNotifier line(0, QSocketNotifier::Read);
    QObject::connect(&line, &QSocketNotifier::activated, &application, &QApplication::quit);
    return QApplication::exec();
}
