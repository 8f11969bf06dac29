// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "demo/rehearsal.h"

#include <QTemporaryDir>

// A session over the rehearsal's servers, with everything in the console done; nothing of the person's is
// read or written.
struct Stage
{
    explicit Stage(demo::RehearsalOptions options = {}, vault::SecretStorePtr store = vault::sessionStore(),
                   const setup::Record &record = {})
        : rehearsal(options)
        , tokens(std::make_shared<wecom::TokenKeeper>(&http))
    {
        using setup::StepId;
        for (const StepId step : {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain,
                                  StepId::TrustedIp, StepId::Homepage})
            rehearsal.perform(step);
        assistant::Services services;
        services.http = &http;
        services.store = store;
        services.tokens = tokens;
        services.repository = setup::Repository(QDir(folder.path()));
        (void)services.repository->saveRecord(QStringLiteral("crm"), record);
        services.rehearsal = &rehearsal;
        setup::Setup setup;
        setup.id = QStringLiteral("crm");
        setup.name = QStringLiteral("CRM");
        setup.nocobase.url = rehearsal.nocobaseUrl();
        setup.nocobase.account = rehearsal.account();
        setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
        setup.authenticator.name = QStringLiteral("wecom");
        setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
        session = std::make_unique<assistant::SetupSession>(services, setup);
        session->setCompanyId(rehearsal.companyId());
        session->setAgentId(rehearsal.agentId());
        session->setSecret(rehearsal.secret());
        session->setPassword(rehearsal.password());
    }

    QStringList causes() const
    {
        QStringList found;
        for (const auto &finding : session->findings()) {
            if (!finding.cause.isEmpty())
                found.append(finding.cause);
        }
        return found;
    }

    checks::Finding finding(const QString &check) const
    {
        for (const auto &one : session->findings()) {
            if (one.check == check)
                return one;
        }
        return {};
    }

    QTemporaryDir folder;
    net::Http http;
    demo::Rehearsal rehearsal;
    std::shared_ptr<wecom::TokenKeeper> tokens;
    std::unique_ptr<assistant::SetupSession> session;
};
