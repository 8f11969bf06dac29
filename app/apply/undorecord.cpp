// SPDX-License-Identifier: Apache-2.0
#include "apply/undorecord.h"

#include "net/http.h"
#include "nocobase/jsonleaves.h"
#include "nocobase/optionlayout.h"
#include "wecom/identifiers.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using nocobase::Authenticator;
using nocobase::JsonLeaf;

namespace apply {

namespace {

constexpr qsizetype partSize = 1200; // bytes, before they become 1,600 of Base64 beside the origin

// Not counted up: the entries of the apply before must stay whole until this one has gone well.
int newNumber()
{
    return static_cast<int>(QRandomGenerator::global()->bounded(1, 2'000'000'000));
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
    // A longer address may have a key in it, as web hooks do.
    const bool isOrigin = (url.scheme() == u"https"_s || url.scheme() == u"http"_s) && url.isValid() &&
                          url.userInfo().isEmpty() && url.path().size() < 2 && !url.hasQuery() &&
                          !url.hasFragment();
    return isOrigin;
}

UndoRecord::UndoRecord(vault::SecretStorePtr store, QString setupId, nocobase::Target target)
    : m_store(std::move(store))
    , m_setupId(std::move(setupId))
    , m_target(std::move(target))
{}

QByteArray digestOf(const Authenticator &row)
{
    const QJsonObject content{{u"name"_s, row.name},       {u"authType"_s, row.authType},
                              {u"title"_s, row.title},     {u"description"_s, row.description},
                              {u"enabled"_s, row.enabled}, {u"options"_s, row.options}};
    return QCryptographicHash::hash(QJsonDocument(content).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

QCoro::Task<net::Result<int>> UndoRecord::store(QByteArray bytes)
{
    const int number = newNumber();
    // Base64, since a part may end within a character.
    const vault::Entry entry{vault::Secret(bytes.toBase64()), {net::originOf(m_target.base)}};
    const net::Result<void> written = co_await m_store->write(entryName(m_setupId, number), entry);
    if (!written)
        co_return tl::unexpected(written.error());
    m_own << number;
    co_return number;
}

QCoro::Task<net::Result<void>> UndoRecord::keep(Authenticator row, Authenticator wanted)
{
    const net::Result<int> digest = co_await store(digestOf(wanted));
    if (!digest)
        co_return tl::unexpected(digest.error());
    const qsizetype carried =
        indexOf([&](const QJsonObject &other) { return other.value(u"id"_s).toInteger() == row.id; });
    if (carried >= 0) {
        QJsonObject again = m_rows.at(carried).toObject();
        QJsonArray digests = again.value(u"wanted"_s).toArray();
        digests << *digest;
        again.insert(u"wanted"_s, digests);
        again.remove(u"writtenAt"_s);
        m_rows.replace(carried, again);
        co_return net::Result<void>{};
    }
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
            const net::Result<int> number = co_await store(bytes.mid(at, partSize));
            if (!number)
                co_return tl::unexpected(number.error());
            parts << *number;
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
                          {u"kept"_s, kept},
                          {u"wanted"_s, QJsonArray{*digest}}};
    co_return net::Result<void>{};
}

QCoro::Task<net::Result<void>> UndoRecord::noteWanted(Authenticator row)
{
    const net::Result<int> digest = co_await store(digestOf(row));
    if (!digest)
        co_return tl::unexpected(digest.error());
    m_rows << QJsonObject{{u"id"_s, 0},
                          {u"name"_s, row.name},
                          {u"authType"_s, row.authType},
                          {u"created"_s, true},
                          {u"wanted"_s, QJsonArray{*digest}}};
    co_return net::Result<void>{};
}

qsizetype UndoRecord::indexOf(const std::function<bool(const QJsonObject &)> &quality) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (quality(m_rows.at(i).toObject()))
            return i;
    }
    return -1;
}

qsizetype UndoRecord::createdAt(const QString &name) const
{
    return indexOf([&](const QJsonObject &row) {
        return row.value(u"created"_s).toBool() && row.value(u"name"_s).toString() == name;
    });
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

void UndoRecord::noteWritten(qint64 id, const QString &updatedAt)
{
    const qsizetype at =
        indexOf([&](const QJsonObject &row) { return row.value(u"id"_s).toInteger() == id; });
    if (at < 0)
        return;
    QJsonObject row = m_rows.at(at).toObject();
    row.insert(u"writtenAt"_s, updatedAt);
    m_rows.replace(at, row);
}

QJsonObject UndoRecord::toJson() const
{
    if (m_rows.isEmpty())
        return {};
    const QJsonObject target{{u"base"_s, placeOf(m_target.base)}, {u"application"_s, m_target.application}};
    QJsonObject record{{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                       {u"target"_s, target},
                       {u"rows"_s, m_rows}};
    if (!m_isFinished) {
        record.insert(u"unfinished"_s, true);
        record.insert(u"previous"_s, m_previous);
    }
    return record;
}

QCoro::Task<void> UndoRecord::forgetOwn()
{
    const QList<int> numbers = std::exchange(m_own, {});
    for (const int number : numbers)
        co_await m_store->remove(entryName(m_setupId, number));
}

} // namespace apply
