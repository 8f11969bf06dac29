// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>

#include <qcoro/qcorotask.h>

namespace vault {

// What can be learned of the keychain service beside QtKeychain, which reports a locked collection as "no
// such entry" and says that it deleted what it did not (measured with QtKeychain 0.13.2 and gnome-keyring
// 42).
enum class ServiceState {
    NotHere,  // nobody answers for the Secret Service: none is installed, or no session bus
    Unlocked, // or it has no default collection yet
    Locked,
    Silent,   // it is there but does not answer
    NotAsked, // this system has no such service to ask; QtKeychain's own words must do
};

// Asks the Secret Service (org.freedesktop.secrets, specification 0.2) for the `Locked` property of the
// default collection, over D-Bus. Never shows a dialogue. Ends by the deadline.
QCoro::Task<ServiceState> askSecretService(QDeadlineTimer until);

// Asks it to unlock the default collection, with the service's own prompt. False when the prompt was
// dismissed or not answered by the deadline, or when there is nobody to ask.
QCoro::Task<bool> unlockSecretService(QDeadlineTimer until);

} // namespace vault
