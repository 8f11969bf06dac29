// SPDX-License-Identifier: Apache-2.0
#include "login/classify.h"
#include "login/trace.h"
#include "net/http.h"
#include "net/redactor.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace login {

namespace {

QString queryValue(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

QString decodedFormText(QString text)
{
    return text.replace(u'+', u' '); // a query's "+" is a space
}

} // namespace

Tracer::Tracer(Expected expected, QDateTime started) : m_expected(std::move(expected))
{
    m_trace.started = started;
}

bool Tracer::onNocobase(const QUrl &raw) const
{
    const QString origin = net::originOf(raw);
    if (origin != net::originOf(m_expected.nocobase) && origin != net::originOf(m_expected.origin))
        return false;
    return !pathInNocobase(raw).isEmpty();
}

// Path below NocoBase's own base path, with a leading slash; empty when the address is outside it.
QString Tracer::pathInNocobase(const QUrl &raw) const
{
    QString base = m_expected.nocobase.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    const QString path = raw.path().isEmpty() ? u"/"_s : raw.path();
    if (!path.startsWith(base))
        return {};
    const QString rest = path.mid(base.size());
    return rest.isEmpty() ? u"/"_s : rest.startsWith(u'/') ? rest : QString();
}

HopKind Tracer::kindOf(const QUrl &raw) const
{
    // The callback counts on any host: an address with an internal host is exactly what a wrong Origin
    // produces.
    if (isCallbackPath(raw.path()))
        return HopKind::Callback;
    if (!onNocobase(raw)) {
        // Known by path and not by host: private deployments and the rehearsal have hosts of their own.
        if (raw.path().endsWith(u"/connect/oauth2/authorize"_s))
            return HopKind::WecomOAuth;
        if (raw.path().endsWith(u"/wwlogin/sso/login"_s) || raw.path().endsWith(u"/wwopen/sso/qrConnect"_s))
            return HopKind::WecomLogin;
        return HopKind::Other;
    }
    const QUrlQuery query(raw);
    if (isSignInPath(pathInNocobase(raw)))
        return query.hasQueryItem(u"error"_s) ? HopKind::SignInError : HopKind::SignInPage;
    if (query.hasQueryItem(u"token"_s))
        return HopKind::Landing;
    return m_landed ? HopKind::SignedIn : HopKind::Other;
}

bool Tracer::isProven(HopKind kind, const QUrl &raw) const
{
    switch (kind) {
    case HopKind::SignInPage:
        return true;
    case HopKind::WecomLogin:
    case HopKind::WecomOAuth: {
        const auto link = wecom::parseLoginLink(raw);
        return link && isExpectedLink(*link, m_expected);
    }
    case HopKind::Callback:
        return !queryValue(raw, u"code"_s).isEmpty() &&
               net::originOf(raw) == net::originOf(m_expected.origin);
    case HopKind::Landing: {
        const QString name = queryValue(raw, u"authenticator"_s);
        return !queryValue(raw, u"token"_s).isEmpty() &&
               (m_expected.authenticator.isEmpty() || name == m_expected.authenticator);
    }
    case HopKind::SignedIn:
        return !m_token.isEmpty();
    case HopKind::SignInError:
    case HopKind::Other:
        return false;
    }
    return false;
}

// Pages that change their own address by script are still the same hop.
bool Tracer::continuesLastHop(HopKind kind) const
{
    if (m_trace.hops.isEmpty() || m_trace.hops.last().kind != kind)
        return false;
    return kind == HopKind::SignedIn || kind == HopKind::SignInPage || kind == HopKind::WecomLogin ||
           kind == HopKind::WecomOAuth;
}

// What must be remembered of an address before it is masked.
void Tracer::takeOver(HopKind kind, const QUrl &raw)
{
    if (kind == HopKind::WecomLogin || kind == HopKind::WecomOAuth) {
        auto link = wecom::parseLoginLink(raw);
        if (!link)
            return;
        m_trace.state = wecom::parseState(link->state);
        link->state.clear();
        link->redirectUri = net::redact::url(link->redirectUri);
        link->redirectUriRaw = net::redact::text(link->redirectUriRaw);
        m_trace.link = link;
    } else if (kind == HopKind::Callback) {
        m_sawCode = m_sawCode || !queryValue(raw, u"code"_s).isEmpty();
    } else if (kind == HopKind::Landing) {
        m_token = vault::Secret::fromText(queryValue(raw, u"token"_s));
        m_landed = true;
    } else if (kind == HopKind::SignInError) {
        m_trace.sentence = net::redact::text(decodedFormText(queryValue(raw, u"error"_s)));
    }
}

void Tracer::requested(const QUrl &raw, const QDateTime &at)
{
    if (!raw.isValid() || (raw.scheme() != u"http"_s && raw.scheme() != u"https"_s))
        return; // about:blank and the like are no hops
    const QByteArray stamp = vault::runStamp(raw.adjusted(QUrl::RemoveFragment).toEncoded());
    if (stamp == m_lastStamp)
        return;
    m_lastStamp = stamp;
    const HopKind kind = kindOf(raw);
    if (continuesLastHop(kind))
        return;
    takeOver(kind, raw);
    m_trace.hops.append(Hop{kind, net::redact::url(raw), at, 0, isProven(kind, raw)});
}

void Tracer::finalStatus(int status)
{
    if (m_trace.hops.isEmpty() || status <= 0)
        return;
    Hop &hop = m_trace.hops.last();
    hop.status = status;
    if (status >= 400)
        hop.proven = false;
}

void Tracer::rendered(const QString &pageText, bool qrShown)
{
    if (m_trace.hops.isEmpty())
        return;
    const HopKind kind = m_trace.hops.last().kind;
    const bool onSignIn = kind == HopKind::SignInPage || kind == HopKind::SignInError;
    // Some versions show the sentence on the page only.
    if (onSignIn && m_sawCode && m_trace.sentence.isEmpty()) {
        const Sentence found = sentenceOf(pageText);
        if (found != Sentence::None && found != Sentence::Other)
            m_trace.sentence = publicSentence(found);
    }
    const LoginPageVerdict verdict = judgeLoginPage(pageText, qrShown);
    const bool refused = verdict != LoginPageVerdict::QrShown && verdict != LoginPageVerdict::Unclear;
    if (refused && (kind == HopKind::WecomLogin || kind == HopKind::WecomOAuth))
        m_trace.hops.last().proven = false;
}

void Tracer::looked(const QUrl &raw, const QString &pageText, bool qrShown, const QDateTime &at)
{
    const auto isWecoms = [](HopKind kind) {
        return kind == HopKind::WecomLogin || kind == HopKind::WecomOAuth;
    };
    if (m_trace.hops.isEmpty() || !isWecoms(m_trace.hops.last().kind) || !isWecoms(kindOf(raw)))
        return;
    const auto sight = sightOf(pageText, qrShown);
    if (sight && (m_trace.sightings.isEmpty() || m_trace.sightings.last().what != *sight))
        m_trace.sightings.append({*sight, at});
}

void Tracer::pressed(const QDateTime &at)
{
    if (!m_trace.pressed.isValid())
        m_trace.pressed = at;
}

void Tracer::held(bool on, const QDateTime &at)
{
    const bool isHeld = !m_trace.pauses.isEmpty() && !m_trace.pauses.last().to.isValid();
    if (on && !isHeld)
        m_trace.pauses.append({at, {}});
    else if (!on && isHeld)
        m_trace.pauses.last().to = at;
}

void Tracer::finish(Outcome outcome, const QDateTime &at)
{
    m_trace.outcome = outcome;
    m_trace.ended = at;
    held(false, at);
}

void Tracer::setWho(const Who &who)
{
    m_trace.who = who;
}

void Tracer::setFault(const QString &name, const net::Fault &whole)
{
    m_trace.fault = name;
    m_trace.faultHost = whole.param(u"host"_s);
    m_trace.whole = whole;
}

} // namespace login
