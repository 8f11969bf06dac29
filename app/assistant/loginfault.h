// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/logintest.h"

namespace assistant {

// What ended the running or last test login with outcome BrowserFailed, whole: host, certificate, reason. The
// trace, which goes into reports, has its name alone.
class LoginFault : public QObject
{
    Q_OBJECT
public:
    explicit LoginFault(LoginTest *test) : QObject(test) {} // the test makes it
    static LoginFault *of(const LoginTest *test)
    {
        return test->findChild<LoginFault *>(QString(), Qt::FindDirectChildrenOnly);
    }

    const std::optional<net::Fault> &fault() const { return m_fault; }
    void clear() { m_fault.reset(); }
    void set(const net::Fault &fault)
    {
        if (!m_fault) // what comes after the first is its consequence
            m_fault = fault;
    }

private:
    std::optional<net::Fault> m_fault;
};

} // namespace assistant
