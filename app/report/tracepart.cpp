// SPDX-License-Identifier: Apache-2.0
#include "report/tracepart.h"

#include "login/stages.h"
#include "net/redactor.h"

using namespace Qt::StringLiterals;
using checks::Severity;
using login::StageState;

namespace report {

namespace {

Severity severityOf(StageState state)
{
    switch (state) {
    case StageState::Passed:
        return Severity::Ok;
    case StageState::Doubted:
        return Severity::Warning;
    case StageState::Failed:
        return Severity::Problem;
    case StageState::Open:
    case StageState::Running:
    case StageState::Stopped:
        break;
    }
    return Severity::Unknown;
}

QString seconds(std::chrono::milliseconds time, const Speaker &speaker)
{
    const QJsonObject value{{u"seconds"_s, QString::number(double(time.count()) / 1000, 'f', 1)}};
    return checks::Catalogue::instance().sentence(u"report"_s, u"seconds"_s, value, speaker.language());
}

// When it came, how long after the one before, and what WeCom's page has shown when.
QString timesOf(const login::Stage &stage, const Speaker &speaker)
{
    QStringList parts;
    const auto clock = [](const QDateTime &at) { return at.toLocalTime().toString(u"HH:mm:ss"_s); };
    if (stage.at.isValid())
        parts.append(clock(stage.at));
    if (stage.duration)
        parts.append(seconds(*stage.duration, speaker));
    for (const login::Sighting &one : stage.sightings)
        parts.append(speaker.of(u"sights"_s, login::sightName(one.what)) + u' ' + clock(one.at));
    return parts.join(u" · "_s);
}

QString stageRow(const login::Stage &stage, const Speaker &speaker)
{
    const auto &catalogue = checks::Catalogue::instance();
    const QString name = login::stageName(stage.id);
    const Severity severity = severityOf(stage.state);
    const auto say = [&](const QString &key) {
        return catalogue.sentence(u"stages"_s, name + u'.' + key, stage.evidence, speaker.language());
    };
    QString out = u"<tr class=\""_s + severityName(severity) + u"\"><td class=\"sign\">"_s + sign(severity) +
                  u"</td><td><b>"_s + escaped(speaker.of(u"stages"_s, name)) + u"</b>\n"_s;
    if (!stage.told.isEmpty())
        out += tagged(u"p"_s, net::redact::text(say(stage.told)), u"small"_s);
    if (stage.state == StageState::Passed)
        out += tagged(u"p"_s, speaker.say(u"proves"_s) + speaker.colon() + say(u"proves"_s), u"small"_s);
    if (stage.state == StageState::Failed || stage.state == StageState::Doubted)
        out += tagged(u"p"_s, speaker.say(u"wouldbewrong"_s) + speaker.colon() + say(u"wrong"_s), u"small"_s);
    if (!stage.host.isEmpty())
        out += tagged(u"p"_s, net::redact::url(stage.address).toString(), u"address"_s);
    const QString times = timesOf(stage, speaker);
    if (!times.isEmpty())
        out += tagged(u"p"_s, times, u"seen"_s);
    return out + u"</td></tr>\n"_s;
}

} // namespace

QString tracePart(const login::Trace &trace, const Speaker &speaker)
{
    QString out = tagged(u"h2"_s, speaker.say(u"trace"_s));
    QString end = speaker.of(u"outcomes"_s, login::outcomeName(trace.outcome));
    if (trace.who)
        end += speaker.colon() + (trace.who->nickname.isEmpty() ? trace.who->username : trace.who->nickname);
    else if (!trace.sentence.isEmpty())
        end += speaker.colon() + net::redact::text(trace.sentence);
    out += u"<p><b>"_s + escaped(end) + u"</b></p>\n<table class=\"findings\">\n"_s;
    const auto stages = login::stagesOf(&trace, trace.ended);
    for (const login::Stage &stage : stages)
        out += stageRow(stage, speaker);
    return out + u"</table>\n"_s;
}

} // namespace report
