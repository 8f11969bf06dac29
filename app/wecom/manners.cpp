// SPDX-License-Identifier: Apache-2.0
#include "wecom/manners.h"

#include "wecom/tokenflight.h"

#include <qcoro/qcorosignal.h>

#include <QTimer>

using namespace Qt::StringLiterals;
using net::FaultCode;
using net::Result;

namespace wecom {

bool isCancelled(const net::CancelPtr &cancel)
{
    return cancel && cancel->isCancelled();
}

QCoro::Task<void> pause(std::chrono::milliseconds time, net::CancelPtr cancel)
{
    Waker waker(cancel);
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &waker, &Waker::woken);
    timer.start(time);
    if (!isCancelled(cancel))
        co_await qCoro(&waker, &Waker::woken);
}

std::optional<net::Fault> Manners::pausedFor(const QUrl &apiHost) const
{
    const auto ban = m_bannedUntil.constFind(net::originOf(apiHost));
    if (ban == m_bannedUntil.cend() || QDateTime::currentDateTimeUtc() >= *ban)
        return std::nullopt;
    return net::Fault{FaultCode::Paused, {{u"until"_s, ban->toString(Qt::ISODate)}}, {}};
}

void Manners::learn(const QUrl &apiHost, net::Fault &fault)
{
    if (fault.code != FaultCode::WecomError || fault.number(u"errcode"_s) != code::rateLimited)
        return;
    const QDateTime until = QDateTime::currentDateTimeUtc().addMSecs(m_pauses.ban.count());
    m_bannedUntil.insert(net::originOf(apiHost), until);
    fault.params.insert(u"until"_s, until.toString(Qt::ISODate));
}

std::optional<std::chrono::milliseconds> Manners::waitBefore(qsizetype nextTry, const net::Fault &fault) const
{
    const bool busy = fault.code == FaultCode::WecomError && fault.number(u"errcode"_s) == code::busy;
    if (!busy || nextTry >= m_pauses.busy.size())
        return std::nullopt;
    return m_pauses.busy.at(nextTry);
}

namespace {

class PoliteCaller : public Caller
{
public:
    PoliteCaller(CallerPtr caller, std::shared_ptr<Manners> manners, QUrl apiHost, net::CancelPtr cancel)
        : m_caller(std::move(caller))
        , m_manners(std::move(manners))
        , m_apiHost(std::move(apiHost))
        , m_cancel(std::move(cancel))
    {}

    QCoro::Task<Result<QJsonObject>> get(QString path, QUrlQuery query, vault::Secret token) override
    {
        return ask(m_caller, m_manners, m_apiHost, m_cancel, path, query, token);
    }

private:
    // Holds what it needs itself, so that the caller object may go while an answer is under way.
    static QCoro::Task<Result<QJsonObject>> ask(CallerPtr caller, std::shared_ptr<Manners> manners,
                                                QUrl apiHost, net::CancelPtr cancel, QString path,
                                                QUrlQuery query, vault::Secret token)
    {
        for (qsizetype tried = 0;; ++tried) {
            if (const auto paused = manners->pausedFor(apiHost))
                co_return tl::unexpected(*paused);
            const Result<QJsonObject> answer = co_await caller->get(path, query, token);
            if (!answer)
                co_return answer;
            Result<QJsonObject> good = judged(*answer);
            if (good)
                co_return answer;
            manners->learn(apiHost, good.error());
            if (good.error().number(u"errcode"_s) == code::rateLimited)
                co_return good;
            const auto wait = manners->waitBefore(tried, good.error());
            if (!wait)
                co_return answer;
            co_await pause(*wait, cancel);
            if (isCancelled(cancel))
                co_return net::fail(FaultCode::Cancelled);
        }
    }

    CallerPtr m_caller;
    std::shared_ptr<Manners> m_manners;
    QUrl m_apiHost;
    net::CancelPtr m_cancel;
};

} // namespace

CallerPtr politeCaller(CallerPtr caller, std::shared_ptr<Manners> manners, QUrl apiHost,
                       net::CancelPtr cancel)
{
    return std::make_shared<PoliteCaller>(std::move(caller), std::move(manners), std::move(apiHost),
                                          std::move(cancel));
}

} // namespace wecom
