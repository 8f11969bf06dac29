// SPDX-License-Identifier: Apache-2.0
// The ways of logging in: what they are tried with, and what becomes of what was seen.
#include "assistant/setupsession.h"

#include "checks/sights.h"

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

void SetupSession::makeLoginWays()
{
    m_loginWays = new LoginWays([this] { return givenToLoginWays(); }, this);
    m_linkWatch = new LinkWatch([this] { return givenToLinkWatch(); }, this);
    connect(m_loginWays, &LoginWays::tried, this, &SetupSession::takeWay);
    connect(m_loginWays, &LoginWays::tryingChanged, this, [this] {
        m_work.removeAll(Work::LoginWays);
        if (m_loginWays->isRunning())
            m_work.append(Work::LoginWays);
        emit workChanged();
    });
    connect(m_linkWatch, &LinkWatch::accepted, this,
            [this](const nocobase::LinkedUser &user, const setup::Stamp &stamp) {
                m_facts.ownLogin =
                    setup::Seen<setup::OwnLogin>{setup::OwnLogin{user.id, user.nickname, user.username},
                                                 QDateTime::currentDateTimeUtc(), Vantage::Pc, stamp};
                renew();
                remember();
            });
}

LinkWatch::Given SetupSession::givenToLinkWatch() const
{
    return {m_client, plan().id, setup::stampOf(Inputs::Login, m_setup, m_credentials)};
}

LoginWays::Given SetupSession::givenToLoginWays() const
{
    LoginWays::Given given;
    given.viewer = viewerOptions();
    given.expected = expectedLogin();
    given.signIn = signInUrl();
    given.modernSignIn = modernSignInUrl();
    given.desktop = QUrl(homepageLink());
    given.mobile = m_setup.homepage.mobile.isEmpty() ? given.desktop : QUrl(m_setup.homepage.mobile);
    given.button = buttonTitle();
    given.automatic = m_setup.authenticator.automaticLogin;
    const QString ours = given.expected.authenticator;
    if (const auto *second = setup::secondAuthenticator(world(), ours)) {
        given.secondName = second->name;
        given.secondButton = second->title;
    }
    for (const setup::Way &way : setup::ways()) {
        if (way.page != setup::Way::Page::None && setup::hasWay(way, world(), ours))
            given.ways.append(way);
    }
    given.stamp = setup::stampOf(Inputs::Login, m_setup, m_credentials);
    return given;
}

// Kept with its own time and stamp; how it ended last is remembered beside the setup.
void SetupSession::takeWay(const QString &id, const setup::Seen<setup::WayTried> &what)
{
    m_facts.ways.insert(id, what);
    renew();
    for (const checks::Finding &finding : std::as_const(m_findings)) {
        const setup::Way *way = setup::wayOf(finding.check);
        if (way && way->id == id && finding.severity != checks::Severity::Unknown)
            m_record.ways.insert(id, QJsonObject{{u"at"_s, what.at.toUTC().toString(Qt::ISODate)},
                                                 {u"result"_s, checks::severityName(finding.severity)}});
    }
    remember();
}

void SetupSession::tellSight(const QString &id)
{
    const checks::Sight *sight = checks::sightOf(id);
    m_facts.sight.reset();
    if (sight)
        m_facts.sight =
            setup::Seen<setup::Sight>{setup::Sight{sight->id}, QDateTime::currentDateTimeUtc(),
                                      Vantage::Person, setup::stampOf(Inputs::Login, m_setup, m_credentials)};
    confirm(setup::StepId::TestLogin, sight && sight->isGood());
    renew();
    remember();
}

bool SetupSession::canTryWays() const
{
    return hasIds() && plan().impossible != u"choose-authenticator"_s;
}

} // namespace assistant
