// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace ui {

// What the desktop says of its look: dark or light, and whether it wants things to move. On Linux it is asked
// through the settings portal (org.freedesktop.portal.Settings), which tells of changes, too; on Windows the
// system is asked. Nothing waits for an answer, and none at all is fine.
class Desktop : public QObject
{
    Q_OBJECT
public:
    static Desktop &instance(); // asks when it is first used; needs an application

    std::optional<bool> isDark() const { return m_dark; } // nothing: it did not say, or has no preference
    bool isStill() const { return m_still; }              // true: nothing is to move by itself

signals:
    void changed();

#ifdef Q_OS_UNIX
private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);
#endif

private:
    explicit Desktop(QObject *parent);
    void ask(const QString &group, const QString &key);
    void take(const QString &group, const QString &key, const QVariant &value);

    std::optional<bool> m_dark;
    bool m_still = false;
};

} // namespace ui
