// SPDX-License-Identifier: Apache-2.0
#include "parts/checklist.h"

#include "checks/actions.h"
#include "parts/bringintoview.h"
#include "parts/checkconsent.h"
#include "parts/checkrow.h"
#include "parts/copyrow.h"
#include "parts/messagebar.h"
#include "parts/openpage.h"
#include "shell/language.h"
#include "shell/presentation.h"

#include <QLocale>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Enough of what is copied to know it by: a whole login address would make the row wider than the page.
QString brief(const QString &value)
{
    constexpr int beginning = 18, end = 8;
    return value.size() <= beginning + end ? value : value.left(beginning) + u'…' + value.right(end);
}

namespace action = checks::action;

bool is(const QString &id, const char *known)
{
    return id == QLatin1String(known);
}

Mark markOf(const checks::Finding &finding)
{
    switch (finding.severity) {
    case checks::Severity::Ok:
        return Mark::Ok;
    case checks::Severity::Notice:
        return Mark::Notice;
    case checks::Severity::Warning:
        return Mark::Warning;
    case checks::Severity::Problem:
        return Mark::Problem;
    case checks::Severity::Unknown:
        return finding.reason == checks::Reason::Unreachable ? Mark::Warning : Mark::Todo;
    }
    return Mark::Todo;
}

checks::Words wordsOf(const checks::Finding &finding)
{
    return checks::Catalogue::instance().words(finding, Language::instance().code());
}

// A second thing that can be done about it.
QString otherAction(const checks::Finding &finding)
{
    return is(finding.action, action::unlockKeychain) ? QString::fromLatin1(action::useSessionStore)
                                                      : QString();
}

// "Seen from this computer, 10:42"; the date too when it was not today.
QString seenText(const checks::Finding &finding)
{
    if (!finding.at.isValid() || finding.severity == checks::Severity::Unknown)
        return {};
    const auto &language = Language::instance().code();
    const auto local = finding.at.toLocalTime();
    const auto when = local.date() == QDate::currentDate()
                          ? QLocale().toString(local.time(), QLocale::ShortFormat)
                          : QLocale().toString(local, QLocale::ShortFormat);
    const auto vantage = checks::Catalogue::instance().vantageText(finding.vantage, language);
    return vantage.isEmpty() ? when : CheckList::tr("%1, %2", "seen from where, when").arg(vantage, when);
}

} // namespace

// Host, who made it, from when to when, and the fingerprint in pairs that can be read out.
QString CheckList::certificateText(const QJsonObject &evidence)
{
    const auto day = [&evidence](const QString &name) {
        const auto at = QDateTime::fromString(evidence.value(name).toString(), Qt::ISODate);
        return at.isValid() ? QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat) : u"?"_s;
    };
    QString lines = tr("Host: %1").arg(evidence.value(u"host"_s).toString());
    const QString issuer = evidence.value(u"issuer"_s).toString();
    if (!issuer.isEmpty())
        lines += u'\n' + tr("Issued by: %1").arg(issuer);
    if (evidence.contains(u"notAfter"_s))
        lines += u'\n' + tr("Valid from %1 to %2").arg(day(u"notBefore"_s), day(u"notAfter"_s));
    return lines + u'\n' + tr("SHA-256: %1").arg(inPairs(evidence.value(u"sha256"_s).toString()));
}

QString inPairs(const QString &fingerprint)
{
    QStringList pairs;
    for (qsizetype i = 0; i < fingerprint.size(); i += 2)
        pairs << fingerprint.mid(i, 2).toUpper();
    return pairs.join(u' ');
}

