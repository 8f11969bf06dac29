// SPDX-License-Identifier: Apache-2.0
#include "demo/wecomside.h"

#include "demo/qrsvg.h"
#include "wecom/links.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace demo {

namespace {

constexpr int domainMismatch = -31039; // document 98152: redirect_uri is not under the configured domain
const char clientAgent[] = "Mozilla/5.0 (rehearsal) wxwork/5.0.6 MicroMessenger/7.0.1 Language/zh";

Answer notice(const QString &chinese, const QString &english)
{
    Answer answer = Answer::page(u"notice.html"_s);
    answer.body.replace("{{zh}}", chinese.toHtmlEscaped().toUtf8());
    answer.body.replace("{{en}}", english.toHtmlEscaped().toUtf8());
    return answer;
}

// WeCom also refuses a redirect_uri with another address of a foreign scheme inside.
bool hasForeignScheme(const QUrl &redirect)
{
    static const QRegularExpression scheme(u"([A-Za-z][A-Za-z0-9+.-]*)://"_s);
    auto matches = scheme.globalMatch(redirect.query(QUrl::FullyDecoded));
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1).toLower();
        if (name != u"http"_s && name != u"https"_s)
            return true;
    }
    return false;
}

bool isWebAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == u"http"_s || url.scheme() == u"https"_s);
}

QString withParameters(const QUrl &redirect, const QString &code, const QString &state, const QString &appId)
{
    QUrl url = redirect;
    QUrlQuery query(url);
    if (!code.isEmpty())
        query.addQueryItem(u"code"_s, code);
    query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(state)));
    if (!appId.isEmpty())
        query.addQueryItem(u"appid"_s, appId);
    url.setQuery(query);
    return QString::fromLatin1(url.toEncoded());
}

} // namespace

Answer WecomSide::answer(const Call &call)
{
    {
        const std::lock_guard lock(m_world.mutex);
        if (m_world.httpsOnly && call.header("x-forwarded-proto") != "https") {
            Answer moved = Answer::nothing(301);
            moved.headers.append({"Location", "https://" + call.header("host") + call.path.toUtf8()});
            return moved;
        }
        if (call.path.startsWith(u"/cgi-bin/"_s))
            return api(call);
    }
    // Good and bad parameters get the same document: only its script finds out.
    if (call.path == u"/wwlogin/sso/login"_s || call.path == u"/wwopen/sso/qrConnect"_s)
        return Answer::page(u"login.html"_s);
    if (call.path == u"/wwlogin/monoApi/sso/login/open"_s)
        return openPage(call);
    if (call.path == u"/wwlogin/monoApi/sso/login/getWebQrCodeStatus"_s)
        return pollPage(call);
    if (call.path == u"/wwlogin/sso/qrcode"_s)
        return picture(call);
    if (call.path == u"/connect/oauth2/authorize"_s)
        return authorize(call);
    if (call.path == u"/wwopen/uriconfirm"_s)
        return notice(u"redirect_uri需使用应用可信域名"_s,
                      u"redirect_uri must use the app's trusted domain"_s);
    if (call.path == u"/phone"_s || call.path.startsWith(u"/phone/"_s))
        return phone(call);
    if (const auto shared = sharedAnswer(m_world, call))
        return *shared;
    return Answer::nothing(404);
}

