// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/page.h"

#include <QElapsedTimer>

class QWebEngineView;

namespace ui::viewer {

// Looks after a page that is shown, since Chromium says nothing of a page process that hangs and nothing of a
// page that stays white. failed(BrowserBlank) with param reason "hung": the process has not answered several
// questions in a row; "empty": the document is there, and the view has had one colour only for as long as a
// slow computer needs to paint. Tells one thing, once. A hidden view is not judged by its colours.
class Watch : public QObject
{
    Q_OBJECT
public:
    Watch(Page *page, QWebEngineView *view);

signals:
    void failed(const net::Fault &fault);

private:
    void look();
    void ask();
    bool hasOneColour() const;
    void tell(const QString &reason);

    Page *m_page;
    QWebEngineView *m_view;
    QTimer m_tick;
    int m_round = 0;      // answers of an earlier one count for nothing
    int m_unanswered = 0; // ticks since the question that is still open
    int m_blank = 0;      // ticks without anything painted
    bool m_asking = false;
    bool m_arrived = false; // a document is there
    bool m_painted = false;
    bool m_told = false;
};

} // namespace ui::viewer
