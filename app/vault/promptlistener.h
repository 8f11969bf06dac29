// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/exported.h"

#if defined(__linux__) // as moc sees it too

#include <QDBusVariant>
#include <QObject>

namespace vault {

// Hears how a prompt of the Secret Service ended (signal Completed of org.freedesktop.Secret.Prompt).
class WECOMSETUP_EXPORT PromptListener : public QObject
{
    Q_OBJECT
signals:
    void completed(bool dismissed);

public slots:
    void onCompleted(bool dismissed, const QDBusVariant &) { emit completed(dismissed); }
};

} // namespace vault

#endif
