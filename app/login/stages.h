// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/limits.h"

namespace login {

// The parts of a login, in their order.
enum class StageId {
    SignInPage, // NocoBase's page, up to its button
    Start,      // NocoBase's redirect to WeCom
    WecomPage,  // QR code, scan and confirmation
    Callback,   // WeCom's redirect to NocoBase, with a one-use code
    Session,    // NocoBase's session
    Landing,    // the page it opens
    Who,        // who NocoBase says was signed in
};
// "sign-in-page", "start", "wecom-page", "callback", "session", "landing", "who"
QString stageName(StageId id);

enum class StageState {
    Open,    // its turn has not come
    Running, // it is waited for
    Passed,  // it came, and proves what it should
    Doubted, // it came, but what it should prove was not right, or was not seen
    Failed,  // it did not come within its limit, or it came and was wrong: here the login ended
    Stopped, // somebody stopped the test here
};
QString stageState(StageState state); // "open", "running", ...

// One part of a login, as far as a trace has it. Words for it are in the catalogue's section "stages": the
// name alone is its title, "<name>.<told>" the sentence about it (with `evidence` filled in), "<name>.proves"
// and "<name>.wrong" what it would prove and what would be wrong with it.
struct Stage
{
    StageId id = StageId::SignInPage;
    StageState state = StageState::Open;
    QString told;
    QJsonObject evidence;
    QDateTime at;                                      // when it came; invalid before
    std::optional<std::chrono::milliseconds> duration; // from the stage before; nothing before it came
    std::optional<Limit> limit;                        // while it is waited for, or when that was too long
    std::optional<std::chrono::milliseconds> left;     // while it is waited for
    QUrl address;                                      // masked
    QString host;                                      // of it, with a port that is not the usual one
    int status = 0;                                    // 0 when not known
    QList<Sighting> sightings;                         // WeCom's page only
};

// Pure: the same trace and time give the same stages. Always all of them; null is a login that has not begun.
QList<Stage> stagesOf(const Trace *trace, const QDateTime &now);

// The file that holds a login: "wecom-setup-login/1", resources/schema/login.json. Nothing secret is in it.
QJsonObject exported(const Trace &trace);
QJsonObject toJson(const Stage &stage);

// "4:12", of a countdown.
QString clockText(std::chrono::milliseconds left);

} // namespace login
