// SPDX-License-Identifier: Apache-2.0
// What SetupSession changes on the other side, each only when the person asked for it.
#include "apply/survey.h"
#include "assistant/setupsession.h"
#include "assistant/workscope.h"
#include "checks/actions.h"

using namespace Qt::StringLiterals;
using setup::Inputs;
using setup::Vantage;

namespace assistant {

apply::ChangePlan SetupSession::plan() const
{
    if (isWithheld()) { // nothing stored is written to a server it was not given for
        apply::ChangePlan none;
        none.kind = apply::ChangePlan::Kind::Impossible;
        none.impossible = u"credentials-withheld"_s;
        return none;
    }
    const auto usable = m_credentials.usable();
    return apply::plan({m_setup, usable, m_facts, &m_record});
}

QCoro::Task<apply::ApplyResult> SetupSession::apply()
{
    const QPointer<SetupSession> self(this);
    apply::ApplyResult result;
    const auto wanted = plan();
    const auto *rows = world().value(m_facts.authenticators, Inputs::NocobaseLogin);
    if (wanted.kind == apply::ChangePlan::Kind::Impossible ||
        wanted.kind == apply::ChangePlan::Kind::EnablePlugin || !rows || !m_client) {
        result.fault = {net::FaultCode::Missing, {{u"cause"_s, wanted.impossible}}, {}};
        co_return result;
    }
    const WorkScope scope(this, Work::Applying);
    const InputsThen stamps{setup::stampOf(Inputs::NocobaseHost, m_setup, m_credentials),
                            setup::stampOf(Inputs::NocobaseLogin, m_setup, m_credentials),
                            setup::stampOf(Inputs::Authenticator, m_setup, m_credentials)};
    const auto usable = m_credentials.usable();
    const setup::World toBeWritten{m_setup, usable, m_facts, &m_record};
    const auto toWrite = apply::rowsToWrite(wanted, toBeWritten);
    const auto before = *rows;
    const nocobase::ClientPtr client = m_client;
    const vault::SecretStorePtr store = m_services.store;
    const std::function<void(apply::Stage)> progress = [self](apply::Stage stage) {
        if (self)
            emit self->applyStage(stage);
    };
    const QJsonObject previousUndo = store->isPersistent() ? m_record.undo : m_undoOfThisRun;
    const bool persistent = store->isPersistent();
    const std::function<net::Result<void>(const QJsonObject &)> keep =
        [self, persistent](const QJsonObject &undo) -> net::Result<void> {
        if (!self)
            return net::fail(net::FaultCode::Cancelled);
        return self->keepUndo(undo, persistent);
    };
    result = co_await apply::applyPlan(client, wanted, toWrite, before, store, m_setup.id, progress,
                                       previousUndo, keep);
    if (!self)
        co_return result;
    if (!result.undo.isEmpty())
        (void)keepUndo(result.undo, result.undoKeptInKeychain); // on disk with remember(), below
    if (result.end == apply::ApplyResult::End::Ok || result.end == apply::ApplyResult::End::Unchanged) {
        m_record.applied = result.applied;
        m_facts.cutApply.reset();
        m_facts.startLink.reset(); // seen before
        m_facts.startLinkParts.reset();
    }
    if (result.end != apply::ApplyResult::End::Unchanged && result.end != apply::ApplyResult::End::Refused)
        forgetLogins();
    remember();
    if (result.rows && result.publicList)
        co_await takeOver(result, stamps);
    else
        co_await lookAfresh(Work::Nocobase, &SetupSession::probeNocobase);
    co_return result;
}

// Logins with the settings of before say nothing about those of now.
void SetupSession::forgetLogins()
{
    m_facts.ways.clear();
    m_facts.testLogin.reset();
    m_facts.ownLogin.reset();
    m_facts.sight.reset();
    m_facts.toldByLog.reset();
}

// What apply has read back need not be asked for again; only the address NocoBase makes is still to be seen.
QCoro::Task<void> SetupSession::takeOver(apply::ApplyResult result, InputsThen stamps)
{
    const QPointer<SetupSession> self(this);
    co_await landed(Work::Nocobase); // what began before may have read what was there then
    if (!self)
        co_return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_facts.publicList = {*result.publicList, now, Vantage::Pc, stamps.host};
    m_facts.authenticators = {*result.rows, now, Vantage::Pc, stamps.login};
    m_facts.readBack = {result.readBack, now, Vantage::Pc, stamps.authenticator};
    renew();
    co_await probeStartLink();
    if (self)
        remember();
}

// What an apply of an earlier run, which was cut off, has left. Where nothing or all of it was written, that
// is settled with this; what lies between is the person's to apply or to undo.
QCoro::Task<void> SetupSession::lookAtCutApply()
{
    const QPointer<SetupSession> self(this);
    const QJsonObject record = undoRecord();
    const auto *rows = world().value(m_facts.authenticators, Inputs::NocobaseLogin);
    const bool isOurs = m_work.contains(Work::Applying) || m_work.contains(Work::Undoing);
    if (!rows || isOurs || !apply::UndoRecord::isUnfinished(record))
        co_return;
    const auto now = *rows;
    const vault::SecretStorePtr store = m_services.store;
    const nocobase::Target where = target();
    const auto states = co_await apply::rowStates(record, now, store, m_setup.id, where);
    if (!self || !states || undoRecord() != record)
        co_return;
    const setup::CutApply cut = apply::summary(*states, record);
    m_facts.cutApply = seen<setup::CutApply>(cut, Inputs::NocobaseLogin, Vantage::Pc);
    QJsonObject &kept = m_undoOfThisRun.isEmpty() ? m_record.undo : m_undoOfThisRun;
    const QJsonObject previous = apply::UndoRecord::previousOf(record);
    if (cut.has == setup::CutApply::Has::Old) {
        kept = previous;
        co_await apply::UndoRecord::forget(record, store, m_setup.id, previous);
    } else if (cut.has == setup::CutApply::Has::New) {
        kept = apply::UndoRecord::finished(record);
        co_await apply::UndoRecord::forget(previous, store, m_setup.id);
    }
    if (self)
        renew();
}

// Before the first write, so that a run that is cut can be undone by the next one. Without a keychain undo
// lasts for this run, and what an earlier run kept is left alone.
net::Result<void> SetupSession::keepUndo(const QJsonObject &undo, bool persistent)
{
    m_undoOfThisRun = persistent ? QJsonObject() : undo;
    if (!persistent)
        return {};
    m_record.undo = undo;
    return m_services.repository ? m_services.repository->saveRecord(m_setup.id, m_record)
                                 : net::Result<void>{};
}

QCoro::Task<net::Result<void>> SetupSession::undo(apply::Over over)
{
    const QPointer<SetupSession> self(this);
    if (!canUndo())
        co_return net::fail(net::FaultCode::Missing, {{u"reason"_s, u"nothing"_s}});
    const WorkScope scope(this, Work::Undoing);
    if (!m_client)
        co_await check(setup::StepId::Nocobase); // a refused password is not sent a second time
    if (!self)
        co_return net::fail(net::FaultCode::Cancelled);
    if (!m_client) {
        const auto *identity = world().current(m_facts.identity, Inputs::NocobaseLogin);
        const auto *server = world().current(m_facts.server, Inputs::NocobaseHost);
        net::Fault why{net::FaultCode::Missing, {{u"reason"_s, u"sign-in"_s}}, {}};
        if (identity && !identity->what)
            why = identity->what.error();
        else if (server && !server->what)
            why = server->what.error();
        co_return tl::unexpected(why);
    }
    const nocobase::ClientPtr client = m_client;
    const vault::SecretStorePtr store = m_services.store;
    const QJsonObject record = undoRecord();
    const auto undone = co_await apply::undo(client, record, store, m_setup.id, over);
    if (!self)
        co_return undone;
    if (undone) {
        const bool wasCut = apply::UndoRecord::isUnfinished(record);
        QJsonObject &kept = m_undoOfThisRun.isEmpty() ? m_record.undo : m_undoOfThisRun;
        kept = wasCut ? apply::UndoRecord::previousOf(record) : QJsonObject();
        m_record.applied = {};
        m_facts.cutApply.reset();
        forgetLogins();
        remember();
    }
    co_await lookAfresh(Work::Nocobase, &SetupSession::probeNocobase);
    co_return undone;
}

QCoro::Task<net::Result<void>> SetupSession::act(checks::Finding finding)
{
    namespace action = checks::action;
    const auto is = [&finding](const char *id) { return finding.action == QLatin1String(id); };
    if (is(action::fillAgentId)) {
        setAgentId(finding.evidence.value(u"agentId"_s).toVariant().toString());
        co_await checkWecom();
    } else if (is(action::setTrustedDomain)) {
        co_return co_await setTrustedDomain();
    } else if (is(action::setHomepage)) {
        co_return co_await setHomepage();
    } else if (is(action::askServer)) {
        setMayAskServer(true);
        if (!m_client)
            co_await checkNocobase();
        co_await askServer();
    } else if (is(action::enablePlugin)) {
        co_return co_await enablePlugin();
    } else if (is(action::removeMarker)) {
        co_return co_await removeMarkerRow(finding.evidence.value(u"name"_s).toString());
    } else if (is(action::useApiBase)) {
        const QUrl url(finding.evidence.value(u"url"_s).toString());
        edit([&url](setup::Setup &setup) { setup.nocobase.url = url; });
        co_await checkNocobase();
    } else if (is(action::unlockKeychain)) {
        co_await unlockKeychain();
    } else if (is(action::sendSecret)) {
        m_services.tokens->allowOneMore();
        co_await checkWecom();
    } else if (is(action::useSessionStore)) {
        useSessionStore();
        co_await checkKeychain();
    } else if (is(action::trustCertificate)) {
        trustCertificate(
            {finding.evidence.value(u"host"_s).toString(), finding.evidence.value(u"sha256"_s).toString()});
        co_await checkNocobase();
    } else {
        co_await checkAgain(finding);
    }
    co_return net::Result<void>{};
}

} // namespace assistant
