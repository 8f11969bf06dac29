// SPDX-License-Identifier: Apache-2.0
#include "cli/demo.h"

#include "demo/rehearsal.h"
#include "setup/setup.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

volatile std::sig_atomic_t stopAsked = 0;

QStringList unknownFaults(const QStringList &faults)
{
    QStringList unknown;
    const QStringList menu = demo::Rehearsal::menu();
    for (const QString &fault : faults) {
        if (!menu.contains(fault))
            unknown.append(fault);
    }
    return unknown;
}

QJsonObject described(const demo::Rehearsal &rehearsal)
{
    setup::Setup setup;
    setup.id = u"rehearsal"_s;
    setup.name = u"Rehearsal"_s;
    setup.nocobase.url = rehearsal.nocobaseUrl();
    setup.nocobase.account = rehearsal.account();
    setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
    setup.authenticator.name = u"wecom"_s;
    setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
    setup.authenticator.automaticLogin = true;
    // Sample values of a simulated company: they open nothing anywhere else.
    return {{u"nocobase"_s, rehearsal.nocobaseUrl().toString()},
            {u"wecom"_s, rehearsal.wecomUrl().toString()},
            {u"phone"_s, rehearsal.phoneUrl().toString()},
            {u"credentials"_s, QJsonObject{{u"companyId"_s, rehearsal.companyId()},
                                           {u"agentId"_s, rehearsal.agentId()},
                                           {u"secret"_s, rehearsal.secret().revealText()},
                                           {u"password"_s, rehearsal.password().revealText()}}},
            {u"setup"_s, setup::toJson(setup)}};
}

} // namespace

int runDemo(const Options &options)
{
    QTextStream err(stderr);
    if (const QStringList unknown = unknownFaults(options.faults); !unknown.isEmpty()) {
        err << u"The rehearsal cannot produce %1. It can produce:\n  %2"_s.arg(
                   unknown.join(u", "_s), demo::Rehearsal::menu().join(u"\n  "_s))
            << Qt::endl;
        return exitcode::usage;
    }
    demo::RehearsalOptions wanted;
    wanted.faults = options.faults;
    wanted.port = options.port;
    demo::Rehearsal rehearsal(wanted);
    if (!rehearsal.isRunning()) {
        err << u"Port %1 is taken. Choose another with --port, or leave it out."_s.arg(options.port)
            << Qt::endl;
        return exitcode::usage;
    }
    // The console's part is done already: this is for trying the other commands.
    for (const setup::StepId step :
         {setup::StepId::CreateApp, setup::StepId::CallbackDomain, setup::StepId::TrustedDomain,
          setup::StepId::TrustedIp, setup::StepId::Homepage})
        rehearsal.perform(step);
    // Before anything is said: whoever reads it may ask to stop at once.
    std::signal(SIGINT, [](int) { stopAsked = 1; });
    std::signal(SIGTERM, [](int) { stopAsked = 1; });
    QTextStream(stdout) << QString::fromUtf8(
                               QJsonDocument(described(rehearsal)).toJson(QJsonDocument::Compact))
                        << Qt::endl;

    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, qApp, [] {
        if (stopAsked)
            QCoreApplication::quit();
    });
    watch.start(100);
    return QCoreApplication::exec();
}

} // namespace cli
