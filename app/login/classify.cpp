// SPDX-License-Identifier: Apache-2.0
#include "login/classify.h"

#include "net/http.h"

using namespace Qt::StringLiterals;

namespace login {

bool isCallbackPath(const QString &path)
{
    return path.endsWith(u"/wecom:redirect"_s);
}

bool isSignInPath(const QString &path)
{
    return path == u"/signin"_s || path.endsWith(u"/signin"_s) || path.endsWith(u"/signin/"_s);
}

QString squeezed(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (!c.isSpace())
            out.append(c.toLower());
    }
    return out;
}

bool isExpectedLink(const wecom::LoginLink &link, const Expected &expected)
{
    if (link.companyId != expected.companyId || link.agentId != expected.agentId)
        return false;
    if (net::originOf(link.redirectUri) != net::originOf(expected.origin) ||
        !isCallbackPath(link.redirectUri.path()))
        return false;
    // A state we cannot read contradicts nothing: its form is the plugin's own affair.
    const auto state = wecom::parseState(link.state);
    return !state || expected.authenticator.isEmpty() || state->authenticator == expected.authenticator;
}

} // namespace login
