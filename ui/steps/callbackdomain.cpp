// SPDX-License-Identifier: Apache-2.0
#include "steps/callbackdomain.h"

#include "checks/actions.h"
#include "checks/catalogue.h"
#include "shell/language.h"
#include "shell/viewerloader.h"
#include "viewer/viewerplugin.h"

namespace ui {

using namespace Qt::StringLiterals;

CallbackDomainPage::CallbackDomainPage(assistant::SetupSession *session, QWidget *parent)
    : ConsoleStepPage(session, setup::StepId::CallbackDomain, u"callback-domain"_s, 3, parent),
      m_domain(new CopyRow(name(u"domain"_s), this)), m_noBrowser(new MessageBar(name(u"noBrowser"_s), this)),
      m_page(new Card(name(u"page"_s), this))
{
    instructions()->addWidget(1, m_domain);
    console()->setLabels({u"Log in to via"_s, u"authorization"_s, u"by WeCom"_s}, {u"企业微信"_s, u"授权登录"_s, QString()});
    column()->addWidget(m_noBrowser);
    column()->addWidget(m_page);
    m_page->setFlush();
    m_page->hide();
    checkList()->leaveToPage({QString::fromLatin1(checks::action::renderLoginPage)});
    connect(checkList(), &CheckList::actionWanted, this, &CallbackDomainPage::showLoginPage);
}

// WeCom's own page for these ids and this Origin, rendered: it shows a QR code, or says that the domain differs.
void CallbackDomainPage::showLoginPage()
{
    if (m_viewer)
        return;
    const auto plugin = ViewerLoader::load();
    if (!plugin) {
        m_noBrowser->setMessage(MessageBar::Tone::Warning,
                                checks::Catalogue::instance().faultText(plugin.error(), Language::instance().code()));
        return;
    }
    m_noBrowser->setMessage(MessageBar::Tone::Info, {});
    m_viewer = (*plugin)->create(this);
    m_view = (*plugin)->widget(m_viewer);
    m_view->setMinimumHeight(380);
    m_page->body()->addWidget(m_view);
    m_page->show();
    m_view->show();
    QCoro::connect(session()->checkLoginPage(m_viewer), this, [this] { endLoginPage(); });
}

void CallbackDomainPage::endLoginPage()
{
    m_page->hide();
    if (m_viewer) {
        m_viewer->close();
        m_viewer->deleteLater();
    }
    if (m_view)
        m_view->deleteLater();
    m_viewer.clear();
    m_view.clear();
}

void CallbackDomainPage::render()
{
    ConsoleStepPage::render();
    m_domain->setValue(domainForConsole(*session()), tr("Authorized callback domain"));
}

void CallbackDomainPage::retranslate()
{
    ConsoleStepPage::retranslate();
    m_page->setAccessibleName(tr("WeCom's login page"));
    instructions()->setRich(0, tr("On the app's page, under <b>Developer API</b>, find <b>Log in to via authorization by WeCom</b> "
                                  "and choose <b>Settings</b>"));
    instructions()->setRich(1, tr("Under <b>Web page</b>, choose <b>Set authorized callback domain</b> and paste"));
    instructions()->setRich(2, tr("Choose <b>Save</b>, then come back"));
}

} // namespace ui
