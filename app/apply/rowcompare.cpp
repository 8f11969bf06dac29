// SPDX-License-Identifier: Apache-2.0
#include "apply/rowcompare.h"

#include "nocobase/jsonleaves.h"

#include <QMap>

using namespace Qt::StringLiterals;
using nocobase::JsonLeaf;

namespace apply {

namespace {

QMap<QString, QJsonValue> leafMap(const QJsonObject &options)
{
    QMap<QString, QJsonValue> map;
    const QList<JsonLeaf> leaves = nocobase::leavesOf(options);
    for (const JsonLeaf &leaf : leaves)
        map.insert(leaf.pointer, leaf.value);
    return map;
}

} // namespace

QStringList differences(const nocobase::Authenticator &wanted, const nocobase::Authenticator &stored)
{
    QStringList result;
    if (wanted.name != stored.name)
        result << u"name"_s;
    if (wanted.authType != stored.authType)
        result << u"authType"_s;
    if (wanted.title != stored.title)
        result << u"title"_s;
    if (wanted.description != stored.description)
        result << u"description"_s;
    if (wanted.enabled != stored.enabled)
        result << u"enabled"_s;
    if (wanted.options == stored.options)
        return result;
    const QMap<QString, QJsonValue> should = leafMap(wanted.options);
    const QMap<QString, QJsonValue> is = leafMap(stored.options);
    for (auto it = should.cbegin(); it != should.cend(); ++it) {
        if (!is.contains(it.key()) || is.value(it.key()) != it.value())
            result << it.key();
    }
    for (auto it = is.cbegin(); it != is.cend(); ++it) {
        if (!should.contains(it.key()))
            result << it.key();
    }
    // An empty object or array more or less has no leaf to name.
    if (result.isEmpty())
        result << u"options"_s;
    return result;
}

} // namespace apply
