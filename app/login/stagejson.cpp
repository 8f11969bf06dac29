// SPDX-License-Identifier: Apache-2.0
#include "login/stages.h"

#include "net/redactor.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace login {

QString stageName(StageId id)
{
    switch (id) {
    case StageId::SignInPage:
        return u"sign-in-page"_s;
    case StageId::Start:
        return u"start"_s;
    case StageId::WecomPage:
        return u"wecom-page"_s;
    case StageId::Callback:
        return u"callback"_s;
    case StageId::Session:
        return u"session"_s;
    case StageId::Landing:
        return u"landing"_s;
    case StageId::Who:
        return u"who"_s;
    }
    return {};
}

QString stageState(StageState state)
{
    switch (state) {
    case StageState::Open:
        return u"open"_s;
    case StageState::Running:
        return u"running"_s;
    case StageState::Passed:
        return u"passed"_s;
    case StageState::Doubted:
        return u"doubted"_s;
    case StageState::Failed:
        return u"failed"_s;
    case StageState::Stopped:
        return u"stopped"_s;
    }
    return {};
}

QString clockText(std::chrono::milliseconds left)
{
    const qint64 seconds = (left.count() + 999) / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QJsonObject toJson(const Stage &stage)
{
    QJsonObject json{{u"stage"_s, stageName(stage.id)}, {u"state"_s, stageState(stage.state)}};
    if (!stage.told.isEmpty())
        json[u"told"_s] = stage.told;
    if (stage.at.isValid())
        json[u"at"_s] = stage.at.toUTC().toString(Qt::ISODateWithMs);
    if (stage.duration)
        json[u"seconds"_s] = double(stage.duration->count()) / 1000;
    if (stage.limit) {
        json[u"limit"_s] = qint64(stage.limit->time.count());
        json[u"waitsFor"_s] = stage.limit->human ? u"human"_s : u"machine"_s;
    }
    if (!stage.host.isEmpty()) {
        json[u"host"_s] = stage.host;
        json[u"address"_s] = net::redact::url(stage.address).toString();
    }
    if (stage.status > 0)
        json[u"status"_s] = stage.status;
    return json;
}

QJsonObject exported(const Trace &trace)
{
    QJsonObject json = toJson(trace);
    QJsonArray stages;
    const QDateTime end = trace.ended.isValid() ? trace.ended : trace.started;
    for (const Stage &stage : stagesOf(&trace, end))
        stages.append(toJson(stage));
    json[u"schema"_s] = u"wecom-setup-login/1"_s;
    json[u"stages"_s] = stages;
    return json;
}

} // namespace login
