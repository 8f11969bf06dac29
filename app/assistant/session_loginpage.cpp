// SPDX-License-Identifier: Apache-2.0
// WeCom's login page as it is rendered, without a scan: by an address that we build, and by the one that
// NocoBase makes. Its static HTML is the same for good and bad domains (measured).
#include "assistant/settledpage.h"
#include "assistant/setupsession.h"
#include "assistant/workscope.h"

#include "login/limits.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::RenderedLoginPage;
using setup::Vantage;

namespace assistant {

QCoro::Task<net::Result<login::PageState>> settledLoginPage(QPointer<login::LoginViewer> viewer)
{
    const QDeadlineTimer deadline(login::limitOf(login::Wait::Page).time);
    while (viewer) {
        const std::chrono::milliseconds left(std::max<qint64>(1, deadline.remainingTime()));
        const auto page = co_await viewer->settled(left);
        const bool unclear =
            page && login::judgeLoginPage(page->text, page->qrShown) == login::LoginPageVerdict::Unclear;
        if (!unclear || deadline.hasExpired())
            co_return page;
    }
    co_return net::fail(net::FaultCode::Cancelled);
}

QCoro::Task<net::Result<RenderedLoginPage>> SetupSession::rendered(login::LoginViewer *viewer, QUrl address)
{
    const QPointer<SetupSession> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    const auto started = co_await viewer->start(viewerOptions());
    if (!self || !browser)
        co_return net::fail(net::FaultCode::Cancelled);
    if (!started)
        co_return tl::unexpected(started.error());
    const auto failure = std::make_shared<std::optional<net::Fault>>();
    const auto failing = connect(viewer, &login::LoginViewer::failed, this,
                                 [failure](const net::Fault &fault) { *failure = fault; });
    viewer->open(address);
    const auto page = co_await settledLoginPage(browser);
    if (!self)
        co_return net::fail(net::FaultCode::Cancelled);
    disconnect(failing);
    if (!page || *failure)
        co_return tl::unexpected(page ? **failure : page.error());
    co_return RenderedLoginPage{login::judgeLoginPage(page->text, page->qrShown)};
}

void SetupSession::noteLoginPage(setup::Fact<RenderedLoginPage> &fact, net::Result<RenderedLoginPage> what,
                                 const setup::Stamp &stamp)
{
    fact = setup::Seen<RenderedLoginPage>{std::move(what), QDateTime::currentDateTimeUtc(), Vantage::Browser,
                                          stamp};
    renew();
    remember();
}

QCoro::Task<void> SetupSession::checkLoginPage(login::LoginViewer *viewer)
{
    const QPointer<SetupSession> self(this);
    if (isWithheld() || !hasIds())
        co_return; // the page's address carries Company ID and AgentId
    const WorkScope scope(this, Work::LoginPage);
    const auto stampNow = setup::stampOf(Inputs::LoginPage, m_setup, m_credentials);
    const QUrl address = webLoginUrl();
    const auto page = co_await rendered(viewer, address);
    if (self && (page || page.error().code != net::FaultCode::Cancelled))
        noteLoginPage(m_facts.loginPage, page, stampNow);
}

bool SetupSession::canCheckBuiltLoginPage() const
{
    const auto *link = world().current(m_facts.startLinkParts, Inputs::Authenticator);
    const bool told = link && link->what && link->from != Vantage::Browser; // by NocoBase, which can be asked
    return told && !provableRow().isEmpty() && m_client && !isWithheld();
}

QCoro::Task<void> SetupSession::checkBuiltLoginPage(login::LoginViewer *viewer)
{
    const QPointer<SetupSession> self(this);
    const QPointer<login::LoginViewer> browser(viewer);
    if (!canCheckBuiltLoginPage())
        co_return;
    const WorkScope scope(this, Work::LoginPage);
    const auto stampNow = setup::stampOf(Inputs::Authenticator, m_setup, m_credentials);
    const auto link = co_await askStartLink(); // the one that is kept is masked
    if (!self || !browser || (!link && link.error().code == net::FaultCode::Cancelled))
        co_return;
    if (!link) {
        noteLoginPage(m_facts.builtLoginPage, tl::unexpected(link.error()), stampNow);
        co_return;
    }
    const QUrl &address = *link;
    const auto page = co_await rendered(viewer, address);
    if (self && (page || page.error().code != net::FaultCode::Cancelled))
        noteLoginPage(m_facts.builtLoginPage, page, stampNow);
}

} // namespace assistant
