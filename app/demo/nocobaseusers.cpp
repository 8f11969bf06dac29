// SPDX-License-Identifier: Apache-2.0
// users:* of the simulated NocoBase, as an administrator uses it.
#include "demo/nocobaseside.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

QJsonObject shownUser(const User &user)
{
    return {{u"id"_s, user.id},
            {u"nickname"_s, user.nickname},
            {u"username"_s, user.username},
            {u"email"_s, user.email},
            {u"phone"_s, user.phone},
            {u"appLang"_s, QJsonValue()},
            {u"systemSettings"_s, QJsonObject()},
            {u"createdById"_s, QJsonValue()},
            {u"createdAt"_s, user.createdAt},
            {u"updatedAt"_s, user.createdAt}};
}

Answer NocobaseSide::listUsers(const Call &call)
{
    QList<User> users = m_world.users;
    if (call.param(u"sort"_s) == u"-id"_s)
        std::sort(users.begin(), users.end(), [](const User &a, const User &b) { return a.id > b.id; });
    const qsizetype size = call.param(u"pageSize"_s).isEmpty() ? 20 : call.param(u"pageSize"_s).toInt();
    QJsonArray rows;
    for (const User &user : std::as_const(users)) {
        if (rows.size() < size)
            rows.append(shownUser(user));
    }
    return nocobaseData(rows);
}

Answer NocobaseSide::getUser(const Call &call)
{
    const User *user = m_world.user(call.param(u"filterByTk"_s).toLongLong());
    return nocobaseData(user ? QJsonValue(shownUser(*user)) : QJsonValue());
}

Answer NocobaseSide::updateUser(const Call &call)
{
    const qint64 id = call.param(u"filterByTk"_s).toLongLong();
    const QString nickname = call.json().value(u"nickname"_s).toString();
    for (User &user : m_world.users) {
        if (user.id != id)
            continue;
        if (!nickname.isEmpty())
            user.nickname = nickname;
        return nocobaseData(QJsonArray{shownUser(user)});
    }
    return nocobaseData(QJsonArray());
}

Answer NocobaseSide::destroyUser(const Call &call)
{
    const qint64 id = call.param(u"filterByTk"_s).toLongLong();
    const auto gone = m_world.users.removeIf([id](const User &user) { return user.id == id; });
    for (auto &links : m_world.links)
        links.removeIf([id](auto link) { return link.value() == id; });
    return nocobaseData(gone);
}

} // namespace demo
