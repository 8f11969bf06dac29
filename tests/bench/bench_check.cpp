// SPDX-License-Identifier: Apache-2.0
// A whole check against servers that answer after 100 ms each, in times of its longest chain of requests that
// depend on each other: app:getInfo, auth:signIn, the reading of the account (auth:check and roles:check side
// by side with the rest), and the login address of the authenticator.
#include "assistant/setupsession.h"
#include "demo/rehearsal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <qcoro/qcorotask.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace {

constexpr int delay = 100; // ms
constexpr int longestChain = 4;
constexpr int runs = 7;

setup::Setup setupFor(const demo::Rehearsal &rehearsal)
{
    setup::Setup setup;
    setup.id = u"bench"_s;
    setup.nocobase.url = rehearsal.nocobaseUrl();
    setup.nocobase.account = rehearsal.account();
    setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
    setup.authenticator.name = u"wecom"_s;
    setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
    return setup;
}

struct Bench
{
    explicit Bench(const demo::Rehearsal &rehearsal)
    {
        assistant::Services services;
        services.http = &http;
        services.store = vault::sessionStore();
        services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
        session = std::make_unique<assistant::SetupSession>(services, setupFor(rehearsal));
        session->setCompanyId(rehearsal.companyId());
        session->setAgentId(rehearsal.agentId());
        session->setSecret(rehearsal.secret());
        session->setPassword(rehearsal.password());
    }
    net::Http http;
    std::unique_ptr<assistant::SetupSession> session;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    demo::RehearsalOptions options;
    options.delay = std::chrono::milliseconds(delay);
    demo::Rehearsal rehearsal(options);
    for (const StepId step : {StepId::CreateApp, StepId::TrustedDomain, StepId::TrustedIp, StepId::Homepage})
        rehearsal.perform(step);
    {
        Bench first(rehearsal); // afterwards the row is as planned, so that a check goes its whole way
        QCoro::waitFor(first.session->checkAll());
        QCoro::waitFor(first.session->apply());
    }
    QList<qint64> times;
    for (int run = 0; run < runs; ++run) {
        Bench bench(rehearsal);
        QElapsedTimer timer;
        timer.start();
        QCoro::waitFor(bench.session->checkAll());
        times.append(timer.elapsed());
        if (!bench.session->facts().startLinkParts) {
            QTextStream(stderr) << "the check did not go its whole way" << Qt::endl;
            return 1;
        }
    }
    std::sort(times.begin(), times.end());
    const double chain = delay * longestChain;
    QTextStream(stdout) << "check: median " << times.at(runs / 2) << " ms, chain " << chain << " ms, ratio "
                        << QString::number(times.at(runs / 2) / chain, 'f', 2) << " (goal 1.3), min "
                        << times.first() << " ms, max " << times.last() << " ms" << Qt::endl;
    return 0;
}
