// SPDX-License-Identifier: Apache-2.0
#include "assistant/usersbefore.h"

#include "nocobase/users.h"

namespace assistant {

login::How UsersBefore::howCame(qint64 user) const
{
    if (user == 0)
        return login::How::Unknown;
    if (linked.contains(user))
        return login::How::BoundBefore;
    return user > highest ? login::How::CreatedNow : login::How::MatchedByPhone;
}

QSet<qint64> idsOf(const QList<nocobase::LinkedUser> &users)
{
    QSet<qint64> ids;
    for (const auto &user : users)
        ids.insert(user.id);
    return ids;
}

QCoro::Task<std::optional<UsersBefore>> lookAtUsers(nocobase::ClientPtr admin, qint64 authenticatorId)
{
    if (!admin || authenticatorId == 0)
        co_return std::nullopt;
    const auto linked = co_await admin->linkedUsers(authenticatorId);
    if (!linked)
        co_return std::nullopt;
    const auto highest = co_await nocobase::newestUser(admin);
    if (!highest)
        co_return std::nullopt;
    UsersBefore before;
    before.admin = admin;
    before.authenticatorId = authenticatorId;
    before.linked = idsOf(*linked);
    before.highest = *highest;
    co_return before;
}

QCoro::Task<std::optional<login::Who>> newlyLinked(UsersBefore before)
{
    const auto linked = co_await before.admin->linkedUsers(before.authenticatorId);
    if (!linked)
        co_return std::nullopt;
    const QSet<qint64> now = idsOf(*linked) - before.linked;
    for (const auto &user : *linked) {
        if (now.size() != 1 || !now.contains(user.id))
            continue;
        login::Who who;
        who.id = user.id;
        who.nickname = user.nickname;
        who.username = user.username;
        who.how = before.howCame(user.id);
        co_return who;
    }
    co_return std::nullopt;
}

} // namespace assistant
