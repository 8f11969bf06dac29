// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"

#include <QPointer>

namespace assistant {

// WeCom's login page as it is when it has said something, or after twenty seconds; its script may be slow to
// ask for the picture.
QCoro::Task<net::Result<login::PageState>> settledLoginPage(QPointer<login::LoginViewer> viewer);

} // namespace assistant
