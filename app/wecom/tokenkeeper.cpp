// SPDX-License-Identifier: Apache-2.0
#include "wecom/tokenflight.h"

#include <qcoro/qcorosignal.h>

#include <QHash>
#include <QSet>
#include <QTimer>

using namespace Qt::StringLiterals;
using net::FaultCode;
using net::Result;

namespace wecom {

namespace {

bool isCancelled(const net::CancelPtr &cancel)
{
    return cancel && cancel->isCancelled();
}

QUrl tokenUrl(const QUrl &apiHost, const QString &companyId, const vault::Secret &secret)
{
    QUrl url = apiHost.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + u"/cgi-bin/gettoken"_s);
    QUrlQuery query;
    query.addQueryItem(u"corpid"_s, QString::fromLatin1(QUrl::toPercentEncoding(companyId)));
    query.addQueryItem(u"corpsecret"_s, QString::fromLatin1(secret.reveal().toPercentEncoding()));
    url.setQuery(query);
    return url;
}

Result<Token> tokenOf(const Result<net::Response> &response)
{
    if (!response)
        return tl::unexpected(response.error());
    if (response->status != 200)
        return net::fail(FaultCode::HttpStatus, {{u"status"_s, QString::number(response->status)}});
    const Result<QJsonValue> json = response->json();
    if (!json)
        return tl::unexpected(json.error());
    const Result<QJsonObject> good = judged(json->toObject());
    if (!good)
        return tl::unexpected(good.error());
    const QString value = good->value(u"access_token"_s).toString();
    const qint64 seconds = good->value(u"expires_in"_s).toInteger(7200);
    if (value.isEmpty())
        return net::fail(FaultCode::BadAnswer);
    // A few minutes early, so that a token does not end between two requests of one check.
    const qint64 margin = qMin<qint64>(300, seconds / 10);
    return Token{vault::Secret::fromText(value), QDateTime::currentDateTimeUtc().addSecs(seconds - margin)};
}

} // namespace

class TokenKeeper::Private
{
public:
    net::Http *http = nullptr;
    TokenPauses pauses;
    QHash<QByteArray, Token> tokens;
    QHash<QByteArray, std::shared_ptr<TokenFlight>> flights;
    QSet<QByteArray> refused; // host, company and Secret that WeCom said no to
    QHash<QString, QDateTime> bannedUntil;
    int wrongSecrets = 0;

    static QByteArray key(const QUrl &apiHost, const QString &companyId, const vault::Secret &secret)
    {
        return net::originOf(apiHost).toUtf8() + '\n' + companyId.toUtf8() + '\n' + secret.stamp();
    }
    static QCoro::Task<Result<Token>> get(std::shared_ptr<Private> d, QUrl apiHost, QString companyId,
                                          vault::Secret secret, net::CancelPtr cancel);
    static QCoro::Task<Result<Token>> ask(std::shared_ptr<Private> d, QUrl url, net::CancelPtr cancel);
    static QCoro::Task<void> pause(std::chrono::milliseconds time, net::CancelPtr cancel);
    static QCoro::Task<void> ending(std::shared_ptr<TokenFlight> flight, net::CancelPtr cancel);

    // What is known without asking; nothing when WeCom has to be asked.
    std::optional<Result<Token>> known(const QByteArray &key, const QString &origin);
    void learn(const QByteArray &key, const QString &origin, Result<Token> &outcome);
};

std::optional<Result<Token>> TokenKeeper::Private::known(const QByteArray &key, const QString &origin)
{
    if (refused.contains(key))
        return Result<Token>(net::fail(FaultCode::SecretKnownWrong));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto ban = bannedUntil.constFind(origin);
    if (ban != bannedUntil.cend() && now < *ban)
        return Result<Token>(net::fail(FaultCode::Paused, {{u"until"_s, ban->toString(Qt::ISODate)}}));
    const auto token = tokens.constFind(key);
    if (token != tokens.cend() && now < token->expires)
        return Result<Token>(*token);
    return std::nullopt;
}

