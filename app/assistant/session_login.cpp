// SPDX-License-Identifier: Apache-2.0
// What the session gives to a test login, and what it keeps of it.
#include "assistant/aftertest.h"
#include "assistant/setupsession.h"

#include "checks/support.h"
#include "wecom/places.h"

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

login::ViewerOptions SetupSession::viewerOptions() const
{
    login::ViewerOptions options;
    options.allowedOrigins = {net::originOf(m_setup.nocobase.url), m_setup.authenticator.origin};
    options.allowedOrigins += wecom::loginPlaces(m_setup.wecom.login, m_setup.wecom.oauth);
    options.allowedOrigins.removeAll(QString());
    if (m_services.rehearsal) // whose Origin may be typed anew
        options.allowedOrigins.removeIf([](const QString &one) { return !net::isLoopback(QUrl(one)); });
    options.allowedOrigins.removeDuplicates();
    options.pins = m_record.pins;
    options.acceptLanguage = u"zh-CN,zh;q=0.9,en;q=0.8"_s;
    return options;
}

login::Expected SetupSession::expectedLogin() const
{
    return {m_setup.nocobase.url, QUrl(m_setup.authenticator.origin), m_credentials.companyId,
            m_credentials.agentId, plan().authenticator};
}

QString SetupSession::buttonTitle() const
{
    const auto *publicList = world().value(m_facts.publicList, Inputs::NocobaseHost);
    const QString name = plan().authenticator;
    if (publicList) {
        for (const auto &row : *publicList) {
            if (row.name == name && !row.title.isEmpty())
                return row.title;
        }
    }
    return m_setup.authenticator.title;
}

LoginTest::Given SetupSession::givenToLoginTest() const
{
    const apply::ChangePlan now = plan();
    return {
        viewerOptions(), expectedLogin(), signInUrl(), buttonTitle(),
        target(),        m_client,        now.id,      setup::stampOf(Inputs::Login, m_setup, m_credentials)};
}

void SetupSession::makeLoginTest()
{
    m_loginTest = new LoginTest(
        m_services.http, [this] { return givenToLoginTest(); }, this);
    m_loginTest->setRemembered(login::traceFromJson(m_record.testLogin));
    m_loginTest->afterwards()->askCreatesUsers([this] {
        const auto *row = checks::ourRow(world());
        const auto *layout = world().value(m_facts.layout, Inputs::NocobaseLogin);
        return row && layout && layout->has(nocobase::Option::AutoSignup) &&
               checks::isOn(*row, *layout, nocobase::Option::AutoSignup);
    });
    connect(m_loginTest, &LoginTest::began, this, [this] {
        m_work.append(Work::TestLogin);
        emit workChanged();
    });
    connect(
        m_loginTest, &LoginTest::ended, this, [this](const login::Trace &trace, const setup::Stamp &stamp) {
            if (trace.outcome != login::Outcome::Cancelled) {
                m_facts.testLogin = setup::Seen<login::Trace>{trace, trace.ended, Vantage::Browser, stamp};
                m_record.testLogin = login::toJson(trace);
                m_loginTest->setRemembered(trace);
            }
            renew();
            remember();
            m_work.removeOne(Work::TestLogin);
            emit workChanged();
        });
}

const login::Trace *SetupSession::trace() const
{
    return m_loginTest->trace();
}

} // namespace assistant
