// SPDX-License-Identifier: Apache-2.0
// What is missing before SetupSession can look at something.
#include "assistant/setupsession.h"
#include "checks/support.h"
#include "wecom/identifiers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace assistant {

namespace {

// NocoBase tells them to everybody.
bool needsSignIn(const QString &check)
{
    static const std::array open{u"nocobase.reach"_s, u"nocobase.https"_s, u"computer."_s, u"options."_s,
                                 u"authenticator.public"_s};
    return std::none_of(open.begin(), open.end(),
                        [&check](const QString &prefix) { return check.startsWith(prefix); });
}

} // namespace

std::optional<Lack> SetupSession::lackOfNocobase(bool signIn) const
{
    if (m_setup.nocobase.url.host().isEmpty())
        return Lack{u"nocobase-address"_s, StepId::Nocobase};
    const bool canSignIn = m_client || !m_credentials.token.isEmpty() ||
                           (!m_setup.nocobase.account.isEmpty() && !m_credentials.password.isEmpty());
    return signIn && !canSignIn ? std::optional(Lack{u"nocobase-sign-in"_s, StepId::Nocobase}) : std::nullopt;
}

std::optional<Lack> SetupSession::lackOfWecom(bool app) const
{
    const auto usable = m_credentials.usable();
    if (usable.companyId.isEmpty() || usable.secret.isEmpty())
        return Lack{u"credentials"_s, StepId::Credentials};
    if (isWithheld())
        return Lack{u"withheld"_s, StepId::Credentials};
    return app && usable.agentId.isEmpty() ? std::optional(Lack{u"agent-id"_s, StepId::Credentials})
                                           : std::nullopt;
}

std::optional<Lack> SetupSession::lackFor(const checks::Finding &finding) const
{
    const auto probes = probesFor(finding.check);
    const Probe asked = probes.isEmpty() ? nullptr : probes.last();
    if (asked == &SetupSession::checkNocobase)
        return lackOfNocobase(needsSignIn(finding.check));
    if (asked == &SetupSession::checkCallback)
        return lackOfNocobase(true);
    if (asked == &SetupSession::checkWecom) // the apps of a Secret are listed without an AgentId
        return lackOfWecom(!finding.check.startsWith(u"wecom."_s));
    if (asked == &SetupSession::checkOwnershipFile && m_setup.authenticator.origin.isEmpty())
        return Lack{u"nocobase-address"_s, StepId::Nocobase};
    if (asked == &SetupSession::checkOwnershipFile && !wecom::isOwnershipFileName(m_setup.domainFile.name))
        return Lack{u"ownership-file"_s, StepId::TrustedDomain};
    if (asked != &SetupSession::askServer)
        return std::nullopt;
    if (const auto lack = lackOfNocobase(true))
        return lack;
    if (const auto lack = lackOfWecom(false))
        return lack;
    // The server is asked with a token, which the Secret has to bring first.
    const auto *token = world().current(m_facts.token, setup::Inputs::WecomToken);
    if (token && !token->what && token->what.error().code == net::FaultCode::WrongSecretLimit)
        return Lack{u"secret-held"_s, StepId::Credentials};
    if (token && !token->what && token->what.error().code == net::FaultCode::SecretKnownWrong)
        return Lack{u"secret-wrong"_s, StepId::Credentials};
    return m_mayAskServer || checks::cannotAskServer(world())
               ? std::nullopt
               : std::optional(Lack{u"consent"_s, StepId::TrustedIp});
}

} // namespace assistant
