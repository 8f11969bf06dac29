// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/actions.h"
#include "checks/finding.h"

namespace checks {

using setup::Inputs;
using setup::StepId;
using setup::Vantage;
using setup::World;

// How findings are made. Each starts as "not asked" at the step its check belongs to, and is then judged
// once.
Finding start(const QString &check);

template<class T>
Finding seen(const QString &check, const setup::Seen<T> &fact)
{
    Finding finding = start(check);
    finding.vantage = fact.from;
    finding.at = fact.at;
    return finding;
}

Finding good(Finding finding, const QJsonObject &evidence = {});
// A proven cause.
Finding wrong(Finding finding, const QString &cause, const QJsonObject &evidence = {},
              const char *action = "");
Finding warned(Finding finding, const QString &cause, const QJsonObject &evidence = {},
               const char *action = "");
// Worth knowing; says nothing about whether the step is done.
Finding noticed(Finding finding, const QString &cause, const QJsonObject &evidence = {});
// Something is wrong, and what was seen does not tell which of these it is; `tell` is the one thing to do
// that would ("tells" in the catalogue).
Finding unsure(Finding finding, const QStringList &possible, const QJsonObject &evidence = {},
               const QString &tell = {});
// A number of WeCom's as the cause it stands for: one that passes by itself leaves the check without an
// answer.
Finding byCode(Finding finding, const net::Fault &fault, const QJsonObject &evidence = {});
Finding notAsked(Finding finding, const char *action = "", const QJsonObject &evidence = {});
// Looked at, and not to be judged before something else is done: `cause` says what.
Finding notYet(Finding finding, const QString &cause, const QJsonObject &evidence = {});
Finding unreachable(Finding finding, const QString &cause = {}, const QJsonObject &evidence = {});
Finding outOfSight(Finding finding, const QJsonObject &evidence = {});

// A fault that is no answer to the check's own question (network, TLS, proxy, limits, restarts): what it
// proves, and whether trying again may help. Codes that only one subject understands are that subject's, and
// are looked at before.
enum class Side { Nocobase, Wecom };
Finding withFault(Finding finding, const net::Fault &fault, Side side, const World &world);

bool isWecomError(const net::Fault *fault, int errcode);

// The app as WeCom showed it: from this computer if it answers us, else through the NocoBase server.
struct AgentView
{
    const wecom::AgentInfo *info = nullptr;
    const net::Fault *fault = nullptr; // when there is no info
    Vantage from = Vantage::Pc;
    QDateTime at;
    bool pcUntrusted = false; // this computer is not on the trusted IP list
};
AgentView agentView(const World &world);
// The app's row of agent/list, from wherever it came; nullptr when nobody was asked.
const QList<wecom::AgentListItem> *agentListView(const World &world);
// What a check of the app says while there is no answer about it.
Finding withoutAgent(Finding finding, const AgentView &view, const World &world);
Finding onAgent(const QString &check, const AgentView &view);
// Whether NocoBase can be asked to ask WeCom: known to be impossible when its custom-request plugin is off.
bool cannotAskServer(const World &world);

// The WeCom authenticators of this NocoBase, and the one this setup is about (nullptr when it is not there or
// not chosen).
QList<const nocobase::Authenticator *> wecomRows(const World &world);
const nocobase::Authenticator *ourRow(const World &world);
// Options whose current values differ from what is wanted, by name; templates count as wanted.
QStringList differingOptions(const nocobase::Authenticator &row, const nocobase::OptionLayout &layout,
                             const World &world);
// A field as a row has it, in the form in which the record of the last apply keeps it; nothing for one that
// the layout does not know.
std::optional<QString> fieldText(const nocobase::Authenticator &row, const nocobase::OptionLayout &layout,
                                 const QString &field);
// A switch as the row has it.
bool isOn(const nocobase::Authenticator &row, const nocobase::OptionLayout &layout, nocobase::Option option);
// Does this NocoBase's version know the option; nothing while the version is not known.
std::optional<bool> versionKnows(nocobase::Option option, const World &world);
QString versionFor(nocobase::Option option); // "1.4.0"; empty for one that was always there

const login::Trace *currentTrace(const World &world);

} // namespace checks
