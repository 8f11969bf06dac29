// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"
#include "nocobase/client.h"

#include <QSet>

namespace assistant {

// NocoBase's users as they were before a login, so that it can be told afterwards how NocoBase came to whom.
struct UsersBefore
{
    nocobase::ClientPtr admin;
    qint64 authenticatorId = 0;
    QSet<qint64> linked; // by this authenticator
    qint64 highest = 0;  // id of the newest user

    login::How howCame(qint64 user) const;
};

QSet<qint64> idsOf(const QList<nocobase::LinkedUser> &users);

// Nothing when nobody may look: no administrator is signed in, or there is no authenticator yet.
QCoro::Task<std::optional<UsersBefore>> lookAtUsers(nocobase::ClientPtr admin, qint64 authenticatorId);

// The one whom the authenticator knows since then; nothing when there is none, or several.
QCoro::Task<std::optional<login::Who>> newlyLinked(UsersBefore before);

} // namespace assistant
