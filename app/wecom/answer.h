// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wecom/api.h"

// How an address of WeCom's server API is built and its answer is taken apart; for this folder only.
namespace wecom {

// path below the API host's own path; WeCom takes the token from the query alone (41001 for one in a header
// or body).
QUrl apiUrl(const QUrl &host, const QString &path, QUrlQuery query, const vault::Secret &token = {});
// A parameter's value, encoded so that nothing in it can end it.
QString queryValue(const QByteArray &value);
// WeCom answers 200 with an object whatever the errcode; another status is a wrong address or something in
// between.
net::Result<QJsonObject> objectOf(const net::Result<net::Response> &response);

} // namespace wecom
