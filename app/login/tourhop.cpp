// SPDX-License-Identifier: Apache-2.0
#include "login/tourhop.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace login {

namespace {

const QStringList &names()
{
    static const QStringList list{u"sign-in-page"_s, u"start"_s,    u"wecom-page"_s, u"scan"_s,
                                  u"confirm"_s,      u"callback"_s, u"session"_s,    u"landing"_s};
    return list;
}

} // namespace

QString tourHopName(TourHop hop)
{
    return names().at(int(hop));
}

std::optional<TourHop> tourHopFromName(const QString &name)
{
    const qsizetype index = names().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(TourHop(index));
}

} // namespace login
