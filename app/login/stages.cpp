// SPDX-License-Identifier: Apache-2.0
#include "login/stages.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace login {

namespace {

const Hop *find(const Trace &trace, std::initializer_list<HopKind> kinds)
{
    const auto hop = std::find_if(trace.hops.begin(), trace.hops.end(), [&kinds](const Hop &one) {
        return std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end();
    });
    return hop == trace.hops.end() ? nullptr : &*hop;
}

// Masking hides a code's value, not that there is one.
bool hasCode(const Hop &callback)
{
    return QUrlQuery(callback.url).hasQueryItem(u"code"_s);
}

// What a trace has of each part, found once.
struct Seen
{
    explicit Seen(const Trace &from, const QDateTime &at)
        : trace(from)
        , now(from.outcome == Outcome::Running ? at : from.ended)
        , page(find(from, {HopKind::SignInPage}))
        , wecom(find(from, {HopKind::WecomLogin, HopKind::WecomOAuth}))
        , callback(find(from, {HopKind::Callback}))
        , error(find(from, {HopKind::SignInError}))
        , landing(find(from, {HopKind::Landing, HopKind::SignedIn}))
        , opened(find(from, {HopKind::SignedIn}))
    {}

    bool isRunning() const { return trace.outcome == Outcome::Running; }
    bool isSignedIn() const
    {
        return trace.outcome == Outcome::SignedIn || trace.outcome == Outcome::SignedInWithoutRole;
    }

