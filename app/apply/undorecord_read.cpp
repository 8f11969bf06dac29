// SPDX-License-Identifier: Apache-2.0
// The half that reads a record, of this run or of an earlier one.
#include "apply/undorecord.h"

#include "net/http.h"
#include "nocobase/jsonleaves.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::JsonLeaf;

namespace apply {

namespace {

void collect(const QJsonArray &parts, QList<int> *numbers)
{
    for (const QJsonValue &part : parts)
        *numbers << part.toInt();
}

// All entries of a record, and of the one before that it holds.
QList<int> numbersIn(const QJsonObject &record)
{
    QList<int> numbers;
    const QJsonArray rows = record.value(u"rows"_s).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonArray kept = row[u"kept"_s].toArray();
        for (const QJsonValue &leaf : kept)
            collect(leaf[u"parts"_s].toArray(), &numbers);
        collect(row[u"wanted"_s].toArray(), &numbers);
    }
    const QJsonObject previous = UndoRecord::previousOf(record);
    return previous.isEmpty() ? numbers : numbers + numbersIn(previous);
}

using Texts = QMap<QString, QString>; // by pointer

// One entry's bytes; Missing ("reason": "undo") when it is gone, OriginNotAllowed when it was kept for
// another server.
QCoro::Task<net::Result<QByteArray>> entryOf(vault::SecretStorePtr store, QString name, QString origin)
{
    const net::Result<vault::Entry> entry = co_await store->read(name);
    if (!entry && entry.error().code == FaultCode::Missing)
        co_return net::fail(FaultCode::Missing, {{u"reason"_s, u"undo"_s}});
    if (!entry)
        co_return tl::unexpected(entry.error());
    if (!entry->origins.contains(origin))
        co_return net::fail(FaultCode::OriginNotAllowed, {{u"origin"_s, origin}});
    co_return QByteArray::fromBase64(entry->value.reveal());
}

QCoro::Task<net::Result<Texts>> keptTexts(QJsonArray kept, vault::SecretStorePtr store, QString setupId,
                                          QString origin)
{
    Texts texts;
    for (const QJsonValue &leaf : std::as_const(kept)) {
        QByteArray bytes;
        const QJsonArray parts = leaf[u"parts"_s].toArray();
        for (const QJsonValue &part : parts) {
            const net::Result<QByteArray> piece =
                co_await entryOf(store, UndoRecord::entryName(setupId, part.toInt()), origin);
            if (!piece)
                co_return tl::unexpected(piece.error());
            bytes += *piece;
        }
        texts.insert(leaf[u"pointer"_s].toString(), QString::fromUtf8(bytes));
    }
    co_return texts;
}

UndoRecord::Row rowOf(const QJsonObject &object)
{
    UndoRecord::Row row;
    row.created = object.value(u"created"_s).toBool();
    row.writtenAt = object.value(u"writtenAt"_s).toString();
    row.row.id = object.value(u"id"_s).toInteger();
    row.row.name = object.value(u"name"_s).toString();
    row.row.authType = object.value(u"authType"_s).toString();
    row.row.title = object.value(u"title"_s).toString();
    row.row.description = object.value(u"description"_s).toString();
    row.row.enabled = object.value(u"enabled"_s).toBool();
    row.row.raw = object;
    return row;
}

} // namespace

QString UndoRecord::entryName(const QString &setupId, int number)
{
    return setupId + u"/undo/"_s + QString::number(number);
}

// One spelling for one place: people type a slash at the end, or leave it out.
QString UndoRecord::placeOf(const QUrl &base)
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return net::originOf(base) + path;
}

bool UndoRecord::isUnfinished(const QJsonObject &record)
{
    return record.value(u"unfinished"_s).toBool();
}

QJsonObject UndoRecord::previousOf(const QJsonObject &record)
{
    return record.value(u"previous"_s).toObject();
}

QJsonObject UndoRecord::finished(QJsonObject record)
{
    record.remove(u"unfinished"_s);
    record.remove(u"previous"_s);
    return record;
}

QDateTime UndoRecord::timeOf(const QJsonObject &record)
{
    return QDateTime::fromString(record.value(u"at"_s).toString(), Qt::ISODate);
}

bool UndoRecord::isFor(const QJsonObject &record, const nocobase::Target &target)
{
    if (!record.contains(u"target"_s))
        return true;
    const QJsonObject kept = record.value(u"target"_s).toObject();
    return placeOf(QUrl(kept.value(u"base"_s).toString())) == placeOf(target.base) &&
           kept.value(u"application"_s).toString() == target.application;
}

QCoro::Task<net::Result<QList<UndoRecord::Row>>>
UndoRecord::read(QJsonObject record, vault::SecretStorePtr store, QString setupId, nocobase::Target target)
{
    const QString origin = net::originOf(target.base);
    QList<Row> rows;
    const QJsonArray written = record.value(u"rows"_s).toArray();
    for (const QJsonValue &value : written) {
        const QJsonObject object = value.toObject();
        const QJsonArray kept = object.value(u"kept"_s).toArray();
        const net::Result<Texts> texts = co_await keptTexts(kept, store, setupId, origin);
        if (!texts)
            co_return tl::unexpected(texts.error());
        Row row = rowOf(object);
        row.row.options =
            nocobase::withLeaves(object.value(u"options"_s).toObject(), [&](const JsonLeaf &leaf) {
                const auto text = texts->constFind(leaf.pointer);
                return text == texts->constEnd() ? leaf.value : QJsonValue(*text);
            });
        const QJsonArray digests = object.value(u"wanted"_s).toArray();
        for (const QJsonValue &number : digests) {
            const net::Result<QByteArray> digest =
                co_await entryOf(store, entryName(setupId, number.toInt()), origin);
            if (!digest)
                co_return tl::unexpected(digest.error());
            row.wanted << *digest;
        }
        rows << row;
    }
    co_return rows;
}

QStringList UndoRecord::entryNames(const QJsonObject &record, const QString &setupId)
{
    QStringList names;
    const QList<int> numbers = numbersIn(record);
    for (const int number : numbers)
        names << entryName(setupId, number);
    return names;
}

QCoro::Task<void> UndoRecord::forget(QJsonObject record, vault::SecretStorePtr store, QString setupId,
                                     QJsonObject stillNeeded)
{
    const QList<int> numbers = numbersIn(record);
    const QList<int> needed = numbersIn(stillNeeded);
    for (const int number : numbers) {
        if (!needed.contains(number))
            co_await store->remove(entryName(setupId, number));
    }
}

} // namespace apply
