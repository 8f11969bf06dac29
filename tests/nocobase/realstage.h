// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "realserver.h"

#include "assistant/setupsession.h"

#include <qcoro/qcorotask.h>

#include <QRegularExpression>

// A person with one setup, at a real NocoBase; for tests that go the whole way.
struct RealStage
{
    inline static const QByteArray newSecret = "CANARYnewSecret0123456789-_0123456789AbCdEf";
    inline static const QByteArray oldSecret = "CANARYoldSecret0123456789-_0123456789AbCdEf";

    explicit RealStage(const QUrl &nocobase, const std::function<void(setup::Setup &)> &change = {})
    {
        using namespace Qt::StringLiterals;
        assistant::Services services;
        services.http = &http;
        services.store = vault::sessionStore();
        services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
        setup::Setup setup;
        setup.id = u"crm"_s;
        setup.nocobase.url = nocobase;
        setup.nocobase.account = u"nocobase"_s;
        setup.authenticator.name = u"company"_s;
        setup.authenticator.title = u"企业微信"_s;
        setup.authenticator.origin = u"https://crm.example.com"_s;
        setup.authenticator.automaticLogin = true;
        setup.authenticator.redirectLink = u"/m"_s;
        if (change)
            change(setup);
        session = std::make_unique<assistant::SetupSession>(services, setup);
        session->setCompanyId(u"ww0123456789abcdef"_s);
        session->setAgentId(u"1000002"_s);
        session->setSecret(vault::Secret(newSecret));
        session->setPassword(vault::Secret("admin123"));
    }

    void look() const { QCoro::waitFor(session->checkNocobase()); }
    apply::ApplyResult apply() const { return QCoro::waitFor(session->apply()); }
    bool undo() const { return QCoro::waitFor(session->undo()).has_value(); }
    QStringList causes(checks::Severity severity = checks::Severity::Problem) const
    {
        QStringList found;
        for (const checks::Finding &finding : session->findings()) {
            if (finding.severity == severity && !finding.cause.isEmpty())
                found << finding.cause;
        }
        return found;
    }
    const checks::Finding *finding(const QString &check) const
    {
        for (const checks::Finding &one : session->findings()) {
            if (one.check == check)
                return &one;
        }
        return nullptr;
    }
    // Why a field is not changed; empty when it is.
    QString reason(const QString &field) const
    {
        for (const apply::Change &change : session->plan().changes) {
            if (change.field == field && change.authenticator == session->plan().authenticator)
                return change.reason;
        }
        return {};
    }

    net::Http http;
    std::unique_ptr<assistant::SetupSession> session;
};

// JSON as it is written in tests: OLD and NEW are Secrets, ORIGIN an address (moc 6.4 takes "//" in a raw
// string for a comment).
inline QJsonObject parsed(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace("OLD", RealStage::oldSecret)
                                       .replace("NEW", RealStage::newSecret)
                                       .replace("ORIGIN", "https:/"
                                                          "/crm.example.com"))
        .object();
}

// A row as text, but for when it was written.
inline QByteArray rowText(RealServer &server, qint64 id)
{
    QJsonObject row = server.authenticator(id);
    row.remove(QStringLiteral("updatedAt"));
    return QJsonDocument(row).toJson(QJsonDocument::Compact);
}

inline qint64 makeRow(RealServer &server, const QString &name, const QJsonObject &options, bool enabled)
{
    return server.createAuthenticator({{QStringLiteral("name"), name},
                                       {QStringLiteral("authType"), QStringLiteral("wecom")},
                                       {QStringLiteral("enabled"), enabled},
                                       {QStringLiteral("options"), options}});
}
