// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include "checks/languages.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Command
{
    QString name;
    QString does;
    int leastFiles;
    int mostFiles; // -1: any number
};

const QList<Command> &commands()
{
    static const QList<Command> table{
        {u"check"_s, u"looks at everything and says what it found; changes nothing"_s, 1, -1},
        {u"plan"_s, u"shows the changes that apply would make in NocoBase"_s, 1, 1},
        {u"apply"_s, u"shows the plan, writes it, reads it back, and puts everything back on a mismatch"_s, 1,
         1},
        {u"undo"_s, u"puts back what the last apply found"_s, 1, 1},
        {u"link"_s, u"prints the links for the workbench homepage"_s, 1, 1},
        {u"report"_s, u"writes a report to --out FILE.html, FILE.pdf or FILE.json"_s, 1, 1},
        {u"demo"_s, u"runs a WeCom and a NocoBase for practice on this computer until Ctrl-C"_s, 0, 0},
    };
    return table;
}

QString commandList()
{
    QString text;
    for (const Command &command : commands())
        text += u"  %1  %2\n"_s.arg(command.name, -7).arg(command.does);
    return text;
}

struct Known
{
    QCommandLineOption json{u"json"_s, u"Print one JSON object and nothing else."_s};
    QCommandLineOption ask{
        u"ask-server"_s,
        u"Allow asking WeCom through the NocoBase server; creates and removes one custom request there."_s};
    QCommandLineOption yes{u"yes"_s, u"Apply without asking; required without a terminal."_s};
    QCommandLineOption rebind{u"rebind"_s, u"Use stored credentials although the setup names other hosts."_s};
    QCommandLineOption secrets{u"secrets"_s,
                               u"Where secrets come from: keychain, env (WECOM_COMPANY_ID, "
                               u"WECOM_AGENT_ID, WECOM_SECRET, NOCOBASE_PASSWORD or "
                               "NOCOBASE_TOKEN), or stdin (JSON keyed by setup id)."_s,
                               u"source"_s, u"keychain"_s};
    QCommandLineOption out{u"out"_s, u"Report file; its ending chooses the format."_s, u"file"_s};
    QCommandLineOption lang{u"lang"_s,
                            u"Language of the words: %1."_s.arg(checks::languageCodes().join(u", "_s)),
                            u"code"_s, u"en"_s};
    QCommandLineOption fault{u"fault"_s, u"Demo: produce this cause; may be given several times."_s,
                             u"cause"_s};
    QCommandLineOption port{u"port"_s, u"Demo: port of the simulated NocoBase; 0 takes a free one."_s, u"n"_s,
                            u"0"_s};
};

const Known &known()
{
    static const Known options;
    return options;
}

// Inside an AppImage the program lies in a folder of the moment; a person types something else.
QString helpOf(const QCommandLineParser &parser)
{
    const QString image = QFileInfo(qEnvironmentVariable("APPIMAGE")).fileName();
    QString text = parser.helpText();
    if (const QString typed = QCoreApplication::arguments().constFirst(); !image.isEmpty())
        text.replace(text.indexOf(typed), typed.size(), image + u" cli"_s);
    return text;
}

// Empty when the options make sense.
QString complaint(const Options &options, const Command &command)
{
    const auto count = options.files.size();
    if (count < command.leastFiles)
        return u"%1 needs a setup file."_s.arg(command.name);
    if (command.mostFiles >= 0 && count > command.mostFiles)
        return u"%1 takes %2 setup file(s), not %3."_s.arg(command.name).arg(command.mostFiles).arg(count);
    if (command.name == u"report"_s) {
        const QString ending = QFileInfo(options.out).suffix().toLower();
        if (ending != u"html"_s && ending != u"pdf"_s && ending != u"json"_s)
            return u"report needs --out with a file that ends in .html, .pdf or .json."_s;
    }
    if (options.secrets == SecretsFrom::Environment && count > 1)
        return u"--secrets env works for one setup; use --secrets stdin for several."_s;
    return {};
}

} // namespace

int worse(int a, int b)
{
    static constexpr std::array order{exitcode::torn,        exitcode::putBack, exitcode::problem,
                                      exitcode::unreachable, exitcode::usage,   exitcode::ok};
    const auto rank = [](int code) { return std::find(order.begin(), order.end(), code) - order.begin(); };
    return rank(a) <= rank(b) ? a : b;
}

Parsed parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Sets up and proves WeCom login for NocoBase.\n\nCommands:\n"_s +
                                     commandList());
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({known().json, known().ask, known().yes, known().rebind, known().secrets, known().out,
                       known().lang, known().fault, known().port});
    parser.addPositionalArgument(u"command"_s, u"What to do."_s);
    parser.addPositionalArgument(u"SETUP.json"_s, u"Setup file(s)."_s, u"[SETUP.json…]"_s);
    if (!parser.parse(arguments))
        return {std::nullopt, parser.errorText(), false};
    if (parser.isSet(help))
        return {std::nullopt, helpOf(parser), true};
    if (parser.isSet(version))
        return {std::nullopt, u"wecom-setup-cli %1\n"_s.arg(QCoreApplication::applicationVersion()), true};

    QStringList positional = parser.positionalArguments();
    if (positional.isEmpty())
        return {std::nullopt, u"Say what to do. Commands:\n"_s + commandList(), false};
    Options options;
    options.command = positional.takeFirst();
    options.files = positional;
    options.json = parser.isSet(known().json);
    options.askServer = parser.isSet(known().ask);
    options.yes = parser.isSet(known().yes);
    options.rebind = parser.isSet(known().rebind);
    options.out = parser.value(known().out);
    options.language = parser.value(known().lang);
    if (!checks::isLanguage(options.language))
        return {std::nullopt, checks::unknownLanguage(options.language), false};
    options.faults = parser.values(known().fault);

    const auto command =
        std::find_if(commands().begin(), commands().end(),
                     [&options](const Command &command) { return command.name == options.command; });
    if (command == commands().end())
        return {std::nullopt, u"There is no command “%1”. Commands:\n"_s.arg(options.command) + commandList(),
                false};
    const QString source = parser.value(known().secrets);
    if (source == u"env"_s)
        options.secrets = SecretsFrom::Environment;
    else if (source == u"stdin"_s)
        options.secrets = SecretsFrom::StandardInput;
    else if (source != u"keychain"_s)
        return {std::nullopt, u"--secrets takes keychain, env or stdin, not “%1”."_s.arg(source), false};
    bool isNumber = false;
    options.port = parser.value(known().port).toInt(&isNumber);
    if (!isNumber || options.port < 0 || options.port > 65535)
        return {std::nullopt, u"--port takes a number from 0 to 65535."_s, false};
    if (const QString wrong = complaint(options, *command); !wrong.isEmpty())
        return {std::nullopt, wrong, false};
    return {options, {}, false};
}

} // namespace cli
