// SPDX-License-Identifier: Apache-2.0
#include "vault/secretservice.h"

#if defined(Q_OS_LINUX)

#include "net/once.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

namespace vault {

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<QDBusMessage> call(QDBusMessage message, QDeadlineTimer until)
{
    const auto reply = net::Once<QDBusMessage>::make();
    const std::chrono::milliseconds left(until.remainingTime());
    const QDBusMessage late = QDBusMessage::createError(QDBusError::NoReply, QString());
    reply->endAfter(left, late);
    const QDBusPendingCall pending =
        QDBusConnection::sessionBus().asyncCall(message, int(left.count()) + 1000);
    auto *watcher = new QDBusPendingCallWatcher(pending, reply->context());
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, reply->context(),
                     [once = reply.get()](QDBusPendingCallWatcher *done) { once->end(done->reply()); });
    QDBusMessage answer = co_await reply->value();
    co_return answer;
}

QDBusMessage methodCall(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
}

ServiceState stateOfError(const QDBusMessage &error)
{
    const QDBusError::ErrorType type = QDBusError(error).type();
    const bool silent =
        type == QDBusError::NoReply || type == QDBusError::Timeout || type == QDBusError::TimedOut;
    return silent ? ServiceState::Silent : ServiceState::NotHere;
}

} // namespace

QCoro::Task<ServiceState> askSecretService(QDeadlineTimer until)
{
    if (!QDBusConnection::sessionBus().isConnected())
        co_return ServiceState::NotHere;

    QDBusMessage alias =
        methodCall(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    alias << u"default"_s;
    const QDBusMessage found = co_await call(alias, until);
    if (found.type() != QDBusMessage::ReplyMessage)
        co_return stateOfError(found);
    const QString path = found.arguments().value(0).value<QDBusObjectPath>().path();
    if (path.isEmpty() || path == u"/"_s)
        co_return ServiceState::Unlocked;

    QDBusMessage get = methodCall(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    get << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QDBusMessage locked = co_await call(get, until);
    if (locked.type() != QDBusMessage::ReplyMessage)
        co_return stateOfError(locked);
    const bool isLocked = locked.arguments().value(0).value<QDBusVariant>().variant().toBool();
    co_return isLocked ? ServiceState::Locked : ServiceState::Unlocked;
}

} // namespace vault

#else

namespace vault {

QCoro::Task<ServiceState> askSecretService(QDeadlineTimer)
{
    co_return ServiceState::NotAsked;
}

} // namespace vault

#endif
