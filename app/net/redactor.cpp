// SPDX-License-Identifier: Apache-2.0
#include "net/redactor.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <initializer_list>

namespace net::redact {

using namespace Qt::StringLiterals;

namespace {

QString mask()
{
    return u"***"_s;
}

// "X-New-Token", "x_new_token" and "xNewToken" are one name.
QString folded(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return plain;
}

// Names that are also used for numbers which are no secret: {"code": 0}, "error code: 40029".
bool mayBeNumber(const QString &name)
{
    const QString plain = folded(name);
    return plain == u"code"_s || plain == u"state"_s;
}

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::DotMatchesEverythingOption);
}

// Rewrites every match by a function; what the function leaves alone is searched again from its second
// character on, since "redirect_uri=https://x/?code=1" holds another pair inside the value of the first.
template<class Rewrite>
QString rewritten(QString text, const QRegularExpression &expression, Rewrite rewrite)
{
    qsizetype from = 0;
    while (true) {
        const QRegularExpressionMatch match = expression.match(text, from);
        if (!match.hasMatch())
            return text;
        const QString better = rewrite(match);
        if (better == match.captured()) {
            from = match.capturedStart() + 1;
        } else {
            text.replace(match.capturedStart(), match.capturedLength(), better);
            from = match.capturedStart() + better.size();
        }
    }
}

// Bearer tokens and JSON Web Tokens are known by their looks, whatever they are called.
QString withoutTokens(const QString &text)
{
    static const QRegularExpression bearer(
        u"\\b(Bearer|Basic|Negotiate|Digest)(\\s+|%20|\\+)[^\\s\"'<>,;&]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jwt(u"\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*)?"_s);
    static const QRegularExpression userInfo(u"(://)[^/\\s\"'<>@?#]+@"_s);
    QString result = text;
    // "Basic" and "Digest" are words as well: only what has a digit or padding in it, or is long, is a
    // credential.
    result = rewritten(result, bearer, [](const QRegularExpressionMatch &match) {
        const QString value = match.captured().mid(match.captured(1).size() + match.captured(2).size());
        const bool plainWord = value.size() < 16 && std::all_of(value.cbegin(), value.cend(), [](QChar c) {
                                   return c.isLower() || c == u'.';
                               });
        return plainWord ? match.captured() : match.captured(1) + match.captured(2) + mask();
    });
    result.replace(jwt, mask());
    result.replace(userInfo, u"\\1***@"_s);
    return result;
}

// "name":"value", also with escaped, percent-encoded (any number of times) or single quotes, and cut off at
// the end.
QString withoutJsonPairs(const QString &text)
{
    static const QRegularExpression quoted = pattern(
        u"(\\\\*\"|'|%(?:25)*22)([A-Za-z0-9_.-]+)\\1(\\s*(?::|=>|%(?:25)*3[Aa])(?:\\s|%(?:25)*20|\\+)*)"
        "\\1(.*?)(?:(?<!\\\\)\\1|$)"_s);
    static const QRegularExpression bare = pattern(
        u"(\\\\*\"|'|%(?:25)*22)([A-Za-z0-9_.-]+)\\1(\\s*(?::|%(?:25)*3[Aa])\\s*)(-?[0-9][0-9.eE+-]*)"_s);
    QString result = rewritten(text, quoted, [](const QRegularExpressionMatch &match) {
        if (!isSecretName(match.captured(2)) || match.captured(4).isEmpty())
            return match.captured();
        const QString quote = match.captured(1);
        return quote + match.captured(2) + quote + match.captured(3) + quote + mask() + quote;
    });
    return rewritten(result, bare, [](const QRegularExpressionMatch &match) {
        if (!isSecretName(match.captured(2)) || mayBeNumber(match.captured(2)))
            return match.captured();
        return match.captured(1) + match.captured(2) + match.captured(1) + match.captured(3) + mask();
    });
}

// The name that ends right before `end`, whatever of it or before it is percent-encoded: "%26code", "%63ode".
QString nameBefore(const QString &text, qsizetype end)
{
    const auto ofName = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.'; };
    const qsizetype earliest = std::max<qsizetype>(0, end - 300);
    qsizetype begin = end;
    while (begin > earliest && (ofName(text.at(begin - 1)) || text.at(begin - 1) == u'%'))
        --begin;
    QString name = text.mid(begin, end - begin);
    for (int times = 0; times < 8 && name.contains(u'%'); ++times)
        name = QUrl::fromPercentEncoding(name.toUtf8());
    qsizetype start = name.size();
    while (start > 0 && ofName(name.at(start - 1)))
        --start;
    return name.mid(start);
}

// Where a value that follows a "=" encoded `depth` times ends: at a separator encoded as often or less.
qsizetype valueEnd(const QString &text, qsizetype begin, int depth)
{
    // & ; # " < > space and line ends, plain or encoded
    static const QRegularExpression separator(u"[&#\\s\"'<>]|%((?:25)*)(?:26|23|20|22|27|3C|3E|0A|0D)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    auto matches = separator.globalMatch(text, begin);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const bool plain = !match.captured().startsWith(u'%');
        if (plain || match.capturedLength(1) / 2 < depth)
            return match.capturedStart();
    }
    return text.size();
}

