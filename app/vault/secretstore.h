// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"
#include "vault/secret.h"

#include <QStringList>

#include <qcoro/qcorotask.h>

#include <memory>

namespace vault {

// A stored credential and the origins (scheme://host[:port]) it may be sent to.
struct Entry
{
    Secret value;
    QStringList origins;
};

// Silent: it did not answer in time, so nothing is known of it.
enum class StoreState { Usable, Missing, Locked, Refused, Silent };

// Where credentials are kept. Errors: KeychainMissing (no service), KeychainLocked (there, but locked: never
// reported as "no entry"), KeychainRefused (refused, or did not give back what was written), Missing (no such
// entry), Timeout. Every call but unlock() ends within ten seconds. Names are "<setup id>/<what>", e.g.
// "crm/secret".
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    // Writes a value, reads it back and removes it again: the only way to know that a keychain works.
    virtual QCoro::Task<StoreState> probe() = 0;
    // Asks the system to unlock the keychain, which shows a dialogue of the system's own where there is one,
    // and then probes. Ends within two minutes, the time a person has for that dialogue. Only when the person
    // asked for it.
    virtual QCoro::Task<StoreState> unlock() = 0;
    virtual QCoro::Task<net::Result<Entry>> read(QString name) = 0;
    // Ends well only after the value was read back and was the same.
    virtual QCoro::Task<net::Result<void>> write(QString name, Entry entry) = 0;
    // Ends well only when the entry is really gone; removing what is not there is well.
    virtual QCoro::Task<net::Result<void>> remove(QString name) = 0;

    // False for a store that forgets when the program ends.
    virtual bool isPersistent() const = 0;
};

using SecretStorePtr = std::shared_ptr<SecretStore>;

// The operating system's keychain through QtKeychain, service "wecom-setup". Never falls back to a file.
SecretStorePtr systemKeychain();
// Kept in memory for this run only.
SecretStorePtr sessionStore();
// Behaves as a computer whose keychain is in the given state: for the rehearsal's fault menu and for tests.
SecretStorePtr brokenStore(StoreState state);

} // namespace vault
