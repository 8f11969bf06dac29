// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"
#include "vault/secret.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrlQuery>

#include <chrono>
#include <memory>
#include <optional>

namespace wecom {

// WeCom's own error codes that are acted on (document path 90313).
namespace code {
constexpr int busy = -1, secretInvalid = 40001, companyIdInvalid = 40013, tokenInvalid = 40014,
              codeInvalid = 40029, agentIdInvalid = 40056, secretOfAnotherCompany = 40091,
              tokenExpired = 42001, codeExpired = 42003, codeUsed = 42022, rateLimited = 45009,
              apiForbidden = 48002, domainMismatch = 50001, memberOutOfScope = 50002, appDisabled = 50003,
              noPrivilege = 60011, ipNotTrusted = 60020, memberUnknown = 60111, tooManyDomainChanges = 85004,
              domainNotOwned = 85005, otherApp = 301002;
}

// Asks one thing of WeCom's server API and gives the answer's object, whatever its errcode. There are two
// ways: from this computer (DirectCaller), and through the NocoBase server (nocobase::ServerCaller); the
// trusted-IP rule tells them apart.
class Caller
{
public:
    virtual ~Caller() = default;
    // path like "/cgi-bin/agent/get"; query without access_token; deadline and cancelling are the caller's.
    virtual QCoro::Task<net::Result<QJsonObject>> get(QString path, QUrlQuery query, vault::Secret token) = 0;
};
using CallerPtr = std::shared_ptr<Caller>;

CallerPtr directCaller(net::Http *http, QUrl apiHost, net::CancelPtr cancel);

// Turns errcode into a Fault: WecomError with params errcode, and ip ("from ip: …" of the message) where it
// names one. No errcode means success. The message stays detail; only the number is a contract.
net::Result<QJsonObject> judged(const QJsonObject &answer);

struct Token
{
    vault::Secret value;
    QDateTime expires;
};

// Pauses between the tries after "busy", and how long nothing is sent after a ban. Tests shorten them.
struct TokenPauses
{
    QList<std::chrono::milliseconds> busy = {std::chrono::seconds(1), std::chrono::seconds(3)};
    std::chrono::milliseconds ban = std::chrono::hours(1);
};

// Gets and keeps the app's access_token (GET /cgi-bin/gettoken, document path 91039; 7200 s; not subject to
// the trusted-IP rule). A token is reused until shortly before it expires. A Secret that WeCom refused
// (40001, 40091) is not sent again in this run (SecretKnownWrong): repeated wrong ones ban the address for an
// hour. Wrong Secrets are counted over all setups of the run; after wrongSecretLimit of them no Secret that
// is new to the run is sent until the person says so (WrongSecretLimit, params count). After 45009 nothing is
// sent until the ban is over (Paused). -1 is tried three times with pauses. Calls for the same token at the
// same time share one request.
class TokenKeeper
{
public:
    static constexpr int wrongSecretLimit = 3; // WeCom publishes no number; a ban takes more
    explicit TokenKeeper(net::Http *http, TokenPauses pauses = {});
    ~TokenKeeper();
    QCoro::Task<net::Result<Token>> token(QUrl apiHost, QString companyId, vault::Secret secret,
                                          net::CancelPtr cancel);
    // After 40014 or 42001: the next token() asks anew.
    void forget(const QUrl &apiHost, const QString &companyId, const vault::Secret &secret);
    int wrongSecrets() const;
    // The person wants one more Secret to be tried.
    void allowOneMore();
    // A caller that asks with the same manners: three tries with pauses after -1, and after 45009 nothing is
    // sent until the ban is over (Paused), neither by it nor by token().
    CallerPtr polite(CallerPtr caller, QUrl apiHost, net::CancelPtr cancel) const;
    // Lets a refusal that came another way count: after 45009 adds `until` to it.
    void learn(const QUrl &apiHost, net::Fault &refusal) const;

private:
    class Private;
    std::shared_ptr<Private> d;
};

// GET /cgi-bin/agent/get (document path 90227). domain is the OAuth trusted domain only; no API shows the
// callback domain.
struct AgentInfo
{
    qint64 agentId = 0;
    QString name;
    QString logoUrl;
    bool closed = false;
    QString redirectDomain;
    QString homeUrl;
    QStringList userIds, departmentIds, tagIds; // the visible scope

    bool scopeEmpty() const { return userIds.isEmpty() && departmentIds.isEmpty() && tagIds.isEmpty(); }
};

struct AgentListItem
{
    qint64 agentId = 0;
    QString name;
};

QCoro::Task<net::Result<AgentInfo>> agentGet(CallerPtr caller, vault::Secret token, QString agentId);
QCoro::Task<net::Result<QList<AgentListItem>>> agentList(CallerPtr caller, vault::Secret token);

// POST /cgi-bin/agent/set (document path 90228), from this computer only; absent members stay as they are.
// Errors: 85004, 85005, 40094, 60020.
struct AgentChange
{
    std::optional<QString> redirectDomain;
    std::optional<QString> homeUrl;
};
QCoro::Task<net::Result<void>> agentSet(net::Http *http, QUrl apiHost, vault::Secret token, QString agentId,
                                        AgentChange change, net::CancelPtr cancel);

// GET /cgi-bin/auth/getuserinfo with a made-up code: 60020 comes before any look at the code, so 40029 proves
// that the caller's address is trusted and that the token is good (measured). Harmless: it identifies nobody.
struct TrustProbe
{
    bool trusted = false;
    QString address; // the caller's exit address as WeCom saw it; empty where its message named none
};
QCoro::Task<net::Result<TrustProbe>> probeTrust(CallerPtr caller, vault::Secret token);

} // namespace wecom
