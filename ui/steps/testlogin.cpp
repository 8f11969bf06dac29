// SPDX-License-Identifier: Apache-2.0
#include "steps/testlogin.h"

#include "parts/bringintoview.h"
#include "parts/named.h"
#include "parts/toldbox.h"
#include "shell/language.h"
#include "steps/aftercard.h"
#include "steps/logincard.h"
#include "steps/ownbrowser.h"
#include "steps/phonecard.h"
#include "steps/playedpage.h"
#include "steps/wayscard.h"

#include <QEvent>
#include <QScrollArea>

namespace ui {

using namespace Qt::StringLiterals;

TestLoginPage::TestLoginPage(assistant::SetupSession *session, QWidget *parent)
    : StepPage(session, setup::StepId::TestLogin, parent)
    , m_checkCard(new Card(u"test.checks"_s, this))
    , m_checks(new CheckList(session, setup::StepId::TestLogin, u"test.check"_s, m_checkCard))
    , m_after(new AfterCard(session, u"test.after"_s, this))
    , m_frame(new ViewerFrame(u"test.frame"_s, this))
    , m_ownBrowser(new OwnBrowser(session, u"test.own"_s, this))
    , m_stop(new Button(u"test.stop"_s, this))
    , m_waysCard(new WaysCard(session, u"test.also"_s, this))
    , m_phone(session->rehearsal() ? new PhoneCard(session->rehearsal(), u"test.phone"_s, this) : nullptr)
    , m_happened(new LoginCard(session, u"test.happened"_s, this))
{
    buildBrowser();
    m_checks->setNarrow();
    m_checkCard->body()->addWidget(m_checks);
    m_checkCard->body()->addWidget(new ToldBox(session, ToldBox::Source::Log, u"test.log"_s, m_checkCard));
    m_ownBrowser->hide();
    // What came of the test is read first; it is there when the test has ended.
    column()->addWidget(m_checkCard);
    column()->addWidget(m_after);
    column()->addWidget(m_frame, 1);
    column()->addWidget(m_ownBrowser);
    column()->addWidget(m_stop, 0, Qt::AlignLeft);
    column()->addWidget(m_waysCard);
    buildSide();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (isRunning())
            this->session()->loginTest()->stop();
        else
            begin();
    });
    connect(m_checks, &CheckList::goTo, this, &StepPage::goTo);
    connect(m_waysCard, &WaysCard::wanted, this, &TestLoginPage::tryWays);
    connect(m_waysCard, &WaysCard::goTo, this, &StepPage::goTo);
    connect(m_ownBrowser, &OwnBrowser::goTo, this, &StepPage::goTo);
    connect(m_after, &AfterCard::goTo, this, &StepPage::goTo);
    connect(m_ownBrowser, &OwnBrowser::backWanted, this, [this] { useOwn(false); });
    connect(session->loginTest(), &assistant::LoginTest::changed, this, &TestLoginPage::showTimeline);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &TestLoginPage::showTimeline);
}

// Beside the browser, seen together with it: it scrolls by itself when it is taller than the window.
void TestLoginPage::buildSide()
{
    setSideWidth(330);
    m_scroll = named(new QScrollArea(this), u"test.side"_s, {});
    m_told = named(new QWidget(m_scroll), u"test.told"_s, {});
    m_cards = new QVBoxLayout(m_told);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(12);
    m_cards->addWidget(m_happened);
    if (m_phone)
        m_cards->insertWidget(0, m_phone);
    m_cards->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_told);
    side()->addWidget(m_scroll, 1);
    side()->addStretch(0);
}

void TestLoginPage::buildBrowser()
{
    m_invitation = new Text(FontRole::Body, Text::Tone::Plain, u"test.invitation"_s, m_frame);
    m_invitation->setAlignment(Qt::AlignHCenter);
    m_trouble = new MessageBar(u"test.trouble"_s, m_frame);
    m_start = new Button(Button::Kind::Primary, u"test.start"_s, m_frame);
    m_own = new LinkButton(u"test.use-own"_s, m_frame);
    auto *box = m_frame->placeholder();
    box->addStretch(1);
    box->addWidget(m_trouble);
    box->addWidget(m_invitation);
    box->addWidget(m_start, 0, Qt::AlignHCenter);
    box->addWidget(m_own, 0, Qt::AlignHCenter);
    box->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, &TestLoginPage::begin);
    connect(m_own, &QPushButton::clicked, this, [this] { useOwn(true); });
}

