// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace wecom {

// Shapes are documented nowhere and taken from public samples: a value of another shape is worth a warning;
// refused is only what cannot be a value at all.
enum class Shape {
    Empty,
    Good,
    Unusual,       // might still be right
    Masked,        // "***": copied before it was shown
    PublicAccount, // may be a WeChat public account's: wx + 16 hex as an id, 32 hex as a secret
    ConsoleNumber, // the 16-digit number of the console's address bar instead of the AgentId
    Wrong,         // cannot be right, e.g. letters in an AgentId
};

// Neither sent anywhere nor stored. A console number is sent: WeCom says that it knows no such app.
bool isRefused(Shape shape);

// Trims, strips zero-width characters and line breaks, folds full-width letters and digits.
QString cleaned(const QString &pasted);

Shape companyIdShape(const QString &value); // ^w[wx][0-9a-f]{16}$
Shape agentIdShape(const QString &value);   // ^\d{1,10}$
Shape secretShape(const QString &value);    // ^[A-Za-z0-9_-]{43}$
bool isMasked(const QString &value);        // stars or dots instead of a value

// Whether WeCom's console takes this host as a domain, from its published rules.
enum class DomainRule { Good, IpAddress, Localhost, Underscore, SharedService, NotADomain };
DomainRule domainRule(const QUrl &origin);

// What belongs into the console's domain fields: host, and port unless it is the scheme's own.
QString consoleDomain(const QUrl &origin);
// ^WW_verify_[A-Za-z0-9]{16}\.txt$
bool isOwnershipFileName(const QString &name);

} // namespace wecom
