// SPDX-License-Identifier: Apache-2.0
#include "nocobase/jsonleaves.h"

using namespace Qt::StringLiterals;

namespace nocobase {

namespace {

using Change = std::function<QJsonValue(const JsonLeaf &)>;

QString escaped(QString key)
{
    return key.replace(u"~"_s, u"~0"_s).replace(u"/"_s, u"~1"_s);
}

QJsonValue walk(const QJsonValue &value, const QString &pointer, const QString &key, const Change &change)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = walk(it.value(), pointer + u'/' + escaped(it.key()), it.key(), change);
        return object;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = walk(array.at(i), pointer + u'/' + QString::number(i), key, change);
        return array;
    }
    return change({pointer, key, value});
}

} // namespace

QList<JsonLeaf> leavesOf(const QJsonObject &object)
{
    QList<JsonLeaf> leaves;
    walk(object, QString(), QString(), [&](const JsonLeaf &leaf) {
        leaves << leaf;
        return leaf.value;
    });
    return leaves;
}

QJsonObject withLeaves(const QJsonObject &object, const std::function<QJsonValue(const JsonLeaf &)> &change)
{
    return walk(object, QString(), QString(), change).toObject();
}

} // namespace nocobase
