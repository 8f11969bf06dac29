// SPDX-License-Identifier: Apache-2.0
#include "shell/desktop.h"

#include <QCoreApplication>
#include <QPointer>
#include <QVariant>

#ifdef Q_OS_UNIX
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif
#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto gnome = "org.gnome.desktop.interface"_L1;
constexpr auto kde = "org.kde.kdeglobals.KDE"_L1;
constexpr int answerLimit = 3000; // ms; a portal that hangs is like none

#ifdef Q_OS_UNIX
constexpr auto portal = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalSettings = "org.freedesktop.portal.Settings"_L1;

// Read() of the portal wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}
#endif

} // namespace

Desktop &Desktop::instance()
{
    static QPointer<Desktop> desktop;
    if (!desktop)
        desktop = new Desktop(QCoreApplication::instance());
    return *desktop;
}

#ifdef Q_OS_UNIX

Desktop::Desktop(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<QDBusVariant>("QDBusVariant"); // a slot takes it
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const char *const slot = SLOT(settingChanged(QString,QString,QDBusVariant));
    bus.connect(portal, portalPath, portalSettings, u"SettingChanged"_s, this, slot);
    ask(appearance, u"color-scheme"_s);
    ask(appearance, u"reduced-motion"_s);
    ask(gnome, u"enable-animations"_s);
    ask(kde, u"AnimationDurationFactor"_s);
}

void Desktop::ask(const QString &group, const QString &key)
{
    auto message = QDBusMessage::createMethodCall(portal, portalPath, portalSettings, u"Read"_s);
    message << group << key;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, answerLimit), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            take(group, key, unwrapped(reply.value().variant()));
    });
}

void Desktop::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, unwrapped(value.variant()));
}

#else

Desktop::Desktop(QObject *parent) : QObject(parent)
{
#ifdef Q_OS_WIN
    BOOL moves = TRUE;
    if (SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &moves, 0))
        m_still = !moves;
#endif
}

#endif

void Desktop::take(const QString &group, const QString &key, const QVariant &value)
{
    const auto darkBefore = m_dark;
    const bool stillBefore = m_still;
    if (group == appearance && key == u"color-scheme"_s) {
        const int scheme = value.toInt(); // 1 dark, 2 light, anything else: no preference
        m_dark = scheme == 1 ? std::optional(true) : scheme == 2 ? std::optional(false) : std::nullopt;
    } else if (group == appearance && key == u"reduced-motion"_s) {
        m_still = value.toInt() == 1;
    } else if (group == gnome && key == u"enable-animations"_s) {
        m_still = !value.toBool();
    } else if (group == kde && key == u"AnimationDurationFactor"_s) {
        m_still = value.toDouble() <= 0;
    }
    if (m_dark != darkBefore || m_still != stillBefore)
        emit changed();
}

} // namespace ui
