// SPDX-License-Identifier: Apache-2.0
#include "wecom/identifiers.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace wecom {

namespace {

bool matches(const QRegularExpression &shape, const QString &value)
{
    return shape.match(value).hasMatch();
}

bool isInvisible(QChar c)
{
    // Zero-width marks, byte order mark, soft hyphen and direction marks: phones and chats add them to copied
    // text.
    const char16_t u = c.unicode();
    return (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2060 && u <= 0x2064) ||
           u == 0xFEFF || u == 0x00AD;
}

// Services whose host names belong to somebody else than the company; the console refuses them ("third-party
// provider").
const QStringList &sharedSuffixes()
{
    static const QStringList suffixes = {
        u"ngrok.io"_s,
        u"ngrok.app"_s,
        u"ngrok.dev"_s,
        u"ngrok-free.app"_s,
        u"ngrok-free.dev"_s,
        u"trycloudflare.com"_s,
        u"workers.dev"_s,
        u"pages.dev"_s,
        u"loca.lt"_s,
        u"localtunnel.me"_s,
        u"serveo.net"_s,
        u"localhost.run"_s,
        u"lhr.life"_s,
        u"cpolar.cn"_s,
        u"cpolar.top"_s,
        u"cpolar.io"_s,
        u"natappfree.cc"_s,
        u"natapp1.cc"_s,
        u"natapp4.cc"_s,
        u"vicp.net"_s,
        u"vicp.fun"_s,
        u"oicp.net"_s,
        u"imwork.net"_s,
        u"zicp.vip"_s,
        u"gzdata.cn"_s,
        u"sunnyngrok.com"_s,
        u"free.idcfengye.com"_s,
        u"tencentcs.com"_s,
        u"apigw.tencentcs.com"_s,
        u"service.tcloudbase.com"_s,
        u"tcloudbaseapp.com"_s,
        u"fcapp.run"_s,
        u"fc.aliyuncs.com"_s,
        u"aliyuncs.com"_s,
        u"myqcloud.com"_s,
        u"vercel.app"_s,
        u"netlify.app"_s,
        u"herokuapp.com"_s,
        u"onrender.com"_s,
        u"railway.app"_s,
        u"fly.dev"_s,
        u"github.io"_s,
        u"gitee.io"_s,
        u"run.app"_s,
        u"web.app"_s,
        u"firebaseapp.com"_s,
        u"azurewebsites.net"_s,
        u"repl.co"_s,
        u"replit.app"_s,
        u"deno.dev"_s,
        u"nip.io"_s,
        u"sslip.io"_s,
        u"zeabur.app"_s,
        u"sealosgzg.site"_s,
        u"devtunnels.ms"_s,
        u"ts.net"_s,
    };
    return suffixes;
}

bool isUnder(const QString &host, const QString &suffix)
{
    return host == suffix || host.endsWith(u'.' + suffix);
}

} // namespace

bool isRefused(Shape shape)
{
    return shape == Shape::Masked || shape == Shape::Wrong;
}

QString cleaned(const QString &pasted)
{
    QString out;
    out.reserve(pasted.size());
    for (const QChar c : pasted) {
        const char16_t u = c.unicode();
        if (isInvisible(c) || c == u'\n' || c == u'\r' || c == u'\t')
            continue;
        if (u >= 0xFF01 && u <= 0xFF5E)
            out +=
                QChar(char16_t(u - 0xFEE0)); // full-width forms of ASCII, as Chinese input methods type them
        else if (u == 0x3000)
            out += u' ';
        else
            out += c;
    }
    return out.trimmed();
}

bool isMasked(const QString &value)
{
    static const QRegularExpression masked(u"[*\\x{2022}\\x{25CF}]{3,}"_s);
    return matches(masked, value);
}

Shape companyIdShape(const QString &value)
{
    static const QRegularExpression good(u"\\Aww[0-9a-f]{16}\\z"_s);
    static const QRegularExpression either(u"\\Awx[0-9a-f]{16}\\z"_s);
    static const QRegularExpression possible(u"\\A[A-Za-z0-9_-]+\\z"_s);
    if (value.isEmpty())
        return Shape::Empty;
    if (isMasked(value))
        return Shape::Masked;
    if (matches(good, value))
        return Shape::Good;
    // Companies that joined early have one beginning with wx too, so this is a hint and no refusal.
    if (matches(either, value))
        return Shape::PublicAccount;
    return matches(possible, value) ? Shape::Unusual : Shape::Wrong;
}

Shape agentIdShape(const QString &value)
{
    static const QRegularExpression modern(u"\\A10\\d{5}\\z"_s);
    static const QRegularExpression digits(u"\\A\\d{1,10}\\z"_s);
    static const QRegularExpression consoleNumber(u"\\A\\d{11,20}\\z"_s);
    if (value.isEmpty())
        return Shape::Empty;
    if (isMasked(value))
        return Shape::Masked;
    if (matches(modern, value))
        return Shape::Good;
    if (matches(digits, value))
        return value.toLongLong() > 0 ? Shape::Unusual : Shape::Wrong;
    return matches(consoleNumber, value) ? Shape::ConsoleNumber : Shape::Wrong;
}

Shape secretShape(const QString &value)
{
    static const QRegularExpression good(u"\\A[A-Za-z0-9_-]{43}\\z"_s);
    static const QRegularExpression ofPublicAccount(u"\\A[0-9a-f]{32}\\z"_s); // its AppSecret
    static const QRegularExpression visible(u"\\A[\\x21-\\x7E]+\\z"_s);
    if (value.isEmpty())
        return Shape::Empty;
    if (isMasked(value))
        return Shape::Masked;
    if (matches(good, value))
        return Shape::Good;
    if (matches(ofPublicAccount, value))
        return Shape::PublicAccount;
    return matches(visible, value) ? Shape::Unusual : Shape::Wrong;
}

DomainRule domainRule(const QUrl &origin)
{
    const QString host = origin.host(QUrl::FullyEncoded).toLower();
    if (host.isEmpty())
        return DomainRule::NotADomain;
    if (host == u"localhost"_s || host.endsWith(u".localhost"_s))
        return DomainRule::Localhost;
    QHostAddress address;
    if (address.setAddress(host))
        return DomainRule::IpAddress;
    if (host.contains(u'_'))
        return DomainRule::Underscore;
    static const QRegularExpression domain(
        u"\\A(?=.{4,253}\\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{2,63}\\z"_s);
    if (!matches(domain, host))
        return DomainRule::NotADomain;
    for (const QString &suffix : sharedSuffixes()) {
        if (isUnder(host, suffix))
            return DomainRule::SharedService;
    }
    return DomainRule::Good;
}

QString consoleDomain(const QUrl &origin)
{
    QString host = origin.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    const int standard = origin.scheme().compare(u"https"_s, Qt::CaseInsensitive) == 0 ? 443 : 80;
    const int port = origin.port(standard);
    return host.isEmpty() || port == standard ? host : host + u':' + QString::number(port);
}

bool isOwnershipFileName(const QString &name)
{
    static const QRegularExpression shape(u"\\AWW_verify_[A-Za-z0-9]{16}\\.txt\\z"_s);
    return matches(shape, name);
}

} // namespace wecom
