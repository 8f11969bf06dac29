// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/rehearsalcontrol.h"
#include "vault/secret.h"

#include <chrono>
#include <memory>

namespace demo {

// Who holds the phone: somebody the app is visible to, a member it is not visible to, or nobody of the
// company.
enum class PhoneOwner { Colleague, ColleagueOutOfScope, Outsider };

struct RehearsalOptions
{
    QStringList faults;
    int port = 0;                            // NocoBase's; WeCom takes the next one. 0: free ones
    std::chrono::milliseconds delay{0};      // before every answer
    std::chrono::milliseconds restart{1500}; // how long NocoBase is away after enabling a plugin
    bool thisComputerTrusted = false;        // WeCom's trusted IPs list this computer too
    bool startAction = true;                 // the plugin tells us its login address
    bool httpsOnly = false;                  // WeCom answers plain http with 301 (https ends in front of it)
};

// A WeCom and a NocoBase on this computer, for showing and practising the whole flow with no account and no
// network. Both listen on 127.0.0.1 alone and run in their own threads until the object goes (within about a
// second). WeCom begins as its console shows a new app: no scope, no domains, no trusted IP; perform() does
// what a step tells the person to do. A request whose User-Agent begins with "wecom-setup" comes from this
// computer's exit address, every other one from the NocoBase server's. Plain http, since certificates of
// WeCom cannot be had. Held to WeCom's published documents and to what was measured; see WecomSide and
// NocobaseSide.
class Rehearsal final : public assistant::RehearsalControl
{
public:
    explicit Rehearsal(RehearsalOptions options = {});
    ~Rehearsal() override;

    bool isRunning() const; // false when the given port is taken
    QUrl nocobaseUrl() const;
    QUrl wecomUrl() const;          // API, login and OAuth host alike
    QUrl phoneUrl() const override; // the phone as a page

    // Sample credentials. After the fault "wecom.secret.wrong" was taken off, secret() is the new one.
    QString companyId() const;
    QString agentId() const;
    vault::Secret secret() const;
    QString account() const;
    vault::Secret password() const;
    QString ownershipFileName() const;

    // Exit addresses as WeCom sees them.
    QString thisComputersAddress() const;
    QString serversAddress() const;

    bool perform(setup::StepId step) override;
    PhoneState phone() const override;
    bool scan() override;
    bool agree() override;
    bool decline() override;
    QString appName() const override;
    void holdHops(bool hold) override;
    void letHop(login::TourHop hop) override;
    std::optional<login::TourHop> waitsFor() const override;
    std::unique_ptr<login::LoginViewer> playedBrowser(net::Http *http) override;
    QStringList faultMenu() const override;
    QStringList faults() const override;
    void setFaults(const QStringList &causes) override; // unknown ones are left out
    static QStringList menu();

    // The company's NocoBase stands elsewhere: the console's domains are made for it from now on, and the
    // colleague's first login inside WeCom goes there too (before the first Web login, unless the fault
    // "login.first-time" is on).
    void setNocobase(const QUrl &url);
    void setPhoneOwner(PhoneOwner owner);
    // A custom request without an Authorization header of its own takes NocoBase's token along.
    bool wecomSawNocobaseToken() const;
    void passTime(std::chrono::seconds time); // codes, tickets and tokens grow older at once

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace demo
