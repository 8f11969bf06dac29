// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace ui {

// The language of the window: "en" or "zh_CN", the same codes as the catalogue of words. Switching it while
// running sends LanguageChange to every widget; the catalogue is asked anew with code().
class Language : public QObject
{
    Q_OBJECT
public:
    static Language &instance();
    static QList<std::pair<QString, QString>> available(); // code and its own name
    static QString ofSystem();

    QString code() const { return m_code; }
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
