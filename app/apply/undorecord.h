// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/types.h"
#include "vault/secretstore.h"

#include <QJsonArray>
#include <QSet>

#include <functional>

namespace apply {

// What undo needs: rows as they were, and how to know what we made of them. Strings that might be a
// credential are entries "<setup id>/undo/<n>" in the store (in parts: the Windows vault takes 2,560 bytes),
// and so is the digest of what is written; everything else is in the record, which is a file on this
// computer. The record names the NocoBase it belongs to, and entries carry its origin: old credentials never
// go to another server. Until finish() it says that its apply has not come to its end, and holds the record
// before it.
class UndoRecord
{
public:
    UndoRecord(vault::SecretStorePtr store, QString setupId, nocobase::Target target);

    // The record before: in force again should nothing of this apply have happened.
    void setPrevious(const QJsonObject &previous) { m_previous = previous; }
    // A row of an apply that was cut off, which this one goes on with: undo leads back to before both.
    void carryOver(const QJsonObject &row) { m_rows << row; }
    // Keeps a row that is about to become `wanted`; of one that was carried over nothing but the digest is
    // new.
    QCoro::Task<net::Result<void>> keep(nocobase::Authenticator row, nocobase::Authenticator wanted);
    // Notes a row that is about to be made, with id 0: should its answer never come, undo finds it by name
    // and authType.
    QCoro::Task<net::Result<void>> noteWanted(nocobase::Authenticator row);
    // The noted row is there, with this id.
    void noteMade(const QString &name, qint64 id);
    // The noted row was not made, or is gone again.
    void dropCreated(const QString &name);
    // Written and read back, with this time.
    void noteWritten(qint64 id, const QString &updatedAt);
    void finish() { m_isFinished = true; }
    QJsonObject toJson() const;
    // Removes what this apply has put into the store, and nothing that was carried over.
    QCoro::Task<void> forgetOwn();

    struct Row
    {
        bool created = false; // undo removes it; id 0 where its answer never came
        nocobase::Authenticator row;
        QString writtenAt;       // updatedAt after our write; empty when that was never read
        QSet<QByteArray> wanted; // digests of what was written, or about to be
    };
    // In the order they were written, to be sent to `target`. Missing with "reason": "undo" when an entry is
    // gone, OriginNotAllowed when one was kept for another server.
    static QCoro::Task<net::Result<QList<Row>>> read(QJsonObject record, vault::SecretStorePtr store,
                                                     QString setupId, nocobase::Target target);
    // False when the record names another NocoBase or another application. A record without a target is of an
    // older version of this program, and its entries' origins alone decide.
    static bool isFor(const QJsonObject &record, const nocobase::Target &target);
    // True when its apply has not come to its end.
    static bool isUnfinished(const QJsonObject &record);
    static QJsonObject previousOf(const QJsonObject &record);
    static QJsonObject finished(QJsonObject record);
    static QDateTime timeOf(const QJsonObject &record);
    // Removes the entries, but for those that `stillNeeded` names too; what cannot be removed stays, which
    // does no harm.
    static QCoro::Task<void> forget(QJsonObject record, vault::SecretStorePtr store, QString setupId,
                                    QJsonObject stillNeeded = {});

    static QString entryName(const QString &setupId, int number); // in the store
    static QStringList entryNames(const QJsonObject &record, const QString &setupId);
    static QString
    placeOf(const QUrl &base); // one spelling for one place: with or without a slash at the end

private:
    qsizetype indexOf(const std::function<bool(const QJsonObject &)> &quality) const; // -1 for none
    qsizetype createdAt(const QString &name) const;
    QCoro::Task<net::Result<int>> store(QByteArray bytes);

    vault::SecretStorePtr m_store;
    QString m_setupId;
    nocobase::Target m_target;
    QJsonArray m_rows;
    QJsonObject m_previous;
    QList<int> m_own; // entries
    bool m_isFinished = false;
};

// A value that tells nobody anything: a Company ID, an AgentId, an origin, a template. A path is
// not one: base64 may begin with a slash too.
bool isHarmless(const QJsonValue &value);

// Tells a row's content (not its id and times) from any other.
QByteArray digestOf(const nocobase::Authenticator &row);

} // namespace apply
