// SPDX-License-Identifier: Apache-2.0
// SetupSession against the rehearsal: learning where the plugin keeps its options, proving what was written,
// and switching the plugin on.
#include "assistant/setupsession.h"
#include "checks/actions.h"
#include "demo/rehearsal.h"

#include <QTemporaryDir>
#include <QTest>

#include <qcoro/qcorotask.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using apply::ChangePlan;
using nocobase::Option;
using setup::StepId;

namespace {

struct Stage
{
    explicit Stage(const QStringList &faults = {}, bool startAction = true)
        : rehearsal(options(faults, startAction))
    {
        open();
    }

    static demo::RehearsalOptions options(const QStringList &faults, bool startAction)
    {
        demo::RehearsalOptions options;
        options.faults = faults;
        options.startAction = startAction;
        options.restart = std::chrono::milliseconds(300);
        return options;
    }

    // Another run of the program over the same files.
    void open(const std::optional<QString> &name = {})
    {
        session.reset();
        assistant::Services services;
        services.http = &http;
        services.store = vault::sessionStore();
        services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
        services.repository = setup::Repository(QDir(folder.path()));
        setup::Setup setup;
        setup.id = u"crm"_s;
        setup.name = u"CRM"_s;
        setup.nocobase.url = rehearsal.nocobaseUrl();
        setup.nocobase.account = rehearsal.account();
        setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
        setup.authenticator.name = name;
        setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
        session = std::make_unique<assistant::SetupSession>(services, setup);
        session->setCompanyId(rehearsal.companyId());
        session->setAgentId(rehearsal.agentId());
        session->setSecret(rehearsal.secret());
        session->setPassword(rehearsal.password());
        QCoro::waitFor(session->checkNocobase());
    }

    checks::Finding finding(const QString &check) const
    {
        const auto all = session->findings();
        for (const auto &one : all) {
            if (one.check == check)
                return one;
        }
        return {};
    }

    // As NocoBase has it.
    QList<nocobase::Authenticator> rows()
    {
        nocobase::Client client(&http, session->target(), {});
        (void)QCoro::waitFor(client.signIn(rehearsal.account(), rehearsal.password(), u"basic"_s));
        return QCoro::waitFor(client.authenticators()).value_or(QList<nocobase::Authenticator>());
    }
    void create(const nocobase::Authenticator &row)
    {
        nocobase::Client client(&http, session->target(), {});
        (void)QCoro::waitFor(client.signIn(rehearsal.account(), rehearsal.password(), u"basic"_s));
        QVERIFY(QCoro::waitFor(client.create(row)));
    }

    QTemporaryDir folder;
    net::Http http;
    demo::Rehearsal rehearsal;
    std::unique_ptr<assistant::SetupSession> session;
};

// A browser whose sign-in page has one button, which leads to `target`; or none.
class OneButton final : public login::LoginViewer
{
public:
    QUrl opened, target;

    QCoro::Task<net::Result<void>> start(login::ViewerOptions) override { co_return net::Result<void>{}; }
    void open(const QUrl &url) override
    {
        opened = url;
        emit requested(url);
    }
    QCoro::Task<net::Result<login::PageState>> settled(std::chrono::milliseconds) override
    {
        co_return login::PageState{};
    }
    QCoro::Task<net::Result<bool>> press(QString, std::chrono::milliseconds) override
    {
        if (!target.isEmpty())
            emit requested(target);
        co_return net::Result<bool>(!target.isEmpty());
    }
    void close() override {}
};

} // namespace

class TestSessionLayout : public QObject
{
    Q_OBJECT
private slots:
    void aRowWithSampleValuesTeaches();
    void aRowWithSampleValuesIsRemoved();
    void onlyASampleRowIsRemoved();
    void answersAreRemembered();
    void proofAfterApplying();
    void anUnchangedSetupWritesNothing();
    void theBrowserShowsTheLoginAddress();
    void filledInByHandIsProven();
    void enablingThePlugin();
    void enablingFails();
    void trustIsTakenBack();
};

