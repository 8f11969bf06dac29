// SPDX-License-Identifier: Apache-2.0
#include "demo/world.h"

#include "demo/faults.h"
#include "nocobase/optionlayout.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using setup::StepId;

namespace demo {

namespace {

// The department everybody is in, and one the colleague is not in.
constexpr int wholeCompany = 1, otherDepartment = 7;

QJsonObject row(qint64 id, const QString &name, const QString &type, const QString &title,
                const QJsonObject &options)
{
    const QString at = u"2026-03-02T08:00:00.000Z"_s;
    return {{u"id"_s, id},           {u"name"_s, name},         {u"authType"_s, type},
            {u"title"_s, title},     {u"description"_s, u""_s}, {u"enabled"_s, true},
            {u"options"_s, options}, {u"sort"_s, id},           {u"createdAt"_s, at},
            {u"updatedAt"_s, at}};
}

QJsonObject wecomOptions(const QString &company, const QString &agent, const QString &secret,
                         const QString &origin, bool automatic)
{
    const QJsonObject open{{u"autoSignup"_s, false}, {u"autoLogin"_s, automatic}, {u"tooltip"_s, u""_s}};
    const QJsonObject closed{{u"corpId"_s, company},
                             {u"agentId"_s, agent},
                             {u"secret"_s, secret},
                             {u"origin"_s, origin},
                             {u"redirectLink"_s, u""_s}};
    return {{u"public"_s, open}, {u"wecom"_s, closed}};
}

} // namespace

namespace sample {
QString companyId()
{
    return u"ww9f3c1a7be4d2065a"_s;
}
QString agentId()
{
    return u"1000004"_s;
}
QString secret(bool afterReset)
{
    return afterReset ? u"rehearsal-Secret_of-no-real-company-000002x"_s
                      : u"rehearsal-Secret_of-no-real-company-000001x"_s;
}
QString account()
{
    return u"admin"_s;
}
QString password()
{
    return u"Rehearsal-2026"_s;
}
QString thisComputer()
{
    return u"198.51.100.23"_s;
}
QString server()
{
    return u"203.0.113.7"_s;
}
QString serverLater()
{
    return u"203.0.113.8"_s;
}
QString userId()
{
    return u"LiWei"_s;
}
QString mobile()
{
    return u"13800138000"_s;
}
QString ownershipFileName()
{
    return u"WW_verify_Rehearsal2026abc.txt"_s;
}
QByteArray ownershipBody()
{
    return "Rehearsal2026abc";
}
} // namespace sample

QString domainOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

QString randomText(int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    for (char &byte : raw)
        byte = char(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(raw.toHex());
}

bool App::isVisibleTo(Visitor visitor) const
{
    return visitor == Visitor::Colleague &&
           (users.contains(sample::userId()) || departments.contains(wholeCompany));
}

QString World::address(const Call &call) const
{
    const bool assistant = call.header("user-agent").startsWith("wecom-setup");
    if (assistant)
        return sample::thisComputer();
    return fault(u"ip.changed"_s) && answeredServer ? sample::serverLater() : sample::server();
}

bool World::trustsThisComputer() const
{
    // Where the program sets the domain itself, WeCom has to answer it.
    return thisComputerTrusted || fault(u"domain.limit"_s) || fault(u"domain.ownership.unverified"_s);
}

bool World::isSampleSecretNow(const QString &secret) const
{
    if (secretWasReset && secret == sample::secret(true))
        return true;
    return secret == sample::secret(false) && !fault(u"wecom.secret.wrong"_s);
}

qint64 World::agentIdOfSecret() const
{
    return fault(u"wecom.agent.other-app"_s) ? 1000016 : app.agentId;
}

QString World::companyIdNow() const
{
    return fault(u"wecom.company-id.wrong"_s) ? u"ww9f3c1a7be4d20651"_s : sample::companyId();
}

Visitor World::phoneHolder() const
{
    // Without anybody in scope, the colleague is not either; see App::isVisibleTo.
    return visitor == Visitor::Colleague && !app.isVisibleTo(visitor) ? Visitor::ColleagueOutOfScope
                                                                      : visitor;
}

const User *World::user(qint64 id) const
{
    for (const User &user : users) {
        if (user.id == id)
            return &user;
    }
    return nullptr;
}

// What the console has after somebody followed the step, for better or worse.
QString World::trustedDomain() const
{
    const QString domain = domainOf(nocobaseUrl);
    if (fault(u"domain.oauth.empty"_s))
        return {};
    if (fault(u"domain.port"_s))
        return nocobaseUrl.host() + u":8443"_s;
    const bool other = fault(u"domain.oauth.mismatch"_s) || fault(u"domain.limit"_s) ||
                       fault(u"domain.ownership.unverified"_s);
    return other ? u"old.example.com"_s : domain;
}

bool World::set(StepId step)
{
    const QString domain = domainOf(nocobaseUrl);
    switch (step) {
    case StepId::CreateApp:
        if (fault(u"wecom.app.scope-empty"_s))
            app.departments.clear();
        else
            app.departments = {fault(u"login.member.out-of-scope"_s) ? otherDepartment : wholeCompany};
        break;
    case StepId::CallbackDomain:
        app.callbackDomain = fault(u"domain.callback.mismatch"_s) ? u"old.example.com"_s : domain;
        break;
    case StepId::TrustedDomain:
        app.redirectDomain = trustedDomain();
        app.ownershipVerified = !fault(u"domain.ownership.missing"_s) &&
                                !fault(u"domain.ownership.masked"_s) &&
                                !fault(u"domain.ownership.unverified"_s);
        break;
    case StepId::TrustedIp:
        app.trustedAddresses = {fault(u"ip.untrusted"_s) || fault(u"login.ip"_s) ? u"203.0.113.99"_s
                                                                                 : sample::server()};
        break;
    case StepId::Review:
        return saveMarkerRow();
    default:
        return false;
    }
    performed.insert(step);
    return true;
}

void World::setFaults(const QStringList &causes)
{
    const auto pluginIsOff = [this] { return fault(u"plugin.off"_s) || fault(u"plugin.failed"_s); };
    const bool pluginWasOff = pluginIsOff();
    const bool layoutWasUnknown = fault(u"layout.unknown"_s);
    faults.clear();
    const QStringList known = faultIds();
    for (const QString &cause : causes) {
        if (known.contains(cause))
            faults.insert(cause);
    }
    secretWasReset = secretWasReset || fault(u"wecom.secret.wrong"_s);
    app.closed = fault(u"wecom.app.disabled"_s);
    if (pluginWasOff != pluginIsOff())
        pluginEnabled = !pluginIsOff();
    if (layoutWasUnknown != fault(u"layout.unknown"_s))
        hideWecomRows(fault(u"layout.unknown"_s));
    answeredServer = answeredServer && fault(u"ip.changed"_s);
    meddle();
    token.clear(); // it may belong to another app now
    for (User &user : users) {
        if (user.username == u"liwei"_s)
            user.phone = fault(u"login.user-not-found"_s) ? QString() : sample::mobile();
    }
    if (fault(u"login.user-not-found"_s) || fault(u"login.first-time"_s)) {
        links.clear();
        knownMobiles.clear();
    }
    const QSet<StepId> again = performed;
    for (const StepId step : again)
        set(step);
}

namespace {

bool isWecom(const QJsonObject &row)
{
    return row.value(u"authType"_s).toString() == u"wecom"_s;
}

} // namespace

void World::hideWecomRows(bool hide)
{
    if (hide) {
        std::copy_if(authenticators.cbegin(), authenticators.cend(), std::back_inserter(hiddenAuthenticators),
                     isWecom);
        authenticators.removeIf(isWecom);
        return;
    }
    QSet<QString> taken;
    for (const QJsonObject &row : std::as_const(authenticators))
        taken.insert(row.value(u"name"_s).toString());
    for (const QJsonObject &row : std::as_const(hiddenAuthenticators)) {
        if (!taken.contains(row.value(u"name"_s).toString()))
            authenticators.append(row);
    }
    hiddenAuthenticators.clear();
}

bool World::saveMarkerRow()
{
    using nocobase::Option;
    if (!pluginEnabled || std::any_of(authenticators.cbegin(), authenticators.cend(), isWecom))
        return false; // there is a row to learn from
    const auto markers = nocobase::markerValues();
    QJsonObject options = wecomOptions(markers[Option::CompanyId], markers[Option::AgentId],
                                       markers[Option::Secret], markers[Option::Origin], true);
    QJsonObject closed = options[u"wecom"_s].toObject(), open = options[u"public"_s].toObject();
    closed.insert(u"redirectLink"_s, markers[Option::RedirectLink]);
    open.insert(u"tooltip"_s, markers[Option::Tooltip]);
    options.insert(u"wecom"_s, closed);
    options.insert(u"public"_s, open);
    const qint64 id = nextId++;
    QJsonObject saved = row(id, u"s_"_s + randomText(5), u"wecom"_s, u"WeCom"_s, options);
    saved.insert(u"enabled"_s, false);
    authenticators.append(saved);
    return true;
}

void World::meddle()
{
    for (QJsonObject &row : authenticators) {
        const QString name = row.value(u"name"_s).toString();
        if (!name.startsWith(u"wecom"_s))
            continue;
        const bool ours = name == u"wecom"_s;
        QJsonObject options = row.value(u"options"_s).toObject();
        QJsonObject open = options.value(u"public"_s).toObject();
        if (fault(u"authenticator.several-automatic"_s))
            open[u"autoLogin"_s] = true;
        if (fault(u"authenticator.secret-public"_s) && ours)
            open[u"corpSecret"_s] = u"old-Secret_of-no-real-company-00000000-2024"_s;
        else
            open.remove(u"corpSecret"_s);
        if (fault(u"plugin.other-vendor"_s))
            options[u"callbackUrl"_s] = u"https://old.example.com/callback"_s;
        else
            options.remove(u"callbackUrl"_s);
        const QString tooltip = u"Ask Wang Fang first 先问王芳"_s;
        if (fault(u"authenticator.changed"_s) && ours) {
            open[u"tooltip"_s] = tooltip;
            row[u"updatedAt"_s] = now().toString(Qt::ISODateWithMs);
        } else if (open.value(u"tooltip"_s).toString() == tooltip) {
            open[u"tooltip"_s] = QString();
        }
        options[u"public"_s] = open;
        row[u"options"_s] = options;
        const bool off = fault(u"authenticator.disabled"_s);
        if (ours && off != switchedOff)
            switchedOff = off;
        else if (!ours || !off)
            continue;
        row[u"enabled"_s] = !off;
    }
}

void World::fillNocobase()
{
    users = {
        {1, u"admin"_s, u"Admin"_s, u"admin@example.com"_s, QString(), u"root"_s},
        {2, u"liwei"_s, u"Li Wei 李伟"_s, u"liwei@example.com"_s, sample::mobile(), u"member"_s},
        {3, u"wangfang"_s, u"Wang Fang 王芳"_s, u"wangfang@example.com"_s, u"13900139000"_s, u"member"_s}};
    const QString origin = nocobaseUrl.toString(QUrl::RemovePath);
    authenticators = {row(1, u"basic"_s, u"Email/Password"_s, u"Password"_s,
                          {{u"public"_s, QJsonObject{{u"allowSignUp"_s, false}}}}),
                      row(2, u"wecom"_s, u"wecom"_s, u"WeCom"_s,
                          wecomOptions(u"ww0000000000000000"_s, u"1000002"_s,
                                       u"old-Secret_of-no-real-company-00000000-2024"_s, origin, false)),
                      row(3, u"wecom-branch"_s, u"wecom"_s, u"WeCom (branch office)"_s,
                          wecomOptions(u"ww1111111111111111"_s, u"1000003"_s,
                                       u"branch-Secret_of-no-real-company-00000-2025"_s, origin, true))};
}

} // namespace demo
