// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/exported.h"
#include "nocobase/client.h"
#include "setup/facts.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace assistant {

// A login in a browser that nobody here can look into: a *first* one leaves a new link between a user and
// WeCom in NocoBase. begin() takes what is there already, look() says who has come since. Anybody's first
// login in between is seen alike, so a person says which of them it was: accept().
class WECOMSETUP_EXPORT LinkWatch : public QObject
{
    Q_OBJECT
public:
    struct Given
    {
        nocobase::ClientPtr client; // signed in as the administrator, or null
        qint64 row = 0;             // the authenticator; 0 when there is none yet
        setup::Stamp stamp;         // of the inputs
    };
    LinkWatch(std::function<Given()> given, QObject *parent);

    // Missing without an administrator's sign-in or without an authenticator. A second call begins anew.
    QCoro::Task<net::Result<void>> begin();
    // Whom NocoBase links now and did not at begin(). Missing when nothing was begun with today's inputs.
    QCoro::Task<net::Result<QList<nocobase::LinkedUser>>> look();
    bool hasBegun() const; // with today's inputs
    void accept(const nocobase::LinkedUser &user);

signals:
    void accepted(const nocobase::LinkedUser &user, const setup::Stamp &stamp);

private:
    std::function<Given()> m_given;
    std::optional<QSet<qint64>> m_before;
    setup::Stamp m_with;
};

} // namespace assistant
