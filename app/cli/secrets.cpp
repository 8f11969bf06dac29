// SPDX-License-Identifier: Apache-2.0
#include "cli/secrets.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

net::Result<GivenSecrets> GivenSecrets::fromEnvironment()
{
    const auto text = [](const char *name) { return QString::fromUtf8(qgetenv(name)).trimmed(); };
    GivenSecrets given;
    given.m_forAny.emplace();
    given.m_forAny->companyId = text("WECOM_COMPANY_ID");
    given.m_forAny->agentId = text("WECOM_AGENT_ID");
    given.m_forAny->secret = vault::Secret::fromText(text("WECOM_SECRET"));
    given.m_forAny->password = vault::Secret(qgetenv("NOCOBASE_PASSWORD"));
    given.m_forAny->token = vault::Secret::fromText(text("NOCOBASE_TOKEN"));
    // What this process starts, and what reads its environment, has no business with them.
    for (const char *name : {"WECOM_SECRET", "NOCOBASE_PASSWORD", "NOCOBASE_TOKEN"})
        qunsetenv(name);
    return given;
}

net::Result<GivenSecrets> GivenSecrets::fromStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return net::fail(net::FaultCode::BadInput, {{u"field"_s, u"standard input"_s}});
    return fromJson(input.read(1024 * 1024));
}

net::Result<GivenSecrets> GivenSecrets::fromJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return net::fail(net::FaultCode::BadInput, {{u"field"_s, u"standard input"_s}});
    GivenSecrets given;
    const QJsonObject all = document.object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject one = it.value().toObject();
        const auto text = [&one](const QString &name) { return one.value(name).toVariant().toString(); };
        setup::Credentials credentials;
        credentials.companyId = text(u"companyId"_s);
        credentials.agentId = text(u"agentId"_s);
        credentials.secret = vault::Secret::fromText(text(u"secret"_s));
        credentials.password = vault::Secret::fromText(text(u"password"_s));
        credentials.token = vault::Secret::fromText(text(u"token"_s));
        given.m_bySetup.insert(it.key(), credentials);
    }
    return given;
}

std::optional<setup::Credentials> GivenSecrets::of(const QString &setupId) const
{
    const auto found = m_bySetup.constFind(setupId);
    return found != m_bySetup.constEnd() ? std::optional(*found) : m_forAny;
}

} // namespace cli
