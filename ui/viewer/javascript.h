// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/page.h"

#include <QPointer>
#include <QVariant>

#include <qcoro/qcorotask.h>

#include <optional>

namespace ui::viewer {

// Runs a script beside the page's own (they cannot see each other) and gives its value; nothing when there
// was no answer in time: a page process that ended never answers.
QCoro::Task<std::optional<QVariant>> evaluate(QPointer<Page> page, QString script,
                                              std::chrono::milliseconds limit);

// A script of this folder, by file name.
QString script(const QString &name);

// Carries one answer from a callback to the coroutine that waits for it.
class Answer : public QObject
{
    Q_OBJECT
public:
    std::optional<QVariant> value;

signals:
    void arrived();
};

} // namespace ui::viewer
