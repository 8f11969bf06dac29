// SPDX-License-Identifier: Apache-2.0
#include "checks/finding.h"

#include "checks/subjects.h"
#include "checks/support.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace checks {

namespace {

struct Row
{
    StepId step;
    QString check;
};

// Which check speaks for which step, in the order they are shown.
const QList<Row> &table()
{
    static const QList<Row> rows{
        {StepId::Welcome, u"keychain.usable"_s},
        {StepId::Nocobase, u"nocobase.reach"_s},
        {StepId::Nocobase, u"nocobase.https"_s},
        {StepId::Nocobase, u"computer.clock"_s},
        {StepId::Nocobase, u"nocobase.sign-in"_s},
        {StepId::Nocobase, u"nocobase.role"_s},
        {StepId::Nocobase, u"plugin.wecom"_s},
        {StepId::Nocobase, u"plugin.vendor"_s},
        {StepId::Nocobase, u"authenticator.found"_s},
        {StepId::Nocobase, u"authenticator.public"_s},
        {StepId::CreateApp, u"app.created"_s},
        {StepId::CreateApp, u"app.enabled"_s},
        {StepId::CreateApp, u"app.scope"_s},
        {StepId::Credentials, u"wecom.company-id"_s},
        {StepId::Credentials, u"wecom.secret"_s},
        {StepId::Credentials, u"wecom.agent"_s},
        {StepId::Credentials, u"wecom.pc"_s},
        {StepId::CallbackDomain, u"callback.form"_s},
        {StepId::CallbackDomain, u"callback.domain"_s},
        {StepId::TrustedDomain, u"domain.file"_s},
        {StepId::TrustedDomain, u"domain.oauth"_s},
        {StepId::TrustedDomain, u"domain.set"_s},
        {StepId::TrustedDomain, u"domain.console"_s},
        {StepId::TrustedIp, u"ip.trusted"_s},
        {StepId::LoginOptions, u"options.origin"_s},
        {StepId::LoginOptions, u"options.redirect-link"_s},
        {StepId::LoginOptions, u"options.automatic-login"_s},
        {StepId::LoginOptions, u"options.signup"_s},
        {StepId::LoginOptions, u"options.tooltip"_s},
        {StepId::LoginOptions, u"options.only-one"_s},
        {StepId::Review, u"review.layout"_s},
        {StepId::Review, u"review.marker"_s},
        {StepId::Review, u"review.applied"_s},
        {StepId::Review, u"review.cut"_s},
        {StepId::Review, u"review.changed"_s},
        {StepId::Review, u"review.enabled"_s},
        {StepId::Review, u"review.public"_s},
        {StepId::Review, u"review.link"_s},
        {StepId::Review, u"review.callback"_s},
        {StepId::Review, u"review.state"_s},
        {StepId::Review, u"review.answering"_s},
        {StepId::Homepage, u"homepage.link"_s},
        {StepId::TestLogin, u"test.login"_s},
        {StepId::TestLogin, u"test.browser"_s},
        {StepId::TestLogin, u"test.way.inside-desktop"_s},
        {StepId::TestLogin, u"test.way.inside-phone"_s},
        {StepId::TestLogin, u"test.way.homepage-desktop"_s},
        {StepId::TestLogin, u"test.way.homepage-phone"_s},
        {StepId::TestLogin, u"test.way.sign-in-v1"_s},
        {StepId::TestLogin, u"test.way.sign-in-v2"_s},
        {StepId::TestLogin, u"test.way.second"_s},
        {StepId::TestLogin, u"test.way.out-of-scope"_s},
    };
    return rows;
}

constexpr std::array severities{Severity::Ok, Severity::Notice, Severity::Warning, Severity::Problem,
                                Severity::Unknown};
constexpr std::array reasons{Reason::None, Reason::NotAsked, Reason::Unreachable, Reason::OutOfSight};
constexpr std::array vantages{Vantage::Pc, Vantage::Server, Vantage::Browser, Vantage::Person};

template<class Values, class Name>
auto fromName(const Values &values, Name nameOf, const QString &name)
{
    const auto at =
        std::find_if(values.begin(), values.end(), [&](auto value) { return nameOf(value) == name; });
    return at == values.end() ? values.front() : *at;
}

int rank(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return 0;
    case Severity::Notice:
        return 1;
    case Severity::Unknown:
        return 2;
    case Severity::Warning:
        return 3;
    case Severity::Problem:
        return 4;
    }
    return 0;
}

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return u"ok"_s;
    case Severity::Notice:
        return u"notice"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Problem:
        return u"problem"_s;
    case Severity::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString reasonName(Reason reason)
{
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::NotAsked:
        return u"not-asked"_s;
    case Reason::Unreachable:
        return u"unreachable"_s;
    case Reason::OutOfSight:
        return u"out-of-sight"_s;
    }
    return {};
}

