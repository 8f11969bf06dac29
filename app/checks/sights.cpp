// SPDX-License-Identifier: Apache-2.0
#include "checks/sights.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace checks {

const QList<Sight> &sights()
{
    static const QList<Sight> table{
        {u"signed-in"_s, {}, {}},
        {u"no-button"_s,
         {u"plugin.no-button"_s, u"authenticator.disabled"_s, u"plugin.off"_s},
         u"sign-in-page"_s},
        {u"qr-shown"_s, {u"login.not-scanned"_s}, {}},
        {u"domain-mismatch"_s, {u"domain.callback.mismatch"_s}, {}},
        {u"link-refused"_s,
         {u"domain.callback.mismatch"_s, u"wecom.agent.unknown"_s, u"wecom.company-id.wrong"_s},
         u"ids-first"_s},
        {u"open-in-wecom"_s, {u"login.outside-wecom"_s}, {}},
        {u"no-permission"_s, {u"login.member.out-of-scope"_s}, {}},
        {u"declined"_s, {u"login.declined"_s}, {}},
        {u"not-found"_s, {u"login.callback-missing"_s}, {}},
        {u"no-mobile"_s, {u"login.first-time"_s}, {}},
        {u"user-not-found"_s, {u"login.user-not-found"_s, u"login.first-time"_s}, u"phone-number"_s},
        {u"api-failed"_s,
         {u"login.ip"_s, u"login.member.out-of-scope"_s, u"domain.oauth.mismatch"_s, u"wecom.secret.wrong"_s},
         u"log"_s},
        {u"no-role"_s, {u"login.no-role"_s}, {}},
    };
    return table;
}

const Sight *sightOf(const QString &id)
{
    const auto &table = sights();
    const auto found =
        std::find_if(table.begin(), table.end(), [&id](const Sight &sight) { return sight.id == id; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace checks
