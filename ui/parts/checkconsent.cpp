// SPDX-License-Identifier: Apache-2.0
#include "parts/checkconsent.h"

#include "checks/actions.h"
#include "parts/checklist.h"

#include <array>

namespace ui {

using namespace Qt::StringLiterals;
namespace action = checks::action;

namespace {

constexpr int manySettings = 15; // of the twenty that WeCom takes a month

bool is(const checks::Finding &finding, const char *known)
{
    return finding.action == QLatin1String(known);
}

QString beforeAndAfter(const checks::Finding &finding, const QString &after)
{
    const auto now = finding.evidence.value(u"found"_s).toString();
    return CheckList::tr("In WeCom now: %1").arg(now.isEmpty() ? CheckList::tr("nothing") : now) + u'\n' +
           CheckList::tr("Afterwards: %1").arg(after);
}

QString domainConsent(const checks::Finding &finding, const assistant::SetupSession *session)
{
    const int settings = session ? session->domainSettingsThisMonth() : 0;
    const auto change = beforeAndAfter(finding, finding.evidence.value(u"expected"_s).toString());
    if (settings < manySettings)
        return change;
    return change + u'\n' +
           CheckList::tr("This program has set the domain %1 times this month. WeCom takes 20 a month of a "
                         "company, also counting those made by hand.")
               .arg(settings);
}

} // namespace

QString consentFor(const checks::Finding &finding, const assistant::SetupSession *session)
{
    if (is(finding, action::askServer) && session && !session->mayAskServer())
        return CheckList::tr("To look from your NocoBase server, a custom request is created there and "
                             "removed again. The server's log then holds a token that works for at most two "
                             "hours.");
    if (is(finding, action::sendSecret))
        return CheckList::tr(
            "After too many wrong Secrets WeCom blocks this network for an hour, and with it "
            "your server if it shares the address. Send this one only if you have just "
            "copied it.");
    if (is(finding, action::setTrustedDomain))
        return domainConsent(finding, session);
    if (is(finding, action::setHomepage) && session)
        return beforeAndAfter(finding, session->homepageLink());
    if (is(finding, action::enablePlugin))
        return CheckList::tr("Enabling the plugin restarts NocoBase for everyone who works in it now. It "
                             "takes about a minute.");
    if (is(finding, action::trustCertificate))
        return CheckList::tr("Trust this certificate only if its fingerprint is the one your server's "
                             "administrator tells you:") +
               u'\n' + CheckList::certificateText(finding.evidence);
    return {};
}

QString consentButton(const checks::Finding &finding)
{
    const auto labels = std::to_array<std::pair<const char *, QString>>({
        {action::askServer, CheckList::tr("Ask through NocoBase")},
        {action::enablePlugin, CheckList::tr("Enable it now")},
        {action::trustCertificate, CheckList::tr("Trust this certificate")},
        {action::sendSecret, CheckList::tr("Send it")},
        {action::setTrustedDomain, CheckList::tr("Set it in WeCom")},
        {action::setHomepage, CheckList::tr("Set it in WeCom")},
    });
    for (const auto &[id, label] : labels) {
        if (is(finding, id))
            return label;
    }
    return {};
}

} // namespace ui
