// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/exported.h"
#include "wecom/api.h"

#include <QObject>

#include <optional>

namespace wecom {

// Wakes a coroutine once: after a time, at a signal, or when its work is cancelled.
class Waker : public QObject
{
    Q_OBJECT
public:
    explicit Waker(const net::CancelPtr &cancel)
    {
        if (cancel)
            connect(cancel.get(), &net::Cancel::cancelled, this, &Waker::woken);
    }

signals:
    void woken();
};

// One gettoken that is under way; those who want the same token wait for its outcome.
class WECOMSETUP_EXPORT TokenFlight : public QObject
{
    Q_OBJECT
public:
    std::optional<net::Result<Token>> outcome;

signals:
    void ended();
};

} // namespace wecom
