// SPDX-License-Identifier: Apache-2.0
#include "shell/sessionhost.h"

#include "assistant/removal.h"

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
    , m_keychain(m_services.store)
    , m_makeRehearsal(std::move(rehearsal))
{
    m_open = untouched(); // until something is chosen
}

SessionHost::~SessionHost()
{
    emit aboutToChange();
}

SessionHost::Opened SessionHost::untouched() const
{
    auto unsaved = m_services;
    unsaved.repository.reset();
    return {{}, std::make_unique<assistant::SetupSession>(unsaved, blank(u"new"_s, {})), true};
}

setup::StepId SessionHost::firstStep() const
{
    if (isUntouched())
        return setup::StepId::Welcome;
    return setup::stepFromName(session()->record().step).value_or(setup::StepId::Nocobase);
}

QList<setup::Listed> SessionHost::setups() const
{
    return m_services.repository ? m_services.repository->list() : QList<setup::Listed>();
}

net::Result<void> SessionHost::openSetup(const QString &id)
{
    if (!m_services.repository)
        return net::fail(net::FaultCode::Missing);
    if (m_aside && isOf(*m_aside, id)) { // as it was left for the tour, sign-in included
        endTour();
        return {};
    }
    const auto loaded = m_services.repository->load(id);
    if (!loaded)
        return tl::unexpected(loaded.error());
    auto setup = opened(*loaded);
    if (!setup)
        return tl::unexpected(setup.error());
    replace(std::move(*setup));
    return {};
}

