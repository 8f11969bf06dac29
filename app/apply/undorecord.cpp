// SPDX-License-Identifier: Apache-2.0
#include "apply/undorecord.h"

#include "nocobase/jsonleaves.h"
#include "nocobase/optionlayout.h"
#include "wecom/identifiers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Authenticator;
using nocobase::JsonLeaf;

namespace apply {

namespace {

constexpr qsizetype partSize = 1200; // bytes, before they become 1,600 of Base64 beside the origin

QString entryName(const QString &setupId, int number)
{
    return setupId + u"/undo/"_s + QString::number(number);
}

// Not counted up: the entries of the apply before must stay whole until this one has gone well.
int newNumber()
{
    return static_cast<int>(QRandomGenerator::global()->bounded(1, 2'000'000'000));
}

QList<int> numbersIn(const QJsonObject &record)
{
    QList<int> numbers;
    const QJsonArray rows = record.value(u"rows"_s).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonArray kept = row.toObject().value(u"kept"_s).toArray();
        for (const QJsonValue &leaf : kept) {
            const QJsonArray parts = leaf.toObject().value(u"parts"_s).toArray();
            for (const QJsonValue &part : parts)
                numbers << part.toInt();
        }
    }
    return numbers;
}

} // namespace

bool isHarmless(const QJsonValue &value)
{
    if (!value.isString())
        return true;
    const QString text = value.toString();
    if (text.isEmpty() || nocobase::isTemplate(value))
        return true;
    if (wecom::companyIdShape(text) == wecom::Shape::Good || wecom::agentIdShape(text) == wecom::Shape::Good)
        return true;
    const QUrl url(text, QUrl::StrictMode);
    const bool isPath = text.startsWith(u'/') && !text.contains(u'?') && !text.contains(u'#');
    // A longer address may have a key in it, as web hooks do.
    const bool isOrigin = (url.scheme() == u"https"_s || url.scheme() == u"http"_s) && url.isValid() &&
                          url.userInfo().isEmpty() && url.path().size() < 2 && !url.hasQuery() &&
                          !url.hasFragment();
    return isPath || isOrigin;
}

UndoRecord::UndoRecord(vault::SecretStorePtr store, QString setupId, QString origin)
    : m_store(std::move(store))
    , m_setupId(std::move(setupId))
    , m_origin(std::move(origin))
{}

QCoro::Task<net::Result<void>> UndoRecord::keep(Authenticator row)
{
    QList<JsonLeaf> secrets;
    const QJsonObject harmless = nocobase::withLeaves(row.options, [&](const JsonLeaf &leaf) {
        if (isHarmless(leaf.value))
            return leaf.value;
        secrets << leaf;
        return QJsonValue(QString());
    });
    QJsonArray kept;
    for (const JsonLeaf &leaf : std::as_const(secrets)) {
        const QByteArray bytes = leaf.value.toString().toUtf8();
        QJsonArray parts;
        for (qsizetype at = 0; at < bytes.size(); at += partSize) {
            const int number = newNumber();
            // Base64, since a part may end within a character.
            const vault::Entry entry{vault::Secret(bytes.mid(at, partSize).toBase64()), {m_origin}};
            const net::Result<void> written = co_await m_store->write(entryName(m_setupId, number), entry);
            if (!written)
                co_return written;
            parts << number;
        }
        kept << QJsonObject{{u"pointer"_s, leaf.pointer}, {u"parts"_s, parts}};
    }
    m_rows << QJsonObject{{u"id"_s, row.id},
                          {u"name"_s, row.name},
                          {u"authType"_s, row.authType},
                          {u"title"_s, row.raw.value(u"title"_s)},
                          {u"description"_s, row.raw.value(u"description"_s)},
                          {u"enabled"_s, row.enabled},
                          {u"options"_s, harmless},
                          {u"kept"_s, kept}};
    co_return {};
}

void UndoRecord::noteCreated(const Authenticator &row)
{
    m_rows << QJsonObject{{u"id"_s, row.id}, {u"name"_s, row.name}, {u"created"_s, true}};
}

QJsonObject UndoRecord::toJson() const
{
    if (m_rows.isEmpty())
        return {};
    return {{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}, {u"rows"_s, m_rows}};
}

QCoro::Task<net::Result<QList<UndoRecord::Row>>>
UndoRecord::read(QJsonObject record, vault::SecretStorePtr store, QString setupId)
{
    QList<Row> rows;
    const QJsonArray written = record.value(u"rows"_s).toArray();
    for (const QJsonValue &value : written) {
        const QJsonObject object = value.toObject();
        Row row;
        row.created = object.value(u"created"_s).toBool();
        row.row.id = object.value(u"id"_s).toInteger();
        row.row.name = object.value(u"name"_s).toString();
        row.row.authType = object.value(u"authType"_s).toString();
        row.row.title = object.value(u"title"_s).toString();
        row.row.description = object.value(u"description"_s).toString();
        row.row.enabled = object.value(u"enabled"_s).toBool();
        row.row.raw = object;
        QMap<QString, QString> texts;
        const QJsonArray kept = object.value(u"kept"_s).toArray();
        for (const QJsonValue &leaf : kept) {
            QByteArray bytes;
            const QJsonArray parts = leaf.toObject().value(u"parts"_s).toArray();
            for (const QJsonValue &part : parts) {
                const net::Result<vault::Entry> entry =
                    co_await store->read(entryName(setupId, part.toInt()));
                if (!entry && entry.error().code == FaultCode::Missing)
                    co_return net::fail(FaultCode::KeychainMissing);
                if (!entry)
                    co_return tl::unexpected(entry.error());
                bytes += QByteArray::fromBase64(entry->value.reveal());
            }
            texts.insert(leaf.toObject().value(u"pointer"_s).toString(), QString::fromUtf8(bytes));
        }
        row.row.options =
            nocobase::withLeaves(object.value(u"options"_s).toObject(), [&](const JsonLeaf &leaf) {
                const auto text = texts.constFind(leaf.pointer);
                return text == texts.constEnd() ? leaf.value : QJsonValue(*text);
            });
        rows << row;
    }
    co_return rows;
}

QCoro::Task<void> UndoRecord::forget(QJsonObject record, vault::SecretStorePtr store, QString setupId)
{
    const QList<int> numbers = numbersIn(record);
    for (const int number : numbers)
        co_await store->remove(entryName(setupId, number));
}

} // namespace apply
