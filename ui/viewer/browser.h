// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"

#include <QPointer>

#include <memory>
#include <optional>

class QWebEngineProfile;
class QWebEngineView;

namespace ui::viewer {

class BrowserWidget;
class Page;
class ProxyDoor;

// The embedded browser behind login::LoginViewer. Profile, page and view are made in start() and end in
// close(), in that order's reverse; the profile has no name, so that nothing of it reaches a disk. Faults:
// BrowserCannotStart (see probeSandbox), BrowserBlank (param reason: "process" the page process did not
// answer or ended, "paint" nothing was painted in time, and those of Watch), Cancelled (closed meanwhile).
class Browser : public login::LoginViewer
{
    Q_OBJECT
public:
    explicit Browser(QObject *parent);
    ~Browser() override;

    QCoro::Task<net::Result<void>> start(login::ViewerOptions options) override;
    void open(const QUrl &url) override;
    QCoro::Task<net::Result<login::PageState>> settled(std::chrono::milliseconds deadline) override;
    QCoro::Task<net::Result<bool>> press(QString text, std::chrono::milliseconds deadline) override;
    void close() override;

    BrowserWidget *widget();

private:
    QCoro::Task<bool> goesByProxy(login::ViewerOptions options);
    void make(const login::ViewerOptions &options, bool proxied);
    void pageFailed(const net::Fault &what);
    QCoro::Task<net::Result<void>> firstPaint();
    bool isPainted() const;
    bool hasCrashed() const; // nothing more is to be had of the page, whichever is asked for
    net::Fault ended() const;

    // Deleted later than now: close() may come from inside one of the page's own calls.
    struct LaterDeleted
    {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    std::unique_ptr<ProxyDoor, LaterDeleted> m_door;
    std::unique_ptr<net::Http, LaterDeleted>
        m_http; // judges certificates; the page's requests are Chromium's
    std::unique_ptr<QWebEngineProfile, LaterDeleted> m_profile;
    std::unique_ptr<Page, LaterDeleted> m_page;
    QPointer<QWebEngineView> m_view;
    QPointer<BrowserWidget> m_widget;
    std::optional<net::Fault> m_fault; // of the page that was asked for last, or of the browser
    int m_run = 0; // counts start() and close(): who waited across one of them has nothing to say any more
};

} // namespace ui::viewer
