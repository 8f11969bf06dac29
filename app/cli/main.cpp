// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/demo.h"
#include "cli/options.h"

#include <QGuiApplication>
#include <QLoggingCategory>
#include <QTimer>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

// PDF needs fonts and painting, but never a display; Windows has one for every process.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (QByteArray(argv[i]).toLower().endsWith(".pdf")) {
#ifndef Q_OS_WIN
            qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
            return std::make_unique<QGuiApplication>(argc, argv);
        }
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

QCoro::Task<void> runAndQuit(cli::Commands *commands)
{
    const int code = co_await commands->run();
    QCoreApplication::exit(code);
}

} // namespace

int main(int argc, char **argv)
{
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"wecom-setup-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WECOMSETUP_VERSION));
    const cli::Parsed parsed = cli::parse(QCoreApplication::arguments());
    if (!parsed.options) {
        QTextStream(parsed.helpAsked ? stdout : stderr) << parsed.message << Qt::endl;
        return parsed.helpAsked ? cli::exitcode::ok : cli::exitcode::usage;
    }
    if (parsed.options->command == u"demo"_s)
        return cli::runDemo(*parsed.options);
    cli::Commands commands(*parsed.options);
    QTimer::singleShot(0, &commands, [&commands] { runAndQuit(&commands); });
    return QCoreApplication::exec();
}
