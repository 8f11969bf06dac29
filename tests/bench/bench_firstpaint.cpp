// SPDX-License-Identifier: Apache-2.0
// bench_firstpaint PRODUCT OTHER [NAME GOAL]: from the start of the process to the first frame with text on
// the screen, for the product and for another program, in turn; and whether the product has WebEngine's
// libraries mapped. The other is one with a single label, unless NAME says what it is. Both programs are
// watched from outside, on the screen of an X server of their own.
#include "framebuffer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 11;
constexpr int patience = 20000; // ms, for whatever is waited for
constexpr int settled = 2;      // s

struct Run
{
    double milliseconds = -1; // not painted
    QByteArray maps;          // when it was painted, and again when nothing happens any more
    QByteArray mapsLater;
};

QByteArray mapsOf(qint64 pid)
{
    QFile file(u"/proc/%1/maps"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template<typename Ready>
bool waitUntil(Ready ready)
{
    QElapsedTimer timer;
    timer.start();
    while (!ready()) {
        if (timer.elapsed() > patience)
            return false;
        QThread::usleep(500);
    }
    return true;
}

Run runOf(const QString &program, const Framebuffer &screen, bool untilSettled = false)
{
    Run run;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, screen.display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    if (!waitUntil([&] { return screen.isBlank(); }))
        return run;
    QElapsedTimer timer;
    timer.start();
    process.start(program, QStringList());
    if (waitUntil([&] { return screen.isPainted(); })) {
        run.milliseconds = double(timer.nsecsElapsed()) / 1e6;
        run.maps = mapsOf(process.processId());
        if (untilSettled) {
            QThread::sleep(settled);
            run.mapsLater = mapsOf(process.processId());
        }
    }
    process.terminate();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(patience);
    }
    return run;
}

QString summary(const QString &what, QList<double> &times)
{
    std::sort(times.begin(), times.end());
    const auto number = [](double value) { return QString::number(value, 'f', 0); };
    return u"first paint of %1: median %2 ms, min %3 ms, max %4 ms (%5 runs)"_s.arg(
        what, number(times.at(times.size() / 2)), number(times.first()), number(times.last()),
        QString::number(times.size()));
}

int refuse(const QString &why)
{
    QTextStream(stderr) << why << Qt::endl;
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 && arguments.size() != 5)
        return refuse(u"usage: bench_firstpaint PRODUCT OTHER [NAME GOAL]"_s);
    const auto &product = arguments.at(1);
    const auto &other = arguments.at(2);
    const QString name = arguments.value(3, u"one label"_s);
    const QString goal = arguments.value(4, u"2"_s);
    Framebuffer screen;
    if (!screen.start())
        return refuse(screen.problem);

    // Not counted: the first of each reads the libraries and fills the font cache.
    const Run otherFirst = runOf(other, screen);
    const Run productFirst = runOf(product, screen, true);
    // Nothing is said about WebEngine unless the list of libraries is readable.
    if (otherFirst.milliseconds < 0 || !productFirst.maps.contains("libQt6Widgets") ||
        !productFirst.mapsLater.contains("libQt6Widgets"))
        return refuse(u"a window was not painted"_s);

    QList<double> ofProduct;
    QList<double> ofOther;
    QList<double> ratios;
    for (int i = 0; i < runs; ++i) {
        const double theirs = runOf(other, screen).milliseconds;
        const double ours = runOf(product, screen).milliseconds;
        if (theirs < 0 || ours < 0)
            return refuse(u"a window was not painted"_s);
        ofOther.append(theirs);
        ofProduct.append(ours);
        ratios.append(ours / theirs);
    }
    std::sort(ratios.begin(), ratios.end());
    QTextStream out(stdout);
    out << summary(u"the window"_s, ofProduct) << Qt::endl;
    out << summary(name, ofOther) << Qt::endl;
    out << "first paint: ratio of the medians "
        << QString::number(ofProduct.at(runs / 2) / ofOther.at(runs / 2), 'f', 2) << " (goal " << goal
        << "), median of the ratios of neighbours " << QString::number(ratios.at(runs / 2), 'f', 2)
        << Qt::endl;
    const bool mapped =
        productFirst.maps.contains("WebEngine") || productFirst.mapsLater.contains("WebEngine");
    out << "WebEngine's libraries mapped at first paint and 2 s later: " << (mapped ? "yes" : "no")
        << " (goal no)" << Qt::endl;
    return mapped ? 1 : 0;
}
