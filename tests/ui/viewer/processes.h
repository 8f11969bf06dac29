// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QSet>

// What the kernel says of this program's processes. Only parents and command lines are asked: a sandboxed
// process hides its environment.
namespace processes {

// A line of the process's status, as "PPid" or "State"; empty when there is no such process.
inline QByteArray statusOf(qint64 process, const QByteArray &field)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf('\n' + field + ':');
    if (at < 0)
        return {};
    const qsizetype from = at + field.size() + 2;
    return text.mid(from, text.indexOf('\n', from) - from).trimmed();
}

// Ended ones may stay in the table until whoever inherited them collects them.
inline bool isRunning(qint64 process)
{
    const QByteArray state = statusOf(process, "State");
    return !state.isEmpty() && !state.startsWith('Z');
}

inline QSet<qint64> descendantsOf(qint64 ancestor)
{
    const auto descends = [ancestor](qint64 process) {
        while (process > 1 && process != ancestor)
            process = statusOf(process, "PPid").toLongLong();
        return process == ancestor;
    };
    QSet<qint64> found;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const qint64 process = entry.toLongLong();
        if (process > 0 && process != ancestor && descends(process))
            found << process;
    }
    return found;
}

inline QByteArray commandOf(qint64 process)
{
    QFile line(QStringLiteral("/proc/%1/cmdline").arg(process));
    return line.open(QIODevice::ReadOnly) ? line.readAll() : QByteArray();
}

// The renderers are children of a zygote, and that one is ours; others' renderers run at the same time.
inline QSet<qint64> renderersOf(qint64 ancestor)
{
    QSet<qint64> found;
    const QSet<qint64> all = descendantsOf(ancestor);
    for (const qint64 process : all) {
        if (isRunning(process) && commandOf(process).contains("--type=renderer"))
            found << process;
    }
    return found;
}

} // namespace processes
