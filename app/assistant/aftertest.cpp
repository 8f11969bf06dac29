// SPDX-License-Identifier: Apache-2.0
#include "assistant/aftertest.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace assistant {

namespace {

// Ends the session of this token, and asks with it once more: only a refusal proves it. Belongs to nobody, so
// that it goes on when the one who began it has gone.
QCoro::Task<net::Result<void>> endSession(net::Http *http, nocobase::Target target, vault::Secret token)
{
    const auto client = std::make_shared<nocobase::Client>(http, target, net::CancelPtr());
    client->useToken(token, false);
    const auto ended = co_await client->signOut();
    if (!ended && ended.error().code == FaultCode::Cancelled)
        co_return ended; // there is no Http any more
    client->useToken(token, false);
    const auto still = co_await client->whoAmI();
    if (still)
        co_return net::fail(FaultCode::Conflict, {{u"reason"_s, u"still-signed-in"_s}});
    const bool refused =
        still.error().code == FaultCode::NocobaseError && still.error().number(u"status"_s) == 401;
    if (refused)
        co_return net::Result<void>{};
    co_return tl::unexpected(ended ? still.error() : ended.error());
}

bool hasSignedIn(const login::Trace *trace)
{
    return trace && (trace->outcome == login::Outcome::SignedIn ||
                     trace->outcome == login::Outcome::SignedInWithoutRole);
}

} // namespace

AfterTest::AfterTest(net::Http *http, std::function<LoginTest::Given()> given, LoginTest *test)
    : QObject(test)
    , m_http(http)
    , m_given(std::move(given))
    , m_test(test)
{
    connect(test, &LoginTest::began, this, &AfterTest::testBegan);
    connect(test, &LoginTest::ended, this, &AfterTest::testEnded);
}

AfterTest::~AfterTest()
{
    const QSignalBlocker nobody(this);
    forget();
}

void AfterTest::testBegan()
{
    forget();
    ++m_run;
    m_user.reset();
    setUser(Stage::None);
}

void AfterTest::testEnded()
{
    m_token = m_test->sessionToken();
    m_target = m_given().target;
    setSession(m_token.isEmpty() ? Stage::None : Stage::Offered);
    lookAfter(m_run);
}

QCoro::Task<void> AfterTest::lookAfter(int run)
{
    const QPointer<AfterTest> self(this);
    const login::Trace *trace = m_test->trace();
    const nocobase::ClientPtr admin = m_given().admin;
    if (!admin || !hasSignedIn(trace) || !trace->who || trace->who->how != login::How::CreatedNow)
        co_return;
    const qint64 id = trace->who->id;
    const auto row = co_await nocobase::user(admin, id);
    if (!self || run != m_run || !row || row->madeByPerson)
        co_return;
    m_user = *row;
    setUser(Stage::Offered);
}

QCoro::Task<void> AfterTest::deleteUser()
{
    const QPointer<AfterTest> self(this);
    const int run = m_run;
    const nocobase::ClientPtr signedIn = m_given().admin;
    if (!m_user || m_userStage == Stage::Working || m_userStage == Stage::Done)
        co_return;
    if (!signedIn)
        co_return setUser(Stage::Failed, net::Fault{FaultCode::Missing, {}, {}});
    const nocobase::ClientPtr admin = signedIn->uninterrupted();
    const nocobase::UserRow made = *m_user;
    setUser(Stage::Working);
    const auto now = co_await nocobase::user(admin, made.id);
    if (!self || run != m_run)
        co_return;
    if (now && *now != made)
        co_return setUser(Stage::Failed, net::Fault{FaultCode::Conflict, {}, {}});
    if (!now && now.error().code != FaultCode::Missing)
        co_return setUser(Stage::Failed, now.error());
    if (isSignedIn())
        co_await signOut(); // nobody can sign a user out who is not there
    if (!self || run != m_run)
        co_return;
    const auto destroyed = co_await nocobase::destroyUser(admin, made.id);
    if (!self || run != m_run)
        co_return;
    const auto after = co_await nocobase::user(admin, made.id);
    if (!self || run != m_run)
        co_return;
    if (!after && after.error().code == FaultCode::Missing)
        setUser(Stage::Done);
    else if (!destroyed)
        setUser(Stage::Failed, destroyed.error());
    else
        setUser(Stage::Failed, after ? net::Fault{FaultCode::Conflict, {}, {}} : after.error());
}

QCoro::Task<void> AfterTest::signOut()
{
    const QPointer<AfterTest> self(this);
    const int run = m_run;
    if (m_token.isEmpty() || m_sessionStage == Stage::Working)
        co_return;
    setSession(Stage::Working);
    const auto ended = co_await endSession(m_http, m_target, m_token);
    if (!self || run != m_run || m_token.isEmpty())
        co_return;
    if (ended)
        m_token = {};
    setSession(ended ? Stage::Done : Stage::Failed, ended ? std::nullopt : std::optional(ended.error()));
}

void AfterTest::forget()
{
    if (!m_token.isEmpty() && m_sessionStage != Stage::Working)
        endSession(m_http, m_target, m_token);
    m_token = {};
    if (isSignedIn())
        setSession(Stage::None);
}

bool AfterTest::createsUsers() const
{
    return m_createsUsers && hasSignedIn(m_test->trace()) && m_createsUsers();
}

void AfterTest::setUser(Stage stage, const std::optional<net::Fault> &fault)
{
    m_userStage = stage;
    m_userFault = fault;
    emit changed();
}

void AfterTest::setSession(Stage stage, const std::optional<net::Fault> &fault)
{
    m_sessionStage = stage;
    m_sessionFault = fault;
    emit changed();
}

} // namespace assistant
