// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/messagebar.h"

#include <functional>

namespace ui {

// Offers to put in what the person has copied elsewhere, when they come back to the window with it. The
// clipboard is read only while this part is seen in the active window, and nothing of it is kept: when the
// offer is taken it is read anew. What this program has copied itself is never offered. Object names:
// "<name>.take", "<name>.no".
class ClipboardOffer : public MessageBar
{
    Q_OBJECT
public:
    // Says in a sentence what of a text would be taken; empty where nothing fits. It must not show a secret.
    using Describe = std::function<QString(const QString &text)>;
    ClipboardOffer(Describe describe, const QString &objectName, QWidget *page);

signals:
    void taken(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void relabel();
    QString text() const; // of the clipboard, while it may be read
    Describe m_describe;
    QWidget *m_page; // whose being seen counts; a layout may put this part deeper into it
    Button *m_take;
    Button *m_no;
    bool m_declined = false; // until something else is on the clipboard
};

} // namespace ui
