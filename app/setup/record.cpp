// SPDX-License-Identifier: Apache-2.0
#include "setup/record.h"

using namespace Qt::StringLiterals;

namespace setup {

QJsonObject toJson(const Record &record)
{
    QJsonObject json = record.unknown;
    QJsonArray pins;
    for (const net::Pin &pin : record.pins)
        pins.append(QJsonObject{{u"host"_s, pin.host}, {u"sha256"_s, pin.sha256}});
    QJsonObject domainChanges;
    for (auto it = record.domainChanges.begin(); it != record.domainChanges.end(); ++it)
        domainChanges.insert(it.key(), it.value());

    json.insert(u"schema"_s, u"wecom-setup-state/1"_s);
    json.insert(u"findings"_s, record.findings);
    json.insert(u"checkedAt"_s,
                record.checkedAt.isValid() ? record.checkedAt.toUTC().toString(Qt::ISODate) : QString());
    json.insert(u"step"_s, record.step);
    json.insert(u"applied"_s, record.applied);
    json.insert(u"undo"_s, record.undo);
    json.insert(u"serverAddress"_s, record.serverAddress);
    json.insert(u"serverAddressBefore"_s, record.serverAddressBefore);
    json.insert(u"serverAddressTrusted"_s, record.serverAddressTrusted);
    json.insert(u"requestsLeftOver"_s, record.requestsLeftOver);
    json.insert(u"serverAddressOf"_s, record.serverAddressOf);
    json.insert(u"layout"_s,
                record.layout ? QJsonValue(record.layout->toJson()) : QJsonValue(QJsonValue::Null));
    json.insert(u"layoutOf"_s, record.layoutOf);
    QJsonObject answers;
    for (auto it = record.layoutAnswers.cbegin(); it != record.layoutAnswers.cend(); ++it)
        answers.insert(nocobase::optionName(it.key()), it.value());
    json.insert(u"layoutAnswers"_s, answers);
    json.insert(u"answersOf"_s, record.answersOf);
    if (!record.testLogin.isEmpty())
        json.insert(u"testLogin"_s, record.testLogin);
    json.insert(u"ways"_s, record.ways);
    json.insert(u"certificates"_s, pins);
    json.insert(u"domainChanges"_s, domainChanges);
    return json;
}

Record recordFromJson(const QJsonObject &json)
{
    Record record;
    record.unknown = json;
    record.findings = json.value(u"findings"_s).toArray();
    record.checkedAt = QDateTime::fromString(json.value(u"checkedAt"_s).toString(), Qt::ISODate);
    record.step = json.value(u"step"_s).toString();
    record.applied = json.value(u"applied"_s).toObject();
    record.undo = json.value(u"undo"_s).toObject();
    record.serverAddress = json.value(u"serverAddress"_s).toString();
    record.serverAddressBefore = json.value(u"serverAddressBefore"_s).toString();
    record.serverAddressTrusted = json.value(u"serverAddressTrusted"_s).toString();
    record.requestsLeftOver = json.value(u"requestsLeftOver"_s).toBool();
    record.serverAddressOf = json.value(u"serverAddressOf"_s).toString();
    record.layout = nocobase::OptionLayout::fromJson(json.value(u"layout"_s).toObject());
    record.layoutOf = json.value(u"layoutOf"_s).toString();
    const QJsonObject answers = json.value(u"layoutAnswers"_s).toObject();
    for (auto it = answers.constBegin(); it != answers.constEnd(); ++it) {
        if (const auto option = nocobase::optionFromName(it.key()))
            record.layoutAnswers.insert(*option, it.value().toString());
    }
    record.answersOf = json.value(u"answersOf"_s).toString();
    record.testLogin = json.value(u"testLogin"_s).toObject();
    record.ways = json.value(u"ways"_s).toObject();
    const QJsonArray pins = json.value(u"certificates"_s).toArray();
    for (const QJsonValue &pin : pins) {
        const net::Pin read{pin.toObject().value(u"host"_s).toString(),
                            pin.toObject().value(u"sha256"_s).toString()};
        if (!read.host.isEmpty() && !read.sha256.isEmpty())
            record.pins.append(read);
    }
    const QJsonObject domainChanges = json.value(u"domainChanges"_s).toObject();
    for (auto it = domainChanges.begin(); it != domainChanges.end(); ++it)
        record.domainChanges.insert(it.key(), it.value().toInt());
    return record;
}

} // namespace setup
