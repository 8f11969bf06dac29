// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

namespace assistant {

// Says that work goes on, for as long as it lives; safe when the session goes first.
class SetupSession::WorkScope
{
public:
    WorkScope(SetupSession *session, Work work) : m_session(session), m_work(work)
    {
        session->m_work.append(work);
        emit session->workChanged();
    }
    ~WorkScope()
    {
        if (!m_session)
            return;
        m_session->m_work.removeOne(m_work);
        emit m_session->workChanged();
    }
    Q_DISABLE_COPY_MOVE(WorkScope)

private:
    QPointer<SetupSession> m_session;
    Work m_work;
};

template<class T>
setup::Seen<T> SetupSession::seen(net::Result<T> what, setup::Inputs inputs, setup::Vantage from) const
{
    return {std::move(what), QDateTime::currentDateTimeUtc(), from,
            setup::stampOf(inputs, m_setup, m_credentials)};
}

} // namespace assistant
