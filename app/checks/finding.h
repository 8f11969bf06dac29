// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/facts.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace checks {

enum class Severity { Ok, Notice, Warning, Problem, Unknown };
QString severityName(Severity severity); // "ok", "notice", "warning", "problem", "unknown"

// Why a check is Unknown.
enum class Reason {
    None,
    NotAsked,    // nobody has looked yet, or with other values
    Unreachable, // asked, no answer: try again
    OutOfSight,  // no machine can see it from here
};
QString reasonName(Reason reason); // "", "not-asked", "unreachable", "out-of-sight"

// What one check says. Tests and JSON use ids; words come from the Catalogue.
struct Finding
{
    QString check; // "wecom.secret"
    setup::StepId step = setup::StepId::Welcome;
    Severity severity = Severity::Unknown;
    QString cause;        // id of causes.md; empty when nothing is wrong or nothing was proven
    QStringList possible; // causes that remain when none was proven
    Reason reason = Reason::None;
    setup::Vantage vantage = setup::Vantage::Pc;
    QDateTime at;
    QJsonObject evidence; // values for the words: ip, domain, expected, found, app, ... never a secret
    QString action;       // what the program can do: see checks/actions.h; empty for nothing
    bool decides = true;  // counts towards "verified" of its step

    bool isWrong() const { return severity == Severity::Problem || severity == Severity::Warning; }

    bool operator==(const Finding &) const = default;
};

QJsonObject toJson(const Finding &finding);
Finding findingFromJson(const QJsonObject &json);

// The checks of all subjects over today's facts, in the order of the steps. Pure.
QList<Finding> evaluate(const setup::World &world);
// Ids of the checks that speak for a step.
QStringList checksOf(setup::StepId step);
Severity worst(const QList<Finding> &findings);

} // namespace checks
