// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "commandline.h"
#include "computer.h"
#include "demo/rehearsal.h"
#include "rehearsalsetting.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/play.h"
#include "shell/preferences.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QScreen>
#include <QTextStream>
#include <QTimer>

#include <cstdio>
#include <optional>

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
    QCoreApplication::setApplicationName(u"wecom-setup"_s);
    QCoreApplication::setApplicationVersion(u"" WECOMSETUP_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"wecom-setup"_s);
    std::optional<ui::DisplayGuard> guard(std::in_place);
    QApplication application(argc, argv);
    guard.reset();
    if (const QString lack = ui::lackOfFonts(); !lack.isEmpty())
        say(stderr, lack, 0);
    QGuiApplication::setApplicationDisplayName(u"WeCom Setup for NocoBase"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/wecom-setup.svg"_s));

    // The rehearsal neither reads nor writes what belongs to the person.
    std::optional<ui::Preferences> preferences;
    if (!line.rehearsal)
        preferences.emplace(ui::Preferences::fileOfUser());
    const bool asked = line.theme != ui::Theme::Choice::System;
    ui::Theme::instance().setChoice(asked || !preferences ? line.theme : preferences->theme());
    ui::Theme::instance().install(&application);
    QString language = line.language;
    if (language.isEmpty() && preferences)
        language = preferences->language();
    ui::Language::instance().set(language.isEmpty() ? ui::Language::ofSystem() : language);

    net::Http http;
    ui::SessionHost host(line.rehearsal ? rehearsalServices(&http) : realServices(&http), ui::makeRehearsal);
    ui::MainWindow window(&host);
    if (preferences)
        preferences->follow(&window);
    if (line.playFolder.isEmpty()) // pictures are as large as they are
        window.resize(window.size().boundedTo(window.screen()->availableSize()));
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
