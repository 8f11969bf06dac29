// SPDX-License-Identifier: Apache-2.0
#include "shell/mainwindow.h"

#include "assistant/identifiers.h"
#include "checks/catalogue.h"
#include "parts/accessiblechoice.h"
#include "parts/announce.h"
#include "parts/buttons.h"
#include "parts/messagebar.h"
#include "parts/named.h"
#include "parts/secondpress.h"
#include "parts/text.h"
#include "shell/closeguard.h"
#include "shell/fonts.h"
#include "shell/footer.h"
#include "shell/guidewindow.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/steppage.h"
#include "shell/steprail.h"
#include "shell/taborder.h"
#include "steps/pages.h"
#include "steps/tourbar.h"
#include "steps/tourguide.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// The area that a page scrolls in.
QWidget *holderOf(const StepPage *page)
{
    return page->parentWidget()->parentWidget();
}

} // namespace

MainWindow::MainWindow(SessionHost *host, QWidget *parent) : QMainWindow(parent), m_host(host)
{
    makeHeadingsKnown();
    installAccessibleChoices(); // before the first of them is made
    qApp->installEventFilter(new SecondPress(this));
    setObjectName(u"window"_s);
    resize(1120, 740);
    setMinimumSize(860, 440); // a screen of 1366 × 768 at 150 % has 910 × 512, with the window's title
    auto *central = named(new QWidget(this), u"window.content"_s, {});
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_rail = new StepRail(central);
    m_right = named(new QWidget(central), u"window.page"_s, {});
    layout->addWidget(m_rail);
    layout->addWidget(m_right, 1);
    setCentralWidget(central);
    buildPageArea();
    connect(m_rail, &StepRail::chosen, this, &MainWindow::showStep);
    connect(m_rail, &StepRail::helpWanted, this, &MainWindow::showGuide);
    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this,
            &MainWindow::showGuide);
    connect(host, &SessionHost::aboutToChange, this, &MainWindow::dropPages);
    connect(host, &SessionHost::sessionChanged, this, &MainWindow::takeSession);
    connect(host, &SessionHost::imported, this, [this](const QString &name) {
        if (m_host->rehearsal()) {
            m_message->setMessage(
                MessageBar::Tone::Ok,
                tr("“%1” was imported and waits on the page Welcome. The rehearsal goes on.").arg(name));
            return;
        }
        m_message->setMessage(MessageBar::Tone::Ok,
                              tr("“%1” was imported as a setup of its own. Account, password, Company ID, "
                                 "AgentId and Secret are not in such a file: fill them in here.")
                                  .arg(name));
    });
    connect(host, &SessionHost::setupsChanged, this, [this] {
        m_savedNames = assistant::identifiersOf(m_host->setups());
        hideNames();
    });
    connect(host, &SessionHost::notRemoved, this, [this](const QString &name, const net::Fault &fault) {
        tell(tr("The setup “%1” was not removed: %2")
                 .arg(name, checks::Catalogue::instance().faultText(fault, Language::instance().code())));
    });
    for (const auto &step : assistant::steps()) {
        const int number = assistant::stepNumber(step.id);
        if (number < 10) {
            auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)), this);
            connect(shortcut, &QShortcut::activated, this, [this, id = step.id] { showStep(id); });
        }
    }
    takeSession();
    checkFonts();
}

MainWindow::~MainWindow()
{
    // Pages point to the session; they go first.
    dropPages();
}

void MainWindow::showGuide()
{
    (m_manual ? m_manual : m_manual = new GuideWindow(this))->showFor(m_current);
}

