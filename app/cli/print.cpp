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
    m_out << session.setup().name << u" · "_s << session.setup().nocobase.url.toString() << '\n';
    for (const assistant::Step &step : assistant::steps())
        print(session, step.id);
    m_out.flush();
}

void Commands::print(const assistant::SetupSession &session, setup::StepId step)
{
    const auto findings = session.findings(step);
    if (m_options.json || findings.isEmpty())
        return;
    const auto &catalogue = checks::Catalogue::instance();
    m_out << '\n'
          << assistant::stepNumber(step) << u". "_s << catalogue.step(step, m_options.language).title << '\n';
    for (const checks::Finding &finding : findings) {
        const checks::Words words = catalogue.words(finding, m_options.language);
        m_out << mark(finding.severity) << words.title;
        if (!finding.cause.isEmpty())
            m_out << u" ["_s << finding.cause << ']';
        m_out << '\n';
        if (finding.isWrong() && !words.detail.isEmpty())
            m_out << u"           "_s << words.detail << '\n';
        for (const QString &line : finding.isWrong() ? words.todo : QStringList())
            m_out << u"           - "_s << line << '\n';
        for (const QString &line : {catalogue.possibleText(finding, m_options.language),
                                    catalogue.proofText(finding, m_options.language)}) {
            if (finding.isWrong() && !line.isEmpty())
                m_out << u"           "_s << line << '\n';
        }
    }
    m_out.flush();
}

// What stands in the way, and all that somebody needs to remove it.
void Commands::printObstacle(const QString &why, const apply::ChangePlan &plan,
                             const assistant::SetupSession &session)
{
    const auto &catalogue = checks::Catalogue::instance();
    const setup::World world{session.setup(), session.credentials(), session.facts()};
    m_out << u"Cannot be applied: "_s;
    if (why == u"choose-authenticator"_s) {
        m_out << u"there are several WeCom authenticators ("_s << plan.candidates.join(u", "_s)
              << u"). Name one in the setup, as authenticator.name.\n"_s;
    } else if (why == u"choose-layout"_s) {
        m_out << u"it is not certain where the plugin keeps its options. Open the setup in the assistant and "
                 u"choose:\n"_s;
        const auto questions = apply::layoutQuestions(world);
        for (const auto &question : questions) {
            for (const auto &place : question.places)
                m_out << u"  %1  %2: %3  %4\n"_s.arg(question.authenticator,
                                                     nocobase::optionName(question.option), place.pointer,
                                                     place.shown);
        }
    } else if (why == u"credentials-missing"_s) {
        m_out << u"Company ID, AgentId and Secret are needed first.\n"_s;
    } else if (why == u"credentials-withheld"_s) {
        m_out << u"the stored values were given for other addresses; see --rebind.\n"_s;
    } else {
        m_out << catalogue.causeTitle(why, m_options.language) << u" ["_s << why << u"]\n"_s;
    }
    if (why == u"layout.unknown"_s) {
        m_out
            << u"Save one WeCom authenticator in NocoBase, disabled, with these sample values, and run this "
               u"again ("_s
            << session.authenticatorsPage(false).toString() << u"):\n"_s;
        const auto markers = nocobase::markerValues();
        for (auto it = markers.cbegin(); it != markers.cend(); ++it)
            m_out << u"  %1: %2\n"_s.arg(
                catalogue.label(u"options"_s, nocobase::optionName(it.key()), m_options.language),
                it.value());
    }
    m_out.flush();
}

void Commands::print(const apply::ChangePlan &plan, const assistant::SetupSession &session)
{
    if (m_options.json)
        return;
    if (plan.kind == apply::ChangePlan::Kind::Impossible) {
        printObstacle(plan.impossible, plan, session);
        return;
    }
    if (plan.kind == apply::ChangePlan::Kind::EnablePlugin) {
        m_out << u"  The WeCom plugin is enabled. NocoBase restarts for everyone who works in it.\n"_s
              << u"  What else changes can be seen only then.\n"_s;
        m_out.flush();
        return;
    }
    if (plan.changeCount() == 0)
        m_out << u"Nothing to change."_s << '\n';
    if (const QStringList kept = plan.keptFields(); !kept.isEmpty())
        m_out << u"Not given, so NocoBase's own are kept and not proven: %1\n"_s.arg(kept.join(u", "_s));
    for (const apply::Change &change : plan.changes) {
        if (!change.reason.isEmpty())
            m_out << u"  %1  %2: not changed (%3 %4)\n"_s.arg(change.authenticator, change.field,
                                                              change.reason, change.note);
        else if (change.changes)
            m_out << u"  %1  %2: “%3” → “%4”\n"_s.arg(change.authenticator, change.field, change.before,
                                                      change.after);
        if (!change.mended.isEmpty())
            m_out << u"  %1  %2: has a known flaw before NocoBase %3\n"_s.arg(change.authenticator,
                                                                              change.field, change.mended);
    }
    m_out.flush();
}

} // namespace cli
