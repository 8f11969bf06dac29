// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"
#include "nocobase/optionlayout.h"
#include "nocobase/types.h"
#include "setup/setup.h"
#include "vault/secretstore.h"
#include "wecom/api.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace setup {

// From where something was seen.
enum class Vantage { Pc, Server, Browser, Person };
QString vantageName(Vantage vantage); // "pc", "server", "browser", "person"

// The inputs a fact depends on. A fact seen with other inputs than today's does not count.
enum class Inputs {
    None,            // the computer only
    NocobaseHost,    // address, application
    NocobaseLogin,   // + account, password or token
    WecomToken,      // WeCom hosts, Company ID, Secret
    WecomApp,        // + AgentId
    WecomFromServer, // WecomApp + NocobaseHost
    LoginPage,       // WecomApp + Origin
    OriginOnly,      // Origin, and the domain ownership file
    Authenticator,   // NocobaseLogin + what is to be written
    Login,           // everything
};
using Stamp = QByteArray;
Stamp stampOf(Inputs inputs, const Setup &setup, const Credentials &credentials);

// A fact: the value, or the fault that came instead; when, from where, and with which inputs it was seen.
template<class T>
struct Seen
{
    net::Result<T> what;
    QDateTime at;
    Vantage from = Vantage::Pc;
    Stamp with;
};
template<class T>
using Fact = std::optional<Seen<T>>;

struct OwnershipFile
{
    QString fileName;
    int status = 0;
    bool bodyMatches = false;       // the body is the file's
    bool madeUpNameAnswers = false; // a name that cannot exist is answered with 200 too
    bool contentKnown = false;      // the body was compared; else only its form was judged
    QString redirect = {};          // where the answer sends on to instead
    // The same address by plain http, where the Origin is https on its usual port. Which of the two WeCom
    // fetches, and whether it follows redirects, is not documented.
    enum class Plain { NotAsked, Same, Redirected, Silent, Other } plain = Plain::NotAsked;
};

struct RenderedLoginPage
{
    login::LoginPageVerdict verdict = login::LoginPageVerdict::Unclear;
};

// What was written and then read back.
struct ReadBack
{
    qint64 id = 0;
    QString name;
    bool equal = false;
    QStringList differing; // option names
    bool listedPublicly = false;
    bool typeTitleShown = false;
};

// Where an apply of an earlier run, which was cut off, has left NocoBase.
struct CutApply
{
    enum class Has { Old, New, Between, Changed } has = Has::Old;
    QStringList authenticators; // New, Between: those with the new options; Changed: those changed since
    QDateTime at;               // when it was cut off
};
QString cutName(CutApply::Has has); // "old", "new", "between", "changed"

// What a person read elsewhere (WeCom's console, NocoBase's log) and gave to the assistant. Only what was
// recognised in it is kept, never the text itself: a log holds tokens.
struct Told
{
    int errcode = 0; // WeCom's number in it; 0 when there is none
    QString cause;   // id of causes.md; empty when nothing was recognised
    QString address; // "from ip: …" of WeCom's message
};

// A way of logging in (setup/ways.h), followed as far as WeCom's door and no further.
struct WayTried
{
    enum class End {
        Wecom,      // NocoBase sends people to WeCom
        SignInPage, // it stays at the sign-in page, where the button is
        NoButton,   // there is nothing to press
        Elsewhere   // another page
    };
    End end = End::Elsewhere;
    enum class How { ByItself, ByButton, AsLink } how = How::ByItself; // AsLink: the address is WeCom's own
    QUrl opened;                                                       // masked
    std::optional<wecom::LoginLink> link;                              // its state is kept decoded only
    std::optional<wecom::NocobaseState> state;
    QString authenticator; // that the address is to name
};
QString howName(WayTried::How how); // "by-itself", "by-button", "as-link"

// A login in the person's own browser, as NocoBase shows it: a user who has a link to WeCom that was not
// there before. The person has said that it is the one.
struct OwnLogin
{
    qint64 id = 0;
    QString nickname, username;
};

// What a person saw in their own browser: a picture of checks/sights.h.
struct Sight
{
    QString id;
};

// Everything that was learned from outside. A value: replaced as a whole, never changed in place by a check.
struct Facts
{
    Fact<vault::StoreState> keychain;                      // Inputs::None
    Fact<nocobase::ServerInfo> server;                     // NocobaseHost
    Fact<QUrl> apiBase;                                    // NocobaseHost: what the page names, after NotJson
    Fact<QList<nocobase::PublicAuthenticator>> publicList; // NocobaseHost
    Fact<nocobase::Identity> identity;                     // NocobaseLogin
    Fact<nocobase::WecomPlugin> plugin;                    // NocobaseLogin
    Fact<QList<nocobase::Authenticator>> authenticators;   // NocobaseLogin
    Fact<nocobase::OptionLayout> layout;                   // NocobaseLogin
    Fact<bool> enabling;                                   // NocobaseLogin: how switching the plugin on ended
    Fact<QDateTime> token;                                 // WecomToken: when the token ends
    Fact<wecom::AgentInfo> agentFromPc, agentFromServer;   // WecomApp, WecomFromServer
    Fact<QList<wecom::AgentListItem>> agentListFromPc, agentListFromServer; // WecomToken, WecomFromServer
    Fact<wecom::TrustProbe> trustFromServer;                                // WecomFromServer
    Fact<QString> addressThatWorked; // WecomFromServer: from which WeCom answered the server an earlier time
    Fact<bool> domainSetting;        // WecomApp: how our last agent/set of the trusted domain ended
    Fact<OwnershipFile> ownershipFile;      // OriginOnly
    Fact<RenderedLoginPage> loginPage;      // LoginPage, vantage browser
    Fact<RenderedLoginPage> builtLoginPage; // Authenticator, vantage browser: by the address NocoBase made
    Fact<ReadBack> readBack;                // Authenticator
    Fact<CutApply> cutApply;                // NocobaseLogin
    Fact<QUrl> startLink;                   // Authenticator: masked address NocoBase makes
    Fact<wecom::LoginLink> startLinkParts;  // Authenticator
    Fact<login::Trace> testLogin;           // Login, vantage browser
    Fact<int> callbackStatus;            // Authenticator: NocoBase's callback address, asked without a code
    Fact<Told> toldByConsole, toldByLog; // OriginOnly, Login; vantage person
    QMap<QString, Seen<WayTried>> ways;  // Login, vantage browser; by Way::id
    Fact<OwnLogin> ownLogin;             // Login
    Fact<Sight> sight;                   // Login, vantage person
};

struct Record;

// What checks see: the setup, the ids (never a secret), the facts that belong to them, and what is remembered
// of earlier runs (nullptr: nothing).
struct World
{
    const Setup &setup;
    const Credentials &credentials;
    const Facts &facts;
    const Record *record = nullptr;

    // The fact if it was seen with today's inputs, else nullptr.
    template<class T>
    const Seen<T> *current(const Fact<T> &fact, Inputs inputs) const
    {
        return fact && fact->with == stampOf(inputs, setup, credentials) ? &*fact : nullptr;
    }
    // The same, and it carries a value.
    template<class T>
    const T *value(const Fact<T> &fact, Inputs inputs) const
    {
        const auto *seen = current(fact, inputs);
        return seen && seen->what ? &*seen->what : nullptr;
    }
};

} // namespace setup