void TestSessionLayout::aRowWithSampleValuesTeaches()
{
    Stage stage({u"layout.unknown"_s});
    QCOMPARE(stage.session->plan().impossible, u"layout.unknown"_s);
    const int requests = stage.http.requestCount();
    QCoro::waitFor(stage.session->lookForRow());
    QCOMPARE(stage.http.requestCount(), requests + 1); // one look is one request
    QCOMPARE(stage.session->plan().impossible, u"layout.unknown"_s);

    QVERIFY(stage.rehearsal.perform(StepId::Review)); // somebody saves it in NocoBase's form
    QCoro::waitFor(stage.session->lookForRow());
    QCOMPARE(stage.http.writeCount(), 0);
    const ChangePlan plan = stage.session->plan();
    QCOMPARE(plan.kind, ChangePlan::Kind::Update);
    QVERIFY(plan.authenticator.startsWith(u"s_"_s));
    QCOMPARE(stage.finding(u"review.marker"_s).evidence[u"name"_s].toString(), plan.authenticator);
    QCOMPARE(stage.session->record().layout->source, nocobase::LayoutSource::MarkerRow);

    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    QVERIFY(stage.finding(u"review.marker"_s).check.isEmpty());
    QCOMPARE(stage.finding(u"review.link"_s).severity, checks::Severity::Ok);
    QVERIFY(QCoro::waitFor(stage.session->undo()));
    const auto rows = stage.rows();
    QVERIFY(nocobase::isMarkerRow(rows.last())); // as it was found
}

void TestSessionLayout::aRowWithSampleValuesIsRemoved()
{
    Stage stage({u"layout.unknown"_s});
    QVERIFY(stage.rehearsal.perform(StepId::Review));
    QCoro::waitFor(stage.session->lookForRow());
    const QString name = stage.session->plan().authenticator;
    const qsizetype before = stage.rows().size();
    QVERIFY(QCoro::waitFor(stage.session->removeMarkerRow(name)));
    QCOMPARE(stage.rows().size(), before - 1);
    // What was learned stays, also in another run.
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::Create);
    QVERIFY(stage.finding(u"review.marker"_s).check.isEmpty());
    stage.open();
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::Create);
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    QCOMPARE(stage.finding(u"review.applied"_s).severity, checks::Severity::Ok);
}

void TestSessionLayout::onlyASampleRowIsRemoved()
{
    Stage stage;
    const auto before = stage.rows();
    const auto removed = QCoro::waitFor(stage.session->removeMarkerRow(u"wecom"_s));
    QCOMPARE(removed.error().code, net::FaultCode::Conflict);
    QCOMPARE(QCoro::waitFor(stage.session->removeMarkerRow(u"none"_s)).error().code, net::FaultCode::Missing);
    QCOMPARE(stage.rows().size(), before.size());
}

void TestSessionLayout::answersAreRemembered()
{
    Stage stage({u"layout.unknown"_s});
    nocobase::Authenticator row;
    row.name = u"odd"_s;
    row.authType = u"wecom"_s;
    row.title = u"WeCom"_s;
    row.enabled = true;
    row.options = {{u"corpId"_s, u"ww0123456789abcdef"_s},
                   {u"agentId"_s, u"1000009"_s},
                   {u"x"_s, u"CANARY-0123456789-abcdefghijklmnopqrstuvwxy"_s},
                   {u"y"_s, u"CANARZ-0123456789-abcdefghijklmnopqrstuvwxy"_s}};
    stage.create(row);
    stage.open(u"odd"_s);
    QCOMPARE(stage.session->plan().impossible, u"choose-layout"_s);
    const int writes = stage.http.writeCount();
    stage.session->answerLayout(Option::Secret, u"/y"_s);
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::Update);
    QCOMPARE(stage.http.writeCount(), writes);

    stage.open(u"odd"_s);
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::Update); // not asked again
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    QCOMPARE(stage.rows().constLast().options[u"y"_s].toString(), stage.rehearsal.secret().revealText());
    QCOMPARE(stage.rows().constLast().options[u"x"_s], row.options[u"x"_s]);
    QVERIFY(QCoro::waitFor(stage.session->undo()));

    stage.session->forgetLayout();
    QCOMPARE(stage.session->plan().impossible, u"choose-layout"_s);
}

