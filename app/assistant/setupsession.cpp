// SPDX-License-Identifier: Apache-2.0
#include "assistant/setupsession.h"

#include "assistant/flight.h"
#include "assistant/workscope.h"
#include "checks/actions.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::StepId;

namespace assistant {

namespace {

constexpr auto saveDelay = std::chrono::milliseconds(400);

} // namespace

SetupSession::SetupSession(Services services, setup::Setup setup, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_setup(std::move(setup))
    , m_nocobaseCancel(std::make_shared<net::Cancel>())
    , m_wecomCancel(std::make_shared<net::Cancel>())
{
    if (m_services.repository)
        m_record = m_services.repository->record(m_setup.id);
    m_services.http->setPins(m_record.pins);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] {
        if (const auto saved = saveNow(); !saved)
            emit problem(saved.error());
    });
    makeLoginWays();
    makeLoginTest();
    m_findings = checks::evaluate(world());
}

SetupSession::~SetupSession()
{
    m_nocobaseCancel->cancel();
    m_wecomCancel->cancel();
    m_loginTest->stop();
    if (m_saveTimer.isActive())
        (void)saveNow(); // nobody is left to be told; what was typed must not be lost
}

QList<checks::Finding> SetupSession::findings(StepId id) const
{
    QList<checks::Finding> own;
    for (const checks::Finding &finding : m_findings) {
        if (finding.step == id)
            own.append(finding);
    }
    return own;
}

StepState SetupSession::state(StepId id) const
{
    return sumsUp(id) ? progress().state() : stateOf(id, m_findings, isConfirmed(id));
}

Progress SetupSession::progress() const
{
    Progress progress;
    for (const Step &step : steps()) {
        if (!sumsUp(step.id))
            progress.count(state(step.id));
    }
    return progress;
}

bool SetupSession::isConfirmed(StepId id) const
{
    return m_setup.confirmed.contains(setup::stepName(id));
}

void SetupSession::changeInputs(const std::function<void()> &change)
{
    const auto stamp = [this](Inputs inputs) { return setup::stampOf(inputs, m_setup, m_credentials); };
    const auto nocobase = stamp(Inputs::NocobaseLogin);
    const auto wecom = stamp(Inputs::WecomApp);
    const auto login = stamp(Inputs::Login);
    const auto origin = stamp(Inputs::OriginOnly);
    change();
    if (stamp(Inputs::NocobaseLogin) != nocobase) {
        std::exchange(m_nocobaseCancel, std::make_shared<net::Cancel>())->cancel();
        m_client.reset();
        for (const Work work : {Work::Nocobase, Work::AskingServer, Work::OwnershipFile})
            m_flights.remove(work);
    }
    if (stamp(Inputs::WecomApp) != wecom) {
        std::exchange(m_wecomCancel, std::make_shared<net::Cancel>())->cancel();
        m_flights.remove(Work::Wecom);
        m_flights.remove(Work::AskingServer);
    }
    if (stamp(Inputs::OriginOnly) != origin)
        m_flights.remove(Work::OwnershipFile);
    if (stamp(Inputs::Login) != login) {
        m_loginTest->stop();
        m_loginWays->stop();
    }
    renew();
}

void SetupSession::edit(const std::function<void(setup::Setup &)> &change)
{
    setup::Setup edited = m_setup;
    change(edited);
    if (m_services.rehearsal && !edited.isRehearsal()) { // what is outside is no part of it
        edited.nocobase.url = m_setup.nocobase.url;
        edited.wecom = m_setup.wecom;
    }
    if (edited == m_setup)
        return;
    const bool sameWorld = edited.nocobase == m_setup.nocobase && edited.wecom == m_setup.wecom &&
                           edited.authenticator == m_setup.authenticator;
    if (!sameWorld)
        forgetRemembered();
    m_saveTimer.start(); // credentials are no part of the file, so nothing but an edit writes it
    changeInputs([&] { m_setup = edited; });
}

void SetupSession::setCompanyId(const QString &value)
{
    if (value == m_credentials.companyId)
        return;
    m_wecomAllowed.reset();
    forgetRemembered();
    changeInputs([&] { m_credentials.companyId = value; });
}

void SetupSession::setAgentId(const QString &value)
{
    if (value == m_credentials.agentId)
        return;
    m_wecomAllowed.reset();
    forgetRemembered();
    changeInputs([&] { m_credentials.agentId = value; });
}

void SetupSession::setSecret(const vault::Secret &value)
{
    if (value == m_credentials.secret)
        return;
    m_wecomAllowed.reset();
    forgetRemembered();
    changeInputs([&] { m_credentials.secret = value; });
}

