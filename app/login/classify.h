// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/trace.h"

namespace login {

// Whether a login address carries what it should: ids, a callback on the expected origin, encoded once, and,
// where its state can be read, the expected authenticator. Callback path and state as NocoBase's WeCom plugin
// makes them (its handbook's screenshots; NocoBase 2.2, measured with a stand-in).
bool isExpectedLink(const wecom::LoginLink &link, const Expected &expected);

// ".../wecom:redirect" under any API path.
bool isCallbackPath(const QString &path);
// ".../signin" of the classic pages, of the modern ones (prefix "/v" unless the server names another) and of
// sub-applications.
bool isSignInPath(const QString &path);

// For comparing texts: white space differs between versions and pages; so does case.
QString squeezed(const QString &text);

} // namespace login