void TestSessionLayout::proofAfterApplying()
{
    Stage stage;
    stage.open(u"wecom"_s);
    for (const QString &check : {u"review.link"_s, u"review.callback"_s, u"review.state"_s})
        QCOMPARE(stage.finding(check).reason, checks::Reason::NotAsked);
    const int before = stage.http.requestCount();
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    QVERIFY2(stage.http.requestCount() - before <= 12,
             qPrintable(QString::number(stage.http.requestCount() - before)));
    for (const QString &check : {u"review.applied"_s, u"review.enabled"_s, u"review.public"_s,
                                 u"review.link"_s, u"review.callback"_s, u"review.state"_s})
        QVERIFY2(stage.finding(check).severity == checks::Severity::Ok, qPrintable(check));
    QCOMPARE(stage.session->state(StepId::Review), assistant::StepState::Verified);
}

void TestSessionLayout::anUnchangedSetupWritesNothing()
{
    Stage stage;
    stage.open(u"wecom"_s);
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    stage.open(u"wecom"_s);
    const int writes = stage.http.writeCount();
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::Nothing);
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Unchanged);
    QCOMPARE(stage.http.writeCount(), writes);
}

// Where the plugin does not tell its login address to us, the sign-in page's own button does.
void TestSessionLayout::theBrowserShowsTheLoginAddress()
{
    Stage stage({}, false);
    stage.open(u"wecom"_s);
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end, apply::ApplyResult::End::Ok);
    const auto link = stage.finding(u"review.link"_s);
    QCOMPARE(link.reason, checks::Reason::OutOfSight);
    QCOMPARE(link.action, QString::fromLatin1(checks::action::showLoginAddress));

    OneButton browser;
    QCOMPARE(QCoro::waitFor(stage.session->showLoginAddress(&browser)).error().code, net::FaultCode::Missing);
    const auto target = [&](const QString &company, const QByteArray &name) {
        const QByteArray state =
            QByteArray("redirect=&app=main&name=" + name + "&isWeComBrowser=false").toBase64();
        return wecom::webLoginUrl(stage.rehearsal.wecomUrl(), company, stage.rehearsal.agentId(),
                                  QUrl(stage.rehearsal.nocobaseUrl().toString() + u"/api/wecom:redirect"_s),
                                  QString::fromLatin1(state), u"en"_s);
    };
    browser.target = target(u"ww0000000000000000"_s, "wecom-branch");
    QVERIFY(QCoro::waitFor(stage.session->showLoginAddress(&browser)));
    QCOMPARE(browser.opened, stage.session->signInUrl());
    QCOMPARE(stage.finding(u"review.link"_s).cause, u"link.wrong-ids"_s);
    QCOMPARE(stage.finding(u"review.link"_s).vantage, setup::Vantage::Browser);
    QCOMPARE(stage.finding(u"review.state"_s).cause, u"link.wrong-ids"_s);

    browser.target = target(stage.rehearsal.companyId(), "wecom");
    QVERIFY(QCoro::waitFor(stage.session->showLoginAddress(&browser)));
    for (const QString &check : {u"review.link"_s, u"review.callback"_s, u"review.state"_s})
        QCOMPARE(stage.finding(check).severity, checks::Severity::Ok);
    QCoro::waitFor(stage.session->checkAgain(StepId::Review)); // asking again loses nothing that was seen
    QCOMPARE(stage.finding(u"review.link"_s).severity, checks::Severity::Ok);
}

