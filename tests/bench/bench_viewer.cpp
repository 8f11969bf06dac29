// SPDX-License-Identifier: Apache-2.0
// bench_viewer ROOM PRODUCT BARE: from the start of the process to the first painted page, for the embedded
// browser as the program uses it (which looks first whether the system lets it start, and whether it paints)
// and for a program with a bare QWebEngineView, in turn; and what memory of the whole process tree is given
// back when the test closes. Both run as an ordinary user with the sandbox on; this program watches from
// outside, and as root may read the memory of sandboxed processes.
#include "../ui/viewer/processes.h"
#include "framebuffer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 7;
constexpr int patience = 60000; // ms, for whatever is waited for
constexpr int afterClose = 8000;
constexpr double goal = 1.5;
constexpr double goalGivenBack = 0.5;
constexpr quint32 ink = 0xc81e5a; // nothing else on the screen has this colour

// One page, for everybody who asks.
class Page : public QTcpServer
{
public:
    Page()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                const QByteArray body = "<!doctype html><body style='background:#c81e5a'><p>painted</p>";
                socket->write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    QString url() const { return u"http://127.0.0.1:%1/"_s.arg(serverPort()); }
};

template<typename Ready>
bool waitUntil(Ready ready, int limit = patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!ready()) {
        if (timer.elapsed() > limit)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents); // the page is served here
        usleep(1000);
    }
    return true;
}

// Since the process began, by the kernel's clock of 10 ms.
double ageOf(qint64 process)
{
    QFile stat(u"/proc/%1/stat"_s.arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 19; // proc(5): field 22, counted from the state
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double began = fields.value(startTime).toDouble() / double(sysconf(_SC_CLK_TCK));
    return (double(now.tv_sec) + double(now.tv_nsec) / 1e9 - began) * 1000;
}

struct Memory
{
    double whole = 0;     // MB
    double anonymous = 0; // of it what is no file's: a library's pages are the file's, and the kernel takes
                          // them when it needs room
};

double field(const QByteArray &text, const QByteArray &name)
{
    const qsizetype at = text.indexOf('\n' + name + ':') + name.size() + 2;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1024;
}

// Of the process and all below it; nothing when one of them may not be read.
std::optional<Memory> memoryOf(qint64 process)
{
    Memory sum;
    QSet<qint64> all = processes::descendantsOf(process);
    all << process;
    for (const qint64 one : std::as_const(all)) {
        QFile file(u"/proc/%1/smaps_rollup"_s.arg(one));
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (text.contains("\nPss:")) {
            sum.whole += field(text, "Pss");
            sum.anonymous += field(text, "Pss_Anon");
        } else if (processes::isRunning(one)) {
            return std::nullopt;
        }
    }
    return sum;
}

class Program
{
public:
    Program(const QString &room, const QStringList &command, const QString &display)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, display);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(room, QStringList{u"--user"_s, u"--display"_s, u"--timeout"_s, u"200"_s, u"--"_s} +
                                  command);
        if (waitUntil([this] { return m_process.canReadLine(); }))
            id = m_process.readLine().trimmed().toLongLong();
    }
    ~Program()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(20000)) {
            m_process.kill();
            m_process.waitForFinished(5000);
        }
    }
    Q_DISABLE_COPY_MOVE(Program)
    void tell() { m_process.write("next\n"); }
    qint64 id = 0;

private:
    QProcess m_process;
};

int refuse(const QString &why)
{
    QTextStream(stderr) << why << Qt::endl;
    return 1;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

QString number(double value, int digits = 0)
{
    return QString::number(value, 'f', digits);
}

struct Bench
{
    QString room, product, bare;
    Page page;
    Framebuffer screen;

    // Milliseconds; negative when nothing was painted.
    double timeOf(const QString &program)
    {
        if (!waitUntil([this] { return !screen.shows(ink); }))
            return -1;
        const Program running(room, {program, page.url()}, screen.display);
        if (running.id == 0 || !waitUntil([this] { return screen.shows(ink); }))
            return -1;
        return ageOf(running.id);
    }

    // Before the browser, with its page, and some seconds after it was closed.
    std::optional<std::array<Memory, 3>> memory()
    {
        Program running(room, {product, page.url(), u"wait"_s}, screen.display);
        const auto idle = [](int milliseconds) { waitUntil([] { return false; }, milliseconds); };
        idle(2000);
        const auto before = memoryOf(running.id);
        running.tell();
        if (!waitUntil([this] { return screen.shows(ink); }))
            return std::nullopt;
        idle(2000);
        const auto shown = memoryOf(running.id);
        running.tell();
        idle(afterClose);
        const auto after = memoryOf(running.id);
        if (!before || !shown || !after)
            return std::nullopt;
        return std::array{*before, *shown, *after};
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return refuse(u"usage: bench_viewer ROOM PRODUCT BARE"_s);
    Bench bench{arguments.at(1), arguments.at(2), arguments.at(3), {}, {}};
    if (!bench.screen.start())
        return refuse(bench.screen.problem);
    // Not counted: the first of each reads the libraries.
    if (bench.timeOf(bench.bare) < 0 || bench.timeOf(bench.product) < 0)
        return refuse(u"a page was not painted"_s);
    QList<double> ofProduct, ofBare;
    for (int i = 0; i < runs; ++i) {
        ofBare << bench.timeOf(bench.bare);
        ofProduct << bench.timeOf(bench.product);
        if (ofBare.last() < 0 || ofProduct.last() < 0)
            return refuse(u"a page was not painted"_s);
    }
    const double ratio = median(ofProduct) / median(ofBare);
    QTextStream out(stdout);
    out << "viewer to first painted page: median " << number(median(ofProduct)) << " ms, bare QWebEngineView "
        << number(median(ofBare)) << " ms, ratio " << number(ratio, 2) << " (goal " << goal
        << "): " << (ratio <= goal ? "pass" : "FAIL") << Qt::endl;
    const auto memory = bench.memory();
    if (!memory) {
        out << "viewer's memory: sandboxed processes may not be read by this user" << Qt::endl;
        return ratio <= goal ? 0 : 1;
    }
    const auto &[before, shown, after] = *memory;
    const double back = (shown.whole - after.whole) / (shown.whole - before.whole);
    const double anonymousBack = (shown.anonymous - after.anonymous) / (shown.anonymous - before.anonymous);
    out << "viewer's memory (PSS of the process tree): " << number(before.whole) << " MB before, "
        << number(shown.whole) << " MB with its page, " << number(after.whole) << " MB " << afterClose / 1000
        << " s after the test closed; " << number(back * 100) << " % given back (goal "
        << number(goalGivenBack * 100) << " %): " << (back >= goalGivenBack ? "pass" : "FAIL") << Qt::endl;
    out << "    of it no file's: " << number(before.anonymous) << ", " << number(shown.anonymous) << " and "
        << number(after.anonymous) << " MB; " << number(anonymousBack * 100) << " % given back" << Qt::endl;
    return ratio <= goal && back >= goalGivenBack ? 0 : 1;
}