// Below the browser it needs no scroll bar of its own: the page has one.
void TestLoginPage::sideMoved(bool below)
{
    fitToRoom();
    if (below)
        side()->addWidget(m_scroll->takeWidget());
    else
        m_scroll->setWidget(m_told);
    m_told->show();
    m_scroll->setVisible(!below);
}

bool TestLoginPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        fitToRoom();
    return StepPage::eventFilter(watched, event);
}

void TestLoginPage::showEvent(QShowEvent *event)
{
    StepPage::showEvent(event);
    parentWidget()->installEventFilter(this); // the area that the page scrolls in
    fitToRoom();
}

// An open browser has the height that is seen, and what is told beside it no more than that. The rest of the
// page stands below.
void TestLoginPage::fitToRoom()
{
    const auto margins = layout()->contentsMargins();
    const int seen = parentWidget()->height() - margins.top() - margins.bottom();
    const int below = m_stop->isHidden() ? 0 : m_stop->sizeHint().height() + column()->spacing();
    const int least = 240; // what a sign-in page and a QR code need
    m_frame->setMinimumSize(340, m_frame->isOpen() ? std::max(least, seen - below) : least);
    m_scroll->setMaximumHeight(std::max(least, seen));
}

void TestLoginPage::scrollUp()
{
    bringToTop(m_told);
    bringToTop(this);
}

// The phone is used while the test runs; afterwards what happened is looked at.
void TestLoginPage::arrangeSide(bool ended)
{
    QWidget *first = ended || !m_phone ? static_cast<QWidget *>(m_happened) : m_phone;
    if (m_cards->itemAt(0)->widget() != first)
        m_cards->insertWidget(0, first);
}

bool TestLoginPage::isRunning() const
{
    return session()->work().contains(assistant::Work::TestLogin);
}

QString TestLoginPage::footerText() const
{
    return isOwn() ? StepPage::footerText() : tr("Private window: nothing of it is kept on this computer");
}

void TestLoginPage::onEnter()
{
    StepPage::onEnter();
    m_second.start();
    scrollUp(); // where it was scrolled to may stand elsewhere now
}

void TestLoginPage::onLeave()
{
    m_second.stop();
    // What is under way goes on; a finished page has no reason to stay.
    if (!isRunning() && !session()->loginWays()->isRunning())
        closeBrowser();
}

// With the browser goes the session that it was signed in with.
void TestLoginPage::closeBrowser()
{
    m_frame->close();
    session()->loginTest()->afterwards()->forget();
}

void TestLoginPage::beginForTour()
{
    m_forTour = true;
    begin();
    m_forTour = isRunning();
}

void TestLoginPage::playWithoutBrowser()
{
    auto *rehearsal = session()->rehearsal();
    auto viewer = rehearsal->playedBrowser(session()->http());
    auto *page = new PlayedPage(viewer.get(), rehearsal->phoneUrl(), u"test.played"_s, m_frame);
    m_frame->setStandIn(std::move(viewer), page);
    begin();
}

void TestLoginPage::begin()
{
    if (isRunning() || session()->loginWays()->isRunning())
        return;
    useOwn(false);
    m_browserFault.reset();
    const auto viewer = m_frame->viewer();
    if (!viewer) {
        m_browserFault = viewer.error();
        if (m_forTour)
            return playWithoutBrowser();
        useOwn(true);
        render();
        return;
    }
    connect(*viewer, &login::LoginViewer::failed, this, &TestLoginPage::browserFailed, Qt::UniqueConnection);
    QCoro::connect(session()->loginTest()->run(*viewer), this,
                   [this](login::Outcome outcome) { ended(outcome); });
    scrollUp();
}

void TestLoginPage::browserFailed(const net::Fault &fault)
{
    const bool dead = fault.code == net::FaultCode::BrowserBlank;
    if (!m_browserFault && (isRunning() || dead)) // what comes after the first is its consequence
        m_browserFault = fault;
    if (!isRunning() && dead) // after the test: the page is of no more use, and says why
        ended(login::Outcome::BrowserFailed);
}

