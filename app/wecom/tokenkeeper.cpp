// SPDX-License-Identifier: Apache-2.0
#include "wecom/answer.h"
#include "wecom/manners.h"
#include "wecom/tokenflight.h"

#include <qcoro/qcorosignal.h>

#include <QSet>

using namespace Qt::StringLiterals;
using net::FaultCode;
using net::Result;

namespace wecom {

namespace {

QUrl tokenUrl(const QUrl &apiHost, const QString &companyId, const vault::Secret &secret)
{
    QUrlQuery query;
    query.addQueryItem(u"corpid"_s, queryValue(companyId.toUtf8()));
    query.addQueryItem(u"corpsecret"_s, queryValue(secret.reveal()));
    return apiUrl(apiHost, u"/cgi-bin/gettoken"_s, query);
}

Result<Token> tokenOf(const Result<net::Response> &response)
{
    const Result<QJsonObject> answer = objectOf(response);
    if (!answer)
        return tl::unexpected(answer.error());
    const Result<QJsonObject> good = judged(*answer);
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
    std::shared_ptr<Manners> manners;
    QHash<QByteArray, Token> tokens;
    QHash<QByteArray, std::shared_ptr<TokenFlight>> flights;
    QSet<QByteArray> refused; // host, company and Secret that WeCom said no to
    QSet<QByteArray> accepted;
    int wrongSecrets = 0;
    int allowedWrong = wrongSecretLimit; // more are sent only when the person says so

    static QByteArray key(const QUrl &apiHost, const QString &companyId, const vault::Secret &secret)
    {
        return net::originOf(apiHost).toUtf8() + '\n' + companyId.toUtf8() + '\n' + secret.stamp();
    }
    static QCoro::Task<Result<Token>> get(std::shared_ptr<Private> d, QUrl apiHost, QString companyId,
                                          vault::Secret secret, net::CancelPtr cancel);
    static QCoro::Task<Result<Token>> ask(std::shared_ptr<Private> d, QUrl url, net::CancelPtr cancel);
    static QCoro::Task<void> ending(std::shared_ptr<TokenFlight> flight, net::CancelPtr cancel);

    // What is known without asking; nothing when WeCom has to be asked.
    std::optional<Result<Token>> known(const QByteArray &key, const QUrl &apiHost);
    void learn(const QByteArray &key, const QUrl &apiHost, Result<Token> &outcome);
};

std::optional<Result<Token>> TokenKeeper::Private::known(const QByteArray &key, const QUrl &apiHost)
{
    if (refused.contains(key))
        return Result<Token>(net::fail(FaultCode::SecretKnownWrong));
    if (const auto paused = manners->pausedFor(apiHost))
        return Result<Token>(tl::unexpected(*paused));
    const auto token = tokens.constFind(key);
    if (token != tokens.cend() && QDateTime::currentDateTimeUtc() < token->expires)
        return Result<Token>(*token);
    if (wrongSecrets >= allowedWrong && !accepted.contains(key))
        return Result<Token>(
            net::fail(FaultCode::WrongSecretLimit, {{u"count"_s, QString::number(wrongSecrets)}}));
    return std::nullopt;
}

void TokenKeeper::Private::learn(const QByteArray &key, const QUrl &apiHost, Result<Token> &outcome)
{
    if (outcome) {
        tokens.insert(key, *outcome);
        accepted.insert(key);
        return;
    }
    if (outcome.error().code != FaultCode::WecomError)
        return;
    const int errcode = outcome.error().number(u"errcode"_s);
    if (errcode == code::secretInvalid || errcode == code::secretOfAnotherCompany) {
        refused.insert(key);
        ++wrongSecrets;
    }
    manners->learn(apiHost, outcome.error());
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
        const auto wait = outcome ? std::nullopt : d->manners->waitBefore(tried, outcome.error());
        if (!wait)
            co_return outcome;
        co_await pause(*wait, cancel);
        if (isCancelled(cancel))
            co_return net::fail(FaultCode::Cancelled);
    }
}

QCoro::Task<Result<Token>> TokenKeeper::Private::get(std::shared_ptr<Private> d, QUrl apiHost,
                                                     QString companyId, vault::Secret secret,
                                                     net::CancelPtr cancel)
{
    const QByteArray key = Private::key(apiHost, companyId, secret);
    for (;;) {
        if (isCancelled(cancel))
            co_return net::fail(FaultCode::Cancelled);
        if (const auto answer = d->known(key, apiHost))
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
    d->learn(key, apiHost, outcome);
    d->flights.remove(key);
    flight->outcome = outcome;
    emit flight->ended();
    co_return outcome;
}

TokenKeeper::TokenKeeper(net::Http *http, TokenPauses pauses) : d(std::make_shared<Private>())
{
    d->http = http;
    d->manners = std::make_shared<Manners>(std::move(pauses));
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

void TokenKeeper::allowOneMore()
{
    d->allowedWrong = d->wrongSecrets + 1;
}

CallerPtr TokenKeeper::polite(CallerPtr caller, QUrl apiHost, net::CancelPtr cancel) const
{
    return politeCaller(std::move(caller), d->manners, std::move(apiHost), std::move(cancel));
}

void TokenKeeper::learn(const QUrl &apiHost, net::Fault &refusal) const
{
    d->manners->learn(apiHost, refusal);
}

} // namespace wecom
