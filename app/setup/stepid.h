// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace setup {

// The twelve steps. Their order, groups and needs are the table in assistant/steps; ids are stable in files
// and on the command line (stepName).
enum class StepId {
    Welcome,
    Nocobase,
    CreateApp,
    Credentials,
    CallbackDomain,
    TrustedDomain,
    TrustedIp,
    LoginOptions,
    Review,
    Homepage,
    TestLogin,
    Finish,
};

QString stepName(StepId id); // "welcome", "nocobase", "create", "credentials", "callback", "trusted-domain",
                             // "trusted-ip", "options", "review", "homepage", "test", "finish"
std::optional<StepId> stepFromName(const QString &name);

} // namespace setup

Q_DECLARE_METATYPE(setup::StepId)
