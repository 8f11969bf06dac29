// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/plan.h"

using namespace Qt::StringLiterals;
using apply::ChangePlan;
using nocobase::Authenticator;
using nocobase::Option;
using setup::Inputs;

inline const QString ourSecret = u"CANARY-secret"_s;

// A setup that is ready to be applied, and a NocoBase that takes it; each test changes what it is about.
struct Scene
{
    setup::Setup setup;
    setup::Credentials credentials;
    setup::Facts facts;

    nocobase::Identity identity;
    nocobase::WecomPlugin plugin;
    nocobase::OptionLayout layout;
    nocobase::ServerInfo server;
    QList<Authenticator> rows;

    Scene()
    {
        setup.id = u"crm"_s;
        setup.nocobase.url = QUrl(u"https://crm.example.com/"_s);
        setup.authenticator.name = u"wecom"_s;
        setup.authenticator.origin = u"https://crm.example.com"_s;
        credentials.companyId = u"ww0123456789abcdef"_s;
        credentials.agentId = u"1000002"_s;
        credentials.secret = vault::Secret::fromText(ourSecret);
        identity.allowAll = true;
        plugin.listed = plugin.enabled = true;
        plugin.authType = u"wecom"_s;
        layout.pointers = {{Option::CompanyId, u"/corpId"_s},
                           {Option::AgentId, u"/agentId"_s},
                           {Option::Secret, u"/secret"_s},
                           {Option::Origin, u"/origin"_s},
                           {Option::AutoSignup, u"/public/signup"_s},
                           {Option::AutomaticLogin, u"/auto"_s},
                           {Option::RedirectLink, u"/redirect"_s},
                           {Option::Tooltip, u"/public/tip"_s}};
        server.version = QVersionNumber(2, 2, 15);
        rows << row(1, u"basic"_s, u"Email/Password"_s, {}) << row(2, u"wecom"_s, u"wecom"_s, applied());
    }

    static Authenticator row(qint64 id, const QString &name, const QString &type, const QJsonObject &options)
    {
        Authenticator row;
        row.id = id;
        row.name = name;
        row.authType = type;
        row.title = u"WeCom"_s;
        row.enabled = true;
        row.options = options;
        return row;
    }

    // What the setup makes of a row.
    static QJsonObject applied()
    {
        return {{u"corpId"_s, u"ww0123456789abcdef"_s},
                {u"agentId"_s, u"1000002"_s},
                {u"secret"_s, ourSecret},
                {u"origin"_s, u"https://crm.example.com"_s}};
    }

    template<class T>
    setup::Seen<T> seen(const T &value, Inputs inputs)
    {
        return {value, QDateTime::currentDateTimeUtc(), setup::Vantage::Pc,
                setup::stampOf(inputs, setup, credentials)};
    }

    setup::World world()
    {
        facts.identity = seen(identity, Inputs::NocobaseLogin);
        facts.plugin = seen(plugin, Inputs::NocobaseLogin);
        facts.authenticators = seen(rows, Inputs::NocobaseLogin);
        facts.layout = seen(layout, Inputs::NocobaseLogin);
        facts.server = seen(server, Inputs::NocobaseHost);
        return {setup, credentials, facts};
    }
    ChangePlan plan() { return apply::plan(world()); }
    QList<Authenticator> written() { return apply::rowsToWrite(plan(), world()); }
};