// name=value in queries, fragments and forms, nested and percent-encoded as often as one likes.
QString withoutPairs(const QString &text)
{
    static const QRegularExpression equals(u"\\s*=\\s*|%((?:25)*)3[Dd]"_s);
    QString result = text;
    qsizetype from = 0;
    while (true) {
        const QRegularExpressionMatch match = equals.match(result, from);
        if (!match.hasMatch())
            return result;
        from = match.capturedEnd();
        if (!isSecretName(nameBefore(result, match.capturedStart())))
            continue;
        const int depth = match.captured().startsWith(u'%') ? int(match.capturedLength(1) / 2) + 1 : 0;
        const qsizetype end = valueEnd(result, from, depth);
        if (end > from)
            result.replace(from, end - from, mask());
        from += mask().size();
    }
}

// "Cookie: a=b; c=d" and "password: x" in free text. The lines of header names are masked to their end.
QString withoutHeaderLines(const QString &text)
{
    static const QRegularExpression line(
        u"\\b((?:Proxy-)?Authorization|(?:Set-)?Cookie)(\\s*:\\s*)([^\\r\\n]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pair(u"([A-Za-z0-9_-]+)(\\s*:\\s*)([^\\s\"'<>,;&{}\\[\\]]+)"_s);
    QString result = text;
    result.replace(line, u"\\1\\2***"_s);
    return rewritten(result, pair, [](const QRegularExpressionMatch &match) {
        static const QRegularExpression number(u"^-?[0-9]{1,6}[.)]?$"_s);
        const QString value = match.captured(3);
        if (!isSecretName(match.captured(1)) || value == mask() || value.startsWith(u"//"_s))
            return match.captured();
        if (mayBeNumber(match.captured(1)) && number.match(value).hasMatch())
            return match.captured();
        return match.captured(1) + match.captured(2) + mask();
    });
}

// A query or fragment of the form a=b&c=d, with names that may be encoded themselves ("%63ode").
QString maskedPairs(const QString &encoded)
{
    QStringList parts = encoded.split(u'&');
    for (QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0 || equals + 1 == part.size())
            continue;
        const qsizetype start = part.lastIndexOf(u'?', equals) + 1; // "#/page?token=..."
        const QString name = QUrl::fromPercentEncoding(part.mid(start, equals - start).toLatin1());
        if (isSecretName(name))
            part = part.left(equals + 1) + mask();
    }
    return text(parts.join(u'&'));
}

// Rows such as {"name": "Authorization", "value": "Bearer ..."}, as custom requests and forms are kept.
QJsonObject maskedObject(const QJsonObject &object)
{
    static const QString nameKeys[] = {u"name"_s, u"key"_s};
    bool valueIsSecret = false;
    for (const QString &key : nameKeys)
        valueIsSecret = valueIsSecret || isSecretName(object.value(key).toString());

    QJsonObject result;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QJsonValue value = it.value();
        const bool secret = isSecretName(it.key()) || (valueIsSecret && it.key() == u"value"_s);
        const bool harmless = value.isBool() || value.isNull() ||
                              (value.isString() && value.toString().isEmpty()) ||
                              (value.isDouble() && mayBeNumber(it.key()));
        if (secret && !harmless)
            result.insert(it.key(), mask());
        else
            result.insert(it.key(), json(value));
    }
    return result;
}

} // namespace

bool isSecretName(const QString &name)
{
    const QString plain = folded(name);
    for (const QString &part : {u"secret"_s, u"password"_s, u"passwd"_s, u"authorization"_s, u"cookie"_s}) {
        if (plain.contains(part))
            return true;
    }
    for (const QString &ending : {u"token"_s, u"ticket"_s, u"apikey"_s, u"sessionkey"_s, u"aeskey"_s}) {
        if (plain.endsWith(ending))
            return true;
    }
    return plain == u"code"_s || plain == u"authcode"_s || plain == u"state"_s || plain == u"pwd"_s ||
           plain == u"jwt"_s || plain == u"bearer"_s;
}

QUrl url(const QUrl &url)
{
    QUrl masked = url;
    if (!url.userInfo().isEmpty())
        masked.setUserInfo(mask());
    if (url.hasQuery())
        masked.setQuery(maskedPairs(url.query(QUrl::FullyEncoded)), QUrl::TolerantMode);
    if (url.hasFragment())
        masked.setFragment(maskedPairs(url.fragment(QUrl::FullyEncoded)), QUrl::TolerantMode);
    masked.setPath(text(url.path(QUrl::FullyEncoded)), QUrl::TolerantMode);
    return masked;
}

QString text(const QString &text)
{
    return withoutHeaderLines(withoutPairs(withoutJsonPairs(withoutTokens(text))));
}

QJsonValue json(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return maskedObject(value.toObject());
    case QJsonValue::Array: {
        QJsonArray result;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            result.append(json(item));
        return result;
    }
    case QJsonValue::String:
        return text(value.toString());
    default:
        return value;
    }
}

QByteArray header(const QByteArray &name, const QByteArray &value)
{
    if (value.isEmpty())
        return value;
    const QString plain = folded(QString::fromLatin1(name));
    if (plain.endsWith(u"authorization"_s)) {
        const qsizetype space = value.indexOf(' ');
        return (space < 0 ? QByteArray() : value.left(space + 1)) +
               mask().toLatin1(); // the scheme may be seen
    }
    if (isSecretName(plain))
        return mask().toLatin1();
    return text(QString::fromUtf8(value)).toUtf8();
}

} // namespace net::redact
