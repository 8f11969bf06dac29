// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demo/hopgate.h"
#include "demo/server.h"
#include "setup/stepid.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <mutex>

namespace demo {

// Who holds the phone.
enum class Visitor { Colleague, ColleagueOutOfScope, Outsider };

// The self-built app as WeCom's console has it.
struct App
{
    qint64 agentId = 1000004;
    QString name = QStringLiteral("NocoBase CRM");
    bool closed = false;
    QStringList users;
    QList<int> departments;
    QString callbackDomain; // Web login; no API shows it
    QString redirectDomain; // OAuth trusted domain
    bool ownershipVerified = false;
    QSet<QString> trustedAddresses;
    QString homeUrl;
    int domainSettings = 0; // this month

    bool isVisibleTo(Visitor visitor) const;
};

// A one-use code as WeCom gives it to the callback.
struct Code
{
    Visitor visitor = Visitor::Colleague;
    QUrl redirect;
    bool privateInfo = false;
    bool used = false;
    QDateTime made;
};

// A rendered login page that waits for a phone.
struct LoginPage
{
    enum class Status { Never, Scanned, Agreed, Declined } status = Status::Never;
    QUrl redirect;
    QString state, appId, agentId;
    QString code; // made once, when the person agreed
    QDateTime made;
    std::chrono::steady_clock::time_point polled;
};

struct User
{
    qint64 id = 0;
    QString username, nickname, email, phone, role;
    QString createdAt = QStringLiteral("2026-03-02T08:00:00.000Z");
};

// Everything the two simulated services know, under one mutex. Whoever reads or writes holds `mutex`; whoever
// makes an HTTP call does not.
struct World
{
    mutable std::mutex mutex;

    QSet<QString> faults;
    QSet<setup::StepId> performed;
    Visitor visitor = Visitor::Colleague;
    qint64 clockOffset = 0; // seconds, so that five minutes can pass at once
    QUrl wecomUrl, nocobaseUrl;
    std::chrono::milliseconds restart{1500};
    bool httpsOnly = false;
    HopGate gate;

    // WeCom
    App app;
    bool secretWasReset = false;
    bool thisComputerTrusted = false;
    bool answeredServer = false; // WeCom has told the server all it wants to know, once
    bool sawBearer = false;      // a token of NocoBase reached WeCom
    QString token;
    QDateTime tokenEnds;
    QHash<QString, Code> codes;
    QHash<QString, std::pair<QString, QDateTime>> tickets; // user_ticket: userid, made
    QHash<QString, int> badSecrets;                        // by caller's address
    QHash<QString, QDateTime> bannedUntil;
    QHash<QString, LoginPage> pages;
    QString latestPage;

    // NocoBase
    QList<User> users;
    QList<QJsonObject> authenticators;
    QHash<QString, QHash<QString, qint64>> links; // authenticator: userid: user
    QHash<QString, QString> knownMobiles;         // userid: learned inside WeCom
    QHash<QString, qint64> sessions;              // token: user
    QSet<QString> blockedSessions;
    QList<QJsonObject> customRequests;
    bool switchedOff = false; // the authenticator "wecom", by somebody else
    bool pluginEnabled = true;
    bool startAction = true;                 // others than the sign-in page may use wecom:getAuthUrl
    QList<QJsonObject> hiddenAuthenticators; // of the fault "layout.unknown"
    qint64 nextId = 100;
    std::chrono::steady_clock::time_point maintenanceEnds;
    int unsteadyAnswers = 0; // still to come after a restart

    bool fault(const QString &cause) const { return faults.contains(cause); }
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(clockOffset); }
    QString address(const Call &call) const; // whose exit address a request comes from
    bool isSampleSecretNow(const QString &secret) const;
    bool trustsThisComputer() const;
    qint64 agentIdOfSecret() const;
    QString companyIdNow() const;
    Visitor phoneHolder() const;
    const User *user(qint64 id) const;

    // The console: makes the settings of a step, right unless a fault says otherwise; false for a step
    // without any.
    bool set(setup::StepId step);
    QString trustedDomain() const;
    void setFaults(const QStringList &causes);
    // Somebody at work in NocoBase at the same time: what faults say of the authenticators happens (again),
    // or is put right when the fault has gone.
    void meddle();
    void fillNocobase();
    void hideWecomRows(bool hide);
    // What the person types into NocoBase's own form when the assistant asks for the row to learn from.
    bool saveMarkerRow();
};

namespace sample {
QString companyId();
QString agentId();
QString secret(bool afterReset);
QString account();
QString password();
QString thisComputer(); // exit addresses, from the ranges kept for documentation
QString server();
QString serverLater(); // by another exit
QString userId();
QString mobile();
QString ownershipFileName();
QByteArray ownershipBody();
} // namespace sample

// What both services answer alike: the pages' style and logo, and whether a tour lets a hop be taken.
std::optional<Answer> sharedAnswer(World &world, const Call &call);

// host[:port] as WeCom compares it: path and scheme do not count, the port does.
QString domainOf(const QUrl &url);
QString randomText(int bytes); // lower-case hex

} // namespace demo
