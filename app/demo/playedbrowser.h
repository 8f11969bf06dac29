// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/tourhop.h"
#include "login/viewer.h"

#include <QMap>

#include <functional>

namespace demo {

// A login without a browser, for where none can run: asks the rehearsal's services for what their pages'
// scripts would ask for, and tells every hop as a browser does. It knows these pages alone and runs no
// script.
class PlayedBrowser final : public login::LoginViewer
{
    Q_OBJECT
public:
    using Held = std::function<bool(login::TourHop)>;
    PlayedBrowser(net::Http *http, Held isHeld);

    QCoro::Task<net::Result<void>> start(login::ViewerOptions options) override;
    void open(const QUrl &url) override;
    QCoro::Task<net::Result<login::PageState>> settled(std::chrono::milliseconds deadline) override;
    QCoro::Task<net::Result<bool>> press(QString text, std::chrono::milliseconds deadline) override;
    void close() override;

private:
    // Each ends early, without a word, when the page was left meanwhile (`run`).
    QCoro::Task<void> go(QUrl url);
    QCoro::Task<void> showSignIn(QUrl url, QByteArray page, int run);
    QCoro::Task<void> leaveForWecom(QString row, QString target, int run);
    QCoro::Task<void> showLoginPage(QUrl url, int run);
    QCoro::Task<void> watchLoginPage(QUrl url, QString key, int run);
    QCoro::Task<void> land(QUrl url, int run);
    void fail(const net::Fault &fault);
    QCoro::Task<void> pass(login::TourHop hop, int run);
    QCoro::Task<net::Result<net::Response>> ask(QByteArray method, QUrl url, net::Headers headers,
                                                QByteArray body);
    QCoro::Task<QJsonObject> askJson(QByteArray method, QUrl url, net::Headers headers, QJsonObject body);
    void show(const QUrl &url, const QString &text, bool qrShown = false);
    bool mayGoTo(const QUrl &url);

    net::Http *m_http;
    Held m_isHeld;
    QStringList m_allowed;
    login::PageState m_page;
    QMap<QString, QString> m_buttons;     // title: authenticator
    QString m_target;                     // where the sign-in page leads afterwards
    std::optional<net::Fault> m_unopened; // the page that was asked for last
    bool m_busy = false;
    int m_run = 0; // counts pages
};

} // namespace demo
