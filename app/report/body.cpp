// SPDX-License-Identifier: Apache-2.0
#include "report/body.h"

#include "report/speaker.h"
#include "report/tracepart.h"
#include "wecom/console.h"

using namespace Qt::StringLiterals;
using checks::Severity;

namespace report {

namespace {

QString factRow(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return {};
    return u"<tr>"_s + tagged(u"th"_s, name) + tagged(u"td"_s, value) + u"</tr>\n"_s;
}

QString head(const Report &report, const Speaker &speaker)
{
    QString out = tagged(u"h1"_s, speaker.say(u"title"_s));
    if (report.rehearsal) {
        out += u"<p class=\"rehearsal\"><b>"_s + escaped(speaker.say(u"rehearsal"_s)) + u"</b> "_s +
               escaped(speaker.say(u"rehearsaldetail"_s)) + u"</p>\n"_s;
    }
    out += u"<table class=\"facts\">\n"_s;
    out += factRow(speaker.say(u"setup"_s), report.name);
    out += factRow(speaker.say(u"nocobase"_s), report.nocobase);
    out += factRow(speaker.say(u"companyId"_s), report.companyId);
    out += factRow(speaker.say(u"agentId"_s), report.agentId);
    out += factRow(speaker.say(u"authenticator"_s), report.authenticator);
    out += factRow(speaker.say(u"made"_s), speaker.moment(report.at));
    out += factRow(speaker.say(u"program"_s), report.programVersion);
    return out + u"</table>\n"_s;
}

// Who saw it and when; nothing for what nobody has looked at.
QString seenText(const checks::Finding &finding, const Speaker &speaker)
{
    if (!finding.at.isValid())
        return {};
    return checks::Catalogue::instance().vantageText(finding.vantage, speaker.language()) + u", "_s +
           speaker.moment(finding.at);
}

// "App Management → your app (应用管理 → 你的应用)".
QString placeText(const QString &id)
{
    QStringList english, chinese;
    const auto path = wecom::consolePlace(id).path;
    for (const wecom::ConsoleLabel &label : path) {
        english.append(label.english);
        chinese.append(label.chinese);
    }
    return english.join(u" → "_s) + u" ("_s + chinese.join(u" → "_s) + u')';
}

QString findingRow(const checks::Finding &finding, const Speaker &speaker)
{
    const auto &catalogue = checks::Catalogue::instance();
    const checks::Words words = catalogue.words(finding, speaker.language());
    const QString name = severityName(finding.severity);
    QString out =
        u"<tr class=\""_s + name + u"\"><td class=\"sign\">"_s + sign(finding.severity) + u"</td><td>"_s;
    out += u"<b>"_s + escaped(words.title) + u"</b> <span class=\"word\">("_s +
           escaped(speaker.of(u"severities"_s, name)) + u")</span>\n"_s;
    for (const QString &small : {words.detail, catalogue.possibleText(finding, speaker.language()),
                                 catalogue.proofText(finding, speaker.language())}) {
        if (!small.isEmpty())
            out += tagged(u"p"_s, small, u"small"_s);
    }
    const bool isOpen = finding.severity != Severity::Ok && finding.severity != Severity::Notice;
    if (isOpen && !words.todo.isEmpty()) {
        out += tagged(u"p"_s, speaker.say(u"todo"_s) + speaker.colon().trimmed(), u"small"_s) + u"<ol>\n"_s;
        for (const QString &step : words.todo)
            out += tagged(u"li"_s, step);
        out += u"</ol>\n"_s;
        if (!words.place.isEmpty()) // in both languages: the console may be in the other one
            out += tagged(u"p"_s, placeText(words.place), u"small"_s);
        if (!words.link.isEmpty())
            out += tagged(u"p"_s, words.link.toString(QUrl::FullyEncoded), u"address"_s);
    }
    const QString seen = seenText(finding, speaker);
    if (!seen.isEmpty())
        out += tagged(u"p"_s, seen, u"seen"_s);
    return out + u"</td></tr>\n"_s;
}

QString stepPart(const StepReport &step, const Speaker &speaker)
{
    const auto words = checks::Catalogue::instance().step(step.id, speaker.language());
    const QString state = assistant::stateName(step.state);
    QString out = u"<h3>"_s + QString::number(assistant::stepNumber(step.id)) + u". "_s +
                  escaped(words.title) + u" <span class=\"state "_s + state + u"\">"_s +
                  escaped(speaker.of(u"states"_s, state)) + u"</span></h3>\n"_s;
    if (step.findings.isEmpty())
        return out + tagged(u"p"_s, speaker.say(u"nothing"_s), u"small"_s);
    out += u"<table class=\"findings\">\n"_s;
    for (const checks::Finding &finding : step.findings)
        out += findingRow(finding, speaker);
    return out + u"</table>\n"_s;
}

QString changesPart(const apply::ChangePlan &plan, const Speaker &speaker)
{
    if (plan.changeCount() == 0)
        return {};
    QString out = tagged(u"h2"_s, speaker.say(u"changes"_s)) + u"<table class=\"changes\">\n<tr>"_s;
    for (const QString &column : {u"authenticator"_s, u"field"_s, u"before"_s, u"after"_s})
        out += tagged(u"th"_s, speaker.say(column));
    out += u"</tr>\n"_s;
    for (const apply::Change &change : plan.changes) {
        if (!change.changes)
            continue;
        const QString field = speaker.of(u"options"_s, change.field);
        // A secret is a mark here, whatever the plan holds.
        const auto value = [&change](const QString &text) {
            return change.secret && !text.isEmpty() ? u"••••••••"_s : text;
        };
        out += u"<tr>"_s + tagged(u"td"_s, change.authenticator) +
               tagged(u"td"_s, field.isEmpty() ? change.field : field) +
               tagged(u"td"_s, value(change.before)) + tagged(u"td"_s, value(change.after)) + u"</tr>\n"_s;
    }
    return out + u"</table>\n"_s;
}

} // namespace

QString bodyOf(const Report &report)
{
    const Speaker speaker(report.language);
    QString out = head(report, speaker);
    out += tagged(u"h2"_s, speaker.say(u"steps"_s));
    for (const StepReport &step : report.steps)
        out += stepPart(step, speaker);
    out += changesPart(report.plan, speaker);
    if (report.trace)
        out += tracePart(*report.trace, speaker);
    return out + tagged(u"p"_s, speaker.say(u"secret"_s), u"seen"_s);
}

} // namespace report
