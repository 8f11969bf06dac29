// SPDX-License-Identifier: Apache-2.0
#include "shell/sessionhost.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

setup::Setup blank(const QString &id, const QString &name)
{
    setup::Setup fresh;
    fresh.id = id;
    fresh.name = name;
    return fresh;
}

} // namespace

SessionHost::SessionHost(assistant::Services services, RehearsalMaker rehearsal, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_makeRehearsal(std::move(rehearsal))
{
    // Until something is chosen there is a session that is not written anywhere.
    auto unsaved = m_services;
    unsaved.repository.reset();
    m_session = std::make_unique<assistant::SetupSession>(unsaved, blank(u"new"_s, {}));
}

SessionHost::~SessionHost()
{
    emit aboutToChange();
    m_session.reset();
}

setup::StepId SessionHost::firstStep() const
{
    if (m_untouched)
        return setup::StepId::Welcome;
    return setup::stepFromName(m_session->record().step).value_or(setup::StepId::Nocobase);
}

QList<setup::Listed> SessionHost::setups() const
{
    return m_services.repository ? m_services.repository->list() : QList<setup::Listed>();
}

net::Result<void> SessionHost::openSetup(const QString &id)
{
    if (!m_services.repository)
        return net::fail(net::FaultCode::Missing);
    auto loaded = m_services.repository->load(id);
    if (!loaded)
        return tl::unexpected(loaded.error());
    replace(std::make_unique<assistant::SetupSession>(m_services, *loaded), {});
    return {};
}

net::Result<void> SessionHost::openFile(const QString &path)
{
    auto loaded = setup::Repository::loadFile(path);
    if (!loaded)
        return tl::unexpected(loaded.error());
    auto setup = *loaded;
    // A file from elsewhere is imported under a new id, so that it can neither overwrite a setup nor use its
    // credentials.
    bool isNew = false;
    if (m_services.repository) {
        const auto own = m_services.repository->folder().filePath(setup.id + u".json"_s);
        if (QFileInfo(own).canonicalFilePath() != QFileInfo(path).canonicalFilePath() ||
            QFileInfo(path).canonicalFilePath().isEmpty()) {
            setup.id = m_services.repository->freshId(setup.id);
            isNew = true;
        }
    }
    replace(std::make_unique<assistant::SetupSession>(m_services, setup), {});
    if (isNew) {
        if (const auto saved = m_session->saveNow(); !saved)
            emit m_session->problem(saved.error());
        emit imported(setup.name.isEmpty() ? setup.id : setup.name);
    }
    return {};
}

net::Result<void> SessionHost::duplicate(const QString &id, const QString &name)
{
    if (!m_services.repository)
        return net::fail(net::FaultCode::Missing);
    const auto original = m_services.repository->load(id);
    if (!original)
        return tl::unexpected(original.error());
    auto copy = setup::forHandOver(*original);
    copy.id = m_services.repository->freshId(name);
    copy.name = name;
    copy.nocobase.account = original->nocobase.account;
    copy.confirmed.clear();
    const auto saved = m_services.repository->save(copy);
    if (!saved)
        return tl::unexpected(saved.error());
    replace(std::make_unique<assistant::SetupSession>(m_services, copy), {});
    return {};
}

void SessionHost::newSetup(const QString &name)
{
    const auto id = m_services.repository ? m_services.repository->freshId(name) : u"setup"_s;
    replace(std::make_unique<assistant::SetupSession>(m_services, blank(id, name)), {});
    const auto saved = m_session->saveNow();
    if (!saved)
        emit m_session->problem(saved.error());
}

bool SessionHost::startRehearsal(const QStringList &faults)
{
    if (!m_makeRehearsal)
        return false;
    auto setting = m_makeRehearsal(faults);
    if (!setting)
        return false;
    auto services = m_services;
    services.repository.reset();
    services.store = setting->store();
    services.rehearsal = setting->control();
    auto session = std::make_unique<assistant::SetupSession>(services, setting->setup());
    replace(std::move(session), std::move(setting));
    return true;
}

void SessionHost::replace(std::unique_ptr<assistant::SetupSession> session,
                          std::unique_ptr<RehearsalSetting> rehearsal)
{
    emit aboutToChange();
    m_untouched = false;
    // "Only for this run" was said about this computer, so it holds for the next setup too.
    if (m_session && !m_rehearsal && !m_session->storeIsPersistent() && m_services.store->isPersistent())
        m_services.store = vault::sessionStore();
    // The old session may be the one whose page asked for the change; it goes when that call has returned.
    // The old rehearsal must outlive it.
    if (m_session) {
        auto *old = m_session.release();
        connect(old, &QObject::destroyed, this,
                [setting = std::shared_ptr<RehearsalSetting>(std::move(m_rehearsal))] {});
        old->deleteLater();
    }
    m_session = std::move(session);
    m_rehearsal = std::move(rehearsal);
    emit sessionChanged();
    auto *opened = m_session.get();
    QCoro::connect(opened->loadCredentials(), opened, [opened](const net::Result<void> &loaded) {
        if (!loaded && loaded.error().code != net::FaultCode::Cancelled)
            emit opened->problem(loaded.error());
    });
}

} // namespace ui
