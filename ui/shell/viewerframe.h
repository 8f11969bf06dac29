// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"
#include "parts/card.h"

#include <QPointer>

#include <memory>

class QStackedLayout;

namespace ui {

// The place of the embedded browser on a page. It is loaded when viewer() is asked for the first time; before
// that, and where there is none, the frame shows what the page has put into placeholder(). Whoever uses it
// calls close() when the test is over: nothing of it stays.
class ViewerFrame : public Card
{
    Q_OBJECT
public:
    explicit ViewerFrame(const QString &objectName, QWidget *parent = nullptr);
    ~ViewerFrame() override;

    QVBoxLayout *placeholder() const { return m_placeholder; }
    // The browser, shown in the frame; its fault (BrowserCannotStart) where it cannot be loaded.
    net::Result<login::LoginViewer *> viewer();
    // Something else that shows a login in the browser's place, from now on; the frame takes both over.
    void setStandIn(std::unique_ptr<login::LoginViewer> viewer, QWidget *widget);
    bool hasStandIn() const { return m_standIn; }
    bool isOpen() const;
    void close();

private:
    void showAddress();
    QStackedLayout *m_stack;
    QVBoxLayout *m_placeholder;
    QPointer<login::LoginViewer> m_viewer;
    QPointer<QWidget> m_widget;
    bool m_standIn = false;
};

// Why the embedded browser is not there, or shows nothing, and what to do; in the catalogue's words.
QString browserFaultText(const net::Fault &fault);

} // namespace ui