void SetupSession::setPassword(const vault::Secret &value)
{
    m_passwordFor = nocobaseOrigin();
    if (!(value == m_credentials.password))
        changeInputs([&] { m_credentials.password = value; });
}

void SetupSession::setToken(const vault::Secret &apiKey)
{
    if (apiKey == m_credentials.token)
        return;
    m_tokenAllowed.reset();
    changeInputs([&] { m_credentials.token = apiKey; });
}

void SetupSession::confirm(StepId id, bool yes)
{
    edit([&](setup::Setup &setup) {
        if (yes)
            setup.confirmed.insert(setup::stepName(id), QDateTime::currentDateTimeUtc());
        else
            setup.confirmed.remove(setup::stepName(id));
    });
}

void SetupSession::trustCertificate(const net::Pin &pin)
{
    if (!m_record.pins.contains(pin))
        m_record.pins.append(pin);
    m_services.http->setPins(m_record.pins);
    m_facts.server.reset();
    remember();
    renew();
}

void SetupSession::distrustCertificate(const net::Pin &pin)
{
    m_record.pins.removeAll(pin);
    m_services.http->setPins(m_record.pins);
    m_client.reset();
    m_facts.server.reset();
    m_facts.publicList.reset();
    m_facts.identity.reset();
    remember();
    renew();
}

void SetupSession::useSessionStore()
{
    m_services.store = vault::sessionStore();
    m_facts.keychain.reset();
    confirm(StepId::Welcome, true);
    renew();
}

void SetupSession::renew()
{
    m_findings = checks::evaluate(world());
    emit changed();
}

namespace {

// What this run has not looked at yet stays as it was seen last, with its date.
QJsonArray merged(const QJsonArray &remembered, const QList<checks::Finding> &now)
{
    QMap<QString, QJsonObject> before;
    for (const QJsonValue &one : remembered)
        before.insert(one[u"check"_s].toString(), one.toObject());
    QJsonArray all;
    for (const checks::Finding &finding : now) {
        const QJsonObject last = before.value(finding.check);
        const bool lookedAt = finding.at.isValid() || finding.severity != checks::Severity::Unknown;
        all.append(lookedAt || !last.contains(u"at"_s) ? checks::toJson(finding) : last);
    }
    return all;
}

} // namespace

void SetupSession::remember()
{
    m_record.findings = merged(m_record.findings, m_findings);
    if (!m_services.repository)
        return;
    if (const auto saved = m_services.repository->saveRecord(m_setup.id, m_record); !saved)
        emit problem(saved.error());
}

void SetupSession::forgetRemembered()
{
    m_record.findings = {};
}

void SetupSession::noteStep(StepId id)
{
    const QString name = setup::stepName(id);
    if (m_record.step == name || !m_services.repository)
        return;
    m_record.step = name;
    if (const auto saved = m_services.repository->saveRecord(m_setup.id, m_record); !saved)
        emit problem(saved.error());
}

net::Result<void> SetupSession::saveNow()
{
    m_saveTimer.stop();
    if (!m_services.repository)
        return {};
    const auto moved = m_services.repository->save(m_setup);
    if (!moved)
        return tl::unexpected(moved.error());
    if (!moved->isEmpty())
        emit brokenFileKept(*moved);
    return {};
}

void SetupSession::abandon()
{
    m_saveTimer.stop();
    m_services.repository.reset();
}

bool SetupSession::isBusy(StepId id) const
{
    const auto busy = [this](std::initializer_list<Work> works) {
        return std::any_of(works.begin(), works.end(), [this](Work work) { return m_work.contains(work); });
    };
    switch (id) {
    case StepId::Welcome:
        return busy({Work::Keychain});
    case StepId::Nocobase:
    case StepId::LoginOptions:
        return busy({Work::Nocobase, Work::EnablingPlugin});
    case StepId::CreateApp:
    case StepId::Credentials:
    case StepId::Homepage:
        return busy({Work::Wecom, Work::AskingServer});
    case StepId::TrustedDomain:
        return busy({Work::Wecom, Work::AskingServer, Work::OwnershipFile});
    case StepId::CallbackDomain:
        return busy({Work::LoginPage});
    case StepId::TrustedIp:
        return busy({Work::AskingServer, Work::Wecom, Work::Nocobase});
    case StepId::Review:
        return busy({Work::Nocobase, Work::Applying, Work::Undoing, Work::EnablingPlugin, Work::RemovingRow,
                     Work::LoginAddress});
    case StepId::TestLogin:
        return busy({Work::TestLogin, Work::LoginWays});
    case StepId::Finish:
        return isBusy();
    }
    return false;
}

} // namespace assistant
