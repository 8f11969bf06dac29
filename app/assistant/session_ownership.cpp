// SPDX-License-Identifier: Apache-2.0
// The domain ownership file, looked for where WeCom looks for it.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"
#include "wecom/identifiers.h"

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::OwnershipFile;
using setup::Vantage;

namespace assistant {

void SetupSession::setOwnershipFile(const QString &fileName, const QByteArray &content)
{
    edit([&](setup::Setup &setup) {
        const bool sameName = setup.domainFile.name == fileName;
        if (!sameName || !content.isEmpty()) // naming it again forgets nothing
            setup.domainFile = {fileName, QString::fromUtf8(content).trimmed()};
    });
}

namespace {

// The file's content is a short token; anything longer or with markup is a page.
bool looksLikeOwnershipBody(const QByteArray &body, const QByteArray &expected)
{
    const QByteArray text = body.trimmed();
    if (!expected.isEmpty())
        return text == expected;
    return !text.isEmpty() && text.size() <= 64 && !text.contains('<') && !text.contains('{');
}

net::Request fileRequest(const QString &origin, const QString &name, const net::CancelPtr &cancel)
{
    net::Request request;
    request.url = QUrl(origin + u'/' + name);
    request.sizeLimit = 4 * 1024 * 1024;
    request.cancel = cancel;
    return request;
}

bool isRedirect(const net::Response &response)
{
    return response.status >= 300 && response.status < 400 && !response.header("location").isEmpty();
}

OwnershipFile::Plain plainOf(const net::Result<net::Response> &response, const QByteArray &expected)
{
    if (!response)
        return OwnershipFile::Plain::Silent;
    if (isRedirect(*response))
        return OwnershipFile::Plain::Redirected;
    return response->status == 200 && looksLikeOwnershipBody(response->body, expected)
               ? OwnershipFile::Plain::Same
               : OwnershipFile::Plain::Other;
}

// The address with the other scheme; only where the port says nothing about the scheme.
QString plainHttpOrigin(const QString &origin)
{
    const QUrl url(origin);
    return url.scheme() == u"https"_s && url.port() < 0 ? u"http://"_s + url.authority() : QString();
}

} // namespace

QCoro::Task<void> SetupSession::probeOwnershipFile()
{
    const QPointer<SetupSession> self(this);
    const QString name = m_setup.domainFile.name;
    const QString origin = m_setup.authenticator.origin;
    if (!wecom::isOwnershipFileName(name) || origin.isEmpty())
        co_return;
    const net::CancelPtr cancel = m_nocobaseCancel;
    const QByteArray expected = m_setup.domainFile.content.toUtf8();
    const auto stampNow = setup::stampOf(Inputs::OriginOnly, m_setup, m_credentials);
    const QString plainOrigin = plainHttpOrigin(origin);
    auto asked = m_services.http->send(fileRequest(origin, name, cancel));
    // A site that answers everything with its start page is told by a name that cannot exist.
    auto madeUpAsked =
        m_services.http->send(fileRequest(origin, u"WW_verify_0000000000000000.txt"_s, cancel));
    OwnershipFile found;
    if (!plainOrigin.isEmpty()) {
        const auto plain = co_await m_services.http->send(fileRequest(plainOrigin, name, cancel));
        found.plain = plainOf(plain, expected);
    }
    const auto file = co_await asked;
    const auto madeUp = co_await madeUpAsked;
    if (!self || cancel->isCancelled() || !isToday(stampNow, Inputs::OriginOnly))
        co_return;
    if (!file) {
        m_facts.ownershipFile =
            seen<OwnershipFile>(tl::unexpected(file.error()), Inputs::OriginOnly, Vantage::Pc);
        co_return;
    }
    found.fileName = name;
    found.status = file->status;
    found.contentKnown = !expected.isEmpty();
    found.bodyMatches = file->status == 200 && looksLikeOwnershipBody(file->body, expected);
    found.madeUpNameAnswers = madeUp && madeUp->status == 200;
    if (isRedirect(*file))
        found.redirect = QUrl(origin).resolved(QUrl::fromEncoded(file->header("location"))).toString();
    m_facts.ownershipFile = seen<OwnershipFile>(found, Inputs::OriginOnly, Vantage::Pc);
}

} // namespace assistant
