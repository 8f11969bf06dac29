// SPDX-License-Identifier: Apache-2.0
#include "steps/pages.h"

#include "shell/sessionhost.h"
#include "steps/callbackdomain.h"
#include "steps/createapp.h"
#include "steps/credentials.h"
#include "steps/nocobase.h"
#include "steps/trusteddomain.h"
#include "steps/trustedip.h"
#include "steps/welcome.h"
#if __has_include("steps/options.h")
#include "steps/options.h"
#endif
#if __has_include("steps/review.h")
#include "steps/review.h"
#endif
#if __has_include("steps/homepage.h")
#include "steps/homepage.h"
#endif
#if __has_include("steps/testlogin.h")
#include "steps/testlogin.h"
#endif
#if __has_include("steps/finish.h")
#include "steps/finish.h"
#endif

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
        return new TrustedDomainPage(session, parent);
    case setup::StepId::TrustedIp:
        return new TrustedIpPage(session, parent);
#if __has_include("steps/options.h")
    case setup::StepId::LoginOptions:
        return new OptionsPage(session, parent);
#endif
#if __has_include("steps/review.h")
    case setup::StepId::Review:
        return new ReviewPage(session, parent);
#endif
#if __has_include("steps/homepage.h")
    case setup::StepId::Homepage:
        return new HomepagePage(session, parent);
#endif
#if __has_include("steps/testlogin.h")
    case setup::StepId::TestLogin:
        return new TestLoginPage(session, parent);
#endif
#if __has_include("steps/finish.h")
    case setup::StepId::Finish:
        return new FinishPage(session, parent);
#endif
    default:
        return nullptr;
    }
}

} // namespace ui
