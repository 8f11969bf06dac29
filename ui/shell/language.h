// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace ui {

// The language of the window, by its code in checks/languages.h. Switching it while running sends
// LanguageChange to every widget; the catalogue is asked anew with code().
class Language : public QObject
{
    Q_OBJECT
public:
    static Language &instance();
    static QString ofSystem();

    QString code() const { return m_code; }
    // Its readers know the console by its Chinese words alone.
    bool isChinese() const { return m_code.startsWith(u"zh"); }
    // An unknown code is taken as English.
    void set(const QString &code);

signals:
    void changed();

private:
    Language() = default;
    QString m_code = QStringLiteral("en");
};

} // namespace ui
