// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

#include <QPointer>
#include <QWidget>

namespace ui {

class LinkButton;
class Text;
class TextField;

// Takes a message that a person copied from WeCom's console or from NocoBase's log, for the checks to name
// its cause. Closed until it is wanted. The text is read and thrown away at once: a log holds tokens. Object
// names:
// "<name>", "<name>.open", "<name>.text", "<name>.said".
class ToldBox : public QWidget
{
    Q_OBJECT
public:
    enum class Source { Console, Log };
    ToldBox(assistant::SetupSession *session, Source source, const QString &objectName, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void relabel();
    void take(const QString &text);

    QPointer<assistant::SetupSession> m_session;
    Source m_source;
    LinkButton *m_open;
    TextField *m_text;
    Text *m_said;
};

} // namespace ui
