// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wecom/api.h"

#include <QMap>

namespace assistant {

// What "Set it for me" found in WeCom before it wrote, by the check it answers ("domain.oauth",
// "homepage.link"). Kept for this run only: a homepage may carry Company ID and AgentId. Nothing is put back
// where there was nothing before, since WeCom documents no way to clear a setting.
class AgentUndo
{
public:
    void note(const QString &check, const QString &before, const QString &set);
    void forget(const QString &check) { m_kept.remove(check); }
    // What would come back; empty: nothing to put back.
    QString before(const QString &check) const { return m_kept.value(check).before; }
    // Whether WeCom still has what was set, so that nobody's later change is overwritten.
    bool isStill(const QString &check, const wecom::AgentInfo &now) const;
    wecom::AgentChange change(const QString &check) const;

private:
    struct Kept
    {
        QString before, set;
    };
    QMap<QString, Kept> m_kept;
};

// The setting that a check is about, as WeCom has it.
QString settingOf(const QString &check, const wecom::AgentInfo &info);

} // namespace assistant
