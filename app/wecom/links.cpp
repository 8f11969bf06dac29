// SPDX-License-Identifier: Apache-2.0
#include "wecom/links.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace wecom {

namespace {

// Everything but letters, digits and -._~ is escaped: a redirect_uri that is not escaped is cut at its first
// & or #.
QString escaped(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QUrl address(const QUrl &host, const QString &path, const QStringList &parameters, const QString &fragment)
{
    QString base = host.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QString text = base + path + u'?' + parameters.join(u'&');
    if (!fragment.isEmpty())
        text += u'#' + fragment;
    return QUrl::fromEncoded(text.toLatin1(), QUrl::StrictMode);
}

// The parameter exactly as it stands in the address.
QString rawParameter(const QUrl &url, const QString &name)
{
    const QString query = url.query(QUrl::FullyEncoded);
    const QStringList parts = query.split(u'&');
    for (const QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals > 0 && part.left(equals) == name)
            return part.mid(equals + 1);
    }
    return {};
}

QString unescaped(const QString &raw)
{
    return QUrl::fromPercentEncoding(raw.toUtf8());
}

std::optional<NocobaseState> fromForm(const QString &form)
{
    if (!form.contains(u"name="_s))
        return std::nullopt;
    const QUrlQuery query(form);
    if (!query.hasQueryItem(u"name"_s))
        return std::nullopt;
    NocobaseState state;
    state.authenticator = query.queryItemValue(u"name"_s, QUrl::FullyDecoded);
    state.application = query.queryItemValue(u"app"_s, QUrl::FullyDecoded);
    state.redirect = query.queryItemValue(u"redirect"_s, QUrl::FullyDecoded);
    return state;
}

} // namespace

QUrl webLoginUrl(const QUrl &loginHost, const QString &companyId, const QString &agentId,
                 const QUrl &redirectUri, const QString &state, const QString &language)
{
    const QString redirect = redirectUri.toString(QUrl::FullyEncoded);
    const QString lang = language.startsWith(u"zh"_s) ? u"zh"_s : u"en"_s;
    return address(loginHost, u"/wwlogin/sso/login"_s,
                   {u"login_type=CorpApp"_s, u"appid="_s + escaped(companyId),
                    u"agentid="_s + escaped(agentId), u"redirect_uri="_s + escaped(redirect),
                    u"state="_s + escaped(state), u"lang="_s + lang},
                   {});
}

QUrl oauthUrl(const QUrl &oauthHost, const QString &companyId, const QString &agentId,
              const QUrl &redirectUri, const QString &state)
{
    // The scope that asks for the phone number; without agentid WeCom silently takes it as snsapi_base.
    const QString redirect = redirectUri.toString(QUrl::FullyEncoded);
    return address(oauthHost, u"/connect/oauth2/authorize"_s,
                   {u"appid="_s + escaped(companyId), u"redirect_uri="_s + escaped(redirect),
                    u"response_type=code"_s, u"scope=snsapi_privateinfo"_s, u"state="_s + escaped(state),
                    u"agentid="_s + escaped(agentId)},
                   u"wechat_redirect"_s);
}

QString foreignSchemeIn(const QUrl &url)
{
    static const QRegularExpression scheme(u"([A-Za-z][A-Za-z0-9+.-]*)://"_s);
    QString text = url.query(QUrl::FullyEncoded) + u' ' + url.fragment(QUrl::FullyEncoded);
    for (int i = 0; i < 3; ++i) // an address in an address is often escaped more than once
        text = unescaped(text);
    auto matches = scheme.globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1).toLower();
        if (name != u"http"_s && name != u"https"_s)
            return name;
    }
    return {};
}

std::optional<LoginLink> parseLoginLink(const QUrl &url)
{
    LoginLink link;
    const QString path = url.path();
    // qrConnect is the older address of the same QR page; products still use it.
    if (path.endsWith(u"/wwlogin/sso/login"_s) || path.endsWith(u"/wwopen/sso/qrConnect"_s))
        link.kind = LinkKind::WebLogin;
    else if (path.endsWith(u"/connect/oauth2/authorize"_s))
        link.kind = LinkKind::OAuth;
    else
        return std::nullopt;

    link.host = url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
    link.companyId = unescaped(rawParameter(url, u"appid"_s));
    link.agentId = unescaped(rawParameter(url, u"agentid"_s));
    link.redirectUriRaw = rawParameter(url, u"redirect_uri"_s);
    QString redirect = unescaped(link.redirectUriRaw);
    if (!redirect.contains(u"://"_s) && redirect.contains(u"%3A%2F%2F"_s, Qt::CaseInsensitive))
        redirect = unescaped(redirect); // escaped twice; the raw text tells
    link.redirectUri = QUrl(redirect, QUrl::TolerantMode);
    link.foreignScheme = foreignSchemeIn(link.redirectUri);
    link.state = unescaped(rawParameter(url, u"state"_s));
    link.scope = link.kind == LinkKind::OAuth ? unescaped(rawParameter(url, u"scope"_s)) : QString();
    return link;
}

std::optional<NocobaseState> parseState(const QString &state)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        state.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    const auto urlSafe = QByteArray::fromBase64Encoding(
        state.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    for (const auto &attempt : {decoded, urlSafe}) {
        if (attempt.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
            continue;
        if (const auto parsed = fromForm(QString::fromUtf8(*attempt)))
            return parsed;
    }
    // Siblings of the plugin put the same form into the state without base64, sometimes escaped once more.
    if (const auto parsed = fromForm(state))
        return parsed;
    return fromForm(unescaped(state));
}

} // namespace wecom
