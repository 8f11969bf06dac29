// SPDX-License-Identifier: Apache-2.0
#include "shell/play.h"

#include "checks/catalogue.h"
#include "parts/bringintoview.h"
#include "report/report.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/playedbrowser.h"
#include "shell/steprail.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSaveFile>
#include <QTextStream>

#include <qcoro/qcorotimer.h>

#include <cstdio>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using setup::StepId;
using PhoneState = assistant::RehearsalControl::PhoneState;

namespace {

constexpr auto lookEvery = 50ms;
constexpr auto quietFor = 400ms;
constexpr auto workLimit = 60s;
constexpr auto pageLimit = 90s; // browser start, sign-in page, WeCom's page
constexpr auto phoneLimit = 30s;

} // namespace

void Play::prepareDisplay()
{
#ifdef Q_OS_UNIX
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
}

Play::Play(MainWindow *window, SessionHost *host, PlayOptions options, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_host(host)
    , m_options(std::move(options))
{}

assistant::SetupSession *Play::session() const
{
    return m_host->session();
}

void Play::say(const QString &line) const
{
    QTextStream(stdout) << line << '\n';
}

QCoro::Task<int> Play::run()
{
    if (!QDir().mkpath(m_options.folder) || !m_host->startRehearsal(m_options.faults)) {
        QTextStream(stderr)
            << tr("The rehearsal could not start, or %1 cannot be written.").arg(m_options.folder) << '\n';
        co_return 2;
    }
    co_await walk();
    writeResults();
    if (!m_unwritten.isEmpty()) {
        QTextStream(stderr) << tr("Could not be written: %1").arg(m_unwritten.join(u", "_s)) << '\n';
        co_return 2;
    }
    co_return verdict();
}

QCoro::Task<void> Play::walk()
{
    co_await show(StepId::Welcome);
    shoot(StepId::Welcome);
    co_await useSamples(StepId::Nocobase);
    shoot(StepId::Nocobase);
    co_await useConsole(StepId::CreateApp);
    co_await useSamples(StepId::Credentials);
    co_await useConsole(StepId::CallbackDomain);
    shoot(StepId::CallbackDomain);
    co_await useConsole(StepId::TrustedDomain);
    co_await useConsole(StepId::TrustedIp);
    press(u"trusted-ip.consent.ask"_s);
    co_await quiet();
    shoot(StepId::TrustedIp);
    co_await setDomain();
    // What WeCom has said by now belongs to steps that were passed before; a person looks back at them too.
    for (const StepId id : {StepId::CreateApp, StepId::Credentials, StepId::TrustedDomain}) {
        co_await show(id);
        shoot(id);
    }
    co_await chooseOptions();
    co_await applyPlan();
    co_await useConsole(StepId::Homepage);
    shoot(StepId::Homepage);
    co_await signIn();
    co_await lookBack();
    co_await show(StepId::Finish);
    shoot(StepId::Finish);
}

QCoro::Task<void> Play::show(StepId id)
{
    m_window->rail()->item(id)->click();
    co_await quiet();
}

QCoro::Task<void> Play::useSamples(StepId id)
{
    co_await show(id);
    press(setup::stepName(id) + u".rehearsal.samples"_s);
    co_await quiet();
}

QCoro::Task<void> Play::useConsole(StepId id)
{
    co_await show(id);
    press(setup::stepName(id) + u".rehearsal.perform"_s);
    co_await quiet();
}

// Where WeCom answers this computer and has another domain, the page offers to set it.
QCoro::Task<void> Play::setDomain()
{
    co_await show(StepId::TrustedDomain);
    press(u"trusted-domain.check.domain.oauth.action"_s);
    co_await quiet();
}

// Somebody comes back later: everything is looked at again, and the pages that then want attention are shown.
QCoro::Task<void> Play::lookBack()
{
    co_await session()->checkAll();
    for (const auto &step : assistant::steps()) {
        if (session()->state(step.id) != assistant::StepState::NeedsAttention || step.id == StepId::TestLogin)
            continue;
        co_await show(step.id);
        bringIntoView(step.id);
        shoot(step.id);
    }
}

// The first row that says what is wrong, as a person would scroll to it.
void Play::bringIntoView(StepId id)
{
    const auto findings = session()->findings(id);
    for (const auto &finding : findings) {
        auto *row = finding.isWrong()
                        ? m_window->findChild<QWidget *>(setup::stepName(id) + u".check."_s + finding.check)
                        : nullptr;
        if (row && row->isVisible())
            return ui::bringIntoView(row);
    }
}

QCoro::Task<void> Play::chooseOptions()
{
    co_await show(StepId::LoginOptions);
    if (!session()->setup().authenticator.automaticLogin)
        press(u"options.automatic"_s);
    type(u"options.tooltip.edit"_s, tr("Sign in with WeCom"));
    co_await quiet();
    shoot(StepId::LoginOptions);
}

QCoro::Task<void> Play::applyPlan()
{
    co_await show(StepId::Review);
    if (session()->plan().candidates.size() > 1 && session()->plan().authenticator.isEmpty()) {
        press(u"review.choice.wecom"_s);
        co_await quiet();
    }
    shoot(StepId::Review); // before anything is written, as a person decides upon it
    const auto kind = session()->plan().kind;
    if (kind != apply::ChangePlan::Kind::Update && kind != apply::ChangePlan::Kind::Create)
        co_return;
    press(u"footer.primary"_s);
    co_await quiet();
    m_applied = session()->plan().kind == apply::ChangePlan::Kind::Nothing;
}

QCoro::Task<void> Play::signIn()
{
    co_await show(StepId::TestLogin);
    shoot(StepId::TestLogin);
    if (!press(u"test.start"_s))
        co_return;
    const auto ended = [this] {
        return session()->trace() && session()->trace()->outcome != login::Outcome::Running;
    };
    const auto idle = [this] { return !session()->work().contains(assistant::Work::TestLogin); };
    const auto waits = [this, ended, idle] {
        return ended() || idle() || session()->rehearsal()->phone() == PhoneState::PageWaits;
    };
    co_await until(waits, pageLimit);
    if (!ended() && !idle()) {
        co_await until([this, ended] { return ended() || atWecom(); }, phoneLimit);
        co_await QCoro::sleepFor(1s); // the picture is painted, and the timeline counts
        shoot(StepId::TestLogin);
        co_await usePhone();
        co_await until(ended, pageLimit);
    }
    co_await quiet();
    const auto *elsewhere = m_window->findChild<QWidget *>(u"test.own.sight"_s);
    if (elsewhere && elsewhere->isVisible()) {
        co_await signInElsewhere();
        co_return;
    }
    const auto *trace = session()->trace();
    if (!trace || trace->outcome != login::Outcome::SignedIn)
        shoot(StepId::TestLogin); // what went wrong is what is to be seen
}

// The page offers the person's own browser, and asks how it went there.
QCoro::Task<void> Play::signInElsewhere()
{
    PlayedBrowser browser(session()->setup(), session()->plan().authenticator);
    bool signedIn = co_await browser.openLogin();
    if (signedIn) {
        co_await QCoro::sleepFor(quietFor); // the phone's card shows its first button
        co_await usePhone();
        signedIn = co_await browser.comeBack();
    }
    if (signedIn)
        press(u"test.own.sight.signed-in"_s); // of what went wrong this browser has no picture
    co_await quiet();
    shoot(StepId::TestLogin);
}

bool Play::atWecom() const
{
    const auto *trace = session()->trace();
    return trace && std::any_of(trace->hops.begin(), trace->hops.end(), [](const login::Hop &hop) {
               return hop.kind == login::HopKind::WecomLogin && hop.status == 200;
           });
}

QCoro::Task<void> Play::usePhone()
{
    const auto phone = [this](PhoneState state) { return session()->rehearsal()->phone() == state; };
    press(u"test.phone.scan"_s);
    co_await until([phone] { return phone(PhoneState::Scanned); }, phoneLimit);
    co_await QCoro::sleepFor(quietFor); // the card shows its next buttons
    press(u"test.phone.agree"_s);
}

QCoro::Task<bool> Play::until(std::function<bool()> ready, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (!ready()) {
        if (deadline.hasExpired())
            co_return false;
        co_await QCoro::sleepFor(lookEvery);
    }
    co_return true;
}

QCoro::Task<void> Play::quiet()
{
    const auto since = std::make_shared<QDeadlineTimer>(quietFor);
    const auto settled = [this, since] {
        if (session()->isBusy())
            since->setRemainingTime(quietFor);
        return since->hasExpired();
    };
    co_await until(settled, workLimit);
}

bool Play::press(const QString &objectName)
{
    auto *button = m_window->findChild<QAbstractButton *>(objectName);
    if (!button || !button->isEnabled() || !button->isVisible())
        return false;
    button->click();
    return true;
}

bool Play::type(const QString &objectName, const QString &text)
{
    auto *line = m_window->findChild<QLineEdit *>(objectName);
    if (!line || !line->isEnabled() || !line->isVisible())
        return false;
    line->setFocus();
    line->selectAll();
    QKeyEvent key(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, text);
    QCoreApplication::sendEvent(line, &key);
    return line->text() == text;
}

void Play::shoot(StepId id)
{
    if (!m_options.pictures)
        return;
    const QString name =
        u"%1-%2.png"_s.arg(assistant::stepNumber(id), 2, 10, QChar(u'0')).arg(setup::stepName(id));
    const QString path = QDir(m_options.folder).filePath(name);
    if (!m_window->grab().save(path) && !m_unwritten.contains(name))
        m_unwritten << name;
}

bool Play::write(const QString &fileName, const QByteArray &content)
{
    QSaveFile file(QDir(m_options.folder).filePath(fileName));
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    if (!written)
        m_unwritten << fileName;
    return written;
}

void Play::writeResults()
{
    const auto plan = session()->plan();
    const auto one = report::setupFindings(session()->setup().id, session()->findings(), &plan, m_applied);
    write(u"findings.json"_s, QJsonDocument(report::findingsDocument({one})).toJson(QJsonDocument::Indented));
    write(u"report.html"_s, report::toHtml(report::reportOf(*session(), Language::instance().code())));
}

int Play::verdict() const
{
    const QString language = Language::instance().code();
    const auto &catalogue = checks::Catalogue::instance();
    bool problem = false;
    bool unreachable = false;
    for (const auto &finding : session()->findings()) {
        problem = problem || finding.severity == checks::Severity::Problem;
        unreachable = unreachable || finding.reason == checks::Reason::Unreachable;
        if (!finding.isWrong())
            continue;
        const QString cause =
            finding.cause.isEmpty() ? u"possible: "_s + finding.possible.join(u", "_s) : finding.cause;
        say(u"%1 %2 [%3] %4"_s.arg(checks::severityName(finding.severity), finding.check, cause,
                                   catalogue.words(finding, language).title));
    }
    for (const auto &step : assistant::steps())
        say(u"%1 %2"_s.arg(setup::stepName(step.id), -16)
                .arg(assistant::stateName(session()->state(step.id))));
    return problem ? 1 : unreachable ? 3 : 0;
}

} // namespace ui
