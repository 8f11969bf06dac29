// SPDX-License-Identifier: Apache-2.0
#include "demo/rehearsal.h"

#include "demo/faults.h"
#include "demo/nocobaseside.h"
#include "demo/playedbrowser.h"
#include "demo/wecomside.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;
using setup::StepId;

// A static library's resources are dropped unless somebody names them; the macro must stand outside any
// namespace.
static void keepPages()
{
    Q_INIT_RESOURCE(demo);
}

namespace demo {

class Rehearsal::Private
{
public:
    World world;
    WecomSide wecom{world};
    NocobaseSide nocobase{world};
    // Last, so that they end before what they use.
    Server wecomServer{[this](const Call &call) { return wecom.answer(call); }};
    Server nocobaseServer{[this](const Call &call) { return nocobase.answer(call); }};
    bool running = false;
};

namespace {

QUrl local(int port)
{
    return QUrl(u"http://127.0.0.1:"_s + QString::number(port));
}

} // namespace

Rehearsal::Rehearsal(RehearsalOptions options) : d(std::make_unique<Private>())
{
    keepPages();
    World &world = d->world;
    world.restart = options.restart;
    world.thisComputerTrusted = options.thisComputerTrusted;
    world.httpsOnly = options.httpsOnly;
    world.startAction = options.startAction;
    d->running = d->nocobaseServer.start(options.port, options.delay) &&
                 d->wecomServer.start(options.port > 0 ? options.port + 1 : 0, options.delay);
    if (!d->running)
        return;
    const std::lock_guard lock(world.mutex);
    world.nocobaseUrl = local(d->nocobaseServer.port());
    world.wecomUrl = local(d->wecomServer.port());
    world.fillNocobase();
    world.setFaults(options.faults);
}

Rehearsal::~Rehearsal()
{
    d->wecomServer.requestStop();
    d->nocobaseServer.requestStop();
    d->nocobaseServer.stop();
    d->wecomServer.stop();
}

bool Rehearsal::isRunning() const
{
    return d->running;
}

QUrl Rehearsal::nocobaseUrl() const
{
    const std::lock_guard lock(d->world.mutex);
    return d->world.nocobaseUrl;
}

QUrl Rehearsal::wecomUrl() const
{
    const std::lock_guard lock(d->world.mutex);
    return d->world.wecomUrl;
}

QUrl Rehearsal::phoneUrl() const
{
    QUrl url = wecomUrl();
    url.setPath(u"/phone"_s);
    return url;
}

QString Rehearsal::companyId() const
{
    const std::lock_guard lock(d->world.mutex);
    return d->world.fault(u"wecom.company-id.public-account"_s) ? u"wx9f3c1a7be4d2065a"_s
                                                                : sample::companyId();
}

QString Rehearsal::agentId() const
{
    const std::lock_guard lock(d->world.mutex);
    return d->world.fault(u"wecom.agent.unknown"_s) ? u"5629500000000001"_s : sample::agentId();
}

vault::Secret Rehearsal::secret() const
{
    const std::lock_guard lock(d->world.mutex);
    const bool copiedAgain = d->world.secretWasReset && !d->world.fault(u"wecom.secret.wrong"_s);
    return vault::Secret::fromText(sample::secret(copiedAgain));
}

QString Rehearsal::account() const
{
    return sample::account();
}

vault::Secret Rehearsal::password() const
{
    return vault::Secret::fromText(sample::password());
}

QString Rehearsal::ownershipFileName() const
{
    return sample::ownershipFileName();
}

QString Rehearsal::thisComputersAddress() const
{
    return sample::thisComputer();
}

QString Rehearsal::serversAddress() const
{
    return sample::server();
}

bool Rehearsal::perform(StepId step)
{
    if (step == StepId::TestLogin)
        return scan() && agree();
    const std::lock_guard lock(d->world.mutex);
    if (step == StepId::Homepage) {
        d->world.app.homeUrl = NocobaseSide::homepageLink(d->world);
        d->world.meddle(); // a colleague is at work at the same time
        return true;
    }
    return d->world.set(step);
}

assistant::RehearsalControl::PhoneState Rehearsal::phone() const
{
    const std::lock_guard lock(d->world.mutex);
    return d->wecom.phoneState();
}

bool Rehearsal::scan()
{
    return d->wecom.scan();
}

bool Rehearsal::agree()
{
    return d->wecom.decide(true);
}

bool Rehearsal::decline()
{
    return d->wecom.decide(false);
}

QString Rehearsal::appName() const
{
    const std::lock_guard lock(d->world.mutex);
    return d->world.app.name;
}

void Rehearsal::holdHops(bool hold)
{
    const std::lock_guard lock(d->world.mutex);
    d->world.gate.hold(hold);
}

void Rehearsal::letHop(login::TourHop hop)
{
    const std::lock_guard lock(d->world.mutex);
    d->world.gate.let(hop);
}

std::optional<login::TourHop> Rehearsal::waitsFor() const
{
    using login::TourHop;
    const std::lock_guard lock(d->world.mutex);
    if (const auto held = d->world.gate.waiting())
        return held;
    const PhoneState phone = d->wecom.phoneState();
    if (phone == PhoneState::PageWaits)
        return TourHop::Scan;
    return phone == PhoneState::Scanned ? std::optional(TourHop::Confirm) : std::nullopt;
}

std::unique_ptr<login::LoginViewer> Rehearsal::playedBrowser(net::Http *http)
{
    const auto isHeld = [this](login::TourHop hop) {
        const std::lock_guard lock(d->world.mutex);
        return d->world.gate.isHeld(hop);
    };
    return std::make_unique<PlayedBrowser>(http, isHeld);
}

QStringList Rehearsal::menu()
{
    return faultIds();
}

QStringList Rehearsal::faultMenu() const
{
    return faultIds();
}

QStringList Rehearsal::faults() const
{
    const std::lock_guard lock(d->world.mutex);
    QStringList inForce = faultIds(); // in the menu's order
    inForce.removeIf([this](const QString &cause) { return !d->world.fault(cause); });
    return inForce;
}

void Rehearsal::setFaults(const QStringList &causes)
{
    const std::lock_guard lock(d->world.mutex);
    d->world.setFaults(causes);
}

void Rehearsal::setNocobase(const QUrl &url)
{
    const std::lock_guard lock(d->world.mutex);
    d->world.nocobaseUrl = url;
}

void Rehearsal::setPhoneOwner(PhoneOwner owner)
{
    const std::lock_guard lock(d->world.mutex);
    d->world.visitor = Visitor(owner);
}

bool Rehearsal::wecomSawNocobaseToken() const
{
    const std::lock_guard lock(d->world.mutex);
    return d->world.sawBearer;
}

void Rehearsal::passTime(std::chrono::seconds time)
{
    const std::lock_guard lock(d->world.mutex);
    d->world.clockOffset += time.count();
}

} // namespace demo
