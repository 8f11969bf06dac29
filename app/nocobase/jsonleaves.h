// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <functional>

namespace nocobase {

// One value of a JSON object that is neither object nor array, and where it is (RFC 6901).
struct JsonLeaf
{
    QString pointer;
    QString key; // the last member name on the way: for "/list/0" it is "list"
    QJsonValue value;
};

QList<JsonLeaf> leavesOf(const QJsonObject &object);
// The same object with every leaf replaced by what `change` makes of it.
QJsonObject withLeaves(const QJsonObject &object, const std::function<QJsonValue(const JsonLeaf &)> &change);

} // namespace nocobase
