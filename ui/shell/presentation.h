// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

class QWidget;

namespace ui {

// For showing the window to others: identifiers (Company ID, AgentId, host names, names, accounts) are hidden
// in all that is seen or read out, and texts are larger. What is copied, saved or reported stays as it is.
// Whoever shows a text of its own passes it through shown(), and shows it anew on changed() or on the
// LanguageChange that every widget is sent after it.
class Presentation : public QObject
{
    Q_OBJECT
public:
    static Presentation &instance();

    bool isOn() const { return m_on; }
    void set(bool on);
    // What must not be seen from now on; the longest go first.
    void setIdentifiers(QStringList identifiers);
    // The text with dots in place of identifiers; the text itself while the mode is off.
    QString shown(const QString &text) const;
    // For what is nothing but a name (of a setup, a host, a person): dots alone, whatever it is.
    QString name(const QString &name) const;
    // What a finding or a stage saw, for the words about it: who it was is hidden, even by an account that
    // every installation has.
    QJsonObject shown(QJsonObject evidence) const;
    // Accessible name and description of a widget that does not say them anew by itself.
    void say(QWidget *widget, const QString &name) const;
    void describe(QWidget *widget, const QString &description) const;
    // How much larger texts are.
    qreal scale() const { return m_on ? 1.25 : 1.0; }

signals:
    void changed();

private:
    Presentation() = default;
    void tellAll();
    bool m_on = false;
    QStringList m_identifiers;
};

} // namespace ui