void MainWindow::buildPageArea()
{
    auto *layout = new QVBoxLayout(m_right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_head = named(new QWidget(m_right), u"head"_s, {});
    auto *texts = new QVBoxLayout(m_head);
    texts->setContentsMargins(metric::pageMargin, 25, metric::pageMargin, 0);
    texts->setSpacing(0);
    m_kicker = new Text(FontRole::Kicker, Text::Tone::Muted, u"head.kicker"_s, m_head);
    m_title = new Text(FontRole::Title, Text::Tone::Plain, u"head.title"_s, m_head);
    m_title->setContentsMargins(0, 5, 0, 6);
    m_lead = new Text(FontRole::Body, Text::Tone::Muted, u"head.lead"_s, m_head);
    m_lead->setMaximumWidth(640);
    m_message = new MessageBar(u"head.message"_s, m_head);
    auto *dismiss = m_message->addButton(u"dismiss"_s);
    dismiss->setLabel(tr("Dismiss"));
    connect(dismiss, &QPushButton::clicked, m_message, &QWidget::hide);
    texts->addWidget(m_kicker);
    texts->addWidget(m_title);
    texts->addWidget(m_lead);
    texts->addWidget(m_message);
    auto *closing = new MessageBar(u"head.closing"_s, m_head);
    m_closing = new CloseGuard(m_host, closing, this);
    texts->addWidget(closing);
    layout->addWidget(m_head);
    m_guide = new TourGuide(this, m_head);
    m_lead->setContentsMargins(0, 0, 0, 8); // the tour stands under it
    texts->addWidget(m_guide->bar());
    connect(&m_guide->tour(), &assistant::Tour::changed, this, &MainWindow::renderHead);
    m_stack = named(new QStackedWidget(m_right), u"pages"_s, {});
    layout->addWidget(m_stack, 1);
    m_footer = named(new Footer(m_right), u"footer"_s, {});
    layout->addWidget(m_footer);
    connect(m_footer, &Footer::backWanted, this, [this] {
        if (const auto id = assistant::previous(m_current))
            showStep(*id);
    });
    connect(m_footer, &Footer::primaryWanted, this, [this] {
        if (auto *current = page())
            current->primaryAction();
    });
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocus(this, {m_head, m_stack, m_footer, m_rail}, next);
}

void MainWindow::tell(const QString &problem)
{
    m_message->setMessage(MessageBar::Tone::Problem, problem);
}

StepPage *MainWindow::page() const
{
    return m_pages.value(m_current);
}

void MainWindow::takeSession()
{
    m_rail->setSession(m_host->session());
    auto *session = m_host->session();
    connect(session, &assistant::SetupSession::changed, this, &MainWindow::renderTitle);
    m_savedNames = assistant::identifiersOf(m_host->setups());
    hideNames();
    connect(session, &assistant::SetupSession::changed, this, &MainWindow::hideNames);
    connect(session->loginTest(), &assistant::LoginTest::changed, this, &MainWindow::hideNames);
    connect(session, &assistant::SetupSession::problem, this, [this](const net::Fault &fault) {
        m_message->setMessage(MessageBar::Tone::Problem,
                              checks::Catalogue::instance().faultText(fault, Language::instance().code()));
    });
    connect(session, &assistant::SetupSession::brokenFileKept, this, [this](const QString &path) {
        m_message->setMessage(
            MessageBar::Tone::Warning,
            tr("The setup file could not be read. It is kept as %1, and a fresh one is used.").arg(path));
    });
    showStep(m_host->firstStep());
}

void MainWindow::hideNames()
{
    Presentation::instance().setIdentifiers(assistant::identifiersOf(*m_host->session()) + m_savedNames);
}

void MainWindow::dropPages()
{
    m_message->hide();
    for (auto *page : std::as_const(m_pages)) {
        page->disconnect(this);
        page->onLeave();
        auto *holder = holderOf(page);
        m_stack->removeWidget(holder);
        holder->hide();
        holder->deleteLater(); // it may be the page whose button was pressed
    }
    m_pages.clear();
}

StepPage *MainWindow::pageOf(setup::StepId id)
{
    if (auto *known = m_pages.value(id))
        return known;
    auto *page = makePage(id, m_host, m_stack);
    if (!page)
        return nullptr;
    page->start();
    auto *scroll = named(new QScrollArea(m_stack), page->objectName() + u".scroll"_s, page->title());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    scroll->setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // shows nothing while there is nothing to scroll
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    m_pages.insert(id, page);
    m_guide->takePage(page);
    connect(page, &StepPage::goTo, this, &MainWindow::showStep);
    connect(page, &StepPage::goNext, this, [this] {
        if (const auto following = assistant::next(m_current))
            showStep(*following);
    });
    connect(page, &StepPage::footerChanged, this, [this, page] {
        if (page == this->page()) {
            page->fitInto(width() - metric::railWidth);
            renderHead(); // the lead may tell of what has just happened
            renderFooter();
        }
    });
    return page;
}

void MainWindow::showStep(setup::StepId id)
{
    auto *wanted = pageOf(id);
    if (!wanted)
        return;
    if (auto *left = page(); left && left != wanted)
        left->onLeave();
    m_current = id;
    if (id != setup::StepId::Welcome && !m_host->isUntouched())
        m_host->session()->noteStep(id);
    wanted->fitInto(width() - metric::railWidth);
    m_stack->setCurrentWidget(holderOf(wanted));
    m_rail->setCurrent(id);
    renderHead();
    renderFooter();
    renderTitle();
    wanted->onEnter();
    wanted->fitInto(width() - metric::railWidth); // now that it has said what it has to say
    if (auto *focus = wanted->initialFocus())
        focus->setFocus(Qt::OtherFocusReason);
    else
        m_footer->focusPrimary();
    announce(m_title, m_title->text());
    emit stepShown(id);
}

void MainWindow::renderHead()
{
    auto *current = page();
    if (!current)
        return;
    const auto words = checks::Catalogue::instance().step(m_current, Language::instance().code());
    m_kicker->setText(tr("%1 · Step %2 of %3")
                          .arg(words.group)
                          .arg(assistant::stepNumber(m_current))
                          .arg(assistant::steps().size()));
    m_title->setOwn(current->title());
    m_lead->setOwn(current->lead());
    m_lead->setVisible(!current->lead().isEmpty() && !m_guide->tour().isOn());
}

void MainWindow::renderFooter()
{
    if (const auto *current = page())
        m_footer->render(*current, assistant::previous(m_current).has_value());
}

void MainWindow::renderTitle()
{
    auto *current = page();
    // A rehearsal was named in the language that it was started in.
    const auto *session = m_host->session();
    const auto name =
        session->rehearsal() ? tr("Rehearsal") : Presentation::instance().name(session->setup().name);
    const auto step = current ? current->title() : QString();
    setWindowTitle(name.isEmpty() ? step : step + u" — "_s + name);
    setAccessibleName(windowTitle());
    for (const auto &box : {u"window.content"_s, u"window.page"_s, u"head"_s, u"pages"_s, u"footer"_s}) {
        if (auto *widget = findChild<QWidget *>(box))
            widget->setAccessibleName(step);
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        if (auto *dismiss = findChild<Button *>(u"head.message.dismiss"_s))
            dismiss->setLabel(tr("Dismiss"));
        for (auto *page : std::as_const(m_pages))
            holderOf(page)->setAccessibleName(page->title());
        m_closing->retranslate();
        renderHead();
        renderFooter();
        renderTitle();
        if (auto *current = page())
            current->fitInto(width() - metric::railWidth); // its words may be longer
        checkFonts();
    }
}

// In English, since the language's own characters could not be drawn.
void MainWindow::checkFonts()
{
    const bool isConsoleReadable = !Fonts::isMissing(u"zh_CN"_s);
    if (!isConsoleReadable || Fonts::isMissing(Language::instance().code()))
        m_message->setMessage(MessageBar::Tone::Warning,
                              checks::Catalogue::instance().label(u"general"_s, u"no-font"_s, u"en"_s));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (auto *current = page())
        current->fitInto(width() - metric::railWidth);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (!m_closing->mayClose() || m_closing->signsOutFirst())
        return;
    if (auto *current = page())
        current->onLeave();
    auto *session = m_host->session();
    if (const auto saved = session->saveNow(); !saved && !std::exchange(m_warnedOfLoss, true)) {
        tell(checks::Catalogue::instance().faultText(saved.error(), Language::instance().code()) + u' ' +
             tr("Close once more to leave without saving."));
        return;
    }
    event->accept();
}

} // namespace ui
