// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"
#include "setup/setup.h"

namespace ui {

// The person's own browser in a rehearsal that plays by itself where no browser is embedded: it asks the
// simulated servers what the scripts of their sign-in page and of WeCom's login page ask. Of any other server
// it asks nothing. Both calls end within their deadlines.
class PlayedBrowser
{
public:
    PlayedBrowser(const setup::Setup &setup, const QString &authenticator);

    // From NocoBase's sign-in page to WeCom's page, which then waits for the phone; false when either of them
    // refuses.
    QCoro::Task<bool> openLogin();
    // After the phone has agreed or declined: back to NocoBase; true when it signs in.
    QCoro::Task<bool> comeBack();

private:
    QCoro::Task<QJsonValue> ask(QUrl url, QByteArray authenticator, QJsonObject body);

    net::Http m_http;
    QUrl m_nocobase, m_wecom;
    QByteArray m_authenticator;
    QString m_page; // the key of WeCom's page
};

} // namespace ui
