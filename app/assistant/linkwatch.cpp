// SPDX-License-Identifier: Apache-2.0
#include "assistant/linkwatch.h"

#include <QPointer>

namespace assistant {

LinkWatch::LinkWatch(std::function<Given()> given, QObject *parent)
    : QObject(parent)
    , m_given(std::move(given))
{}

bool LinkWatch::hasBegun() const
{
    return m_before && m_with == m_given().stamp;
}

QCoro::Task<net::Result<void>> LinkWatch::begin()
{
    const QPointer<LinkWatch> self(this);
    const Given given = m_given();
    m_before.reset();
    if (!given.client || given.row == 0)
        co_return net::fail(net::FaultCode::Missing);
    const auto users = co_await given.client->linkedUsers(given.row);
    if (!self)
        co_return net::fail(net::FaultCode::Cancelled);
    if (!users)
        co_return tl::unexpected(users.error());
    QSet<qint64> ids;
    for (const auto &user : *users)
        ids.insert(user.id);
    m_before = ids;
    m_with = given.stamp;
    co_return net::Result<void>{};
}

QCoro::Task<net::Result<QList<nocobase::LinkedUser>>> LinkWatch::look()
{
    const QPointer<LinkWatch> self(this);
    const Given given = m_given();
    if (!hasBegun() || !given.client || given.row == 0)
        co_return net::fail(net::FaultCode::Missing);
    const auto users = co_await given.client->linkedUsers(given.row);
    if (!self || !hasBegun())
        co_return net::fail(net::FaultCode::Cancelled);
    if (!users)
        co_return tl::unexpected(users.error());
    QList<nocobase::LinkedUser> fresh;
    for (const auto &user : *users) {
        if (!m_before->contains(user.id))
            fresh.append(user);
    }
    co_return fresh;
}

void LinkWatch::accept(const nocobase::LinkedUser &user)
{
    if (hasBegun() && !m_before->contains(user.id))
        emit accepted(user, m_with);
}

} // namespace assistant
