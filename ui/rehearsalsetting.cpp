// SPDX-License-Identifier: Apache-2.0
#include "rehearsalsetting.h"

#include "demo/rehearsal.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

class Setting final : public RehearsalSetting
{
public:
    explicit Setting(const QStringList &faults) : m_rehearsal(options(faults)), m_store(storeFor(faults)) {}

    bool isRunning() const { return m_rehearsal.isRunning(); }

    setup::Setup setup() const override
    {
        setup::Setup setup;
        setup.id = SessionHost::rehearsalId();
        setup.name = QCoreApplication::translate("ui::SessionHost", "Rehearsal");
        setup.nocobase.url = m_rehearsal.nocobaseUrl();
        setup.authenticator.origin = setup::originFor(setup.nocobase.url);
        setup.wecom = {m_rehearsal.wecomUrl(), m_rehearsal.wecomUrl(), m_rehearsal.wecomUrl()};
        return setup;
    }

    assistant::RehearsalControl *control() const override { return &m_rehearsal; }
    vault::SecretStorePtr store() const override { return m_store; }

    setup::Credentials samples() const override
    {
        setup::Credentials samples;
        samples.companyId = m_rehearsal.companyId();
        samples.agentId = m_rehearsal.agentId();
        samples.secret = m_rehearsal.secret();
        samples.password = m_rehearsal.password();
        return samples;
    }

    QString sampleAccount() const override { return m_rehearsal.account(); }
    QString ownershipFile() const override { return m_rehearsal.ownershipFileName(); }

private:
    static demo::RehearsalOptions options(const QStringList &faults)
    {
        demo::RehearsalOptions options;
        options.faults = faults;
        return options;
    }

    // The keychain's faults are this computer's, not the simulated servers'.
    static vault::SecretStorePtr storeFor(const QStringList &faults)
    {
        if (faults.contains(u"keychain.missing"_s))
            return vault::brokenStore(vault::StoreState::Missing);
        if (faults.contains(u"keychain.locked"_s))
            return vault::brokenStore(vault::StoreState::Locked);
        if (faults.contains(u"keychain.refused"_s))
            return vault::brokenStore(vault::StoreState::Refused);
        return vault::sessionStore();
    }

    mutable demo::Rehearsal m_rehearsal;
    vault::SecretStorePtr m_store;
};

} // namespace

std::unique_ptr<RehearsalSetting> makeRehearsal(const QStringList &faults)
{
    auto setting = std::make_unique<Setting>(faults);
    if (!setting->isRunning())
        return nullptr;
    return setting;
}

} // namespace ui
