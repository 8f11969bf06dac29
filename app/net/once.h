// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace net {

// The bridge from signals and callbacks to one awaited value: several may want to end it (an answer, a
// deadline, a cancel), the first one wins and the rest are ignored. Whoever waits goes on in the next turn of
// the event loop, never inside the caller of end(). Awaited once, by a coroutine that holds the shared
// pointer for as long as it waits.
template<class T>
class Once : public std::enable_shared_from_this<Once<T>>
{
public:
    static std::shared_ptr<Once> make() { return std::make_shared<Once>(); }

    // Connections made with this context go away together with the one who waits.
    QObject *context() { return &m_context; }
    bool hasEnded() const { return m_ended; }

    void end(T value)
    {
        if (m_ended)
            return;
        m_ended = true;
        m_value = std::move(value);
        m_timer.stop();
        if (m_waiting) {
            // The lambda keeps the object alive until the coroutine has let go of it.
            QMetaObject::invokeMethod(
                &m_context,
                [self = this->shared_from_this()] { std::exchange(self->m_waiting, {}).resume(); },
                Qt::QueuedConnection);
        }
    }

    void endAfter(std::chrono::milliseconds limit, T value)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_context,
                         [this, value = std::move(value)]() mutable { end(std::move(value)); });
        m_timer.start(limit);
    }

    auto value()
    {
        struct Awaiter
        {
            Once *once;
            bool await_ready() const noexcept { return once->m_ended; }
            void await_suspend(std::coroutine_handle<> waiting) noexcept { once->m_waiting = waiting; }
            T await_resume() { return std::move(*once->m_value); }
        };
        return Awaiter{this};
    }

private:
    QObject m_context;
    QTimer m_timer;
    std::optional<T> m_value;
    std::coroutine_handle<> m_waiting;
    bool m_ended = false;
};

} // namespace net
