// SPDX-License-Identifier: Apache-2.0
#include "steps/enablingbar.h"

namespace ui {

using namespace Qt::StringLiterals;

EnablingBar::EnablingBar(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : MessageBar(objectName, parent)
    , m_session(session)
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &EnablingBar::render);
}

void EnablingBar::render()
{
    const auto progress = m_session ? m_session->enableProgress() : std::nullopt;
    if (!progress) {
        m_second.stop();
        setMessage(Tone::Info, {});
        return;
    }
    if (!m_second.isActive())
        m_second.start();
    using nocobase::EnableStage;
    const QString step = progress->stage == EnableStage::Asking
                             ? tr("Step 1 of 3: NocoBase enables the plugin…")
                         : progress->stage == EnableStage::Restarting
                             ? tr("Step 2 of 3: NocoBase restarts…")
                             : tr("Step 3 of 3: NocoBase answers again, and settles…");
    setMessage(Tone::Info,
               step + u'\n' +
                   tr("%1 s of at most %2 s").arg(progress->elapsed.count()).arg(progress->limit.count()));
}

} // namespace ui
