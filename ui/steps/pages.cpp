// SPDX-License-Identifier: Apache-2.0
#include "steps/pages.h"

#include "shell/sessionhost.h"
#include "steps/callbackdomain.h"
#include "steps/createapp.h"
#include "steps/credentials.h"
#include "steps/finish.h"
#include "steps/homepage.h"
#include "steps/nocobase.h"
#include "steps/options.h"
#include "steps/review.h"
#include "steps/testlogin.h"
#include "steps/trusteddomain.h"
#include "steps/trustedip.h"
#include "steps/welcome.h"

namespace ui {

StepPage *makePage(setup::StepId id, SessionHost *host, QWidget *parent)
{
    auto *session = host->session();
    switch (id) {
    case setup::StepId::Welcome:
        return new WelcomePage(host, parent);
    case setup::StepId::Nocobase:
        return new NocobasePage(host, parent);
    case setup::StepId::CreateApp:
        return new CreateAppPage(session, parent);
    case setup::StepId::Credentials:
        return new CredentialsPage(host, parent);
    case setup::StepId::CallbackDomain:
        return new CallbackDomainPage(session, parent);
    case setup::StepId::TrustedDomain:
        return new TrustedDomainPage(host, parent);
    case setup::StepId::TrustedIp:
        return new TrustedIpPage(session, parent);
    case setup::StepId::LoginOptions:
        return new OptionsPage(session, parent);
    case setup::StepId::Review:
        return new ReviewPage(session, parent);
    case setup::StepId::Homepage:
        return new HomepagePage(session, parent);
    case setup::StepId::TestLogin:
        return new TestLoginPage(session, parent);
    case setup::StepId::Finish:
        return new FinishPage(session, parent);
    }
    return nullptr;
}

} // namespace ui
