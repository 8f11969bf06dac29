// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/client.h"

namespace nocobase {

// A row of users, as far as one must be recognised.
struct UserRow
{
    qint64 id = 0;
    QString nickname, username, createdAt;
    bool madeByPerson = false; // somebody who was signed in made it; a login that makes a user leaves nobody

    QString shownName() const { return nickname.isEmpty() ? username : nickname; }
    bool operator==(const UserRow &) const = default;
};

// As an administrator; faults as of Client. Source: NocoBase 2.2.15, measured: a new user always has a higher
// id than all others, and createdById is null for one that a login has made.

// The highest id of all users; 0 when there is none.
QCoro::Task<net::Result<qint64>> newestUser(ClientPtr admin);
QCoro::Task<net::Result<UserRow>> user(ClientPtr admin, qint64 id); // Missing when there is none
QCoro::Task<net::Result<void>> destroyUser(ClientPtr admin, qint64 id);

} // namespace nocobase
