// SPDX-License-Identifier: Apache-2.0
#include "assistant/steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace assistant {

const QList<Step> &steps()
{
    static const QList<Step> table{
        {StepId::Welcome, Group::Prepare, {}, {}},
        {StepId::Nocobase, Group::Prepare, {}, {}},
        {StepId::CreateApp, Group::WecomConsole, {}, u"create-app"_s},
        {StepId::Credentials, Group::WecomConsole, {StepId::CreateApp}, u"app"_s},
        {StepId::CallbackDomain,
         Group::WecomConsole,
         {StepId::Nocobase, StepId::Credentials},
         u"callback-domain"_s},
        {StepId::TrustedDomain,
         Group::WecomConsole,
         {StepId::Nocobase, StepId::Credentials},
         u"trusted-domain"_s},
        {StepId::TrustedIp, Group::WecomConsole, {StepId::Nocobase, StepId::Credentials}, u"trusted-ip"_s},
        {StepId::LoginOptions, Group::Nocobase, {StepId::Nocobase}, {}},
        {StepId::Review, Group::Nocobase, {StepId::Nocobase, StepId::Credentials, StepId::LoginOptions}, {}},
        {StepId::Homepage, Group::GoLive, {StepId::Nocobase, StepId::Credentials}, u"homepage"_s},
        {StepId::TestLogin, Group::GoLive, {StepId::Review}, {}},
        {StepId::Finish, Group::GoLive, {}, {}},
    };
    return table;
}

namespace {

qsizetype indexOf(StepId id)
{
    const auto &table = steps();
    const auto it =
        std::find_if(table.begin(), table.end(), [id](const Step &step) { return step.id == id; });
    return std::distance(table.begin(), it);
}

std::optional<StepId> at(qsizetype index)
{
    return index >= 0 && index < steps().size() ? std::optional(steps().at(index).id) : std::nullopt;
}

} // namespace

const Step &step(StepId id)
{
    return steps().at(indexOf(id));
}

int stepNumber(StepId id)
{
    return int(indexOf(id)) + 1;
}

std::optional<StepId> next(StepId id)
{
    return at(indexOf(id) + 1);
}

std::optional<StepId> previous(StepId id)
{
    return at(indexOf(id) - 1);
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Open:
        return u"open"_s;
    case StepState::Confirmed:
        return u"confirmed"_s;
    case StepState::Verified:
        return u"verified"_s;
    case StepState::NeedsAttention:
        return u"attention"_s;
    }
    return {};
}

namespace {

struct Tally
{
    bool wrong = false;  // a problem or a warning
    bool remark = false; // one of what the step does not depend on
    int seen = 0;        // deciding checks that a machine saw to be right
    int open = 0;        // deciding checks without an answer
};

Tally tally(StepId id, const QList<checks::Finding> &findings)
{
    Tally result;
    for (const checks::Finding &finding : findings) {
        if (finding.step != id)
            continue;
        result.wrong = result.wrong || (finding.isWrong() && finding.decides);
        result.remark = result.remark || (finding.isWrong() && !finding.decides);
        if (!finding.decides)
            continue;
        if (finding.severity == checks::Severity::Ok)
            ++result.seen;
        if (finding.severity == checks::Severity::Unknown)
            ++result.open;
    }
    return result;
}

} // namespace

StepState stateOf(StepId id, const QList<checks::Finding> &findings, bool confirmed)
{
    const Tally found = tally(id, findings);
    if (found.wrong)
        return StepState::NeedsAttention;
    if (found.open == 0 && found.seen > 0)
        return StepState::Verified;
    if (found.remark) // what was seen to work is not undone by it
        return StepState::NeedsAttention;
    return confirmed ? StepState::Confirmed : StepState::Open;
}

StepState Progress::state() const
{
    return done == all ? StepState::Verified : StepState::Open;
}

bool sumsUp(StepId id)
{
    return checks::checksOf(id).isEmpty();
}

void Progress::count(StepState state)
{
    done += state == StepState::Verified || state == StepState::Confirmed ? 1 : 0;
    attention += state == StepState::NeedsAttention ? 1 : 0;
    ++all;
}

Progress progressOf(const QJsonArray &findings, const QMap<QString, QDateTime> &confirmed)
{
    QList<checks::Finding> read;
    for (const QJsonValue &finding : findings)
        read.append(checks::findingFromJson(finding.toObject()));
    Progress progress;
    for (const Step &step : steps()) {
        if (!sumsUp(step.id))
            progress.count(stateOf(step.id, read, confirmed.contains(setup::stepName(step.id))));
    }
    return progress;
}

bool isConfirmable(StepId id, const QList<checks::Finding> &findings)
{
    const Tally found = tally(id, findings);
    return !found.wrong && !found.remark && found.open > 0 && !step(id).consolePlace.isEmpty();
}

} // namespace assistant
