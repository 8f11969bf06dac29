// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include <QCoreApplication>

namespace report {

Report reportOf(const assistant::SetupSession &session, const QString &language)
{
    Report report;
    report.name = session.setup().name;
    report.nocobase = session.setup().nocobase.url.toString();
    report.companyId = session.credentials().companyId;
    report.agentId = session.credentials().agentId;
    report.plan = session.plan();
    report.authenticator = report.plan.authenticator;
    report.rehearsal = session.isRehearsal();
    report.at = QDateTime::currentDateTime();
    report.language = language;
    for (const assistant::Step &step : assistant::steps()) {
        if (!assistant::sumsUp(step.id))
            report.steps.append({step.id, session.state(step.id), session.findings(step.id)});
    }
    if (session.facts().testLogin && session.facts().testLogin->what)
        report.trace = *session.facts().testLogin->what;
    report.programVersion = QCoreApplication::applicationVersion();
    return report;
}

} // namespace report
