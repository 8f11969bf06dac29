// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/tourhop.h"
#include "login/viewer.h"
#include "setup/stepid.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace assistant {

// What a page may do in a rehearsal: the parts of the flow that happen in WeCom's console, or in somebody's
// hand. The pages get it from main.cpp and know nothing of the simulated servers behind it.
class RehearsalControl
{
public:
    virtual ~RehearsalControl() = default;

    // Does in the simulated console what this step tells the person to do; false when the step has nothing to
    // do there.
    virtual bool perform(setup::StepId step) = 0;

    // The phone. scan() fails while no login page waits for one. NoPermission: its holder agreed, and may not
    // use the app. Expired: the page waited for too long.
    enum class PhoneState { Idle, PageWaits, Scanned, Agreed, Declined, NoPermission, Expired };
    virtual PhoneState phone() const = 0;
    virtual bool scan() = 0;
    virtual bool agree() = 0;
    virtual bool decline() = 0;
    virtual QString appName() const = 0; // that the phone asks about
    virtual QUrl phoneUrl() const = 0;   // what the QR code holds

    // A tour lets a login go on hop by hop. While hops are held, none after the sign-in page is taken before
    // it (or a later one) was let go, and no page grows too old.
    virtual void holdHops(bool hold) = 0;
    virtual void letHop(login::TourHop hop) = 0;
    // The hop that a login under way waits for: held, or the phone's turn.
    virtual std::optional<login::TourHop> waitsFor() const = 0;
    // A login without a browser: does itself what the scripts of the rehearsal's own pages do, and can show
    // no other page. It uses `http`, which outlives it.
    virtual std::unique_ptr<login::LoginViewer> playedBrowser(net::Http *http) = 0;

    virtual QStringList faultMenu() const = 0; // cause ids it can produce
    virtual QStringList faults() const = 0;    // those in force
    virtual void setFaults(const QStringList &causes) = 0;
};

} // namespace assistant
