// SPDX-License-Identifier: Apache-2.0
#include "worlds.h"

#include <QTest>

#include <functional>

using namespace worlds;
using login::LoginPageVerdict;
using login::Outcome;
using net::FaultCode;
using Change = std::function<void(TestWorld &)>;

Q_DECLARE_METATYPE(Change)

// One row per cause that facts can prove: one change to a healthy world, and exactly what is said about it.
class CausesTest : public QObject
{
    Q_OBJECT

private slots:
    void causes_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("check");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<StepId>("step");
        const auto is = [](const char *name, const QString &check, const QString &cause, StepId step,
                           Change change, Severity severity = Severity::Problem) {
            QTest::newRow(name) << change << check << severity << cause << step;
        };
        const QString id = u"wecom.company-id"_s, secret = u"wecom.secret"_s, agent = u"wecom.agent"_s;

        is("company id", id, u"wecom.company-id.wrong"_s, StepId::Credentials,
           [](TestWorld &w) { tokenFails(w, wecomError(40013)); });
        is("company id of a public account", id, u"wecom.company-id.public-account"_s, StepId::Credentials,
           [](TestWorld &w) {
               w.credentials.companyId = u"wx9f3c1a7be4d2065a"_s;
               w.stampAgain();
               tokenFails(w, wecomError(40013));
           });
        is("secret 40001", secret, u"wecom.secret.wrong"_s, StepId::Credentials,
           [](TestWorld &w) { tokenFails(w, wecomError(40001)); });
        is("secret 40091", secret, u"wecom.secret.wrong"_s, StepId::Credentials,
           [](TestWorld &w) { tokenFails(w, wecomError(40091)); });
        is("secret refused before", secret, u"wecom.secret.wrong"_s, StepId::Credentials, [](TestWorld &w) {
            tokenFails(w, {FaultCode::SecretKnownWrong, {}, {}});
        });
        is("secret of another kind", secret, u"wecom.secret.other-kind"_s, StepId::Credentials,
           [](TestWorld &w) {
               agentFails(w, 301002);
               w.put<QList<wecom::AgentListItem>>(w.facts.agentListFromPc, QList<wecom::AgentListItem>{},
                                                  Inputs::WecomToken);
           });
        is("secret of contacts sync", secret, u"wecom.secret.other-kind"_s, StepId::Credentials,
           [](TestWorld &w) { agentFails(w, 48002); });
        is("another app's agent id", agent, u"wecom.agent.other-app"_s, StepId::Credentials,
           [](TestWorld &w) {
               agentFails(w, 301002);
               w.put<QList<wecom::AgentListItem>>(w.facts.agentListFromPc,
                                                  QList<wecom::AgentListItem>{{1000002, u"Other"_s}},
                                                  Inputs::WecomToken);
           });
        is("unknown agent id", agent, u"wecom.agent.unknown"_s, StepId::Credentials,
           [](TestWorld &w) { agentFails(w, 40056); });
        is("app closed", u"app.enabled"_s, u"wecom.app.disabled"_s, StepId::CreateApp, [](TestWorld &w) {
            auto info = agentInfo();
            info.closed = true;
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        });
        is("app disabled at the token", u"app.enabled"_s, u"wecom.app.disabled"_s, StepId::CreateApp,
           [](TestWorld &w) { tokenFails(w, wecomError(50003)); });
        is("empty scope", u"app.scope"_s, u"wecom.app.scope-empty"_s, StepId::CreateApp, [](TestWorld &w) {
            auto info = agentInfo();
            info.departmentIds.clear();
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        });
        is(
            "rate limited", secret, u"wecom.rate-limited"_s, StepId::Credentials,
            [](TestWorld &w) { tokenFails(w, wecomError(45009)); }, Severity::Unknown);
        is(
            "paused", secret, u"wecom.rate-limited"_s, StepId::Credentials,
            [](TestWorld &w) {
                tokenFails(w, {FaultCode::Paused, {{u"until"_s, u"2026-11-22T13:00:00Z"_s}}, {}});
            },
            Severity::Unknown);
        is(
            "busy", secret, u"wecom.busy"_s, StepId::Credentials,
            [](TestWorld &w) { tokenFails(w, wecomError(-1)); }, Severity::Unknown);
        is(
            "this computer", u"wecom.pc"_s, u"pc.untrusted"_s, StepId::Credentials,
            [](TestWorld &w) { agentFails(w, 60020, u"198.51.100.23"_s); }, Severity::Notice);

