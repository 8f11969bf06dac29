// SPDX-License-Identifier: Apache-2.0
#include "shell/steppage.h"

#include "checks/catalogue.h"
#include "parts/named.h"
#include "shell/language.h"
#include "shell/theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QHideEvent>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString workText(assistant::Work work)
{
    using assistant::Work;
    switch (work) {
    case Work::Keychain:
        return StepPage::tr("Looking into the keychain…");
    case Work::Nocobase:
        return StepPage::tr("Asking NocoBase…");
    case Work::Wecom:
        return StepPage::tr("Asking WeCom…");
    case Work::AskingServer:
        return StepPage::tr("NocoBase asks WeCom…");
    case Work::OwnershipFile:
        return StepPage::tr("Looking for the verification file…");
    case Work::LoginPage:
        return StepPage::tr("Looking at the login page…");
    case Work::EnablingPlugin:
        return StepPage::tr("NocoBase enables the plugin…");
    case Work::Applying:
        return StepPage::tr("Writing to NocoBase…");
    case Work::Undoing:
        return StepPage::tr("Putting the old settings back…");
    case Work::RemovingRow:
        return StepPage::tr("Removing the sample row…");
    case Work::LoginAddress:
        return StepPage::tr("Asking NocoBase for its login address…");
    case Work::TestLogin:
        return StepPage::tr("The test login is under way…");
    case Work::LoginWays:
        return StepPage::tr("Trying the other ways of logging in…");
    case Work::None:
        break;
    }
    return StepPage::tr("Checking…");
}

} // namespace

StepPage::StepPage(assistant::SetupSession *session, setup::StepId id, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_id(id)
    , m_sideWidth(metric::sideWidth)
{
    setObjectName(u"page."_s + setup::stepName(id));
    m_columns = new QHBoxLayout(this);
    m_columns->setContentsMargins(metric::pageMargin, 18, metric::pageMargin, 18);
    m_columns->setSpacing(metric::columnGap);
    auto *box = named(new QWidget(this), objectName() + u".main"_s, {});
    m_column = new QVBoxLayout(box);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metric::gap);
    m_columns->addWidget(box, 1);
    connect(session, &assistant::SetupSession::changed, this, &StepPage::renderAll);
    connect(session, &assistant::SetupSession::workChanged, this, &StepPage::renderAll);
}

void StepPage::start()
{
    // The scroll bar stands in the margin.
    m_columns->setContentsMargins(metric::pageMargin, 18, metric::pageMargin - metric::scrollBar, 18);
    if (!stretches()) {
        m_column->addStretch(1);
        if (m_side)
            m_side->addStretch(1);
    }
    m_started = true;
    nameBoxes();
    retranslate();
    render();
}

QVBoxLayout *StepPage::side()
{
    if (!m_side) {
        m_sideBox = named(new QWidget(this), objectName() + u".side"_s, {});
        m_sideBox->setFixedWidth(m_sideWidth);
        m_side = new QVBoxLayout(m_sideBox);
        m_side->setContentsMargins(0, 0, 0, 0);
        m_side->setSpacing(12);
        m_columns->addWidget(m_sideBox);
    }
    return m_side;
}

void StepPage::setSideWidth(int width)
{
    side();
    m_sideWidth = width;
    m_sideBox->setFixedWidth(width);
}

void StepPage::setToured(bool toured)
{
    if (std::exchange(m_toured, toured) != toured && m_started && m_session)
        render();
}

void StepPage::fitInto(int width)
{
    if (!m_sideBox)
        return;
    // Chinese and Japanese can be broken anywhere, so that a column of them can become as narrow as a word.
    const int readable = 20 * QFontInfo(Theme::font(FontRole::Body)).pixelSize();
    const auto margins = m_columns->contentsMargins();
    const int needs = margins.left() + std::max(readable, m_columns->itemAt(0)->minimumSize().width()) +
                      m_columns->spacing() + m_sideWidth + margins.right();
    const bool isBelow = needs > width - metric::scrollBar;
    if (std::exchange(m_sideIsBelow, isBelow) == isBelow)
        return;
    m_columns->setDirection(isBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setStretch(0, isBelow ? 0 : 1);
    m_sideBox->setMinimumWidth(isBelow ? 0 : m_sideWidth);
    m_sideBox->setMaximumWidth(isBelow ? QWIDGETSIZE_MAX : m_sideWidth);
    sideMoved(isBelow);
}

QString StepPage::title() const
{
    return checks::Catalogue::instance().step(m_id, Language::instance().code()).title;
}

QString StepPage::lead() const
{
    return checks::Catalogue::instance().step(m_id, Language::instance().code()).lead;
}

QString StepPage::primaryLabel() const
{
    return assistant::next(m_id) ? tr("&Next") : QString();
}

QString StepPage::footerText() const
{
    if (!m_session)
        return {};
    if (m_session->isBusy(m_id))
        return workText(m_session->work().constLast());
    const auto findings = countedFindings();
    int passed = 0;
    int all = 0;
    int asked = 0;
    bool wrong = false;
    for (const auto &finding : findings) {
        wrong = wrong || finding.isWrong();
        if (!finding.decides)
            continue;
        ++all;
        asked += finding.reason == checks::Reason::NotAsked ? 0 : 1;
        if (finding.severity == checks::Severity::Ok)
            ++passed;
    }
    if (all == 0)
        return {};
    if (passed == all && wrong) // of what the step does not depend on
        return tr("Checked, but one thing on this page needs your attention");
    if (passed == all)
        return tr("Everything here is checked");
    if (m_session->isConfirmed(m_id))
        return tr("Confirmed by you");
    if (asked == 0)
        return tr("Not checked yet. You can go on and come back.");
    return tr("%1 of %2 checks passed. You can go on and come back.").arg(passed).arg(all);
}

QList<checks::Finding> StepPage::countedFindings() const
{
    return m_session ? m_session->findings(m_id) : QList<checks::Finding>();
}

void StepPage::onEnter()
{
    if (m_session)
        m_session->check(m_id);
}

// What only holds other parts is told by the name of the page.
void StepPage::nameBoxes()
{
    const auto before = std::exchange(m_boxName, title());
    setAccessibleName(m_boxName);
    const auto boxes = findChildren<QWidget *>();
    for (auto *box : boxes) {
        const bool holds = box->layout() && box->focusPolicy() == Qt::NoFocus && !box->inherits("QLabel");
        if (holds && (box->accessibleName().isEmpty() || box->accessibleName() == before))
            box->setAccessibleName(m_boxName);
    }
}

void StepPage::renderAll()
{
    if (!m_started || !m_session)
        return;
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    render();
    emit footerChanged();
}

void StepPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        renderAll();
}

// A focus that stays would be passed on, and the area around the page would scroll to where it was.
void StepPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    auto *focused = event->spontaneous() ? nullptr : window()->focusWidget();
    if (focused && isAncestorOf(focused))
        focused->clearFocus();
}

void StepPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_started) {
        nameBoxes();
        retranslate();
        renderAll();
    }
}

} // namespace ui
