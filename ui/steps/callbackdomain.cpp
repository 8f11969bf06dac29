// SPDX-License-Identifier: Apache-2.0
#include "steps/callbackdomain.h"

namespace ui {

using namespace Qt::StringLiterals;

CallbackDomainPage::CallbackDomainPage(assistant::SetupSession *session, QWidget *parent)
    : ConsoleStepPage(session, setup::StepId::CallbackDomain, u"callback-domain"_s, 3, parent),
      m_domain(new CopyRow(name(u"domain"_s), this))
{
    instructions()->addWidget(1, m_domain);
    console()->setLabels({u"Log in to via"_s, u"authorization"_s, u"by WeCom"_s}, {u"企业微信"_s, u"授权登录"_s, QString()});
}

void CallbackDomainPage::render()
{
    ConsoleStepPage::render();
    m_domain->setValue(domainForConsole(*session()), tr("Authorized callback domain"));
}

void CallbackDomainPage::retranslate()
{
    ConsoleStepPage::retranslate();
    instructions()->setRich(0, tr("On the app's page, under <b>Developer API</b>, find <b>Log in to via authorization by WeCom</b> "
                                  "and choose <b>Settings</b>"));
    instructions()->setRich(1, tr("Under <b>Web page</b>, choose <b>Set authorized callback domain</b> and paste"));
    instructions()->setRich(2, tr("Choose <b>Save</b>, then come back"));
}

} // namespace ui
