// SPDX-License-Identifier: Apache-2.0
// WeCom's login page as rendered, by the address we build and by the one NocoBase makes: which address is
// opened, and what follows from what the page shows. The browser itself is played; tests/e2e has a real one.
#include "sessionstage.h"

#include "login/viewer.h"
#include "wecom/links.h"

#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using setup::Vantage;

namespace {

class Page : public login::LoginViewer
{
public:
    QCoro::Task<net::Result<void>> start(login::ViewerOptions) override { co_return net::Result<void>{}; }
    void open(const QUrl &url) override
    {
        opened = url;
        if (refuses)
            emit failed({net::FaultCode::OriginNotAllowed, {{u"host"_s, url.host()}}, {}});
    }
    QCoro::Task<net::Result<login::PageState>> settled(std::chrono::milliseconds) override
    {
        co_return login::PageState{opened, text, qrShown};
    }
    QCoro::Task<net::Result<bool>> press(QString, std::chrono::milliseconds) override { co_return false; }
    void close() override {}

    QUrl opened;
    QString text;
    bool qrShown = false, refuses = false;
};

const QString mismatch = u"redirect_uri 与配置的授权完成回调域名不一致"_s;

} // namespace

class TestLoginPageCheck : public QObject
{
    Q_OBJECT
private slots:
    void ours();
    void asNocobaseMakesIt();
    void notBeforeItIsApplied();
    void refusedNavigationIsNoVerdict();
};

void TestLoginPageCheck::ours()
{
    Stage stage;
    Page page;
    page.text = mismatch;
    QCoro::waitFor(stage.session->checkLoginPage(&page));
    const auto link = wecom::parseLoginLink(page.opened);
    QVERIFY(link);
    QCOMPARE(link->companyId, stage.rehearsal.companyId());
    QCOMPARE(link->agentId, stage.rehearsal.agentId());
    QVERIFY(!wecom::parseState(link->state)); // a scan of it signs nobody in
    QCOMPARE(stage.finding(u"callback.domain"_s).cause, u"domain.callback.mismatch"_s);
    QCOMPARE(stage.finding(u"callback.domain"_s).vantage, Vantage::Browser);
    page.text.clear();
    page.qrShown = true;
    QCoro::waitFor(stage.session->checkLoginPage(&page));
    QCOMPARE(stage.finding(u"callback.domain"_s).severity, checks::Severity::Ok);
}

void TestLoginPageCheck::asNocobaseMakesIt()
{
    Stage stage;
    QCoro::waitFor(stage.session->checkAll());
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    QVERIFY(stage.session->canCheckBuiltLoginPage());
    Page page;
    page.qrShown = true;
    QCoro::waitFor(stage.session->checkLoginPage(&page));
    page.qrShown = false;
    page.text = mismatch;
    QCoro::waitFor(stage.session->checkBuiltLoginPage(&page));
    const auto link = wecom::parseLoginLink(page.opened);
    QVERIFY(link);
    const auto state = wecom::parseState(link->state);
    QVERIFY(state); // NocoBase's own
    QCOMPARE(state->authenticator, u"wecom"_s);
    QVERIFY(stage.session->facts().builtLoginPage);
    const auto finding = stage.finding(u"callback.domain"_s);
    QCOMPARE(finding.cause, u"domain.callback.mismatch"_s);
    QCOMPARE(finding.vantage, Vantage::Browser);
    // What NocoBase would be sent with is kept nowhere but in the browser.
    QVERIFY(!stage.session->facts().startLink->what->toString().contains(link->state));

    stage.session->edit([](setup::Setup &setup) { setup.authenticator.title = u"Other"_s; });
    QVERIFY(!stage.session->canCheckBuiltLoginPage()); // other options than were read back
    QCOMPARE(stage.finding(u"callback.domain"_s).severity, checks::Severity::Ok); // ours, which still counts
}

void TestLoginPageCheck::notBeforeItIsApplied()
{
    Stage stage;
    QCoro::waitFor(stage.session->checkAll());
    QVERIFY(!stage.session->canCheckBuiltLoginPage());
    Page page;
    QCoro::waitFor(stage.session->checkBuiltLoginPage(&page));
    QVERIFY(page.opened.isEmpty());
    QVERIFY(!stage.session->facts().builtLoginPage);
}

void TestLoginPageCheck::refusedNavigationIsNoVerdict()
{
    Stage stage;
    Page page;
    page.text = mismatch;
    page.refuses = true;
    QCoro::waitFor(stage.session->checkLoginPage(&page));
    QVERIFY(!stage.session->facts().loginPage->what);
    QVERIFY(stage.finding(u"callback.domain"_s).cause.isEmpty());
}

QTEST_GUILESS_MAIN(TestLoginPageCheck)
#include "tst_loginpagecheck.moc"
