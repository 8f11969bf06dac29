// SPDX-License-Identifier: Apache-2.0
#include "demo/nocobaseside.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

const QString keepOne()
{
    return u"Please keep and enable at least one authenticator"_s;
}

QString stampNow(const World &world)
{
    return world.now().toString(Qt::ISODateWithMs);
}

bool isEnabled(const QJsonObject &row)
{
    return row.value(u"enabled"_s).toBool();
}

qint64 idOf(const QJsonObject &row)
{
    return row.value(u"id"_s).toInteger();
}

bool anotherIsEnabled(const World &world, qint64 id)
{
    for (const QJsonObject &row : world.authenticators) {
        if (idOf(row) != id && isEnabled(row))
            return true;
    }
    return false;
}

bool nameIsTaken(const World &world, const QString &name)
{
    for (const QJsonObject &row : world.authenticators) {
        if (row.value(u"name"_s).toString() == name)
            return true;
    }
    return false;
}

} // namespace

QJsonObject *NocobaseSide::row(qint64 id)
{
    for (QJsonObject &row : m_world.authenticators) {
        if (idOf(row) == id)
            return &row;
    }
    return nullptr;
}

Answer NocobaseSide::listAuthenticators(const Call &call)
{
    QJsonArray rows;
    for (const QJsonObject &row : std::as_const(m_world.authenticators))
        rows.append(row);
    QJsonObject out{{u"data"_s, rows}};
    if (call.param(u"paginate"_s) != u"false"_s) {
        out.insert(
            u"meta"_s,
            QJsonObject{{u"count"_s, rows.size()}, {u"page"_s, 1}, {u"pageSize"_s, 50}, {u"totalPage"_s, 1}});
    }
    // A filter that is no JSON silently gives an object without any data.
    const QString filter = call.param(u"filter"_s);
    if (!filter.isEmpty() && QJsonDocument::fromJson(filter.toUtf8()).isNull())
        return Answer::json(QJsonObject());
    return Answer::json(out);
}

Answer NocobaseSide::getAuthenticator(const Call &call)
{
    const QJsonObject *found = row(call.param(u"filterByTk"_s).toLongLong());
    if (!found)
        return nocobaseData(QJsonValue());
    QJsonObject out = *found;
    if (call.param(u"appends"_s).split(u',').contains(u"users"_s)) {
        QJsonArray users;
        const auto links = m_world.links.value(out.value(u"name"_s).toString());
        for (auto link = links.cbegin(); link != links.cend(); ++link) {
            const User *user = m_world.user(link.value());
            if (!user)
                continue;
            users.append(QJsonObject{{u"id"_s, user->id},
                                     {u"nickname"_s, user->nickname},
                                     {u"username"_s, user->username},
                                     {u"phone"_s, user->phone},
                                     {u"usersAuthenticators"_s, QJsonObject{{u"uuid"_s, link.key()}}}});
        }
        out.insert(u"users"_s, users);
    }
    return nocobaseData(out);
}

Answer NocobaseSide::listTypes(const Call &)
{
    QJsonArray types{QJsonObject{{u"name"_s, u"Email/Password"_s},
                                 {u"title"_s, u"{{t(\"Password\", { ns: \"@nocobase/plugin-auth\" })}}"_s}}};
    if (typeIsRegistered(u"wecom"_s)) {
        types.append(
            QJsonObject{{u"name"_s, u"wecom"_s},
                        {u"title"_s, u"{{t(\"WeCom\", { ns: \"@nocobase/plugin-auth-wecom\" })}}"_s}});
    }
    return nocobaseData(types);
}

Answer NocobaseSide::publicList(const Call &)
{
    QJsonArray rows;
    for (const QJsonObject &row : std::as_const(m_world.authenticators)) {
        if (!isEnabled(row))
            continue;
        // Rows of a type that is not registered stay in the list; only their type has no title any more.
        const QString type = row.value(u"authType"_s).toString();
        if (type == u"Email/Password"_s && m_world.fault(u"nocobase.password-off"_s))
            continue;
        const QString title = type == u"wecom"_s ? u"WeCom"_s : u"Password"_s;
        rows.append(QJsonObject{{u"name"_s, row.value(u"name"_s)},
                                {u"authType"_s, type},
                                {u"authTypeTitle"_s, typeIsRegistered(type) ? title : QString()},
                                {u"title"_s, row.value(u"title"_s)},
                                {u"options"_s, row.value(u"options"_s)[u"public"_s].toObject()}});
    }
    return nocobaseData(rows);
}

Answer NocobaseSide::createAuthenticator(const Call &call)
{
    const QJsonObject body = call.json();
    const QString name = body.value(u"name"_s).toString();
    if (name.isEmpty())
        return nocobaseError(400, u"Name cannot be null"_s);
    if (body.value(u"authType"_s).toString().isEmpty())
        return nocobaseError(400, u"Auth Type cannot be null"_s);
    if (nameIsTaken(m_world, name))
        return nocobaseError(400, u"Name already exists"_s);
    const QString at = stampNow(m_world);
    const qint64 id = m_world.nextId++;
    // Neither the type nor the options are looked at.
    QJsonObject created{{u"id"_s, id},
                        {u"name"_s, name},
                        {u"authType"_s, body.value(u"authType"_s)},
                        {u"title"_s, body.value(u"title"_s).toString()},
                        {u"description"_s, body.value(u"description"_s).toString()},
                        {u"enabled"_s, body.value(u"enabled"_s).toBool(false)},
                        {u"options"_s, body.value(u"options"_s).toObject()},
                        {u"sort"_s, id},
                        {u"createdAt"_s, at},
                        {u"updatedAt"_s, at}};
    m_world.authenticators.append(created);
    return nocobaseData(created);
}

Answer NocobaseSide::updateAuthenticator(const Call &call)
{
    if (!call.params.contains(u"filterByTk"_s))
        return nocobaseError(500, u"filterByTk or filter is required"_s);
    const QJsonObject body = call.json();
    if (body.contains(u"options"_s) && body.value(u"options"_s).isNull())
        return nocobaseError(400, u"Options cannot be null"_s);
    // Looks for other enabled ones by the body's own id: without it, or with none left, the answer is always
    // no.
    const bool staysOn = body.value(u"enabled"_s).toBool(false);
    if (!staysOn && (!body.contains(u"id"_s) || !anotherIsEnabled(m_world, body.value(u"id"_s).toInteger())))
        return nocobaseError(400, keepOne());
    QJsonObject *found = row(call.param(u"filterByTk"_s).toLongLong());
    if (!found)
        return nocobaseData(QJsonArray());
    static const QStringList members{u"name"_s,        u"authType"_s, u"title"_s,
                                     u"description"_s, u"enabled"_s,  u"options"_s};
    for (const QString &member : members) {
        if (body.contains(member))
            found->insert(member, body.value(member)); // options as a whole
    }
    found->insert(u"updatedAt"_s, stampNow(m_world));
    return nocobaseData(QJsonArray{*found});
}

Answer NocobaseSide::destroyAuthenticator(const Call &call)
{
    const qint64 id = call.param(u"filterByTk"_s).toLongLong();
    if (!anotherIsEnabled(m_world, id))
        return nocobaseError(400, keepOne());
    const qsizetype gone =
        m_world.authenticators.removeIf([id](const QJsonObject &row) { return idOf(row) == id; });
    return nocobaseData(qint64(gone));
}

} // namespace demo
