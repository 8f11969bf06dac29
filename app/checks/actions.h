// SPDX-License-Identifier: Apache-2.0
#pragma once

// Ids of what the program can do about a finding; SetupSession::act carries them out, pages show them as a
// button.
namespace checks::action {
inline constexpr char checkAgain[] = "check-again";
inline constexpr char fillAgentId[] = "fill-agent-id";           // evidence: agentId
inline constexpr char setTrustedDomain[] = "set-trusted-domain"; // agent/set redirect_domain
inline constexpr char setHomepage[] = "set-homepage";            // agent/set home_url
inline constexpr char askServer[] = "ask-server";                // needs consent
inline constexpr char enablePlugin[] = "enable-plugin"; // needs consent: restarts NocoBase for everyone
inline constexpr char useApiBase[] = "use-api-base";    // evidence: url
inline constexpr char useSessionStore[] = "use-session-store";
inline constexpr char unlockKeychain[] = "unlock-keychain";
inline constexpr char sendSecret[] = "send-secret";             // after several wrong ones; needs consent
inline constexpr char trustCertificate[] = "trust-certificate"; // evidence: host, sha256; needs consent
inline constexpr char copyAddress[] = "copy-address";           // evidence: ip
inline constexpr char renderLoginPage[] = "render-login-page";
inline constexpr char showLoginAddress[] = "show-login-address"; // needs a browser
inline constexpr char removeMarker[] = "remove-marker";          // evidence: name
inline constexpr char useApiKey[] = "use-api-key";               // the page's own: another way to sign in
} // namespace checks::action