        const QString oauth = u"domain.oauth"_s, callback = u"callback.domain"_s, file = u"domain.file"_s;
        const auto domainIs = [](const QString &domain) {
            return [domain](TestWorld &w) {
                w.put<wecom::AgentInfo>(w.facts.agentFromPc, agentInfo(domain), Inputs::WecomApp);
            };
        };
        is("no trusted domain", oauth, u"domain.oauth.empty"_s, StepId::TrustedDomain, domainIs({}));
        is("another trusted domain", oauth, u"domain.oauth.mismatch"_s, StepId::TrustedDomain,
           domainIs(u"old-crm.example.com"_s));
        is("a parent domain does not do", oauth, u"domain.oauth.mismatch"_s, StepId::TrustedDomain,
           domainIs(u"example.com"_s));
        is("another port", oauth, u"domain.port"_s, StepId::TrustedDomain,
           domainIs(u"crm.example.com:8443"_s));
        is("explicit 443 in WeCom", oauth, u"domain.port"_s, StepId::TrustedDomain,
           domainIs(u"crm.example.com:443"_s));
        is("explicit 443 in the origin", u"callback.form"_s, u"domain.port"_s, StepId::CallbackDomain,
           [](TestWorld &w) { w.setup.authenticator.origin = u"https://crm.example.com:443"_s; });
        const auto pageShows = [](LoginPageVerdict verdict) {
            return [verdict](TestWorld &w) {
                w.facts.testLogin.reset();
                w.put<setup::RenderedLoginPage>(w.facts.loginPage, setup::RenderedLoginPage{verdict},
                                                Inputs::LoginPage, Vantage::Browser);
            };
        };
        is("callback domain", callback, u"domain.callback.mismatch"_s, StepId::CallbackDomain,
           pageShows(LoginPageVerdict::DomainMismatch));
        is("link refused with right ids", callback, u"domain.callback.mismatch"_s, StepId::CallbackDomain,
           pageShows(LoginPageVerdict::LinkRefused));
        is("callback domain, by the login", callback, u"domain.callback.mismatch"_s, StepId::CallbackDomain,
           [](TestWorld &w) { loginEnds(w, trace(Outcome::DomainMismatch)); });
        const auto fileIs = [](int status, bool body, bool madeUp) {
            return [=](TestWorld &w) {
                w.put<setup::OwnershipFile>(
                    w.facts.ownershipFile,
                    setup::OwnershipFile{u"WW_verify_7hQk2PzX1aBcD3eF.txt"_s, status, body, madeUp},
                    Inputs::OriginOnly);
            };
        };
        is("no file", file, u"domain.ownership.missing"_s, StepId::TrustedDomain, fileIs(404, false, false));
        is("a page for everything", file, u"domain.ownership.masked"_s, StepId::TrustedDomain,
           fileIs(200, false, true));
        const auto originIs = [](const QString &origin) {
            return [origin](TestWorld &w) { w.setup.authenticator.origin = origin; };
        };
        is("IP address", u"callback.form"_s, u"domain.not-allowed"_s, StepId::CallbackDomain,
           originIs(u"https://203.0.113.7"_s));
        is("underscore", u"options.origin"_s, u"domain.not-allowed"_s, StepId::LoginOptions,
           originIs(u"https://my_crm.example.com"_s));

