// SPDX-License-Identifier: Apache-2.0
#include "assistant/setupsession.h"
#include "assistant/workscope.h"

using setup::Inputs;
using setup::Vantage;

namespace assistant {

// NocoBase's callback address, asked without a code and without credentials: it signs nobody in, and whatever
// it answers but "not found" shows that WeCom's answer will be received.
QCoro::Task<void> SetupSession::checkCallback()
{
    const QPointer<SetupSession> self(this);
    const auto *plugin = world().value(m_facts.plugin, Inputs::NocobaseLogin);
    if (!plugin || plugin->authType.isEmpty() || m_setup.authenticator.origin.isEmpty())
        co_return;
    const net::CancelPtr cancel = m_nocobaseCancel;
    const auto stampNow = setup::stampOf(Inputs::Authenticator, m_setup, m_credentials);
    net::Request request;
    request.url = callbackAddress();
    request.cancel = cancel;
    const auto answer = co_await m_services.http->send(request);
    if (!self || cancel->isCancelled() || !isToday(stampNow, Inputs::Authenticator))
        co_return;
    m_facts.callbackStatus = seen(answer.map([](const net::Response &response) { return response.status; }),
                                  Inputs::Authenticator, Vantage::Pc);
    renew();
}

} // namespace assistant