void TokenKeeper::Private::learn(const QByteArray &key, const QString &origin, Result<Token> &outcome)
{
    if (outcome) {
        tokens.insert(key, *outcome);
        return;
    }
    if (outcome.error().code != FaultCode::WecomError)
        return;
    const int errcode = outcome.error().number(u"errcode"_s);
    if (errcode == code::secretInvalid || errcode == code::secretOfAnotherCompany) {
        refused.insert(key);
        ++wrongSecrets;
    } else if (errcode == code::rateLimited) {
        const QDateTime until = QDateTime::currentDateTimeUtc().addMSecs(pauses.ban.count());
        bannedUntil.insert(origin, until);
        outcome.error().params.insert(u"until"_s, until.toString(Qt::ISODate));
    }
}

QCoro::Task<void> TokenKeeper::Private::pause(std::chrono::milliseconds time, net::CancelPtr cancel)
{
    Waker waker(cancel);
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &waker, &Waker::woken);
    timer.start(time);
    if (!isCancelled(cancel))
        co_await qCoro(&waker, &Waker::woken);
}

QCoro::Task<void> TokenKeeper::Private::ending(std::shared_ptr<TokenFlight> flight, net::CancelPtr cancel)
{
    Waker waker(cancel);
    QObject::connect(flight.get(), &TokenFlight::ended, &waker, &Waker::woken);
    if (!flight->outcome && !isCancelled(cancel))
        co_await qCoro(&waker, &Waker::woken);
}

QCoro::Task<Result<Token>> TokenKeeper::Private::ask(std::shared_ptr<Private> d, QUrl url,
                                                     net::CancelPtr cancel)
{
    for (qsizetype tried = 0;; ++tried) {
        net::Request request;
        request.url = url;
        request.cancel = cancel;
        const Result<net::Response> response = co_await d->http->send(std::move(request));
        Result<Token> outcome = tokenOf(response);
        const bool busy = !outcome && outcome.error().code == FaultCode::WecomError &&
                          outcome.error().number(u"errcode"_s) == code::busy;
        if (!busy || tried >= d->pauses.busy.size())
            co_return outcome;
        co_await pause(d->pauses.busy.at(tried), cancel);
        if (isCancelled(cancel))
            co_return net::fail(FaultCode::Cancelled);
    }
}

QCoro::Task<Result<Token>> TokenKeeper::Private::get(std::shared_ptr<Private> d, QUrl apiHost,
                                                     QString companyId, vault::Secret secret,
                                                     net::CancelPtr cancel)
{
    const QByteArray key = Private::key(apiHost, companyId, secret);
    const QString origin = net::originOf(apiHost);
    for (;;) {
        if (isCancelled(cancel))
            co_return net::fail(FaultCode::Cancelled);
        if (const auto answer = d->known(key, origin))
            co_return *answer;
        const std::shared_ptr<TokenFlight> other = d->flights.value(key);
        if (!other)
            break;
        co_await ending(other, cancel);
        // The one who asked may have been cancelled; then it is our turn.
        const bool useful =
            other->outcome && (*other->outcome || other->outcome->error().code != FaultCode::Cancelled);
        if (useful && !isCancelled(cancel))
            co_return *other->outcome;
    }
    const auto flight = std::make_shared<TokenFlight>();
    d->flights.insert(key, flight);
    Result<Token> outcome = co_await ask(d, tokenUrl(apiHost, companyId, secret), cancel);
    d->learn(key, origin, outcome);
    d->flights.remove(key);
    flight->outcome = outcome;
    emit flight->ended();
    co_return outcome;
}

TokenKeeper::TokenKeeper(net::Http *http, TokenPauses pauses) : d(std::make_shared<Private>())
{
    d->http = http;
    d->pauses = std::move(pauses);
}

TokenKeeper::~TokenKeeper() = default;

QCoro::Task<Result<Token>> TokenKeeper::token(QUrl apiHost, QString companyId, vault::Secret secret,
                                              net::CancelPtr cancel)
{
    return Private::get(d, std::move(apiHost), std::move(companyId), std::move(secret), std::move(cancel));
}

void TokenKeeper::forget(const QUrl &apiHost, const QString &companyId, const vault::Secret &secret)
{
    d->tokens.remove(Private::key(apiHost, companyId, secret));
}

int TokenKeeper::wrongSecrets() const
{
    return d->wrongSecrets;
}

} // namespace wecom
