// SPDX-License-Identifier: Apache-2.0
#include "apply/undorecord.h"

#include "net/http.h"
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

// One spelling for one place: people type a slash at the end, or leave it out.
QString placeOf(const QUrl &base)
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return net::originOf(base) + path;
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

UndoRecord::UndoRecord(vault::SecretStorePtr store, QString setupId, nocobase::Target target)
    : m_store(std::move(store))
    , m_setupId(std::move(setupId))
    , m_target(std::move(target))
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
            const vault::Entry entry{vault::Secret(bytes.mid(at, partSize).toBase64()),
                                     {net::originOf(m_target.base)}};
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

void UndoRecord::noteWanted(const Authenticator &row)
{
    m_rows << QJsonObject{
        {u"id"_s, 0}, {u"name"_s, row.name}, {u"authType"_s, row.authType}, {u"created"_s, true}};
}

qsizetype UndoRecord::createdAt(const QString &name) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QJsonObject row = m_rows.at(i).toObject();
        if (row.value(u"created"_s).toBool() && row.value(u"name"_s).toString() == name)
            return i;
    }
    return -1;
}

void UndoRecord::noteMade(const QString &name, qint64 id)
{
    const qsizetype at = createdAt(name);
    if (at < 0)
        return;
    QJsonObject row = m_rows.at(at).toObject();
    row.insert(u"id"_s, id);
    m_rows.replace(at, row);
}

void UndoRecord::dropCreated(const QString &name)
{
    const qsizetype at = createdAt(name);
    if (at >= 0)
        m_rows.removeAt(at);
}

QJsonObject UndoRecord::toJson() const
{
    if (m_rows.isEmpty())
        return {};
    const QJsonObject target{{u"base"_s, placeOf(m_target.base)}, {u"application"_s, m_target.application}};
    return {{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
            {u"target"_s, target},
            {u"rows"_s, m_rows}};
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
                if (!entry->origins.contains(origin))
                    co_return net::fail(FaultCode::OriginNotAllowed, {{u"origin"_s, origin}});
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
