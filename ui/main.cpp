// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "commandline.h"
#include "computer.h"
#include "demo/rehearsal.h"
#include "rehearsalsetting.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/play.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QTextStream>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int say(FILE *where, const QString &text, int exitCode)
{
    QTextStream(where) << text << '\n';
    return exitCode;
}

assistant::Services realServices(net::Http *http)
{
    assistant::Services services;
    services.http = http;
    services.store = vault::systemKeychain();
    services.tokens = std::make_shared<wecom::TokenKeeper>(http);
    services.repository = setup::Repository::ofUser();
    return services;
}

// The rehearsal neither reads nor writes what belongs to the person.
assistant::Services rehearsalServices(net::Http *http)
{
    assistant::Services services;
    services.http = http;
    services.store = vault::sessionStore();
    services.tokens = std::make_shared<wecom::TokenKeeper>(http);
    return services;
}

void begin(ui::SessionHost *host, ui::MainWindow *window, const ui::CommandLine &line)
{
    if (line.rehearsal) {
        if (!host->startRehearsal(line.faults))
            say(stderr, u"The simulated servers could not start on this computer."_s, 0);
    } else if (!line.setupFile.isEmpty()) {
        if (const auto opened = host->openFile(line.setupFile); !opened)
            window->tell(
                checks::Catalogue::instance().faultText(opened.error(), ui::Language::instance().code()));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto line = ui::readCommandLine(arguments, demo::Rehearsal::menu());
    switch (line.does) {
    case ui::CommandLine::Does::Help:
        return say(stdout, line.said, 0);
    case ui::CommandLine::Does::Version:
        return say(stdout, u"wecom-setup " WECOMSETUP_VERSION ""_s, 0);
    case ui::CommandLine::Does::Refuse:
        return say(stderr, line.said, 2);
    case ui::CommandLine::Does::Open:
        break;
    }

    if (!line.playFolder.isEmpty())
        ui::Play::prepareDisplay();
    if (const QString lack = ui::lackOfDisplay(); !lack.isEmpty())
        return say(stderr, lack, 2);
    QCoreApplication::setApplicationName(u"wecom-setup"_s);
    QCoreApplication::setApplicationVersion(u"" WECOMSETUP_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"wecom-setup"_s);
    QApplication application(argc, argv);
    if (const QString lack = ui::lackOfFonts(); !lack.isEmpty())
        say(stderr, lack, 0);
    QGuiApplication::setApplicationDisplayName(u"WeCom Setup for NocoBase"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/wecom-setup.svg"_s));

    ui::Theme::instance().setChoice(line.theme);
    ui::Theme::instance().install(&application);
    ui::Language::instance().set(line.language.isEmpty() ? ui::Language::ofSystem() : line.language);

    net::Http http;
    ui::SessionHost host(line.rehearsal ? rehearsalServices(&http) : realServices(&http), ui::makeRehearsal);
    ui::MainWindow window(&host);
    window.show();
    if (!line.playFolder.isEmpty()) {
        ui::PlayOptions options;
        options.folder = line.playFolder;
        options.faults = line.faults;
        ui::Play play(&window, &host, options);
        QTimer::singleShot(0, &play, [&play] {
            QCoro::connect(play.run(), &play, [](int code) { QCoreApplication::exit(code); });
        });
        return QApplication::exec();
    }
    // After the first paint, so that the window is there at once.
    QTimer::singleShot(0, &window, [&] { begin(&host, &window, line); });
    return QApplication::exec();
}
