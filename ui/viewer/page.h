// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"

#include <QSet>
#include <QTimer>
#include <QWebEnginePage>

class QSslCertificate;
class QWebEngineCertificateError;
class QWebEngineLoadingInfo;
class QWebEngineNewWindowRequest;

namespace ui::viewer {

class ProxyDoor;

// The page that may only go where the login goes. It tells every hop of the main document before it is
// requested, refuses addresses of other origins, and answers whatever a page can ask of a person
// (permissions, dialogues, files, passwords, new windows) with no, which is told as well. Chromium waits for
// ever for a server that hangs, so every load has a deadline here.
class Page : public QWebEnginePage
{
    Q_OBJECT
public:
    // What a page may ask for and does not get. None of it ends a login.
    enum class Refusal { Window, Link, Download, Message, Question, Permission, Files, Password, Program };
    Q_ENUM(Refusal)

    // net judges certificates as it does everywhere; the door is the way out that the browser was given, or
    // null. Both outlive the page.
    Page(QWebEngineProfile *profile, const login::ViewerOptions &options, net::Http *http, ProxyDoor *door);

    // Loads our own first page, which shows whether anything is painted; it is no hop.
    void openProbe();
    bool isPending() const { return m_watchdog.isActive(); }

signals:
    void requested(const QUrl &raw);
    void loaded(bool ok, int status);
    void failed(const net::Fault &fault);
    // What it was about: a host, or what the page wanted to say; without secrets, may be empty.
    void refused(ui::viewer::Page::Refusal what, const QString &about);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &old,
                            const QStringList &types) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &message, const QString &preset,
                          QString *answer) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;

private:
    bool mayGoTo(const QUrl &url, NavigationType type);
    void refuseWhatPagesAsk();
    void onLoading(const QWebEngineLoadingInfo &info);
    void onCertificateError(const QWebEngineCertificateError &error);
    void askNet(const QWebEngineCertificateError &error, const QSslCertificate &leaf);
    void refuseCertificate(QWebEngineCertificateError error, const net::Fault &fault);
    void onNewWindow(QWebEngineNewWindowRequest &request);
    void onWatchdog();

    QStringList m_allowed;
    QPointer<net::Http> m_http;
    QPointer<ProxyDoor> m_door;
    QSet<QString> m_accepted; // certificates that net has accepted since the page was made, by host and print
    QUrl m_target;            // the main document asked for last
    QTimer m_watchdog;        // runs while the main document is on its way
    bool m_probing = false;
    bool m_told = false; // this load's failure was told already
};

} // namespace ui::viewer