    const Trace &trace;
    QDateTime now;
    const Hop *page, *wecom, *callback, *error, *landing, *opened;
};

Stage blank(StageId id)
{
    Stage stage;
    stage.id = id;
    return stage;
}

void show(Stage &stage, const Hop *hop)
{
    if (!hop)
        return;
    stage.at = hop->at;
    stage.address = hop->url;
    stage.host = hop->url.host() + (hop->url.port() > 0 ? u":%1"_s.arg(hop->url.port()) : QString());
    stage.status = hop->status;
}

void passed(Stage &stage, const QString &told, const QDateTime &from, const QDateTime &to)
{
    stage.state = StageState::Passed;
    stage.told = told;
    if (from.isValid() && to.isValid())
        stage.duration = std::chrono::milliseconds(std::max<qint64>(0, from.msecsTo(to)));
}

// It is waited for; once the test has ended, it is what did not come.
void awaited(Stage &stage, const Seen &seen, Wait wait, const QDateTime &since, const QString &told)
{
    stage.limit = limitOf(wait);
    stage.told = told;
    if (seen.isRunning()) {
        const auto left = stage.limit->time - waited(seen.trace, since, seen.now);
        stage.state = StageState::Running;
        stage.left = std::max<std::chrono::milliseconds>(left, std::chrono::milliseconds(0));
        stage.evidence[u"left"_s] = clockText(*stage.left);
        return;
    }
    if (seen.trace.outcome == Outcome::Cancelled) {
        stage.state = StageState::Stopped;
        stage.told = u"stopped"_s;
        return;
    }
    stage.state = StageState::Failed;
    stage.told = u"late"_s;
    stage.evidence[u"limit"_s] = clockText(stage.limit->time);
}

// The browser itself failed here, or could not open the page.
bool brokeDown(Stage &stage, const Seen &seen)
{
    if (!endedByFault(seen.trace.outcome))
        return false;
    stage.state = StageState::Failed;
    stage.told = seen.trace.outcome == Outcome::PageFailed ? u"unopened"_s : u"browser"_s;
    stage.evidence = {{u"fault"_s, seen.trace.fault}, {u"host"_s, seen.trace.faultHost}};
    return true;
}

Stage signInPage(const Seen &seen)
{
    Stage stage = blank(StageId::SignInPage);
    show(stage, seen.page);
    const QDateTime left = seen.trace.pressed.isValid() ? seen.trace.pressed
                           : seen.wecom                 ? seen.wecom->at
                                                        : QDateTime();
    if (left.isValid())
        passed(stage, seen.trace.pressed.isValid() ? u"pressed"_s : u"automatic"_s, seen.trace.started, left);
    else if (!brokeDown(stage, seen)) {
        awaited(stage, seen, Wait::Button, seen.trace.started, seen.page ? u"looking"_s : u"opening"_s);
        if (seen.page && seen.trace.outcome == Outcome::NoButton)
            stage.told = u"no-button"_s;
        if (seen.error && seen.trace.outcome == Outcome::PluginSentence) {
            stage.told = u"sentence"_s;
            stage.evidence[u"sentence"_s] = seen.trace.sentence;
        }
    }
    return stage;
}

Stage start(const Seen &seen)
{
    Stage stage = blank(StageId::Start);
    show(stage, seen.wecom);
    if (!seen.wecom) {
        if (!brokeDown(stage, seen))
            awaited(stage, seen, Wait::Start, seen.trace.pressed, u"waiting"_s);
        if (seen.error && seen.trace.outcome == Outcome::PluginSentence) {
            show(stage, seen.error);
            stage.told = u"sentence"_s;
            stage.evidence[u"sentence"_s] = seen.trace.sentence;
        }
        return stage;
    }
    passed(stage, u"right"_s, seen.trace.pressed, seen.wecom->at);
    if (seen.trace.link) {
        stage.evidence[u"companyId"_s] = seen.trace.link->companyId;
        stage.evidence[u"agentId"_s] = seen.trace.link->agentId;
    }
    if (!seen.wecom->proven) {
        stage.state = seen.trace.outcome == Outcome::WrongIds ? StageState::Failed : StageState::Doubted;
        stage.told = seen.trace.link ? u"other"_s : u"unread"_s;
    }
    return stage;
}

// What WeCom's page says against the login address, before anybody could scan.
QString refusal(Outcome outcome)
{
    switch (outcome) {
    case Outcome::DomainMismatch:
    case Outcome::LinkRefused:
    case Outcome::OutsideWecom:
    case Outcome::Declined:
    case Outcome::Expired:
    case Outcome::NotScanned:
    case Outcome::NotConfirmed:
    case Outcome::NotReturned:
        return outcomeName(outcome);
    default:
        return {};
    }
}

QString waitingWord(const Trace &trace)
{
    if (trace.sightings.isEmpty())
        return u"page"_s;
    switch (waitOf(trace)) {
    case Wait::Scan:
        return u"scan"_s;
    case Wait::Confirm:
        return u"confirm"_s;
    case Wait::Refresh:
        return u"refresh"_s;
    case Wait::Return:
        return u"return"_s;
    default:
        return u"page"_s;
    }
}

Stage wecomPage(const Seen &seen)
{
    Stage stage = blank(StageId::WecomPage);
    show(stage, seen.wecom);
    stage.sightings = seen.trace.sightings;
    const QString refused = refusal(seen.trace.outcome);
    if (seen.callback && hasCode(*seen.callback)) {
        const bool inside = seen.wecom->kind == HopKind::WecomOAuth;
        passed(stage, inside ? u"inside"_s : u"confirmed"_s, seen.wecom->at, seen.callback->at);
        return stage;
    }
    if (seen.callback && seen.isRunning()) {
        stage.state = StageState::Failed;
        stage.told = outcomeName(Outcome::Declined);
        return stage;
    }
    const Wait wait = waitOf(seen.trace);
    awaited(stage, seen, wait, waitingSince(seen.trace), waitingWord(seen.trace));
    if (!refused.isEmpty())
        stage.told = refused;
    else if (!brokeDown(stage, seen) && seen.trace.outcome == Outcome::WrongIds)
        return blank(StageId::WecomPage); // the stage before is what failed
    return stage;
}

Stage callback(const Seen &seen)
{
    Stage stage = blank(StageId::Callback);
    show(stage, seen.callback);
    if (!seen.callback)
        return stage;
    passed(stage, u"code"_s, seen.wecom ? seen.wecom->at : QDateTime(), seen.callback->at);
    if (!hasCode(*seen.callback)) {
        stage.state = StageState::Failed;
        stage.told = u"without-code"_s;
    } else if (seen.callback->status >= 400) {
        stage.state = StageState::Failed;
        stage.told = u"missing"_s;
    } else if (!seen.callback->proven) {
        stage.state = StageState::Doubted;
        stage.told = u"elsewhere"_s;
    }
    return stage;
}

Stage session(const Seen &seen)
{
    Stage stage = blank(StageId::Session);
    const Hop *end = seen.landing ? seen.landing : seen.error;
    show(stage, end);
    if (seen.landing) {
        passed(stage, u"opened"_s, seen.callback->at, seen.landing->at);
        if (!seen.landing->proven) {
            stage.state = StageState::Doubted;
            stage.told = u"other-authenticator"_s;
        }
        return stage;
    }
    if (!brokeDown(stage, seen))
        awaited(stage, seen, Wait::Answer, seen.callback->at, u"waiting"_s);
    if (seen.error) {
        stage.state = StageState::Failed;
        stage.told = u"sentence"_s;
        stage.evidence[u"sentence"_s] = seen.trace.sentence;
    }
    return stage;
}

Stage landing(const Seen &seen)
{
    Stage stage = blank(StageId::Landing);
    const Hop *page = seen.opened ? seen.opened : seen.landing;
    show(stage, page);
    if (seen.opened || page->status > 0)
        passed(stage, u"opened"_s, seen.landing->at, page->at);
    else if (seen.isSignedIn()) { // the session is proven; the page was not waited for any longer
        stage.state = StageState::Doubted;
        stage.told = u"not-seen"_s;
        stage.at = {};
    } else
        awaited(stage, seen, Wait::Landing, seen.landing->at, u"waiting"_s);
    if (page->status >= 400) {
        stage.state = StageState::Doubted;
        stage.told = u"missing"_s;
    }
    return stage;
}

Stage who(const Seen &seen)
{
    Stage stage = blank(StageId::Who);
    if (seen.trace.who) {
        const Who &who = *seen.trace.who;
        passed(stage, howName(who.how), {}, {});
        stage.at = seen.trace.ended;
        stage.evidence = {{u"user"_s, who.nickname.isEmpty() ? who.username : who.nickname},
                          {u"account"_s, who.username},
                          {u"roles"_s, who.roles.join(u", "_s)}};
        if (!who.hasRole) {
            stage.state = StageState::Failed;
            stage.told = who.nickname.isEmpty() && who.username.isEmpty() ? u"nobody"_s : u"no-role"_s;
        }
    } else if (seen.isRunning()) {
        stage.state = StageState::Running;
        stage.told = u"asking"_s;
    } else if (seen.isSignedIn()) {
        stage.state = StageState::Doubted;
        stage.told = u"not-told"_s;
    }
    return stage;
}

} // namespace

QList<Stage> stagesOf(const Trace *trace, const QDateTime &now)
{
    QList<Stage> stages;
    for (int id = 0; id <= int(StageId::Who); ++id)
        stages.append(blank(StageId(id)));
    if (!trace)
        return stages;
    const Seen seen(*trace, now);
    stages[0] = signInPage(seen);
    if (stages[0].state == StageState::Passed)
        stages[1] = start(seen);
    if (seen.wecom)
        stages[2] = wecomPage(seen);
    stages[3] = callback(seen);
    if (seen.callback && stages[3].state != StageState::Failed)
        stages[4] = session(seen);
    if (seen.callback && seen.landing) {
        stages[5] = landing(seen);
        stages[6] = who(seen);
    }
    return stages;
}

} // namespace login
