// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demo/rehearsal.h"
#include "setup/repository.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using setup::StepId;

// wecom-setup-cli as a person runs it, with a setup of the rehearsal in a folder of its own.

struct Ended
{
    int code = -1;
    QByteArray out, err;
    QJsonObject setup() const
    {
        return QJsonDocument::fromJson(out).object().value(u"setups"_s).toArray().first().toObject();
    }
    // Of one check; empty when it says nothing.
    QString causeOf(const QString &check) const
    {
        const QJsonArray findings = setup().value(u"findings"_s).toArray();
        for (const QJsonValue &finding : findings) {
            if (finding[u"check"_s].toString() == check)
                return finding[u"cause"_s].toString();
        }
        return {};
    }
    QStringList causes(const QString &severity = u"problem"_s) const
    {
        QStringList found;
        const QJsonArray findings = setup().value(u"findings"_s).toArray();
        for (const QJsonValue &finding : findings) {
            if (finding.toObject().value(u"severity"_s).toString() == severity)
                found.append(finding.toObject().value(u"cause"_s).toString());
        }
        return found;
    }
};

class Stage
{
public:
    explicit Stage(const QStringList &faults = {})
    {
        demo::RehearsalOptions options;
        options.faults = faults;
        options.restart = std::chrono::milliseconds(200);
        m_rehearsal = std::make_unique<demo::Rehearsal>(options);
        for (const StepId step : {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain,
                                  StepId::TrustedIp, StepId::Homepage})
            m_rehearsal->perform(step);
        setup.id = u"crm"_s;
        setup.name = u"CRM"_s;
        setup.nocobase.url = m_rehearsal->nocobaseUrl();
        setup.nocobase.account = m_rehearsal->account();
        setup.wecom = {m_rehearsal->wecomUrl(), m_rehearsal->wecomUrl(), m_rehearsal->wecomUrl()};
        setup.authenticator.name = u"wecom"_s;
        setup.authenticator.origin = setup::originFor(m_rehearsal->nocobaseUrl());
        setup.authenticator.automaticLogin = true;
        environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"WECOM_COMPANY_ID"_s, m_rehearsal->companyId());
        environment.insert(u"WECOM_AGENT_ID"_s, m_rehearsal->agentId());
        environment.insert(u"WECOM_SECRET"_s, m_rehearsal->secret().revealText());
        environment.insert(u"NOCOBASE_PASSWORD"_s, m_rehearsal->password().revealText());
        environment.insert(u"HOME"_s, m_folder.path());
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    }

    QString file() const { return m_folder.filePath(u"crm.json"_s); }
    QString folder() const { return m_folder.path(); }

    Ended run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        if (!setup::Repository(QDir(m_folder.path())).save(setup))
            return {};
        QProcess process;
        process.setProcessEnvironment(environment);
        QEventLoop loop; // what stands between the program and the rehearsal goes on
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(60000, &process, &QProcess::kill);
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (onStart)
            onStart(process.processId());
        if (process.state() != QProcess::NotRunning)
            loop.exec();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Ended json(const QString &command, const QStringList &more = {}) const
    {
        return run(QStringList{command, file(), u"--json"_s, u"--secrets"_s, u"env"_s} + more);
    }
    void perform(StepId step) { m_rehearsal->perform(step); }
    const demo::Rehearsal &rehearsal() const { return *m_rehearsal; }
    // Everything that could betray somebody, were it found in a file or on a terminal.
    QList<QByteArray> canaries() const
    {
        return {m_rehearsal->secret().reveal(), m_rehearsal->password().reveal()};
    }

    setup::Setup setup;
    QProcessEnvironment environment;
    std::function<void(qint64 pid)> onStart;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<demo::Rehearsal> m_rehearsal;
};
