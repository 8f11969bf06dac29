// SPDX-License-Identifier: Apache-2.0
// What SetupSession asks of NocoBase.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"

#include "net/redactor.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

namespace {

// The sign-in page's name for account and password; "basic" unless somebody renamed it.
QString passwordAuthenticator(const QList<nocobase::PublicAuthenticator> *publicList)
{
    if (publicList) {
        for (const auto &row : *publicList) {
            if (row.authType == u"Email/Password"_s)
                return row.name;
        }
    }
    return u"basic"_s;
}

bool isSessionOver(const net::Fault &fault)
{
    return fault.code == net::FaultCode::NocobaseError && fault.number(u"status"_s) == 401;
}

} // namespace

QCoro::Task<void> SetupSession::probeNocobase()
{
    const QPointer<SetupSession> self(this);
    if (m_setup.nocobase.url.host().isEmpty())
        co_return;
    const bool reached = co_await probeHost();
    if (!self || !reached)
        co_return;
    const bool hadToken = m_client != nullptr;
    bool signedIn = co_await signIn();
    if (!self || !signedIn)
        co_return;
    co_await readNocobase();
    if (self && !m_client && hadToken) { // that session has ended meanwhile
        signedIn = co_await signIn();
        if (!self || !signedIn)
            co_return;
        co_await readNocobase();
    }
    if (!self || !m_facts.authenticators)
        co_return;
    learnLayout();
    co_await lookAtCutApply();
    if (!self)
        co_return;
    noteReadBack();
    co_await probeStartLink();
    if (self)
        co_await tidyServer();
}

QCoro::Task<bool> SetupSession::probeHost()
{
    const QPointer<SetupSession> self(this);
    const net::CancelPtr cancel = m_nocobaseCancel;
    const auto anonymous = std::make_shared<nocobase::Client>(m_services.http, target(), cancel);
    auto infoAsked = anonymous->info();
    auto listAsked = anonymous->publicList();
    const auto info = co_await infoAsked;
    const auto list = co_await listAsked;
    if (!self || cancel->isCancelled())
        co_return false;
    m_facts.server = seen(info, Inputs::NocobaseHost, Vantage::Pc);
    m_facts.publicList = seen(list, Inputs::NocobaseHost, Vantage::Pc);
    if (!info && info.error().code == net::FaultCode::NotJson) {
        const auto base = co_await anonymous->findApiBase();
        if (!self || cancel->isCancelled())
            co_return false;
        m_facts.apiBase = seen(base, Inputs::NocobaseHost, Vantage::Pc);
    }
    renew();
    co_return info.has_value();
}

QCoro::Task<bool> SetupSession::signIn()
{
    const QPointer<SetupSession> self(this);
    const net::CancelPtr cancel = m_nocobaseCancel;
    const auto stampNow = setup::stampOf(Inputs::NocobaseLogin, m_setup, m_credentials);
    if (m_client && m_client->isSignedIn() && m_clientStamp == stampNow)
        co_return true;
    m_client.reset();
    const bool inClear = m_setup.nocobase.url.scheme() == u"http"_s && !net::isLoopback(m_setup.nocobase.url);
    if (inClear && !m_setup.nocobase.allowPlainHttp) {
        m_facts.identity = seen<nocobase::Identity>(net::fail(net::FaultCode::PlainHttpRefused),
                                                    Inputs::NocobaseLogin, Vantage::Pc);
        co_return false;
    }
    const auto client = std::make_shared<nocobase::Client>(m_services.http, target(), cancel);
    const bool byToken = !m_credentials.token.isEmpty();
    const bool byPassword = !m_setup.nocobase.account.isEmpty() && !m_credentials.password.isEmpty();
    // A stored key goes only where it was given for; a password only where it was typed for, until the person
    // asks for this address.
    if (byToken ? isWithheld() : byPassword && m_passwordFor != nocobaseOrigin()) {
        m_facts.identity = seen<nocobase::Identity>(net::fail(net::FaultCode::OriginNotAllowed),
                                                    Inputs::NocobaseLogin, Vantage::Pc);
        co_return false;
    }
    if (byToken) {
        client->useToken(m_credentials.token, true);
    } else if (byPassword) {
        const QString with = passwordAuthenticator(world().value(m_facts.publicList, Inputs::NocobaseHost));
        const auto signedIn = co_await client->signIn(m_setup.nocobase.account, m_credentials.password, with);
        if (!self || cancel->isCancelled())
            co_return false;
        if (!signedIn) {
            m_facts.identity = setup::Seen<nocobase::Identity>{
                tl::unexpected(signedIn.error()), QDateTime::currentDateTimeUtc(), Vantage::Pc, stampNow};
            co_return false;
        }
    } else {
        co_return false; // nothing to sign in with yet
    }
    m_client = client;
    m_clientStamp = stampNow;
    co_return true;
}

QCoro::Task<void> SetupSession::readNocobase()
{
    const QPointer<SetupSession> self(this);
    const nocobase::ClientPtr client = m_client;
    const net::CancelPtr cancel = m_nocobaseCancel;
    auto who = client->whoAmI();
    auto pluginsAsked = client->plugins();
    auto typesAsked = client->types();
    auto rowsAsked = client->authenticators();
    const auto identity = co_await who;
    const auto plugins = co_await pluginsAsked;
    const auto types = co_await typesAsked;
    const auto rows = co_await rowsAsked;
    if (!self || cancel->isCancelled())
        co_return;
    if (!identity && isSessionOver(identity.error()))
        m_client.reset(); // the next look signs in anew
    m_facts.identity = seen(identity, Inputs::NocobaseLogin, Vantage::Pc);
    m_facts.authenticators = seen(rows, Inputs::NocobaseLogin, Vantage::Pc);
    // A role may be allowed to manage authenticators, and not to see the plugins: the type alone is enough
    // then.
    const bool hidden = !plugins && plugins.error().number(u"status"_s) == 403;
    const auto byType = hidden && types ? nocobase::findWecomPlugin({}, *types) : nocobase::WecomPlugin();
    if (!byType.authType.isEmpty())
        m_facts.plugin = seen<nocobase::WecomPlugin>(byType, Inputs::NocobaseLogin, Vantage::Pc);
    else if (plugins && types)
        m_facts.plugin = seen<nocobase::WecomPlugin>(nocobase::findWecomPlugin(*plugins, *types),
                                                     Inputs::NocobaseLogin, Vantage::Pc);
    else
        m_facts.plugin = seen<nocobase::WecomPlugin>(
            tl::unexpected(plugins ? types.error() : plugins.error()), Inputs::NocobaseLogin, Vantage::Pc);
    renew();
}

} // namespace assistant
