// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/types.h"
#include "vault/secretstore.h"

#include <QJsonArray>

namespace apply {

// What undo needs: rows as they were. Strings that might be a credential are entries "<setup id>/undo/<n>" in
// the store (in parts: the Windows vault takes 2,560 bytes), everything else is in the record, which is a
// file on this computer. The record names the NocoBase it belongs to, and entries carry its origin: old
// credentials never go to another server.
class UndoRecord
{
public:
    UndoRecord(vault::SecretStorePtr store, QString setupId, nocobase::Target target);

    // Keeps a row that is about to be changed.
    QCoro::Task<net::Result<void>> keep(nocobase::Authenticator row);
    // Notes a row that is about to be made, with id 0: should its answer never come, undo finds it by name
    // and authType.
    void noteWanted(const nocobase::Authenticator &row);
    // The noted row is there, with this id.
    void noteMade(const QString &name, qint64 id);
    // The noted row was not made, or is gone again.
    void dropCreated(const QString &name);
    QJsonObject toJson() const;

    struct Row
    {
        bool created = false; // undo removes it; id 0 where its answer never came
        nocobase::Authenticator row;
    };
    // In the order they were written, to be sent to `target`. KeychainMissing when an entry is gone,
    // OriginNotAllowed when one was kept for another server.
    static QCoro::Task<net::Result<QList<Row>>> read(QJsonObject record, vault::SecretStorePtr store,
                                                     QString setupId, nocobase::Target target);
    // False when the record names another NocoBase or another application. A record without a target is of an
    // older version of this program, and its entries' origins alone decide.
    static bool isFor(const QJsonObject &record, const nocobase::Target &target);
    // Removes the entries; what cannot be removed stays, which does no harm.
    static QCoro::Task<void> forget(QJsonObject record, vault::SecretStorePtr store, QString setupId);

private:
    qsizetype createdAt(const QString &name) const; // -1 when there is none

    vault::SecretStorePtr m_store;
    QString m_setupId;
    nocobase::Target m_target;
    QJsonArray m_rows;
};

// A value that tells nobody anything: a Company ID, an AgentId, an origin, a path, a template.
bool isHarmless(const QJsonValue &value);

} // namespace apply
