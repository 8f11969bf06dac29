// SPDX-License-Identifier: Apache-2.0
#include "setup/stepid.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace setup {

namespace {

const std::array<std::pair<StepId, QString>, 12> &names()
{
    static const std::array<std::pair<StepId, QString>, 12> table{{
        {StepId::Welcome, u"welcome"_s},
        {StepId::Nocobase, u"nocobase"_s},
        {StepId::CreateApp, u"create"_s},
        {StepId::Credentials, u"credentials"_s},
        {StepId::CallbackDomain, u"callback"_s},
        {StepId::TrustedDomain, u"trusted-domain"_s},
        {StepId::TrustedIp, u"trusted-ip"_s},
        {StepId::LoginOptions, u"options"_s},
        {StepId::Review, u"review"_s},
        {StepId::Homepage, u"homepage"_s},
        {StepId::TestLogin, u"test"_s},
        {StepId::Finish, u"finish"_s},
    }};
    return table;
}

} // namespace

QString stepName(StepId id)
{
    for (const auto &[step, name] : names()) {
        if (step == id)
            return name;
    }
    return {};
}

std::optional<StepId> stepFromName(const QString &name)
{
    for (const auto &[step, known] : names()) {
        if (known == name)
            return step;
    }
    return std::nullopt;
}

} // namespace setup
