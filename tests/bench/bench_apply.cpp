// SPDX-License-Identifier: Apache-2.0
// Requests to NocoBase for an apply with everything around it, from a session that knows nothing yet but has
// a token: looking, writing one existing row, reading back, and the login address that NocoBase then makes;
// and what each other authenticator that must lose its automatic login adds.
#include "assistant/setupsession.h"
#include "demo/rehearsal.h"

#include <QCoreApplication>
#include <QTextStream>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using nocobase::Option;

namespace {

constexpr int goal = 12;
constexpr int goalForEachOther = 3;

// The number of requests; nothing when the way was not gone to its end.
std::optional<int> requestsWith(int others)
{
    const demo::Rehearsal rehearsal;
    net::Http http;
    nocobase::Client admin(&http, {rehearsal.nocobaseUrl()}, {});
    if (!QCoro::waitFor(admin.signIn(rehearsal.account(), rehearsal.password(), u"basic"_s)))
        return {};
    const auto rows = QCoro::waitFor(admin.authenticators());
    if (!rows)
        return {};
    nocobase::Authenticator other;
    for (const nocobase::Authenticator &row : *rows) {
        if (row.name == u"wecom"_s)
            other = row;
        if (row.name != u"wecom-branch"_s)
            continue;
        nocobase::Authenticator branch = row;
        branch.enabled = false; // would be one more to change
        const auto off = QCoro::waitFor(admin.update(branch));
        if (!off)
            return {};
    }
    const auto layout = nocobase::learnLayout(other, {});
    other.id = 0;
    other.enabled = true;
    other.options = layout.written(other.options, Option::AutomaticLogin, true);
    for (int i = 0; i < others; ++i) {
        other.name = u"branch%1"_s.arg(i);
        if (!QCoro::waitFor(admin.create(other)))
            return {};
    }
    assistant::Services services;
    services.http = &http;
    services.store = vault::sessionStore();
    services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
    setup::Setup setup;
    setup.id = u"bench"_s;
    setup.nocobase.url = rehearsal.nocobaseUrl();
    setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
    setup.authenticator.name = u"wecom"_s;
    setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
    setup.authenticator.automaticLogin = true;
    assistant::SetupSession session(services, setup);
    session.setCompanyId(rehearsal.companyId());
    session.setAgentId(rehearsal.agentId());
    session.setSecret(rehearsal.secret());
    session.setToken(admin.token());
    const int before = http.requestCount();
    QCoro::waitFor(session.checkNocobase());
    if (session.plan().authenticatorCount() != 1 + others)
        return {};
    const auto result = QCoro::waitFor(session.apply());
    const bool isProven = session.facts().startLinkParts && session.facts().startLinkParts->what;
    if (result.end != apply::ApplyResult::End::Ok || !isProven)
        return {};
    return http.requestCount() - before;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto alone = requestsWith(0);
    const auto withTwo = requestsWith(2);
    if (!alone || !withTwo) {
        QTextStream(stderr) << "the apply did not go its whole way" << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << "apply: " << *alone << " requests (goal " << goal << "), "
                        << QString::number((*withTwo - *alone) / 2.0, 'f', 1)
                        << " more for each other authenticator (goal " << goalForEachOther << ')' << Qt::endl;
    return 0;
}