CheckList::CheckList(assistant::SetupSession *session, setup::StepId step, const QString &objectName,
                     QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_step(step)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleName(tr("Checks"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void CheckList::render()
{
    if (m_session)
        setFindings(m_session->findings(m_step));
}

void CheckList::setFindings(const QList<checks::Finding> &findings)
{
    m_findings = findings;
    refill();
}

void CheckList::refill()
{
    setAccessibleName(tr("Checks"));
    QStringList shown;
    for (const auto &finding : std::as_const(m_findings)) {
        auto *&row = m_rows[finding.check];
        if (!row) {
            row = new CheckRow(objectName() + u'.' + finding.check, this);
            if (m_narrow)
                row->setNarrow();
            m_layout->addWidget(row);
        }
        if (m_layout->indexOf(row) != shown.size()) {
            m_layout->removeWidget(row);
            m_layout->insertWidget(int(shown.size()), row);
        }
        row->setFirst(shown.isEmpty());
        if (m_shown.value(finding.check) != finding)
            m_failures.remove(finding.check);
        m_shown.insert(finding.check, finding);
        fill(row, finding, wordsOf(finding));
        row->show();
        shown.append(finding.check);
    }
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        if (!shown.contains(it.key()))
            it.value()->hide();
    }
}

void CheckList::fill(CheckRow *row, const checks::Finding &finding, const checks::Words &words)
{
    const auto &language = Language::instance().code();
    auto seen = finding;
    seen.evidence = Presentation::instance().shown(finding.evidence);
    const auto shown = seen.evidence == finding.evidence ? words : wordsOf(seen);
    const bool busy = !m_pageAgain && m_session && m_session->isBusy(finding.step);
    const bool waits =
        (busy && finding.severity == checks::Severity::Unknown) || m_checking.contains(finding.check);
    QStringList small;
    if (!shown.detail.isEmpty())
        small.append(shown.detail);
    if (const auto proof = checks::Catalogue::instance().proofText(seen, language); !proof.isEmpty())
        small.append(proof);
    if (const auto from = seenText(finding); !from.isEmpty())
        small.append(from);
    if (const auto lack = lackOf(finding); lack && !waits)
        small.append(checks::Catalogue::instance().label(u"lacks"_s, lack->what, language));
    if (const auto failure = m_failures.value(finding.check); !failure.isEmpty())
        small.append(failure);
    row->setContent(waits ? Mark::Running : markOf(finding), shown.title, small.join(u'\n'));
    QStringList todo;
    const bool isNamed = !finding.evidence[u"words"_s].toString().isEmpty(); // by words of its own
    if (!isNamed) {
        for (const auto &cause : finding.possible)
            todo.append(tr("Possible: %1").arg(checks::Catalogue::instance().causeTitle(cause, language)));
    }
    todo += shown.todo; // how to find out which of them it is
    const bool wrong =
        finding.severity != checks::Severity::Ok && finding.severity != checks::Severity::Notice;
    row->setTodo(wrong && !waits ? todo : QStringList());

    fillLinks(row, finding, words, busy);
}

// Why nobody has looked, where the person can do something about it.
std::optional<assistant::Lack> CheckList::lackOf(const checks::Finding &finding) const
{
    const bool isOpen =
        finding.severity == checks::Severity::Unknown && finding.reason == checks::Reason::NotAsked;
    return m_session && !m_pageAgain && isOpen ? m_session->lackFor(finding) : std::nullopt;
}

std::optional<setup::StepId> CheckList::jumpOf(const checks::Finding &finding,
                                               const checks::Words &words) const
{
    const auto lack = lackOf(finding);
    return lack ? lack->where : words.jump;
}

void CheckList::fillLinks(CheckRow *row, const checks::Finding &finding, const checks::Words &words,
                          bool busy)
{
    const auto &language = Language::instance().code();
    const auto connectOnce = [this](LinkButton *link, auto slot) {
        if (link && !link->property("connected").toBool()) {
            link->setProperty("connected", true);
            connect(link, &QPushButton::clicked, this, slot);
        }
    };
    const auto check = finding.check;
    const bool can = m_pageAgain ? m_pageAgain(finding) : m_session && m_session->canCheckAgain(finding);
    const bool asksOnly = can && is(finding.action, action::checkAgain); // that is the button every row has
    const bool asking = m_asking == check;
    const auto lack = lackOf(finding); // before it is there, asking through the server would do nothing
    const bool idle = is(finding.action, action::askServer) && lack && lack->what != u"consent"_s;
    connectOnce(row->setLink(u"action"_s, asksOnly || asking || idle ? QString() : words.actionLabel),
                [this, check] { pressed(check); });
    fillUndo(row, finding, asking);
    const auto other = asking ? QString() : otherAction(finding);
    connectOnce(row->setLink(u"other"_s, checks::Catalogue::instance().label(u"actions"_s, other, language)),
                [this, check] {
                    auto second = m_shown.value(check);
                    second.action = otherAction(second);
                    carryOut(second);
                });
    const bool bad = finding.isWrong() || finding.reason == checks::Reason::Unreachable;
    const bool checking = m_checking.contains(check);
    const auto label = checking ? tr("Checking…") : tr("Check again");
    connectOnce(row->setAgain(can && !asking ? label : QString(), !bad && !checking),
                [this, check] { checkAgain(check); });
    const bool wrong =
        finding.severity != checks::Severity::Ok && finding.severity != checks::Severity::Notice;
    const bool waits = busy && finding.severity == checks::Severity::Unknown;
    const bool copies = wrong && !waits && !words.paste.isEmpty() && !is(finding.action, action::copyAddress);
    const auto copied = brief(Presentation::instance().shown(words.paste)); // cut off, no name is known again
    connectOnce(row->setLink(u"copy"_s, copies ? tr("Copy: %1").arg(copied) : QString()), [this, check] {
        copyToClipboard(wordsOf(m_shown.value(check)).paste);
        if (auto *link = m_rows.value(check)->setLink(u"copy"_s, tr("Copied")))
            link->setFocus();
    });
    const auto jump = jumpOf(finding, words);
    const bool jumps = wrong && !waits && jump && *jump != m_step;
    const auto jumpTitle = jumps ? checks::Catalogue::instance().step(*jump, language).rail : QString();
    connectOnce(row->setLink(u"jump"_s, jumps ? tr("Go to: %1").arg(jumpTitle) : QString()), [this, check] {
        const auto now = m_shown.value(check);
        if (const auto where = jumpOf(now, wordsOf(now)))
            emit goTo(*where);
    });
    const bool opens = wrong && words.link.isValid() && !words.link.isEmpty();
    connectOnce(row->setLink(u"open"_s, opens ? tr("Open the page") : QString()),
                [this, check] { openPage(wordsOf(m_shown.value(check)).link, this); });
}

// What "Set it for me" has replaced in WeCom can be put back.
void CheckList::fillUndo(CheckRow *row, const checks::Finding &finding, bool asking)
{
    const auto check = finding.check;
    const auto before = m_session && !asking ? m_session->agentUndo().before(check) : QString();
    auto *undo = row->setLink(u"undo"_s, before.isEmpty() ? QString() : tr("Undo"));
    if (!undo || before.isEmpty())
        return;
    undo->setLabel(tr("Undo"), tr("Undo: put back %1").arg(before));
    undo->setToolTip(tr("Put back %1").arg(Presentation::instance().shown(before)));
    if (undo->property("connected").toBool())
        return;
    undo->setProperty("connected", true);
    connect(undo, &QPushButton::clicked, this, [this, check] { follow(check, m_session->putBack(check)); });
}

// Focus stays on the button; what was found is announced when it is there.
void CheckList::checkAgain(const QString &check)
{
    if (!m_session || m_checking.contains(check))
        return;
    if (m_pageAgain) {
        emit againWanted(m_shown.value(check));
        return;
    }
    m_checking.insert(check);
    m_failures.remove(check);
    refill();
    QCoro::connect(m_session->checkAgain(m_shown.value(check)), this, [this, check] {
        m_checking.remove(check);
        refill();
        if (auto *row = m_rows.value(check); row && row->isVisible())
            row->announce();
    });
}

void CheckList::setChecking(const QString &check)
{
    const auto before = m_checking.values();
    m_checking.clear();
    if (!check.isEmpty())
        m_checking.insert(check);
    refill();
    for (const auto &done : before) {
        if (auto *row = m_rows.value(done); row && done != check && row->isVisible())
            row->announce();
    }
}

void CheckList::pressed(const QString &check)
{
    const auto finding = m_shown.value(check);
    if (m_pageActions.contains(finding.action)) {
        emit actionWanted(finding);
    } else if (is(finding.action, action::copyAddress)) {
        copyToClipboard(finding.evidence.value(u"ip"_s).toString());
        if (auto *link = m_rows.value(check)->setLink(u"action"_s, tr("Copied")))
            link->setFocus();
    } else if (!consentFor(finding, m_session).isEmpty()) {
        m_asking = check;
        ask(m_rows.value(check), finding);
    } else {
        carryOut(finding);
    }
}

void CheckList::ask(CheckRow *row, const checks::Finding &finding)
{
    auto *bar = new MessageBar(row->objectName() + u".question"_s, row);
    auto *yes = bar->addButton(u"yes"_s, Button::Kind::Primary);
    auto *no = bar->addButton(u"no"_s);
    yes->setLabel(consentButton(finding));
    no->setLabel(tr("Not now"));
    row->below()->addWidget(bar);
    bar->setMessage(MessageBar::Tone::Warning, consentFor(finding, m_session));
    const auto close = [this, bar, row] {
        if (bar->isAncestorOf(window()->focusWidget()))
            row->setFocus(Qt::OtherFocusReason);
        bar->hide();
        bar->deleteLater();
        m_asking.clear();
        refill();
    };
    connect(no, &QPushButton::clicked, this, [row, close] {
        close();
        row->focusLink(u"action"_s); // where the person was
    });
    connect(yes, &QPushButton::clicked, this, [this, close, finding] {
        close();
        if (m_session && is(finding.action, action::askServer))
            m_session->setMayAskServer(true);
        carryOut(finding);
    });
    no->setFocus();
    row->setLink(u"action"_s, {});
    bringIntoViewLater(bar);
}

void CheckList::carryOut(const checks::Finding &finding)
{
    if (!m_session)
        return;
    follow(finding.check, m_session->act(finding));
}

void CheckList::follow(const QString &check, QCoro::Task<net::Result<void>> task)
{
    QCoro::connect(std::move(task), this, [this, check](const net::Result<void> &done) {
        if (done)
            m_failures.remove(check);
        else
            m_failures.insert(
                check, checks::Catalogue::instance().faultText(done.error(), Language::instance().code()));
        refill();
    });
}

} // namespace ui
