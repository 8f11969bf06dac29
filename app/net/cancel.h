// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/exported.h"

#include <QObject>

#include <memory>

namespace net {

// Shared by the one who asks and the one who answers: cancelling makes every request made with it end at once
// with FaultCode::Cancelled. One use; thread of the window only.
class WECOMSETUP_EXPORT Cancel : public QObject
{
    Q_OBJECT
public:
    bool isCancelled() const { return m_cancelled; }
    void cancel()
    {
        if (m_cancelled)
            return;
        m_cancelled = true;
        emit cancelled();
    }

signals:
    void cancelled();

private:
    bool m_cancelled = false;
};

using CancelPtr = std::shared_ptr<Cancel>;

} // namespace net
