// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"

#include "checks/languages.h"

#include <QTextStream>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

CommandLine refused(const QString &why)
{
    CommandLine line;
    line.does = CommandLine::Does::Refuse;
    line.said = why;
    return line;
}

QString helpText()
{
    QString text;
    QTextStream out(&text);
    out << "Usage: wecom-setup [SETUP.json] [--demo] [--fault CAUSE]… [--lang CODE]\n"
           "       wecom-setup --play DIR [--fault CAUSE]…\n\n"
           "  --demo           start in the rehearsal: a WeCom and a NocoBase on this computer\n"
           "  --fault CAUSE    something that is wrong in the rehearsal; may be given several times\n"
           "  --play DIR       walk through the rehearsal unattended; findings.json, a report and\n"
           "                   a picture of each page are written to DIR\n"
           "  --lang CODE      "
        << checks::languageCodes().join(u", "_s)
        << "; otherwise the system's language\n"
           "  --theme LOOK     light or dark; otherwise the system's look\n"
           "  --help, --version\n";
    return text;
}

// Puts an option's value where it belongs; what is wrong with it comes back.
QString take(CommandLine *line, const QString &option, const QString &value, const QStringList &knownFaults)
{
    if (option == u"--fault"_s) {
        if (!knownFaults.contains(value))
            return u"Unknown fault “%1”. Known: %2"_s.arg(value, knownFaults.join(u", "_s));
        line->faults.append(value);
        line->rehearsal = true;
    } else if (option == u"--lang"_s) {
        if (!checks::isLanguage(value))
            return checks::unknownLanguage(value);
        line->language = value;
    } else if (option == u"--play"_s) {
        line->playFolder = value;
        line->rehearsal = true;
    } else if (option == u"--theme"_s) {
        if (value != u"light"_s && value != u"dark"_s)
            return u"--theme takes light or dark"_s;
        line->theme = value == u"dark"_s ? Theme::Choice::Dark : Theme::Choice::Light;
    }
    return {};
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments, const QStringList &knownFaults)
{
    static const QStringList withValue = {u"--fault"_s, u"--lang"_s, u"--play"_s, u"--theme"_s};
    CommandLine line;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        auto option = arguments.at(i);
        QString value;
        if (const auto at = option.indexOf(u'='); option.startsWith(u"--"_s) && at > 0) {
            value = option.mid(at + 1);
            option.truncate(at);
        }
        if (withValue.contains(option)) {
            if (value.isEmpty() && i + 1 < arguments.size())
                value = arguments.at(++i);
            if (value.isEmpty())
                return refused(option + u" needs a value"_s);
            if (const auto wrong = take(&line, option, value, knownFaults); !wrong.isEmpty())
                return refused(wrong);
        } else if (option == u"--demo"_s) {
            line.rehearsal = true;
        } else if (option == u"--help"_s || option == u"-h"_s) {
            line.does = CommandLine::Does::Help;
            line.said = helpText();
            return line;
        } else if (option == u"--version"_s) {
            line.does = CommandLine::Does::Version;
            return line;
        } else if (option.startsWith(u'-')) {
            return refused(u"Unknown option “%1”"_s.arg(option));
        } else if (!line.setupFile.isEmpty()) {
            return refused(u"Only one setup can be opened"_s);
        } else {
            line.setupFile = option;
        }
    }
    if (line.rehearsal && !line.setupFile.isEmpty())
        return refused(u"A setup cannot be opened in the rehearsal"_s);
    return line;
}

} // namespace ui
