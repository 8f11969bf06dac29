// SPDX-License-Identifier: Apache-2.0
#include "assistant/loginways.h"

#include "net/redactor.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <qcoro/qcorotimer.h>

using namespace Qt::StringLiterals;
using setup::Way;
using setup::WayTried;

namespace assistant {

namespace {

constexpr auto pageLimit = std::chrono::seconds(60); // a first look loads some megabytes of scripts
constexpr auto wecomLimit = std::chrono::seconds(20);
constexpr auto settleLimit = std::chrono::seconds(5);
constexpr auto lookEvery = std::chrono::milliseconds(100);
// With the button to be seen, the page's script has run: what it does by itself it does now.
constexpr auto byItselfLimit = std::chrono::seconds(6);

QUrl pageOf(const Way &way, const LoginWays::Given &given)
{
    switch (way.page) {
    case Way::Page::SignIn:
        return given.signIn;
    case Way::Page::ModernSignIn:
        return given.modernSignIn;
    case Way::Page::Desktop:
        return given.desktop;
    case Way::Page::Mobile:
        return given.mobile;
    case Way::Page::None:
        break;
    }
    return {};
}

} // namespace

// One way that is being tried.
struct LoginWays::Run
{
    Run(const Way &theWay, const Given &theGiven, login::LoginViewer *theViewer)
        : way(theWay)
        , given(theGiven)
        , name(theWay.second ? theGiven.secondName : theGiven.expected.authenticator)
        , button(theWay.second ? theGiven.secondButton : theGiven.button)
        , viewer(theViewer)
        , tracer({theGiven.expected.nocobase, theGiven.expected.origin, theGiven.expected.companyId,
                  theGiven.expected.agentId, name},
                 QDateTime::currentDateTimeUtc())
    {}

    void sees(const QUrl &raw) { tracer.requested(raw, QDateTime::currentDateTimeUtc()); }
    bool isAtWecom() const { return tracer.trace().link.has_value(); }
    bool isOver() const { return stopped || !viewer || fault || isAtWecom(); }

