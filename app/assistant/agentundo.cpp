// SPDX-License-Identifier: Apache-2.0
#include "assistant/agentundo.h"

using namespace Qt::StringLiterals;

namespace assistant {

namespace {

bool isHomepage(const QString &check)
{
    return check == u"homepage.link"_s;
}

} // namespace

QString settingOf(const QString &check, const wecom::AgentInfo &info)
{
    return (isHomepage(check) ? info.homeUrl : info.redirectDomain).trimmed();
}

void AgentUndo::note(const QString &check, const QString &before, const QString &set)
{
    if (before.isEmpty() || before.compare(set, Qt::CaseInsensitive) == 0)
        forget(check);
    else
        m_kept.insert(check, {before, set});
}

bool AgentUndo::isStill(const QString &check, const wecom::AgentInfo &now) const
{
    return settingOf(check, now).compare(m_kept.value(check).set, Qt::CaseInsensitive) == 0;
}

wecom::AgentChange AgentUndo::change(const QString &check) const
{
    wecom::AgentChange change;
    (isHomepage(check) ? change.homeUrl : change.redirectDomain) = before(check);
    return change;
}

} // namespace assistant
