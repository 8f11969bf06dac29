// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/record.h"
#include "setup/setup.h"

#include <QDir>

#include <memory>

class QLockFile;

namespace setup {

struct Listed
{
    QString id, name, path;
    QUrl nocobase;
    QDateTime checkedAt;
    QJsonArray findings;                // of the last check, as in Record
    QString step;                       // where the person was last
    QMap<QString, QDateTime> confirmed; // as in Setup
    QDateTime usedAt;                   // when its files were written last
    bool readable = true;
};

// The folder of setups. Files are written atomically. A broken file is never overwritten: load() fails and
// keeps it, and saving under its id first moves it aside to "<file>.broken-<time>". Faults: FileFailed,
// BadInput (reason="foreign" for a file that is none of this program's, or so damaged that nobody can tell;
// reason="unsaved" for a setup that could not be read again: its file is left as it is), Conflict
// (reason="open").
class Repository
{
public:
    explicit Repository(const QDir &folder); // holds <id>.json and <id>.state.json
    static Repository ofUser();              // <config dir>/wecom-setup/setups

    QDir folder() const { return m_folder; }
    QList<Listed> list() const; // newest check first
    net::Result<Setup> load(const QString &id) const;
    static net::Result<Setup> loadFile(const QString &path);
    // Returns the path a broken file was moved to, if one was in the way.
    net::Result<QString> save(const Setup &setup) const;
    // The setup's file, what is remembered beside it and what was kept of broken ones; well where there is
    // none. FileFailed leaves the setup.
    net::Result<void> remove(const QString &id) const;
    Record record(const QString &id) const;
    net::Result<void> saveRecord(const QString &id, const Record &record) const;
    // Whoever opens a setup to change it holds this as long; Conflict while another process does. Nothing is
    // held where the folder cannot be written, which save() tells.
    net::Result<std::shared_ptr<QLockFile>> lock(const QString &id) const;
    QString freshId(const QString &wished) const; // [a-z0-9-], not in use

private:
    QDir m_folder;
};

} // namespace setup
