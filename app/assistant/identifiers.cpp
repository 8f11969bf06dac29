// SPDX-License-Identifier: Apache-2.0
#include "assistant/identifiers.h"

#include "assistant/setupsession.h"
#include "checks/catalogue.h"
#include "checks/languages.h"
#include "wecom/identifiers.h"

using namespace Qt::StringLiterals;

namespace assistant {

namespace {

void addWho(QStringList &all, const login::Trace *trace)
{
    if (trace && trace->who)
        all << trace->who->nickname << trace->who->username;
    if (trace && trace->link)
        all << trace->link->companyId << trace->link->agentId << trace->link->redirectUri.host();
}

// The servers of WeCom that all companies share tell nothing.
QString ownHost(const QUrl &url)
{
    const QString host = url.host();
    return host.endsWith(u"weixin.qq.com"_s) ? QString() : host;
}

// Company IDs, and hosts of addresses, wherever an authenticator keeps them.
void addLeaves(QStringList &all, const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        if (wecom::companyIdShape(text) == wecom::Shape::Good)
            all << text;
        else if (text.contains(u"://"_s))
            all << ownHost(QUrl(text));
    } else if (value.isArray() || value.isObject()) {
        const auto parts =
            value.isArray() ? value.toArray().toVariantList() : value.toObject().toVariantMap().values();
        for (const auto &part : parts)
            addLeaves(all, QJsonValue::fromVariant(part));
    }
}

// What NocoBase holds already, of this company or of another one: the page of the changes shows all of it.
// Other ways to sign in are not shown, and are called as everybody's are.
void addAuthenticators(QStringList &all, const setup::Facts &facts)
{
    if (!facts.plugin || !facts.plugin->what || !facts.authenticators || !facts.authenticators->what)
        return;
    const auto *layout = facts.layout && facts.layout->what ? &*facts.layout->what : nullptr;
    for (const auto &row : std::as_const(*facts.authenticators->what)) {
        if (row.authType != facts.plugin->what->authType)
            continue;
        all << row.name << row.title << row.description;
        addLeaves(all, row.options);
        for (const auto option : {nocobase::Option::AgentId, nocobase::Option::Tooltip}) {
            if (layout)
                all << layout->read(row.options, option).toVariant().toString();
        }
    }
}

void addApps(QStringList &all, const setup::Fact<QList<wecom::AgentListItem>> &apps)
{
    if (!apps || !apps->what)
        return;
    for (const auto &app : std::as_const(*apps->what))
        all << app.name << QString::number(app.agentId);
}

// Words that are in sentences of the program's own, too.
QStringList withoutCommon(QStringList all)
{
    QStringList everywhere{u"admin"_s, u"root"_s, u"NocoBase"_s, u"WeCom"_s};
    const auto &catalogue = checks::Catalogue::instance();
    const QStringList languages = checks::languageCodes();
    for (const QString &language : languages)
        everywhere << catalogue.label(u"general"_s, u"new-setup"_s, language)
                   << catalogue.label(u"report"_s, u"rehearsal"_s, language);
    all.removeIf([&everywhere](const QString &one) {
        return one.isEmpty() || everywhere.contains(one, Qt::CaseInsensitive);
    });
    all.removeDuplicates();
    return all;
}

} // namespace

QStringList identifiersOf(const SetupSession &session)
{
    const setup::Setup &setup = session.setup();
    const setup::Facts &facts = session.facts();
    QStringList all{session.credentials().companyId, session.credentials().agentId, setup.nocobase.account};
    if (!session.isRehearsal()) // whose name is the word for it
        all << setup.name;
    for (const QUrl &url :
         {setup.nocobase.url, QUrl(setup.authenticator.origin), QUrl(setup.homepage.desktop),
          QUrl(setup.homepage.mobile), setup.wecom.api, setup.wecom.login, setup.wecom.oauth})
        all << ownHost(url);
    all << session.record().serverAddress << session.record().serverAddressBefore;
    if (facts.identity && facts.identity->what)
        all << facts.identity->what->nickname << facts.identity->what->username;
    for (const auto *agent : {&facts.agentFromPc, &facts.agentFromServer}) {
        if (*agent && (*agent)->what)
            all << (*agent)->what->name << (*agent)->what->redirectDomain.section(u':', 0, 0);
    }
    addAuthenticators(all, facts);
    addApps(all, facts.agentListFromPc);
    addApps(all, facts.agentListFromServer);
    addWho(all, session.trace());
    addWho(all, session.loginTest()->remembered());
    return withoutCommon(std::move(all));
}

QStringList identifiersOf(const QList<setup::Listed> &setups)
{
    QStringList all;
    for (const auto &listed : setups)
        all << listed.name << ownHost(listed.nocobase);
    return withoutCommon(std::move(all));
}

} // namespace assistant
