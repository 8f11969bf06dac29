// SPDX-License-Identifier: Apache-2.0
#include "login/classify.h"
#include "login/trace.h"

#include <array>

using namespace Qt::StringLiterals;

namespace login {

namespace {

struct Known
{
    Sentence sentence;
    QString english, chinese;
};

// The plugin's strings as NocoBase's public translation tables have them (locales/en-US.json and zh-CN.json).
// The Chinese form of the API sentence is not in them; its sibling of the user synchronisation reads "… API
// 调用失败，请查看日志…".
const std::array<Known, 6> &knownSentences()
{
    static const std::array<Known, 6> table{{
        {Sentence::NoAccessToken, u"Failed to get accessToken"_s, u"未获取到accessToken"_s},
        {Sentence::NoMobile, u"Failed to get mobile"_s, u"未获取到手机号"_s},
        {Sentence::NoUserId, u"Failed to get userid"_s, u"未获取到userid"_s},
        {Sentence::NoCode, u"Authorization code does not exist"_s, u"授权码不存在"_s},
        {Sentence::UserNotFound, u"User not found"_s, u"用户不存在"_s},
        {Sentence::ApiFailed, u"The WeCom API call failed"_s, u"API调用失败"_s},
    }};
    return table;
}

// WeCom's own texts on pages that will not do. "redirect_uri 与配置的授权完成回调域名不一致" is measured on
// the login page; "redirect_uri需使用应用可信域名" and "redirect_uri参数错误" are those of the page inside
// the client. -31039 is the login component's number for the same (document path 98152).
bool saysDomainMismatch(const QString &text)
{
    return text.contains(u"redirect_uri"_s) || text.contains(u"回调域名不一致"_s) ||
           text.contains(u"-31039"_s);
}

bool saysLinkRefused(const QString &text)
{
    return text.contains(u"该链接无法访问"_s);
}

// The second one comes up when the id is that of a WeChat public account (document path 90315).
bool saysOutsideWecom(const QString &text)
{
    return text.contains(u"请在企业微信客户端打开链接"_s) || text.contains(u"请在微信客户端打开链接"_s);
}

} // namespace

Sentence sentenceOf(const QString &shown)
{
    const QString text = squeezed(shown);
    if (text.isEmpty())
        return Sentence::None;
    for (const Known &known : knownSentences()) {
        if (text.contains(squeezed(known.english)) || text.contains(squeezed(known.chinese)))
            return known.sentence;
    }
    return Sentence::Other;
}

QString publicSentence(Sentence sentence)
{
    for (const Known &known : knownSentences()) {
        if (known.sentence == sentence)
            return known.english;
    }
    return {};
}

LoginPageVerdict judgeLoginPage(const QString &pageText, bool qrShown)
{
    const QString text = squeezed(pageText);
    if (saysOutsideWecom(text))
        return LoginPageVerdict::OutsideWecom;
    if (saysLinkRefused(text))
        return LoginPageVerdict::LinkRefused;
    if (saysDomainMismatch(text))
        return LoginPageVerdict::DomainMismatch;
    return qrShown ? LoginPageVerdict::QrShown : LoginPageVerdict::Unclear;
}

} // namespace login
