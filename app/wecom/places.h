// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

namespace wecom {

// Where a login by WeCom may lead a browser, for login::isAllowed: the two hosts that are given, and, where
// one of them is WeCom's public service, its whole family, whose pages hand over to each other. A private
// deployment has its own hosts alone.
QStringList loginPlaces(const QUrl &loginHost, const QUrl &oauthHost);

} // namespace wecom