net::Result<void> SessionHost::openFile(const QString &path)
{
    auto loaded = setup::Repository::loadFile(path);
    if (!loaded)
        return tl::unexpected(loaded.error());
    auto setup = *loaded;
    if (m_open.rehearsal && !m_services.repository)
        return net::fail(net::FaultCode::BadInput, {{u"path"_s, path}, {u"reason"_s, u"demo"_s}});
    // A file from elsewhere is imported under a new id, so that it can neither overwrite a setup nor use its
    // credentials.
    bool isNew = false;
    // One with such addresses that was made by hand is opened: somebody runs the servers it names.
    const bool isSample = setup.isRehearsal() && setup.id == rehearsalId();
    if (m_services.repository) {
        const auto own = m_services.repository->folder().filePath(setup.id + u".json"_s);
        if (QFileInfo(own).canonicalFilePath() != QFileInfo(path).canonicalFilePath() ||
            QFileInfo(path).canonicalFilePath().isEmpty()) {
            setup.id = m_services.repository->freshId(setup.id);
            isNew = true;
        }
    }
    if (isNew && isSample)
        return net::fail(net::FaultCode::BadInput, {{u"path"_s, path}, {u"reason"_s, u"of-rehearsal"_s}});
    const QString name = setup.name.isEmpty() ? setup.id : setup.name;
    if (isNew && m_open.rehearsal) { // which goes on
        if (const auto saved = m_services.repository->save(setup); !saved)
            return tl::unexpected(saved.error());
        emit setupsChanged();
        emit imported(name);
        return {};
    }
    auto made = opened(setup);
    if (!made)
        return tl::unexpected(made.error());
    replace(std::move(*made));
    if (isNew) {
        if (const auto saved = session()->saveNow(); !saved)
            emit session()->problem(saved.error());
        emit imported(name);
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
    return openSetup(copy.id);
}

void SessionHost::newSetup(const QString &name)
{
    const auto id = m_services.repository ? m_services.repository->freshId(name) : u"setup"_s;
    auto made = opened(blank(id, name));
    if (!made) {
        emit session()->problem(made.error());
        return;
    }
    replace(std::move(*made));
    const auto saved = session()->saveNow();
    if (!saved)
        emit session()->problem(saved.error());
}

void SessionHost::rename(const QString &id, const QString &name)
{
    if (!m_services.repository)
        return;
    const auto change = [&name](setup::Setup &setup) { setup.name = name; };
    net::Result<void> saved;
    if (isOf(own(), id)) {
        own().session->edit(change);
        saved = own().session->saveNow();
    } else if (const auto lock = lockOf(id); !lock) {
        saved = tl::unexpected(lock.error());
    } else if (auto setup = m_services.repository->load(id)) {
        change(*setup);
        if (const auto written = m_services.repository->save(*setup); !written)
            saved = tl::unexpected(written.error());
    }
    if (!saved)
        emit session()->problem(saved.error());
    emit setupsChanged();
}

void SessionHost::remove(const QString &id)
{
    if (!m_services.repository)
        return;
    QString name = id;
    const auto all = setups();
    for (const auto &listed : all) {
        if (listed.id == id && !listed.name.isEmpty())
            name = listed.name;
    }
    const auto lock = lockOf(id);
    if (!lock) {
        emit notRemoved(name, lock.error());
        return;
    }
    if (isOf(own(), id)) {
        own().session->abandon();
        replace(untouched());
    }
    QList<vault::SecretStorePtr> stores{m_keychain};
    if (m_services.store != m_keychain)
        stores << m_services.store;
    QCoro::connect(assistant::removeSetup(*m_services.repository, stores, id), this,
                   [this, name, lock](const net::Result<void> &removed) {
                       emit setupsChanged();
                       if (!removed)
                           emit notRemoved(name, removed.error());
                   });
}

bool SessionHost::isOf(const Opened &opened, const QString &id)
{
    return !opened.isUntouched && !opened.rehearsal && opened.session->setup().id == id;
}

net::Result<std::shared_ptr<QLockFile>> SessionHost::lockOf(const QString &id) const
{
    if (isOf(own(), id))
        return own().lock;
    return m_services.repository ? m_services.repository->lock(id) : nullptr;
}

net::Result<SessionHost::Opened> SessionHost::opened(const setup::Setup &setup) const
{
    auto lock = lockOf(setup.id);
    if (!lock)
        return tl::unexpected(lock.error());
    return Opened{{}, std::make_unique<assistant::SetupSession>(m_services, setup), false, *lock};
}

std::optional<SessionHost::Opened> SessionHost::makeRehearsal(const QStringList &faults)
{
    auto setting = m_makeRehearsal ? m_makeRehearsal(faults) : nullptr;
    if (!setting)
        return {};
    auto services = m_services;
    services.repository.reset();
    services.http = &m_rehearsalHttp;
    services.tokens = std::make_shared<wecom::TokenKeeper>(services.http);
    services.store = setting->store();
    services.rehearsal = setting->control();
    auto session = std::make_unique<assistant::SetupSession>(services, setting->setup());
    return Opened{std::move(setting), std::move(session)};
}

bool SessionHost::startRehearsal(const QStringList &faults)
{
    auto opened = makeRehearsal(faults);
    if (!opened)
        return false;
    replace(std::move(*opened));
    return true;
}

bool SessionHost::startTour(const QStringList &faults)
{
    auto opened = makeRehearsal(faults);
    if (!opened)
        return false;
    emit aboutToChange();
    if (m_aside)
        drop(std::move(m_open));
    else
        m_aside = std::move(m_open);
    open(std::move(*opened));
    return true;
}

void SessionHost::endTour()
{
    if (!m_aside)
        return;
    emit aboutToChange();
    drop(std::move(m_open));
    m_open = std::move(*m_aside);
    m_aside.reset();
    emit sessionChanged();
}

void SessionHost::replace(Opened opened)
{
    emit aboutToChange();
    const Opened &left = own();
    // "Only for this run" was said about this computer, so it holds for the next setup too; and the run goes
    // on, so what was kept for it is there when this setup is opened again.
    if (!left.rehearsal && !left.session->storeIsPersistent())
        m_services.store = left.session->store();
    drop(std::move(m_open));
    if (m_aside)
        drop(std::move(*m_aside));
    m_aside.reset();
    open(std::move(opened));
}

// The old session may be the one whose page asked for the change; it goes when that call has returned.
void SessionHost::drop(Opened old)
{
    auto *session = old.session.release();
    connect(session, &QObject::destroyed, this,
            [setting = std::shared_ptr<RehearsalSetting>(std::move(old.rehearsal)), lock = old.lock] {});
    session->deleteLater();
}

void SessionHost::open(Opened opened)
{
    m_open = std::move(opened);
    emit sessionChanged();
    if (m_open.isUntouched)
        return;
    auto *session = m_open.session.get();
    QCoro::connect(session->loadCredentials(), session, [session](const net::Result<void> &loaded) {
        if (!loaded && loaded.error().code != net::FaultCode::Cancelled)
            emit session->problem(loaded.error());
        // Whoever opens a setup from outside, or continues one, need not come by the page that tells of it.
        if (!session->facts().keychain)
            session->checkKeychain();
    });
}

} // namespace ui
