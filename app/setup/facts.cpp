// SPDX-License-Identifier: Apache-2.0
#include "setup/facts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace setup {

QString vantageName(Vantage vantage)
{
    switch (vantage) {
    case Vantage::Pc:
        return u"pc"_s;
    case Vantage::Server:
        return u"server"_s;
    case Vantage::Browser:
        return u"browser"_s;
    case Vantage::Person:
        return u"person"_s;
    }
    return {};
}

QString cutName(CutApply::Has has)
{
    switch (has) {
    case CutApply::Has::Old:
        return u"old"_s;
    case CutApply::Has::New:
        return u"new"_s;
    case CutApply::Has::Between:
        return u"between"_s;
    case CutApply::Has::Changed:
        return u"changed"_s;
    }
    return {};
}

QString howName(WayTried::How how)
{
    switch (how) {
    case WayTried::How::ByItself:
        return u"by-itself"_s;
    case WayTried::How::ByButton:
        return u"by-button"_s;
    case WayTried::How::AsLink:
        return u"as-link"_s;
    }
    return {};
}

namespace {

// Parts are length-prefixed by the separator's absence in them: a zero byte cannot be typed into any field.
QByteArray joined(const QList<QByteArray> &parts)
{
    return parts.join('\0');
}

QByteArray hostPart(const Setup &setup)
{
    return joined({setup.nocobase.url.toEncoded(), setup.nocobase.application.toUtf8()});
}

QByteArray loginPart(const Setup &setup, const Credentials &credentials)
{
    return joined({hostPart(setup), setup.nocobase.account.toUtf8(), credentials.password.stamp(),
                   credentials.token.stamp()});
}

QByteArray tokenPart(const Setup &setup, const Credentials &credentials)
{
    return joined({setup.wecom.api.toEncoded(), credentials.companyId.toUtf8(), credentials.secret.stamp()});
}

QByteArray appPart(const Setup &setup, const Credentials &credentials)
{
    return joined({tokenPart(setup, credentials), credentials.agentId.toUtf8()});
}

QByteArray wishPart(const Setup &setup)
{
    const AuthenticatorWish &wish = setup.authenticator;
    return joined({wish.name.value_or(QString()).toUtf8(), wish.title.toUtf8(), wish.tooltip.toUtf8(),
                   QByteArray::number(wish.autoSignup), wish.origin.toUtf8(), wish.redirectLink.toUtf8(),
                   QByteArray::number(wish.automaticLogin), QByteArray::number(wish.enabled)});
}

QByteArray loginPagePart(const Setup &setup, const Credentials &credentials)
{
    return joined({setup.wecom.login.toEncoded(), credentials.companyId.toUtf8(),
                   credentials.agentId.toUtf8(), setup.authenticator.origin.toUtf8()});
}

QByteArray parts(Inputs inputs, const Setup &setup, const Credentials &credentials)
{
    switch (inputs) {
    case Inputs::None:
        return {};
    case Inputs::NocobaseHost:
        return hostPart(setup);
    case Inputs::NocobaseLogin:
        return loginPart(setup, credentials);
    case Inputs::WecomToken:
        return tokenPart(setup, credentials);
    case Inputs::WecomApp:
        return appPart(setup, credentials);
    case Inputs::WecomFromServer:
        return joined({appPart(setup, credentials), hostPart(setup)});
    case Inputs::LoginPage:
        return loginPagePart(setup, credentials);
    case Inputs::OriginOnly:
        return joined({setup.authenticator.origin.toUtf8(), setup.domainFile.name.toUtf8(),
                       setup.domainFile.content.toUtf8()});
    case Inputs::Authenticator:
    case Inputs::Login:
        return joined({loginPart(setup, credentials), appPart(setup, credentials), wishPart(setup)});
    }
    return {};
}

} // namespace

Stamp stampOf(Inputs inputs, const Setup &setup, const Credentials &credentials)
{
    return vault::runStamp(QByteArray::number(int(inputs)) + '\0' + parts(inputs, setup, credentials));
}

} // namespace setup
