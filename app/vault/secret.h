// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

namespace vault {

// A value that must not be seen: it has no stream or debug operator, compares without telling where it
// differs, and zeroes its own buffer when it goes. It travels keychain <-> request and nowhere else. reveal()
// makes a copy for the one who sends it; that copy is the caller's to keep short-lived.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray utf8);
    static Secret fromText(const QString &text);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_utf8.isEmpty(); }
    qsizetype size() const { return m_utf8.size(); }
    QByteArray reveal() const;
    QString revealText() const;

    // A keyed hash with a key made anew for every run of the program: equal for equal values, useless outside
    // this run.
    QByteArray stamp() const;

    friend bool operator==(const Secret &a, const Secret &b);
    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    QByteArray m_utf8;
};

// The same keyed hash for the plain inputs that are stamped together with secrets.
QByteArray runStamp(const QByteArray &bytes);

} // namespace vault
