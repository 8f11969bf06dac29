// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wecom/api.h"

#include <QHash>

namespace wecom {

bool isCancelled(const net::CancelPtr &cancel);
// Ends after the time, or at once when cancelled.
QCoro::Task<void> pause(std::chrono::milliseconds time, net::CancelPtr cancel);

// How WeCom wants to be asked, shared by everything that asks it in a run: the pauses after "busy", and until
// when nothing is sent after 45009 ("the API was called too often", document path 90313).
class Manners
{
public:
    explicit Manners(TokenPauses pauses) : m_pauses(std::move(pauses)) {}

    // Paused with params until, while nothing may be sent to this API host.
    std::optional<net::Fault> pausedFor(const QUrl &apiHost) const;
    // After 45009: notes until when, and adds it to the fault.
    void learn(const QUrl &apiHost, net::Fault &fault);
    // How long to wait before the next try; nothing when the answer is not "busy", or was often enough.
    std::optional<std::chrono::milliseconds> waitBefore(qsizetype nextTry, const net::Fault &fault) const;

private:
    TokenPauses m_pauses;
    QHash<QString, QDateTime> m_bannedUntil; // by origin
};

CallerPtr politeCaller(CallerPtr caller, std::shared_ptr<Manners> manners, QUrl apiHost,
                       net::CancelPtr cancel);

} // namespace wecom
