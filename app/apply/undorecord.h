// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/types.h"
#include "vault/secretstore.h"

#include <QJsonArray>

namespace apply {

// What undo needs: rows as they were. Strings that might be a credential are entries "<setup id>/undo/<n>" in
// the store (in parts: the Windows vault takes 2,560 bytes), everything else is in the record, which is a
// file on this computer. Entries carry the origin of the NocoBase they came from.
class UndoRecord
{
public:
    UndoRecord(vault::SecretStorePtr store, QString setupId, QString origin);

    // Keeps a row that is about to be changed.
    QCoro::Task<net::Result<void>> keep(nocobase::Authenticator row);
    // Notes a row that was made.
    void noteCreated(const nocobase::Authenticator &row);
    QJsonObject toJson() const;

    struct Row
    {
        bool created = false; // undo removes it
        nocobase::Authenticator row;
    };
    // In the order they were written. KeychainMissing when an entry is gone.
    static QCoro::Task<net::Result<QList<Row>>> read(QJsonObject record, vault::SecretStorePtr store,
                                                     QString setupId);
    // Removes the entries; what cannot be removed stays, which does no harm.
    static QCoro::Task<void> forget(QJsonObject record, vault::SecretStorePtr store, QString setupId);

private:
    vault::SecretStorePtr m_store;
    QString m_setupId;
    QString m_origin;
    QJsonArray m_rows;
};

// A value that tells nobody anything: a Company ID, an AgentId, an origin, a path, a template.
bool isHarmless(const QJsonValue &value);

} // namespace apply
