// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QEventLoop>
#include <QTimer>

// Waits in an event loop as the program runs in one. QTest's own waiting processes events in slices and
// sleeps between them, in which Chromium does not get a script-heavy page done.
template<class Ready>
bool waitFor(Ready ready, int milliseconds)
{
    QEventLoop loop;
    QTimer look, limit;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (ready())
            loop.quit();
    });
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(20);
    limit.start(milliseconds);
    loop.exec();
    return ready();
}
