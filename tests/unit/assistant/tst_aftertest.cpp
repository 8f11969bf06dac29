// SPDX-License-Identifier: Apache-2.0
// What a test login leaves behind, and whether it is put away: with the rehearsal's NocoBase and real
// requests; tests/nocobase does the same with a real one.
#include "sessionstage.h"
#include "walker.h"

#include "assistant/aftertest.h"

#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using assistant::AfterTest;
using login::Outcome;

namespace {

// A session whose options are applied, at a NocoBase that makes users and has none yet for the colleague with
// the phone.
struct Applied : Stage
{
    Applied()
    {
        constexpr qint64 colleague = 2;
        hadColleague = QCoro::waitFor(nocobase::destroyUser(admin(), colleague)).has_value();
        session->edit([](setup::Setup &s) { s.authenticator.autoSignup = true; });
        QCoro::waitFor(session->checkAll());
        isApplied = QCoro::waitFor(session->apply()).end == apply::ApplyResult::End::Ok;
    }
    QUrl api() const { return QUrl(rehearsal.nocobaseUrl().toString(QUrl::StripTrailingSlash) + u"/api/"_s); }
    Outcome logIn(Walker &walker) const { return QCoro::waitFor(session->loginTest()->run(&walker)); }
    AfterTest *after() const { return session->loginTest()->afterwards(); }
    // Whether NocoBase still takes this token.
    QString answerTo(const vault::Secret &token)
    {
        nocobase::Client client(&http, {rehearsal.nocobaseUrl()}, {});
        client.useToken(token, false);
        const auto who = QCoro::waitFor(client.whoAmI());
        return who ? who->username : who.error().param(u"code"_s);
    }
    nocobase::ClientPtr admin()
    {
        auto client =
            std::make_shared<nocobase::Client>(&http, nocobase::Target{rehearsal.nocobaseUrl()}, nullptr);
        const auto in = QCoro::waitFor(client->signIn(rehearsal.account(), rehearsal.password(), u"basic"_s));
        return in ? client : nullptr;
    }
    bool isApplied = false, hadColleague = false;
};

} // namespace

class TestAfterTest : public QObject
{
    Q_OBJECT

private slots:
    void deletesTheUserThatTheTestCreated()
    {
        Applied stage;
        QVERIFY(stage.isApplied && stage.hadColleague);
        Walker walker(&stage.rehearsal, stage.api(), "wecom");
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn);
        QTRY_COMPARE(stage.after()->userStage(), AfterTest::Stage::Offered);
        const auto made = *stage.after()->createdUser();
        QCOMPARE(made.username, u"LiWei"_s);
        QVERIFY(stage.after()->createsUsers());
        const auto admin = stage.admin();
        QVERIFY(QCoro::waitFor(nocobase::user(admin, made.id)));
        const vault::Secret token = stage.session->loginTest()->sessionToken();

