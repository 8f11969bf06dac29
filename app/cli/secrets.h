// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/options.h"
#include "net/fault.h"
#include "setup/setup.h"

namespace cli {

// Secrets that do not come from the keychain: from the environment (for one setup), or one JSON object on
// standard input, keyed by setup id. BadInput when the object cannot be read; a setup that is not in it gets
// empty credentials.
class GivenSecrets
{
public:
    static net::Result<GivenSecrets> fromEnvironment();
    static net::Result<GivenSecrets> fromStandardInput();
    static net::Result<GivenSecrets> fromJson(const QByteArray &bytes);
    // Nothing when standard input named other setups only.
    std::optional<setup::Credentials> of(const QString &setupId) const;

private:
    std::optional<setup::Credentials> m_forAny;
    QMap<QString, setup::Credentials> m_bySetup;
};

} // namespace cli