        const QString ip = u"ip.trusted"_s;
        is("untrusted server", ip, u"ip.untrusted"_s, StepId::TrustedIp, [](TestWorld &w) {
            w.facts.testLogin.reset();
            w.put<wecom::TrustProbe>(w.facts.trustFromServer, wecom::TrustProbe{false, u"203.0.113.7"_s},
                                     Inputs::WecomFromServer, Vantage::Server);
        });
        is("untrusted server, by the app", ip, u"ip.untrusted"_s, StepId::TrustedIp, [](TestWorld &w) {
            w.facts.testLogin.reset();
            w.facts.trustFromServer.reset();
            w.put<wecom::AgentInfo>(w.facts.agentFromServer,
                                    tl::unexpected(wecomError(60020, u"203.0.113.7"_s)),
                                    Inputs::WecomFromServer, Vantage::Server);
        });
        const auto cannotReach = [](TestWorld &w) {
            w.put<wecom::TrustProbe>(w.facts.trustFromServer,
                                     failed<wecom::TrustProbe>(FaultCode::Unreachable),
                                     Inputs::WecomFromServer, Vantage::Server);
        };
        is("server cannot reach WeCom", ip, u"server.cannot-reach-wecom"_s, StepId::TrustedIp,
           [=](TestWorld &w) {
               w.facts.testLogin.reset();
               cannotReach(w);
           });

        const QString made = u"review.link"_s;
        const auto linkIs = [](std::function<void(wecom::LoginLink &)> change) {
            return [change](TestWorld &w) {
                wecom::LoginLink parts = link();
                change(parts);
                w.put<wecom::LoginLink>(w.facts.startLinkParts, parts, Inputs::Authenticator);
            };
        };
        is("wrong company in the link", made, u"link.wrong-ids"_s, StepId::Review,
           linkIs([](auto &parts) { parts.companyId = u"ww0000000000000000"_s; }));
        is("wrong app in the link", made, u"link.wrong-ids"_s, StepId::Review,
           linkIs([](auto &parts) { parts.agentId = u"1000002"_s; }));
        is("wrong authenticator in the link", u"review.state"_s, u"link.wrong-ids"_s, StepId::Review,
           linkIs([](auto &parts) {
               parts.state = QString::fromLatin1(
                   QByteArray("redirect=&app=main&name=wecom-branch&isWeComBrowser=true").toBase64());
           }));
        is("no agent id in the link", made, u"link.agentid-missing"_s, StepId::Review,
           linkIs([](auto &parts) { parts.agentId.clear(); }));
        is("not encoded", u"review.callback"_s, u"link.encoding"_s, StepId::Review, linkIs([](auto &parts) {
               parts.redirectUriRaw = u"https://crm.example.com/api/wecom:redirect"_s;
           }));
        is("encoded twice", u"review.callback"_s, u"link.encoding"_s, StepId::Review,
           linkIs([](auto &parts) { parts.redirectUriRaw = u"https%253A%252F%252Fcrm.example.com"_s; }));
        is("way back to an internal host", u"review.callback"_s, u"link.internal-host"_s, StepId::Review,
           linkIs(
               [](auto &parts) { parts.redirectUri = QUrl(u"http://10.0.0.5:13000/api/wecom:redirect"_s); }));
        is("internal host", u"options.origin"_s, u"link.internal-host"_s, StepId::LoginOptions,
           linkIs(
               [](auto &parts) { parts.redirectUri = QUrl(u"http://10.0.0.5:13000/api/wecom:redirect"_s); }));
        is("scope of the homepage link", u"homepage.link"_s, u"link.scope"_s, StepId::Homepage,
           [](TestWorld &w) {
               auto info = agentInfo();
               info.homeUrl =
                   u"https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww9f3c1a7be4d2065a&agentid=1000004&response_type=code&scope=snsapi_base&state=x&redirect_uri=https%3A%2F%2Fcrm.example.com%2Fapi%2Fwecom%3Aredirect#wechat_redirect"_s;
               w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
           });

