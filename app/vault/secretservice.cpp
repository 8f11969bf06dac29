// SPDX-License-Identifier: Apache-2.0
#include "vault/secretservice.h"

#if defined(Q_OS_LINUX)

#include "net/once.h"
#include "vault/promptlistener.h"

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

// The default collection; empty when there is none, or nobody to ask.
QCoro::Task<QString> defaultCollection(QDeadlineTimer until)
{
    QDBusMessage alias =
        methodCall(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    alias << u"default"_s;
    const QDBusMessage found = co_await call(alias, until);
    const QString path = found.arguments().value(0).value<QDBusObjectPath>().path();
    const bool there = found.type() == QDBusMessage::ReplyMessage && path != u"/"_s;
    co_return there ? path : QString();
}

// Shows the service's own prompt and waits until the person has answered it.
QCoro::Task<bool> promptAnswered(QString prompt, QDeadlineTimer until)
{
    const auto dismissed = net::Once<bool>::make();
    dismissed->endAfter(std::chrono::milliseconds(until.remainingTime()), true);
    PromptListener listener;
    QObject::connect(&listener, &PromptListener::completed, dismissed->context(),
                     [once = dismissed.get()](bool away) { once->end(away); });
    QDBusConnection bus = QDBusConnection::sessionBus();
    const QString interface = u"org.freedesktop.Secret.Prompt"_s;
    const char *const slot = SLOT(onCompleted(bool,QDBusVariant));
    if (!bus.connect(u"org.freedesktop.secrets"_s, prompt, interface, u"Completed"_s, &listener, slot))
        co_return false;
    QDBusMessage show = methodCall(prompt, interface, u"Prompt"_s);
    show << QString(); // no window id: Wayland has none to give
    const QDBusMessage shown = co_await call(show, until);
    if (shown.type() != QDBusMessage::ReplyMessage)
        co_return false;
    const bool away = co_await dismissed->value();
    if (until.hasExpired()) {
        const QDeadlineTimer soon(std::chrono::seconds(2));
        const QDBusMessage dismiss = methodCall(prompt, interface, u"Dismiss"_s);
        co_await call(dismiss, soon);
    }
    co_return !away;
}

} // namespace

QCoro::Task<bool> unlockSecretService(QDeadlineTimer until)
{
    if (!QDBusConnection::sessionBus().isConnected())
        co_return false;
    const QString collection = co_await defaultCollection(until);
    if (collection.isEmpty())
        co_return false;
    QDBusMessage unlock =
        methodCall(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Unlock"_s);
    unlock << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(collection)});
    const QDBusMessage answer = co_await call(unlock, until);
    if (answer.type() != QDBusMessage::ReplyMessage)
        co_return false;
    const QString prompt = answer.arguments().value(1).value<QDBusObjectPath>().path();
    if (prompt.isEmpty() || prompt == u"/"_s)
        co_return true; // without a question
    const bool answered = co_await promptAnswered(prompt, until);
    co_return answered;
}

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

QCoro::Task<bool> unlockSecretService(QDeadlineTimer)
{
    co_return false; // these systems ask by themselves when something is read
}

} // namespace vault

#endif