    Way way;
    Given given;
    QString name, button;
    QPointer<login::LoginViewer> viewer;
    login::Tracer tracer;
    std::optional<net::Fault> fault;
    WayTried::End end = WayTried::End::Elsewhere;
    WayTried::How how = WayTried::How::ByItself;
    bool stopped = false;
};

LoginWays::LoginWays(std::function<Given()> given, QObject *parent)
    : QObject(parent)
    , m_given(std::move(given))
{}

LoginWays::~LoginWays()
{
    stop();
}

void LoginWays::stop()
{
    if (!m_run)
        return;
    m_run->stopped = true;
    if (m_run->viewer)
        m_run->viewer->close(); // whoever waits for it is told
}

void LoginWays::setTrying(const QString &check)
{
    m_trying = check;
    emit tryingChanged();
}

QCoro::Task<void> LoginWays::tryAll(login::LoginViewer *viewer)
{
    return tryThese(m_given().ways, viewer);
}

QCoro::Task<void> LoginWays::tryOne(QString check, login::LoginViewer *viewer)
{
    QList<Way> ways = m_given().ways;
    ways.removeIf([&check](const Way &way) { return way.check() != check; });
    return tryThese(ways, viewer);
}

QCoro::Task<void> LoginWays::tryThese(QList<Way> ways, login::LoginViewer *viewer)
{
    const QPointer<LoginWays> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    if (isRunning())
        co_return;
    for (const Way &way : std::as_const(ways)) {
        const Given given = m_given();
        const auto run = std::make_shared<Run>(way, given, browser.data());
        m_run = run;
        setTrying(way.check());
        const auto what = co_await follow(run);
        if (!self)
            co_return;
        if (run->stopped || !browser)
            break;
        emit tried(way.id, {what, QDateTime::currentDateTimeUtc(), setup::Vantage::Browser, given.stamp});
        if (!what && what.error().code == net::FaultCode::BrowserCannotStart)
            break; // nor will it for the others
    }
    m_run.reset();
    if (browser)
        browser->close();
    setTrying({});
}

void LoginWays::watch(const RunPtr &run)
{
    const std::weak_ptr<Run> weak = run;
    // Read as it is asked for; the page is left as soon as the browser is out of its own call.
    const auto leave = [weak] {
        const auto now = weak.lock();
        if (now && now->viewer && !now->stopped)
            now->viewer->open(QUrl(u"about:blank"_s));
    };
    const auto sees = [this, weak, leave](const QUrl &raw) {
        const auto now = weak.lock();
        if (!now || now->isOver())
            return;
        now->sees(raw);
        if (now->isAtWecom())
            QTimer::singleShot(0, this, leave);
    };
    connect(run->viewer, &login::LoginViewer::requested, this, sees);
    connect(run->viewer, &login::LoginViewer::changed, this, sees);
    connect(run->viewer, &login::LoginViewer::failed, this, [weak](const net::Fault &fault) {
        const auto now = weak.lock();
        if (!now || now->isOver())
            return;
        // An address that is refused has been asked for all the same: it may be one of a login.
        if (fault.code == net::FaultCode::OriginNotAllowed)
            now->sees(QUrl(fault.param(u"url"_s)));
        if (!now->isAtWecom())
            now->fault = fault;
    });
}

QCoro::Task<net::Result<WayTried>> LoginWays::follow(RunPtr run)
{
    const QPointer<LoginWays> self(this);
    const QUrl page = pageOf(run->way, run->given);
    if (page.isEmpty())
        co_return net::fail(net::FaultCode::Missing);
    run->sees(page);
    if (run->isAtWecom()) { // the workbench opens WeCom's address itself: nothing has to be opened here
        run->how = WayTried::How::AsLink;
    } else {
        login::ViewerOptions options = run->given.viewer;
        options.userAgent = setup::userAgentOf(run->way.agent);
        const auto started = co_await run->viewer->start(options);
        if (!self || run->stopped || !run->viewer)
            co_return net::fail(net::FaultCode::Cancelled);
        if (!started)
            co_return tl::unexpected(started.error());
        watch(run);
        run->viewer->open(page);
        if (run->way.isInside())
            co_await opensByItself(run);
        const bool isAutomatic = run->way.isInside() && run->given.automatic;
        if (self && !run->isOver() && !isAutomatic)
            co_await press(run);
        if (!self || run->stopped)
            co_return net::fail(net::FaultCode::Cancelled);
        if (run->viewer)
            disconnect(run->viewer, nullptr, this, nullptr);
    }
    if (run->fault)
        co_return tl::unexpected(*run->fault);
    const login::Trace &trace = run->tracer.trace();
    const auto end = run->isAtWecom() ? WayTried::End::Wecom : run->end;
    co_return WayTried{end, run->how, net::redact::url(page), trace.link, trace.state, run->name};
}

// Whether the page goes on to WeCom before anybody presses anything.
QCoro::Task<void> LoginWays::opensByItself(RunPtr run)
{
    const QPointer<LoginWays> self(this);
    const QDeadlineTimer limit(pageLimit);
    while (self && !run->isOver() && !limit.hasExpired()) {
        const auto page = co_await run->viewer->settled(settleLimit);
        if (!self || run->isOver())
            co_return;
        if (page && !run->button.isEmpty() && page->text.contains(run->button)) {
            run->end = WayTried::End::SignInPage;
            co_await reachesWecom(run, byItselfLimit);
            co_return;
        }
        co_await QCoro::sleepFor(lookEvery);
    }
}

QCoro::Task<void> LoginWays::press(RunPtr run)
{
    const QPointer<LoginWays> self(this);
    run->how = WayTried::How::ByButton; // WeCom's address may be asked for before the browser says "pressed"
    const auto pressed = co_await run->viewer->press(run->button, pageLimit);
    if (!self || run->isOver())
        co_return;
    if (!pressed || !*pressed) {
        if (!pressed && pressed.error().code != net::FaultCode::Timeout)
            run->fault = pressed.error();
        run->end = WayTried::End::NoButton;
        co_return;
    }
    run->end = WayTried::End::SignInPage;
    co_await reachesWecom(run, wecomLimit);
}

QCoro::Task<void> LoginWays::reachesWecom(RunPtr run, std::chrono::milliseconds limit)
{
    const QPointer<LoginWays> self(this);
    const QDeadlineTimer deadline(limit);
    while (self && !run->isOver() && !deadline.hasExpired())
        co_await QCoro::sleepFor(lookEvery);
}

} // namespace assistant
