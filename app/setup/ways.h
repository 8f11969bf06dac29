// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/facts.h"

namespace setup {

// A way of logging in that people take. Each is tried and told of by itself: that one works says nothing
// about the others.
struct Way
{
    enum class Page {
        None,         // nothing here can open it
        SignIn,       // NocoBase's sign-in page
        ModernSignIn, // the one of the second interface, which the WeCom plugin has from NocoBase 2.2 on
        Desktop,      // what the workbench opens on a computer
        Mobile        // what the workbench opens on a phone
    };
    enum class Agent { Own, DesktopClient, PhoneClient }; // whom the browser says to be

    QString id;
    Page page = Page::None;
    Agent agent = Agent::Own;
    bool second = false; // by another WeCom authenticator than this setup's

    bool isInside() const { return agent != Agent::Own; }
    QString check() const { return QStringLiteral("test.way.") + id; }
};

// All that can be tried without a phone, in the order in which they are shown; the login with a phone is the
// test login itself. Last: a member who may not see the app, which only such a member can try.
const QList<Way> &ways();
const Way *wayOf(const QString &check); // by "test.way.<id>"; nullptr for other checks

// How WeCom's own browser names itself: samples of a computer and of a phone (WeCom 5.0), told by "wxwork".
// Empty for the browser's own name.
QString userAgentOf(Way::Agent agent);

// Whether this NocoBase has the way: its version, and a second WeCom authenticator that everybody can use.
bool hasWay(const Way &way, const World &world, const QString &ours);
// The WeCom authenticator beside ours on the sign-in page; nullptr when there is none.
const nocobase::PublicAuthenticator *secondAuthenticator(const World &world, const QString &ours);

} // namespace setup
