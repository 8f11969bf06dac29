// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

namespace assistant {

// Work that is under way and that others may wait for.
class SetupSession::Flight : public QObject
{
    Q_OBJECT
signals:
    void landed();
};

} // namespace assistant
