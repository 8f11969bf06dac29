// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace wecom {

// The two addresses a login may start with.
enum class LinkKind {
    WebLogin, // QR code page for a computer: /wwlogin/sso/login (document path 98171)
    OAuth,    // inside the WeCom client: /connect/oauth2/authorize (document path 96441)
};

struct LoginLink
{
    LinkKind kind = LinkKind::WebLogin;
    QString host; // with port
    QString companyId;
    QString agentId;
    QUrl redirectUri;
    QString redirectUriRaw; // as it stood in the address, for judging its encoding
    QString state;
    QString scope;         // OAuth only
    QString foreignScheme; // of an address inside redirect_uri that is neither http nor https; else empty
};

// state values that NocoBase's WeCom plugin makes: base64("redirect=…&app=main&name=<Auth
// UID>&isWeComBrowser=…").
struct NocobaseState
{
    QString authenticator;
    QString application;
    QString redirect;
};

QUrl webLoginUrl(const QUrl &loginHost, const QString &companyId, const QString &agentId,
                 const QUrl &redirectUri, const QString &state, const QString &language);
QUrl oauthUrl(const QUrl &oauthHost, const QString &companyId, const QString &agentId,
              const QUrl &redirectUri, const QString &state);

// Nothing when the address is neither of the two kinds (host is not looked at: private deployments, the
// rehearsal).
// The scheme of an address of another kind inside an address ("myapp" in "…?next=myapp://x"); WeCom refuses
// such a redirect_uri (jumpserver/jumpserver#16370).
QString foreignSchemeIn(const QUrl &url);
std::optional<LoginLink> parseLoginLink(const QUrl &url);
std::optional<NocobaseState> parseState(const QString &state);

} // namespace wecom
