// SPDX-License-Identifier: Apache-2.0
#include "login/names.h"
#include "login/trace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace login {

namespace {

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

Hop hopOf(const QJsonValue &json)
{
    return {byName(json[u"kind"_s].toString(), HopKind::Other, hopName).value_or(HopKind::Other),
            QUrl(json[u"url"_s].toString()), timeOf(json[u"at"_s]), json[u"status"_s].toInt(),
            json[u"proven"_s].toBool()};
}

wecom::LoginLink linkOf(const QJsonValue &json)
{
    wecom::LoginLink link;
    link.kind = json[u"kind"_s] == u"oauth"_s ? wecom::LinkKind::OAuth : wecom::LinkKind::WebLogin;
    link.host = json[u"host"_s].toString();
    link.companyId = json[u"companyId"_s].toString();
    link.agentId = json[u"agentId"_s].toString();
    link.redirectUri = QUrl(json[u"redirectUri"_s].toString());
    link.scope = json[u"scope"_s].toString();
    return link;
}

Who whoOf(const QJsonValue &json)
{
    Who who;
    who.id = json[u"id"_s].toInteger();
    who.nickname = json[u"nickname"_s].toString();
    who.username = json[u"username"_s].toString();
    const QJsonArray roles = json[u"roles"_s].toArray();
    for (const auto &role : roles)
        who.roles.append(role.toString());
    who.hasRole = !who.roles.isEmpty();
    who.how = byName(json[u"how"_s].toString(), How::BoundBefore, howName).value_or(How::Unknown);
    return who;
}

} // namespace

std::optional<Trace> traceFromJson(const QJsonObject &json)
{
    Trace trace;
    trace.started = timeOf(json[u"started"_s]);
    const auto outcome = byName(json[u"outcome"_s].toString(), Outcome::Cancelled, outcomeName);
    if (!trace.started.isValid() || !outcome)
        return std::nullopt;
    trace.outcome = *outcome;
    trace.ended = timeOf(json[u"ended"_s]);
    trace.pressed = timeOf(json[u"pressed"_s]);
    const QJsonArray hops = json[u"hops"_s].toArray();
    for (const auto &hop : hops)
        trace.hops.append(hopOf(hop));
    const QJsonArray sightings = json[u"sightings"_s].toArray();
    for (const auto &one : sightings) {
        if (const auto what = sightFromName(one[u"what"_s].toString()))
            trace.sightings.append({*what, timeOf(one[u"at"_s])});
    }
    const QJsonArray pauses = json[u"pauses"_s].toArray();
    for (const auto &pause : pauses)
        trace.pauses.append({timeOf(pause[u"from"_s]), timeOf(pause[u"to"_s])});
    if (json[u"link"_s].isObject())
        trace.link = linkOf(json[u"link"_s]);
    if (json[u"who"_s].isObject())
        trace.who = whoOf(json[u"who"_s]);
    trace.sentence = json[u"sentence"_s].toString();
    trace.fault = json[u"fault"_s].toString();
    trace.faultHost = json[u"faultHost"_s].toString();
    return trace;
}

} // namespace login