QJsonObject toJson(const Finding &finding)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonObject json{{u"check"_s, finding.check},
                     {u"step"_s, setup::stepName(finding.step)},
                     {u"severity"_s, severityName(finding.severity)},
                     {u"cause"_s, orNull(finding.cause)},
                     {u"reason"_s, orNull(reasonName(finding.reason))},
                     {u"vantage"_s, setup::vantageName(finding.vantage)},
                     {u"evidence"_s, finding.evidence}};
    if (!finding.possible.isEmpty())
        json[u"possible"_s] = QJsonArray::fromStringList(finding.possible);
    if (finding.at.isValid())
        json[u"at"_s] = finding.at.toUTC().toString(Qt::ISODate);
    if (!finding.action.isEmpty())
        json[u"action"_s] = finding.action;
    if (!finding.decides)
        json[u"decides"_s] = false;
    return json;
}

Finding findingFromJson(const QJsonObject &json)
{
    Finding finding;
    finding.check = json[u"check"_s].toString();
    finding.step = setup::stepFromName(json[u"step"_s].toString()).value_or(StepId::Welcome);
    const QString severity = json[u"severity"_s].toString();
    // What cannot be read counts as unknown, never as ok.
    finding.severity = severity == u"ok"_s ? Severity::Ok : fromName(severities, severityName, severity);
    if (severityName(finding.severity) != severity)
        finding.severity = Severity::Unknown;
    finding.cause = json[u"cause"_s].toString();
    finding.reason = fromName(reasons, reasonName, json[u"reason"_s].toString());
    finding.vantage = fromName(vantages, setup::vantageName, json[u"vantage"_s].toString());
    finding.evidence = json[u"evidence"_s].toObject();
    const QJsonArray possible = json[u"possible"_s].toArray();
    for (const auto &cause : possible)
        finding.possible.append(cause.toString());
    finding.at = QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODate);
    finding.action = json[u"action"_s].toString();
    finding.decides = json[u"decides"_s].toBool(true);
    return finding;
}

QList<Finding> evaluate(const setup::World &world)
{
    const std::array subjects{keychainChecks,  nocobaseChecks,    computerChecks, pluginChecks,
                              appChecks,       credentialsChecks, callbackChecks, domainChecks,
                              trustedIpChecks, optionsChecks,     reviewChecks,   homepageChecks,
                              testLoginChecks, loginWayChecks};
    QList<Finding> findings;
    for (const auto &subject : subjects)
        findings.append(subject(world));
    const auto place = [](const Finding &finding) {
        const auto &rows = table();
        return std::find_if(rows.begin(), rows.end(),
                            [&](const Row &row) { return row.check == finding.check; }) -
               rows.begin();
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding &a, const Finding &b) { return place(a) < place(b); });
    return findings;
}

QStringList checksOf(StepId step)
{
    QStringList checks;
    for (const Row &row : table()) {
        if (row.step == step)
            checks.append(row.check);
    }
    return checks;
}

Severity worst(const QList<Finding> &findings)
{
    Severity worst = Severity::Ok;
    for (const Finding &finding : findings) {
        if (rank(finding.severity) > rank(worst))
            worst = finding.severity;
    }
    return worst;
}

Finding start(const QString &check)
{
    Finding finding;
    finding.check = check;
    finding.reason = Reason::NotAsked;
    const auto &rows = table();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Row &known) { return known.check == check; });
    Q_ASSERT_X(row != rows.end(), "checks::start", "a check that no step lists");
    if (row != rows.end())
        finding.step = row->step;
    return finding;
}

} // namespace checks
