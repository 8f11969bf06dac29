// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "apply/undorecord.h"
#include "checks/catalogue.h"
#include "report/report.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace cli {

namespace {

// What the caller can mend by calling otherwise.
bool isUsage(const net::Fault &fault)
{
    return fault.code == net::FaultCode::OriginNotAllowed || fault.code == net::FaultCode::BadInput;
}

} // namespace

Commands::Commands(Options options)
    : m_options(std::move(options))
    , m_tokenHttp(std::make_unique<net::Http>())
    , m_out(stdout)
    , m_err(stderr)
{
    m_tokens = std::make_shared<wecom::TokenKeeper>(m_tokenHttp.get());
}

QCoro::Task<int> Commands::run()
{
    if (m_options.secrets != SecretsFrom::Keychain) {
        const auto given = m_options.secrets == SecretsFrom::Environment ? GivenSecrets::fromEnvironment()
                                                                         : GivenSecrets::fromStandardInput();
        if (!given)
            co_return sayFault(given.error(), exitcode::usage);
        m_given = *given;
    }
    int code = exitcode::ok;
    const QStringList files = m_options.files;
    for (const QString &file : files) {
        const int one = co_await runOne(file);
        code = worse(code, one);
    }
    if (m_options.json && m_options.command != u"report"_s && m_options.command != u"link"_s)
        m_out << QString::fromUtf8(
                     QJsonDocument(report::findingsDocument(m_setups)).toJson(QJsonDocument::Compact))
              << Qt::endl;
    co_return code;
}

QCoro::Task<int> Commands::runOne(QString file)
{
    const auto setup = setup::Repository::loadFile(file);
    if (!setup)
        co_return sayFault(setup.error(), exitcode::usage);
    // One door each: certificate decisions belong to their setup.
    net::Http http;
    assistant::Services services;
    services.http = &http;
    services.tokens = m_tokens;
    services.repository = setup::Repository(QFileInfo(file).absoluteDir());
    // Only the keychain can tell what an apply that was cut off has left.
    const bool wasCut = apply::UndoRecord::isUnfinished(services.repository->record(setup->id).undo);
    const bool readsUndo = wasCut || m_options.command == u"undo"_s;
    services.store = co_await storeFor(readsUndo, m_options.command == u"apply"_s);
    assistant::SetupSession session(services, *setup);
    session.setMayAskServer(m_options.askServer);
    bool saved = true;
    connect(&session, &assistant::SetupSession::problem, this, [this, &saved](const net::Fault &fault) {
        saved = false;
        sayFault(fault, exitcode::problem);
    });
    const auto given = co_await giveSecrets(&session);
    if (!given)
        co_return sayFault(given.error(), isUsage(given.error()) ? exitcode::usage : exitcode::problem);

    const QString &command = m_options.command;
    int code = exitcode::usage;
    if (command == u"check"_s)
        code = co_await check(&session);
    else if (command == u"plan"_s)
        code = co_await plan(&session);
    else if (command == u"apply"_s)
        code = co_await apply(&session);
    else if (command == u"undo"_s)
        code = co_await undo(&session);
    else if (command == u"link"_s)
        code = co_await link(&session);
    else if (command == u"report"_s)
        code = co_await report(&session);
    // Without its record an apply could not be undone; a mere look loses nothing.
    co_return !saved && command == u"apply"_s ? worse(code, exitcode::problem) : code;
}

// Given secrets are not kept; what undo needs is, wherever there is a keychain. Once kept it is there and
// nowhere else: a keychain that is locked, or too slow, then says so itself.
QCoro::Task<vault::SecretStorePtr> Commands::storeFor(bool readsUndo, bool keepsUndo)
{
    const vault::SecretStorePtr keychain = vault::systemKeychain();
    if (!m_given || readsUndo)
        co_return keychain;
    if (!keepsUndo)
        co_return vault::sessionStore();
    const vault::StoreState state = co_await keychain->probe();
    co_return state == vault::StoreState::Usable ? keychain : vault::sessionStore();
}

QCoro::Task<net::Result<void>> Commands::giveSecrets(assistant::SetupSession *session)
{
    if (m_given) {
        const auto credentials = m_given->of(session->setup().id);
        if (!credentials)
            co_return net::fail(net::FaultCode::BadInput, {{u"field"_s, session->setup().id}});
        session->setCompanyId(credentials->companyId);
        session->setAgentId(credentials->agentId);
        session->setSecret(credentials->secret);
        session->setPassword(credentials->password);
        session->setToken(credentials->token);
        co_return net::Result<void>{};
    }
    const auto loaded = co_await session->loadCredentials();
    if (!loaded)
        co_return loaded;
    if (session->isWithheld() && !m_options.rebind)
        co_return net::fail(net::FaultCode::OriginNotAllowed, {{u"setup"_s, session->setup().id}});
    session->rebind();
    co_return net::Result<void>{};
}

int Commands::codeOf(const QList<checks::Finding> &findings) const
{
    int code = exitcode::ok;
    for (const checks::Finding &finding : findings) {
        if (finding.severity == checks::Severity::Problem)
            code = worse(code, exitcode::problem);
        else if (finding.severity == checks::Severity::Unknown &&
                 finding.reason == checks::Reason::Unreachable)
            code = worse(code, exitcode::unreachable);
    }
    return code;
}

