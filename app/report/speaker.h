// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/catalogue.h"

#include <QLocale>

namespace report {

inline QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

inline QString tagged(const QString &tag, const QString &text, const QString &kind = {})
{
    const QString attribute =
        kind.isEmpty() ? QString() : QStringLiteral(" class=\"") + kind + QStringLiteral("\"");
    return QStringLiteral("<") + tag + attribute + QStringLiteral(">") + escaped(text) +
           QStringLiteral("</") + tag + QStringLiteral(">\n");
}

// The words of one language.
class Speaker
{
public:
    explicit Speaker(QString language) : m_language(std::move(language)) {}

    QString say(const QString &key) const { return of(QStringLiteral("report"), key); }
    QString of(const QString &section, const QString &key) const
    {
        return checks::Catalogue::instance().label(section, key, m_language);
    }
    QString moment(const QDateTime &at) const
    {
        return at.isValid() ? QLocale(m_language).toString(at.toLocalTime(), QLocale::ShortFormat)
                            : QString();
    }
    QString colon() const { return of(QStringLiteral("general"), QStringLiteral("colon")); }
    const QString &language() const { return m_language; }

private:
    QString m_language;
};

// A sign and a word: colour alone says nothing on paper.
inline QString sign(checks::Severity severity)
{
    using checks::Severity;
    switch (severity) {
    case Severity::Ok:
        return QStringLiteral("✓");
    case Severity::Notice:
        return QStringLiteral("i");
    case Severity::Warning:
        return QStringLiteral("!");
    case Severity::Problem:
        return QStringLiteral("✕");
    case Severity::Unknown:
        return QStringLiteral("–");
    }
    return {};
}

} // namespace report
