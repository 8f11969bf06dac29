// SPDX-License-Identifier: Apache-2.0
#include "assistant/tourpreparation.h"

#include "checks/actions.h"

using namespace Qt::StringLiterals;
using setup::StepId;

namespace assistant {

namespace {

void fillIn(SetupSession &session, const TourSamples &samples)
{
    session.edit([&samples](setup::Setup &setup) {
        setup.nocobase.account = samples.account;
        setup.authenticator.name = u"wecom"_s; // the rehearsal's NocoBase has two
        setup.authenticator.automaticLogin = true;
    });
    session.setCompanyId(samples.credentials.companyId);
    session.setAgentId(samples.credentials.agentId);
    session.setSecret(samples.credentials.secret);
    session.setPassword(samples.credentials.password);
    session.setMayAskServer(true);
    session.setOwnershipFile(samples.ownershipFile);
}

bool names(const SetupSession &session, const QString &fault)
{
    const auto found = findingOf(session, fault);
    return !fault.isEmpty() && found && found->cause == fault;
}

QList<checks::Finding> offersOf(const SetupSession &session, const char *action)
{
    QList<checks::Finding> offers;
    for (const auto &finding : session.findings()) {
        if (finding.action == QLatin1String(action))
            offers.append(finding);
    }
    return offers;
}

} // namespace

std::optional<checks::Finding> findingOf(const SetupSession &session, const QString &cause)
{
    std::optional<checks::Finding> possible;
    for (const auto &finding : session.findings()) {
        if (finding.cause == cause)
            return finding;
        if (!possible && finding.possible.contains(cause))
            possible = finding;
    }
    return possible;
}

QCoro::Task<void> prepareRehearsal(QPointer<SetupSession> session, TourSamples samples, QString fault)
{
    auto *world = session ? session->rehearsal() : nullptr;
    if (!world)
        co_return;
    fillIn(*session, samples);
    co_await session->checkAll(); // some faults come after a first good look
    for (const StepId step :
         {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain, StepId::TrustedIp}) {
        if (!session)
            co_return;
        world->perform(step);
    }
    co_await session->checkAll();
    if (!session || names(*session, fault))
        co_return;
    const auto offers = offersOf(*session, checks::action::setTrustedDomain) +
                        offersOf(*session, checks::action::enablePlugin);
    for (const auto &offer : offers) {
        (void)co_await session->act(offer);
        if (!session || names(*session, fault))
            co_return;
    }
    (void)co_await session->apply();
    if (!session)
        co_return;
    world->perform(StepId::Homepage);
    co_await session->checkAll();
}

} // namespace assistant