void Commands::noteFindings(const assistant::SetupSession &session, const apply::ChangePlan *plan,
                            bool applied)
{
    m_setups.append(report::setupFindings(session.setup().id, session.findings(), plan, applied));
}

QCoro::Task<int> Commands::check(assistant::SetupSession *session)
{
    co_await session->checkAll();
    noteFindings(*session, nullptr, false);
    print(*session);
    sayLacking(*session);
    co_return codeOf(session->findings());
}

QCoro::Task<int> Commands::undo(assistant::SetupSession *session)
{
    co_await session->checkNocobase();
    auto undone = co_await session->undo(m_options.yes ? apply::Over::LaterChanges : apply::Over::Untouched);
    if (!undone && apply::isLaterChange(undone.error()) && canAsk()) {
        sayFault(undone.error(), exitcode::problem);
        if (personAgrees(u"Put back what was there before the apply, and lose those changes?"_s))
            undone = co_await session->undo(apply::Over::LaterChanges);
    }
    noteFindings(*session, nullptr, false);
    if (!undone) {
        if (apply::isLaterChange(undone.error()))
            m_err << u"Nothing was written. With --yes undo goes over those changes."_s << Qt::endl;
        co_return sayFault(undone.error(),
                           net::isPassing(undone.error().code) ? exitcode::unreachable : exitcode::problem);
    }
    if (!m_options.json)
        m_out << u"Put back as it was before the last apply."_s << Qt::endl;
    co_return exitcode::ok;
}

QCoro::Task<int> Commands::link(assistant::SetupSession *session)
{
    const auto &wish = session->setup().authenticator;
    if (!wish.name && !wish.automaticLogin)
        co_await session->checkNocobase(); // the link carries the authenticator's name
    const QString desktop = session->homepageLink();
    if (desktop.isEmpty()) {
        m_err << u"The link needs Company ID, AgentId and the authenticator's name."_s << Qt::endl;
        const int code = codeOf(session->findings(setup::StepId::Nocobase));
        co_return code == exitcode::ok ? exitcode::problem : code;
    }
    const QString mobile = session->setup().homepage.mobile;
    if (m_options.json) {
        m_out << QString::fromUtf8(
                     QJsonDocument(QJsonObject{{u"desktop"_s, desktop},
                                               {u"mobile"_s, mobile.isEmpty() ? desktop : mobile}})
                         .toJson(QJsonDocument::Compact))
              << Qt::endl;
        co_return exitcode::ok;
    }
    m_out << desktop << Qt::endl;
    if (!mobile.isEmpty())
        m_out << mobile << Qt::endl;
    co_return exitcode::ok;
}

QCoro::Task<int> Commands::report(assistant::SetupSession *session)
{
    co_await session->checkAll();
    const auto model = report::reportOf(*session, m_options.language);
    const QString ending = QFileInfo(m_options.out).suffix().toLower();
    const QByteArray bytes = ending == u"json"_s  ? report::toJson(model)
                             : ending == u"pdf"_s ? report::toPdf(model)
                                                  : report::toHtml(model);
    QSaveFile file(m_options.out);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        co_return sayFault({net::FaultCode::FileFailed, {{u"path"_s, m_options.out}}, file.errorString()},
                           exitcode::usage);
    if (m_options.json)
        m_out << QString::fromUtf8(
                     QJsonDocument(QJsonObject{{u"out"_s, m_options.out}}).toJson(QJsonDocument::Compact))
              << Qt::endl;
    else
        m_out << m_options.out << Qt::endl;
    co_return codeOf(session->findings());
}

// Most of a check is "not asked" without them.
void Commands::sayLacking(const assistant::SetupSession &session)
{
    const setup::Credentials &given = session.credentials();
    QStringList lacking;
    if (given.companyId.isEmpty())
        lacking << u"Company ID"_s;
    if (given.agentId.isEmpty())
        lacking << u"AgentId"_s;
    if (given.secret.isEmpty())
        lacking << u"Secret"_s;
    if (given.password.isEmpty() && given.token.isEmpty())
        lacking << u"NocoBase password or token"_s;
    if (lacking.isEmpty())
        return;
    m_err << u"%1: not all could be looked at. Missing: %2. %3\n"_s.arg(
                 session.setup().id, lacking.join(u", "_s),
                 m_given
                     ? u"They were not in what --secrets gave."_s
                     : u"They are not in the keychain; give them with --secrets env or --secrets stdin."_s)
          << Qt::flush;
}

// An apply of an earlier run that was cut off: what it has left.
void Commands::sayCut(const assistant::SetupSession &session)
{
    const auto findings = session.findings(setup::StepId::Review);
    for (const checks::Finding &finding : findings) {
        if (m_options.json || finding.check != u"review.cut"_s)
            continue;
        const checks::Words words = checks::Catalogue::instance().words(finding, m_options.language);
        m_out << words.title << u" ["_s << finding.cause << ']' << '\n' << words.detail << Qt::endl;
    }
}

int Commands::sayFault(const net::Fault &fault, int code)
{
    m_err << checks::Catalogue::instance().faultText(fault, m_options.language) << Qt::endl;
    return code;
}

bool Commands::canAsk() const
{
    return !m_options.json && isatty(fileno(stdin));
}

bool Commands::personAgrees(const QString &question)
{
    m_out << question << u" Type yes: "_s << Qt::flush;
    QTextStream in(stdin);
    return in.readLine().trimmed() == u"yes"_s;
}

} // namespace cli
