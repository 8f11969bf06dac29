// SPDX-License-Identifier: Apache-2.0
#include "viewer/javascript.h"

#include <QFile>
#include <QWebEngineScript>

#include <qcoro/qcorosignal.h>

using namespace Qt::StringLiterals;

namespace ui::viewer {

QCoro::Task<std::optional<QVariant>> evaluate(QPointer<Page> page, QString script,
                                              std::chrono::milliseconds limit)
{
    if (!page)
        co_return std::nullopt;
    const auto answer = std::make_shared<Answer>();
    page->runJavaScript(script, QWebEngineScript::ApplicationWorld, [answer](const QVariant &result) {
        answer->value = result;
        // Not from inside Chromium's call: who waits may close the page at once.
        QMetaObject::invokeMethod(answer.get(), &Answer::arrived, Qt::QueuedConnection);
    });
    if (!answer->value)
        co_await qCoro(answer.get(), &Answer::arrived, limit);
    co_return answer->value;
}

QString script(const QString &name)
{
    QFile file(u":/viewer/scripts/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace ui::viewer
