// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QUdpSocket>

#include <optional>

namespace scenes {

// How many bytes were sent to the one interface that leads out of a room with --outside; nothing elsewhere.
// Every attempt counts, also one that only asks for a name or an address.
inline std::optional<qint64> sentOutside()
{
    const QByteArray name = qgetenv("ROOM_OUTSIDE");
    QFile table(QStringLiteral("/proc/net/dev"));
    if (name.isEmpty() || !table.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QByteArray row = line.simplified();
        if (row.startsWith(name + ':'))
            return row.mid(name.size() + 1).simplified().split(' ').value(8).toLongLong();
    }
    return std::nullopt;
}

inline bool canSeeOutside()
{
    return sentOutside().has_value();
}

// One packet to an address that nobody has (198.18.0.0/15 is for benchmarks, RFC 2544).
inline void knockOutside()
{
    QUdpSocket socket;
    socket.writeDatagram(QByteArrayLiteral("?"), QHostAddress(QStringLiteral("198.18.0.9")), 9);
}

} // namespace scenes