void TestLoginPage::ended(login::Outcome outcome)
{
    if (std::exchange(m_forTour, false) && m_browserFault && login::endedByFault(outcome))
        return playWithoutBrowser();
    // Where it cannot work on this computer the other way is open at once; else the person chooses.
    const bool never = m_browserFault && (m_browserFault->code == net::FaultCode::BrowserCannotStart ||
                                          m_browserFault->param(u"reason"_s) == u"paint"_s);
    if (never && outcome == login::Outcome::BrowserFailed)
        useOwn(true);
    if (login::endedByFault(outcome) || outcome == login::Outcome::Cancelled)
        m_frame->close();
    render();
    scrollUp();
    emit footerChanged();
}

void TestLoginPage::useOwn(bool own)
{
    session()->loginWays()->stop();
    if (own && !isRunning())
        closeBrowser();
    showOwn(own);
    if (own)
        m_ownBrowser->begin(m_browserFault ? browserFaultText(*m_browserFault) : QString());
    render();
    emit footerChanged();
}

void TestLoginPage::showOwn(bool own)
{
    m_frame->setVisible(!own);
    m_ownBrowser->setVisible(own);
}

// In the page's own browser, which is closed again; the person's choice of browser stays.
void TestLoginPage::tryWays(const QString &check)
{
    auto *ways = session()->loginWays();
    if (isRunning() || ways->isRunning())
        return;
    const bool wasOwn = isOwn();
    const auto viewer = m_frame->viewer();
    m_waysCard->setTrouble(viewer ? QString() : browserFaultText(viewer.error()));
    if (!viewer)
        return;
    showOwn(false);
    QCoro::connect(check.isEmpty() ? ways->tryAll(*viewer) : ways->tryOne(check, *viewer), this,
                   [this, wasOwn] {
                       m_frame->close();
                       showOwn(wasOwn);
                       render();
                       emit footerChanged();
                   });
}

void TestLoginPage::render()
{
    const bool running = isRunning();
    const auto *trace = session()->trace();
    const bool ended = trace && trace->outcome != login::Outcome::Running;
    m_start->setEnabled(!running && !session()->loginWays()->isRunning());
    m_start->setLabel(ended ? tr("&Test again") : tr("&Start the test"));
    m_stop->setVisible(running || (m_frame->isOpen() && ended));
    m_stop->setLabel(running ? tr("S&top") : tr("&Test again"));
    m_trouble->setMessage(MessageBar::Tone::Warning,
                          m_browserFault ? browserFaultText(*m_browserFault) : QString());
    m_invitation->setVisible(!m_browserFault);
    m_invitation->setText(isToured()                 ? tr("The tour opens the sign-in page here.")
                          : session()->isRehearsal() ? tr("The sign-in page of the simulated NocoBase opens "
                                                          "here. Then scan with the rehearsal's phone.")
                                                     : tr("NocoBase's sign-in page opens here and goes on to "
                                                          "WeCom's QR code. Have your phone with WeCom at "
                                                          "hand."));
    m_start->setVisible(!isToured());
    m_own->setVisible(!isToured());
    auto findings = session()->findings(stepId());
    findings.removeIf(&WaysCard::isWay); // they have a card of their own
    m_checks->setFindings(findings);
    m_after->render();
    m_checkCard->setVisible(ended && !running && !findings.isEmpty());
    m_waysCard->setVisible(!running); // nothing of it can be tried meanwhile
    m_waysCard->render();
    m_ownBrowser->render();
    arrangeSide(ended && !running && !isOwn());
    showTimeline();
    fitToRoom();
}

void TestLoginPage::showTimeline()
{
    m_happened->setVisible(!isOwn() || isRunning());
    m_happened->render();
}

void TestLoginPage::retranslate()
{
    m_happened->retranslate();
    for (QWidget *box : {static_cast<QWidget *>(m_scroll), m_told})
        box->setAccessibleName(tr("What happened"));
    m_checkCard->setTitle(tr("Result"));
    m_own->setLabel(tr("Use my own browser instead"));
    m_after->retranslate();
    if (m_phone)
        m_phone->retranslate();
    m_ownBrowser->retranslate();
    m_waysCard->retranslate();
}

} // namespace ui
