// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/plan.h"
#include "assistant/setupsession.h"
#include "assistant/steps.h"

#include <QByteArray>
#include <QJsonObject>

class QTextDocument;

namespace report {

// What a report shows: made from a session's values, the same for all formats. No secret is in it, and
// nothing that was not seen is called verified.
struct StepReport
{
    setup::StepId id;
    assistant::StepState state = assistant::StepState::Open;
    QList<checks::Finding> findings;
};
struct Report
{
    QString name, nocobase, companyId, agentId, authenticator;
    bool rehearsal = false;
    QDateTime at;
    QString language; // of the words
    QList<StepReport> steps;
    apply::ChangePlan plan;
    std::optional<login::Trace> trace;
    QString programVersion;
};

// Collects what a session knows now.
Report reportOf(const assistant::SetupSession &session, const QString &language);

// The "findings" object of one setup in "wecom-setup-findings/1".
QJsonObject setupFindings(const QString &setupId, const QList<checks::Finding> &findings,
                          const apply::ChangePlan *plan, bool applied);
QJsonObject findingsDocument(const QJsonArray &setups);

QByteArray toJson(const Report &report);
QByteArray toHtml(const Report &report); // one file, no outside references, always light
QByteArray toPdf(const Report &report);  // needs a QGuiApplication
// The same pages to look at and to print; always dark on light.
void layOut(const Report &report, QTextDocument *document);

} // namespace report
