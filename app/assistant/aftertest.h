// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/logintest.h"
#include "net/exported.h"
#include "nocobase/users.h"

namespace assistant {

// What a test login leaves behind in NocoBase, and how to put it away: the user that it created, the session
// that it signed in, and "create users automatically" where that is on. A user is offered for deletion only
// when it is proven that the test made it: no user had so high an id before it began (login::How), and nobody
// who was signed in made it. Nothing is done unasked but one thing: a session that the program
// forgets, by another test or its own end, is signed out.
class WECOMSETUP_EXPORT AfterTest : public QObject
{
    Q_OBJECT
public:
    enum class Stage { None, Offered, Working, Done, Failed };

    AfterTest(net::Http *http, std::function<LoginTest::Given()> given, LoginTest *test); // the test makes it
    ~AfterTest() override;

    Stage userStage() const { return m_userStage; }
    const std::optional<nocobase::UserRow> &createdUser() const { return m_user; }
    const std::optional<net::Fault> &userFault() const { return m_userFault; }
    // Looked at once more right before: Conflict when it is not as it was made any more. Done when it was
    // read back that there is no such user.
    QCoro::Task<void> deleteUser();

    Stage sessionStage() const { return m_sessionStage; }
    bool isSignedIn() const { return m_sessionStage == Stage::Offered || m_sessionStage == Stage::Failed; }
    const std::optional<net::Fault> &sessionFault() const { return m_sessionFault; }
    // Done when NocoBase has refused the session's token afterwards.
    QCoro::Task<void> signOut();
    // The session is signed out behind our back, and not spoken of any more.
    void forget();

    // After a login that has worked: NocoBase goes on making users of whoever signs in. The session says what
    // NocoBase's row has for that; turning it off is a change like any other, planned and reviewed.
    bool createsUsers() const;
    void askCreatesUsers(std::function<bool()> ask) { m_createsUsers = std::move(ask); }

signals:
    void changed();

private:
    void testBegan();
    void testEnded();
    QCoro::Task<void> lookAfter(int run);
    void setUser(Stage stage, const std::optional<net::Fault> &fault = {});
    void setSession(Stage stage, const std::optional<net::Fault> &fault = {});

    net::Http *m_http;
    std::function<LoginTest::Given()> m_given;
    LoginTest *m_test;
    std::function<bool()> m_createsUsers;
    int m_run = 0; // of tests; an answer to an earlier one's question has nothing to say
    Stage m_userStage = Stage::None, m_sessionStage = Stage::None;
    std::optional<nocobase::UserRow> m_user;
    std::optional<net::Fault> m_userFault, m_sessionFault;
    vault::Secret m_token;
    nocobase::Target m_target; // where it is valid
};

} // namespace assistant
