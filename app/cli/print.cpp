// SPDX-License-Identifier: Apache-2.0
// What a person reads at the terminal; with --json nothing of it is printed.
#include "checks/catalogue.h"
#include "cli/commands.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString mark(checks::Severity severity)
{
    switch (severity) {
    case checks::Severity::Ok:
        return u"  ok     "_s;
    case checks::Severity::Notice:
        return u"  note   "_s;
    case checks::Severity::Warning:
        return u"  WARN   "_s;
    case checks::Severity::Problem:
        return u"  WRONG  "_s;
    case checks::Severity::Unknown:
        return u"  ?      "_s;
    }
    return {};
}

} // namespace

void Commands::print(const assistant::SetupSession &session)
{
    if (m_options.json)
        return;
    const auto &catalogue = checks::Catalogue::instance();
    m_out << session.setup().name << u" · "_s << session.setup().nocobase.url.toString() << '\n';
    for (const assistant::Step &step : assistant::steps()) {
        const auto findings = session.findings(step.id);
        if (findings.isEmpty())
            continue;
        m_out << '\n'
              << assistant::stepNumber(step.id) << u". "_s
              << catalogue.step(step.id, m_options.language).title << '\n';
        for (const checks::Finding &finding : findings) {
            const checks::Words words = catalogue.words(finding, m_options.language);
            m_out << mark(finding.severity) << words.title;
            if (!finding.cause.isEmpty())
                m_out << u" ["_s << finding.cause << ']';
            m_out << '\n';
            if (finding.severity == checks::Severity::Problem ||
                finding.severity == checks::Severity::Warning) {
                for (const QString &line : words.todo)
                    m_out << u"           - "_s << line << '\n';
            }
        }
    }
    m_out.flush();
}

void Commands::print(const apply::ChangePlan &plan)
{
    if (m_options.json)
        return;
    if (plan.kind == apply::ChangePlan::Kind::Impossible) {
        m_out << u"Cannot be applied: "_s
              << checks::Catalogue::instance().causeTitle(plan.impossible, m_options.language) << Qt::endl;
        return;
    }
    if (plan.changeCount() == 0)
        m_out << u"Nothing to change."_s << '\n';
    for (const apply::Change &change : plan.changes) {
        if (!change.reason.isEmpty())
            m_out << u"  %1  %2: not changed (%3 %4)\n"_s.arg(change.authenticator, change.field,
                                                              change.reason, change.note);
        else if (change.changes)
            m_out << u"  %1  %2: “%3” → “%4”\n"_s.arg(change.authenticator, change.field, change.before,
                                                      change.after);
    }
    m_out.flush();
}

} // namespace cli
