// SPDX-License-Identifier: Apache-2.0
#include "steps/callbackdomain.h"

#include "checks/actions.h"

#include <QScrollArea>

namespace ui {

using namespace Qt::StringLiterals;

CallbackDomainPage::CallbackDomainPage(assistant::SetupSession *session, QWidget *parent)
    : ConsoleStepPage(session, setup::StepId::CallbackDomain, 3, parent)
    , m_domain(new CopyRow(name(u"domain"_s), this))
    , m_noBrowser(new MessageBar(name(u"no-browser"_s), this))
    , m_frame(new ViewerFrame(name(u"frame"_s), this))
{
    instructions()->addWidget(1, m_domain);
    column()->addWidget(m_noBrowser);
    column()->addWidget(m_frame);
    m_frame->setMinimumHeight(380);
    m_frame->hide();
    checkList()->leaveToPage({QString::fromLatin1(checks::action::renderLoginPage)});
    connect(checkList(), &CheckList::actionWanted, this, &CallbackDomainPage::look);
    connect(rehearsalBar(), &RehearsalBar::performed, this, &CallbackDomainPage::look);
}

void CallbackDomainPage::look()
{
    if (session()->isBusy(stepId()) || !session()->hasIds())
        return;
    m_fault.reset();
    const auto viewer = m_frame->viewer();
    if (!viewer) {
        m_fault = viewer.error();
        render();
        return;
    }
    m_frame->show();
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            QMetaObject::invokeMethod(
                this, [this, scroll] { scroll->ensureWidgetVisible(m_frame); }, Qt::QueuedConnection);
    }
    QCoro::connect(session()->checkLoginPage(*viewer), this, [this, shown = *viewer] { lookAsBuilt(shown); });
}

// Once the options are applied, NocoBase makes an address of its own; people go by that one.
void CallbackDomainPage::lookAsBuilt(login::LoginViewer *viewer)
{
    const auto &page = session()->facts().loginPage;
    const bool passed = page && page->what && page->what->verdict == login::LoginPageVerdict::QrShown;
    if (passed && session()->canCheckBuiltLoginPage())
        QCoro::connect(session()->checkBuiltLoginPage(viewer), this, [this] { looked(); });
    else
        looked();
}

void CallbackDomainPage::looked()
{
    const auto &page = session()->facts().loginPage;
    if (page && !page->what && page->what.error().code == net::FaultCode::BrowserCannotStart) {
        m_fault = page->what.error();
        m_frame->close();
        m_frame->hide();
    }
    render();
}

void CallbackDomainPage::onLeave()
{
    if (session()->isBusy(stepId())) // what was begun goes on
        return;
    m_frame->close();
    m_frame->hide();
}

void CallbackDomainPage::render()
{
    ConsoleStepPage::render();
    m_domain->setValue(domainForConsole(*session()), tr("Authorized callback domain"));
    m_noBrowser->setMessage(MessageBar::Tone::Info,
                            m_fault ? browserFaultText(*m_fault) + u' ' +
                                          tr("You can confirm this step; the test login proves it.")
                                    : QString());
}

void CallbackDomainPage::retranslate()
{
    ConsoleStepPage::retranslate();
    m_frame->setAccessibleName(tr("WeCom's login page"));
    instructions()->setRich(
        0,
        tr("On the app's page, under <b>Developer API</b>, find <b>Log in to via authorization by WeCom</b> "
           "and choose <b>Settings</b>"));
    instructions()->setRich(
        1, tr("Under <b>Web page</b>, choose <b>Set authorized callback domain</b> and paste"));
    instructions()->setRich(2, tr("Choose <b>Save</b>, then come back"));
}

} // namespace ui