        const QString test = u"test.login"_s;
        const auto ends = [](Outcome outcome) {
            return [outcome](TestWorld &w) { loginEnds(w, trace(outcome)); };
        };
        is("outside WeCom", test, u"login.outside-wecom"_s, StepId::TestLogin, ends(Outcome::OutsideWecom));
        is("not scanned", test, u"login.not-scanned"_s, StepId::TestLogin, ends(Outcome::NotScanned));
        is("declined", test, u"login.declined"_s, StepId::TestLogin, ends(Outcome::Declined));
        is("declined, by the sentence", test, u"login.declined"_s, StepId::TestLogin, [](TestWorld &w) {
            loginEnds(w, trace(Outcome::PluginSentence, u"Authorization code does not exist."_s, false));
        });
        is("callback missing", test, u"login.callback-missing"_s, StepId::TestLogin,
           ends(Outcome::CallbackMissing));
        is("callback domain at the login", test, u"domain.callback.mismatch"_s, StepId::TestLogin,
           ends(Outcome::DomainMismatch));
        is("first login", test, u"login.first-time"_s, StepId::TestLogin,
           [](TestWorld &w) { loginSays(w, u"Failed to get mobile"_s); });
        is("first login, zh", test, u"login.first-time"_s, StepId::TestLogin,
           [](TestWorld &w) { loginSays(w, u"未获取到手机号"_s); });
        is("user not found", test, u"login.user-not-found"_s, StepId::TestLogin,
           [](TestWorld &w) { loginSays(w, u"User not found."_s); });
        is("no role", test, u"login.no-role"_s, StepId::TestLogin, ends(Outcome::SignedInWithoutRole));
        is("login and an untrusted server", test, u"login.ip"_s, StepId::TestLogin, [](TestWorld &w) {
            loginSays(w, u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s);
            w.put<wecom::TrustProbe>(w.facts.trustFromServer, wecom::TrustProbe{false, u"203.0.113.7"_s},
                                     Inputs::WecomFromServer, Vantage::Server);
        });
        const auto nobodySees = [](TestWorld &w) {
            auto info = agentInfo();
            info.departmentIds.clear();
            info.userIds.clear();
            info.tagIds.clear();
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        };
        const auto isClosed = [](TestWorld &w) {
            auto info = agentInfo();
            info.closed = true;
            w.put<wecom::AgentInfo>(w.facts.agentFromPc, info, Inputs::WecomApp);
        };
        is("login to an app that nobody may see", test, u"wecom.app.scope-empty"_s, StepId::TestLogin,
           [=](TestWorld &w) {
               nobodySees(w);
               loginSays(w, u"The WeCom API call failed."_s);
           });
        is("the phone, and an app that nobody may see", test, u"wecom.app.scope-empty"_s, StepId::TestLogin,
           [=](TestWorld &w) {
               nobodySees(w);
               loginEnds(w, trace(Outcome::NotConfirmed));
           });
        is("login to an app that is off", test, u"wecom.app.disabled"_s, StepId::TestLogin,
           [=](TestWorld &w) {
               isClosed(w);
               loginSays(w, u"Failed to get accessToken"_s);
           });
        is("login and a server without WeCom", test, u"server.cannot-reach-wecom"_s, StepId::TestLogin,
           [=](TestWorld &w) {
               loginSays(w, u"Failed to get accessToken"_s);
               cannotReach(w);
           });
        is("no button", test, u"plugin.no-button"_s, StepId::TestLogin, ends(Outcome::NoButton));
        is("no button, switched off", test, u"authenticator.disabled"_s, StepId::TestLogin, [](TestWorld &w) {
            auto off = row(u"wecom"_s, true);
            off.enabled = false;
            w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{off}, Inputs::NocobaseLogin);
            loginEnds(w, trace(Outcome::NoButton));
        });
        is("wrong ids at the login", test, u"link.wrong-ids"_s, StepId::TestLogin, [](TestWorld &w) {
            login::Trace wrong = trace(Outcome::WrongIds);
            wrong.link->agentId = u"1000002"_s;
            loginEnds(w, wrong);
        });
        is("nothing entered, and a login was tried", test, u"setup.incomplete"_s, StepId::TestLogin,
           [](TestWorld &w) {
               w.credentials.companyId.clear();
               w.credentials.agentId.clear();
               w.stampAgain();
               loginEnds(w, trace(Outcome::WrongIds));
           });
        is("not applied, and a login was tried", test, u"setup.not-applied"_s, StepId::TestLogin,
           [](TestWorld &w) {
               auto old = row(u"wecom"_s, true);
               old.options[u"wecom"_s] = QJsonObject{{u"corpid"_s, u"ww0000000000000000"_s},
                                                     {u"agentid"_s, u"1000002"_s},
                                                     {u"secret"_s, u"old"_s}};
               w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{old},
                                                     Inputs::NocobaseLogin);
               login::Trace other = trace(Outcome::WrongIds);
               other.link->companyId = u"ww0000000000000000"_s;
               loginEnds(w, other);
           });
        is("internal host at the login", test, u"link.internal-host"_s, StepId::TestLogin, [](TestWorld &w) {
            login::Trace wrong = trace(Outcome::WrongIds);
            wrong.link->redirectUri = QUrl(u"http://10.0.0.5:13000/api/wecom:redirect"_s);
            loginEnds(w, wrong);
        });

        const QString reach = u"nocobase.reach"_s, signIn = u"nocobase.sign-in"_s;
        is(
            "refused", reach, u"nocobase.unreachable"_s, StepId::Nocobase,
            [](TestWorld &w) { serverFails(w, FaultCode::Refused); }, Severity::Unknown);
        is(
            "timeout", reach, u"nocobase.unreachable"_s, StepId::Nocobase,
            [](TestWorld &w) { serverFails(w, FaultCode::Timeout); }, Severity::Unknown);
        for (const FaultCode code : {FaultCode::TlsUntrusted, FaultCode::TlsExpired, FaultCode::TlsWrongHost})
            is(qPrintable(net::faultName(code)), reach, u"nocobase.certificate"_s, StepId::Nocobase,
               [code](TestWorld &w) {
                   serverFails(w, code, {{u"host"_s, u"crm.example.com"_s}, {u"sha256"_s, u"ab12"_s}});
               });
        is("certificate of the future", reach, u"clock.wrong"_s, StepId::Nocobase,
           [](TestWorld &w) { serverFails(w, FaultCode::TlsNotYetValid); });
        is(
            "plain http", u"nocobase.https"_s, u"nocobase.plain-http"_s, StepId::Nocobase,
            [](TestWorld &w) { w.setup.nocobase.url = QUrl(u"http://crm.example.com"_s); },
            Severity::Warning);
        is("base path", reach, u"nocobase.base-path"_s, StepId::Nocobase, [](TestWorld &w) {
            serverFails(w, FaultCode::NotJson, {{u"apiBase"_s, u"https://crm.example.com/nb/"_s}});
        });
        is(
            "restarting", reach, u"nocobase.restarting"_s, StepId::Nocobase,
            [](TestWorld &w) { serverFails(w, FaultCode::Restarting); }, Severity::Unknown);
        is("proxy refuses", reach, u"proxy.refused"_s, StepId::Nocobase,
           [](TestWorld &w) { serverFails(w, FaultCode::ProxyRefused); });
        is("name unknown while another is found", reach, u"dns.unknown"_s, StepId::Nocobase,
           [](TestWorld &w) { serverFails(w, FaultCode::NameUnknown); });
        is(
            "clock", u"computer.clock"_s, u"clock.wrong"_s, StepId::Nocobase,
            [](TestWorld &w) {
                w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(u"2.2.15"_s, noon.addSecs(-200)),
                                            Inputs::NocobaseHost);
            },
            Severity::Warning);
        const auto identityFails = [](const net::Fault &fault) {
            return [fault](TestWorld &w) {
                w.put<nocobase::Identity>(w.facts.identity, tl::unexpected(fault), Inputs::NocobaseLogin);
            };
        };
        is("wrong password", signIn, u"nocobase.sign-in"_s, StepId::Nocobase,
           identityFails(nocobaseError(401)));
        is("API key", signIn, u"nocobase.api-key"_s, StepId::Nocobase, [=](TestWorld &w) {
            w.credentials.token = vault::Secret(QByteArrayLiteral("key"));
            w.stampAgain();
            identityFails(nocobaseError(401, u"BLOCKED_TOKEN"_s))(w);
        });
        is("no password sign-in", signIn, u"nocobase.password-off"_s, StepId::Nocobase, [](TestWorld &w) {
            w.facts.identity.reset();
            w.put<QList<nocobase::PublicAuthenticator>>(w.facts.publicList, QList{publicList().constLast()},
                                                        Inputs::NocobaseHost);
        });
        is("no right", u"nocobase.role"_s, u"nocobase.role"_s, StepId::Nocobase, [](TestWorld &w) {
            auto member = administrator();
            member.allowAll = false;
            member.role = u"member"_s;
            w.put<nocobase::Identity>(w.facts.identity, member, Inputs::NocobaseLogin);
        });
        is("no roles at all", signIn, u"nocobase.role"_s, StepId::Nocobase,
           identityFails(nocobaseError(401, u"USER_HAS_NO_ROLES_ERR"_s)));

        const auto versionIs = [](const QString &version) {
            return [version](TestWorld &w) {
                w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(version), Inputs::NocobaseHost);
            };
        };
        is("too old for the redirect link", u"options.redirect-link"_s, u"nocobase.too-old"_s,
           StepId::LoginOptions, versionIs(u"1.3.51"_s));
        is("too old for automatic login", u"options.automatic-login"_s, u"nocobase.too-old"_s,
           StepId::LoginOptions, versionIs(u"1.3.51"_s));
        is("too old for the tooltip", u"options.tooltip"_s, u"nocobase.too-old"_s, StepId::LoginOptions,
           [](TestWorld &w) {
               w.setup.authenticator.tooltip = u"First login: see the handbook"_s;
               w.put<nocobase::ServerInfo>(w.facts.server, serverInfo(u"1.6.2"_s), Inputs::NocobaseHost);
           });

        const QString present = u"plugin.wecom"_s;
        const auto pluginIs = [](const nocobase::WecomPlugin &plugin) {
            return [plugin](TestWorld &w) {
                w.put<nocobase::WecomPlugin>(w.facts.plugin, plugin, Inputs::NocobaseLogin);
            };
        };
        auto off = plugin();
        off.enabled = false;
        off.authType.clear();
        is("plugin absent", present, u"plugin.absent"_s, StepId::Nocobase, pluginIs({}));
        is("plugin off", present, u"plugin.off"_s, StepId::Nocobase, pluginIs(off));
        const auto enablingFails = [off](TestWorld &w) {
            w.put<nocobase::WecomPlugin>(w.facts.plugin, off, Inputs::NocobaseLogin);
            net::Fault fault = nocobaseError(500);
            fault.said = u"Failed to enable plugin: license"_s;
            w.put<bool>(w.facts.enabling, tl::unexpected(fault), Inputs::NocobaseLogin);
        };
        is("enabling failed", present, u"plugin.failed"_s, StepId::Nocobase, enablingFails);
        is("plugins are not for this role", present, u"nocobase.role"_s, StepId::Nocobase, [](TestWorld &w) {
            w.put<nocobase::WecomPlugin>(w.facts.plugin, tl::unexpected(nocobaseError(403)),
                                         Inputs::NocobaseLogin);
        });
        auto other = plugin();
        other.packageName = u"@ak/plugin-auth-wecom"_s;
        is("another vendor", u"plugin.vendor"_s, u"plugin.other-vendor"_s, StepId::Nocobase, pluginIs(other),
           Severity::Notice);

        is(
            "authenticator off", u"review.enabled"_s, u"authenticator.disabled"_s, StepId::Review,
            [](TestWorld &w) {
                auto disabled = row(u"wecom"_s, true);
                disabled.enabled = false;
                w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{disabled},
                                                      Inputs::NocobaseLogin);
            },
            Severity::Warning);
        const auto branchHasIt = [](bool oursToo) {
            return [oursToo](TestWorld &w) {
                w.put<QList<nocobase::Authenticator>>(
                    w.facts.authenticators, QList{row(u"wecom"_s, oursToo), row(u"wecom-branch"_s, true)},
                    Inputs::NocobaseLogin, Vantage::Pc, noon.addSecs(-1));
            };
        };
        is("two automatic", u"options.only-one"_s, u"authenticator.several-automatic"_s, StepId::LoginOptions,
           branchHasIt(true));
        is("another automatic, to be taken over", u"options.only-one"_s, u"authenticator.several-automatic"_s,
           StepId::LoginOptions, branchHasIt(false), Severity::Warning);
        is("public secret", u"authenticator.public"_s, u"authenticator.secret-public"_s, StepId::Nocobase,
           [](TestWorld &w) {
               auto leaky = row(u"wecom"_s, true);
               leaky.options[u"public"_s] = QJsonObject{{u"corpSecret"_s, QString::fromLatin1(secretText)}};
               w.put<QList<nocobase::Authenticator>>(w.facts.authenticators, QList{leaky},
                                                     Inputs::NocobaseLogin, Vantage::Pc, noon.addSecs(-1));
           });
        const auto cut = [](setup::CutApply::Has has) -> Change {
            return [has](TestWorld &w) {
                w.put<setup::CutApply>(w.facts.cutApply, setup::CutApply{has, {u"wecom"_s}, noon},
                                       Inputs::NocobaseLogin);
            };
        };
        using Has = setup::CutApply::Has;
        is("cut off before anything", u"review.cut"_s, u"apply.cut.old"_s, StepId::Review, cut(Has::Old),
           Severity::Notice);
        is("cut off after everything", u"review.cut"_s, u"apply.cut.new"_s, StepId::Review, cut(Has::New),
           Severity::Notice);
        is("cut off between", u"review.cut"_s, u"apply.cut.between"_s, StepId::Review, cut(Has::Between),
           Severity::Warning);
        is("cut off, changed since", u"review.cut"_s, u"apply.cut.changed"_s, StepId::Review,
           cut(Has::Changed), Severity::Warning);
        is("layout unknown", u"review.layout"_s, u"layout.unknown"_s, StepId::Review, [](TestWorld &w) {
            w.put<nocobase::OptionLayout>(w.facts.layout, nocobase::OptionLayout{}, Inputs::NocobaseLogin);
        });

        const auto storeIs = [](vault::StoreState state) {
            return [state](TestWorld &w) { w.put<vault::StoreState>(w.facts.keychain, state, Inputs::None); };
        };
        is("no keychain", u"keychain.usable"_s, u"keychain.missing"_s, StepId::Welcome,
           storeIs(vault::StoreState::Missing));
        is("locked keychain", u"keychain.usable"_s, u"keychain.locked"_s, StepId::Welcome,
           storeIs(vault::StoreState::Locked));
        is("refusing keychain", u"keychain.usable"_s, u"keychain.refused"_s, StepId::Welcome,
           storeIs(vault::StoreState::Refused));
        const auto browserFails = [](const QString &fault) {
            return [fault](TestWorld &w) {
                login::Trace none = trace(Outcome::BrowserFailed);
                none.hops.clear();
                none.fault = fault;
                loginEnds(w, none);
            };
        };
        is("no browser", u"test.browser"_s, u"browser.cannot-start"_s, StepId::TestLogin,
           browserFails(u"browser-cannot-start"_s), Severity::Notice);
        is("blank browser", u"test.browser"_s, u"browser.blank"_s, StepId::TestLogin,
           browserFails(u"browser-blank"_s), Severity::Notice);
        is("crashed browser", u"test.browser"_s, u"browser.ended"_s, StepId::TestLogin,
           browserFails(u"browser-ended"_s), Severity::Notice);
        is("browser that hangs", u"test.browser"_s, u"browser.hung"_s, StepId::TestLogin,
           browserFails(u"browser-hung"_s), Severity::Notice);
        is("white page", u"test.browser"_s, u"browser.empty"_s, StepId::TestLogin,
           browserFails(u"browser-empty"_s), Severity::Notice);
    }
    void causes()
    {
        QFETCH(Change, change);
        QFETCH(QString, check);
        QFETCH(Severity, severity);
        QFETCH(QString, cause);
        QFETCH(StepId, step);
        TestWorld w = healthy();
        change(w);
        const Finding finding = w.finding(check);
        QCOMPARE(finding.cause, cause);
        QCOMPARE(severityName(finding.severity), severityName(severity));
        QCOMPARE(setup::stepName(finding.step), setup::stepName(step));
        QVERIFY(checks::checksOf(step).contains(check));
        if (severity == Severity::Unknown)
            QCOMPARE(finding.reason, checks::Reason::Unreachable);
        if (severity == Severity::Notice)
            QVERIFY(!finding.decides);
        QCOMPARE(checks::findingFromJson(checks::toJson(finding)), finding);
    }
};

QTEST_GUILESS_MAIN(CausesTest)
#include "tst_causes.moc"
