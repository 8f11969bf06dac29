// SPDX-License-Identifier: Apache-2.0
#include "checks/catalogue.h"
#include "login/stages.h"
#include "report/report.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace report {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// What a person reads of a finding goes along, so that a report can be shown elsewhere.
QJsonObject findingJson(const checks::Finding &finding, const QString &language)
{
    QJsonObject json = checks::toJson(finding);
    const checks::Words words = checks::Catalogue::instance().words(finding, language);
    json[u"title"_s] = words.title;
    if (!words.detail.isEmpty())
        json[u"detail"_s] = words.detail;
    if (!words.todo.isEmpty())
        json[u"todo"_s] = QJsonArray::fromStringList(words.todo);
    if (!words.seen.isEmpty())
        json[u"seen"_s] = words.seen;
    if (!words.proof.isEmpty()) {
        json[u"proof"_s] = words.proof;
        json[u"ruledOutBy"_s] = words.ruledOutBy;
    }
    if (!words.link.isEmpty())
        json[u"link"_s] = words.link.toString(QUrl::FullyEncoded);
    return json;
}

QJsonObject stepJson(const StepReport &step, const QString &language)
{
    QJsonArray findings;
    for (const checks::Finding &finding : step.findings)
        findings.append(findingJson(finding, language));
    return {{u"step"_s, setup::stepName(step.id)},
            {u"state"_s, assistant::stateName(step.state)},
            {u"title"_s, checks::Catalogue::instance().step(step.id, language).title},
            {u"findings"_s, findings}};
}

} // namespace

QJsonObject setupFindings(const QString &setupId, const QList<checks::Finding> &findings,
                          const apply::ChangePlan *plan, bool applied)
{
    QJsonArray array;
    for (const checks::Finding &finding : findings)
        array.append(checks::toJson(finding));
    return {{u"id"_s, setupId},
            {u"findings"_s, array},
            {u"changes"_s, plan ? apply::toJson(*plan) : QJsonArray()},
            {u"applied"_s, applied}};
}

QJsonObject findingsDocument(const QJsonArray &setups)
{
    return {{u"schema"_s, u"wecom-setup-findings/1"_s}, {u"setups"_s, setups}};
}

QByteArray toJson(const Report &report)
{
    QJsonArray steps;
    for (const StepReport &step : report.steps)
        steps.append(stepJson(step, report.language));
    QJsonObject json{{u"schema"_s, u"wecom-setup-report/1"_s},
                     {u"name"_s, report.name},
                     {u"nocobase"_s, report.nocobase},
                     {u"companyId"_s, orNull(report.companyId)},
                     {u"agentId"_s, orNull(report.agentId)},
                     {u"authenticator"_s, orNull(report.authenticator)},
                     {u"rehearsal"_s, report.rehearsal},
                     {u"at"_s, report.at.toUTC().toString(Qt::ISODate)},
                     {u"language"_s, report.language},
                     {u"program"_s, report.programVersion},
                     {u"steps"_s, steps},
                     {u"changes"_s, apply::toJson(report.plan)}};
    if (report.trace)
        json[u"testLogin"_s] = login::exported(*report.trace);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace report