        QCoro::waitFor(stage.after()->deleteUser());
        QCOMPARE(stage.after()->userStage(), AfterTest::Stage::Done);
        QCOMPARE(QCoro::waitFor(nocobase::user(admin, made.id)).error().code, net::FaultCode::Missing);
        // Its session was ended first.
        QCOMPARE(stage.after()->sessionStage(), AfterTest::Stage::Done);
        QCOMPARE(stage.answerTo(token), u"BLOCKED_TOKEN"_s);
        // Nobody else has gone.
        for (const qint64 id : {1, 3})
            QVERIFY(QCoro::waitFor(nocobase::user(admin, id)));
    }

    void offersNobodyWhoWasThere()
    {
        Applied stage;
        Walker walker(&stage.rehearsal, stage.api(), "wecom");
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn); // makes the user
        QTRY_COMPARE(stage.after()->userStage(), AfterTest::Stage::Offered);
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn); // and meets it
        QTRY_COMPARE(stage.after()->sessionStage(), AfterTest::Stage::Offered);
        QTest::qWait(500);
        QCOMPARE(stage.after()->userStage(), AfterTest::Stage::None);
        QCoro::waitFor(stage.after()->deleteUser()); // does nothing
        QCOMPARE(stage.after()->userStage(), AfterTest::Stage::None);
    }

    // Whoever has changed the user in the meantime means to keep it.
    void deletesNobodyWhoWasChangedSince()
    {
        Applied stage;
        Walker walker(&stage.rehearsal, stage.api(), "wecom");
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn);
        QTRY_COMPARE(stage.after()->userStage(), AfterTest::Stage::Offered);
        const auto made = *stage.after()->createdUser();
        const QUrlQuery query{{u"filterByTk"_s, QString::number(made.id)}};
        const QJsonObject body{{u"nickname"_s, u"Li Wei, sales"_s}};
        QVERIFY(QCoro::waitFor(stage.admin()->call(u"users:update"_s, query, body, true)));
        QCoro::waitFor(stage.after()->deleteUser());
        QCOMPARE(stage.after()->userStage(), AfterTest::Stage::Failed);
        QCOMPARE(stage.after()->userFault()->code, net::FaultCode::Conflict);
        QVERIFY(QCoro::waitFor(nocobase::user(stage.admin(), made.id)));
    }

    void signsTheTestOut()
    {
        Applied stage;
        Walker walker(&stage.rehearsal, stage.api(), "wecom");
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn);
        const vault::Secret token = stage.session->loginTest()->sessionToken();
        QCOMPARE(stage.answerTo(token), u"LiWei"_s);
        QCOMPARE(stage.after()->sessionStage(), AfterTest::Stage::Offered);
        QCoro::waitFor(stage.after()->signOut());
        QCOMPARE(stage.after()->sessionStage(), AfterTest::Stage::Done);
        QCOMPARE(stage.answerTo(token), u"BLOCKED_TOKEN"_s);
    }

    void anotherTestSignsOutTheOneBefore()
    {
        Applied stage;
        Walker walker(&stage.rehearsal, stage.api(), "wecom");
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn);
        const vault::Secret first = stage.session->loginTest()->sessionToken();
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn);
        QTRY_COMPARE(stage.answerTo(first), u"BLOCKED_TOKEN"_s);
        const vault::Secret second = stage.session->loginTest()->sessionToken();
        QCOMPARE(stage.answerTo(second), u"LiWei"_s);
        stage.session.reset(); // and so does the end of the session
        QTRY_COMPARE(stage.answerTo(second), u"BLOCKED_TOKEN"_s);
    }

    void saysThatNobodyAnswered()
    {
        Applied stage;
        Walker walker(&stage.rehearsal, stage.api(), "wecom");
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn);
        QTRY_COMPARE(stage.after()->userStage(), AfterTest::Stage::Offered);
        stage.rehearsal.setFaults({u"nocobase.unreachable"_s});
        QCoro::waitFor(stage.after()->signOut());
        QCOMPARE(stage.after()->sessionStage(), AfterTest::Stage::Failed);
        QVERIFY(stage.after()->sessionFault());
        QCoro::waitFor(stage.after()->deleteUser());
        QCOMPARE(stage.after()->userStage(), AfterTest::Stage::Failed);
        QVERIFY(stage.after()->userFault());
        stage.rehearsal.setFaults({});
        QCoro::waitFor(stage.after()->deleteUser()); // tried again
        QCOMPARE(stage.after()->userStage(), AfterTest::Stage::Done);
    }

    // The way of every change: planned, reviewed, applied, read back.
    void turnsMakingUsersOff()
    {
        Applied stage;
        Walker walker(&stage.rehearsal, stage.api(), "wecom");
        QCOMPARE(stage.logIn(walker), Outcome::SignedIn);
        QVERIFY(stage.after()->createsUsers());
        stage.session->edit([](setup::Setup &s) { s.authenticator.autoSignup = false; });
        QCOMPARE(stage.session->plan().kind, apply::ChangePlan::Kind::Update);
        QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
        QVERIFY(!stage.after()->createsUsers());
        QVERIFY(QCoro::waitFor(stage.session->undo()));
        QVERIFY(stage.after()->createsUsers());
    }
};

QTEST_GUILESS_MAIN(TestAfterTest)
#include "tst_aftertest.moc"
