// SPDX-License-Identifier: Apache-2.0
#include "setup/repository.h"

#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace setup {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

tl::unexpected<net::Fault> fileFault(const QString &path, const QString &said)
{
    return net::fail(net::FaultCode::FileFailed, {{u"path"_s, path}}, said);
}

net::Result<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return net::fail(net::FaultCode::Missing, {{u"path"_s, path}});
    if (!file.open(QIODevice::ReadOnly))
        return fileFault(path, file.errorString());
    if (file.size() > largestFile)
        return net::fail(net::FaultCode::TooLarge, {{u"path"_s, path}});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        const QString said = error.error == QJsonParseError::NoError ? QString() : error.errorString();
        return net::fail(net::FaultCode::BadInput,
                         {{u"path"_s, path}, {u"field"_s, u"/"_s}, {u"reason"_s, u"foreign"_s}}, said);
    }
    return document.object();
}

net::Result<void> writeObject(const QString &path, const QJsonObject &object)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileFault(path, file.errorString());
    // Only the person may read it: ids and addresses are nobody else's business.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(object).toJson());
    if (!file.commit())
        return fileFault(path, file.errorString());
    return {};
}

net::Result<QString> moveAside(const QString &path)
{
    const QString to =
        path + u".broken-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmsszzz"_s);
    if (!QFile::rename(path, to))
        return fileFault(path, {});
    return to;
}

} // namespace

Repository::Repository(const QDir &folder) : m_folder(folder) {}

Repository Repository::ofUser()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return Repository(QDir(base + u"/wecom-setup/setups"_s));
}

net::Result<Setup> Repository::loadFile(const QString &path)
{
    const auto object = readObject(path);
    if (!object)
        return tl::unexpected(object.error());
    auto setup = fromJson(*object);
    if (!setup) {
        net::Fault fault = setup.error();
        fault.params.insert(u"path"_s, path);
        if (!object->value(u"schema"_s).toString().startsWith(u"wecom-setup/"_s))
            fault.params.insert(u"reason"_s, u"foreign"_s);
        return tl::unexpected(fault);
    }
    return setup;
}

net::Result<Setup> Repository::load(const QString &id) const
{
    auto setup = loadFile(m_folder.filePath(id + u".json"_s));
    if (setup)
        setup->id =
            id; // a copy that still bears the other's id is a setup of its own, without its credentials
    return setup;
}

QList<Listed> Repository::list() const
{
    QList<Listed> all;
    const auto files = m_folder.entryList({u"*.json"_s}, QDir::Files);
    for (const QString &name : files) {
        if (name.endsWith(u".state.json"_s))
            continue;
        Listed listed;
        listed.id = name.chopped(5);
        listed.path = m_folder.filePath(name);
        if (const auto setup = loadFile(listed.path)) {
            listed.name = setup->name;
            listed.nocobase = setup->nocobase.url;
            const Record last = record(listed.id);
            listed.checkedAt = last.checkedAt;
            listed.findings = last.findings;
            listed.step = last.step;
            listed.confirmed = setup->confirmed;
            listed.usedAt =
                std::max(QFileInfo(listed.path).lastModified(),
                         QFileInfo(m_folder.filePath(listed.id + u".state.json"_s)).lastModified());
        } else {
            listed.name = listed.id;
            listed.readable = false;
        }
        all.append(listed);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Listed &a, const Listed &b) { return a.checkedAt > b.checkedAt; });
    return all;
}

net::Result<QString> Repository::save(const Setup &setup) const
{
    if (!m_folder.mkpath(u"."_s))
        return fileFault(m_folder.path(), {});
    const QString path = m_folder.filePath(setup.id + u".json"_s);
    const QJsonObject object = toJson(setup);
    if (auto readable = fromJson(object); !readable) {
        net::Fault fault = readable.error();
        fault.params.insert(u"reason"_s, u"unsaved"_s);
        return tl::unexpected(fault);
    }
    QString movedTo;
    if (QFile::exists(path) && !loadFile(path)) {
        const auto moved = moveAside(path);
        if (!moved)
            return moved;
        movedTo = *moved;
    }
    if (const auto written = writeObject(path, object); !written)
        return tl::unexpected(written.error());
    return movedTo;
}

net::Result<void> Repository::remove(const QString &id) const
{
    QStringList names =
        m_folder.entryList({id + u".json.broken-*"_s, id + u".state.json.broken-*"_s}, QDir::Files);
    // The setup goes last: a record that stayed behind would be taken for that of a later setup of this name.
    names << id + u".state.json"_s << id + u".json"_s;
    for (const QString &name : std::as_const(names)) {
        QFile file(m_folder.filePath(name));
        if (file.exists() && !file.remove())
            return fileFault(file.fileName(), file.errorString());
    }
    return {};
}

Record Repository::record(const QString &id) const
{
    const auto object = readObject(m_folder.filePath(id + u".state.json"_s));
    return object ? recordFromJson(*object) : Record{};
}

net::Result<void> Repository::saveRecord(const QString &id, const Record &record) const
{
    if (!m_folder.mkpath(u"."_s))
        return fileFault(m_folder.path(), {});
    const QString path = m_folder.filePath(id + u".state.json"_s);
    // One that cannot be read may still hold somebody's undo record.
    if (const auto there = readObject(path); !there && there.error().code != net::FaultCode::Missing) {
        if (const auto moved = moveAside(path); !moved)
            return tl::unexpected(moved.error());
    }
    return writeObject(path, toJson(record));
}

net::Result<std::shared_ptr<QLockFile>> Repository::lock(const QString &id) const
{
    m_folder.mkpath(u"."_s);
    auto lock = std::make_shared<QLockFile>(m_folder.filePath(id + u".lock"_s));
    // Somebody may leave a window open for days; one of a dead process is taken over all the same.
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return nullptr;
    const auto setup = load(id);
    return net::fail(
        net::FaultCode::Conflict,
        {{u"reason"_s, u"open"_s}, {u"name"_s, setup && !setup->name.isEmpty() ? setup->name : id}});
}

QString Repository::freshId(const QString &wished) const
{
    QString base = wished.toLower();
    base.replace(QRegularExpression(u"[^a-z0-9]+"_s), u"-"_s);
    base.remove(QRegularExpression(u"^-+|-+$"_s));
    base = base.left(40);
    if (base.isEmpty())
        base = u"setup"_s;
    QString id = base;
    for (int n = 2; QFile::exists(m_folder.filePath(id + u".json"_s)); ++n)
        id = base + u'-' + QString::number(n);
    return id;
}

} // namespace setup
