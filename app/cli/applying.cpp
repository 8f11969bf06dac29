// SPDX-License-Identifier: Apache-2.0
// plan and apply: what would change, the person's word, writing, and the proof.
#include "cli/commands.h"

using namespace Qt::StringLiterals;
using apply::ChangePlan;
using End = apply::ApplyResult::End;

namespace cli {

namespace {

QString applyThese()
{
    return u"Apply these changes?"_s;
}

} // namespace

QCoro::Task<int> Commands::plan(assistant::SetupSession *session)
{
    co_await session->checkNocobase();
    const auto wanted = session->plan();
    const auto own = session->findings(setup::StepId::Nocobase);
    noteFindings(*session, &wanted, false);
    sayCut(*session);
    print(wanted, *session);
    // Enabling the plugin is part of the plan, so that it is off is no problem of this command.
    const int code = wanted.kind == ChangePlan::Kind::EnablePlugin ? exitcode::ok : codeOf(own);
    co_return wanted.kind == ChangePlan::Kind::Impossible ? worse(code, exitcode::problem) : code;
}

QCoro::Task<int> Commands::apply(assistant::SetupSession *session)
{
    if (!m_options.yes && !canAsk()) {
        m_err << u"Without a terminal, or with --json, apply needs --yes."_s << Qt::endl;
        co_return exitcode::usage;
    }
    co_await session->checkNocobase();
    auto wanted = session->plan();
    sayCut(*session);
    print(wanted, *session);
    const bool agreed = wanted.changeCount() == 0 || m_options.yes || personAgrees(applyThese());
    if (wanted.kind == ChangePlan::Kind::EnablePlugin && agreed) {
        const auto enabled = co_await session->enablePlugin();
        if (!enabled) {
            noteFindings(*session, &wanted, false);
            print(*session, setup::StepId::Nocobase);
            co_return sayFault(enabled.error(), exitcode::problem);
        }
        const auto enabling = wanted.changes;
        wanted = session->plan(); // what else is to change could not be seen before
        print(wanted, *session);
        if (wanted.kind != ChangePlan::Kind::Impossible && wanted.changeCount() > 0 && !m_options.yes &&
            !personAgrees(applyThese())) {
            noteFindings(*session, &wanted, false);
            co_return exitcode::ok;
        }
        wanted.changes = enabling + wanted.changes;
    }
    if (wanted.kind == ChangePlan::Kind::Impossible) {
        noteFindings(*session, &wanted, false);
        co_return worse(codeOf(session->findings(setup::StepId::Nocobase)), exitcode::problem);
    }
    if (!agreed) {
        noteFindings(*session, &wanted, false);
        co_return exitcode::ok;
    }
    const auto result = co_await session->apply();
    noteFindings(*session, &wanted, result.end == End::Ok);
    co_return sayResult(result, *session);
}

int Commands::sayResult(const apply::ApplyResult &result, const assistant::SetupSession &session)
{
    const bool applied = result.end == End::Ok;
    switch (result.end) {
    case End::Ok:
    case End::Unchanged:
        if (!m_options.json)
            m_out << (applied ? u"Written and read back."_s : u"Nothing to change, nothing was written."_s)
                  << Qt::endl;
        if (applied && !result.undoKeptInKeychain && !m_options.json)
            m_out << u"No keychain was used, so this cannot be undone later."_s << Qt::endl;
        print(session, setup::StepId::Review); // the proof, line by line
        return codeOf(session.findings(setup::StepId::Review));
    case End::Refused:
        return sayFault(result.fault,
                        net::isPassing(result.fault.code) ? exitcode::unreachable : exitcode::problem);
    case End::PutBack:
        return sayFault(result.fault, exitcode::putBack);
    case End::Torn:
        return sayFault(result.fault, exitcode::torn);
    }
    return exitcode::problem;
}

} // namespace cli
