// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/facts.h"

#include <QJsonArray>

namespace apply {

// One field of one authenticator, before and after. Secrets are never in it: only whether they change.
struct Change
{
    QString authenticator;
    QString field;  // "title", "enabled", or an option's name
    QString before; // as shown; "" when absent
    QString after;
    bool secret = false; // before/after are then "set", "new" or ""
    bool changes = true; // false: shown for completeness
    QString reason;    // why a wanted change is not made: "too-old", "template", "no-layout"; empty otherwise
    QString note;      // version an option needs, template text
    QString mended;    // made, but this version of the plugin has a flaw there: the version that mends it
    bool kept = false; // Company ID, AgentId, Secret: none was entered here, NocoBase's own stays, unproven
};

// An option that several places of an authenticator could hold: only the person can tell which it is.
struct LayoutQuestion
{
    nocobase::Option option = nocobase::Option::CompanyId;
    QString authenticator;
    struct Place
    {
        QString pointer;
        QString shown; // its present value, masked; "" when it is empty
    };
    QList<Place> places;
    bool isNeeded = true; // without an answer nothing can be written; else "kept nowhere" is one too
};

// What applying would do. Pure value: made from setup, credentials and facts, and compared again before
// writing.
struct ChangePlan
{
    // EnablePlugin: the plugin is switched on, which restarts NocoBase for everyone; what else is to change
    // can only be seen afterwards, in the next plan. Its one change has the field "plugin" and no
    // authenticator.
    enum class Kind { Nothing, Update, Create, EnablePlugin, Impossible } kind = Kind::Nothing;
    QString impossible;     // cause id: "layout.unknown", "plugin.absent", "plugin.off", "plugin.failed",
                            // "nocobase.role", "nocobase.sign-in"; or "choose-authenticator", "choose-layout"
    QString authenticator;  // name of the row, existing or new
    qint64 id = 0;          // 0 for a new one
    QList<Change> changes;  // fields that stay are in it too (changes == false)
    QStringList candidates; // several WeCom authenticators: the person chooses

    int changeCount() const;        // fields that change
    int authenticatorCount() const; // authenticators that are written
    QStringList keptFields() const; // see Change::kept
};

ChangePlan plan(const setup::World &world);
// What must or may be asked about the layout; see LayoutQuestion.
QList<LayoutQuestion> layoutQuestions(const setup::World &world);
QJsonArray toJson(const ChangePlan &plan); // as in the command line's "changes"

// The rows to write, with every unknown key kept. In order: the others first (only one may log in
// automatically), ours last.
QList<nocobase::Authenticator> rowsToWrite(const ChangePlan &plan, const setup::World &world);

} // namespace apply
