// SPDX-License-Identifier: Apache-2.0
// The whole fault menu against the engine: what the assistant says of a simulated world that is wrong in one
// way, or in two. What only a phone and a browser can show is tried in tests/unit/demo and tests/e2e.
#include "assistant/setupsession.h"
#include "checks/actions.h"
#include "checks/catalogue.h"
#include "demo/faults.h"
#include "demo/rehearsal.h"

#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using checks::Severity;
using setup::StepId;

namespace {

// Seen during a login only.
const QStringList &ofTheLogin()
{
    static const QStringList list{
        u"domain.callback.mismatch"_s, u"login.outside-wecom"_s, u"login.member.out-of-scope"_s,
        u"login.first-time"_s,         u"login.declined"_s,      u"login.code-used"_s,
        u"login.user-not-found"_s,     u"login.no-role"_s,       u"plugin.no-button"_s,
        u"login.inside-unnoticed"_s};
    return list;
}

vault::SecretStorePtr storeFor(const QStringList &faults)
{
    if (faults.contains(u"keychain.missing"_s))
        return vault::brokenStore(vault::StoreState::Missing);
    if (faults.contains(u"keychain.locked"_s))
        return vault::brokenStore(vault::StoreState::Locked);
    if (faults.contains(u"keychain.refused"_s))
        return vault::brokenStore(vault::StoreState::Refused);
    return vault::sessionStore();
}

// A person who follows every step, and looks again in the end.
class Walk
{
public:
    explicit Walk(const QStringList &faults) : m_rehearsal(options(faults))
    {
        assistant::Services services;
        services.http = &m_http;
        services.store = storeFor(faults);
        services.tokens = std::make_shared<wecom::TokenKeeper>(&m_http, wecom::TokenPauses{{1ms, 1ms}, 1h});
        services.rehearsal = &m_rehearsal;
        setup::Setup setup;
        setup.id = u"rehearsal"_s;
        setup.name = u"Rehearsal"_s;
        setup.nocobase.url = m_rehearsal.nocobaseUrl();
        setup.nocobase.account = m_rehearsal.account();
        setup.wecom = {m_rehearsal.wecomUrl(), m_rehearsal.wecomUrl(), m_rehearsal.wecomUrl()};
        setup.authenticator.name = u"wecom"_s;
        setup.authenticator.origin = setup::originFor(m_rehearsal.nocobaseUrl());
        setup.authenticator.automaticLogin = true;
        m_session = std::make_unique<assistant::SetupSession>(services, setup);
        m_session->setCompanyId(m_rehearsal.companyId());
        m_session->setAgentId(m_rehearsal.agentId());
        m_session->setSecret(m_rehearsal.secret());
        m_session->setPassword(m_rehearsal.password());
        m_session->setMayAskServer(true);
        m_session->setOwnershipFile(m_rehearsal.ownershipFileName());
        QCoro::waitFor(m_session->checkAll()); // before anything is done in the console
        for (const StepId step :
             {StepId::CreateApp, StepId::CallbackDomain, StepId::TrustedDomain, StepId::TrustedIp})
            m_rehearsal.perform(step);
        QCoro::waitFor(m_session->checkAll());
        const auto findings = m_session->findings();
        for (const auto &finding : findings) {
            if (finding.action == QLatin1String(checks::action::setTrustedDomain))
                (void)QCoro::waitFor(m_session->act(finding));
        }
        enablePlugin();
        m_before = causesNow();
        QCoro::waitFor(m_session->apply());
        m_rehearsal.perform(StepId::Homepage);
        QCoro::waitFor(m_session->checkAll());
    }

