// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace assistant {

// What a setup's credentials are called in the store; what undo keeps there is apply::UndoRecord's.
struct EntryNames
{
    explicit EntryNames(const QString &setupId)
        : companyId(setupId + QStringLiteral("/company-id"))
        , agentId(setupId + QStringLiteral("/agent-id"))
        , secret(setupId + QStringLiteral("/secret"))
        , token(setupId + QStringLiteral("/nocobase-token"))
    {}
    QStringList all() const { return {companyId, agentId, secret, token}; }

    QString companyId, agentId, secret, token;
};

} // namespace assistant
