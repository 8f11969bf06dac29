// SPDX-License-Identifier: Apache-2.0
// How long the window's thread is kept during a whole rehearsal, walked through as --play does, and by
// switching language and theme when all pages are there. Each event that is delivered is timed, in time of
// the clock and of the thread's own processor: on a busy computer the second is the program's, the first also
// other programs'. A person's next click waits for the stretch of events that is under way; p99 is over all
// the time of the walk, not over the many short events. The event that starts the browser, which the page
// announces, is told by itself.
#include "rehearsalsetting.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/play.h"
#include "shell/theme.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <optional>

#include <dlfcn.h>

using namespace Qt::StringLiterals;

namespace {

double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Stretch
{
    double clock = 0, processor = 0;
    QString what;
};

QString described(const QObject *receiver, const QEvent *event)
{
    return u"%1#%2, event %3"_s
        .arg(QString::fromLatin1(receiver->metaObject()->className()), receiver->objectName())
        .arg(int(event->type()));
}

bool isBrowserLoaded()
{
    void *library = dlopen("libQt6WebEngineCore.so.6", RTLD_LAZY | RTLD_NOLOAD);
    if (library)
        dlclose(library); // only what asking for it has added
    return library != nullptr;
}

// Times the events that the loop delivers; what they deliver in turn is part of them.
class Watched : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || !isWatching)
            return QApplication::notify(receiver, event);
        const QString what = described(receiver, event); // it may be gone afterwards
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const double before = processorTime();
        const bool taken = QApplication::notify(receiver, event);
        const Stretch stretch{double(timer.nsecsElapsed()) / 1e6, processorTime() - before, what};
        const bool isStart = !browserStart && isBrowserLoaded();
        if (isStart)
            browserStart = stretch;
        else
            stretches.append(stretch);
        --m_depth;
        return taken;
    }

    QList<Stretch> stretches;
    std::optional<Stretch> browserStart;
    bool isWatching = false;

private:
    int m_depth = 0;
};

// What a click that may come at any moment waits for at most in all but one of a hundred moments: the longest
// stretches together have one hundredth of the time.
double overTime(QList<Stretch> stretches, double Stretch::*measure, double whole)
{
    std::sort(stretches.begin(), stretches.end(),
              [&](const Stretch &a, const Stretch &b) { return a.*measure > b.*measure; });
    double sum = 0;
    for (const auto &stretch : std::as_const(stretches)) {
        sum += stretch.*measure;
        if (sum > whole / 100)
            return stretch.*measure;
    }
    return 0;
}

void report(const QString &name, const QList<Stretch> &stretches, double whole)
{
    QTextStream out(stdout);
    const auto worst = [&](double Stretch::*measure) {
        double most = 0;
        for (const auto &stretch : stretches)
            most = std::max(most, stretch.*measure);
        return most;
    };
    const auto number = [](double value) { return QString::number(value, 'f', 1); };
    out << name << ": " << stretches.size() << " events in " << number(whole / 1000) << " s; p99 "
        << number(overTime(stretches, &Stretch::processor, whole)) << " ms of the processor ("
        << number(overTime(stretches, &Stretch::clock, whole)) << " by the clock, goal 16), worst "
        << number(worst(&Stretch::processor)) << " ms (" << number(worst(&Stretch::clock))
        << " by the clock, goal 100)\n";
    auto sorted = stretches;
    std::sort(sorted.begin(), sorted.end(),
              [](const Stretch &a, const Stretch &b) { return a.processor > b.processor; });
    for (const auto &stretch : sorted.mid(0, 6))
        out << "    " << number(stretch.processor) << " ms (" << number(stretch.clock)
            << "): " << stretch.what << '\n';
}

// Until everything that follows of it is done and painted.
template<typename Change>
Stretch timed(Change change)
{
    QElapsedTimer timer;
    timer.start();
    const double before = processorTime();
    change();
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    return {double(timer.nsecsElapsed()) / 1e6, processorTime() - before, {}};
}

void switches()
{
    QTextStream out(stdout);
    const auto say = [&out](const QString &name, QList<Stretch> all) {
        std::sort(all.begin(), all.end(),
                  [](const Stretch &a, const Stretch &b) { return a.processor < b.processor; });
        const auto &middle = all[all.size() / 2];
        out << name << ": " << QString::number(middle.processor, 'f', 1)
            << " ms of the processor in the middle (" << QString::number(middle.clock, 'f', 1)
            << " by the clock), " << QString::number(all.last().processor, 'f', 1)
            << " at worst (goal 100)\n";
    };
    QList<Stretch> languages, themes;
    for (int i = 0; i < 3; ++i) {
        for (const auto &code : {u"zh_CN"_s, u"zh_TW"_s, u"ja"_s, u"en"_s})
            languages.append(timed([&] { ui::Language::instance().set(code); }));
        for (const auto choice : {ui::Theme::Choice::Dark, ui::Theme::Choice::Light})
            themes.append(timed([&] { ui::Theme::instance().setChoice(choice); }));
    }
    say(u"switching the language, all pages built"_s, languages);
    say(u"switching the theme, all pages built"_s, themes);
}

} // namespace

int main(int argc, char **argv)
{
    ui::Play::prepareDisplay();
    Watched application(argc, argv);
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    ui::Theme::instance().install(&application);
    ui::Language::instance().set(u"en"_s);
    net::Http http;
    assistant::Services services;
    services.http = &http;
    services.store = vault::sessionStore();
    services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
    ui::SessionHost host(services, ui::makeRehearsal);
    ui::MainWindow window(&host);
    window.show();
    const QTemporaryDir folder;
    ui::PlayOptions options;
    options.folder = folder.path();
    options.pictures = false;
    ui::Play play(&window, &host, options);
    QElapsedTimer whole;
    QTimer::singleShot(0, &play, [&] {
        whole.start();
        application.isWatching = true;
        QCoro::connect(play.run(), &play, [&](int code) {
            application.isWatching = false;
            QCoreApplication::exit(code);
        });
    });
    const int code = QApplication::exec();
    if (code != 0) {
        QTextStream(stderr) << "the walk did not go to its end: " << code << Qt::endl;
        return 1;
    }
    const auto &start = application.browserStart;
    const double apart = start ? start->clock : 0;
    report(u"walk through the rehearsal"_s, application.stretches, double(whole.elapsed()) - apart);
    if (start)
        QTextStream(stdout) << "the start of the browser, once: " << start->processor << " ms ("
                            << start->clock << " by the clock): " << start->what << '\n';
    switches();
    return 0;
}
