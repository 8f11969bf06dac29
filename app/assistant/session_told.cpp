// SPDX-License-Identifier: Apache-2.0
// What SetupSession is told by the person because no machine can see it.
#include "assistant/setupsession.h"
#include "assistant/workscope.h"
#include "checks/catalogue.h"

using setup::Inputs;
using setup::Vantage;

namespace assistant {

namespace {

constexpr qsizetype readAtMost = 20'000; // a log may be pasted as a whole

} // namespace

QString SetupSession::tellConsole(const QString &said)
{
    m_facts.toldByConsole.reset();
    if (!said.trimmed().isEmpty())
        m_facts.toldByConsole =
            seen<setup::Told>(checks::Catalogue::instance().recognised(said.left(readAtMost)),
                              Inputs::OriginOnly, Vantage::Person);
    renew();
    remember();
    return m_facts.toldByConsole ? m_facts.toldByConsole->what->cause : QString();
}

QString SetupSession::tellLog(const QString &said)
{
    m_facts.toldByLog.reset();
    if (!said.trimmed().isEmpty())
        m_facts.toldByLog = seen<setup::Told>(
            checks::Catalogue::instance().recognised(said.right(readAtMost)), Inputs::Login, Vantage::Person);
    renew();
    remember();
    return m_facts.toldByLog ? m_facts.toldByLog->what->cause : QString();
}

} // namespace assistant