    // Causes that are named in the end, and also before anything was applied, which cures some.
    QStringList named() const { return causesNow(); }
    QStringList everNamed() const { return m_before + causesNow(); }
    QStringList possible() const
    {
        QStringList causes;
        const auto findings = m_session->findings();
        for (const auto &finding : findings)
            causes += finding.possible;
        return causes;
    }

private:
    QStringList causesNow() const
    {
        QStringList causes;
        const auto findings = m_session->findings();
        for (const auto &finding : findings) {
            if (!finding.cause.isEmpty() && finding.severity != Severity::Notice)
                causes.append(finding.cause);
            else if (finding.cause == u"plugin.other-vendor"_s)
                causes.append(finding.cause);
        }
        return causes;
    }
    // A plugin that fails shows it when somebody enables it; one that is merely off would be cured.
    void enablePlugin()
    {
        if (m_rehearsal.faults().contains(u"plugin.failed"_s))
            (void)QCoro::waitFor(m_session->enablePlugin());
    }

    static demo::RehearsalOptions options(const QStringList &faults)
    {
        demo::RehearsalOptions options;
        options.faults = faults;
        options.restart = 50ms;
        return options;
    }

    net::Http m_http;
    demo::Rehearsal m_rehearsal;
    std::unique_ptr<assistant::SetupSession> m_session;
    QStringList m_before;
};

} // namespace

class TestMenu : public QObject
{
    Q_OBJECT
private slots:
    // Every cause is on the menu, or there is a reason why the rehearsal cannot have it.
    void menuAndReasonsAreAllCauses()
    {
        QStringList all = demo::faultIds();
        for (const auto &entry : demo::beyondTheRehearsal()) {
            QVERIFY2(!all.contains(entry.cause), qPrintable(entry.cause));
            QVERIFY2(entry.effect.size() > 20, qPrintable(entry.cause));
            all.append(entry.cause);
        }
        QStringList causes = checks::Catalogue::instance().causes();
        all.sort();
        causes.sort();
        QCOMPARE(all, causes);
    }

    void nothingIsWrongWithoutAFault()
    {
        const Walk walk({});
        QCOMPARE(walk.named(), QStringList());
    }

    void one_data()
    {
        QTest::addColumn<QString>("fault");
        for (const QString &fault : demo::faultIds()) {
            if (!ofTheLogin().contains(fault))
                QTest::newRow(qPrintable(fault)) << fault;
        }
    }
    void one()
    {
        QFETCH(QString, fault);
        const Walk walk({fault});
        // After a login it is named there as well; until then the trusted IP step has it.
        const QString expected = fault == u"login.ip"_s ? u"ip.untrusted"_s : fault;
        const QStringList named = walk.everNamed();
        QVERIFY2(named.contains(expected),
                 qPrintable(named.join(u' ') + u" | "_s + walk.possible().join(u' ')));
    }

    void two_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        const QList<std::pair<const char *, const char *>> pairs{
            {"domain.oauth.mismatch", "plugin.off"},
            {"ip.untrusted", "nocobase.too-old"},
            {"wecom.secret.wrong", "plugin.absent"},
            {"wecom.company-id.wrong", "nocobase.sign-in"},
            {"wecom.app.scope-empty", "domain.oauth.empty"},
            {"wecom.app.disabled", "homepage.other"},
            {"domain.ownership.masked", "domain.port"},
            {"link.internal-host", "authenticator.secret-public"},
            {"link.wrong-ids", "ip.changed"},
            {"clock.wrong", "wecom.rate-limited"},
            {"keychain.locked", "nocobase.unreachable"},
            {"login.callback-missing", "link.agentid-missing"},
            {"domain.limit", "authenticator.several-automatic"},
            {"wecom.agent.other-app", "domain.ownership.missing"},
            {"server.cannot-reach-wecom", "layout.unknown"},
            {"authenticator.changed", "homepage.empty"}};
        for (const auto &[a, b] : pairs)
            QTest::addRow("%s and %s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b);
    }
    void two()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const QStringList named = Walk({a, b}).everNamed();
        for (const QString &fault : {a, b})
            QVERIFY2(named.contains(fault), qPrintable(fault + u" | "_s + named.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestMenu)
#include "tst_menu.moc"
