// SPDX-License-Identifier: Apache-2.0
// The addresses that follow from a setup.
#include "assistant/setupsession.h"

using namespace Qt::StringLiterals;

namespace assistant {

nocobase::Target SetupSession::target() const
{
    return {m_setup.nocobase.url, m_setup.nocobase.application};
}

namespace {

// A page or action below NocoBase's address, which may have been written with a slash at its end.
QUrl below(QUrl base, const QString &path)
{
    QString folder = base.path();
    while (folder.endsWith(u'/'))
        folder.chop(1);
    base.setPath(folder + path);
    return base;
}

} // namespace

QUrl SetupSession::signInUrl() const
{
    return below(m_setup.nocobase.url, u"/signin"_s);
}

QUrl SetupSession::modernSignInUrl() const
{
    return below(m_setup.nocobase.url, u"/v/signin"_s);
}

bool SetupSession::hasModernPages() const
{
    const auto *server = world().value(m_facts.server, setup::Inputs::NocobaseHost);
    return server && server->version >= QVersionNumber(2, 2, 0);
}

// NocoBase 1.3 to 2.2; the second interface has its own prefix, which is "v" unless somebody changed it.
QUrl SetupSession::authenticatorsPage(bool modern) const
{
    return below(m_setup.nocobase.url,
                 (modern ? u"/v"_s : QString()) + u"/admin/settings/auth/authenticators"_s);
}

QUrl SetupSession::callbackAddress() const
{
    QUrl url(m_setup.authenticator.origin);
    url.setPath(below(m_setup.nocobase.url, u"/api/wecom:redirect"_s).path());
    return url;
}

namespace {

// As NocoBase's plugin makes it, so that a link built here works like its own.
QString stateFor(const setup::Setup &setup, const QString &authenticator, const QString &path)
{
    const QString plain = u"redirect=%1&app=%2&name=%3&isWeComBrowser=true"_s.arg(
        path, setup.nocobase.application, authenticator);
    return QString::fromLatin1(
        plain.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

bool SetupSession::hasIds() const
{
    const auto usable = m_credentials.usable();
    return !usable.companyId.isEmpty() && !usable.agentId.isEmpty();
}

QUrl SetupSession::webLoginUrl() const
{
    // A state of our own: should anybody scan this page, NocoBase is not asked to sign in anyone.
    return wecom::webLoginUrl(m_setup.wecom.login, m_credentials.companyId, m_credentials.agentId,
                              callbackAddress(), u"wecomsetupcheck"_s, u"zh"_s);
}

QUrl SetupSession::oauthHomepageUrl(const QString &path) const
{
    const QString name = m_setup.authenticator.name ? *m_setup.authenticator.name : plan().authenticator;
    if (name.isEmpty() || !hasIds())
        return {}; // a link that lacks one of them would lead nowhere
    return wecom::oauthUrl(m_setup.wecom.oauth, m_credentials.companyId, m_credentials.agentId,
                           callbackAddress(), stateFor(m_setup, name, path));
}

QString SetupSession::homepageLink() const
{
    if (!m_setup.homepage.desktop.isEmpty())
        return m_setup.homepage.desktop;
    const QString path =
        m_setup.authenticator.redirectLink.isEmpty() ? u"/admin"_s : m_setup.authenticator.redirectLink;
    // With automatic login NocoBase starts the login itself, so the plain address is enough.
    if (m_setup.authenticator.automaticLogin)
        return below(m_setup.nocobase.url, path).toString();
    return oauthHomepageUrl(path).toString(QUrl::FullyEncoded);
}

} // namespace assistant
