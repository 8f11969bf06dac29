// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"
#include "vault/secret.h"
#include "wecom/links.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace login {

// What one address of the redirect chain is.
enum class HopKind {
    SignInPage,  // NocoBase's sign-in page
    WecomLogin,  // WeCom's page with the QR code
    WecomOAuth,  // WeCom's address for inside the client
    Callback,    // NocoBase's wecom:redirect, with a one-use code (or without: declined)
    SignInError, // back at the sign-in page with an error sentence
    Landing,     // NocoBase with the new session's token
    SignedIn,    // the page after the token was taken over
    Other,       // any other address; allowed hosts only
};
QString hopName(HopKind kind); // "sign-in-page", ... for JSON

struct Hop
{
    HopKind kind = HopKind::Other;
    QUrl url; // masked: Company ID and AgentId visible; code, token, ticket and state hidden
    QDateTime at;
    int status = 0;      // of the final document, 0 when not known
    bool proven = false; // what this hop should show was right (ids, callback, code)
};

// What WeCom's page has shown while it waited for the phone.
enum class Sight { QrShown, Scanned, Confirmed, Refused, Expired };
QString sightName(Sight sight); // "qr-shown", "scanned", "confirmed", "refused", "expired"
std::optional<Sight> sightFromName(const QString &name);
struct Sighting
{
    Sight what = Sight::QrShown;
    QDateTime at;
};

// A time in which the limits stood still; it goes on while it has no end.
struct Pause
{
    QDateTime from, to;
};

// How NocoBase came to this user.
enum class How {
    Unknown,        // nobody looked before the login
    CreatedNow,     // there was no such user before
    MatchedByPhone, // the user was there, but not bound to WeCom
    BoundBefore,    // the authenticator knew the user from an earlier login
};
QString howName(How how); // "unknown", "created-now", "matched-by-phone", "bound-before"

struct Who
{
    qint64 id = 0;
    QString nickname, username;
    QStringList roles;
    bool hasRole = false;
    How how = How::Unknown;
};

// How a test login ended. Only what was seen: the plugin's sentences prove no WeCom code.
enum class Outcome {
    Running,
    SignedIn,
    SignedInWithoutRole,
    PluginSentence,  // back at the sign-in page with one of the plugin's public sentences (Trace::sentence)
    NoButton,        // the sign-in page shows no button for this authenticator
    NotSent,         // the button was pressed, but NocoBase did not send the browser to WeCom
    DomainMismatch,  // WeCom's page says that the callback domain differs
    LinkRefused,     // WeCom's page says that the link cannot be opened
    OutsideWecom,    // WeCom asks to open the link in its client
    NotScanned,      // QR code shown, nobody scanned in time
    NotConfirmed,    // scanned, but not confirmed in time
    Expired,         // the QR code expired before anybody scanned it
    NotReturned,     // confirmed, but WeCom did not send the browser back
    Declined,        // refused on the phone: the page said so, or a callback without a code
    CallbackMissing, // the callback address answers 404 or 405
    CallbackSilent,  // the callback came, NocoBase was reached and did not answer
    WrongIds,        // the login address carries another Company ID, AgentId or callback
    PageFailed,      // a page could not be opened (Trace::fault)
    BrowserFailed,   // the embedded browser (Trace::fault)
    Cancelled,
};
QString outcomeName(Outcome outcome);
bool endedByFault(Outcome outcome);

struct Trace
{
    QList<Hop> hops;
    QList<Sighting> sightings; // of WeCom's page
    QList<Pause> pauses;
    QDateTime started, ended;
    QDateTime pressed; // the sign-in page's button
    Outcome outcome = Outcome::Running;
    std::optional<wecom::LoginLink> link; // what NocoBase sent to WeCom; its state is kept decoded only
    std::optional<wecom::NocobaseState> state;
    QString sentence; // the error shown by the sign-in page, as it stood there
    std::optional<Who> who;
    QString fault;     // as the catalogue's section "faults" calls it, with PageFailed and BrowserFailed
    QString faultHost; // where it was; may be empty
    std::optional<net::Fault> whole; // the same with certificate and reason; in this run only
};
QJsonObject toJson(const Trace &trace); // for report and export: masked
// What toJson() has made, without the decoded state; nothing when it is no trace.
std::optional<Trace> traceFromJson(const QJsonObject &json);

// The plugin's public sentences (both languages), told apart.
enum class Sentence { None, NoAccessToken, NoMobile, NoUserId, UserNotFound, NoCode, ApiFailed, Other };
Sentence sentenceOf(const QString &shown);
QString publicSentence(Sentence sentence); // its English form; empty for None and Other

// Turns raw addresses as the browser requests them into hops, masks them before anything else sees them, and
// keeps the one thing that must survive masking, the session token, as a Secret. Pure: no clock, no network.
struct Expected
{
    QUrl nocobase; // base address with sub-path
    QUrl origin;   // where the callback must be
    QString companyId, agentId, authenticator;
};
class Tracer
{
public:
    explicit Tracer(Expected expected, QDateTime started);
    // Feeds the next address; the same address twice in a row is one hop.
    void requested(const QUrl &raw, const QDateTime &at);
    void finalStatus(int status); // HTTP status of the document that was loaded last
    void rendered(const QString &pageText, bool qrShown);
    // A look at the page while it waits: what WeCom's has shown anew becomes a sighting. `raw` is the address
    // of the page that was looked at; the browser may be on its way to another.
    void looked(const QUrl &raw, const QString &pageText, bool qrShown, const QDateTime &at);
    void pressed(const QDateTime &at);       // the first time counts
    void held(bool on, const QDateTime &at); // the limits stand still, or go on
    void finish(Outcome outcome, const QDateTime &at);
    void setWho(const Who &who);
    void setFault(const QString &name, const net::Fault &whole);

    const Trace &trace() const { return m_trace; }
    vault::Secret sessionToken() const { return m_token; } // empty until the landing
    bool sawCode() const { return m_sawCode; }

private:
    HopKind kindOf(const QUrl &raw) const;
    bool isProven(HopKind kind, const QUrl &raw) const;
    bool onNocobase(const QUrl &raw) const;
    QString pathInNocobase(const QUrl &raw) const;
    bool continuesLastHop(HopKind kind) const;
    void takeOver(HopKind kind, const QUrl &raw);

    Expected m_expected;
    Trace m_trace;
    vault::Secret m_token;
    QByteArray m_lastStamp; // of the raw address fed last; the address itself is kept nowhere
    bool m_sawCode = false;
    bool m_landed = false;
};

// What WeCom's page says while it waits (resources/wecompage.json); nothing when it says nothing known and
// shows no QR code.
std::optional<Sight> sightOf(const QString &pageText, bool qrShown);

// What WeCom's rendered login page shows. Static HTML proves nothing: good and bad domains get the same
// (measured).
enum class LoginPageVerdict { QrShown, DomainMismatch, LinkRefused, OutsideWecom, Unclear };
LoginPageVerdict judgeLoginPage(const QString &pageText, bool qrShown);

} // namespace login
