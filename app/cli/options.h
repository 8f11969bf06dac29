// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace cli {

// Exit codes: a contract (README, "Command line").
namespace exitcode {
constexpr int ok = 0, problem = 1, usage = 2, unreachable = 3, putBack = 4, torn = 5;
}
// The worst of two: 5, 4, 1, 3, 2, 0 in this order.
int worse(int a, int b);

enum class SecretsFrom { Keychain, Environment, StandardInput };

struct Options
{
    QString command;
    QStringList files;
    bool json = false;
    bool askServer = false;
    bool yes = false;
    bool rebind = false;
    SecretsFrom secrets = SecretsFrom::Keychain;
    QString out;
    QString language = QStringLiteral("en");
    QStringList faults;
    int port = 0;
};

// Nothing when the arguments cannot be used; `message` then says what is wrong, or is the help text with
// helpAsked.
struct Parsed
{
    std::optional<Options> options;
    QString message;
    bool helpAsked = false;
};
Parsed parse(const QStringList &arguments);

} // namespace cli