// The person wants no row with sample values: what can be proven of NocoBase's own form is proven.
void TestSessionLayout::filledInByHandIsProven()
{
    Stage stage({u"layout.unknown"_s});
    nocobase::Authenticator row;
    row.name = u"by-hand"_s;
    row.authType = u"wecom"_s;
    row.title = u"WeCom"_s;
    row.enabled = true;
    row.options = {{u"wecom"_s, QJsonObject{{u"corpId"_s, stage.rehearsal.companyId()},
                                            {u"agentId"_s, stage.rehearsal.agentId()},
                                            {u"secret"_s, stage.rehearsal.secret().revealText()},
                                            {u"origin"_s, stage.session->setup().authenticator.origin}}}};
    stage.create(row);
    stage.session->confirm(StepId::Review, true);
    QCoro::waitFor(stage.session->checkAgain(StepId::Review));
    // With the values known, the row itself tells where they are kept.
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::Nothing);
    for (const QString &check :
         {u"review.applied"_s, u"review.public"_s, u"review.link"_s, u"review.callback"_s, u"review.state"_s})
        QVERIFY2(stage.finding(check).severity == checks::Severity::Ok, qPrintable(check));
}

void TestSessionLayout::enablingThePlugin()
{
    Stage stage({u"plugin.off"_s});
    stage.open(u"wecom"_s);
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::EnablePlugin);
    QCOMPARE(QCoro::waitFor(stage.session->apply()).end,
             apply::ApplyResult::End::Refused); // asked for by name only
    QList<nocobase::EnableStage> stages;
    connect(stage.session.get(), &assistant::SetupSession::workChanged, this, [&] {
        const auto progress = stage.session->enableProgress();
        if (progress && (stages.isEmpty() || stages.last() != progress->stage))
            stages << progress->stage;
    });
    QVERIFY(!stage.session->enableProgress());
    QVERIFY(QCoro::waitFor(stage.session->enablePlugin()));
    QVERIFY(!stage.session->enableProgress());
    QVERIFY(stages.contains(nocobase::EnableStage::Asking));
    QVERIFY(stages.contains(nocobase::EnableStage::Settling));
    QCOMPARE(stage.finding(u"plugin.wecom"_s).severity, checks::Severity::Ok);
    QCOMPARE(stage.session->plan().kind, ChangePlan::Kind::Update);
}

void TestSessionLayout::enablingFails()
{
    Stage stage({u"plugin.failed"_s});
    stage.open(u"wecom"_s);
    const auto enabled = QCoro::waitFor(stage.session->enablePlugin());
    QVERIFY(!enabled);
    const auto finding = stage.finding(u"plugin.wecom"_s);
    QCOMPARE(finding.cause, u"plugin.failed"_s);
    QVERIFY(finding.evidence[u"said"_s].toString().contains(u"license"_s));
    QCOMPARE(finding.action, QString::fromLatin1(checks::action::enablePlugin)); // to try again
    QCOMPARE(stage.finding(u"nocobase.reach"_s).severity, checks::Severity::Ok); // it was waited for
    stage.rehearsal.setFaults({u"plugin.off"_s});
    QVERIFY(QCoro::waitFor(stage.session->enablePlugin()));
    QCOMPARE(stage.finding(u"plugin.wecom"_s).severity, checks::Severity::Ok);
}

void TestSessionLayout::trustIsTakenBack()
{
    Stage stage;
    const net::Pin pin{u"crm.example.com"_s, u"ab12"_s};
    stage.session->trustCertificate(pin);
    QCOMPARE(stage.http.pins(), QList<net::Pin>{pin});
    stage.session->distrustCertificate(pin);
    QVERIFY(stage.http.pins().isEmpty());
    QVERIFY(stage.session->record().pins.isEmpty());
    QVERIFY(setup::Repository(QDir(stage.folder.path())).record(u"crm"_s).pins.isEmpty());
    QVERIFY(!stage.session->facts().server); // the next look judges the certificate anew
}

QTEST_GUILESS_MAIN(TestSessionLayout)
#include "tst_sessionlayout.moc"
