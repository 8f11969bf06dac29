// SPDX-License-Identifier: Apache-2.0
#include "login/trace.h"

#include "login/names.h"
#include "net/redactor.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace login {

QString hopName(HopKind kind)
{
    switch (kind) {
    case HopKind::SignInPage:
        return u"sign-in-page"_s;
    case HopKind::WecomLogin:
        return u"wecom-login"_s;
    case HopKind::WecomOAuth:
        return u"wecom-oauth"_s;
    case HopKind::Callback:
        return u"callback"_s;
    case HopKind::SignInError:
        return u"sign-in-error"_s;
    case HopKind::Landing:
        return u"landing"_s;
    case HopKind::SignedIn:
        return u"signed-in"_s;
    case HopKind::Other:
        return u"other"_s;
    }
    return {};
}

bool endedByFault(Outcome outcome)
{
    return outcome == Outcome::PageFailed || outcome == Outcome::BrowserFailed;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return u"running"_s;
    case Outcome::SignedIn:
        return u"signed-in"_s;
    case Outcome::SignedInWithoutRole:
        return u"signed-in-without-role"_s;
    case Outcome::PluginSentence:
        return u"plugin-sentence"_s;
    case Outcome::NoButton:
        return u"no-button"_s;
    case Outcome::NotSent:
        return u"not-sent"_s;
    case Outcome::DomainMismatch:
        return u"domain-mismatch"_s;
    case Outcome::LinkRefused:
        return u"link-refused"_s;
    case Outcome::OutsideWecom:
        return u"outside-wecom"_s;
    case Outcome::NotScanned:
        return u"not-scanned"_s;
    case Outcome::NotConfirmed:
        return u"not-confirmed"_s;
    case Outcome::Expired:
        return u"expired"_s;
    case Outcome::NotReturned:
        return u"not-returned"_s;
    case Outcome::Declined:
        return u"declined"_s;
    case Outcome::CallbackMissing:
        return u"callback-missing"_s;
    case Outcome::CallbackSilent:
        return u"callback-silent"_s;
    case Outcome::WrongIds:
        return u"wrong-ids"_s;
    case Outcome::PageFailed:
        return u"page-failed"_s;
    case Outcome::BrowserFailed:
        return u"browser-failed"_s;
    case Outcome::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

QString sightName(Sight sight)
{
    switch (sight) {
    case Sight::QrShown:
        return u"qr-shown"_s;
    case Sight::Scanned:
        return u"scanned"_s;
    case Sight::Confirmed:
        return u"confirmed"_s;
    case Sight::Refused:
        return u"refused"_s;
    case Sight::Expired:
        return u"expired"_s;
    }
    return {};
}

std::optional<Sight> sightFromName(const QString &name)
{
    return byName(name, Sight::Expired, sightName);
}

QString howName(How how)
{
    switch (how) {
    case How::Unknown:
        return u"unknown"_s;
    case How::CreatedNow:
        return u"created-now"_s;
    case How::MatchedByPhone:
        return u"matched-by-phone"_s;
    case How::BoundBefore:
        return u"bound-before"_s;
    }
    return {};
}

namespace {

// Parts of a second only where there are any.
QString timeText(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    return at.toUTC().toString(at.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonArray sightingsJson(const QList<Sighting> &sightings)
{
    QJsonArray array;
    for (const Sighting &one : sightings)
        array.append(QJsonObject{{u"what"_s, sightName(one.what)}, {u"at"_s, timeText(one.at)}});
    return array;
}

QJsonArray pausesJson(const QList<Pause> &pauses)
{
    QJsonArray array;
    for (const Pause &pause : pauses)
        array.append(QJsonObject{{u"from"_s, timeText(pause.from)}, {u"to"_s, timeText(pause.to)}});
    return array;
}

QJsonArray hopsJson(const QList<Hop> &hops)
{
    QJsonArray array;
    for (const Hop &hop : hops) {
        // Masked a second time: a hop may have been made by hand.
        array.append(QJsonObject{{u"kind"_s, hopName(hop.kind)},
                                 {u"url"_s, net::redact::url(hop.url).toString()},
                                 {u"at"_s, timeText(hop.at)},
                                 {u"status"_s, hop.status},
                                 {u"proven"_s, hop.proven}});
    }
    return array;
}

QJsonObject linkJson(const wecom::LoginLink &link)
{
    return {{u"kind"_s, link.kind == wecom::LinkKind::OAuth ? u"oauth"_s : u"web-login"_s},
            {u"host"_s, link.host},
            {u"companyId"_s, link.companyId},
            {u"agentId"_s, link.agentId},
            {u"redirectUri"_s, net::redact::url(link.redirectUri).toString()},
            {u"scope"_s, link.scope}};
}

QJsonObject whoJson(const Who &who)
{
    return {{u"id"_s, who.id},
            {u"nickname"_s, who.nickname},
            {u"username"_s, who.username},
            {u"roles"_s, QJsonArray::fromStringList(who.roles)},
            {u"how"_s, howName(who.how)}};
}

} // namespace

QJsonObject toJson(const Trace &trace)
{
    QJsonObject json{{u"outcome"_s, outcomeName(trace.outcome)},
                     {u"started"_s, timeText(trace.started)},
                     {u"ended"_s, timeText(trace.ended)},
                     {u"hops"_s, hopsJson(trace.hops)},
                     {u"sightings"_s, sightingsJson(trace.sightings)}};
    if (trace.pressed.isValid())
        json[u"pressed"_s] = timeText(trace.pressed);
    if (!trace.pauses.isEmpty())
        json[u"pauses"_s] = pausesJson(trace.pauses);
    if (trace.link)
        json[u"link"_s] = linkJson(*trace.link);
    if (trace.state) {
        json[u"state"_s] = QJsonObject{{u"authenticator"_s, trace.state->authenticator},
                                       {u"application"_s, trace.state->application},
                                       {u"redirect"_s, net::redact::text(trace.state->redirect)}};
    }
    if (!trace.sentence.isEmpty())
        json[u"sentence"_s] = net::redact::text(trace.sentence);
    if (trace.who)
        json[u"who"_s] = whoJson(*trace.who);
    if (!trace.fault.isEmpty())
        json[u"fault"_s] = trace.fault;
    if (!trace.faultHost.isEmpty())
        json[u"faultHost"_s] = trace.faultHost;
    return json;
}

} // namespace login