Answer WecomSide::openPage(const Call &call)
{
    QString search = call.json().value(u"search"_s).toString();
    const QUrlQuery query(search.remove(0, search.startsWith(u'?') ? 1 : 0));
    const auto value = [&query](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    const QUrl redirect(value(u"redirect_uri"_s), QUrl::StrictMode);
    const QString type = value(u"login_type"_s);

    const std::lock_guard lock(m_world.mutex);
    const QString agentId = value(u"agentid"_s);
    const bool knownApp = value(u"appid"_s) == m_world.companyIdNow() &&
                          (agentId == QString::number(m_world.app.agentId) ||
                           agentId == QString::number(m_world.agentIdOfSecret()));
    if (!knownApp || !isWebAddress(redirect) || hasForeignScheme(redirect) ||
        (!type.isEmpty() && type != u"CorpApp"_s)) {
        return Answer::json(QJsonObject{{u"errCode"_s, 40013}, {u"errMsg"_s, u"该链接无法访问"_s}});
    }
    if (domainOf(redirect) != m_world.app.callbackDomain) {
        return Answer::json(QJsonObject{{u"errCode"_s, domainMismatch},
                                        {u"errMsg"_s, u"redirect_uri 与配置的授权完成回调域名不一致"_s}});
    }
    LoginPage page;
    page.redirect = redirect;
    page.state = value(u"state"_s);
    page.appId = value(u"appid"_s);
    page.agentId = agentId;
    page.made = m_world.now();
    page.polled = steady_clock::now();
    const QString key = randomText(8);
    m_world.pages.insert(key, page);
    m_world.latestPage = key;
    return Answer::json(QJsonObject{{u"errCode"_s, 0}, {u"key"_s, key}, {u"appName"_s, m_world.app.name}});
}

Answer WecomSide::pollPage(const Call &call)
{
    const QString key = call.json().value(u"webKey"_s).toString();
    LoginPage agreed;
    {
        const std::lock_guard lock(m_world.mutex);
        const auto page = m_world.pages.find(key);
        const auto says = [](const QString &status, const QString &location = {}) {
            return Answer::json(
                QJsonObject{{u"data"_s, QJsonObject{{u"status"_s, status}, {u"location"_s, location}}}});
        };
        if (page == m_world.pages.end() || isTooOld(*page))
            return says(u"QRCODE_SCAN_ERR"_s);
        page->polled = steady_clock::now();
        if (page->status == LoginPage::Status::Never)
            return says(u"QRCODE_SCAN_NEVER"_s);
        if (page->status == LoginPage::Status::Scanned || m_world.gate.isHeld(login::TourHop::Callback))
            return says(u"QRCODE_SCAN_ING"_s);
        if (page->status == LoginPage::Status::Declined)
            return says(u"QRCODE_SCAN_FAIL"_s, withParameters(page->redirect, {}, page->state, {}));
        agreed = *page;
    }
    openInWecom(agreed);
    const std::lock_guard lock(m_world.mutex);
    const auto page = m_world.pages.find(key);
    if (page == m_world.pages.end())
        return Answer::nothing(404);
    if (page->code.isEmpty())
        page->code = makeCode(m_world.phoneHolder(), page->redirect, false);
    const QString location = withParameters(page->redirect, page->code, page->state, page->appId);
    const QJsonObject data{
        {u"status"_s, u"QRCODE_SCAN_SUCC"_s}, {u"auth_code"_s, page->code}, {u"location"_s, location}};
    return Answer::json(QJsonObject{{u"data"_s, data}});
}

Answer WecomSide::picture(const Call &call)
{
    const std::lock_guard lock(m_world.mutex);
    const QString key = call.param(u"key"_s);
    if (!m_world.pages.contains(key))
        return Answer::nothing(404);
    const QString confirm = m_world.wecomUrl.toString(QUrl::StripTrailingSlash) + u"/phone?key="_s + key;
    return {200, "image/svg+xml", qrSvg(confirm.toUtf8()), {}};
}

QString WecomSide::makeCode(Visitor visitor, const QUrl &redirect, bool privateInfo)
{
    const QString text = u"rehearsal-code-"_s + randomText(24);
    m_world.codes.insert(text, {visitor, redirect, privateInfo, false, m_world.now()});
    return text;
}

Answer WecomSide::authorize(const Call &call)
{
    if (!call.isWecomClient())
        return notice(u"请在企业微信客户端打开链接"_s, u"Open this link in the WeCom client"_s);
    const QUrl redirect(call.param(u"redirect_uri"_s), QUrl::StrictMode);
    const QString agentId = call.param(u"agentid"_s);
    const std::lock_guard lock(m_world.mutex);
    const auto refused = [&](const QString &kind) {
        QUrl target = m_world.wecomUrl;
        target.setPath(u"/wwopen/uriconfirm"_s);
        QUrlQuery query;
        query.addQueryItem(u"err_type"_s, kind);
        query.addQueryItem(
            u"uri"_s, QString::fromLatin1(QUrl::toPercentEncoding(redirect.toString(QUrl::FullyEncoded))));
        target.setQuery(query);
        return Answer::redirect(target);
    };
    if (call.param(u"appid"_s) != m_world.companyIdNow() || call.param(u"response_type"_s) != u"code"_s ||
        !isWebAddress(redirect))
        return refused(u"param_err"_s);
    if (domainOf(redirect) != m_world.app.redirectDomain)
        return refused(u"domain_err"_s);
    // Without agentid, snsapi_privateinfo is silently taken as snsapi_base.
    const bool privateInfo = call.param(u"scope"_s) == u"snsapi_privateinfo"_s && !agentId.isEmpty();
    if (privateInfo && m_world.phoneHolder() != Visitor::Colleague)
        return notice(u"你不在该应用的可见范围内，请联系管理员"_s,
                      u"You are not among this app's allowed users"_s);
    const bool declined = m_world.fault(u"login.declined"_s) && privateInfo;
    const QString code = declined ? QString() : makeCode(m_world.phoneHolder(), redirect, privateInfo);
    return Answer::redirect(
        QUrl::fromEncoded(withParameters(redirect, code, call.param(u"state"_s), {}).toLatin1()));
}

void WecomSide::openInWecom(const LoginPage &page)
{
    const auto state = wecom::parseState(page.state);
    QUrl address;
    {
        const std::lock_guard lock(m_world.mutex);
        const bool ours = domainOf(page.redirect) == domainOf(m_world.nocobaseUrl);
        if (!ours || !state || m_world.fault(u"login.first-time"_s) ||
            m_world.phoneHolder() != Visitor::Colleague || m_world.knownMobiles.contains(sample::userId()))
            return;
        const QString inside =
            u"redirect=&app=main&name="_s + state->authenticator + u"&isWeComBrowser=true"_s;
        address = wecom::oauthUrl(m_world.wecomUrl, page.appId, page.agentId, page.redirect,
                                  QString::fromLatin1(inside.toUtf8().toBase64()));
    }
    for (int hop = 0; hop < 2; ++hop) {
        const auto fetched = fetch("GET", address, {{"User-Agent", clientAgent}});
        if (!fetched || fetched->location.isEmpty())
            return;
        address = QUrl::fromEncoded(fetched->location);
    }
}

} // namespace demo
