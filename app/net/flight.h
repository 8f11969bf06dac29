// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/http.h"
#include "net/once.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

namespace net {

using ManagerPtr = std::shared_ptr<QNetworkAccessManager>;

// One request on its way: owns the reply and the body it will send, reads the answer up to the size limit and
// turns whatever happens into one Response or Fault in `ending`. Every way out takes the connection down at
// once.
class Flight
{
public:
    explicit Flight(Request request);
    ~Flight();
    Flight(const Flight &) = delete;
    Flight &operator=(const Flight &) = delete;

    // Ends by itself at the deadline or when its Cancel is used, whether it was started by then or not.
    void start(ManagerPtr manager, QList<Pin> pins, bool proxied);
    void stop(FaultCode why);

    const Request &request() const { return m_request; }
    const std::shared_ptr<Once<Result<Response>>> &ending() const { return m_ending; }

private:
    QNetworkRequest networkRequest() const;
    void send(const QNetworkRequest &request);
    void checkCertificate(const QList<QSslError> &errors);
    void readSome();
    void finish();
    void end(Result<Response> result);
    void letGo();
    Fault fault(FaultCode code, QMap<QString, QString> params = {}) const;
    Fault faultOf(QNetworkReply::NetworkError error) const;

    Request m_request;
    std::shared_ptr<Once<Result<Response>>> m_ending;
    ManagerPtr m_manager;
    QList<Pin> m_pins;
    QPointer<QNetworkReply> m_reply;
    std::optional<Fault> m_tlsFault;
    QByteArray m_received;
    bool m_proxied = false; // by an HTTP proxy
    bool m_encrypted = false;
    // What is connected to this object goes first with it: whoever waits for the ending may go on, cancel
    // included, while the ending itself lives a little longer.
    QObject m_context;
};

} // namespace net
