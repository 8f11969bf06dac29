// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/exported.h"
#include "net/http.h"

#include <QObject>
#include <QUrl>

namespace login {

struct PageState
{
    QUrl url;             // raw: feed it to a Tracer, never show it
    QString text;         // visible text, cut at 10,000 characters
    bool qrShown = false; // a QR picture (img, svg or canvas, nearly square, at least 80 px) is visible
};

struct ViewerOptions
{
    QString userAgent;      // empty: the browser's own
    QString acceptLanguage; // e.g. "zh-CN,zh;q=0.9"
    QStringList
        allowedOrigins; // scheme://host[:port]; a top-level navigation elsewhere is refused and reported
    QList<net::Pin> pins;
    net::ProxySetting proxy;
};

// A browser that shows one login, supplied by the plugin ui/viewer; the engine knows no widget. The profile
// is off the record and gone after close(). Permission requests are refused, certificates are accepted only
// when pinned.
class WECOMSETUP_EXPORT LoginViewer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Probes what the browser needs (sandbox, process, first paint) and makes the page. BrowserCannotStart or
    // BrowserBlank.
    virtual QCoro::Task<net::Result<void>> start(ViewerOptions options) = 0;
    virtual void open(const QUrl &url) = 0; // top-level load
    // Waits until the page has stopped changing (or the deadline passed) and says what it shows.
    virtual QCoro::Task<net::Result<PageState>> settled(std::chrono::milliseconds deadline) = 0;
    // Presses the visible button or link with this text (exact after trimming, else contained); false when
    // there is none in time; a fault as soon as the page could not be opened.
    virtual QCoro::Task<net::Result<bool>> press(QString text, std::chrono::milliseconds deadline) = 0;
    // Ends page and profile; nothing of the test stays.
    virtual void close() = 0;

signals:
    void requested(const QUrl &raw);      // every hop, before it is requested
    void changed(const QUrl &raw);        // the address shown changed (also by script)
    void loaded(bool ok, int status);     // the document arrived; status 0 when unknown
    void failed(const net::Fault &fault); // load error, refused certificate (Tls*, params host, sha256),
                                          // refused navigation (OriginNotAllowed, param host), crashed page
};

} // namespace login
