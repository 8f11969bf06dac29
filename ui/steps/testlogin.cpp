// SPDX-License-Identifier: Apache-2.0
#include "steps/testlogin.h"

#include "parts/named.h"
#include "parts/toldbox.h"
#include "shell/language.h"
#include "steps/aftercard.h"
#include "steps/logincard.h"
#include "steps/ownbrowser.h"
#include "steps/phonecard.h"
#include "steps/playedpage.h"
#include "steps/wayscard.h"

#include <QScrollArea>
#include <QStackedWidget>

namespace ui {

using namespace Qt::StringLiterals;

TestLoginPage::TestLoginPage(assistant::SetupSession *session, QWidget *parent)
    : StepPage(session, setup::StepId::TestLogin, parent)
    , m_ways(new QStackedWidget(this))
    , m_frame(new ViewerFrame(u"test.frame"_s, m_ways))
    , m_ownBrowser(new OwnBrowser(session, u"test.own"_s, m_ways))
    , m_happened(new LoginCard(session, u"test.happened"_s, this))
    , m_checkCard(new Card(u"test.checks"_s, this))
    , m_after(new AfterCard(session, u"test.after"_s, this))
    , m_phone(session->rehearsal() ? new PhoneCard(session->rehearsal(), u"test.phone"_s, this) : nullptr)
    , m_checks(new CheckList(session, setup::StepId::TestLogin, u"test.check"_s, m_checkCard))
    , m_waysCard(new WaysCard(session, u"test.also"_s, this))
{
    m_ways->setObjectName(u"test.ways"_s);
    buildBrowser();
    m_ways->addWidget(m_frame);
    m_ways->addWidget(m_ownBrowser);
    column()->addWidget(m_ways, 1);
    setSideWidth(330);
    m_frame->setMinimumSize(340, 240); // what a sign-in page and a QR code need
    m_checks->setNarrow();
    m_checkCard->body()->addWidget(m_checks);
    m_checkCard->body()->addWidget(new ToldBox(session, ToldBox::Source::Log, u"test.log"_s, m_checkCard));
    // The browser has all of the window's height; what is told beside it may need more.
    m_scroll = named(new QScrollArea(this), u"test.side"_s, {});
    m_told = named(new QWidget(m_scroll), u"test.told"_s, {});
    auto *cards = new QVBoxLayout(m_told);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(12);
    if (m_phone)
        cards->addWidget(m_phone);
    cards->addWidget(m_happened);
    cards->addWidget(m_checkCard); // shown when the test has ended
    cards->addWidget(m_after);
    m_stop = new Button(u"test.stop"_s, m_told);
    cards->addWidget(m_stop, 0, Qt::AlignLeft);
    cards->addWidget(m_waysCard);
    cards->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_told);
    side()->addWidget(m_scroll, 1);
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
    if (below)
        side()->addWidget(m_scroll->takeWidget());
    else
        m_scroll->setWidget(m_told);
    m_told->show();
    m_scroll->setVisible(!below);
}

bool TestLoginPage::isRunning() const
{
    return session()->work().contains(assistant::Work::TestLogin);
}

QString TestLoginPage::footerText() const
{
    return m_ways->currentWidget() == m_frame ? tr("Private window: nothing is kept after the test")
                                              : StepPage::footerText();
}

void TestLoginPage::onEnter()
{
    StepPage::onEnter();
    m_second.start();
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
    if (std::exchange(m_forTour, false) && m_browserFault && outcome == login::Outcome::BrowserFailed)
        return playWithoutBrowser();
    // Where it cannot work on this computer the other way is open at once; else the person chooses.
    const bool never = m_browserFault && (m_browserFault->code == net::FaultCode::BrowserCannotStart ||
                                          m_browserFault->param(u"reason"_s) == u"paint"_s);
    if (never && outcome == login::Outcome::BrowserFailed)
        useOwn(true);
    if (outcome == login::Outcome::BrowserFailed || outcome == login::Outcome::Cancelled)
        m_frame->close();
    render();
    emit footerChanged();
}

void TestLoginPage::useOwn(bool own)
{
    session()->loginWays()->stop();
    if (own && !isRunning())
        closeBrowser();
    m_ways->setCurrentWidget(own ? static_cast<QWidget *>(m_ownBrowser) : m_frame);
    if (own)
        m_ownBrowser->begin(m_browserFault ? browserFaultText(*m_browserFault) : QString());
    render();
    emit footerChanged();
}

// In the page's own browser, which is closed again; the person's choice of browser stays.
void TestLoginPage::tryWays(const QString &check)
{
    auto *ways = session()->loginWays();
    if (isRunning() || ways->isRunning())
        return;
    QWidget *before = m_ways->currentWidget();
    const auto viewer = m_frame->viewer();
    m_waysCard->setTrouble(viewer ? QString() : browserFaultText(viewer.error()));
    if (!viewer)
        return;
    m_ways->setCurrentWidget(m_frame);
    QCoro::connect(check.isEmpty() ? ways->tryAll(*viewer) : ways->tryOne(check, *viewer), this,
                   [this, before] {
                       m_frame->close();
                       m_ways->setCurrentWidget(before);
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
    auto findings = session()->findings(stepId());
    findings.removeIf(&WaysCard::isWay); // they have a card of their own
    m_checks->setFindings(findings);
    m_after->render();
    m_checkCard->setVisible(ended && !running && !findings.isEmpty());
    m_waysCard->render();
    m_ownBrowser->render();
    showTimeline();
}

void TestLoginPage::showTimeline()
{
    const bool watched = m_ways->currentWidget() == m_frame || isRunning();
    m_happened->setVisible(watched);
    if (m_phone)
        m_phone->setVisible(true);
    m_happened->render();
}

void TestLoginPage::retranslate()
{
    m_happened->retranslate();
    for (QWidget *box : {static_cast<QWidget *>(m_scroll), m_told})
        box->setAccessibleName(tr("What happened"));
    m_checkCard->setTitle(tr("Result"));
    m_invitation->setText(session()->isRehearsal()
                              ? tr("The sign-in page of the simulated NocoBase opens here. Then scan with "
                                   "the rehearsal's phone at the right.")
                              : tr("NocoBase's sign-in page opens here and goes on to WeCom's QR code. Have "
                                   "your phone with WeCom at hand."));
    m_own->setLabel(tr("Use my own browser instead"));
    m_after->retranslate();
    if (m_phone)
        m_phone->retranslate();
    m_ownBrowser->retranslate();
    m_waysCard->retranslate();
}

} // namespace ui
