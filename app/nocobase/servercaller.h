// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/client.h"
#include "wecom/api.h"

namespace nocobase {

// Asks WeCom from the NocoBase server's own address, through the custom-request plugin (measured on 2.2.15):
// creates one custom request, sends it, always removes it again. Only the short-lived access_token goes with
// it; an explicit Authorization header keeps NocoBase from sending the caller's own token along. Faults:
// Missing (plugin off or absent), NocobaseError (refused; params refusedBy "whitelist" where the server's
// SERVER_REQUEST_WHITELIST or SERVER_REQUEST_DISALLOW_IP said no, "role" where the account may not),
// Unreachable (the server cannot reach WeCom). Use it only with the person's consent: the token stays in the
// server's log.
wecom::CallerPtr serverCaller(ClientPtr client, QUrl wecomApi);

// Removes requests that an earlier, interrupted run left behind; those of the last minutes may belong to
// another run that is at work and stay. The value says whether none of ours is left.
QCoro::Task<net::Result<bool>> removeLeftOverRequests(ClientPtr client);

} // namespace nocobase
